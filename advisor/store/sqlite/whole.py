"""All of a store at once: out of its tables, and laid over what another store holds."""

import sqlite3
from dataclasses import replace
from typing import Any

from advisor.store.records import Everything, Feedback, Merged, PastConversation, PastTurn, Rejection
from advisor.store.sqlite.rows import RECORDS, as_json, insert, records, turns_of
from advisor.store.sqlite.schema import folded, searched
from advisor.store.words import words_of

_ONE_OF_A_KIND = {
    "steps": ("id",),
    "phrasings": ("language", "question"),
    "feedback": ("turn",),
    "drafts": ("id",),
}
"""By what there is one record, whatever its id: of two, the newer one stays."""


def everything(connection: sqlite3.Connection) -> Everything:
    """All that a store holds."""
    rows = connection.execute("SELECT id, title, language, started, last FROM conversations ORDER BY started, place")
    talks = tuple(replace(PastConversation(*row), turns=turns_of(connection, row[0])) for row in rows.fetchall())
    rest: dict[str, Any] = {table: records(connection, table, kind) for table, kind in RECORDS.items()}
    return Everything(talks, **rest)


def merge(connection: sqlite3.Connection, more: Everything) -> Merged:
    """Add what isn't there yet; within a transaction."""
    added = {"conversations": 0}
    turns = 0
    for talk in more.conversations:
        added["conversations"] += insert_conversation(connection, talk)
        connection.execute(
            "UPDATE conversations SET started = min(started, ?), last = max(last, ?) WHERE id = ?",
            (talk.started, talk.last, talk.id),
        )
        turns += sum(insert_turn(connection, talk.id, turn) for turn in talk.turns)
    for table in RECORDS:
        added[table] = sum(insert_record(connection, table, record) for record in getattr(more, table))
    return Merged(added, turns)


def insert_conversation(connection: sqlite3.Connection, talk: PastConversation) -> bool:
    """Put a talk without its turns into its table; False where its id is there."""
    done = connection.execute(
        "INSERT OR IGNORE INTO conversations (id, title, language, started, last, words) VALUES (?, ?, ?, ?, ?, ?)",
        (talk.id, talk.title, talk.language, talk.started, talk.last, words_of(talk.title)),
    )
    return done.rowcount > 0


def insert_turn(connection: sqlite3.Connection, conversation: str, turn: PastTurn) -> bool:
    """Put a turn into its table; False where its id is there."""
    answer = as_json(turn.answer)
    words = searched(turn.question, answer)
    return insert(connection, "turns", turn, answer=answer, conversation=conversation, words=words)


def insert_record(connection: sqlite3.Connection, table: str, record: Any) -> bool:
    """Put a record into its table; False where its id is there, or a newer record of the same thing."""
    if isinstance(record, Feedback) and record.turn is not None and not _is_turn(connection, record.turn):
        record = replace(record, turn=None)
    if isinstance(record, Rejection) and record.right is not None:
        chosen = 'UPDATE rejections SET "right" = ? WHERE id = ? AND "right" IS NULL'
        connection.execute(chosen, (record.right, record.id))
    key = {name: getattr(record, name) for name in _ONE_OF_A_KIND.get(table, ())}
    if key and None not in key.values():
        where = " AND ".join(f'"{name}" = ?' for name in key)
        connection.execute(f"DELETE FROM {table} WHERE {where} AND at < ?", (*key.values(), record.at))
    more = {"folded": folded(record.text)} if table == "questions" else {}
    return insert(connection, table, record, **more)


def _is_turn(connection: sqlite3.Connection, id: str) -> bool:
    return connection.execute("SELECT 1 FROM turns WHERE id = ?", (id,)).fetchone() is not None
