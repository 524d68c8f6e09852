"""Finds talks by words, by looking at the words of every turn; knows neither how they are kept nor who looks.

An index of words would be quicker where there are a hundred thousand turns, which nobody asks in a life: ten thousand are
looked through in some hundredths of a second, and there is nothing to keep up to date.
"""

import sqlite3
from collections.abc import Sequence

from advisor.store.records import ConversationHead, Found
from advisor.store.sqlite.rows import answer_of, head
from advisor.store.words import excerpt, looked_for


def find(connection: sqlite3.Connection, text: str, most: int) -> tuple[Found, ...]:
    """The talks that hold every word of a text, or one that begins so, in one turn or in the title; latest first."""
    wanted = looked_for(text)
    if not wanted:
        return ()
    in_turn, values = _each_word("words", wanted)
    in_title, more = _each_word("c.words", wanted)
    rows = connection.execute(
        f"""
        WITH hits AS (SELECT conversation, max(number) AS number FROM turns WHERE {in_turn} GROUP BY conversation)
        SELECT c.id, c.title, c.language, c.started, c.last,
            (SELECT count(*) FROM turns WHERE conversation = c.id), coalesce(h.number, 0)
        FROM conversations AS c LEFT JOIN hits AS h ON h.conversation = c.id
        WHERE h.number IS NOT NULL OR {in_title}
        ORDER BY c.last DESC, c.place DESC LIMIT ?
        """,
        (*values, *more, most),
    ).fetchall()
    return tuple(_found(connection, head(row[:6]), row[6], wanted) for row in rows)


def _each_word(column: str, wanted: Sequence[str]) -> tuple[str, list[str]]:
    """Whether a column of words holds words that begin as each of the wanted; no sign of a pattern means anything."""
    return " AND ".join(f"instr({column}, ?) > 0" for _ in wanted), [f" {word}" for word in wanted]


def _found(connection: sqlite3.Connection, conversation: ConversationHead, turn: int, wanted: Sequence[str]) -> Found:
    if not turn:
        return Found(conversation, 0, *excerpt(conversation.title, wanted))
    question, answer = connection.execute(
        "SELECT question, answer FROM turns WHERE conversation = ? AND number = ? ORDER BY place DESC",
        (conversation.id, turn),
    ).fetchone()
    said, places = excerpt(question, wanted)
    if not places:
        in_text = excerpt(str(answer_of(answer).get("text", "")), wanted)
        said, places = in_text if in_text[1] else (said, places)
    return Found(conversation, turn, said, places)
