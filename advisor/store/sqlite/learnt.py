"""Progress, reactions and what went unanswered, each a few statements on the database; knows no path and no matcher."""

import sqlite3
from collections.abc import Mapping, Sequence

from advisor.model import Language
from advisor.reply import Reply
from advisor.store.records import (
    LONGEST_WORD,
    Feedback,
    OwnPhrasing,
    Rejection,
    StepMark,
    StepState,
    UnansweredQuestion,
    Verdict,
    cut,
    new_id,
    now,
)
from advisor.store.sqlite.database import Database
from advisor.store.sqlite.rows import records
from advisor.store.sqlite.talks import Keeping
from advisor.store.sqlite.whole import insert_record

MOST_UNANSWERED = 10_000


class Progress:
    """The marks of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def mark(self, step: str, state: StepState) -> None:
        """Note where the person stands with a step."""
        mark = StepMark(step, state, now())

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM steps WHERE id = ? AND at <= ?", (mark.id, mark.at))
            insert_record(connection, "steps", mark)

        self._database.write(work)

    def marks(self) -> Mapping[str, StepMark]:
        """All that was noted."""
        found = self._database.read(lambda connection: records(connection, "steps", StepMark))
        return {mark.id: mark for mark in found}


class Reactions:
    """Feedback, rejections and phrasings of a database."""

    def __init__(self, database: Database, keeping: Keeping) -> None:
        self._database = database
        self._keeping = keeping

    def judge(self, reply: Reply, verdict: Verdict, word: str = "", turn: str | None = None) -> str:
        """Keep what the person thinks of a reply, and give its id."""
        question = cut(reply.question) if self._keeping.questions else ""
        topic, said = reply.topic, cut(word, LONGEST_WORD)
        feedback = Feedback(new_id(), turn, question, reply.language, topic, verdict, said, now())

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM feedback WHERE turn = ?", (feedback.turn,))
            insert_record(connection, "feedback", feedback)

        self._database.write(work)
        return feedback.id

    def feedback(self) -> tuple[Feedback, ...]:
        """All feedback, in order."""
        return self._database.read(lambda connection: records(connection, "feedback", Feedback))

    def reject(self, question: str, language: Language, wrong: str) -> str:
        """Keep that a topic missed a question, and give the id under which to say what was right."""
        rejection = Rejection(new_id(), cut(question), language, wrong, None, now())
        if self._keeping.questions:
            self._database.write(lambda connection: insert_record(connection, "rejections", rejection))
        return rejection.id

    def choose(self, rejection: str, right: str) -> bool:
        """Keep the topic chosen after a rejection; False where that isn't there."""
        change = 'UPDATE rejections SET "right" = ? WHERE id = ?'
        return self._database.write(
            lambda connection: connection.execute(change, (right, rejection)).rowcount > 0,
        )

    def rejections(self) -> tuple[Rejection, ...]:
        """All rejections, in order."""
        return self._database.read(lambda connection: records(connection, "rejections", Rejection))

    def teach(self, question: str, language: Language, topic: str) -> str:
        """Keep a person's own way to ask about a topic, and give its id."""
        phrasing = OwnPhrasing(new_id(), cut(question), language, topic, now())

        def work(connection: sqlite3.Connection) -> None:
            known = "DELETE FROM phrasings WHERE language = ? AND question = ?"
            connection.execute(known, (phrasing.language, phrasing.question))
            insert_record(connection, "phrasings", phrasing)

        self._database.write(work)
        return phrasing.id

    def phrasings(self) -> tuple[OwnPhrasing, ...]:
        """All that were taught, in order."""
        return self._database.read(lambda connection: records(connection, "phrasings", OwnPhrasing))

    def forget(self, phrasing: str) -> bool:
        """Let go of a phrasing; False where it isn't there."""
        return self._database.write(
            lambda connection: connection.execute("DELETE FROM phrasings WHERE id = ?", (phrasing,)).rowcount > 0
        )


class Gaps:
    """The unanswered questions of a database."""

    def __init__(self, database: Database, keeping: Keeping) -> None:
        self._database = database
        self._keeping = keeping

    def add(
        self, question: str, language: Language, nearest: Sequence[str] = (), neighbourhood: str | None = None
    ) -> None:
        """Keep a question; the oldest go where there are too many."""
        unanswered = UnansweredQuestion(new_id(), cut(question), language, tuple(nearest), neighbourhood, now())

        def work(connection: sqlite3.Connection) -> None:
            insert_record(connection, "unanswered", unanswered)
            connection.execute(
                "DELETE FROM unanswered WHERE place IN "
                "(SELECT place FROM unanswered ORDER BY at DESC, place DESC LIMIT -1 OFFSET ?)",
                (MOST_UNANSWERED,),
            )

        if self._keeping.questions:
            self._database.write(work)

    def all(self) -> tuple[UnansweredQuestion, ...]:
        """All of them, in order."""
        return self._database.read(lambda connection: records(connection, "unanswered", UnansweredQuestion))
