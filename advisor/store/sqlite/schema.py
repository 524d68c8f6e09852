"""The tables, version by version, and how a file comes from one to the next; knows no record.

A new file walks through all versions, so that it is what an old one becomes. A version that was released never changes:
another one is added below it.
"""

import json
import sqlite3
from collections.abc import Callable, Sequence

from advisor.store.words import words_of

APPLICATION = 0x41647673
"""What the header of a file of ours says that it is."""
TABLES = ("conversations", "turns", "questions", "steps", "feedback", "rejections", "unanswered", "phrasings", "drafts")
"""Where records are, in the order in which one may refer to another."""
LATER_TABLES = {"phrasings": 2, "drafts": 3}
"""Tables that the first version didn't have, and since which there are."""

_FIRST = """
CREATE TABLE conversations (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    started TEXT NOT NULL,
    last TEXT NOT NULL
);
CREATE INDEX conversations_by_time ON conversations (last);

CREATE TABLE turns (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    question TEXT NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    topic TEXT,
    confidence REAL NOT NULL,
    answer TEXT NOT NULL
);
CREATE INDEX turns_in_order ON turns (conversation, number);
CREATE INDEX turns_by_question ON turns (question);

CREATE TABLE questions (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX questions_by_time ON questions (at);

CREATE TABLE steps (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    at TEXT NOT NULL
);

CREATE TABLE feedback (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    turn TEXT UNIQUE REFERENCES turns (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    language TEXT NOT NULL,
    topic TEXT,
    verdict TEXT NOT NULL,
    word TEXT NOT NULL,
    at TEXT NOT NULL
);

CREATE TABLE rejections (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    question TEXT NOT NULL,
    language TEXT NOT NULL,
    "wrong" TEXT NOT NULL,
    "right" TEXT,
    at TEXT NOT NULL
);

CREATE TABLE unanswered (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    question TEXT NOT NULL,
    language TEXT NOT NULL,
    nearest TEXT NOT NULL,
    at TEXT NOT NULL
);
"""

_SECOND = """
ALTER TABLE conversations ADD COLUMN words TEXT NOT NULL DEFAULT '';
ALTER TABLE turns ADD COLUMN words TEXT NOT NULL DEFAULT '';
ALTER TABLE questions ADD COLUMN folded TEXT NOT NULL DEFAULT '';
ALTER TABLE unanswered ADD COLUMN neighbourhood TEXT;

CREATE TABLE phrasings (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    question TEXT NOT NULL,
    language TEXT NOT NULL,
    topic TEXT NOT NULL,
    at TEXT NOT NULL,
    UNIQUE (language, question)
);
"""

# The text last: row by row, the first version's questions are told from these by where the time stands.
_THIRD = """
CREATE TABLE drafts (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    text TEXT NOT NULL
);
"""


def searched(question: str, answer: str) -> str:
    """The words by which a turn is found: those of its question and of the text of its reply."""
    try:
        text = json.loads(answer).get("text", "")
    except (ValueError, AttributeError, RecursionError):
        text = ""
    return words_of(f"{question}\n{text}")


def folded(text: str) -> str:
    """A question as the history is searched: case and accents don't count, signs do."""
    from advisor.text.fold import fold

    return fold(text)


def _to_first(connection: sqlite3.Connection) -> None:
    _run(connection, _FIRST)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")


def _to_second(connection: sqlite3.Connection) -> None:
    _run(connection, _SECOND)
    connection.create_function("searched", 2, searched, deterministic=True)
    connection.create_function("words_of", 1, words_of, deterministic=True)
    connection.create_function("folded", 1, folded, deterministic=True)
    connection.execute("UPDATE turns SET words = searched(question, answer)")
    connection.execute("UPDATE conversations SET words = words_of(title)")
    connection.execute("UPDATE questions SET folded = folded(text)")


def _to_third(connection: sqlite3.Connection) -> None:
    _run(connection, _THIRD)


MIGRATIONS: Sequence[Callable[[sqlite3.Connection], None]] = (_to_first, _to_second, _to_third)
"""From nothing to the first version, from the first to the second, and so on."""
VERSION = len(MIGRATIONS)


def version_of(connection: sqlite3.Connection) -> int:
    """The version of an open file; 0 where nothing is in it."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def bring_up(connection: sqlite3.Connection) -> None:
    """Make the tables those of the present version; within a transaction, so that it happens whole or not at all."""
    for number, migrate in enumerate(MIGRATIONS[version_of(connection) :], version_of(connection) + 1):
        migrate(connection)
        connection.execute(f"PRAGMA user_version = {number}")


def _run(connection: sqlite3.Connection, script: str) -> None:
    """The statements of a script, inside the transaction that is open: `executescript` would end it."""
    for statement in script.split(";\n"):
        if statement.strip():
            connection.execute(statement)
