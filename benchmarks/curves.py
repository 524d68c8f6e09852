"""Compares curves from signals to confidence by cross-validation on the knowledge's trial questions; the index is the same for all.

What each says of the likeliest entry is compared with what came, for questions that it wasn't fitted on: logarithmic loss,
calibration error over ten bins, and the share that is right. One question in four counts as off the map.

    python benchmarks/curves.py [--parts 5]
"""

import argparse
import sys
import tempfile
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from report import report
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures, SplineTransformer, StandardScaler

from advisor.advice.where import built_in
from advisor.learn.build import build
from advisor.learn.calibrate import tried_on
from advisor.learn.examples import entries_of
from advisor.learn.held import Held
from advisor.measure.formulas import ece
from advisor.pack.load import load_library

Rows = tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_], npt.NDArray[np.float64], npt.NDArray[np.int64]]
"""Signals, whether the entry is the right one, what the row counts, and the number of its question."""


def logistic(cost: float, *before: Any) -> Callable[[], Any]:
    """A logistic regression behind other transformations, each scaled."""
    return lambda: make_pipeline(StandardScaler(), *before, StandardScaler(), LogisticRegression(C=cost, max_iter=3000))


CURVES: dict[str, Callable[[], Any]] = {
    "signals by themselves": logistic(1.0),
    "signals two by two, C 0.1": logistic(0.1, PolynomialFeatures(2, include_bias=False)),
    "signals two by two, C 0.3 (kept)": logistic(0.3, PolynomialFeatures(2, include_bias=False)),
    "signals two by two, C 1": logistic(1.0, PolynomialFeatures(2, include_bias=False)),
    "signals two by two, C 10": logistic(10.0, PolynomialFeatures(2, include_bias=False)),
    "bent lines for each signal": logistic(1.0, SplineTransformer(5, degree=1, knots="quantile")),
    "boosted trees": lambda: HistGradientBoostingClassifier(
        max_iter=80, learning_rate=0.08, max_leaf_nodes=8, min_samples_leaf=20, random_state=1
    ),
}


def rows_of(held: Sequence[Held]) -> Rows:
    """Every candidate of every question as a row; those on the map make up three quarters of the weight."""
    inside = sum(one.answered for one in held)
    weight = {True: 0.75 / inside, False: 0.25 / (len(held) - inside)}
    rows = [
        (signals, one.is_right(found), weight[one.answered], number)
        for number, one in enumerate(held)
        for signals, found in zip(one.signals, one.found, strict=True)
    ]
    signals, right, weights, numbers = zip(*rows, strict=True)
    counted = np.array(weights)
    return np.array(signals), np.array(right), counted * len(counted) / counted.sum(), np.array(numbers)


def held_out(make: Callable[[], Any], rows: Rows, parts: int) -> npt.NDArray[np.float64]:
    """What curves say of each row that were fitted without its question."""
    signals, right, weights, numbers = rows
    said = np.zeros(len(right))
    for part in range(parts):
        kept = numbers % parts != part
        curve = make()
        last = f"{curve.steps[-1][0]}__sample_weight" if hasattr(curve, "steps") else "sample_weight"
        curve.fit(signals[kept], right[kept], **{last: weights[kept]})
        said[~kept] = curve.predict_proba(signals[~kept])[:, 1]
    return said


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parts", type=int, default=5)
    parts = parser.parse_args().parts
    warnings.simplefilter("ignore", ConvergenceWarning)
    library = load_library([built_in()])
    with tempfile.TemporaryDirectory() as room:
        build(library, "curves", Path(room) / "of.index")
        held = tried_on((Path(room) / "of.index", library.trials))
    entries = entries_of(library)
    answered = [entries[found.entry].answered for one in held for found in one.found]
    rows = rows_of(held)
    table = []
    for name, make in CURVES.items():
        said = held_out(make, rows, parts)
        best = [
            max(places, key=said.__getitem__)
            for one in range(len(held))
            if (places := [int(at) for at in np.flatnonzero(rows[3] == one) if answered[at]])
        ]
        promised = said[best].clip(1e-6, 1 - 1e-6)
        right = rows[1][best] & np.array([held[int(rows[3][at])].answered for at in best])
        weights = rows[2][best]
        loss = -np.average(np.where(right, np.log(promised), np.log(1 - promised)), weights=weights)
        error = ece(promised.tolist(), right.tolist(), weights.tolist())
        on_the_map = np.array([held[int(rows[3][at])].answered for at in best])
        table.append((name, f"{loss:.4f}", f"{error:.3f}", f"{100 * right[on_the_map].mean():.1f}"))
        print(f"{name} done", file=sys.stderr)
    print(
        report(
            f"Curves of confidence, {len(held):,} trial questions, each in one of {parts} parts held out",
            ("Curve", "Logarithmic loss", "Calibration error", "Likeliest right"),
            table,
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
