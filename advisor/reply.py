"""What the advisor answers, as frozen data that every face shows in its own way; knows no matcher and no screen."""

import re
from dataclasses import dataclass
from typing import Any, Literal

from advisor.model import Language, Part

Kind = Literal["answer", "choices", "calculation", "small_talk", "unknown"]
Sureness = Literal["sure", "think", "hesitate"]
"""Confidence in words; the rates that they promise are computed when the index is built."""
_REMARK = re.compile(r"\*[^*].*[^*]\*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Alternative:
    """A topic that the question may be about; `confidence` from 0 to 1."""

    topic: str
    title: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Source:
    """What an answer rests on: a section of the article, or a reference."""

    id: str
    title: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that was read as another one."""

    typed: str
    read_as: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of a reply: `heading` is empty for the point, `text` is Markdown.

    `asked` marks what a follow-up asked for, `likely` what a question is likely after beside the point.
    """

    part: Part
    heading: str
    text: str
    asked: bool = False
    likely: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply to one question; the fields are those of the JSON, `passages` are for faces that show an answer in parts."""

    question: str
    language: Language
    kind: Kind
    text: str
    topic: str | None = None
    confidence: float = 0.0
    alternatives: tuple[Alternative, ...] = ()
    sources: tuple[Source, ...] = ()
    because: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    path: str | None = None
    follow_ups: tuple[str, ...] = ()
    neighbourhood: str | None = None
    title: str = ""
    passages: tuple[Passage, ...] = ()
    offered: tuple[str, ...] = ()
    """The topics behind the choices, or behind `follow_ups` where it is no choice, in their order."""
    sureness: Sureness | None = None
    """In words, for an answer or choices."""
    also: tuple[str, ...] = ()
    """Further topics that the same reply answers, where the message held several questions."""
    care: str = ""
    """Words to someone in distress, which open `text`."""
    lesson: str = ""
    """What was learnt from this turn, or that it was recognised by what was learnt; not part of `text`."""

    def as_json(self) -> dict[str, Any]:
        """The object that `advisor ask --json` writes; `calculation` is null until the advisor does sums."""
        return {
            "question": self.question,
            "language": self.language,
            "kind": self.kind,
            "topic": self.topic,
            "confidence": round(self.confidence, 4),
            "alternatives": [
                {"topic": a.topic, "title": a.title, "confidence": round(a.confidence, 4)} for a in self.alternatives
            ],
            "text": self.text,
            "sources": [{"id": s.id, "title": s.title} | ({"url": s.url} if s.url else {}) for s in self.sources],
            "because": list(self.because),
            "corrections": [{"typed": c.typed, "read_as": c.read_as} for c in self.corrections],
            "calculation": None,
            "path": self.path,
            "follow_ups": list(self.follow_ups),
            "neighbourhood": self.neighbourhood,
        }


def first_parts(reply: Reply, *, whole: bool = False) -> frozenset[int]:
    """The places of the passages that are open at first: those asked for, else every point and what goes with it.

    That is what a question is likely after, and what differs for a person, which stands between a point and the detail of the
    answer, as details of its own. With `whole`, all are open where none was asked for.
    """
    return opened(reply.passages, whole=whole)


def opened(passages: tuple[Passage, ...], *, whole: bool = False) -> frozenset[int]:
    """The same of the passages alone."""
    asked = frozenset(place for place, one in enumerate(passages) if one.asked)
    if asked:
        return asked
    if whole:
        return frozenset(range(len(passages)))
    found = set()
    for place, one in enumerate(passages):
        behind = [other.part for other in passages[place + 1 :]]
        same_answer = behind[: behind.index("point")] if "point" in behind else behind
        if one.part == "point" or one.likely or (one.part == "detail" and "detail" in same_answer):
            found.add(place)
    return frozenset(found)


def remarks(reply: Reply) -> tuple[list[str], list[str]]:
    """Sentences of the text that belong to no passage, such as the one that there is no source: before the parts, and behind.

    An answer given in the other language says so first; what it rests on is said after its parts.
    """
    shown = {passage.text for passage in reply.passages}
    found = [text for text in reply.text.split("\n\n") if _REMARK.fullmatch(text) and text not in shown]
    opening = [text for text in found if reply.text.startswith(text)]
    return opening, [text for text in found if text not in opening]
