"""Writes a whole file or nothing of it; knows nothing of what is in it."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def replace_file(file: Path, text: str) -> None:
    """Write through a temporary file beside the real one, so that nobody ever reads half of it."""
    import tempfile

    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(file)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
