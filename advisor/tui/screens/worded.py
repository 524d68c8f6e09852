"""What every screen shares: words that can change while it is shown, and a last line that tells which keys apply."""

from collections.abc import Iterable
from typing import Any, TypeVar

from textual.binding import Binding
from textual.reactive import reactive
from textual.screen import Screen

from advisor.commands import Command
from advisor.tui.keys import command_of, rebind
from advisor.tui.widgets.sheet import Sheet
from advisor.tui.widgets.status import StatusLine
from advisor.tui.words import Wording

Result = TypeVar("Result")

_FIRST_PLACES = ("choice", "list", "path")


class WordedScreen(Screen[Result], inherit_bindings=False):
    """A screen in one language at a time."""

    wording: reactive[Wording] = reactive(Wording("fr"), init=False)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self.set_reactive(WordedScreen.wording, wording)
        rebind(self, wording.keymap)

    def on_mount(self) -> None:
        """Keep the last line true."""
        self.bindings_updated_signal.subscribe(self, self._show_keys)

    def watch_wording(self, wording: Wording) -> None:
        """Redraw in other words."""
        self.reword(wording)
        for line in self.query(StatusLine):
            line.wording = wording

    def reword(self, wording: Wording) -> None:
        """Hand the words down to what this screen holds."""
        for sheet in self.query(Sheet):
            sheet.wording = wording

    def action_press(self, key: str) -> None:
        """Do what a key does, for a mouse."""
        self.app.simulate_key(key)

    def _show_keys(self, _screen: Screen[Any]) -> None:
        active = [active.binding for active in self.active_bindings.values() if active.enabled]
        for line in self.query(StatusLine):
            line.commands = commands_shown(active)


def commands_shown(active: Iterable[Binding]) -> tuple[Command, ...]:
    """The commands of some bindings that the last line names, those of the place where one is first."""
    commands = {command.id: command for binding in active if (command := command_of(binding)) and command.rank}
    return tuple(sorted(commands.values(), key=lambda command: (command.place not in _FIRST_PLACES, command.rank)))
