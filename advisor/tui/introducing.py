"""Introduces the program to whoever comes for the first time, once; knows neither knowledge nor engine."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from textual.app import App

if TYPE_CHECKING:
    from advisor.settings import Places
    from advisor.tui.messages import WrittenOn
    from advisor.tui.screens.introduction import Introduced
    from advisor.tui.screens.talk import TalkScreen
    from advisor.tui.words import Wording


def is_first_time(places: Places) -> bool:
    """Whether nothing of a person's lies there yet."""
    left = (places.introduced_file, places.settings_file, places.store_file, places.history_file)
    return not any(file.exists() for file in left)


class IntroducingApp(App[None], inherit_bindings=False):
    """An application that can introduce itself; its heir holds the talk."""

    _places: Places
    _wording: Wording
    _talk: TalkScreen

    def introduce(self) -> None:
        """Show the introduction over the talk, unless somebody has begun to talk already; never again after that."""
        with contextlib.suppress(OSError):  # then it comes again, and does no harm
            self._places.introduced_file.parent.mkdir(parents=True, exist_ok=True)
            self._places.introduced_file.touch()
        if self._talk.is_untouched:
            from advisor.tui.screens.introduction import IntroductionScreen

            self.push_screen(IntroductionScreen(self._wording, self._places), self._introduced)

    def on_written_on(self, event: WrittenOn) -> None:
        """Go on writing in the talk."""
        self._talk.go_on_writing(event.text)

    async def _introduced(self, ended: Introduced | None) -> None:
        if ended is None:
            return
        from advisor.tui.offers import Offer

        await self._talk.begin_with(*(Offer("question", title=question) for question in ended.questions))
        self._talk.go_on_writing("")
