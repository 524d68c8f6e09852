"""Connections to SQLite files and what can go wrong with them; knows no table."""

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from advisor import reasons
from advisor.model import Words

_T = TypeVar("_T")
Work = Callable[[sqlite3.Connection], _T]

SECONDS_TO_WAIT = 5.0
"""How long a write waits for that of another program."""


class DamagedError(Exception):
    """A file doesn't look as it should."""


class Trouble(Enum):
    """What kind of thing went wrong."""

    DAMAGED = "damaged"
    SUSPECT = "suspect"
    """The file may be damaged, or somebody may be writing to it while it is looked at."""
    NOT_NOW = "not now"
    """Nothing can be written, or nothing can be read: no room, no permission, somebody else writes."""
    OTHER = "other"


_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_SUSPECT = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_SCHEMA, sqlite3.SQLITE_FORMAT)
_NOT_NOW = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_AUTH,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PROTOCOL,
)


def trouble_of(fault: BaseException) -> Trouble:
    """What kind of thing went wrong."""
    if isinstance(fault, OSError):
        return Trouble.NOT_NOW
    if isinstance(fault, DamagedError):
        return Trouble.SUSPECT
    code = getattr(fault, "sqlite_errorcode", None)
    if not isinstance(fault, sqlite3.Error) or code is None:
        return Trouble.OTHER
    if code & 0xFF in _DAMAGED:
        return Trouble.DAMAGED
    if code & 0xFF in _SUSPECT:
        return Trouble.SUSPECT
    return Trouble.NOT_NOW if code & 0xFF in _NOT_NOW else Trouble.OTHER


_READ_ONLY: Words = {"fr": "le fichier ne peut pas être écrit", "en": "the file can't be written to"}
_BUSY: Words = {"fr": "un autre programme y écrit", "en": "another program is writing to it"}
_REASONS: Mapping[int, Words] = {
    sqlite3.SQLITE_FULL: reasons.FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
}


def reason_of(fault: BaseException, file: Path | None) -> Words:
    """What went wrong with a file, in both languages; in the system's own words where it seldom happens."""
    known = _REASONS.get(getattr(fault, "sqlite_errorcode", 0) & 0xFF)
    if isinstance(fault, FileExistsError):  # a file has the name of the directory
        known = _READ_ONLY
    reason = known or reasons.reason_of(fault)
    return {"fr": f"{file} : {reason['fr']}", "en": f"{file}: {reason['en']}"} if file else reason


def connected(name: str) -> sqlite3.Connection:
    """A connection to a file, by its URI, or to `:memory:`; bytes that are no text are read as marks."""
    connection = sqlite3.connect(
        name, timeout=SECONDS_TO_WAIT, isolation_level=None, check_same_thread=False, uri=name.startswith("file:")
    )
    connection.text_factory = _text
    return connection


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def address(file: Path, **options: str) -> str:
    """The URI of a file."""
    path = quote(os.fsencode(file.absolute().as_posix()))
    chosen = "&".join(f"{name}={value}" for name, value in options.items())
    return f"file:{'' if path.startswith('/') else '/'}{path}?{chosen}"


def beside(file: Path, ending: str) -> Path:
    """The file that SQLite keeps beside a database, such as `-wal`."""
    return file.with_name(file.name + ending)


def look_at(file: Path) -> sqlite3.Connection:
    """A connection that changes nothing, not even what lies beside the file; what it sees is sure if nobody writes."""
    # Where no log lies beside it, nobody has the file open; but for this promise SQLite would put one there to read.
    return connected(address(file, **({"mode": "ro"} if beside(file, "-wal").exists() else {"immutable": "1"})))


def turn_to_log(connection: sqlite3.Connection) -> None:
    """Have what is written go to a log first, so that nobody who reads waits for it."""
    for tries_left in range(50, -1, -1):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as fault:
            # Of two programs that do this at once, SQLite tells one at once that the other is at it.
            if not tries_left or fault.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
            time.sleep(0.02)


def settle(connection: sqlite3.Connection) -> None:
    """Have every transaction on the disk when it ends, and what is deleted overwritten."""
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")  # without it macOS only hands the bytes to the drive
    connection.execute("PRAGMA checkpoint_fullfsync = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA foreign_keys = ON")


def in_transaction(connection: sqlite3.Connection, work: Work[_T], *, writes: bool) -> _T:
    """Do some work whole or not at all; who only reads sees one state of things."""
    connection.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
    try:
        result = work(connection)
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        raise
    return result


def identity(file: Path) -> tuple[int, int] | None:
    """Which file it is that lies there, whatever its name; None where there is none."""
    try:
        seen = os.stat(file)  # noqa: PTH116 - at every write, and pathlib takes twice as long
    except OSError:
        return None
    return seen.st_dev, seen.st_ino


def make_private(file: Path) -> None:
    """Make an empty file, and the directory for it, that only its owner reads; a file that is there is made so."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with contextlib.suppress(OSError):
            file.parent.chmod(0o700)
        with contextlib.suppress(FileExistsError):
            os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        sync_directory(file.parent)
    elif file.stat().st_mode & 0o077:
        with contextlib.suppress(OSError):
            file.chmod(0o600)


def sync_directory(directory: Path) -> None:
    """Have the names in a directory on the disk, where the system lets one."""
    with contextlib.suppress(OSError):
        handle = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
