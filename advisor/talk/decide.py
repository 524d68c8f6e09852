"""From a match to a decision: answer, offer choices, or say "I don't know"; knows no wording and no learning.

The thresholds are computed when the index is built (`advisor.learn.calibrate`) and stored in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from advisor.match.matcher import Match, Matched
from advisor.match.signals import SHORT
from advisor.reply import Sureness

MOST_CHOICES = 4
FEWEST_CHOICES = 2
MOST_OF_THEM = 0.5
"""The words of a question of one or two words belong to a topic where most of the phrasings that hold them are its own."""
ENOUGH_OF_THEM = 0.2
"""They may belong to a neighbourhood, or to several topics, from this share on; below it they are everybody's."""
LEAD = 2.5
"""A word belongs to a topic, too, where its phrasings hold it so many times as often as any other entry's."""
FAINT = 4.0
"""A topic is no choice for a word where another holds it so many times as often."""
LEAST_FOR_A_REASON = -0.3
"""The classifier's decision value from which a neighbourhood's reason is given: below it one reason in two was absurd, and of
234 questions that were refused for a reason 27 lie there."""
A_CHANCE = 0.1
"""Probability of being on the map that few words need: nobody can tell more of "degree" alone, which gets choices."""


@dataclass(frozen=True, slots=True, eq=False)
class Thresholds:
    """From which confidence on to do what; each is computed on held-out questions when the index is built."""

    answer: float
    """Confidence from which a question is answered."""
    inside: float
    """Probability of being on the map below which nothing is answered, however likely one entry seems."""
    choices: float
    """Probability of being on the map from which choices are offered."""
    follow: float = 0.5
    """Confidence from which a message behind others is answered."""
    leave: float = 0.5
    """Probability from which a message behind others is off the map."""
    sure: float = 1.0
    think: float = 1.0
    """Confidences from which an answer is called sure, and from which it is a thought rather than a hesitation."""
    among: float = 0.75
    """The share of choices that hold the right topic where the map has one."""
    lone: float = 0.75
    """The share of right answers to one or two words that belong to a topic: more of them promise no more."""

    @classmethod
    def of(cls, stored: Mapping[str, float]) -> "Thresholds":
        """The thresholds as the index stores them."""
        return cls(**{name: float(value) for name, value in stored.items()})

    def sureness(self, confidence: float) -> Sureness:
        """A confidence in words."""
        if confidence >= self.sure:
            return "sure"
        return "think" if confidence >= self.think else "hesitate"


@dataclass(frozen=True, slots=True, eq=False)
class Decision:
    """What to do about a question; `matches` are the entries to answer or to offer, likeliest first."""

    kind: Literal["answer", "choices", "unknown"]
    matches: tuple[Match, ...]
    confidence: float
    """The probability that this reply is right."""


def decide(matched: Matched, thresholds: Thresholds) -> Decision:
    """Answer where one entry is likely enough, offer the likeliest where the map probably has it, else refuse."""
    answered = matched.answered
    is_likely = bool(answered) and answered[0].confidence >= thresholds.answer and matched.in_scope >= thresholds.inside
    if matched.shares and not (is_likely and answered[0].entry.kind == "small_talk"):
        return _short(matched, thresholds, is_likely)
    if is_likely:
        return Decision("answer", answered[:1], answered[0].confidence)
    offered = choices_of(matched)
    if matched.in_scope >= thresholds.choices and len(offered) >= FEWEST_CHOICES:
        return Decision("choices", offered, matched.in_scope * thresholds.among)
    return Decision("unknown", (), 1.0 - matched.in_scope)


