"""The application: settings, colours, language and the screens over the talk; knows the engine by its ports alone."""

from __future__ import annotations

import gc
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import BindingType
from textual.events import Event, Key
from textual.screen import Screen

from advisor.commands import BY_ID
from advisor.settings import Places, Settings, animates, screen_language
from advisor.text.typography import typeset_message
from advisor.tui.adjusting import AdjustingApp
from advisor.tui.engine import Engine
from advisor.tui.faults import FaultLog
from advisor.tui.history import QuestionHistory
from advisor.tui.introducing import IntroducingApp, is_first_time
from advisor.tui.judging import JudgingApp
from advisor.tui.keys import EVERYWHERE, bindings, know_alt_keys, rebind
from advisor.tui.learning import LearningApp
from advisor.tui.messages import CommandGiven, NotKept, Opened, PathWanted, Told
from advisor.tui.record import Record
from advisor.tui.recording import RecordingApp
from advisor.tui.screens.talk import TalkScreen
from advisor.tui.taking import TakingApp
from advisor.tui.themes import THEMES, wear
from advisor.tui.words import Wording

if TYPE_CHECKING:
    from advisor.model import Language, Words
    from advisor.store.port import Store, Tell
    from advisor.tui.exchange import Errand
    from advisor.tui.ports import Advisor, OpenAdvisor


_HERE = Path(__file__).parent
OFTEN = 2_000
"""Objects made before garbage is looked for: what a talk leaves behind would fill the memory for a long while."""
SECONDS_BETWEEN_LOOKS = 5.0
"""How often one looks whether the terminal is still there."""
SECONDS_TO_LEAVE = 5.0
"""How long a first Ctrl+C is remembered."""


def run(
    open_advisor: OpenAdvisor,
    settings: Settings,
    places: Places,
    *,
    lang: Literal["fr", "en", "auto"] | None = None,
    notices: Sequence[Words] = (),
    introduce: bool = True,
) -> int:
    """Hold the talk on the screen until it is left; `lang` stands for this time over the settings.

    `introduce` is for knowledge that the introduction fits: it comes the first time, and never again.
    """
    # Nothing that the first picture is made of is garbage, and looking for some costs it a tenth of its time.
    gc.disable()
    first = introduce and is_first_time(places)
    app = AdvisorApp(open_advisor, settings, places, lang=lang, notices=notices, introduce=first)
    app.run()
    return app.return_code or 0


def _keymap(settings: Settings) -> tuple[Mapping[str, tuple[str, ...]], Sequence[Words]]:
    """The keys that the settings change, and what there is to say of them."""
    if not settings.keys:
        return {}, ()
    from advisor.tui.keymap import keymap_of  # most people change none, and it would delay the first picture

    return keymap_of(settings.keys)


def _open_store(places: Places, settings: Settings, tell: Tell) -> Store:
    from advisor.store.opening import open_store  # not before the first picture

    return open_store(places, settings, tell)


