"""The nouns that an answer is made of, as frozen data; knows no YAML, no index, no screen.

Words for people come as `Words`: language code to text. A French text may hold both forms of address,
`{vous form|tu form}`; `advisor.text.typography` chooses one when the text is shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Language = Literal["fr", "en"]
Address = Literal["vous", "tu"]
Words = Mapping[str, str]
Section = Literal["intro", "envol", "direction"]
Part = Literal["point", "detail", "steps", "mistakes", "example", "time", "money", "next"]

LANGUAGES: tuple[Language, ...] = ("fr", "en")
"""French first, English equal."""
PARTS: tuple[Part, ...] = ("point", "detail", "steps", "mistakes", "example", "time", "money", "next")
"""The parts of an answer in the order in which they are read."""
PERSONS = (
    "beginner",
    "experienced",
    "employee",
    "job-seeker",
    "freelance",
    "shy",
    "career-changer",
    "no-degree",
    "outside-france",
)
"""Those for whom an answer may hold a variant."""


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One question as people type it, which the index learns from."""

    text: str
    language: str
    hand: str = ""
    """Who wrote it: what one hand wrote is held out together when the confidence is calibrated."""
    family: str = ""
    """The template it was expanded from, or nothing."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the base says on a topic in one language; lists keep one item a line of thought."""

    point: str
    detail: str = ""
    steps: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()
    example: str = ""
    time: str = ""
    money: str = ""
    next: str = ""

    def part(self, name: Part) -> str | tuple[str, ...]:
        """The part of that name, empty where the answer has none."""
        value: str | tuple[str, ...] = getattr(self, name)
        return value


@dataclass(frozen=True, slots=True)
class Variant:
    """What changes in an answer for one kind of person."""

    person: str
    words: Words


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question worth asking next, and the topic that answers it."""

    topic: str
    words: Words


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject on which the base answers."""

    id: str
    title: Words
    answers: Mapping[str, Answer]
    theme: str = ""
    claims: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    path: str | None = None
    variants: tuple[Variant, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    phrasings: tuple[Phrasing, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """Hello, thanks and the like: several replies, taken in turn."""

    id: str
    title: Words
    replies: Mapping[str, tuple[str, ...]]
    follow_ups: tuple[FollowUp, ...] = ()
    phrasings: tuple[Phrasing, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A kind of question close to the map but off it: why it stays out, and where to ask instead."""

    id: str
    title: Words
    what: str
    why: Words
    instead: Words
    nearest: tuple[str, ...] = ()
    phrasings: tuple[Phrasing, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """A source beside the article."""

    id: str
    title: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of the article in our own words."""

    id: str
    section: Section
    words: Words
