"""Expressions of a talk and what each stands for, found by their words in the index file; knows nothing of what that does.

Whoever asks one question looks up a few dozen of the thousands there are, so that they are neither read nor turned round.
"""

import json
from array import array
from collections.abc import Mapping, Sequence

from advisor.index.store import IndexFile, Section
from advisor.index.table import Table, table_sections

Meaning = tuple[str, str]
"""A table of the lexicon and a key in it."""
LONGEST = 127
"""Words of an expression that are worth looking for."""


def expression_sections(said: Mapping[str, Sequence[Meaning]]) -> Mapping[str, Section]:
    """The sections that find the meanings of each expression, which is folded words with a space between them."""
    expressions = sorted(said)
    meanings = sorted({meaning for meant in said.values() for meaning in meant})
    numbers = {meaning: number for number, meaning in enumerate(meanings)}
    flat, starts = array("I"), array("I", [0])
    for one in expressions:
        flat.extend(numbers[meaning] for meaning in said[one])
        starts.append(len(flat))
    reach: dict[str, int] = {}
    for one in expressions:
        first, *others = one.split(" ")
        reach[first] = max(reach.get(first, 0), 1 + len(others))
    return {
        **table_sections("expressions", expressions),
        "expressions.meanings": flat,
        "expressions.meanings.starts": starts,
        "expressions.named": json.dumps(meanings).encode(),
        **table_sections("expressions.first", sorted(reach)),
        "expressions.reach": array("b", [min(LONGEST, reach[first]) for first in sorted(reach)]),
    }


class Expressions:
    """Read side of `expression_sections`."""

    def __init__(self, file: IndexFile) -> None:
        self._table = Table(file, "expressions")
        self._meant = file.numbers("expressions.meanings")
        self._starts = file.numbers("expressions.meanings.starts")
        self._meanings: list[Meaning] = [(table, key) for table, key in file.json("expressions.named")]
        self._first = Table(file, "expressions.first")
        self._reach = file.numbers("expressions.reach")

    def reach(self, word: str) -> int:
        """How many words the longest expression has that begins with a word; 0 where none does."""
        row = self._first.find(word)
        return self._reach[row] if row >= 0 else 0

    def meanings(self, words: str) -> Sequence[Meaning]:
        """What an expression stands for; nothing where it is none."""
        row = self._table.find(words)
        if row < 0:
            return ()
        return [self._meanings[number] for number in self._meant[self._starts[row] : self._starts[row + 1]]]
