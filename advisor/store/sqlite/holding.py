"""Who holds what among running programs, for as long as they run; knows neither what is held nor a database.

What is held is a lock on one byte of a file without content. The system lets go of it when the program ends, be it killed,
so nothing has to be tidied up, and the number of a process, which another may have by then, says nothing here.
"""

import contextlib
import os
import zlib
from pathlib import Path


class Holding:
    """What this program holds; without a file, or where the system has no such locks, everything can be had."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._handle: int | None = None

    def hold(self, id: str) -> bool:
        """Hold what has an id, until this program ends; False where another program does."""
        try:
            import fcntl
        except ImportError:  # Windows
            return True
        if self._handle is None and self._file is not None:
            with contextlib.suppress(OSError):  # there, nothing can be kept either
                self._handle = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
        if self._handle is None:
            return True
        try:
            fcntl.lockf(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, zlib.crc32(id.encode()))
        except OSError:
            return False
        return True

    def close(self) -> None:
        """Let go of all of it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
