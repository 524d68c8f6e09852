"""A table from strings to row numbers that lives in the index file: no dictionary to load; knows nothing of what the strings mean.

Open addressing with linear probing over CRC-32, at most half full. A slot holds the row, and the first byte of the checksum,
so that most of what lies in the way is passed over without looking at its string; every hit is compared with the stored string,
so that two strings are never taken for one another.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from zlib import crc32

from advisor.index.store import IndexFile, Section

REMEMBERED = 16_384
"""Look-ups kept: people's questions share most of their features."""

_MARK, _ROW = 0xFF000000, 0x00FFFFFF
MOST_ROWS = _ROW


def table_sections(name: str, keys: Sequence[str]) -> Mapping[str, Section]:
    """The sections of a table that gives each key its position in `keys`; keys must differ from one another.

    An empty one keeps its place and is never found.

    Raises ValueError for more keys than a slot can tell apart.
    """
    if len(keys) > MOST_ROWS:
        raise ValueError(f"a table holds at most {MOST_ROWS} keys")
    raw = [key.encode() for key in keys]
    size = 1 << max(3, (2 * sum(map(bool, raw))).bit_length())
    slots = array("I", bytes(4 * size))
    starts = array("I", [0])
    place = 0
    for row, key in enumerate(raw):
        place += len(key)
        starts.append(place)
        if key:
            found = crc32(key)
            slot = found & (size - 1)
            while slots[slot]:
                slot = (slot + 1) & (size - 1)
            slots[slot] = found & _MARK | row + 1
    return {f"{name}.slots": slots, f"{name}.starts": starts, f"{name}.text": b"".join(raw)}


class Table:
    """Read side of `table_sections`."""

    def __init__(self, file: IndexFile, name: str) -> None:
        self._slots = file.numbers(f"{name}.slots")
        self._starts = file.numbers(f"{name}.starts")
        self._text = file.raw(f"{name}.text")
        self._mask = len(self._slots) - 1
        self.find = lru_cache(REMEMBERED)(self._find)
        """The row of a key, or -1."""

    def __len__(self) -> int:
        return len(self._starts) - 1

    def _find(self, key: str) -> int:
        raw = key.encode("utf-8", "surrogatepass")
        slots, starts, text = self._slots, self._starts, self._text
        sought = crc32(raw)
        slot, mark = sought & self._mask, sought & _MARK
        while held := slots[slot]:
            if held & _MARK == mark:
                row = held & _ROW
                if text[starts[row - 1] : starts[row]] == raw:
                    found: int = row - 1
                    return found
            slot = (slot + 1) & self._mask
        return -1

    def __contains__(self, key: str) -> bool:
        return self.find(key) >= 0

    def key(self, row: int) -> str:
        """The key of a row."""
        return str(self._text[self._starts[row] : self._starts[row + 1]], "utf-8")

    def keys(self) -> Iterator[str]:
        """All keys in row order."""
        return (self.key(row) for row in range(len(self)))
