"""Where the trace of a fault goes, since a screen shows one sentence; knows no screen."""

import contextlib
from dataclasses import dataclass
from pathlib import Path

MOST_BYTES = 200_000
"""A log that has grown beyond this begins again."""


@dataclass(frozen=True, slots=True)
class FaultLog:
    """A file of traces; without a file they are lost."""

    file: Path | None = None

    def keep(self, error: BaseException) -> None:
        """Write a trace; where that can't be done, nobody is told of a second fault."""
        if self.file is None:
            return
        import time
        import traceback

        trace = "".join(traceback.format_exception(error))
        with contextlib.suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            full = self.file.exists() and self.file.stat().st_size > MOST_BYTES
            with self.file.open("w" if full else "a", encoding="utf-8", errors="backslashreplace") as stream:
                stream.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')}\n{trace}\n")
