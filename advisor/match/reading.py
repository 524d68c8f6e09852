"""Reads a question: its words as the knowledge would write them, what was mended, its language; knows no topic."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp

from advisor.index.reader import Index
from advisor.model import LANGUAGES, Language
from advisor.reply import Correction
from advisor.text.fold import words
from advisor.text.names import names_in

SURE_ODDS = 6.0
"""Log odds beyond which the other language is not considered: one in four hundred."""

SPOKEN_ODDS = 2.0
"""Log odds for the language that a person is known to speak: seven in eight of the words that both languages write."""
UNDECIDED_ODDS = 3.0
"""Log odds of a language below which a short message is read in the language of the talk."""
MOST_A_WORD = 4.0
"""Log odds that a single word can speak for: "ok" is English, but who writes "ok merci" isn't."""
FEW = 2
"""Up to so many words, any of them may be borrowed ("burnout", "job"): then what the person speaks counts twice, and no word
counts more than that."""


@dataclass(frozen=True, slots=True, eq=False)
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
    makes_sense: float = 0.0
    """How much what was mended speaks for the language, in natural logarithms of odds."""

    @property
    def says_something(self) -> bool:
        """Whether any of its words is known, or half of them could be mended.

        A letter is none; what an unknown word looks like is no evidence alone, and of many unknown words some always look like
        a known one.
        """
        mended = {correction.typed for correction in self.corrections}
        known = any(
            len(word) > 1 and word not in self.unknown and self.typed[origin] not in mended
            for word, origin in zip(self.words, self.origins, strict=True)
        )
        return known or 2 * len(self.corrections) >= max(1, len(self.typed))


def language_odds(index: Index, typed: Sequence[str]) -> float:
    """How much the words speak for French, as natural log odds: positive is French, 0 is undecided."""
    odds = 0.0
    for word in typed:
        row = index.common.find(word)
        if row >= 0:
            odds += max(-MOST_A_WORD, min(MOST_A_WORD, index.common_languages[row] / 10))
    return odds


def language_of(index: Index, message: str, spoken: Language, *, goes_on: bool) -> Language:
    """The language of a message to a person who is known to speak one; that one where the words leave it open.

    In a talk that `goes_on`, one or two words are read in its language where it knows them: "stop" is French, too.
    """
    said = words(message)
    odds = language_odds(index, said)
    if abs(odds) < UNDECIDED_ODDS:
        return spoken
    known = index.language(spoken).surface
    if goes_on and abs(odds) < SURE_ODDS and len(said) <= FEW and all(word in known for word in said):
        return spoken
    return LANGUAGES[0] if odds > 0 else LANGUAGES[1]


def read(index: Index, question: str, language: Language) -> Reading:
    """Read a question as one language's."""
    typed = words(question)
    spelt = index.language(language).speller.spell(typed, names_in(question))
    corrections = tuple(Correction(*pair) for pair in spelt.mended)
    return Reading(spelt.words, language, corrections, spelt.unknown, spelt.origins, tuple(typed), spelt.makes_sense)


def likelihoods(index: Index, question: str, spoken: Language | None = None) -> dict[Language, float]:
    """The languages that a question may be in with their probabilities, likeliest first; one alone where that is sure.

    `spoken` is the language that the person is known to speak, which counts where the words say little.
    """
    typed = words(question)
    odds = language_odds(index, typed)
    if spoken:
        weight = SPOKEN_ODDS
        if len(typed) <= FEW:
            weight *= 2
            odds = max(-weight, min(weight, odds))
        odds += weight if spoken == LANGUAGES[0] else -weight
    if abs(odds) >= SURE_ODDS:
        return {LANGUAGES[0] if odds > 0 else LANGUAGES[1]: 1.0}
    french = 1.0 / (1.0 + exp(-odds))
    found = {LANGUAGES[0]: french, LANGUAGES[1]: 1.0 - french}
    return found if odds >= 0 else dict(reversed(found.items()))


def languages_of(index: Index, question: str) -> tuple[Language, ...]:
    """The languages to read a question in, likeliest first; both where the words leave it open."""
    return tuple(likelihoods(index, question))
