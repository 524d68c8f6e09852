"""One file of SQLite, or the memory where there can be none: does work on it whole, and copes with what goes wrong.

- The file is made at the first write; before, whoever reads finds nothing.
- Where it is damaged, another takes its place with all that could be read.
- Where nothing can be written, work is done in memory on a copy of what is there, and done on the file as soon as that
  can be written again. Work is therefore done with ids and times that were made before, so that doing it twice is the same.
- A file that another one has replaced, or that is gone, is let go of before anything is written to it.
"""

import contextlib
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from advisor.errors import AdvisorError
from advisor.model import Words
from advisor.store import notices
from advisor.store.port import Tell
from advisor.store.sqlite.connection import (
    DamagedError,
    Trouble,
    Work,
    address,
    beside,
    connected,
    identity,
    in_transaction,
    look_at,
    make_private,
    reason_of,
    settle,
    trouble_of,
    turn_to_log,
)
from advisor.store.sqlite.inspection import inspect, judge
from advisor.store.sqlite.mending import MENDED, InUseError, finish, mend
from advisor.store.sqlite.salvage import salvaged
from advisor.store.sqlite.schema import VERSION, bring_up, version_of
from advisor.store.sqlite.whole import merge

_T = TypeVar("_T")

SECONDS_BETWEEN_TRIES = 5.0
"""How long nothing is tried on a file that couldn't be written."""
MOST_MENDINGS = 2
"""How often a file is mended before it is given up until the program ends."""
_MOST_TRIES = 8
"""How often work is begun anew because of what the file turned out to be."""


class _ReplacedError(Exception):
    """The file that is open isn't the one that lies there now, or not as it was."""


