"""The linear classifier as the index keeps it: one byte a weight, read without numpy; knows no text and no topic.

A row of weights belongs to a feature, a column to an entry. A row is stored as `round(weight / scale) + 128` with a
scale of its own, `max(abs(row)) / 127`. To score, each row is spread into lanes of 24 bits of one whole number, so
that a multiplication and an addition of Python's integers work on all entries at once; the multipliers are scaled
to add up to less than 2**16, so that no lane can overflow (255 * 2**16 < 2**24).
"""

import struct
from collections.abc import Sequence
from functools import lru_cache
from heapq import nlargest
from operator import mul
from typing import Protocol

from advisor.index.store import IndexFile

ZERO = 128
MOST = 127
_ROOM = (1 << 16) - 1
_LANE = 3
REMEMBERED = 4096
"""Rows kept spread out, at least."""
ROOM_REMEMBERED = 8 << 20
"""Bytes of rows kept spread out where they are short, about half a kilobyte each for a hundred entries."""

PIECES = 1000
"""Rows read one by one before they are read from the mapping: whoever asks a question or two never maps all of them."""
WIDE = 512
"""From so many entries on, reading the rows by numpy repays its import, a tenth of a second, within a hundred questions."""


class Rows(Protocol):
    """The stored weights of one language."""

    def scores(self, rows: Sequence[int], values: Sequence[float]) -> Sequence[float]:
        """The decision value of every entry for weighted rows: sum of value * weight, plus the intercept."""

    def best(self, scores: Sequence[float], most: int) -> list[int]:
        """The entries with the best scores, best first, the first of equals before the others."""

    def share_of(self, row: int, value: float, column: int) -> float:
        """What a feature of some value adds to one entry's score."""


def open_rows(file: IndexFile, name: str, columns: int) -> Rows:
    """The stored weights under a name; `columns` entries."""
    if columns < WIDE:
        return LinearRows(file, name, columns)
    from advisor.index.wide import WideRows

    return WideRows(file, name, columns)


class LinearRows:
    """The stored weights of one language; `columns` entries."""

    def __init__(self, file: IndexFile, name: str, columns: int) -> None:
        self._weights = file.raw(f"{name}.weights")
        self._piece = file.pieces(f"{name}.weights")
        self._pieces_left = PIECES
        self._scales = file.numbers(f"{name}.scales")
        self._intercepts = list(file.numbers(f"{name}.intercepts"))
        self._columns = columns
        self._spread = lru_cache(max(REMEMBERED, ROOM_REMEMBERED // (_LANE * max(1, columns))))(self._spread_row)

    def _spread_row(self, row: int) -> int:
        room = bytearray(_LANE * self._columns)
        start = row * self._columns
        if self._pieces_left:
            self._pieces_left -= 1
            room[::_LANE] = self._piece(start, self._columns)
        else:
            room[::_LANE] = self._weights[start : start + self._columns]
        return int.from_bytes(room, "little")

    def scores(self, rows: Sequence[int], values: Sequence[float]) -> list[float]:
        """The decision values, right to within half a step of each row's scale, about 1/254 of its largest weight.

        Rounding the multipliers adds a tenth of that at most.
        """
        scaled = list(map(mul, values, map(self._scales.__getitem__, rows)))
        total = sum(scaled)
        if not total:
            return list(self._intercepts)
        unit = (_ROOM - len(scaled)) / total
        multipliers = [int(value * unit + 0.5) for value in scaled]
        lanes = sum(map(mul, map(self._spread, rows), multipliers))
        zero = ZERO * sum(multipliers)
        packed = lanes.to_bytes(_LANE * self._columns, "little")
        room = bytearray(4 * self._columns)
        for byte in range(_LANE):
            room[byte::4] = packed[byte::_LANE]
        sums = struct.unpack(f"<{self._columns}I", room)
        return [(lane - zero) / unit + intercept for lane, intercept in zip(sums, self._intercepts, strict=True)]

    def best(self, scores: Sequence[float], most: int) -> list[int]:
        """The entries with the best scores, best first."""
        return nlargest(most, range(len(scores)), key=scores.__getitem__)

    def share_of(self, row: int, value: float, column: int) -> float:
        """What a feature of some value adds to one entry's score."""
        return value * self._scales[row] * ((self._spread(row) >> 8 * _LANE * column & 0xFF) - ZERO)
