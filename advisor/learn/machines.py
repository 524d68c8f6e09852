"""Fits one linear support vector machine an entry, against the phrasings of all others; knows rows and numbers of entries only.

The machine is LIBLINEAR's (Fan et al. 2008) by scikit-learn, with squared hinge loss. Most of the phrasings against an entry lie
so far off that they pull at nothing. Where there are many, each machine is therefore fitted twice, both times against some of
them: first against those that are most like the entry's own, and a sample of the others; then against all that the first
machine doesn't leave on the wrong side by their full margin. What lies beyond the margin has no part in the loss, so the second
is the machine of all phrasings, but for what moved over the margin meanwhile.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.svm import LinearSVC

COST = 1.0
"""What a phrasing on the wrong side costs; `docs/explanation/matching.md` compares others."""
RIGHT_SIDE = 4.0
"""How much more a phrasing of an entry's own costs on the wrong side than another's, in the mean: an entry has a hundred times
as many phrasings against it as for it. What an entry's own cost altogether is the same for all entries, however few they are."""
TOLERANCE = 0.1
"""When the fit stops."""
LOOSE = 1.0
"""When it stops where there are more than `MANY` phrasings: it costs nothing there, while of few phrasings it would."""
MANY = 16_000
NEAREST = 4_000
"""Phrasings most like an entry's own that its first machine is fitted against."""
SAMPLED = 2_000
"""How many of all phrasings it is fitted against besides."""
SLACK = 0.05
"""How far beyond the margin a phrasing may lie to be fitted against once more."""
CELLS = 8_000_000
"""Scores of phrasings for entries that are held at once."""
SEED = 20

_ONE_AT_A_TIME = Lock()
"""LIBLINEAR draws its random numbers from one place for the whole process: two fits at once would mix them."""

Floats = npt.NDArray[np.float64]


def costs_of(entries: Sequence[int]) -> dict[int, float]:
    """What a phrasing of each entry costs on the wrong side, where one of any other entry costs one."""
    counts = Counter(entries)
    return {entry: RIGHT_SIDE * len(entries) / (len(counts) * count) for entry, count in counts.items()}


def machines(rows: sparse.csr_matrix, entries: Sequence[int]) -> tuple[Floats, Floats]:
    """The weights, one row an entry and one column a feature, and the intercepts of two entries or more, in their order.

    `rows` has one row a phrasing, and `entries` the number of the entry that each belongs to.
    """
    owners, costs = np.asarray(entries), costs_of(entries)
    with _ONE_AT_A_TIME:
        if len(owners) > MANY:
            return _in_two_rounds(rows, owners, costs)
        fitted = _fitted(rows, owners, costs, TOLERANCE)
    if len(costs) == 2:  # two classes are fitted as one: positive means the second
        return np.vstack([-fitted.coef_, fitted.coef_]), np.concatenate([-fitted.intercept_, fitted.intercept_])
    return fitted.coef_, fitted.intercept_


def _fitted(
    rows: sparse.csr_matrix, owners: npt.NDArray[Any], costs: Mapping[Any, float], tolerance: float
) -> LinearSVC:
    return LinearSVC(C=COST, tol=tolerance, random_state=SEED, class_weight=costs).fit(rows, owners)


def _in_two_rounds(
    rows: sparse.csr_matrix, owners: npt.NDArray[np.int64], costs: Mapping[int, float]
) -> tuple[Floats, Floats]:
    present, columns = np.unique(owners, return_inverse=True)
    weights, intercepts = np.zeros((len(present), rows.shape[1])), np.zeros(len(present))

    def fit_against(place: int, some: npt.NDArray[np.bool_]) -> None:
        own = columns == place
        chosen = np.flatnonzero(some | own)
        if len(chosen) == np.count_nonzero(own):
            return  # none is near enough: what was fitted before leaves all beyond the margin
        against = {True: costs[int(present[place])], False: 1.0}
        one = _fitted(rows[chosen], own[chosen], against, LOOSE)
        weights[place], intercepts[place] = one.coef_[0], one.intercept_[0]

    sampled = np.zeros(len(owners), dtype=bool)
    sampled[:: max(1, len(owners) // SAMPLED)] = True
    for place, likeness in _by_entry(rows, _means(rows, columns), np.zeros(len(present))):
        near = sampled.copy()
        near[np.argpartition(likeness, -NEAREST)[-NEAREST:]] = True
        fit_against(place, near)
    for place, scores in _by_entry(rows, weights, intercepts):
        fit_against(place, scores > -1 - SLACK)
    return weights, intercepts


def _means(rows: sparse.csr_matrix, columns: npt.NDArray[np.int64]) -> Floats:
    """The mean phrasing of each entry, one row an entry."""
    counts = np.bincount(columns)
    belongs = sparse.csr_matrix((1 / counts[columns], (columns, np.arange(len(columns)))))
    return np.asarray((belongs @ rows).toarray())


def _by_entry(rows: sparse.csr_matrix, weights: Floats, intercepts: Floats) -> Iterator[tuple[int, Floats]]:
    """Each entry's place, and the score of each phrasing for it; the weights may change once an entry's scores are given."""
    width = max(1, CELLS // rows.shape[0])
    for begin in range(0, len(weights), width):
        scores = rows @ weights[begin : begin + width].T + intercepts[begin : begin + width]
        for place in range(scores.shape[1]):
            yield begin + place, scores[:, place]
