"""Talks and the history of questions, each a few statements on the database; decides nothing about the file itself."""

import sqlite3
from dataclasses import dataclass, replace

from advisor.model import Language
from advisor.reply import Reply
from advisor.store.records import (
    AskedQuestion,
    ConversationHead,
    Found,
    PastConversation,
    PastTurn,
    clean,
    cut,
    new_id,
    now,
    title_of,
)
from advisor.store.replies import kept
from advisor.store.sqlite.database import Database
from advisor.store.sqlite.rows import head, turns_of
from advisor.store.sqlite.schema import folded
from advisor.store.sqlite.search import find
from advisor.store.sqlite.whole import insert_conversation, insert_record, insert_turn
from advisor.store.words import words_of


@dataclass(slots=True)
class Keeping:
    """What is kept from here on; what is there already stays."""

    questions: bool = True
    conversations: bool = True


class Talks:
    """The talks of a database."""

    def __init__(self, database: Database, keeping: Keeping) -> None:
        self._database = database
        self._keeping = keeping
        self._begun: dict[str, PastConversation] = {}

    def begin(self, language: Language, title: str = "") -> str:
        """The id of a new talk."""
        id, at = new_id(), now()
        self._begun[id] = PastConversation(id, title_of(title), language, at, at)
        return id

    def add(self, conversation: str, question: str, reply: Reply) -> str:
        """Keep a turn at the end of a talk, and give its id."""
        id, at, asked, answer = new_id(), now(), cut(question), kept(reply)
        begun = self._begun.get(conversation) or PastConversation(conversation, "", reply.language, at, at)
        talk = replace(begun, title=begun.title or title_of(question), last=at)

        def work(connection: sqlite3.Connection) -> None:
            insert_conversation(connection, talk)
            (last,) = connection.execute(
                "SELECT coalesce(max(number), 0) FROM turns WHERE conversation = ?", (conversation,)
            ).fetchone()
            turn = PastTurn(id, last + 1, asked, at, reply.kind, reply.topic, reply.confidence, answer)
            insert_turn(connection, conversation, turn)
            connection.execute("UPDATE conversations SET last = max(last, ?) WHERE id = ?", (at, conversation))

        if self._keeping.conversations:
            self._database.write(work)
        return id

    def latest(self, most: int = 200, skip: int = 0) -> tuple[ConversationHead, ...]:
        """The talks, the latest first."""
        query = (
            "SELECT id, title, language, started, last, (SELECT count(*) FROM turns WHERE conversation = c.id) "
            "FROM conversations AS c ORDER BY last DESC, place DESC LIMIT ? OFFSET ?"
        )
        return self._database.read(
            lambda connection: tuple(head(row) for row in connection.execute(query, (most, skip)))
        )

    def find(self, text: str, most: int = 50) -> tuple[Found, ...]:
        """The talks that hold every word of a text, latest first."""
        return self._database.read(lambda connection: find(connection, text, most))

    def open(self, conversation: str) -> PastConversation | None:
        """All of a talk, or None where it isn't there."""

        def work(connection: sqlite3.Connection) -> PastConversation | None:
            row = connection.execute(
                "SELECT id, title, language, started, last FROM conversations WHERE id = ?", (conversation,)
            ).fetchone()
            return replace(PastConversation(*row), turns=turns_of(connection, conversation)) if row else None

        return self._database.read(work)

    def rename(self, conversation: str, title: str) -> bool:
        """Give a talk another title; False where it isn't there."""
        title = title_of(title)
        if conversation in self._begun:
            self._begun[conversation] = replace(self._begun[conversation], title=title)
        change = "UPDATE conversations SET title = ?, words = ? WHERE id = ?"
        return self._database.write(
            lambda connection: connection.execute(change, (title, words_of(title), conversation)).rowcount > 0
        )

    def delete(self, conversation: str) -> bool:
        """Let go of a talk and of what was kept for its sake."""

        def work(connection: sqlite3.Connection) -> bool:
            said = connection.execute("SELECT DISTINCT question FROM turns WHERE conversation = ?", (conversation,))
            questions = said.fetchall()
            gone = connection.execute("DELETE FROM conversations WHERE id = ?", (conversation,)).rowcount > 0
            for table, column in (("questions", "text"), ("unanswered", "question"), ("rejections", "question")):
                connection.executemany(
                    f"DELETE FROM {table} WHERE {column} = ?1 AND NOT EXISTS "
                    "(SELECT 1 FROM turns WHERE turns.question = ?1)",
                    questions,
                )
            return gone

        return self._database.write(work)


class History:
    """The questions of a database."""

    def __init__(self, database: Database, keeping: Keeping) -> None:
        self._database = database
        self._keeping = keeping

    def add(self, text: str) -> None:
        """Keep a question; one that was just asked is kept once."""
        question = AskedQuestion(new_id(), cut(text), now())

        def work(connection: sqlite3.Connection) -> None:
            last = connection.execute("SELECT text FROM questions ORDER BY at DESC, place DESC LIMIT 1").fetchone()
            if last is None or last[0] != question.text:
                insert_record(connection, "questions", question)

        if self._keeping.questions:
            self._database.write(work)

    def latest(self, most: int = 1_000) -> tuple[str, ...]:
        """The questions asked last, the most recent at the end."""
        query = "SELECT text FROM questions ORDER BY at DESC, place DESC LIMIT ?"
        found = self._database.read(lambda connection: [row[0] for row in connection.execute(query, (most,))])
        return tuple(reversed(found))

    def search(self, text: str, most: int = 50) -> tuple[str, ...]:
        """The questions that hold a piece of text, each once, the most recent first."""
        query = "SELECT text FROM questions WHERE instr(folded, ?) > 0 GROUP BY text ORDER BY max(at) DESC, max(place) DESC LIMIT ?"
        wanted = folded(clean(text).strip())
        return self._database.read(
            lambda connection: tuple(row[0] for row in connection.execute(query, (wanted, most)))
        )
