"""What the interface needs of an advisor, so that it can be built and tested without one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, runtime_checkable

from advisor.guide.confidence import Reliability
from advisor.library import Path
from advisor.model import Address, Claim, Language, Reference, Topic, Words
from advisor.reply import Reply


class TopicHead(Protocol):
    """A topic as a list shows it."""

    @property
    def id(self) -> str:
        """What the conversation is asked for when the topic is chosen."""

    @property
    def theme(self) -> str:
        """Id of the theme that it belongs to, or nothing."""

    @property
    def title(self) -> Words:
        """Its title."""


class Conversation(Protocol):
    """One talk: it remembers what it was about; used by one thread at a time."""

    language: Language | None
    """None: each question is answered in its own language."""
    address: Address
    """The form of address of the French answers to come."""

    def ask(self, question: str) -> Reply:
        """Answer a question as typed."""

    def choose(self, topic: str, question: str = "") -> Reply:
        """Answer with a topic, whatever was asked; `question` is how the choice was worded, where it was."""

    def reject(self) -> Reply:
        """Give the next best after an answer that missed."""

    def resume(self, replies: Sequence[Reply]) -> None:
        """Take up a talk that was held before, by its replies in order."""


@runtime_checkable
class Learner(Protocol):
    """A talk that learns what a question meant."""

    def accept(self) -> Reply:
        """Keep that the answer after one that missed is the right one."""

    def forget(self) -> Reply:
        """Let go of what was learnt or recognised last."""

    def confirm(self) -> str:
        """Keep that the last answer is right, where it came after one that missed; what to say of it, or nothing."""

    def withdraw(self) -> str:
        """Let go of what was learnt as the last answer was confirmed; what to say of it, or nothing."""


class OwnPhrasing(Protocol):
    """A person's own way to ask about a topic."""

    @property
    def id(self) -> str:
        """By which it is forgotten."""

    @property
    def question(self) -> str:
        """As it was typed."""

    @property
    def topic(self) -> str:
        """That it leads to."""


class OwnPhrasings(Protocol):
    """All that a person has taught; used by any thread."""

    def all(self) -> Sequence[OwnPhrasing]:
        """In the order of teaching."""

    def forget(self, id: str) -> bool:
        """Let go of one; False where it isn't there."""


class Advisor(Protocol):
    """The knowledge, opened."""

    @property
    def own(self) -> OwnPhrasings | None:
        """What the person has taught; None where nothing is learnt."""

    @property
    def notices(self) -> Sequence[Words]:
        """Things to say once."""

    def conversation(
        self, language: Language | None = None, address: Address = "vous", first_language: Language = "fr"
    ) -> Conversation:
        """Begin a talk; `first_language` is for a first message that could be in either."""

    def topics(self) -> Sequence[TopicHead]:
        """All topics, in the order in which to list them."""

    def themes(self) -> Mapping[str, Words]:
        """The titles of the themes, in their order."""

    def paths(self) -> Sequence[Path]:
        """All learning paths."""

    def topic(self, id: str) -> Topic | None:
        """A topic with all that the base says of it, or None."""

    def claims(self) -> Sequence[Claim]:
        """All claims of the article, in its order."""

    def reference(self, id: str) -> Reference | None:
        """A source beside the article, or None."""

    def situations(self) -> Mapping[str, Words]:
        """Where a person may stand, to be advised a path."""

    def aims(self) -> Mapping[str, Words]:
        """What a person may want, to be advised a path."""

    def reliability(self) -> Reliability | None:
        """How far the words for confidence were kept on held-out questions; None where nothing was counted."""


Progress = Callable[[str], None]
OpenAdvisor = Callable[[Progress], Advisor]
