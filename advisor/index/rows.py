"""Where the features of a word lie in the table of features, and how a block of them is weighed; knows no file and no entry."""

from collections.abc import Callable, Collection, Mapping
from math import log, sqrt
from operator import mul

from advisor.index.couples import UNKNOWN
from advisor.text.features import letters_of, stem

PREFIXES = {"words": "w", "neighbours": "n", "pairs": "p", "letters": "c"}
"""What tells the blocks apart in the one table of features."""


def rows_of_word(word: str, language: str, find: Callable[[str], int], plain: Collection[str]) -> list[int]:
    """The rows of a folded word's own features: its stem's, or -1, then those of the runs of letters that are known.

    Of a `plain` word it is the stem's alone.
    """
    prefix = PREFIXES["letters"]
    counted = () if word in plain else letters_of(word)
    runs = [row for run in counted if (row := find(prefix + run)) != UNKNOWN]
    return [find(PREFIXES["words"] + stem(word, language)), *runs]


def of_length_one(counts: Mapping[int, int], values: memoryview) -> list[float]:
    """The values of some rows by how often each occurs, as a block of length one; nothing where there are none."""
    weighed = [
        value if count == 1 else (1 + log(count)) * value
        for value, count in zip(map(values.__getitem__, counts), counts.values(), strict=True)
    ]
    length = sqrt(sum(map(mul, weighed, weighed)))
    return [value / length for value in weighed]
