"""A table from two rows to the row of their couple, that lives in the index file; knows nothing of what the rows mean.

Whoever asks has the rows of single features already, so that no string is made or compared. Open addressing with linear
probing, at most half full.
"""

from array import array
from collections.abc import Iterable, Mapping

from advisor.index.store import IndexFile, Section

UNKNOWN = -1
"""The row of a feature that the index doesn't know."""
_SHIFT = 31
_EITHER_WAY = 1 << 2 * _SHIFT
"""Added to the key of two rows whose order says nothing."""
_SPREAD = 0x9E3779B97F4A7C15
"""An odd number near 2**64 over the golden ratio: multiplied by it, keys that are alike lie far from one another (Knuth)."""
_BITS = 64
_WHOLE = (1 << _BITS) - 1


def in_order(one: int, two: int) -> int:
    """The key of two rows that follow one another."""
    return one << _SHIFT | two


def either_way(one: int, two: int) -> int:
    """The key of two rows in whatever order."""
    return _EITHER_WAY | (one << _SHIFT | two if one <= two else two << _SHIFT | one)


def couple_sections(name: str, rows: Mapping[int, int]) -> Mapping[str, Section]:
    """The sections of a table from keys to rows."""
    size = 1 << max(3, (2 * len(rows)).bit_length())
    keys, found = array("Q", bytes(8 * size)), array("I", bytes(4 * size))
    shift = _shift_of(size)
    for key, row in rows.items():
        slot = (key * _SPREAD & _WHOLE) >> shift
        while keys[slot]:
            slot = (slot + 1) & (size - 1)
        keys[slot], found[slot] = key + 1, row
    return {f"{name}.keys": keys, f"{name}.rows": found}


def _shift_of(size: int) -> int:
    """How far a spread key is shifted to leave a slot, of a power of two of them."""
    return _BITS - size.bit_length() + 1


class Couples:
    """Read side of `couple_sections`."""

    def __init__(self, file: IndexFile, name: str) -> None:
        self._keys = file.numbers(f"{name}.keys")
        self._rows = file.numbers(f"{name}.rows")
        self._mask = len(self._keys) - 1
        self._shift = _shift_of(len(self._keys))

    def rows(self, sought: Iterable[int]) -> list[int]:
        """The rows of those keys that the table holds."""
        keys, rows, mask, shift = self._keys, self._rows, self._mask, self._shift
        found = []
        for key in sought:
            slot = (key * _SPREAD & _WHOLE) >> shift
            while held := keys[slot]:
                if held == key + 1:
                    found.append(rows[slot])
                    break
                slot = (slot + 1) & mask
        return found
