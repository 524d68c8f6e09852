"""The rest of the nouns of the field: all that packs are read into and an index is built from; knows no YAML and no index.

Apart from those that an answer is made of (`advisor.model`), since a question must not wait for them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from advisor.model import Claim, Neighbourhood, Part, Phrasing, Reference, SmallTalk, Topic, Words


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
class PartAsked:
    """What people say who are after a part of a topic's answer: of those who were told its point, or of those who ask first.

    Who asks first may be after the point itself.
    """

    topic: str
    part: Part
    text: str
    language: str
    first: bool = False
    """Whether it stands alone: then it is a phrasing of the topic as well."""


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
    parts_asked: tuple[PartAsked, ...] = field(default=(), repr=False)
    paths: Mapping[str, Path] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    references: Mapping[str, Reference] = field(default_factory=dict)
    themes: Mapping[str, Words] = field(default_factory=dict)
    situations: Mapping[str, Words] = field(default_factory=dict)
    """Where a person may stand, to choose from."""
    aims: Mapping[str, Words] = field(default_factory=dict)
    """What a person may want, to choose from."""
    lexicon: Lexicon = field(default_factory=Lexicon)
