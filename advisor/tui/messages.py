"""What strangers tell each other across the interface; each says what happened or what is wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.message import Message

if TYPE_CHECKING:
    from advisor.commands import Command
    from advisor.errors import AdvisorError
    from advisor.export.file import Written
    from advisor.model import Words
    from advisor.reply import Reply
    from advisor.settings import Value
    from advisor.store.records import StepMark, StepState
    from advisor.tui.exchange import Errand
    from advisor.tui.offers import Offer
    from advisor.tui.ports import Advisor, OwnPhrasing


@dataclass(eq=False, repr=False)
class CommandGiven(Message):
    """A command that the receiver's own screen doesn't carry out, with the words behind it."""

    command: Command
    words: str = ""


@dataclass(eq=False, repr=False)
class PathWanted(Message):
    """A learning path is to be shown."""

    path_id: str


@dataclass(eq=False, repr=False)
class OfferTaken(Message):
    """Something on a page was chosen: a topic to answer, a path, a claim or a command to open."""

    offer: Offer


Behind = Literal["source", "why"]


@dataclass(eq=False, repr=False)
class BehindWanted(Message):
    """What an answer rests on, or why it was given, is to be shown."""

    what: Behind
    reply: Reply


@dataclass(eq=False, repr=False)
class StepWanted(Message):
    """Where a person stands with a step is to be noted."""

    step_id: str
    state: StepState


@dataclass(eq=False, repr=False)
class MarksRead(Message):
    """All that was noted of steps, as it is kept now; `said` is what to say about it, if anything."""

    marks: Mapping[str, StepMark]
    said: Words | None = None


@dataclass(eq=False, repr=False)
class Progressed(Message):
    """The opening of the knowledge has reached a stage."""

    stage: str


@dataclass(eq=False, repr=False)
class Opened(Message):
    """The knowledge is open."""

    advisor: Advisor


@dataclass(eq=False, repr=False)
class StayedClosed(Message):
    """The knowledge did not open; `reason` is a sentence for the person, empty for a fault of the program."""

    reason: Words


@dataclass(eq=False, repr=False)
class Replied(Message):
    """The engine has replied to an errand; `turn` is the id under which the reply is kept, if it is."""

    errand: Errand
    reply: Reply
    turn: str | None = None


@dataclass(eq=False, repr=False)
class Stumbled(Message):
    """The engine failed over an errand."""

    errand: Errand
    fault: str


@dataclass(eq=False, repr=False)
class LessonsRead(Message):
    """What a person has taught was read."""

    lessons: Sequence[OwnPhrasing]


@dataclass(eq=False, repr=False)
class WrittenOn(Message):
    """Something was typed where it can't be written, and belongs into the prompt."""

    text: str


@dataclass(eq=False, repr=False)
class Told(Message):
    """Something is to be said in passing."""

    text: str
    warning: bool = False


@dataclass(eq=False, repr=False)
class Exported(Message):
    """The talk was written to a file."""

    done: Written


@dataclass(eq=False, repr=False)
class ExportRefused(Message):
    """The talk could not be written to a file."""

    error: AdvisorError


@dataclass(eq=False, repr=False)
class SettingChosen(Message):
    """A setting is to have a value."""

    key: str
    value: Value


@dataclass(eq=False, repr=False)
class NotKept(Message):
    """Something that should outlive the program could not be written."""

    reason: Words
