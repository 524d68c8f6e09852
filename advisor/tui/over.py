"""What every part of the application does: say something in passing, lay a screen over the talk; knows no command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from advisor.tui.ink import visible

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from advisor.tui.engine import Engine
    from advisor.tui.ports import Advisor
    from advisor.tui.screens.worded import WordedScreen
    from advisor.tui.words import Wording


class OverTalkApp(App[None], inherit_bindings=False):
    """An application over a talk; its heirs each add some commands, and the last one holds the engine and the wording."""

    _engine: Engine
    _wording: Wording

    def tell(self, text: str, *, warning: bool = False) -> None:
        """Say something in passing."""
        self.clear_notifications()
        self.notify(visible(text), severity="warning" if warning else "information", markup=False)

    def _open_over(self, screen: WordedScreen[str], then: Callable[[str], Awaitable[None]] | None = None) -> None:
        """Show a screen over the talk, instead of any other that lies there; the same one again closes it."""
        lay_below = self.screen_stack[1:2]
        self._close_over()
        if not lay_below or type(lay_below[0]) is not type(screen):

            async def chosen(id: str | None) -> None:
                if then is not None and id is not None:
                    await then(id)

            self.push_screen(screen, chosen)

    def _close_over(self) -> None:
        for _ in self.screen_stack[1:]:
            self.pop_screen()

    def _opened(self) -> Advisor | None:
        """The knowledge; None, once that has been said, where it isn't open."""
        if self._engine.advisor is None:
            opening = self._engine.reason_closed is None
            self.tell(self._wording("still_opening") if opening else self._engine.why_closed(self._wording))
        return self._engine.advisor
