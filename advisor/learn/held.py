"""Held-out questions with what the matcher saw in them, and the thresholds that serve them best; knows no fitting."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.isotonic import IsotonicRegression

from advisor.index.reader import Entry
from advisor.match.confidence import Curve
from advisor.match.matcher import Match, Matched
from advisor.match.reading import Reading
from advisor.match.signals import Candidate
from advisor.talk.decide import Decision, Thresholds, decide

GAINS = {
    "right": 1.0,
    "wrong": -1.5,
    "offered": 0.5,
    "offered in vain": -0.5,
    "silent": 0.0,
    "refused": 1.0,
    "answered off the map": -1.5,
    "offered off the map": -0.5,
}
"""What each outcome is worth to a person: a wrong answer costs more than a right one gains, since nobody sees at
once that it is wrong; choices that hold the right topic are half an answer, in vain they cost a moment."""
PROMISED = {"sure": 0.95, "think": 0.80}
"""The share of right answers that each word for confidence promises."""
GRID = tuple(round(0.02 * step, 2) for step in range(1, 50))
ROUNDS = 3
BINS = 10
"""Parts of the curve of confidence that is shown to people."""
EQUAL = 0.01
"""Gains a question that differ by less are the same: about a standard error over a thousand questions. A place among
all that are the same stays where it is when a few questions are added."""
CAUTION = 0.75
"""Where among those that are the same a threshold stands, from the lowest, 0, to the highest: whoever is as well off either way
rather asks or keeps silent than says something wrong."""


@dataclass(frozen=True, slots=True)
class Held:
    """One held-out question: its right entries, and what the matcher found in it."""

    right: frozenset[int]
    """The entries that answer it, or that it is rightly refused for."""
    answered: bool
    reading: Reading
    found: tuple[Candidate, ...]
    signals: tuple[list[float], ...]
    scope: list[float]
    telling: tuple[str, ...]
    shares: Mapping[int, float]

    def is_right(self, candidate: Candidate) -> bool:
        """Whether an entry is the right one: of a question off the map, which nobody says where it belongs, the best of them."""
        if self.answered:
            return candidate.entry in self.right
        return candidate is next((one for one in self.found if one.entry in self.right), None)


def matched_by(held: Held, entries: Sequence[Entry], curves: Mapping[str, Any]) -> Matched:
    """What the matcher would have made of a held-out question with these curves."""
    right, inside = Curve.of(curves["candidate"]), Curve.of(curves["scope"])
    matches = [
        Match(entries[one.entry], one.entry, right(row), one.score, one.cosine, one.phrasing)
        for one, row in zip(held.found, held.signals, strict=True)
    ]
    matches.sort(key=lambda match: (-match.confidence, -match.score))
    return Matched("", held.reading, tuple(matches), inside(held.scope), held.shares, len(held.telling))


def outcome(held: Held, decision: Decision) -> str:
    """Which of `GAINS` a decision is for a question whose right entry is known."""
    hit = any(match.number in held.right for match in decision.matches)
    if decision.kind == "unknown":
        return "silent" if held.answered else "refused"
    if not held.answered:
        return "answered off the map" if decision.kind == "answer" else "offered off the map"
    if decision.kind == "answer":
        return "right" if hit else "wrong"
    return "offered" if hit else "offered in vain"


def best_thresholds(
    held: Sequence[Held], matched: Sequence[Matched], out_of_scope: float
) -> tuple[dict[str, float], dict[str, Any]]:
    """The thresholds with the highest gain, found by turns over a grid, and the counts of outcomes under them."""
    inside = sum(one.answered for one in held)
    weight = {True: (1 - out_of_scope) / inside, False: out_of_scope / (len(held) - inside)}
    counted = np.array([weight[one.answered] for one in held])
    confidence = np.array([seen.answered[0].confidence if seen.answered else -1.0 for seen in matched])
    scope = np.array([seen.in_scope for seen in matched])
    # a question has three possible replies, whatever the thresholds: what each is worth is asked of `decide` once
    answer, choices, silence = (
        np.array([GAINS[outcome(one, decide(seen, extreme))] for one, seen in zip(held, matched, strict=True)])
        for extreme in (Thresholds(-1.0, -1.0, 2.0), Thresholds(2.0, 2.0, -1.0), Thresholds(2.0, 2.0, 2.0))
    )

    def gain(thresholds: Thresholds) -> float:
        asked = np.where(scope >= thresholds.choices, choices, silence)
        likely = (confidence >= thresholds.answer) & (scope >= thresholds.inside)
        return float(counted @ np.where(likely, answer, asked))

    best = Thresholds(0.5, 0.02, 0.5)
    for _ in range(ROUNDS):
        for name in ("answer", "inside", "choices"):
            best = _cautious([replace(best, **{name: step}) for step in GRID], gain)
    right = np.array(
        [bool(seen.answered) and seen.answered[0].number in one.right for one, seen in zip(held, matched, strict=True)]
    )
    bands = _bands(confidence, right, counted)
    worded = replace(best, **bands)
    outcomes = [outcome(one, decide(seen, worded)) for one, seen in zip(held, matched, strict=True)]
    counts = {name: outcomes.count(name) for name in GAINS}
    lone = [came for came, seen in zip(outcomes, matched, strict=True) if seen.shares]
    stored = {
        "answer": best.answer,
        "inside": best.inside,
        "choices": best.choices,
        "among": _rate(counts["offered"], counts["offered in vain"]),
        "lone": _rate(lone.count("right"), lone.count("wrong") + lone.count("answered off the map")),
        **bands,
    }
    figures = {
        "questions": len(held),
        "on_the_map": inside,
        "outcomes": counts,
        "gain": round(gain(best), 4),
        "bands": _promises(held, matched, worded, counted),
        "bins": _bins(confidence, right, counted),
    }
    return stored, figures


def _rate(good: int, bad: int) -> float:
    """The share of good ones, as if there were one more and one more bad: of a few, none may have failed by chance."""
    return round((good + 1) / (good + bad + 2), 4)


_Numbers = npt.NDArray[np.float64]
_Flags = npt.NDArray[np.bool_]


def _cautious(tried: Sequence[Thresholds], gain: Callable[[Thresholds], float]) -> Thresholds:
    """A high one of those that gain about as much as the best: the very best owes its place to chance."""
    gains = [gain(thresholds) for thresholds in tried]
    good = [thresholds for thresholds, gained in zip(tried, gains, strict=True) if gained >= max(gains) - EQUAL]
    return good[int(CAUTION * (len(good) - 1))]


def _bands(confidence: _Numbers, right: _Flags, weights: _Numbers) -> dict[str, float]:
    """Where each word for confidence begins.

    A word begins at the lowest step at which the share of right answers, fitted as never falling with confidence
    (isotonic regression), is what the word promises.
    """
    share = IsotonicRegression(out_of_bounds="clip").fit(confidence, right, sample_weight=weights)
    steps = np.array(GRID)
    begins: dict[str, float] = {}
    for word, rate in PROMISED.items():
        reached = steps[share.predict(steps) >= rate]
        begins[word] = float(reached.min()) if len(reached) else 1.0
    return begins


def _promises(
    held: Sequence[Held], matched: Sequence[Matched], thresholds: Thresholds, weights: _Numbers
) -> dict[str, Any]:
    """What the answers given with each word came to on held-out questions; a hesitation promises nothing."""
    told: dict[str, list[tuple[bool, float]]] = {word: [] for word in ("sure", "think", "hesitate")}
    for one, seen, weight in zip(held, matched, weights, strict=True):
        decision = decide(seen, thresholds)
        if decision.kind == "answer":
            hit = decision.matches[0].number in one.right
            told[thresholds.sureness(decision.confidence)].append((hit, float(weight)))
    return {
        word: {
            "from": getattr(thresholds, word, 0.0),
            "promised": PROMISED.get(word),
            "questions": len(answers),
            "right": _share(answers),
        }
        for word, answers in told.items()
    }


def _share(answers: Sequence[tuple[bool, float]]) -> float | None:
    total = sum(weight for _, weight in answers)
    return round(sum(weight for hit, weight in answers if hit) / total, 4) if total else None


def _bins(confidence: _Numbers, right: _Flags, weights: _Numbers) -> list[dict[str, Any]]:
    """Reliability: for each tenth of confidence that occurs, what was expected of the likeliest topic and what came."""
    bins = []
    for tenth in range(BINS):
        last = tenth == BINS - 1
        chosen = (confidence >= tenth / BINS) & (last | (confidence < (tenth + 1) / BINS))
        total = float(weights[chosen].sum())
        if total:
            bins.append(
                {
                    "from": tenth / BINS,
                    "to": (tenth + 1) / BINS,
                    "questions": int(chosen.sum()),
                    "expected": round(float(weights[chosen] @ confidence[chosen]) / total, 4),
                    "right": round(float(weights[chosen & right].sum()) / total, 4),
                }
            )
    return bins
