"""Finds questions of two owners that are closer to each other than to any of their own; knows no findings.

Closeness is the cosine of the stems that two questions hold, each stem once, weighed by its inverse document frequency
among all of them (1 + ln((1 + n) / (1 + df))): 0 without a common stem, 1 with the same ones. Two questions that are at
least `CLOSE` share one of the rarest stems of one of them: where the others weigh less than `CLOSE` of what all weigh, in
both, sharing them all isn't enough. So only holders of those rare stems are compared, and no pair is missed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log, sqrt

from advisor.text.features import stems

CLOSE = 0.8
"""Closeness below which two questions have little to do with one another, whatever their own are like."""


def closer_pairs(questions: Sequence[tuple[str, Sequence[str]]], language: str) -> list[tuple[int, int, float]]:
    """Positions of two questions, the smaller first, and their closeness; a question is its owner and its folded words.

    Only pairs of different owners, each the closest of all to the other.
    """
    held = [frozenset(stems(list(words), language)) for _, words in questions]
    frequency = Counter(stem for one in held for stem in one)
    weight = {stem: (1 + log((1 + len(held)) / (1 + count))) ** 2 for stem, count in frequency.items()}
    lengths = [sqrt(sum(weight[stem] for stem in one)) for one in held]
    closest: list[tuple[float, int]] = [(0.0, -1)] * len(held)
    for position, other in _candidates(held, weight):
        closeness = sum(weight[stem] for stem in held[position] & held[other]) / (lengths[position] * lengths[other])
        if closeness >= CLOSE:
            for one, two in ((position, other), (other, position)):
                own = questions[one][0] == questions[two][0]
                # a question of its own that is just as close is close enough
                if closeness > closest[one][0] or (own and closeness == closest[one][0]):
                    closest[one] = closeness, two
    return [
        (position, other, closeness)
        for position, (closeness, other) in enumerate(closest)
        if position < other and closest[other][1] == position and questions[position][0] != questions[other][0]
    ]


def _candidates(held: Sequence[frozenset[str]], weight: dict[str, float]) -> Iterator[tuple[int, int]]:
    """Pairs of positions that may be close enough, some of them from either side."""
    holders: dict[str, list[int]] = defaultdict(list)
    for position, one in enumerate(held):
        for stem in one:
            holders[stem].append(position)
    for position, one in enumerate(held):
        others: set[int] = set()
        left = whole = sum(weight[stem] for stem in one)
        for stem in sorted(one, key=lambda stem: (-weight[stem], stem)):
            if left < CLOSE * whole:
                break
            others.update(holders[stem])
            left -= weight[stem]
        yield from ((position, other) for other in sorted(others) if other != position)
