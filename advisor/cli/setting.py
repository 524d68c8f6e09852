"""What a command works with: languages, packs, places, settings, and the open advisor; knows no command and no screen."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from advisor.cli.call import Call
from advisor.cli.options import DATA, KNOWLEDGE, LANG, ONLY
from advisor.cli.streams import say
from advisor.errors import UsageError
from advisor.settings import Places, Settings, places, read_settings, screen_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.advice.advisor import Advisor
    from advisor.lessons.lesson import Keeper
    from advisor.model import Address, Language, Words
    from advisor.store.port import Store

Lang = Literal["fr", "en", "auto"]
LANGS: tuple[Lang, ...] = ("fr", "en", "auto")

BUILDING: dict[Language, dict[str, str]] = {
    "fr": {
        "index": "Première ouverture de ces connaissances : j'apprends à les reconnaître (une dizaine de secondes, "
        "parfois plus)...",
        "dialogues": "Je relis des conversations...",
        "calibration": "Je mesure à quel point je peux m'y fier...",
    },
    "en": {
        "index": "First opening of this knowledge: learning to recognise it (some ten seconds, sometimes more)...",
        "dialogues": "Reading talks again...",
        "calibration": "Measuring how far I can be trusted with it...",
    },
}


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """One call of the program."""

    language: Language
    """Of help, errors and screens."""
    answers: Language | None
    """Of answers; None for each question's own."""
    knowledge: tuple[str, ...]
    only: bool
    places: Places
    settings: Settings
    lang: Lang | None = None
    """What was asked for this time, over the settings."""
    notices: tuple[Words, ...] = ()

    @classmethod
    def of(cls, call: Call, language: Language) -> Setting:
        """The options over the environment over the settings; raises UsageError for a language that isn't known."""
        data = call.last(DATA)
        held = places(Path(data) if data else None)
        settings, notices = read_settings(held.settings_file)
        named = call.last(LANG) or os.environ.get("ADVISOR_LANG")
        lang = next((one for one in LANGS if one == named), None)
        if named and lang is None:
            raise UsageError(
                f"ADVISOR_LANG is “{named}”; it must be fr, en or auto.",
                f"ADVISOR_LANG vaut « {named} » ; ce doit être fr, en ou auto.",
            )
        wanted = lang or settings.language
        answers: Language | None = "fr" if wanted == "fr" else "en" if wanted == "en" else None
        return cls(language, answers, call.every(KNOWLEDGE), call.has(ONLY), held, settings, lang, notices)

    @property
    def address(self) -> Address:
        """The form of address of French answers."""
        return "tu" if self.settings.address == "tu" else "vous"

    def packs(self) -> Sequence[Path]:
        """The packs to lay over each other; raises UsageError and KnowledgeError."""
        from advisor.advice.where import directories

        return directories(self.knowledge, self.only)

    def open(self, keeper: Keeper | None = None, *, learns: bool = False) -> Advisor:
        """The advisor, its progress and notices told on standard error; raises KnowledgeError.

        It goes by the lessons of a keeper, and learns where it should; without one it is the same for everybody.
        """
        from advisor.advice.advisor import open_advisor

        advisor = open_advisor(self.packs(), self.places.cache, self.tell_progress, keeper, learns=learns)
        for notice in (*self.notices, *advisor.notices):
            say(notice[self.language])
        return advisor

    def opener(self) -> Callable[[Callable[[str], None]], Advisor]:
        """A way to open the advisor later, elsewhere than here, with somebody else watching its progress."""
        packs, cache = self.packs(), self.places.cache

        def open_it(progress: Callable[[str], None]) -> Advisor:
            from advisor.advice.advisor import open_advisor

            lessons, learns = self._lessons(stays_open=True), self.settings.history
            return open_advisor(packs, cache, progress, lessons, learns=learns, elsewhere=True)

        return open_it

    def lessons_kept(self) -> Keeper | None:
        """What was taught so far; None where nothing was, which a glance tells sooner than opening the store would."""
        if not self.places.store_file.exists():
            return None
        from advisor.store.later import has_lessons

        return self._lessons(stays_open=False) if has_lessons(self.places.store_file) else None

    def _lessons(self, *, stays_open: bool) -> Keeper:
        """The lessons of the store, which is opened when they are first needed; what is wrong with it others will say."""
        from advisor.store.later import LessonsLater

        def open_it() -> Store:
            from advisor.store.opening import open_store

            return open_store(self.places, self.settings, lambda _words: None)

        return LessonsLater(open_it, stays_open=stays_open)

    def tell_progress(self, stage: str) -> None:
        """Say on standard error what takes time."""
        said = BUILDING[self.language].get(stage)
        if said:
            say(said)


def spoken(given: Sequence[str]) -> Language:
    """The language of help, errors and screens, told before the arguments are understood."""
    named = _given(given, LANG.name) or os.environ.get("ADVISOR_LANG")
    if named not in LANGS:
        named = read_settings(places_of(given).settings_file)[0].language
    return screen_language(named)


def places_of(given: Sequence[str]) -> Places:
    """The places of a call, told before its arguments are understood."""
    data = _given(given, DATA.name)
    return places(Path(data) if data else None)


def _given(given: Sequence[str], name: str) -> str | None:
    """The last value that the arguments give an option."""
    options = given[: given.index("--")] if "--" in given else given
    found = None
    for place, one in enumerate(options, 1):
        if one.startswith(f"{name}="):
            found = one.partition("=")[2]
        elif one == name and place < len(options):
            found = options[place]
    return found
