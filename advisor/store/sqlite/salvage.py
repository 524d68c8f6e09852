"""Reads what can be read of a damaged file: through SQLite as far as it goes, around what it stumbles over."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from advisor.store.records import Everything
from advisor.store.sqlite.carving import carved
from advisor.store.sqlite.connection import address, beside, connected
from advisor.store.sqlite.rows import Rows, everything_of
from advisor.store.sqlite.schema import TABLES

_FARTHEST = 2_000
"""Places in a row that can't be read, or are empty, after which nothing more is looked for beyond the last one known."""


def salvaged(file: Path) -> Everything:
    """All that can be read of a file that nobody else has open; it stays as it is."""
    rows: dict[str, list[dict[str, Any]]] = {}
    mode = {"mode": "ro"} if beside(file, "-wal").exists() else {"immutable": "1"}
    try:
        connection = connected(address(file, **mode))
    except sqlite3.Error:
        return everything_of(_carved(file))
    try:
        is_whole = [_read(connection, table, rows.setdefault(table, [])) for table in TABLES]
    finally:
        connection.close()
    if not all(is_whole):
        # What SQLite came to counts first, as of two rows of one id the first is taken.
        for table, more in _carved(file).items():
            rows[table] += map(dict, more)
    return everything_of(rows)


def _carved(file: Path) -> Rows:
    try:
        return carved(file)
    except OSError:
        return {}


def _read(connection: sqlite3.Connection, table: str, rows: list[dict[str, Any]]) -> bool:
    """Read a table from the first row on, from the last back, and one by one what lies between; whether that was all."""
    try:
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    except sqlite3.Error:
        return False
    if "place" not in names:
        return False
    read: dict[int, Sequence[Any]] = {}
    place = names.index("place")
    is_whole = _scan(connection, f"SELECT * FROM {table} ORDER BY place", place, read)
    if not is_whole:
        first = max(read, default=0)
        behind: dict[int, Sequence[Any]] = {}
        _scan(connection, f"SELECT * FROM {table} ORDER BY place DESC", place, behind)
        read |= behind
        _probe(connection, table, first, min(behind, default=None), read)
    rows += [dict(zip(names, row, strict=True)) for _, row in sorted(read.items())]
    return is_whole


def _scan(connection: sqlite3.Connection, query: str, place: int, read: dict[int, Sequence[Any]]) -> bool:
    """Read until something is in the way; whether nothing was."""
    try:
        for row in connection.execute(query):
            read[row[place]] = row
    except (sqlite3.Error, OverflowError, MemoryError):
        return False
    return True


def _probe(
    connection: sqlite3.Connection, table: str, first: int, last: int | None, read: dict[int, Sequence[Any]]
) -> None:
    missed = 0
    place = first
    while (place := place + 1) != last and missed < _FARTHEST:
        try:
            row = connection.execute(f"SELECT * FROM {table} WHERE place = ?", (place,)).fetchone()
        except (sqlite3.Error, OverflowError, MemoryError):
            row = None
        missed = 0 if row else missed + (last is None)
        if row:
            read[place] = row
