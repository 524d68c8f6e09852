"""How well a spelling goes with the words around it, by the couples that an index knows; knows nothing of how they are spelt.

A noisy channel takes the spelling that is likeliest by itself, by what it was typed as and by its context (Kernighan, Church
and Gale 1990). What is counted here stands for the last.
"""

from collections.abc import Callable, Sequence
from math import log1p

from advisor.index.couples import UNKNOWN, Couples, either_way, in_order
from advisor.text.features import WINDOW
from advisor.text.spelling import BESIDE, Fits

NEAR = 2.5
"""What each doubling, roughly, of the words within `WINDOW` that go with a spelling adds, in natural logarithms of odds."""


def company_of(stem_row: Callable[[str], int], couples: Couples) -> Callable[[Sequence[str], int], Fits]:
    """What tells, of a place among words, how well a spelling stands there; `stem_row` gives a word's row or `UNKNOWN`."""

    def around(words: Sequence[str], place: int) -> Fits:
        before = [stem_row(word) for word in words[max(0, place - WINDOW) : place]]
        after = [stem_row(word) for word in words[place + 1 : place + 1 + WINDOW]]
        near = [row for row in before + after if row != UNKNOWN]
        previous = before[-1] if before else UNKNOWN
        following = after[0] if after else UNKNOWN

        def fits(spelling: str) -> float:
            row = stem_row(spelling)
            if row == UNKNOWN:
                return 0.0
            pairs = couples.rows([either_way(row, one) for one in near if one != row])
            if not pairs:
                return 0.0
            beside = [in_order(previous, row)] if previous != UNKNOWN else []
            beside += [in_order(row, following)] if following != UNKNOWN else []
            return BESIDE * bool(couples.rows(beside)) + NEAR * log1p(len(pairs))

        return fits

    return around
