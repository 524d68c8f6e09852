"""From signals to a probability, by the logistic curves that were fitted when the index was built; knows no topic."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import Any


@dataclass(frozen=True, slots=True)
class Curve:
    """A logistic regression: 1 / (1 + exp(-(intercept + sum of weight * signal)))."""

    weights: tuple[float, ...]
    intercept: float

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Curve":
        """The curve as the index stores it."""
        return cls(tuple(stored["weights"]), float(stored["intercept"]))

    def __call__(self, signals: Sequence[float]) -> float:
        """The probability, from 0 to 1."""
        total = self.intercept + sum(w * s for w, s in zip(self.weights, signals, strict=True))
        if total < -40:
            return 0.0
        return 1.0 / (1.0 + exp(-total)) if total < 40 else 1.0
