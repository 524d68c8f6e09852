"""A text over the talk, to scroll through; knows nothing of what it says."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from advisor.tui.keys import bindings
from advisor.tui.page import Block
from advisor.tui.screens.worded import WordedScreen
from advisor.tui.widgets.sheet import Sheet
from advisor.tui.widgets.status import StatusLine
from advisor.tui.words import Wording

_ACTIONS = {"back": "back", "line_up": "go('up')", "line_down": "go('down')"} | {
    "list_up": "go('page_up')",
    "list_down": "go('page_down')",
}


class Text(Sheet):
    """The text, asked of its screen in the words of now."""

    def __init__(self, screen: "ReadingScreen", wording: Wording) -> None:
        super().__init__(wording)
        self._blocks_in = screen.blocks

    def blocks(self) -> Sequence[Block]:
        """What the screen has to say."""
        return self._blocks_in(self.wording)


class Scroll(VerticalScroll, can_focus=False, inherit_bindings=False):
    """What the text scrolls in."""


class ReadingScreen(WordedScreen[str]):
    """A text; gives nothing back."""

    CSS_PATH = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(*_ACTIONS, action=lambda command, _key: _ACTIONS[command.id])

    @abstractmethod
    def blocks(self, wording: Wording) -> Sequence[Block]:
        """The text in the words of now."""

    def compose(self) -> ComposeResult:
        """Lay out the text over the keys."""
        with Scroll(id="text"):
            yield Text(self, self.wording)
        yield StatusLine(self.wording)

    def action_go(self, where: str) -> None:
        """Scroll."""
        getattr(self.query_exactly_one("#text", Scroll), f"scroll_{where}")(animate=where.startswith("page"))

    def action_back(self) -> None:
        """Come back."""
        self.dismiss(None)