class Database:
    """A file, or the memory where `file` is None; used by any thread."""

    def __init__(self, file: Path | None, tell: Tell) -> None:
        self.refused: notices.NewerStoreError | None = None
        """Why the file isn't used at all."""
        self._file = file
        self._tell = tell
        self._lock = threading.RLock()
        self._disk: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._memory: sqlite3.Connection | None = None
        self._is_fallen = False
        self._owed: list[Work[Any]] = []
        """Work that was done in memory alone."""
        self._unsaid: list[Words] = []
        self._next_try = 0.0
        self._mendings = 0

    @property
    def file(self) -> Path | None:
        """Where it lies; None for the memory."""
        return self._file

    @property
    def is_kept(self) -> bool:
        """Whether what is written now lasts longer than the program."""
        return self._file is not None and not self._is_fallen

    def read(self, work: Work[_T]) -> _T:
        """Do work that changes nothing."""
        with self._alone():
            return self._do(work, writes=False)

    def write(self, work: Work[_T]) -> _T:
        """Do work that changes something; it is on the disk when this returns, or the person has been told."""
        with self._alone():
            self._pay()
            result = self._do(work, writes=True)
            if self._is_fallen and work not in self._owed:
                self._owed.append(work)
            return result

    def close(self) -> None:
        """Try once more what is owed, and let go of the file."""
        with self._alone():
            self._next_try = 0.0
            self._pay()
            if self._disk is not None:
                with contextlib.suppress(sqlite3.Error):
                    # The log would stay beside the file where anybody else still holds it: who copies the file wants all of it.
                    self._disk.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._let_go()
            if self._memory is not None:
                self._memory.close()
                self._memory = None

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One thread at a time; what is to be said is said when others may get on."""
        try:
            with self._lock:
                yield
        finally:
            while self._unsaid:
                self._tell(self._unsaid.pop(0))

    def _do(self, work: Work[_T], *, writes: bool) -> _T:
        fault: Exception | None = None
        for _ in range(_MOST_TRIES):
            if self._is_fallen or self._file is None:
                return in_transaction(self._in_memory(), work, writes=writes)
            try:
                connection = self._obtain(self._file, writes=writes)
                return in_transaction(connection, self._guarded(work) if writes else work, writes=writes)
            except _ReplacedError as replaced:
                fault = replaced
                self._let_go()
            except (sqlite3.Error, OSError, DamagedError, InUseError, notices.NewerStoreError) as met:
                fault = met
                self._cope(self._file, met)
        self._fall_back(notices.not_kept(reason_of(fault or OSError(), self._file)))
        return in_transaction(self._in_memory(), work, writes=writes)

    def _guarded(self, work: Work[_T]) -> Work[_T]:
        """The work, once it is sure that what is written to is what others will read, and as they know it."""

        def guarded(connection: sqlite3.Connection) -> _T:
            there = self._file and connection is self._disk and identity(self._file)
            if connection is self._disk and (there != self._identity or version_of(connection) != VERSION):
                raise _ReplacedError("the file keeps changing")
            return work(connection)

        return guarded

    def _obtain(self, file: Path, *, writes: bool) -> sqlite3.Connection:
        """The connection to use: to the file, or to an empty memory where there is no file to read from."""
        there = identity(file)
        if self._disk is not None and there == self._identity:
            return self._disk
        self._let_go()
        if there is None and not writes and not beside(file, MENDED).exists():
            return self._in_memory()
        finish(file)
        make_private(file)
        self._disk, self._identity = _opened(file)
        return self._disk

    def _cope(self, file: Path, fault: Exception) -> None:
        """Mend what is damaged, go on in memory where nothing can be written, and raise what is neither."""
        trouble = trouble_of(fault)
        if isinstance(fault, notices.NewerStoreError):
            self.refused = fault
            self._fall_back(notices.both(fault))
        elif isinstance(fault, InUseError):
            self._fall_back(notices.not_kept(notices.both(fault)))
        elif trouble is Trouble.NOT_NOW:
            self._fall_back(notices.not_kept(reason_of(fault, file)))
        elif trouble is Trouble.OTHER:
            raise fault
        elif self._mendings >= MOST_MENDINGS:
            self._fall_back(notices.not_kept(reason_of(fault, file)))
        else:
            self._mend(file, fault, is_sure=trouble is Trouble.DAMAGED)

    def _mend(self, file: Path, fault: Exception, *, is_sure: bool) -> None:
        self._let_go()
        try:
            done = mend(file, is_sure=is_sure)
        except InUseError as error:
            self._fall_back(notices.not_kept(notices.both(error)))
        except (sqlite3.Error, OSError) as error:
            self._fall_back(notices.not_kept(reason_of(error, file)))
        else:
            if done is not None:
                self._mendings += 1
                self._unsaid.append(notices.mended(done.aside, done.saved))
            elif not isinstance(fault, DamagedError):
                raise fault

    def _fall_back(self, notice: Words) -> None:
        """Go on in memory, with what can be read."""
        memory = self._copied()
        self._let_go()
        if self._memory is not None:
            self._memory.close()
        self._memory, self._is_fallen = memory, True
        self._next_try = time.monotonic() + SECONDS_BETWEEN_TRIES
        self._unsaid.append(notice)

    def _copied(self) -> sqlite3.Connection:
        """A memory with what the file holds; empty where that is another version's."""
        memory = connected(":memory:")
        try:
            source = self._disk or (look_at(self._file) if self._file and self._file.exists() else None)
            if source is not None:
                with contextlib.closing(source):
                    source.backup(memory)
                judge(memory, thoroughly=True)
                if version_of(memory) > VERSION:
                    raise DamagedError("another version's")
            in_transaction(memory, bring_up, writes=True)
        except (sqlite3.Error, OSError, DamagedError):
            memory.close()
            memory = _empty_memory()
            if self._file is not None and self.refused is None:
                with contextlib.suppress(sqlite3.Error, OSError):
                    found = salvaged(self._file)
                    in_transaction(memory, lambda connection: merge(connection, found), writes=True)
        memory.execute("PRAGMA foreign_keys = ON")
        return memory

    def _pay(self) -> None:
        """Do on the file what is owed to it, where that can be."""
        if not self._owed or self._file is None or self.refused or time.monotonic() < self._next_try:
            return
        self._next_try = time.monotonic() + SECONDS_BETWEEN_TRIES
        try:
            connection = self._obtain(self._file, writes=True)
            in_transaction(connection, self._guarded(self._do_owed), writes=True)
        except (sqlite3.Error, OSError, AdvisorError, DamagedError, _ReplacedError):
            self._let_go()
            return
        self._owed.clear()
        self._is_fallen = False
        self._in_memory().close()
        self._memory = None
        self._unsaid.append(notices.kept_again())

    def _do_owed(self, connection: sqlite3.Connection) -> None:
        for work in self._owed:
            with contextlib.suppress(sqlite3.IntegrityError):
                work(connection)

    def _in_memory(self) -> sqlite3.Connection:
        if self._memory is None:
            self._memory = _empty_memory()
        return self._memory

    def _let_go(self) -> None:
        if self._disk is not None:
            with contextlib.suppress(sqlite3.Error):
                self._disk.close()
        self._disk = self._identity = None


def _opened(file: Path) -> tuple[sqlite3.Connection, tuple[int, int] | None]:
    """A connection to a file that is sound and of this version, and which file that is."""
    inspect(file)
    there = identity(file)
    connection = connected(address(file, mode="rw"))
    try:
        settle(connection)
        turn_to_log(connection)
        if version_of(connection) > VERSION:
            raise notices.NewerStoreError(file)
        if version_of(connection) < VERSION:
            in_transaction(connection, bring_up, writes=True)
        judge(connection, thoroughly=False)
        if identity(file) != there:
            raise _ReplacedError("the file keeps changing")
    except BaseException:
        connection.close()
        raise
    return connection, there


def _empty_memory() -> sqlite3.Connection:
    memory = connected(":memory:")
    memory.execute("PRAGMA foreign_keys = ON")
    in_transaction(memory, bring_up, writes=True)
    return memory
