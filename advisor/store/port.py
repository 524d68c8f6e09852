"""The store as its users hold it: what can be kept and found again; says nothing of where or how.

Every call may take a few milliseconds or, where another program is writing, a few seconds: a screen makes it from a thread.
What a call writes is on the disk when it returns. No call fails because nothing can be kept: then the store remembers until
the program ends, and has said so once to whoever opened it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from advisor.errors import AdvisorError
from advisor.model import Language, Words
from advisor.reply import Reply
from advisor.store.records import (
    ConversationHead,
    Everything,
    Feedback,
    Found,
    Merged,
    OwnPhrasing,
    PastConversation,
    Rejection,
    StepMark,
    StepState,
    UnansweredQuestion,
    Verdict,
)

Tell = Callable[[Words], object]
"""Is given what the person should know, in both languages, from whatever thread."""


class Conversations(Protocol):
    """Talks, turn by turn."""

    def begin(self, language: Language, title: str = "") -> str:
        """The id of a new talk, which is kept from its first turn on; the first question is its title where it has none."""

    def add(self, conversation: str, question: str, reply: Reply) -> str:
        """Keep a turn at the end of a talk, and give its id."""

    def latest(self, most: int = 200, skip: int = 0) -> tuple[ConversationHead, ...]:
        """The talks, the latest first."""

    def find(self, text: str, most: int = 50) -> tuple[Found, ...]:
        """The talks that hold every word of a text, or words that begin so, in one turn or in the title; latest first.

        Case and accents don't count; signs are no words. Nothing is found by a text without words.
        """

    def open(self, conversation: str) -> PastConversation | None:
        """All of a talk, or None where it isn't there."""

    def rename(self, conversation: str, title: str) -> bool:
        """Give a talk another title; False where it isn't there."""

    def delete(self, conversation: str) -> bool:
        """Let go of a talk, of the feedback on it, and of its questions in the history, the unanswered, the rejections.

        Questions that stand in another talk too stay. False where there is no such talk.
        """


class Questions(Protocol):
    """The history of all questions asked."""

    def add(self, text: str) -> None:
        """Keep a question; one that was just asked is kept once."""

    def latest(self, most: int = 1_000) -> tuple[str, ...]:
        """The questions asked last, the most recent at the end."""

    def search(self, text: str, most: int = 50) -> tuple[str, ...]:
        """The questions that hold a piece of text, each once, the most recent first; case and accents don't count."""


class Steps(Protocol):
    """Where a person stands with the steps of learning paths, by the steps' ids."""

    def mark(self, step: str, state: StepState) -> None:
        """Note where the person stands with a step."""

    def marks(self) -> Mapping[str, StepMark]:
        """All that was noted, also of steps that the knowledge has no more; see `advisor.store.progress`."""


class Lessons(Protocol):
    """What a person's reactions teach. Where no questions are kept, feedback is kept without its own, and rejections aren't."""

    def judge(self, reply: Reply, verdict: Verdict, word: str = "", turn: str | None = None) -> str:
        """Keep what the person thinks of a reply, and give its id; a second thought on a turn replaces the first."""

    def feedback(self) -> tuple[Feedback, ...]:
        """All feedback, in order."""

    def reject(self, question: str, language: Language, wrong: str) -> str:
        """Keep that a topic missed a question, and give the id under which to say what was right."""

    def choose(self, rejection: str, right: str) -> bool:
        """Keep the topic chosen after a rejection; False where that isn't there."""

    def rejections(self) -> tuple[Rejection, ...]:
        """All rejections, in order."""

    def teach(self, question: str, language: Language, topic: str) -> str:
        """Keep a person's own way to ask about a topic, and give its id; the same question has one topic, the last one."""

    def phrasings(self) -> tuple[OwnPhrasing, ...]:
        """All that were taught, in order."""

    def forget(self, phrasing: str) -> bool:
        """Let go of a phrasing; False where it isn't there."""


class Unanswered(Protocol):
    """Questions that got no answer."""

    def add(
        self, question: str, language: Language, nearest: Sequence[str] = (), neighbourhood: str | None = None
    ) -> None:
        """Keep a question, with the topics that came nearest; the oldest go where there are more than 10,000."""

    def all(self) -> tuple[UnansweredQuestion, ...]:
        """All of them, in order."""


class Drafts(Protocol):
    """What is being written and wasn't sent: one text for each running program, and those that programs left behind."""

    def take(self) -> str:
        """The latest that no running program is writing, which is this program's from here on; empty where there is none."""

    def keep(self, text: str) -> None:
        """Keep what is being written in this program in the place of what was; let go of it where that is nothing.

        A text that is longer than a question may be is not kept, and what was kept of it before stays.
        """

    def clear(self) -> None:
        """Let go of all of them, those of other programs too."""


class Store(Protocol):
    """All that is kept of a person."""

    @property
    def conversations(self) -> Conversations:
        """The talks."""

    @property
    def questions(self) -> Questions:
        """The history."""

    @property
    def steps(self) -> Steps:
        """Progress on learning paths."""

    @property
    def lessons(self) -> Lessons:
        """Feedback, rejections, own phrasings."""

    @property
    def unanswered(self) -> Unanswered:
        """The gaps."""

    @property
    def drafts(self) -> Drafts:
        """What is being written."""

    @property
    def is_kept(self) -> bool:
        """Whether what is written now lasts longer than the program."""

    @property
    def refused(self) -> AdvisorError | None:
        """Why what lies on the disk can't be used at all, such as a file of a later version; None where it can."""

    def keep(self, *, questions: bool, conversations: bool) -> None:
        """Keep these from here on, or no longer; what is kept already stays.

        The calls that would keep one do nothing then, so that no caller has to ask. With the questions go those that
        went unanswered, the rejections and the drafts.
        """

    def everything(self) -> Everything:
        """All that is kept."""

    def merge(self, more: Everything) -> Merged:
        """Add what isn't there yet, all of it or nothing; of steps, feedback and phrasings kept twice, the newer stays."""

    def close(self) -> None:
        """Let go of the file; whatever could not be kept before is tried once more."""
