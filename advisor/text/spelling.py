"""Spells typed words as the knowledge writes them: texting spelt out, misspelt words mended; knows no topic.

A word that nobody knows is taken for the likeliest spelling of the knowledge, within one or two edits (optimal string
alignment: a letter more, less, changed, or two swapped): the likelier, the fewer edits, the more frequent it is and the better it
goes with the words around it. The phrasings that an index learns from pass through the same speller, word by word.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log1p

SHORTEST_PLURAL = 5
"""Letters of a word on -s that may be a plural which the lists of words don't hold."""
ENDINGS_WITHOUT_S = ("s", "x", "z", "au", "eu")
"""What ends so takes no -s: "prixs" and "reseaus" are misspelt."""
SHORTEST_MENDED = 4
"""Shorter words have too many neighbours to be taken for one of them, unless the words around speak for it."""
SHORTEST_IN_COMPANY = 2
TWO_EDITS_FROM = 7
"""A word may be two edits away where one of the two, as typed or as meant, has so many letters."""
TWO_EDITS_IN_COMPANY = 5
"""Letters as typed from which it may be where the words around speak for it."""
OTHER_FIRST_LETTER = 1.5
"""What a spelling that begins with another letter costs, in natural logarithms of odds."""
COST = (0.0, 4.0, 10.0)
"""What none, one and two edits cost. It ranks no spellings, as two edits are only sought where none is one away: it says how likely
the word was meant at all, for `Spelt.makes_sense`."""
BESIDE = 4.0
"""What a neighbour adds beside which the knowledge has a spelling, in the same unit; less than that says too little by itself."""
MOST_SENSE = 4.0
"""What one mended word speaks for its language at most: a rare coincidence is no proof."""
MOST_MENDED = 12
"""A text in another language is not mended word by word."""


PREFIX = 7
"""Letters from the beginning that deletions are made in: the rest is compared once a word is found."""

Near = Callable[[str, int], Iterable[tuple[str, int]]]
"""From a word and a count of edits to all the spellings that may be so near, and others, each with how often it occurs."""

