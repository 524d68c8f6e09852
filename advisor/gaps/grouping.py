"""Puts unanswered questions that mean the same together, most frequent first; knows no matcher and no file.

Every question joins the first group whose most frequent wording is like it, so that no chain of small differences ties
together what has nothing in common. Only groups that share one of a question's three weightiest stems are compared.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from advisor.match.likeness import Weights, likeness, rarest
from advisor.model import Language

SAME_LETTERS = 88
"""rapidfuzz's ratio of the words in alphabetical order, 0 to 100, from which two questions are one."""
SAME_WORDS = 0.8
"""Likeness by weighed stems, 0 to 1, from which two questions are one; see `advisor.match.likeness`."""
_SHARED = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """A question as people typed it, but for what tells who they are."""

    question: str
    times: int


@dataclass(frozen=True, slots=True)
class Near:
    """A topic that came near, and the probability that it would have been right."""

    topic: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Asked:
    """One unanswered question."""

    question: str
    times: int
    language: Language
    words: tuple[str, ...]
    weights: Weights = field(repr=False)
    nearest: tuple[Near, ...] = ()
    neighbourhood: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Unanswered questions that mean the same."""

    times: int
    language: Language
    wordings: tuple[Wording, ...]
    """The most frequent one first."""
    nearest: tuple[Near, ...]
    neighbourhood: str | None
    """The neighbourhood for which it is left out on purpose."""


def grouped(questions: Sequence[Asked]) -> tuple[Gap, ...]:
    """The gaps, most frequent first; of those as frequent, the one asked first."""
    times: Counter[tuple[str, str]] = Counter()
    for one in questions:
        times[one.language, one.question] += one.times
    # the most frequent wording leads, since the others of its group are shown as meaning the same
    order = sorted(range(len(questions)), key=lambda at: (-times[questions[at].language, questions[at].question], at))
    leaders: list[list[int]] = []
    holding: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at in order:
        one = questions[at]
        stems = [(one.language, stem) for stem in rarest(one.weights, _SHARED)]
        tried = sorted({group for stem in stems for group in holding[stem]})
        joined = next((group for group in tried if _is_same(questions[leaders[group][0]], one)), None)
        if joined is None:
            joined = len(leaders)
            leaders.append([])
            for stem in one.weights:
                holding[one.language, stem].append(joined)
        leaders[joined].append(at)
    gaps = [_gap([questions[at] for at in group]) for group in leaders]
    return tuple(sorted(gaps, key=lambda gap: -gap.times))


def _is_same(one: Asked, other: Asked) -> bool:
    if likeness(one.weights, other.weights) >= SAME_WORDS:
        return True
    from rapidfuzz import fuzz  # here, as in every place that a question may not need it

    first, second = " ".join(sorted(one.words)), " ".join(sorted(other.words))
    return fuzz.ratio(first, second, score_cutoff=SAME_LETTERS) > 0


def _gap(members: Sequence[Asked]) -> Gap:
    leader = members[0]
    wordings: dict[str, int] = {}
    for one in members:
        wordings[one.question] = wordings.get(one.question, 0) + one.times
    best: dict[str, float] = {}
    for one in members:
        for near in one.nearest:
            best[near.topic] = best.get(near.topic, 0.0) + near.confidence * one.times
    times = sum(one.times for one in members)
    nearest = sorted((Near(topic, total / times) for topic, total in best.items()), key=lambda near: -near.confidence)
    ranked = sorted(wordings.items(), key=lambda item: -item[1])
    return Gap(
        times,
        leader.language,
        tuple(Wording(question, count) for question, count in ranked),
        tuple(nearest[:3]),
        leader.neighbourhood,
    )
