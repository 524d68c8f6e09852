"""Finds the spellings that a misspelt word may be meant for, in the index file; knows nothing of how near they are.

Each spelling lies under the CRC-32 of all its deletions, which are sorted: two words within an edit or two of one another have
a deletion in common. What else shares a checksum is told apart when the words are compared.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from zlib import crc32

from advisor.index.store import IndexFile, Section
from advisor.index.table import Table
from advisor.text.spelling import deletions, deletions_kept


def repair_sections(name: str, spellings: Sequence[str], counts: Sequence[int]) -> Mapping[str, Section]:
    """The sections that find each spelling that occurs by its deletions; `spellings` are in the order of their table."""
    held = sorted(
        (crc32(left.encode()), row)
        for row, (one, count) in enumerate(zip(spellings, counts, strict=True))
        if count
        for left in deletions_kept(one)
    )
    return {
        f"{name}.deletions": array("I", [left for left, _ in held]),
        f"{name}.deletions.rows": array("I", [row for _, row in held]),
    }


class Repair:
    """Read side of `repair_sections`."""

    def __init__(self, file: IndexFile, name: str, table: Table, counts: Sequence[int]) -> None:
        self._deletions = file.numbers(f"{name}.deletions")
        self._rows = file.numbers(f"{name}.deletions.rows")
        self._table = table
        self._counts = counts

    def near(self, word: str, most: int) -> Iterable[tuple[str, int]]:
        """The spellings that may be so many edits from a word, and others, with how often each occurs."""
        sums, rows = self._deletions, self._rows
        found = set()
        for left in deletions(word, most):
            wanted = crc32(left.encode())
            place = bisect_left(sums, wanted)
            while place < len(sums) and sums[place] == wanted:
                found.add(rows[place])
                place += 1
        return [(self._table.key(row), self._counts[row]) for row in found]
