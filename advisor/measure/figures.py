"""Sums judged questions up: by language and style, calibration, ranking, risk, confusions; asks nothing and words nothing.

Where a measure hangs on how many questions are off the map, these count as one question in four, as they do when the
confidence is calibrated.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from advisor.measure.asking import GOOD, OFF_THE_MAP, ON_THE_MAP, Asked, Nearest, Outcome
from advisor.measure.formulas import (
    Bin,
    RiskPoint,
    area_under_risk,
    auroc,
    bins,
    brier,
    ece,
    mixed,
    risk_coverage,
)
from advisor.measure.labels import FAR, NEAR

OUT_OF_SCOPE = 0.25
"""That of `advisor.learn.calibrate`, which isn't imported since it brings scikit-learn along; a test compares them."""
ALL = ""
"""The language or style of a row over all of them."""
ON, OFF = "on the map", "off the map"
EXAMPLES = 3
"""Questions named for each confusion."""


@dataclass(frozen=True, slots=True)
class Row:
    """The questions of one language and style; `style` may be `ON` or `OFF` for all of that side."""

    language: str
    style: str
    asked: int
    top_1: int
    top_3: int
    outcomes: Mapping[Outcome, int]

    @property
    def off_the_map(self) -> bool:
        """Whether nobody here should answer its questions."""
        return any(self.outcomes[one] for one in OFF_THE_MAP)


@dataclass(frozen=True, slots=True)
class Scope:
    """What is measured over the questions of one language together; None where a side of the map has none."""

    language: str
    ece: float
    """Of the replies, against whether they hold what they should."""
    ece_best: float
    """Of the likeliest entry, against whether it answers the question."""
    brier: float
    auroc: float | None
    """Of the probability of being on the map."""
    auroc_near: float | None
    auroc_far: float | None
    risk_area: float
    """The mean risk of answering with the likeliest entry, over all coverages."""
    reliability: tuple[Bin, ...]
    """Of the replies."""
    risk: tuple[RiskPoint, ...]
    """Of answering with the likeliest entry."""


@dataclass(frozen=True, slots=True)
class Example:
    """One question of a confusion, and the phrasing that drew it there."""

    id: str
    question: str
    nearest: Nearest | None


@dataclass(frozen=True, slots=True)
class Confusion:
    """Questions for one entry that were taken for another; `expected` is empty for questions off the map."""

    expected: str
    taken_for: str
    count: int
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is measured over some judged questions."""

    rows: tuple[Row, ...]
    scopes: tuple[Scope, ...]
    confusions: tuple[Confusion, ...]

    def row(self, language: str, style: str) -> Row | None:
        """The row of one language and style, or None."""
        return next((row for row in self.rows if (row.language, row.style) == (language, style)), None)

    def scope(self, language: str = ALL) -> Scope:
        """What is measured over one language; raises StopIteration where nobody asked in it."""
        return next(scope for scope in self.scopes if scope.language == language)


def figures_of(asked: Sequence[Asked]) -> Figures | None:
    """The figures of judged questions; None for none."""
    if not asked:
        return None
    languages = list(dict.fromkeys(one.question.language for one in asked))
    scoped = [ALL, *languages] if len(languages) > 1 else languages
    held = {language: [one for one in asked if language in (ALL, one.question.language)] for language in scoped}
    return Figures(
        tuple(row for language in scoped for row in _rows(language, held[language])),
        tuple(_scope(language, held[language]) for language in scoped),
        tuple(_confusions(asked)),
    )


def row_of(language: str, style: str, asked: Sequence[Asked]) -> Row:
    """One row over some questions."""
    counts = Counter(one.outcome for one in asked)
    return Row(
        language,
        style,
        len(asked),
        sum(one.top_1 for one in asked),
        sum(one.top_3 for one in asked),
        {name: counts[name] for name in (*ON_THE_MAP, *OFF_THE_MAP)},
    )


def _rows(language: str, asked: Sequence[Asked]) -> Iterable[Row]:
    """Both sides of the map, and behind each its styles."""
    for side, on_the_map in ((ON, True), (OFF, False)):
        held = [one for one in asked if one.question.on_the_map is on_the_map]
        if held:
            yield row_of(language, side, held)
            for style in dict.fromkeys(one.question.style for one in held):
                yield row_of(language, style, [one for one in held if one.question.style == style])


def _weights(asked: Sequence[Asked]) -> list[float]:
    return mixed([one.question.on_the_map for one in asked], OUT_OF_SCOPE)


def _scope(language: str, asked: Sequence[Asked]) -> Scope:
    weights = _weights(asked)
    replies = [one.confidence for one in asked]
    good = [one.outcome in GOOD for one in asked]
    best, hit = [one.best for one in asked], [one.top_1 for one in asked]
    risk = tuple(risk_coverage(best, hit, weights))
    inside = [one.inside for one in asked if one.question.on_the_map]
    outside = {
        style: [one.inside for one in asked if not one.question.on_the_map and style in (ALL, one.question.style)]
        for style in (ALL, NEAR, FAR)
    }
    return Scope(
        language,
        ece(replies, good, weights),
        ece(best, hit, weights),
        brier(replies, good, weights),
        auroc(inside, outside[ALL]),
        auroc(inside, outside[NEAR]),
        auroc(inside, outside[FAR]),
        area_under_risk(risk),
        tuple(bins(replies, good, weights)),
        risk,
    )


def _confusions(asked: Sequence[Asked]) -> list[Confusion]:
    """The most frequent first, then by id; off the map only what was answered or offered."""
    found: dict[tuple[str, str], list[Asked]] = {}
    for one in asked:
        if not one.ranked or one.top_1 or one.outcome == "refused":
            continue
        found.setdefault((one.question.expect[0] if one.question.expect else "", one.ranked[0]), []).append(one)
    ranked = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [
        Confusion(
            expected,
            taken_for,
            len(those),
            tuple(Example(one.question.id, one.question.question, one.nearest) for one in those[:EXAMPLES]),
        )
        for (expected, taken_for), those in ranked
    ]
