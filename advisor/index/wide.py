"""The linear classifier over many entries, whose long rows are read by numpy; knows no text and no topic.

The rows are those of `advisor.index.linear`. The built-in knowledge is answered without this module.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from advisor.index.linear import ZERO
from advisor.index.store import IndexFile


class WideRows:
    """The stored weights of one language; `columns` entries."""

    def __init__(self, file: IndexFile, name: str, columns: int) -> None:
        self._weights = np.frombuffer(file.raw(f"{name}.weights"), dtype=np.uint8).reshape(-1, columns)
        self._scales = np.array(file.numbers(f"{name}.scales"), dtype=np.float32)
        self._intercepts = np.array(file.numbers(f"{name}.intercepts"), dtype=np.float32)

    def scores(self, rows: Sequence[int], values: Sequence[float]) -> Sequence[float]:
        """The decision values, right to within half a step of each row's scale, about 1/254 of its largest weight."""
        if not rows:
            return _sequence(self._intercepts)
        places = np.asarray(rows)
        scaled = np.asarray(values, dtype=np.float32) * self._scales[places]
        sums = scaled @ self._weights[places].astype(np.float32)
        return _sequence(sums + (self._intercepts - ZERO * scaled.sum()))

    def best(self, scores: Sequence[float], most: int) -> list[int]:
        """The entries with the best scores, best first, the first of equals before the others."""
        held = np.asarray(scores)
        if most < len(held):
            least = np.partition(held, -most)[-most]
            likely = np.flatnonzero(held >= least)
        else:
            likely = np.arange(len(held))
        order = np.argsort(-held[likely], kind="stable")[:most]
        return [int(one) for one in likely[order]]

    def share_of(self, row: int, value: float, column: int) -> float:
        """What a feature of some value adds to one entry's score."""
        return value * float(self._scales[row]) * (int(self._weights[row, column]) - ZERO)


def _sequence(scores: npt.NDArray[np.float32]) -> Sequence[float]:
    return scores  # type: ignore[return-value]  # it has what a sequence of numbers is read by
