"""One text laid out by us, selectable, copied as it was before wrapping; knows nothing of what the text says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.selection import Selection
from textual.widget import Widget

from advisor.tui.page import Block, Line, lay_out, selected_text
from advisor.tui.words import Wording

WITHOUT_WRAPPING = 1_000_000
"""A width that no paragraph fills."""


def text_of(blocks: Sequence[Block]) -> str:
    """All of some blocks as they were before wrapping."""
    return selected_text(lay_out(blocks, WITHOUT_WRAPPING), None, None)


class Sheet(Widget):
    """A text in blocks, laid out again when the width or the language of the interface changes."""

    DEFAULT_CSS = """
    Sheet {
        width: 1fr;
        height: auto;
        max-width: 100;
        text-wrap: nowrap;
        text-overflow: clip;
    }
    """

    @dataclass(eq=False, repr=False)
    class SaidMore(Message):
        """More is said from a row on."""

        sheet: Sheet
        row: int

    wording: reactive[Wording] = reactive(Wording("fr"), layout=True, init=False)

    def __init__(self, wording: Wording, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: tuple[int, list[Line]] | None = None
        self.set_reactive(Sheet.wording, wording)

    def blocks(self) -> Sequence[Block]:
        """The text; read again when its words change."""
        return ()

    def text(self) -> str:
        """All of it as it was before wrapping."""
        return text_of(self.blocks())

    def watch_wording(self) -> None:
        """Say the same in other words."""
        self.say_again()

    def say_again(self) -> None:
        """Lay the text out anew, because what it says has changed."""
        self.forget_lines()
        self.clear_cached_dimensions()
        self.refresh(layout=True)

    def say_more(self, change: Callable[[], object]) -> None:
        """Change what it says, and tell from which row on it says more, so that this comes into sight."""
        width = self.content_size.width
        before = [line.content.plain for line in self.lines(width)]
        change()
        self.say_again()
        after = [line.content.plain for line in self.lines(width)]
        if before != after:
            same = (place for place, (old, new) in enumerate(zip(before, after, strict=False)) if old != new)
            self.post_message(self.SaidMore(self, next(same, min(len(before), len(after)))))

    def forget_lines(self) -> None:
        """Lay the text out anew when its lines are asked for."""
        self._lines = None

    def lines(self, width: int) -> list[Line]:
        """The lines for a width; the last width's are kept."""
        if self._lines is None or self._lines[0] != width:
            self._lines = (width, lay_out(self.blocks(), max(1, width)))
        return self._lines[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many rows as there are lines."""
        return len(self.lines(width))

    def render(self) -> Content:
        """The lines that fit the width of now."""
        return Content("\n").join(line.content for line in self.lines(self.content_size.width))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What the mouse selected, without wrapping and without decoration."""
        start = (selection.start.y, selection.start.x) if selection.start is not None else None
        end = (selection.end.y, selection.end.x) if selection.end is not None else None
        return selected_text(self.lines(self.content_size.width), start, end), "\n"
