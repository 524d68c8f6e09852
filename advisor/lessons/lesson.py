"""What a person teaches, and what came of it, as frozen data; knows no matcher and no store."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from advisor.match.likeness import Weights
from advisor.model import Language

Outcome = Literal["learnt", "taken", "tried", "vague", "leaning"]
"""Learnt, or why not: the knowledge has that very question elsewhere; a labelled question that is as good as the same belongs
elsewhere; too few words that tell; leans on the talk."""


class Kept(Protocol):
    """A phrasing as it is kept."""

    @property
    def id(self) -> str:
        """By which it is forgotten."""

    @property
    def question(self) -> str:
        """As it was typed."""

    @property
    def language(self) -> Language:
        """Of the question."""

    @property
    def topic(self) -> str:
        """That it leads to."""


class Keeper(Protocol):
    """Where lessons are kept; `advisor.store` has one."""

    def reject(self, question: str, language: Language, wrong: str) -> str:
        """Keep that a topic missed a question, and give the id under which to say what was right."""

    def choose(self, rejection: str, right: str) -> bool:
        """Keep the topic chosen after a rejection."""

    def teach(self, question: str, language: Language, topic: str) -> str:
        """Keep a phrasing and give its id."""

    def phrasings(self) -> Sequence[Kept]:
        """All phrasings, in order."""

    def forget(self, phrasing: str) -> bool:
        """Let go of a phrasing; False where it isn't there."""


@dataclass(frozen=True, slots=True)
class Taught:
    """One of a person's own ways to ask, ready to be recognised."""

    id: str
    question: str
    language: Language
    topic: str
    weights: Weights
    reach: float
    """Likeness from which another question is taken for it, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What came of teaching; `owner` is the entry to which the question belongs where it was refused, empty for none."""

    outcome: Outcome
    topic: str
    owner: str = ""
    taught: Taught | None = None
