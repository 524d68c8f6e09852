"""Puts a sound file in the place of a damaged one, which is kept beside it; whatever stops it midway, nothing is lost.

The sound file is made under another name. Once it bears the name `.mended`, it counts: whoever opens the store next puts
it in its place, should that not have happened yet. All of that only while nobody else has the damaged file open, since
SQLite, when it lets go of a file, deletes the log that lies beside its name, be it another file's by then.
"""

import contextlib
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from advisor.errors import AdvisorError
from advisor.store.notices import IN_USE, Saved
from advisor.store.records import Everything
from advisor.store.sqlite.connection import beside, connected, in_transaction, settle, sync_directory
from advisor.store.sqlite.inspection import is_sound
from advisor.store.sqlite.salvage import salvaged
from advisor.store.sqlite.schema import bring_up
from advisor.store.sqlite.whole import merge

MENDED = ".mended"
_LOCKED_BYTES = 0x40000002, 510
"""Where SQLite holds a lock for every connection: begin and length."""


class InUseError(AdvisorError):
    """Another program has the file open."""

    def __init__(self) -> None:
        super().__init__(IN_USE["en"], IN_USE["fr"])


@dataclass(frozen=True, slots=True)
class Mended:
    """What came of it."""

    aside: Path
    """Where the damaged file is now."""
    saved: Saved
    """What was recovered."""


@contextmanager
def held(file: Path) -> Iterator[BinaryIO]:
    """The file, while nobody else has it open as a database; raises InUseError, and OSError where it can't be opened.

    To be used while this process has no connection to it either: closing this ends every lock of the process on it.
    """
    with file.open("r+b") as stream:
        try:
            import fcntl
        except ImportError:  # Windows, where a file that is open elsewhere can't be renamed anyway
            yield stream
            return
        begin, length = _LOCKED_BYTES
        try:
            fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB, length, begin)
        except OSError:
            raise InUseError from None
        yield stream


def mend(file: Path, *, is_sure: bool) -> Mended | None:
    """Set a damaged file aside and put one in its place that holds what could be read; raises InUseError, OSError.

    Where it isn't sure that the file is damaged, it is judged once more, with nobody writing: None where it is sound.
    """
    with held(file) as stream:
        aside = _set_aside(stream, file)
        if not is_sure and is_sound(aside):
            _delete(aside)
            return None
        part = beside(file, f".{os.getpid()}.part")
        try:
            saved = _write(part, salvaged(aside))
            part.replace(beside(file, MENDED))
        except BaseException:
            _delete(aside)
            raise
        finally:
            with contextlib.suppress(OSError):
                part.unlink()
            beside(aside, "-shm").unlink(missing_ok=True)
        sync_directory(file.parent)
        _put_in_place(file)
    return Mended(aside, saved)


def _set_aside(stream: BinaryIO, file: Path) -> Path:
    """Copy a file and its log under a name of its own."""
    aside = _name_for(file)
    try:
        _copy(stream, aside)
        log = beside(file, "-wal")
        if log.exists():
            with log.open("rb") as held_log:
                _copy(held_log, beside(aside, "-wal"))
    except OSError:
        _delete(aside)
        raise
    return aside


def _delete(database: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        beside(database, ending).unlink(missing_ok=True)


def finish(file: Path) -> None:
    """Put in its place a file that was mended before something stopped it; raises InUseError and OSError."""
    if beside(file, MENDED).exists():
        if file.exists():
            with held(file):
                _put_in_place(file)
        else:
            _put_in_place(file)


def _put_in_place(file: Path) -> None:
    for ending in ("-wal", "-shm"):
        beside(file, ending).unlink(missing_ok=True)
    sync_directory(file.parent)
    beside(file, MENDED).replace(file)
    sync_directory(file.parent)


def _name_for(file: Path) -> Path:
    """A name beside the file that nothing has, with the date."""
    day = time.strftime("%Y-%m-%d")
    names = (f"{file.stem}.damaged-{day}{f'-{number}' if number else ''}{file.suffix}" for number in range(10_000))
    return next(path for name in names if not (path := file.with_name(name)).exists())


def _copy(stream: BinaryIO, target: Path) -> None:
    handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as copy:
        stream.seek(0)
        shutil.copyfileobj(stream, copy, 1 << 20)
        copy.flush()
        os.fsync(copy.fileno())


def _write(part: Path, everything: Everything) -> Saved:
    # Of some, nothing but the title could be read, or ever was there.
    talks = tuple(talk for talk in everything.conversations if talk.turns)
    lost = len(everything.conversations) - len(talks)
    os.close(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
    connection = connected(str(part))
    try:
        settle(connection)

        def work(made: sqlite3.Connection) -> Saved:
            bring_up(made)
            merged = merge(made, replace(everything, conversations=talks))
            count = sum(merged.added.values()) + merged.turns
            return Saved(count, merged.added["conversations"], merged.turns, lost)

        return in_transaction(connection, work, writes=True)
    finally:
        connection.close()
