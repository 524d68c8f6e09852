"""Records to rows and back; the columns of a table go by the fields of its record."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar, cast

from advisor.store.codec import Misfit, made
from advisor.store.records import (
    AskedQuestion,
    ConversationHead,
    Draft,
    Everything,
    Feedback,
    OwnPhrasing,
    PastConversation,
    PastTurn,
    Rejection,
    StepMark,
    UnansweredQuestion,
    clean,
    title_of,
)

_T = TypeVar("_T")
Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""The rows of each table, each by column."""

RECORDS: Mapping[str, type] = {
    "questions": AskedQuestion,
    "steps": StepMark,
    "feedback": Feedback,
    "rejections": Rejection,
    "unanswered": UnansweredQuestion,
    "phrasings": OwnPhrasing,
    "drafts": Draft,
}
"""The tables whose rows are records as they stand."""


def as_json(value: Any) -> str:
    """A value as a column holds it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def answer_of(text: object) -> dict[str, Any]:
    """A reply out of its column; one that is damaged is a text."""
    try:
        read = json.loads(str(text))
    except (ValueError, RecursionError):
        return {"text": str(text)}
    return read if isinstance(read, dict) else {"text": str(text)}


def head(row: Sequence[Any]) -> ConversationHead:
    """A talk as a list shows it, from the columns in the order of the fields."""
    return ConversationHead(*row)


def records(connection: sqlite3.Connection, table: str, kind: type[_T]) -> tuple[_T, ...]:
    """The records of a table, in the order in which they were kept."""
    names = ", ".join(f'"{each.name}"' for each in fields(cast(Any, kind)))
    rows = connection.execute(f"SELECT {names} FROM {table} ORDER BY at, place")
    return tuple(_record(kind, row) for row in rows)


def _record(kind: type[_T], row: Sequence[Any]) -> _T:
    values = dict(zip((each.name for each in fields(cast(Any, kind))), row, strict=True))
    if "nearest" in values:
        values["nearest"] = _nearest(values["nearest"])
    return kind(**values)


def _nearest(text: object) -> tuple[str, ...]:
    try:
        read = json.loads(str(text))
    except (ValueError, RecursionError):
        return ()
    return tuple(map(str, read)) if isinstance(read, list) else ()


def insert(connection: sqlite3.Connection, table: str, record: Any, **more: Any) -> bool:
    """Put a record into a table; False where its id is there."""
    values = {each.name: getattr(record, each.name) for each in fields(record)} | more
    if "nearest" in values:
        values["nearest"] = as_json(values["nearest"])
    values = {name: clean(value) if isinstance(value, str) else value for name, value in values.items()}
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    done = connection.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))
    return done.rowcount > 0


def turns_of(connection: sqlite3.Connection, conversation: str) -> tuple[PastTurn, ...]:
    """The turns of a talk, in order."""
    rows = connection.execute(
        "SELECT id, number, question, at, kind, topic, confidence, answer FROM turns "
        "WHERE conversation = ? ORDER BY number, at, id",
        (conversation,),
    )
    return tuple(replace(PastTurn(*row), answer=answer_of(row[-1])) for row in rows)


def everything_of(rows: Rows) -> Everything:
    """What rows that may come from a damaged file say, in whatever version: each that makes sense, once."""
    simple: dict[str, Any] = {table: tuple(_sound(rows.get(table, ()), kind)) for table, kind in RECORDS.items()}
    return Everything(conversations=tuple(_conversations(rows)), **simple)


def _sound(rows: Iterable[Mapping[str, Any]], kind: type[_T]) -> Iterable[_T]:
    seen: set[str] = set()
    for row in rows:
        values = {**row, "nearest": _nearest(row["nearest"])} if "nearest" in row else dict(row)
        if kind is UnansweredQuestion:
            values.setdefault("neighbourhood", None)
        try:
            record = made(kind, values, lenient=True)
        except Misfit:
            continue
        id: str = getattr(record, "id")  # noqa: B009 - every record has one
        if id not in seen:
            seen.add(id)
            yield record


def _conversations(rows: Rows) -> Iterable[PastConversation]:
    turns: dict[str, dict[str, PastTurn]] = {}
    for row in rows.get("turns", ()):
        (turn,) = tuple(_sound([{**row, "answer": answer_of(row.get("answer"))}], PastTurn)) or (None,)
        if turn is not None:
            turns.setdefault(str(row.get("conversation")), {}).setdefault(turn.id, turn)
    known = set()
    for talk in _sound(rows.get("conversations", ()), PastConversation):
        known.add(talk.id)
        held = turns.get(talk.id, {})
        yield PastConversation(talk.id, talk.title, talk.language, talk.started, talk.last, _in_order(held.values()))
    for id in turns.keys() - known:
        ordered = _in_order(turns[id].values())
        language = ordered[0].reply.language
        first, last = min(turn.at for turn in ordered), max(turn.at for turn in ordered)
        yield PastConversation(id, title_of(ordered[0].question), language, first, last, ordered)


def _in_order(turns: Iterable[PastTurn]) -> tuple[PastTurn, ...]:
    return tuple(sorted(turns, key=lambda turn: (turn.number, turn.at, turn.id)))
