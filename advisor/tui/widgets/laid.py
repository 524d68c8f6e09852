"""A text laid out by us where the toolkit wants something to draw, such as a row of a list; knows no list."""

from collections.abc import Sequence

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from advisor.tui.page import Block, lay_out
from advisor.tui.widgets.sheet import WITHOUT_WRAPPING, text_of


class Laid(Visual):
    """Some blocks, whose lines hang as they do in a talk."""

    def __init__(self, *blocks: Block) -> None:
        self._blocks = blocks
        self._lines: tuple[int, Sequence[Content]] | None = None

    def __str__(self) -> str:
        return text_of(self._blocks)

    def _laid(self, width: int) -> Sequence[Content]:
        if self._lines is None or self._lines[0] != width:
            self._lines = (width, [line.content for line in lay_out(self._blocks, max(1, width))])
        return self._lines[1]

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The lines for a width."""
        return Content("\n").join(self._laid(width)).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """As wide as the widest line would be."""
        return max((line.cell_length for line in self._laid(WITHOUT_WRAPPING)), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        """As many rows as there are lines."""
        return len(self._laid(width))
