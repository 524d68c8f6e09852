"""What a command works with: languages, packs, places, settings, and the open advisor; knows no command and no screen."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from advisor.errors import UsageError
from advisor.model import Address, Language, Words
from advisor.settings import Places, Settings, places, read_settings, screen_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.advice.advisor import Advisor

Lang = Literal["fr", "en", "auto"]
LANGS: tuple[Lang, ...] = ("fr", "en", "auto")

BUILDING: dict[Language, dict[str, str]] = {
    "fr": {
        "index": "Première ouverture de ces connaissances : j'apprends à les reconnaître (quelques secondes)...",
        "dialogues": "Je relis des conversations...",
        "calibration": "Je mesure à quel point je peux m'y fier...",
    },
    "en": {
        "index": "First opening of this knowledge: learning to recognise it (a few seconds)...",
        "dialogues": "Reading talks again...",
        "calibration": "Measuring how far I can be trusted with it...",
    },
}


@dataclass(frozen=True, slots=True)
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
    def of(cls, options: Namespace, language: Language) -> "Setting":
        """The options over the environment over the settings; raises UsageError for a language that isn't known."""
        held = places(Path(options.data) if options.data else None)
        settings, notices = read_settings(held.settings_file)
        named = options.lang or os.environ.get("ADVISOR_LANG")
        lang = next((one for one in LANGS if one == named), None)
        wanted = lang or settings.language
        if named and lang is None:
            raise UsageError(
                f"ADVISOR_LANG is {named!r}; it must be fr, en or auto.",
                f"ADVISOR_LANG vaut {named!r} ; ce doit être fr, en ou auto.",
            )
        answers: Language | None = "fr" if wanted == "fr" else "en" if wanted == "en" else None
        return cls(
            answers or (screen_language(settings.language) if settings.language != "auto" else language),
            answers,
            tuple(options.knowledge or ()),
            options.only,
            held,
            settings,
            lang,
            notices,
        )

    @property
    def address(self) -> Address:
        """The form of address of French answers."""
        return "tu" if self.settings.address == "tu" else "vous"

    def packs(self) -> Sequence[Path]:
        """The packs to lay over each other; raises UsageError and KnowledgeError."""
        from advisor.advice.where import directories

        return directories(self.knowledge, self.only)

    def open(self) -> "Advisor":
        """The advisor, its progress and notices told on standard error; raises KnowledgeError."""
        from advisor.advice.advisor import open_advisor

        advisor = open_advisor(self.packs(), self.places.cache, self.tell_progress)
        for notice in (*self.notices, *advisor.notices):
            print(notice[self.language], file=sys.stderr)
        return advisor

    def opener(self) -> "Callable[[Callable[[str], None]], Advisor]":
        """A way to open the advisor later, elsewhere than here, with somebody else watching its progress."""
        packs, cache = self.packs(), self.places.cache

        def open_it(progress: "Callable[[str], None]") -> "Advisor":
            from advisor.advice.advisor import open_advisor

            return open_advisor(packs, cache, progress)

        return open_it

    def tell_progress(self, stage: str) -> None:
        """Say on standard error what takes time."""
        said = BUILDING[self.language].get(stage)
        if said:
            print(said, file=sys.stderr, flush=True)
