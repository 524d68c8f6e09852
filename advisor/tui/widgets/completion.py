"""The commands that begin as typed, over the prompt; knows no prompt."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from advisor.commands import Command
from advisor.tui.ink import HEADING, QUIET
from advisor.tui.page import Block, Paragraph
from advisor.tui.widgets.sheet import Sheet
from advisor.tui.words import Wording

MOST_SHOWN = 6


class Completion(Sheet):
    """A short list with a pointer, hidden while there is nothing to complete."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Completion {
        display: none;
        max-width: 100%;
        background: $surface;
        padding: 0 1;
    }
    Completion.-open {
        display: block;
    }
    """

    found: reactive[tuple[tuple[str, Command], ...]] = reactive((), init=False)
    pointed: reactive[int] = reactive(0, init=False)

    class Taken(Message):
        """The name that the pointer is on is wanted."""

    def __init__(self, wording: Wording, *, id: str | None = None) -> None:
        super().__init__(wording, id=id)
        self._first_shown = 0

    @property
    def name_pointed_at(self) -> str | None:
        """The slash name that would be taken, or None while nothing is shown."""
        return self.found[self.pointed][0] if self.found else None

    @property
    def command_pointed_at(self) -> Command | None:
        """The command of that name."""
        return self.found[self.pointed][1] if self.found else None

    def watch_found(self) -> None:
        """Show another list from its beginning."""
        self.set_reactive(Completion.pointed, 0)
        self._first_shown = 0
        self.set_class(bool(self.found), "-open")
        self.say_again()

    def watch_pointed(self) -> None:
        """Move the pointer."""
        self._first_shown = max(self.pointed - MOST_SHOWN + 1, min(self._first_shown, self.pointed))
        self.say_again()

    def step(self, steps: int) -> None:
        """Move the pointer by some lines, round the ends."""
        self.pointed = (self.pointed + steps) % len(self.found)

    def blocks(self) -> Sequence[Block]:
        """One line a command: its name, what it does."""
        shown = self.found[self._first_shown : self._first_shown + MOST_SHOWN]
        wide = max((len(name) for name, _ in shown), default=0)
        return [
            Paragraph(
                Content(self.wording.label(command)).stylize(QUIET),
                Content.assemble(
                    ("› " if number + self._first_shown == self.pointed else "  ", HEADING),
                    (name.ljust(wide + 2), HEADING),
                ),
            )
            for number, (name, command) in enumerate(shown)
        ]

    def on_click(self, event: events.Click) -> None:
        """Take the name under the mouse."""
        line = event.get_content_offset(self)
        if line is not None and self._first_shown + line.y < len(self.found):
            self.pointed = self._first_shown + line.y
            self.post_message(self.Taken())
