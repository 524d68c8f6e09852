"""The measures, as pure functions over numbers: calibration, ranking, risk, and what chance may explain; know no question.

Each says its formula, its range, and where it comes from. Weights let a set of questions stand for another mixture
than its own; without them every question counts alike.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import comb, sqrt

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The questions whose confidence lies in one tenth, or whichever part: low < confidence <= high."""

    low: float
    high: float
    count: int
    weight: float
    """Their share of the whole, from 0 to 1."""
    confidence: float
    """What was promised, on average."""
    right: float
    """What came true, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class RiskPoint:
    """Answering only the surest `coverage` of the questions, `risk` of those answers are wrong; both from 0 to 1."""

    coverage: float
    risk: float
    confidence: float
    """The confidence down to which one answers."""


@dataclass(frozen=True, slots=True)
class McNemar:
    """Two runs over the same questions: how many only one of them got right, and what chance makes of that."""

    only_before: int
    only_after: int
    p: float
    """The probability of a difference at least as large if neither run were better, from 0 to 1."""


def bins(
    confidence: Sequence[float], right: Sequence[bool], weights: Sequence[float] | None = None, count: int = BINS
) -> list[Bin]:
    """Confidences in `count` parts of equal width, the empty ones left out; 0 belongs to the first part.

    The table behind a reliability diagram: within a part, the mean confidence against the share that was right.
    """
    weighted = _weights(len(confidence), weights)
    whole = sum(weighted)
    edges = [(number + 1) / count for number in range(count - 1)]
    held: dict[int, list[int]] = {}
    for place, one in enumerate(confidence):
        held.setdefault(bisect_left(edges, one), []).append(place)
    found = []
    for number, places in sorted(held.items()):
        total = sum(weighted[place] for place in places)
        if not total:
            continue
        found.append(
            Bin(
                number / count,
                (number + 1) / count,
                len(places),
                total / whole,
                sum(weighted[place] * confidence[place] for place in places) / total,
                sum(weighted[place] * right[place] for place in places) / total,
            )
        )
    return found


def ece(
    confidence: Sequence[float], right: Sequence[bool], weights: Sequence[float] | None = None, count: int = BINS
) -> float:
    """Expected calibration error: sum over the parts of weight * |confidence - right|, from 0 (honest) to 1.

    Naeini, Cooper and Hauskrecht 2015, "Obtaining Well Calibrated Probabilities Using Bayesian Binning". 0.0 for none.
    """
    return sum(one.weight * abs(one.confidence - one.right) for one in bins(confidence, right, weights, count))


def brier(confidence: Sequence[float], right: Sequence[bool], weights: Sequence[float] | None = None) -> float:
    """The mean of (confidence - right)^2, from 0 (certain and right) to 1; Brier 1950. 0.0 for none."""
    weighted = _weights(len(confidence), weights)
    whole = sum(weighted)
    squares = (w * (c - r) ** 2 for w, c, r in zip(weighted, confidence, right, strict=True))
    return sum(squares) / whole if whole else 0.0


def auroc(inside: Sequence[float], outside: Sequence[float]) -> float | None:
    """The probability that a score of `inside` is above one of `outside`, ties counting half; None where one is empty.

    (sum of the ranks of `inside` - n(n + 1)/2) / (n * m), tied scores sharing their mean rank: the Mann-Whitney form of
    the area under the ROC curve, from 0 to 1, 0.5 for chance (Hanley and McNeil 1982).
    """
    if not inside or not outside:
        return None
    scored = sorted([(score, 1) for score in inside] + [(score, 0) for score in outside])
    ranks = 0.0
    place = 0
    while place < len(scored):
        end = place
        while end < len(scored) and scored[end][0] == scored[place][0]:
            end += 1
        ranks += (place + 1 + end) / 2 * sum(belongs for _, belongs in scored[place:end])
        place = end
    n, m = len(inside), len(outside)
    return (ranks - n * (n + 1) / 2) / (n * m)


def risk_coverage(
    confidence: Sequence[float], right: Sequence[bool], weights: Sequence[float] | None = None
) -> list[RiskPoint]:
    """The risk of answering the surest questions alone, from the surest on; equal confidences enter together.

    coverage = weight answered / whole weight, risk = weight answered wrong / weight answered (El-Yaniv and Wiener 2010).
    """
    weighted = _weights(len(confidence), weights)
    whole = sum(weighted)
    order = sorted(range(len(confidence)), key=lambda place: -confidence[place])
    points: list[RiskPoint] = []
    answered = wrong = 0.0
    for step, place in enumerate(order):
        answered += weighted[place]
        wrong += weighted[place] * (not right[place])
        ends = step + 1 == len(order) or confidence[order[step + 1]] != confidence[place]
        if ends and answered:
            points.append(RiskPoint(min(1.0, answered / whole), min(1.0, wrong / answered), confidence[place]))
    return points


def area_under_risk(points: Sequence[RiskPoint]) -> float:
    """The mean risk over all coverages, each point's risk counting for the coverage that it adds; 0 (best) to 1."""
    area = reached = 0.0
    for point in points:
        area += (point.coverage - reached) * point.risk
        reached = point.coverage
    return area


def mcnemar(before: Sequence[bool], after: Sequence[bool]) -> McNemar:
    """The exact two-sided test of two runs over the same questions.

    With b questions that only the first run got right, c that only the second did, and n = b + c, the p-value is
    min(1, 2 * sum of C(n, k) for k = 0 ... min(b, c) / 2^n): McNemar 1947, "Note on the sampling error of the difference
    between correlated proportions", Psychometrika 12, with the binomial distribution in place of chi-squared, as in
    Fagerland, Lydersen and Laake 2013, BMC Medical Research Methodology 13:91, section "exact conditional test".
    """
    pairs = list(zip(before, after, strict=True))
    only_before = sum(one and not other for one, other in pairs)
    only_after = sum(other and not one for one, other in pairs)
    n = only_before + only_after
    tail = sum(comb(n, k) for k in range(min(only_before, only_after) + 1))
    return McNemar(only_before, only_after, min(1.0, 2 * tail / 2**n) if n else 1.0)


def wilson(right: int, count: int, z: float = 1.959964) -> tuple[float, float]:
    """Between which shares the true one lies, 19 times in 20: Wilson's score interval (1927); (0.0, 1.0) for none.

    (p + z^2/2n ± z * sqrt(p(1 - p)/n + z^2/4n^2)) / (1 + z^2/n) with p = right/count.
    """
    if not count:
        return 0.0, 1.0
    share = right / count
    spread = z * sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    centre = share + z * z / (2 * count)
    scale = 1 + z * z / count
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def mixed(inside: Sequence[bool], outside: float) -> list[float]:
    """The weight of each question, so that those that are not `inside` make up the share `outside` of the whole.

    Where there are only questions of one kind, each counts alike. The weights add up to 1.
    """
    within = sum(inside)
    without = len(inside) - within
    if not within or not without:
        return [1 / len(inside)] * len(inside)
    return [(1 - outside) / within if one else outside / without for one in inside]


def _weights(count: int, weights: Sequence[float] | None) -> Sequence[float]:
    if weights is None:
        return [1.0] * count
    if len(weights) != count:
        raise ValueError("there must be as many weights as confidences")
    return weights
