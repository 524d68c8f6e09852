"""Reads the rows of a file whose first page is lost, page by page; knows the file format, and tables by their columns.

See https://www.sqlite.org/fileformat2.html. A leaf of a table says how many rows it holds and where; which table it
belongs to isn't said, so each row goes to the one whose columns it fits.
"""

import re
import struct
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

from advisor.model import LANGUAGES
from advisor.store.records import StepState, Verdict
from advisor.store.sqlite.connection import beside, connected
from advisor.store.sqlite.rows import Rows
from advisor.store.sqlite.schema import MIGRATIONS, TABLES

_MAGIC = b"SQLite format 3\0"
_USUAL_PAGE = 4096
_LEAF = 0x0D
_MOST_COLUMNS = 32
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_OWN_ID = re.compile(r"[0-9a-f]{18}")
_Values = list[Any]


def carved(file: Path) -> Rows:
    """The rows of our tables on all pages that still are what they were; raises OSError where the file can't be read."""
    pages = _Pages(file.read_bytes())
    log = beside(file, "-wal")
    if log.exists():
        pages.lay_over(log.read_bytes())
    found: dict[str, list[dict[str, Any]]] = {}
    for number in range(1, pages.count + 1):
        for place, values in pages.rows(number):
            for table, names in _layouts():
                row = dict(zip(names, values, strict=False))
                if len(names) == len(values) and _fits(table, row):
                    found.setdefault(table, []).append(row | {"place": place})
                    break
    return {table: sorted(rows, key=lambda row: int(row["place"])) for table, rows in found.items()}


class _Pages:
    """The pages of a file."""

    def __init__(self, held: bytes) -> None:
        size, reserved = _USUAL_PAGE, 0
        if held.startswith(_MAGIC) and len(held) > 20:
            written = int.from_bytes(held[16:18], "big")
            size = 65536 if written == 1 else written
            reserved = held[20]
        self._size = size if size >= 512 and not size & (size - 1) else _USUAL_PAGE
        self._usable = self._size - reserved
        self._held = held
        self._newer: dict[int, bytes] = {}
        self.count = len(held) // self._size

    def lay_over(self, log: bytes) -> None:
        """Take the pages of a log that were written whole, up to the last transaction that ended."""
        if len(log) < 32:
            return
        (size,) = struct.unpack(">I", log[8:12])
        if size != self._size:
            return
        waiting: dict[int, bytes] = {}
        for at in range(32, len(log) - size - 23, size + 24):
            number, pages_then = struct.unpack(">II", log[at : at + 8])
            if log[at + 8 : at + 16] != log[16:24]:
                break
            waiting[number] = log[at + 24 : at + 24 + size]
            if pages_then:
                self._newer |= waiting
                self.count = max(self.count, pages_then)
                waiting = {}

    def _page(self, number: int) -> bytes:
        if number in self._newer:
            return self._newer[number]
        return self._held[(number - 1) * self._size : number * self._size]

    def rows(self, number: int) -> Iterator[tuple[int, _Values]]:
        """The rows of a page, each with its place, where the page is a leaf of a table."""
        page = self._page(number)
        begin = 100 if number == 1 else 0
        if len(page) < self._size or page[begin] != _LEAF:
            return
        (cells,) = struct.unpack(">H", page[begin + 3 : begin + 5])
        for cell in range(cells):
            at = begin + 8 + 2 * cell
            try:
                (offset,) = struct.unpack(">H", page[at : at + 2])
                length, after = _varint(page, offset)
                place, after = _varint(page, after)
                values = _values(self._payload(page, after, length))
            except (IndexError, ValueError, struct.error):
                continue
            yield place, values

    def _payload(self, page: bytes, at: int, length: int) -> bytes:
        most = self._usable - 35
        if length <= most:
            return page[at : at + length]
        least = (self._usable - 12) * 32 // 255 - 23
        local = least + (length - least) % (self._usable - 4)
        local = local if local <= most else least
        pieces = [page[at : at + local]]
        missing = length - local
        (following,) = struct.unpack(">I", page[at + local : at + local + 4])
        while missing > 0:
            more = self._page(following)
            if not 0 < following <= self.count or len(more) < self._size:
                raise ValueError("the rest of the row is lost")
            pieces.append(more[4 : 4 + min(missing, self._usable - 4)])
            missing -= self._usable - 4
            (following,) = struct.unpack(">I", more[:4])
        return b"".join(pieces)


def _varint(held: bytes, at: int) -> tuple[int, int]:
    value = 0
    for number in range(9):
        byte = held[at + number]
        if number == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + number + 1
    raise ValueError("no number")


def _values(payload: bytes) -> _Values:
    end, at = _varint(payload, 0)
    kinds: list[int] = []
    while at < end and len(kinds) <= _MOST_COLUMNS:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values: _Values = []
    at = end
    for kind in kinds:
        length = _LENGTHS[kind] if kind < 12 else (kind - 12) // 2
        held = payload[at : at + length]
        if len(held) < length:
            raise ValueError("the row is cut short")
        values.append(_value(kind, held))
        at += length
    return values


_LENGTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)


def _value(kind: int, held: bytes) -> Any:
    if kind == 0:
        return None
    if kind == 7:
        return struct.unpack(">d", held)[0]
    if kind in (8, 9):
        return kind - 8
    if kind < 7:
        return int.from_bytes(held, "big", signed=True)
    return held.decode("utf-8", "replace") if kind % 2 else held


@cache
def _layouts() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The columns of each table as every version made them, those of the steps first, which are told most surely."""
    found: dict[tuple[str, tuple[str, ...]], None] = {}
    connection = connected(":memory:")
    try:
        for migrate in MIGRATIONS:
            migrate(connection)
            for table in sorted(TABLES, key=lambda table: table != "steps"):
                names = tuple(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))
                if names:
                    found[table, names] = None
    finally:
        connection.close()
    return tuple(found)


_FITTING: Mapping[str, Callable[[Any], bool]] = {
    "place": lambda value: value is None,
    "id": lambda value: isinstance(value, str) and bool(value),
    "language": lambda value: value in LANGUAGES,
    "started": lambda value: isinstance(value, str) and bool(_INSTANT.fullmatch(value)),
    "last": lambda value: isinstance(value, str) and bool(_INSTANT.fullmatch(value)),
    "at": lambda value: isinstance(value, str) and bool(_INSTANT.fullmatch(value)),
    "state": lambda value: value in get_args(StepState),
    "verdict": lambda value: value in get_args(Verdict),
    "number": lambda value: isinstance(value, int),
    "confidence": lambda value: isinstance(value, (int, float)),
    "nearest": lambda value: isinstance(value, str) and value.startswith("["),
    "answer": lambda value: isinstance(value, str) and value.startswith("{"),
    "topic": lambda value: value is None or (isinstance(value, str) and not value.startswith("[")),
}


def _fits(table: str, row: Mapping[str, Any]) -> bool:
    if table == "steps" and _OWN_ID.fullmatch(str(row["id"])):
        return False  # a question of the history that is but a word such as `done`
    return all(_FITTING[name](value) for name, value in row.items() if name in _FITTING)
