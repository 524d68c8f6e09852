"""Tells whether a file is a sound one of ours, without changing it."""

import sqlite3
from pathlib import Path

from advisor.store.notices import NewerStoreError
from advisor.store.sqlite.connection import DamagedError, Trouble, look_at, trouble_of
from advisor.store.sqlite.schema import APPLICATION, LATER_TABLES, TABLES, VERSION, version_of

LARGEST_CHECKED = 32 * 1024 * 1024
"""Bytes of a file that is read through when it is opened; the damage of a larger one shows when it is met."""


def inspect(file: Path) -> None:
    """Look at a file before it is opened; raises DamagedError, which may be wrong while somebody writes, NewerStoreError."""
    connection = look_at(file)
    try:
        judge(connection, thoroughly=file.stat().st_size <= LARGEST_CHECKED)
        if version_of(connection) > VERSION:
            raise NewerStoreError(file)
    except sqlite3.Error as fault:
        if trouble_of(fault) is Trouble.DAMAGED:
            raise DamagedError(str(fault)) from fault
    finally:
        connection.close()


def is_sound(file: Path) -> bool:
    """Whether nothing is wrong with a file that nobody else has open."""
    try:
        connection = look_at(file)
    except sqlite3.Error:
        return False
    try:
        judge(connection, thoroughly=True)
    except (sqlite3.Error, DamagedError):
        return False
    finally:
        connection.close()
    return True


def judge(connection: sqlite3.Connection, *, thoroughly: bool) -> None:
    """Look over an open file; raises DamagedError where it isn't whole, or not ours, and what SQLite says of damage."""
    if thoroughly:
        (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if said != "ok":
            raise DamagedError(said)
    held = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    version = version_of(connection)
    if not held and not version:
        return
    if application != APPLICATION:
        raise DamagedError("it isn't a store")
    missing = set(TABLES) - held - {table for table, since in LATER_TABLES.items() if since > version}
    if missing and version <= VERSION:
        raise DamagedError(f"there is no table {min(missing)}")
