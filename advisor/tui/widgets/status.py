"""The last line: what the program is doing, then the keys that apply, as many as fit; above it what is said in passing.

Knows no screen.
"""

from collections.abc import Sequence

from rich.cells import cell_len as width_of
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from advisor.commands import Command, spelt
from advisor.tui.ink import HEADING, QUIET, WARNED, visible
from advisor.tui.page import Line, Paragraph, lay_out
from advisor.tui.words import Wording

GAP = "  "
BAR = "▌ "


class Passing:
    """Something said in passing, as it may reach the terminal; a plain class, since the first picture waits for it."""

    __slots__ = ("text", "warning")

    def __init__(self, text: str, warning: bool = False) -> None:
        self.text = text
        self.warning = warning


class StatusLine(Widget, can_focus=False):
    """One line, and those of what is said in passing; a click on a key does what the key does."""

    ALLOW_SELECT = False
    wording: reactive[Wording] = reactive(Wording("fr"), init=False)
    commands: reactive[tuple[Command, ...]] = reactive((), init=False)
    state: reactive[str] = reactive("", init=False)
    passing: reactive[Passing | None] = reactive[Passing | None](None, init=False)

    def __init__(
        self, wording: Wording, commands: Sequence[Command] = (), *, state: str = "", id: str = "status"
    ) -> None:
        super().__init__(id=id)
        self.auto_links = False
        self.set_reactive(StatusLine.wording, wording)
        self.set_reactive(StatusLine.commands, tuple(commands))
        self.set_reactive(StatusLine.state, state)

    def watch_passing(self) -> None:
        """Take as many rows as it needs."""
        self.clear_cached_dimensions()
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """One row, and those of what is said in passing."""
        return 1 + len(self._passing_lines(width))

    def _passing_lines(self, width: int) -> list[Line]:
        if self.passing is None:
            return []
        bar = Content.styled(BAR, WARNED if self.passing.warning else HEADING)
        text = Content.styled(self.passing.text, "bold")
        return lay_out([Paragraph(text, bar, bar, margin=len(BAR))], width)

    def render(self) -> Content:
        """What is said in passing over the line of keys."""
        lines = [line.content for line in self._passing_lines(self.content_size.width)]
        return Content("\n").join([*lines, self._keys()])

    def _keys(self) -> Content:
        """The state, then keys by their rank while there is room."""
        room = self.content_size.width
        parts: list[Content] = []
        if self.state:
            parts.append(Content.styled(visible(self.state), "bold $heading"))
            room -= width_of(self.state) + len(GAP)
        for command in map(self.wording.bound, self.commands):
            if not command.keys:
                continue
            key, label = spelt(command.keys[0], self.wording.language), self.wording.label(command)
            room -= width_of(key) + 1 + width_of(label) + len(GAP)
            if room < -len(GAP):
                break
            click = Style.from_meta({"@click": f"screen.press('{command.keys[0]}')"})
            parts.append(Content.assemble((key, HEADING), " ", (label, QUIET)).stylize(click))
        return Content(GAP).join(parts)
