"""Fits logistic curves, straight ones and such with products, as the index stores them; knows no question and no talk."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
_DIGITS = 9


def straight(signals: Floats, right: Flags, weights: Floats | None = None, slack: float = 1.0) -> dict[str, Any]:
    """A curve of signals, a row a case, and of whether each case is `right`; `slack` is scikit-learn's C.

    `weights` say what each case counts against the others; together they count as many as there are.
    """
    curve = LogisticRegression(C=slack, solver="newton-cholesky")  # few terms, many rows: a few steps
    curve.fit(signals, right, sample_weight=_meaning_one(weights, len(right)))
    return {"weights": _rounded(curve.coef_[0]), "intercept": round(float(curve.intercept_[0]), _DIGITS)}


def bent(signals: Floats, right: Flags, weights: Floats | None = None, slack: float = 1.0) -> dict[str, Any]:
    """A curve with products: each signal, and each two of them multiplied, all at one scale while they are fitted."""
    centre, spread = _scale(signals)
    scaled = (signals - centre) / spread
    first, second = np.triu_indices(signals.shape[1])
    terms = np.hstack([scaled, scaled[:, first] * scaled[:, second]])
    middle, width = _scale(terms)
    curve = LogisticRegression(C=slack, solver="newton-cholesky")
    curve.fit((terms - middle) / width, right, sample_weight=_meaning_one(weights, len(right)))
    # back to the signals as they come: the sums and products of (signal - centre) / spread are multiplied out
    told = curve.coef_[0] / width
    single = told[: len(centre)] / spread
    products = np.zeros((len(centre), len(centre)))
    products[first, second] = told[len(centre) :] / (spread[first] * spread[second])
    return {
        "weights": _rounded(single - (products + products.T) @ centre),
        "intercept": round(
            float(curve.intercept_[0] - told @ middle - single @ centre + centre @ products @ centre), _DIGITS
        ),
        "products": [_rounded(row) for row in products],
        "lowest": _rounded(signals.min(axis=0)),
        "highest": _rounded(signals.max(axis=0)),
    }


def chances(stored: Mapping[str, Any], signals: Floats) -> Floats:
    """What `advisor.match.confidence.Curve` gives for each row of signals, all at once."""
    total = np.full(len(signals), float(stored["intercept"]))
    if "products" in stored:
        signals = np.clip(signals, stored["lowest"], stored["highest"])
        total += ((signals @ np.array(stored["products"]).T) * signals).sum(axis=1)
    total += signals @ np.array(stored["weights"])
    found: Floats = 1.0 / (1.0 + np.exp(-np.clip(total, -40, 40)))
    return found


def _scale(columns: Floats) -> tuple[Floats, Floats]:
    """The mean of each column, and how far it spreads; 1 for one that is the same throughout."""
    spread = columns.std(axis=0)
    spread[spread == 0] = 1.0
    return columns.mean(axis=0), spread


def _meaning_one(weights: Floats | None, rows: int) -> Floats | None:
    return None if weights is None else weights * rows / weights.sum()


def _rounded(values: Floats) -> list[float]:
    return [round(float(value), _DIGITS) for value in values]