class AdvisorApp(
    RecordingApp, TakingApp, AdjustingApp, IntroducingApp, JudgingApp, LearningApp, inherit_bindings=False
):
    """The chat."""

    TITLE = "Advisor"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-medium"), (110, "-wide")]  # noqa: RUF012 - the toolkit's own type
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall")]  # noqa: RUF012 - the toolkit's own type
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(*(id for id in EVERYWHERE if id != "quit"), action=lambda command, _key: f"command('{command.id}')"),
        *bindings("quit", action=lambda _command, _key: "command('quit')", priority=True),
    ]

    def __init__(
        self,
        open_advisor: OpenAdvisor,
        settings: Settings,
        places: Places,
        *,
        lang: Literal["fr", "en", "auto"] | None = None,
        notices: Sequence[Words] = (),
        introduce: bool = False,
    ) -> None:
        # The talk is never pushed, and only pushing reads a screen's own style sheet.
        super().__init__(css_path=[_HERE / "app.tcss", _HERE / "screens" / "talk.tcss"])
        know_alt_keys()
        for theme in THEMES:
            self.register_theme(theme)
        wear(self, settings.theme)
        if not animates(settings.animation):
            self.animation_level = "none"
        self._settings = settings
        chosen = lang or settings.language
        self._answers_in: Language | None = None if chosen == "auto" else screen_language(chosen)
        keymap, refused = _keymap(settings)
        rebind(self, keymap)
        self._wording = Wording(screen_language(chosen), "tu" if settings.address == "tu" else "vous", keymap)
        self._places = places
        self._notices = (*notices, *refused)
        self._introduces = introduce
        self._told_not_kept = False
        self._is_leaving = False
        self._early: list[Key] | None = []
        """The keys that came before the first picture; None once that stands."""
        log = FaultLog(places.state / "faults.log")
        self._record = Record(partial(_open_store, places, settings), log)
        self._engine = Engine(open_advisor, log, self._record)
        self._talk = TalkScreen(self._wording, self._engine, QuestionHistory())
        self._talk.shows_all = settings.answers == "whole"

    def get_default_screen(self) -> Screen[None]:
        """Open with the talk, in the classes of the size that it will have: every later one restyles all there is."""
        for dimension, breakpoints in zip(
            self.size, (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), strict=True
        ):
            self._talk.add_class([name for least, name in breakpoints or () if dimension >= least][-1])
        return self._talk

    def on_mount(self) -> None:
        """Open the knowledge once the first picture stands, so that nothing delays it."""
        self.call_after_refresh(self._begin)

    async def on_event(self, event: Event) -> None:
        """Let keys wait until there is something to write in: whoever knows the program types before it stands."""
        if self._early is not None and isinstance(event, Key) and not event.is_forwarded:
            self._early.append(event)
        else:
            await super().on_event(event)

    async def _begin(self) -> None:
        early, self._early = self._early or [], None
        for event in early:
            await self.on_event(event)
        if not self.is_headless:
            self.set_interval(SECONDS_BETWEEN_LOOKS, self._look_for_terminal)
        gc.freeze()  # what the first picture is made of stays: nobody need look at it again
        gc.set_threshold(OFTEN)
        gc.enable()
        if self._introduces:
            self.introduce()
        self._engine.open(self._talk.post_message)
        self._record.open(self.post_message)
        for notice in self._notices:
            await self._talk.say(notice)

    def _look_for_terminal(self) -> None:
        """Leave where the terminal has gone without a word, as one does that a program held: nothing can be typed any more."""
        try:
            is_there = sys.__stdin__ is not None and sys.__stdin__.isatty()
        except ValueError:  # closed
            is_there = False
        if not is_there:
            self.exit()

    async def on_opened(self, event: Opened) -> None:
        """Begin the talk with the engine."""
        self.begin_talk(event.advisor)
        await self._talk.welcome_in(event.advisor)

    def begin_talk(self, advisor: Advisor) -> None:
        """Begin another talk with the engine."""
        self._engine.begin(advisor, self._answers_in, self._wording.address, self._wording.language)

    def on_command_given(self, event: CommandGiven) -> None:
        """Carry out what the talk doesn't."""
        self.action_command(event.command.id, event.words)

    def on_path_wanted(self, event: PathWanted) -> None:
        """Show a learning path."""
        self.open_path(event.path_id)

    async def have_answered(self, errand: Errand) -> None:
        """Put something to the talk."""
        await self._talk.have_answered(errand)

    async def answer_topic(self, topic: str) -> None:
        """Have the talk answer with a topic."""
        from advisor.tui.offers import Offer

        advisor = self._engine.advisor
        title = next((head.title for head in advisor.topics() if head.id == topic), None) if advisor else None
        if title is not None:
            await self._talk.follow(Offer("topic", topic, title=title))

    def on_not_kept(self, event: NotKept) -> None:
        """Say once that nothing can be written."""
        if not self._told_not_kept:
            self._told_not_kept = True
            language = self._wording.language
            reason = typeset_message(event.reason[language], language)
            self.tell(self._wording("not_kept", reason=reason), warning=True)

    def on_told(self, event: Told) -> None:
        """Say what a screen has to say in passing."""
        self.tell(event.text, warning=event.warning)

    def action_command(self, id: str, words: str = "") -> None:
        """Carry out a command of the whole program; one that takes words is handed those behind its name."""
        if id != "interrupt":
            self._is_leaving = False
        does = getattr(self, f"_do_{id}")
        does(words) if BY_ID[id].words else does()

    def _do_quit(self) -> None:
        self.exit()

    def _do_interrupt(self) -> None:
        selected = self.screen.get_selected_text() or getattr(self.focused, "selected_text", "")
        if selected:
            self.take_to_clipboard(selected, self._say("selection"))
        elif self._is_leaving:
            self.exit()
        else:
            self._is_leaving = True
            self.set_timer(SECONDS_TO_LEAVE, self._stay)
            wording = self._wording
            quit_name = BY_ID["quit"].name(wording.language)
            self.tell(wording("leave", again=wording.key("interrupt"), quit=quit_name))

    def _stay(self) -> None:
        self._is_leaving = False

    def _do_new(self) -> None:
        if self._engine.advisor is not None:
            self.begin_talk(self._engine.advisor)

    def _do_help(self) -> None:
        from advisor.tui.screens.help import HelpScreen

        self._open_over_read(HelpScreen(self._wording))

    def _do_commands(self) -> None:
        from advisor.tui.screens.commands import CommandsScreen

        self._open_over_read(CommandsScreen(self._wording), lambda id: self._talk.give(BY_ID[id]))