def _short(matched: Matched, thresholds: Thresholds, is_likely: bool) -> Decision:
    """One or two words: answered where they belong to one topic, choices where several topics share them.

    Of two, the rarer one may tell little of both ("creative CV"): what both together are likest has to agree.
    """
    answered = matched.answered
    own = [match for match in answered if match.entry.kind == "topic" and matched.shares.get(match.number, 0.0) > 0]
    own.sort(key=lambda match: -matched.shares[match.number])
    own = [match for match in own if matched.shares[match.number] >= matched.shares[own[0].number] / FAINT]
    own = own if matched.in_scope >= A_CHANCE or not _is_refused(matched) else []
    agrees = matched.telling < SHORT or (own[:1] == list(answered[:1]) and matched.in_scope >= A_CHANCE)
    if own and agrees and _belongs(matched.shares, own[0].number):
        return Decision(
            "answer", (own[0],), max(own[0].confidence, min(matched.shares[own[0].number], thresholds.lone))
        )
    if is_likely and answered[0].confidence >= thresholds.sure and matched.telling > 1:
        return Decision("answer", answered[:1], answered[0].confidence)
    on_the_map = sum(matched.shares[match.number] for match in own)
    is_shared = matched.telling == 1 and matched.in_scope >= A_CHANCE and on_the_map >= ENOUGH_OF_THEM
    if len(own) >= FEWEST_CHOICES and (is_likely or on_the_map >= MOST_OF_THEM or is_shared):
        return Decision("choices", tuple(own[:MOST_CHOICES]), on_the_map)
    if is_likely:
        return Decision("answer", answered[:1], answered[0].confidence)
    return Decision("unknown", (), 1.0 - matched.in_scope)


def _is_refused(matched: Matched) -> bool:
    """Whether a refused neighbourhood is likelier than any answer."""
    best = matched.answered[0].confidence if matched.answered else 0.0
    return matched.refused is not None and matched.refused.confidence > best


def _belongs(shares: Mapping[int, float], number: int) -> bool:
    """Whether a word is an entry's own: most of the phrasings that hold it are, or many more than any other entry's."""
    share = shares.get(number, 0.0)
    rival = max((one for other, one in shares.items() if other != number), default=0.0)
    return share >= MOST_OF_THEM or share >= max(ENOUGH_OF_THEM, LEAD * rival)


def choices_of(matched: Matched) -> tuple[Match, ...]:
    """Two to four topics to choose from: further ones only where they are nearly as likely as the second."""
    topics = [match for match in matched.answered if match.entry.kind == "topic"]
    if len(topics) < FEWEST_CHOICES:
        return ()
    floor = topics[1].confidence / 3
    kept = [match for match in topics[:MOST_CHOICES] if match.confidence >= floor]
    return tuple(kept)


def is_recognised(matched: Matched, refused: Match) -> bool:
    """Whether a refused neighbourhood is likelier than any answer, and likelier than being nothing known.

    One or two words must be its own rather than any topic's: who types "card" alone isn't told about residence permits.
    """
    if (matched.shares or len(matched.reading.words) <= SHORT) and not _belongs(matched.shares, refused.number):
        return False
    best = matched.answered[0].confidence if matched.answered else 0.0
    if refused.score < LEAST_FOR_A_REASON:
        return False
    return refused.confidence >= best and refused is matched.matches[0]


def neighbourhood_of(matched: Matched) -> str | None:
    """The neighbourhood that a question is refused for, or None where it is just unknown."""
    refused = matched.refused
    is_one = refused is not None and refused.entry.kind == "neighbourhood" and is_recognised(matched, refused)
    return refused.entry.id if refused is not None and is_one else None


def nearest_of(matched: Matched) -> list[str]:
    """The topics nearest to a question that isn't answered: of one or two words, those that hold them come first."""
    topics = [match for match in matched.answered if match.entry.kind == "topic"]
    return [match.entry.id for match in sorted(topics, key=lambda match: -matched.shares.get(match.number, 0.0))]


def is_near(matched: Matched) -> bool:
    """Whether anything in the question speaks for the map, so that naming the nearest topics is no nonsense."""
    return bool(matched.answered) and matched.answered[0].cosine > 0
