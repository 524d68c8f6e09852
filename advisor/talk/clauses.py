"""What the end of a message asks by itself, where the message as a whole is not understood: a story, then a question.

Two readings that agree are worth more than either: the topic that the whole message is likeliest about is answered where its last
clauses, alone, are answered with the same. Knows no wording and no talk.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from advisor.match.matcher import Matched, Matcher
from advisor.talk.asking import ASKS, ASKS_LATER
from advisor.talk.decide import Decision, Thresholds, decide, neighbourhood_of
from advisor.text.fold import words

LEAST_INSIDE = 0.5
"""Probability of being on the map that the whole message needs: what is surely off it may end like a question that is on it."""
FEWEST_WORDS = 3
MOST_ENDS = 2
"""Ends of a message that are looked at, the shortest first."""
LONGEST_COURTESY = 6
"""Words of thanks, or of a sigh, before the word that turns to something else."""
_TURN = re.compile(r"\s(?:mais|sinon|par contre|et|alors|donc|but|though|and|so|now)\s", re.IGNORECASE)
"""A word with which a message turns from a courtesy to what it asks."""
_BORDER = re.compile(r"(?<=[.!?;:…])\s+|,\s+|(?<=\s)[-–—]\s+|\n+")


def clauses_of(message: str) -> list[str]:
    """The clauses of a message, in their order, each with the sign that ends it."""
    text = message.strip()
    borders = [0, *(found.end() for found in _BORDER.finditer(text)), len(text)]
    return [text[begin:end].strip() for begin, end in pairwise(borders)]


def behind_courtesy(message: str) -> tuple[str, str]:
    """What stands before and behind the word that turns from a courtesy to something else, or the first clause and the rest."""
    first, *others = clauses_of(message)
    turn = _TURN.search(first)
    if turn and len(words(first[: turn.start()])) <= LONGEST_COURTESY:
        return first[: turn.start()], " ".join((first[turn.end() :], *others))
    return first, " ".join(others)


def ends_of(message: str) -> Iterator[str]:
    """The last clause of a message, the last two, and so on, but for the whole; those of a word or two are passed over."""
    borders = [found.end() for found in _BORDER.finditer(message.strip())]
    for border in reversed(borders[-MOST_ENDS:]):
        end = message.strip()[border:]
        if len(words(end)) >= FEWEST_WORDS:
            yield end


def asks(message: str) -> bool:
    """Whether a message holds a question mark, or it opens with a word that asks, or one of its last clauses does."""
    return "?" in message or bool(ASKS.match(message.strip())) or any(map(ASKS_LATER.match, ends_of(message)))


def agreed(matcher: Matcher, thresholds: Thresholds, matched: Matched, decision: Decision) -> Decision:
    """The decision on a message, or an answer where its end asks for the topic that the whole is likeliest about.

    As sure as both readings in the mean.
    """
    topics = [match for match in matched.answered if match.entry.kind == "topic"]
    if decision.kind == "answer" or not topics or matched.in_scope < LEAST_INSIDE or neighbourhood_of(matched):
        return decision
    for end in ends_of(matched.question):
        by_itself = decide(matcher.match(end, matched.reading.language), thresholds)
        if by_itself.kind == "answer":
            if by_itself.matches[0].entry != topics[0].entry:
                return decision
            return Decision("answer", (topics[0],), (topics[0].confidence + by_itself.confidence) / 2)
    return decision
