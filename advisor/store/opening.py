"""Opens the store of a person, or one in memory; takes over the questions that were kept before there was a store."""

import contextlib
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from advisor.settings import Places, Settings
from advisor.store.port import Store, Tell
from advisor.store.records import AskedQuestion, Everything, cut, instant


def open_store(places: Places, settings: Settings, tell: Tell) -> Store:
    """The store that lies in some places; `tell` is given what the person should know, now and later.

    Takes some ten milliseconds, and longer where the file has to be mended: a screen does it in a thread, after its
    first picture. Never fails because of the file.
    """
    from advisor.store.sqlite.database import Database
    from advisor.store.sqlite.store import DatabaseStore

    store = DatabaseStore(Database(places.store_file, tell))
    store.keep(questions=settings.history, conversations=settings.conversations)
    _take_over(places.history_file, store)
    return store


def store_in_memory(tell: Tell = lambda _words: None) -> Store:
    """A store that is gone when the program ends, for tests and for who wants nothing kept."""
    from advisor.store.sqlite.database import Database
    from advisor.store.sqlite.store import DatabaseStore

    return DatabaseStore(Database(None, tell))


def _take_over(file: Path, store: Store) -> None:
    """Move the questions of a file into the store; the file goes once they are on the disk."""
    try:
        lines = file.read_bytes().splitlines()
        at = instant(_time_of(file))
    except OSError:
        return
    store.merge(Everything(questions=tuple(_questions(lines, at))))
    if store.is_kept:
        with contextlib.suppress(OSError):
            file.unlink()


def _time_of(file: Path) -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(file.stat().st_mtime, UTC).isoformat()


def _questions(lines: list[bytes], at: str) -> Iterator[AskedQuestion]:
    for number, line in enumerate(lines):
        with contextlib.suppress(ValueError, RecursionError):
            read = json.loads(line)
            question = read.get("question") if isinstance(read, dict) else None
            if isinstance(question, str) and question:
                # The same id each time, so that a file that couldn't be deleted is taken over once.
                id = hashlib.sha256(b"%d %s" % (number, line)).hexdigest()[:18]
                yield AskedQuestion(id, cut(question), at)
