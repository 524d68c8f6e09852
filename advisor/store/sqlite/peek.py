"""Tells at a glance whether a file holds any lesson; opens nothing for writing, mends nothing, and never fails."""

import contextlib
import sqlite3
from pathlib import Path


def has_lessons(file: Path) -> bool:
    """Whether a person's own phrasings lie in a file, as far as can be told without mending it."""
    with contextlib.suppress(sqlite3.Error, ValueError), contextlib.closing(_looking_at(file)) as connection:
        return connection.execute("SELECT 1 FROM phrasings LIMIT 1").fetchone() is not None
    return False


def _looking_at(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=0.2)
