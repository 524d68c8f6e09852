"""What is told across the interface about what is kept; each says what happened or what is wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from advisor.model import Words
    from advisor.store.port import Store
    from advisor.store.records import Found, PastConversation, Verdict

    Verdicts = Mapping[str, tuple[Verdict, str]]
    """What the person thinks of answers, with a word for it, by the ids of their turns."""


@dataclass
class StoreOpened(Message):
    """What is kept can be read and added to; `questions` are those asked before, the most recent at the end."""

    store: Store
    questions: Sequence[str]
    draft: str = ""
    """What was being written when the program ended."""


@dataclass
class Noticed(Message):
    """The person should know something about what is kept."""

    words: Words


@dataclass
class PastSought(Message):
    """Conversations that hold a text are wanted; all of them where there is no text."""

    text: str


@dataclass
class PastFound(Message):
    """These were found."""

    found: Sequence[Found]


@dataclass
class PastChosen(Message):
    """A conversation is to be read, from a turn on; 0 for all of it."""

    id: str
    turn: int = 0


@dataclass
class PastRead(Message):
    """A conversation as it is kept, with what the person thinks of its answers; None where it is gone."""

    talk: PastConversation | None
    verdicts: Verdicts
    turn: int = 0


@dataclass
class PastMeant(Message):
    """A conversation is to be renamed, or deleted once that is confirmed; None where it isn't there."""

    talk: PastConversation | None
    renames: bool = False


@dataclass
class PastChange(Message):
    """A conversation is to be taken up again, renamed or deleted: `what` is the command."""

    id: str
    title: str
    what: str


@dataclass
class PastChanged(Message):
    """That is done, on the disk; `key` names the sentence that says so."""

    key: str
    title: str
    id: str


@dataclass
class PastTakenUp(Message):
    """A conversation is to go on; None where it is gone, which the sentence under `key` says."""

    talk: PastConversation | None
    verdicts: Verdicts
    key: str = "not_there"
