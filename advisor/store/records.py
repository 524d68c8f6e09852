"""What is kept of a person, as frozen data with stable text ids and times in UTC; knows no database and no screen.

The fields are those of the export, in its order.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from advisor.model import Language
from advisor.reply import Reply

Id = Annotated[str, "id"]
"""A text that names one thing for good, in every store that it is copied to."""
Instant = Annotated[str, "instant"]
"""A time as `2026-11-25T08:30:00.000000Z`: always UTC, always as long, so that the order of texts is that of times."""
StepState = Literal["open", "done", "skipped", "known"]
Verdict = Literal["up", "down"]

LONGEST_TEXT = 20_000
"""Characters of a question that are kept; of a longer one, the beginning and the end, as they are read."""
LONGEST_TITLE = 80
LONGEST_WORD = 1_000
"""Characters of what a person says of a reply."""
_CUT = "\n[…]\n"
_NEVER_KEPT = re.compile("[\0\ud800-\udfff]")
"""What no database of text holds: the character zero, and halves of characters."""


@dataclass(frozen=True, slots=True)
class PastTurn:
    """A question and its reply."""

    id: Id
    number: int
    """From 1, in its talk."""
    question: str
    at: Instant
    kind: str
    topic: str | None
    confidence: float
    answer: Mapping[str, Any]
    """The reply as it was kept."""

    @property
    def reply(self) -> Reply:
        """The reply to show; of one that a later version kept, as much as this version understands."""
        from advisor.store.replies import shown

        return shown(self.answer, self.question)


@dataclass(frozen=True, slots=True)
class PastConversation:
    """A talk, all of it."""

    id: Id
    title: str
    language: Language
    started: Instant
    last: Instant
    turns: tuple[PastTurn, ...] = ()


@dataclass(frozen=True, slots=True)
class ConversationHead:
    """A talk as a list shows it."""

    id: Id
    title: str
    language: Language
    started: Instant
    last: Instant
    turns: int


@dataclass(frozen=True, slots=True)
class Found:
    """A talk that holds what was looked for."""

    conversation: ConversationHead
    turn: int
    """The number of the latest turn that holds it; 0 where it is the title alone."""
    excerpt: str
    """Some words around it."""
    matches: tuple[tuple[int, int], ...] = ()
    """Where in the excerpt it stands: begin and end of each word."""


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question of the history."""

    id: Id
    text: str
    at: Instant


@dataclass(frozen=True, slots=True)
class StepMark:
    """Where a person stands with a step of a learning path; `id` is the step's."""

    id: Id
    state: StepState
    at: Instant


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a person thinks of a reply."""

    id: Id
    turn: Id | None
    question: str
    language: Language
    topic: str | None
    verdict: Verdict
    word: str
    at: Instant


@dataclass(frozen=True, slots=True)
class Rejection:
    """A topic that missed a question, and the one that was chosen afterwards."""

    id: Id
    question: str
    language: Language
    wrong: Id
    right: Id | None
    at: Instant


@dataclass(frozen=True, slots=True)
class UnansweredQuestion:
    """A question that got no answer, and what came nearest."""

    id: Id
    question: str
    language: Language
    nearest: tuple[str, ...]
    neighbourhood: str | None
    """Where it is left out on purpose: the neighbourhood that it belongs to."""
    at: Instant


@dataclass(frozen=True, slots=True)
class OwnPhrasing:
    """A person's own way to ask about a topic."""

    id: Id
    question: str
    language: Language
    topic: Id
    at: Instant


@dataclass(frozen=True, slots=True)
class Draft:
    """What is being written, or was when its program ended."""

    id: Id
    text: str
    at: Instant


@dataclass(frozen=True, slots=True)
class Everything:
    """All that a store holds, in the order in which it was kept."""

    conversations: tuple[PastConversation, ...] = ()
    questions: tuple[AskedQuestion, ...] = ()
    steps: tuple[StepMark, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    unanswered: tuple[UnansweredQuestion, ...] = ()
    phrasings: tuple[OwnPhrasing, ...] = ()
    drafts: tuple[Draft, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """How many things of each kind were new when one store was laid over another, by the fields of `Everything`."""

    added: Mapping[str, int] = field(default_factory=dict)
    turns: int = 0


def new_id() -> Id:
    """An id that nothing else has, in any store."""
    return os.urandom(9).hex()


def now() -> Instant:
    """The time, in UTC."""
    from datetime import UTC, datetime

    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def instant(text: str) -> Instant:
    """A time written in any ISO form, as it is kept; raises ValueError where it is none or has no zone."""
    from datetime import UTC, datetime

    read = datetime.fromisoformat(text)
    if read.tzinfo is None:
        raise ValueError(text)
    try:
        spoken = read.astimezone(UTC)
    except OverflowError:
        raise ValueError(text) from None
    return f"{spoken.year:04}-{spoken:%m-%dT%H:%M:%S.%f}Z"


def clean(text: str) -> str:
    """A text that can be kept: marks in the place of what no database holds."""
    return _NEVER_KEPT.sub("\ufffd", text)


def cut(text: str, most: int = LONGEST_TEXT) -> str:
    """A clean text of at most that many characters: of a longer one the beginning and the end."""
    text = clean(text) if len(text) <= most else text
    if len(text) <= most:
        return text
    end = most * 2 // 5
    return clean(f"{text[: most - end - len(_CUT)]}{_CUT}{text[-end:]}")


def title_of(question: str) -> str:
    """A question as the title of a talk: one line, not too long."""
    line = " ".join(clean(question[:LONGEST_TEXT]).split())
    return line if len(line) <= LONGEST_TITLE else line[: LONGEST_TITLE - 1].rstrip() + "…"
