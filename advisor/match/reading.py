"""Reads a question: its words as the knowledge would write them, what was mended, its language; knows no topic.

Texting is spelt out by the lexicon; a word that neither the knowledge nor a list of ordinary words knows is taken
for the nearest spelling of the knowledge, within one or two edits (optimal string alignment).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from advisor.index.reader import Index, LanguageIndex
from advisor.model import LANGUAGES, Language
from advisor.reply import Correction
from advisor.text.fold import words

SHORTEST_MENDED = 4
"""Shorter words have too many neighbours to be taken for one of them."""
TWO_EDITS_FROM = 8
"""From this length a word may be two edits away."""
MOST_MENDED = 12
"""A text in another language is not mended word by word."""
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
    part = index.language(language)
    abbreviations: dict[str, list[str]] = index.lexicon["abbreviations"].get(language, {})
    spelt: list[str] = []
    origins: list[int] = []
    unknown: list[str] = []
    corrections: list[Correction] = []
    mended = 0
    for place, word in enumerate(typed):
        meant = abbreviations.get(word)
        if meant is None and word not in part.surface and word not in index.common and mended < MOST_MENDED:
            mended += 1
            spelling = nearest_spelling(part, word)
            if spelling is not None:
                meant = [spelling]
                corrections.append(Correction(word, spelling))
            else:
                unknown.append(word)
        for one in meant if meant is not None else (word,):
            spelt.append(one)
            origins.append(place)
    return Reading(tuple(spelt), language, tuple(corrections), tuple(unknown), tuple(origins), tuple(typed))


def nearest_spelling(part: LanguageIndex, word: str) -> str | None:
    """The knowledge's spelling nearest to a word: fewest edits, then same first letter, then most frequent."""
    if len(word) < SHORTEST_MENDED or not word.isalpha():
        return None
    # imported here because most questions need no mending and rapidfuzz costs a third of the start
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    most = 2 if len(word) >= TWO_EDITS_FROM else 1
    spellings, counts = part.spellings
    found = extract(word, spellings, scorer=OSA.distance, score_cutoff=most, limit=5)
    ranked = [
        (distance, spelling[0] != word[0], -counts[row], spelling)
        for spelling, distance, row in found
        if len(spelling) >= SHORTEST_MENDED - 1
    ]
    return min(ranked)[3] if ranked else None


def languages_of(index: Index, question: str) -> tuple[Language, ...]:
    """The languages to read a question in, likeliest first; both where the words leave it open."""
    odds = language_odds(index, words(question))
    first: tuple[Language, ...] = LANGUAGES if odds >= 0 else (LANGUAGES[1], LANGUAGES[0])
    return first[:1] if abs(odds) >= SURE_ODDS else first
