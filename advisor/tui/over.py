"""What every part of the application does: say something in passing, lay a screen over the talk; knows no command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.app import App

from advisor.tui.ink import visible
from advisor.tui.widgets.status import Passing, StatusLine

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from advisor.export.transcript import Turn
    from advisor.store.records import Verdict
    from advisor.tui.engine import Engine
    from advisor.tui.ports import Advisor
    from advisor.tui.screens.worded import WordedScreen
    from advisor.tui.words import Wording

SECONDS_TOLD = 5.0
"""How long what is said in passing stays, at least."""
CHARACTERS_A_SECOND = 20
"""How fast it is read."""


@runtime_checkable
class ShowsTurns(Protocol):
    """A screen that shows a conversation of its own."""

    def turns_shown(self) -> Sequence[Turn]:
        """What was asked and answered in it."""

    def turn_in_sight(self) -> Turn | None:
        """The turn that is being read."""

    def show_verdict(self, turn: str, verdict: Verdict, word: str) -> None:
        """Show what the person thinks of the answer of a turn."""


class OverTalkApp(App[None], inherit_bindings=False):
    """An application over a talk; its heirs each add some commands, and the last one holds the engine and the wording."""

    _engine: Engine
    _wording: Wording

    passing: Passing | None = None
    """What is said in passing now, on whatever screen is shown."""

    def tell(self, text: str, *, warning: bool = False) -> None:
        """Say something in passing, above the line of keys: over the text it would hide what is read or written."""
        said = Passing(visible(text), warning)
        self._pass(said)
        self.set_timer(max(SECONDS_TOLD, len(text) / CHARACTERS_A_SECOND), lambda: self._pass(None, before=said))

    def _pass(self, said: Passing | None, *, before: Passing | None = None) -> None:
        """Show what is said in passing, or nothing; the latter only instead of what was said before."""
        if before is None or self.passing is before:
            self.passing = said
            for screen in self.screen_stack:
                for line in screen.query(StatusLine):
                    line.passing = said

    def _open_over(self, screen: WordedScreen[str], then: Callable[[str], Awaitable[None]] | None = None) -> None:
        """Show a screen over the talk, instead of any other that lies there; the same one again closes it."""
        lay_below = self.screen_stack[1:2]
        self._close_over()
        if not lay_below or type(lay_below[0]) is not type(screen):
            self._push(screen, then)

    def _open_over_read(self, screen: WordedScreen[str], then: Callable[[str], Awaitable[None]] | None = None) -> None:
        """Show a screen over the conversation that is being read, else over the talk; the same one again closes it."""
        if self._being_read() is None:
            self._open_over(screen, then)
            return
        lay_over = type(self.screen)
        while not isinstance(self.screen, ShowsTurns):
            self.pop_screen()
        if lay_over is not type(screen):
            self._push(screen, then)

    def _push(self, screen: WordedScreen[str], then: Callable[[str], Awaitable[None]] | None) -> None:
        async def chosen(id: str | None) -> None:
            if then is not None and id is not None:
                await then(id)

        self.push_screen(screen, chosen)

    def _being_read(self) -> ShowsTurns | None:
        """The conversation that is being read over the talk, also while something lies over it."""
        return next((one for one in reversed(self.screen_stack[1:]) if isinstance(one, ShowsTurns)), None)

    def _close_over(self) -> None:
        for _ in self.screen_stack[1:]:
            self.pop_screen()

    def _opened(self) -> Advisor | None:
        """The knowledge; None, once that has been said, where it isn't open."""
        if self._engine.advisor is None:
            opening = self._engine.reason_closed is None
            self.tell(self._wording("still_opening") if opening else self._engine.why_closed(self._wording))
        return self._engine.advisor
