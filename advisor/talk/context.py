"""What a message means behind those before it: stays on the subject, moves on, or comes back; knows no wording.

A message leans on the talk where it opens like one that does ("et si ...", "what about ..."), or where nothing is
left of it but a part of an answer. It is then read twice, alone and behind what the subject was, and the surer
reading counts. A message that stands on its own feet is never dragged to the old subject.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from advisor.match.matcher import Match, Matched, Matcher
from advisor.match.reading import read
from advisor.model import Language
from advisor.talk.decide import Decision, Thresholds, decide
from advisor.talk.moves import Moves

FEW_WORDS = 3
"""Words beyond glue up to which a message hardly stands alone."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the talk is about: a topic, the topics beside it, and how sure it is that the person meant it."""

    topic: str
    title: str
    beside: tuple[str, ...]
    confidence: float
    question: str


@dataclass(frozen=True, slots=True)
class InContext:
    """What to do about a message behind others: stay on a topic, or whatever `decision` says."""

    stays: bool
    decision: Decision
    confidence: float


def leans(moves: Moves) -> bool:
    """Whether a message may only make sense behind another one."""
    return not moves.switch and (moves.leaning or (moves.part is not None and len(moves.rest) <= FEW_WORDS))


def in_context(matcher: Matcher, thresholds: Thresholds, matched: Matched, moves: Moves, subject: Subject) -> InContext:
    """Decide on a leaning message: what it says alone, what it says behind the subject, or that it stays there."""
    alone = decide(matched, thresholds)
    if moves.part is not None and not moves.rest:
        return InContext(True, alone, subject.confidence)
    if alone.kind == "answer":
        return InContext(alone.matches[0].entry.id == subject.topic, alone, alone.confidence)
    refused = matched.refused
    if refused is not None and refused.confidence >= thresholds.refuse:
        return InContext(False, alone, alone.confidence)
    behind = _behind(matcher, matched, subject)
    best = next((match for match in behind.answered if match.entry.kind == "topic"), None)
    if best is not None and best.entry.id != subject.topic and _is_moved(best, behind, matched, subject, thresholds):
        return InContext(False, Decision("answer", (best,), best.confidence), best.confidence)
    if moves.leaning:
        return InContext(True, alone, subject.confidence * _not_refused(matched))
    return InContext(False, alone, alone.confidence)


def _behind(matcher: Matcher, matched: Matched, subject: Subject) -> Matched:
    """The message read behind the subject's title, in the message's language."""
    language: Language = matched.reading.language
    text = f"{subject.title} {matched.question}"
    return matcher.match_reading(text, read(matcher.index, text, language))


def _is_moved(best: Match, behind: Matched, alone: Matched, subject: Subject, thresholds: Thresholds) -> bool:
    """Whether the words of the message itself speak for a topic beside the subject."""
    likely = {match.entry.id: match.confidence for match in alone.answered}
    own = likely.get(best.entry.id, 0.0)
    stays = likely.get(subject.topic, 0.0)
    if own <= stays:
        return False
    return best.confidence >= thresholds.answer or (best.entry.id in subject.beside and own == max(likely.values()))


def _not_refused(matched: Matched) -> float:
    return 1.0 - matched.refused.confidence if matched.refused else 1.0


def return_to(matched: Matched, topics: Sequence[str], rejected: Collection[str]) -> str | None:
    """The earlier topic that a message comes back to: the one that its words speak for, else the last but one."""
    earlier = [topic for topic in topics if topic not in rejected]
    for match in matched.answered:
        if match.entry.id in earlier:
            return match.entry.id
    return earlier[-1] if earlier else None
