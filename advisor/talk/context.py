"""What a message means behind those before it: stays on the subject, moves on, or comes back; knows no wording.

A message leans on the talk where it opens like one that does ("et si ...", "what about ..."), points at what was said
("dedans", "them"), or asks for a part of an answer and for little else. Read alone, such a message says little; so what
the matcher finds in it is weighed by how often people stay on their subject, go on beside it, or leave it. A message
that stands on its own feet is never dragged to the old subject.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from advisor.index.reader import LanguageIndex
from advisor.match.matcher import Matched, Matcher
from advisor.match.reading import read
from advisor.talk.decide import Decision, Thresholds, decide
from advisor.talk.moves import Moves
from advisor.text.features import stem

FEW_WORDS = 3
"""Words beyond glue up to which a message that asks for a part of an answer leans on the talk."""
STAYS, BESIDE, ELSEWHERE, OFF = 0.55, 0.25, 0.13, 0.07
"""How often a leaning message stays on its subject, goes to a topic beside it, to another one, or off the map."""
ASKED_ALONE = 0.75
"""How often a question that stands alone is on the map; what confidence was calibrated for."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the talk is about: a topic, its column, the topics beside it, and how sure it is that the person meant it."""

    topic: str
    number: int
    title: str
    beside: tuple[str, ...]
    confidence: float
    words: frozenset[str]
    """The stems of its answer in the language of the talk."""


@dataclass(frozen=True, slots=True)
class InContext:
    """What to do about a message behind others: stay on a topic, or whatever `decision` says."""

    stays: bool
    decision: Decision
    confidence: float


def leans(moves: Moves) -> bool:
    """Whether a message may only make sense behind another one."""
    if moves.switch:
        return False
    return moves.leaning or moves.pointing or (moves.part is not None and len(moves.rest) <= FEW_WORDS)


def in_context(matcher: Matcher, thresholds: Thresholds, matched: Matched, moves: Moves, subject: Subject) -> InContext:
    """Decide on a leaning message."""
    alone = decide(matched, thresholds)
    if moves.part is not None and not moves.rest:
        return InContext(True, alone, subject.confidence)
    part = matcher.index.language(matched.reading.language)
    topics = len([entry for entry in matcher.index.entries if entry.kind == "topic"])
    likely = _likelihoods(matcher, matched, subject)
    known = support(part, moves.rest, subject)
    usual = ASKED_ALONE / topics
    beside = BESIDE / max(1, len(subject.beside)) / usual
    elsewhere = ELSEWHERE / usual / topics
    weights: dict[str, float] = {
        id: chance * (beside if id in subject.beside else elsewhere) for id, chance in likely.items()
    }
    weights[subject.topic] = STAYS / usual * max(likely.get(subject.topic, 0.0), known * usual)
    off = OFF / (1 - ASKED_ALONE) * (1 - matched.in_scope) * (1 - known)
    total = sum(weights.values()) + off
    best = max(weights, key=lambda id: weights[id])
    confidence = weights[best] / total
    if off > weights[best]:
        return InContext(False, Decision("unknown", (), off / total), off / total)
    if best == subject.topic:
        return InContext(True, alone, confidence)
    match = next((one for one in matched.answered if one.entry.id == best), None)
    if match is None or match.entry.kind != "topic":
        return InContext(False, alone, alone.confidence)
    if alone.kind == "answer" or confidence >= thresholds.answer or best in subject.beside:
        return InContext(False, Decision("answer", (match,), confidence), confidence)
    return InContext(False, alone, alone.confidence)


def _likelihoods(matcher: Matcher, matched: Matched, subject: Subject) -> dict[str, float]:
    """Answered entries with how much speaks for them: read alone, and for topics beside also behind the subject."""
    likely = {match.entry.id: match.confidence for match in matched.answered}
    text = f"{subject.title} {matched.question}"
    behind = matcher.match_reading(text, read(matcher.index, text, matched.reading.language))
    for match in behind.answered:
        if match.entry.id in subject.beside and match.entry.id in likely:
            likely[match.entry.id] = max(likely[match.entry.id], match.confidence)
    return likely


def support(part: LanguageIndex, words: Sequence[str], subject: Subject) -> float:
    """The share of a message's words, beyond glue, that the subject's phrasings or its answer hold; 1.0 without any."""
    said = [stem(word, part.language) for word in words if not word.isdigit()]
    if not said:
        return 1.0
    held = sum(one in subject.words or part.holds(subject.number, one) for one in said)
    return held / len(said)


def return_to(matched: Matched, topics: Sequence[str], rejected: Collection[str]) -> str | None:
    """The earlier topic that a message comes back to: the one that its words speak for, else the last but one."""
    earlier = [topic for topic in topics if topic not in rejected]
    for match in matched.answered:
        if match.entry.id in earlier:
            return match.entry.id
    return earlier[-1] if earlier else None
