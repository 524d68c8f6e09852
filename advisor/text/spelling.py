"""Spells typed words as the knowledge writes them: texting spelt out, misspelt words mended; knows no topic.

A word that nobody knows is taken for the nearest spelling of the knowledge, within one or two edits (optimal string
alignment: a letter more, less, changed, or two swapped). The phrasings that an index learns from and the questions that
it is asked pass through the same speller.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

SHORTEST_MENDED = 4
"""Shorter words have too many neighbours to be taken for one of them."""
TWO_EDITS_FROM = 7
"""A word may be two edits away where one of the two, as typed or as meant, has so many letters."""
MOST_MENDED = 12
"""A text in another language is not mended word by word."""


PREFIX = 7
"""Letters from the beginning that deletions are made in: the rest is compared once a word is found."""

Near = Callable[[str, int], Iterable[tuple[str, int]]]
"""From a word and a count of edits to all the spellings that may be so near, and others, each with how often it occurs."""


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
        near: Near,
        is_name: Callable[[str], bool] = bool,
    ) -> None:
        """`knows` says whether a folded word needs no mending; `near` finds what it may be mended to.

        `is_name` says whether a spelling is that of a name, which alone a word may be mended to that is written like one.
        """
        self._abbreviations = abbreviations
        self._knows = knows
        self._near = near
        self._is_name = is_name

    def spell(self, typed: Sequence[str], names: Collection[str] = ()) -> Spelt:
        """Spell folded words, some of which are written like `names`."""
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
                if spelling is None or (word in names and not self._is_that_name(word, spelling)):
                    unknown.append(word)
                else:
                    meant = (spelling,)
                    mended.append((word, spelling))
            for one in meant if meant is not None else (word,):
                found.append(one)
                origins.append(place)
        return Spelt(tuple(found), tuple(origins), tuple(mended), tuple(unknown))

    def _is_that_name(self, word: str, spelling: str) -> bool:
        """Whether a word that is written like a name is one letter from a name: of strangers' names nothing is known."""
        from rapidfuzz.distance import OSA

        return self._is_name(spelling) and OSA.distance(word, spelling, score_cutoff=1) <= 1

    def nearest(self, word: str) -> str | None:
        """The known spelling nearest to a word: fewest edits, then same first letter, then most frequent."""
        if len(word) < SHORTEST_MENDED or not word.isalpha():
            return None
        # imported here because most questions need no mending and rapidfuzz costs a third of the start
        from rapidfuzz.distance import OSA

        most = 2 if len(word) >= TWO_EDITS_FROM - 1 else 1
        ranked = [
            (distance, one[0] != word[0], -count, one)
            for one, count in self._near(word, most)
            if (distance := OSA.distance(word, one, score_cutoff=most)) <= most
            and (distance < 2 or max(len(word), len(one)) >= TWO_EDITS_FROM)
        ]
        return min(ranked)[3] if ranked else None


def deletions(word: str, most: int) -> set[str]:
    """What is left of a word's beginning without up to so many of its letters, itself among it.

    Two words are within so many edits of one another only where they have one of these in common (Wolf Garbe's
    symmetric deletion).
    """
    found = last = {word[:PREFIX]}
    for _ in range(most):
        last = {one[:place] + one[place + 1 :] for one in last for place in range(len(one))}
        found = found | last
    return found


def deletions_kept(word: str) -> set[str]:
    """Those under which a spelling is kept; none where it is too short to be mended to."""
    if len(word) < SHORTEST_MENDED - 1:
        return set()
    return deletions(word, 2 if len(word) >= TWO_EDITS_FROM - 2 else 1)


def near_in(spellings: Mapping[str, int]) -> Near:
    """What finds the spellings near a word among some in memory, with their counts, by comparing it with all of them."""
    by_length: dict[int, list[str]] = {}
    for one in spellings:
        if len(one) >= SHORTEST_MENDED - 1:
            by_length.setdefault(len(one), []).append(one)

    def near(word: str, most: int) -> Iterable[tuple[str, int]]:
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        for length in range(len(word) - most, len(word) + most + 1):
            found = extract(word, by_length.get(length, ()), scorer=OSA.distance, score_cutoff=most, limit=None)
            yield from ((one, spellings[one]) for one, _, _ in found)

    return near
