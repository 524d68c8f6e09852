"""Spells typed words as the knowledge writes them: texting spelt out, misspelt words mended; knows no topic.

A word that nobody knows is taken for the nearest spelling of the knowledge, within one or two edits (optimal string
alignment: a letter more, less, changed, or two swapped). The phrasings that an index learns from and the questions that
it is asked pass through the same speller.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

SHORTEST_MENDED = 4
"""Shorter words have too many neighbours to be taken for one of them."""
TWO_EDITS_FROM = 8
"""From this length a word may be two edits away."""
MOST_MENDED = 12
"""A text in another language is not mended word by word."""


Spellings = Mapping[int, tuple[Sequence[str], Sequence[int]]]
"""Length to the words of that length, and how often each occurs."""


@dataclass(frozen=True, slots=True)
class Spelt:
    """Words as they were read; `origins` gives for each the number of the typed word that it comes from."""

    words: tuple[str, ...]
    origins: tuple[int, ...]
    mended: tuple[tuple[str, str], ...] = ()
    """What was typed and what it was taken for."""
    unknown: tuple[str, ...] = ()


class Speller:
    """Spells the words of one language."""

    def __init__(
        self,
        abbreviations: Mapping[str, Sequence[str]],
        knows: Callable[[str], bool],
        spellings: Callable[[], Spellings],
    ) -> None:
        """`knows` says whether a folded word needs no mending; `spellings` gives those to mend to, with counts."""
        self._abbreviations = abbreviations
        self._knows = knows
        self._spellings = spellings

    def spell(self, typed: Sequence[str]) -> Spelt:
        """Spell folded words."""
        found: list[str] = []
        origins: list[int] = []
        mended: list[tuple[str, str]] = []
        unknown: list[str] = []
        tried = 0
        for place, word in enumerate(typed):
            meant = self._abbreviations.get(word)
            if meant is None and tried < MOST_MENDED and not self._knows(word):
                tried += 1
                spelling = self.nearest(word)
                if spelling is None:
                    unknown.append(word)
                else:
                    meant = (spelling,)
                    mended.append((word, spelling))
            for one in meant if meant is not None else (word,):
                found.append(one)
                origins.append(place)
        return Spelt(tuple(found), tuple(origins), tuple(mended), tuple(unknown))

    def nearest(self, word: str) -> str | None:
        """The known spelling nearest to a word: fewest edits, then same first letter, then most frequent."""
        if len(word) < SHORTEST_MENDED or not word.isalpha():
            return None
        # imported here because most questions need no mending and rapidfuzz costs a third of the start
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        most = 2 if len(word) >= TWO_EDITS_FROM else 1
        by_length = self._spellings()
        ranked: list[tuple[int, bool, int, str]] = []
        for length in range(max(len(word) - most, SHORTEST_MENDED - 1), len(word) + most + 1):
            spellings, counts = by_length.get(length, ((), ()))
            found = extract(word, spellings, scorer=OSA.distance, score_cutoff=most, limit=8)
            ranked += [(distance, one[0] != word[0], -counts[row], one) for one, distance, row in found]
        return min(ranked)[3] if ranked else None


def by_length(spellings: Iterable[tuple[str, int]]) -> Spellings:
    """Words with their counts, in lists of one length each."""
    found: dict[int, tuple[list[str], list[int]]] = {}
    for word, count in spellings:
        words, counts = found.setdefault(len(word), ([], []))
        words.append(word)
        counts.append(count)
    return found
