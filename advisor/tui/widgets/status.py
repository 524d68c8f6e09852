"""The last line: what the program is doing, then the keys that apply, as many as fit; knows no screen."""

from collections.abc import Sequence

from rich.cells import cell_len as width_of
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from advisor.commands import Command, spelt
from advisor.tui.ink import HEADING, QUIET, visible
from advisor.tui.words import Wording

GAP = "  "


class StatusLine(Widget, can_focus=False):
    """One line; a click on a key does what the key does."""

    ALLOW_SELECT = False
    wording: reactive[Wording] = reactive(Wording("fr"), init=False)
    commands: reactive[tuple[Command, ...]] = reactive((), init=False)
    state: reactive[str] = reactive("", init=False)

    def __init__(
        self, wording: Wording, commands: Sequence[Command] = (), *, state: str = "", id: str = "status"
    ) -> None:
        super().__init__(id=id)
        self.auto_links = False
        self.set_reactive(StatusLine.wording, wording)
        self.set_reactive(StatusLine.commands, tuple(commands))
        self.set_reactive(StatusLine.state, state)

    def render(self) -> Content:
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
