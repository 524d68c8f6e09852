"""Reads a question: its words as the knowledge would write them, what was mended, its language; knows no topic."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from advisor.index.reader import Index
from advisor.model import LANGUAGES, Language
from advisor.reply import Correction
from advisor.text.fold import words

SURE_ODDS = 6.0
"""Log odds beyond which the other language is not considered: one in four hundred."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as it was read in one language."""

    words: tuple[str, ...]
    language: Language
    corrections: tuple[Correction, ...] = ()
    unknown: tuple[str, ...] = ()
    """Words that neither the knowledge nor the list of ordinary words knows."""
    origins: tuple[int, ...] = field(default=(), repr=False)
    """For each word, the number of the typed word that it comes from."""
    typed: tuple[str, ...] = field(default=(), repr=False)


def language_odds(index: Index, typed: Sequence[str]) -> float:
    """How much the words speak for French, as natural log odds: positive is French, 0 is undecided."""
    odds = 0.0
    for word in typed:
        row = index.common.find(word)
        if row >= 0:
            odds += index.common_languages[row] / 10
    return odds


def read(index: Index, question: str, language: Language) -> Reading:
    """Read a question as one language's."""
    typed = words(question)
    spelt = index.language(language).speller.spell(typed)
    corrections = tuple(Correction(*pair) for pair in spelt.mended)
    return Reading(spelt.words, language, corrections, spelt.unknown, spelt.origins, tuple(typed))


def languages_of(index: Index, question: str) -> tuple[Language, ...]:
    """The languages to read a question in, likeliest first; both where the words leave it open."""
    odds = language_odds(index, words(question))
    first: tuple[Language, ...] = LANGUAGES if odds >= 0 else (LANGUAGES[1], LANGUAGES[0])
    return first[:1] if abs(odds) >= SURE_ODDS else first
