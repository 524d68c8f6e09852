"""The nouns of the field as frozen data: what a pack of knowledge holds once it is read; knows no YAML, no index, no screen.

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
class Step:
    """One step of a learning path: what one can do afterwards, how to practise, what proves it."""

    id: str
    title: Words
    outcome: Words
    practice: Words
    proof: Words
    hours: int
    needs: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    """Ids that the step had before: what a person did under them stays done."""


@dataclass(frozen=True, slots=True)
class Path:
    """A learning path; what it needs is advice, never a lock."""

    id: str
    title: Words
    summary: Words
    audience: Words
    hours: int
    pace: Words
    steps: tuple[Step, ...]
    needs: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    situations: Mapping[str, Words] = field(default_factory=dict)
    """Situation that it suits to the reason why."""
    aims: Mapping[str, Words] = field(default_factory=dict)
    """Aim that it serves to the reason why."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of the article in our own words."""

    id: str
    section: Section
    words: Words


@dataclass(frozen=True, slots=True)
class Trial:
    """A question on which confidence is calibrated: the index never learns from it."""

    question: str
    language: str
    expect: tuple[str, ...] = ()
    """The topics that answer it, best first; empty where nobody here answers it."""


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A talk of several questions, each labelled in the context of those before; never learnt from either."""

    turns: tuple[Trial, ...]


@dataclass(frozen=True, slots=True)
class Sequel:
    """What people say next in a talk, which only makes sense behind its subject; the index learns from it there."""

    subject: str
    """The topic that was just answered."""
    topic: str
    """The topic that answers it, maybe the same."""
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A source beside the article."""

    id: str
    title: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words that help to understand; every key and expression is as people type it, before folding."""

    abbreviations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Language to typed form to what it is read as."""
    synonyms: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    """Language to groups of one meaning, the canonical expression first."""
    translations: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    """Groups of expressions of one meaning: language to equals."""
    persons: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Person to language to the expressions by which people say that they are one."""
    parts: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Part of an answer to language to the expressions that ask for it."""
    dialogue: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Move of the talk (reject, more, yes, second ...) to language to its expressions."""


@dataclass(frozen=True, slots=True)
class Library:
    """All that the laid-over packs hold together, in the order of their files."""

    topics: Mapping[str, Topic] = field(default_factory=dict)
    small_talk: Mapping[str, SmallTalk] = field(default_factory=dict)
    neighbourhoods: Mapping[str, Neighbourhood] = field(default_factory=dict)
    background: tuple[Phrasing, ...] = field(default=(), repr=False)
    """Questions about anything else, which nobody here answers."""
    trials: tuple[Trial, ...] = field(default=(), repr=False)
    dialogues: tuple[Dialogue, ...] = field(default=(), repr=False)
    sequels: tuple[Sequel, ...] = field(default=(), repr=False)
    paths: Mapping[str, Path] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    references: Mapping[str, Reference] = field(default_factory=dict)
    themes: Mapping[str, Words] = field(default_factory=dict)
    situations: Mapping[str, Words] = field(default_factory=dict)
    """Where a person may stand, to choose from."""
    aims: Mapping[str, Words] = field(default_factory=dict)
    """What a person may want, to choose from."""
    lexicon: Lexicon = field(default_factory=Lexicon)
