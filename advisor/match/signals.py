"""What speaks for and against a candidate, as numbers that the calibration weighs; knows no thresholds.

Two lists: signals of one candidate ("is this entry the right one?") and signals of the question as a whole ("does
any entry of the map answer it?"). Their order is part of the index format.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from advisor.index.reader import Entry, LanguageIndex, Vector
from advisor.match.reading import Reading
from advisor.text.features import stems

CONSIDERED = 6
"""Entries looked at closely: on held-out questions the right one is almost never further down."""
SHORT = 2
"""Telling words up to which a question is so short that they must belong to one topic."""
CANDIDATE_SIGNALS = (
    "score",
    "margin",
    "refused_margin",
    "cosine",
    "cosine_margin",
    "refused_cosine_margin",
    "unknown_share",
    "length",
    "first",
    "answered",
)
SCOPE_SIGNALS = (
    "answered_score",
    "scope_margin",
    "answered_cosine",
    "cosine_scope_margin",
    "unknown_share",
    "length",
    "held_share",
)


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """An entry that a question may be about, with the numbers that speak for it."""

    entry: int
    score: float
    """The classifier's decision value."""
    cosine: float
    """The cosine of the entry's nearest phrasing."""
    phrasing: int
    """That phrasing's number, or -1."""


def candidates(
    part: LanguageIndex, entries: Sequence[Entry], vector: Vector, allowed: int = CONSIDERED
) -> list[Candidate]:
    """The entries with the best scores, best first, and always the best answered and the best refused one."""
    scores = part.scores(vector)
    chosen = part.best(scores, allowed)
    for answered in (True, False):
        if all(entries[entry].answered is not answered for entry in chosen):
            side = [entry for entry, one in enumerate(entries) if one.answered is answered]
            chosen += [max(side, key=scores.__getitem__)] if side else []
    return [Candidate(entry, float(scores[entry]), *part.nearest(vector, entry)) for entry in chosen]


def telling(part: LanguageIndex, reading: Reading) -> list[str]:
    """The stems of a very short question that not everybody writes; none of a longer one's, nor where most words are unknown."""
    if len(reading.words) > SHORT + 1 or not reading.says_something or 2 * len(reading.unknown) > len(reading.typed):
        return []
    # an unknown word may look like another's stem
    known = [word for word in reading.words if word not in reading.unknown]
    return [one for one in stems(known, reading.language) if part.rarity(one) > 0]


def shares(part: LanguageIndex, stemmed: Sequence[str]) -> dict[int, float]:
    """For one or two telling stems: of the phrasings that hold the rarer one, each entry's share; empty for others."""
    if not stemmed or len(stemmed) > SHORT:
        return {}
    holders = part.holders(max(stemmed, key=part.rarity_of))
    total = sum(holders.values())
    return {entry: count / total for entry, count in holders.items()}


def unknown_share(reading: Reading) -> float:
    """Which share of the words nobody knows, from 0 to 1."""
    return len(reading.unknown) / len(reading.typed) if reading.typed else 1.0


def candidate_signals(found: Sequence[Candidate], entries: Sequence[Entry], reading: Reading) -> list[list[float]]:
    """The signals of each candidate, in the order of `CANDIDATE_SIGNALS`."""
    scores, cosines = [one.score for one in found], [one.cosine for one in found]
    sides = [entries[one.entry].answered for one in found]
    opposed = {side: [at for at, other in enumerate(sides) if other is not side] for side in (True, False)}
    opposed_score = {side: max((scores[at] for at in places), default=-1.0) for side, places in opposed.items()}
    opposed_cosine = {side: max((cosines[at] for at in places), default=0.0) for side, places in opposed.items()}
    other_score, other_cosine = _others(scores, -1.0), _others(cosines, 0.0)
    unknown, length = unknown_share(reading), log1p(len(reading.words))
    return [
        [
            score,
            score - other_score[at],
            score - opposed_score[side],
            cosine,
            cosine - other_cosine[at],
            cosine - opposed_cosine[side],
            unknown,
            length,
            float(len(found) == 1 or score >= other_score[at]),
            float(side),
        ]
        for at, (score, cosine, side) in enumerate(zip(scores, cosines, sides, strict=True))
    ]


def _others(values: Sequence[float], none: float) -> list[float]:
    """For each value the highest of all the others; `none` where there are no others."""
    ranked = sorted(range(len(values)), key=values.__getitem__, reverse=True)
    best = ranked[0]
    second = values[ranked[1]] if len(ranked) > 1 else none
    return [second if at == best else values[best] for at in range(len(values))]


def scope_signals(
    part: LanguageIndex, found: Sequence[Candidate], entries: Sequence[Entry], reading: Reading
) -> list[float]:
    """The signals of the question as a whole, in the order of `SCOPE_SIGNALS`."""
    inside = [one for one in found if entries[one.entry].answered]
    outside = [one for one in found if not entries[one.entry].answered]
    score = max((one.score for one in inside), default=-1.0)
    cosine = max((one.cosine for one in inside), default=0.0)
    return [
        score,
        score - max((one.score for one in outside), default=-1.0),
        cosine,
        cosine - max((one.cosine for one in outside), default=0.0),
        unknown_share(reading),
        log1p(len(reading.words)),
        part.held_share(reading.words),
    ]