Fits = Callable[[str], float]
"""From a spelling to how much the words around speak for it, in natural logarithms of odds; 0 is nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Spelt:
    """Words as they were read; `origins` gives for each the number of the typed word that it comes from."""

    words: tuple[str, ...]
    origins: tuple[int, ...]
    mended: tuple[tuple[str, str], ...] = ()
    """What was typed and what it was taken for."""
    unknown: tuple[str, ...] = ()
    makes_sense: float = 0.0
    """How much what was mended speaks for this language, in natural logarithms of odds: at most `MOST_SENSE` a word."""


class Speller:
    """Spells the words of one language."""

    def __init__(
        self,
        abbreviations: Mapping[str, Sequence[str]],
        knows: Callable[[str], bool],
        near: Near,
        is_name: Callable[[str], bool] = bool,
        around: Callable[[Sequence[str], int], Fits] | None = None,
    ) -> None:
        """`knows` says whether a folded word needs no mending; `near` finds what it may be mended to.

        `is_name` says whether a spelling is that of a name, which alone a word may be mended to that is written like one.
        `around` tells how well a spelling stands at a place among words; without it each word is read by itself.
        """
        self._abbreviations = abbreviations
        self._knows = knows
        self._near = near
        self._is_name = is_name
        self._around = around

    def spell(self, typed: Sequence[str], names: Collection[str] = ()) -> Spelt:
        """Spell folded words, some of which are written like `names`."""
        read: list[str] = []
        origins: list[int] = []
        strange: list[int] = []
        for place, word in enumerate(typed):
            meant = self._abbreviations.get(word)
            if meant is None:
                if len(strange) < MOST_MENDED and not self._is_word(word):
                    strange.append(len(read))
                read.append(word)
                origins.append(place)
            else:
                read += meant
                origins += [place] * len(meant)
        mended: list[tuple[str, str]] = []
        unknown: list[str] = []
        sense = 0.0
        for at in strange:
            word = read[at]
            found = self.likeliest(word, self._around(read, at) if self._around else None)
            if found is None or (word in names and not self._is_that_name(word, found[1])):
                unknown.append(word)
            else:
                likely, read[at] = found
                mended.append((word, read[at]))
                sense += min(MOST_SENSE, max(0.0, likely))
        return Spelt(tuple(read), tuple(origins), tuple(mended), tuple(unknown), sense)

    def _is_word(self, word: str) -> bool:
        """Whether a word is known, or the plural of one that is: lists of words hold one form and not the other."""
        if self._knows(word):
            return True
        if len(word) < SHORTEST_PLURAL or not word.endswith("s"):
            return False
        one = word[:-1]
        is_plural = not one.endswith(ENDINGS_WITHOUT_S) and self._knows(one)
        return is_plural or (word.endswith("ies") and self._knows(f"{word[:-3]}y"))

    def _is_that_name(self, word: str, spelling: str) -> bool:
        """Whether a word that is written like a name is one letter from a name: of strangers' names nothing is known."""
        from rapidfuzz.distance import OSA

        return self._is_name(spelling) and OSA.distance(word, spelling, score_cutoff=1) <= 1

    def likeliest(self, word: str, fits: Fits | None = None) -> tuple[float, str] | None:
        """The known spelling that a word is likeliest meant for, and how likely, in natural logarithms of odds.

        None where none is near enough. In company, short words and two edits are mended as well, to what a neighbour speaks for.
        """
        if len(word) < (SHORTEST_IN_COMPANY if fits else SHORTEST_MENDED) or not word.isalpha():
            return None
        # imported here because most questions need no mending and rapidfuzz costs a third of the start
        from rapidfuzz.distance import OSA

        two_from = TWO_EDITS_IN_COMPANY if fits else TWO_EDITS_FROM - 1
        for edits in (1, 2) if len(word) >= two_from else (1,):
            best: tuple[float, str] | None = None
            for one, count in self._near(word, edits):
                if OSA.distance(word, one, score_cutoff=edits) > edits:
                    continue
                is_near = len(word) >= SHORTEST_MENDED and (edits < 2 or max(len(word), len(one)) >= TWO_EDITS_FROM)
                company = fits(one) if fits else 0.0
                if is_near or company >= BESIDE:
                    likely = log1p(count) + company - OTHER_FIRST_LETTER * (one[0] != word[0])
                    best = max(best or (likely, one), (likely, one))
            if best:
                return best[0] - COST[edits], best[1]
        return None


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
    """Those under which a spelling is kept; none where it is too short to be mended to.

    Two edits are sought for five letters or more: a spelling shorter than that shares what is left of it without a single one.
    """
    if len(word) < SHORTEST_MENDED - 1:
        return set()
    return deletions(word, 2 if len(word) >= TWO_EDITS_IN_COMPANY else 1)


def near_in(spellings: Mapping[str, int]) -> Near:
    """What finds the spellings near a word among some in memory, with their counts, by comparing it with all of them."""
    by_length: dict[int, list[str]] = {}
    for one in spellings:
        if len(one) >= SHORTEST_MENDED - 1:
            by_length.setdefault(len(one), []).append(one)

    @lru_cache(maxsize=1)
    def found(word: str, most: int) -> list[tuple[str, int]]:
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        lengths = range(len(word) - most, len(word) + most + 1)
        of_length = (
            extract(word, by_length.get(one, ()), scorer=OSA.distance, score_cutoff=most, limit=None) for one in lengths
        )
        return [(one, spellings[one]) for extracted in of_length for one, _, _ in extracted]

    def near(word: str, most: int) -> Iterable[tuple[str, int]]:
        # a long word is asked for with one edit, then with two: it is compared once
        return found(word, 2 if len(word) >= TWO_EDITS_FROM - 1 else most)

    return near
