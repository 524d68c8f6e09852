"""From signals to a probability, by the logistic curves that were fitted when the index was built; knows no topic."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from operator import mul
from typing import Any


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """A logistic regression: 1 / (1 + exp(-(intercept + sum of weight * signal + sum of products))).

    With products, one signal may speak louder beside another: a narrow margin says little where the nearest phrasing is
    nearly the question. Signals beyond those that the curve was fitted on are then taken as the outermost of them, since
    squares run away.
    """

    weights: tuple[float, ...]
    intercept: float
    products: tuple[tuple[float, ...], ...] = ()
    """What each two signals count together: a row for the first, a column for the second; none for a curve without."""
    lowest: tuple[float, ...] = ()
    highest: tuple[float, ...] = ()
    """The outermost signals that the products were fitted on."""

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Curve":
        """The curve as the index stores it."""
        return cls(
            tuple(stored["weights"]),
            float(stored["intercept"]),
            tuple(tuple(row) for row in stored.get("products", ())),
            tuple(stored.get("lowest", ())),
            tuple(stored.get("highest", ())),
        )

    def __call__(self, signals: Sequence[float]) -> float:
        """The probability, from 0 to 1."""
        total = self.intercept
        if self.products:
            signals = list(map(min, self.highest, map(max, self.lowest, signals)))
            total += sum(map(mul, signals, [sum(map(mul, row, signals)) for row in self.products]))
        total += sum(map(mul, self.weights, signals))
        if total < -40:
            return 0.0
        return 1.0 / (1.0 + exp(-total)) if total < 40 else 1.0
