"""Fits confidence and thresholds on questions that the index was not built from; knows no file format.

A library with trial questions is tried on those. Without them, folds are drawn by hand: what one writer wrote is held
out together, so that each question meets an index that never saw its writer, and in each fold some neighbourhoods are
left out whole, since nobody can list them all. Either way the questions run through the very matcher that will answer.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np

from advisor.index import store
from advisor.index.reader import Entry, Index
from advisor.index.store import IndexFile, Section
from advisor.learn.beside import Beside
from advisor.learn.curves import Flags, Floats, bent, straight
from advisor.learn.examples import SEQUELS, Example, entries_of
from advisor.learn.held import Held, best_thresholds, matched_by
from advisor.library import Library, Trial
from advisor.match import signals
from advisor.match.matcher import Matched, look
from advisor.match.reading import Reading, read
from advisor.model import Language

FOLDS = 3
TURNS = 5
"""Parts that the held-out questions are dealt into when thresholds are sought."""
MOST_HELD = 700
"""Held-out questions tried a fold and language; more change the curves by less than their error."""
PRODUCTS_SLACK = 0.3
"""The same where signals are taken two by two: of 0.1 to 10, 0.1 and this lose least on questions held out, and this promises
better; `benchmarks/curves.py` compares them."""
SLACK = 1.0
"""How freely the curves may follow the held-out questions, scikit-learn's C: the stiffest of those that gain as much (0.3
to 10 do, to within `EQUAL`), since freer ones turn with every change of the knowledge."""
OUT_OF_SCOPE = 0.25
"""The share of questions off the map for which confidence is computed: one in four."""
FEWEST = 150
"""With fewer held-out questions, on the map or off it, the curves of the built-in knowledge serve."""
NO_HAND = frozenset({"title", "follow-ups", SEQUELS})
"""Phrasings that no hand wrote as a question: always learnt from, never held out."""

Learnt = Mapping[str, Section]
"""The sections of an index that its matcher reads."""
Learn = Callable[[Library, Sequence[Example]], Learnt]


class TooFew(Exception):  # noqa: N818  (a state, not a fault)
    """The library has too few questions to calibrate on."""


@dataclass(frozen=True, slots=True)
class Tried:
    """Questions that the index was not built from, and whether they are `trials` or phrasings held out by `folds`."""

    held: Sequence[Held]
    by: str


def held_out(
    library: Library, examples: Sequence[Example], whole: Learnt, learn: Learn, room: Path, other: Beside
) -> Tried:
    """The questions to calibrate on as the matcher sees them; raises TooFew.

    `whole` is what was learnt from all examples, `learn` learns from some; `room` is a directory for scratch files.
    """
    with tempfile.TemporaryDirectory(dir=room, prefix=".held-", ignore_cleanup_errors=True) as scratch:
        found = Tried(_tried(library, examples, whole, Path(scratch) / "whole", other), "trials")
        if not _are_enough(found.held):
            found = Tried(list(_folded(library, examples, learn, Path(scratch))), "folds")
    if not _are_enough(found.held):
        raise TooFew
    return found


def thresholds_of(tried: Tried, entries: Sequence[Entry]) -> tuple[dict[str, float], dict[str, Any]]:
    """The thresholds that gain most on the questions, and the figures to tell of them."""
    thresholds, figures = best_thresholds(tried.held, _crosswise(tried.held, entries), OUT_OF_SCOPE)
    return thresholds, {"by": tried.by, **figures}


def curves_of(held: Sequence[Held]) -> dict[str, Any]:
    """The curves that fit the questions best."""
    return {"candidate": _candidate_curve(held), "scope": _scope_curve(held)}


def _crosswise(held: Sequence[Held], entries: Sequence[Entry]) -> list[Matched]:
    """What the matcher makes of each question with curves that were fitted without it: thresholds need honest ones."""
    matched: dict[int, Matched] = {}
    for turn in range(TURNS):
        curves = curves_of([one for place, one in enumerate(held) if place % TURNS != turn])
        matched |= {place: matched_by(held[place], entries, curves) for place in range(turn, len(held), TURNS)}
    return [matched[place] for place in range(len(held))]


def _are_enough(held: Sequence[Held]) -> bool:
    inside = sum(one.answered for one in held)
    return min(inside, len(held) - inside) >= FEWEST


def _tried(library: Library, examples: Sequence[Example], whole: Learnt, path: Path, other: Beside) -> list[Held]:
    """The library's trial questions before the whole index."""
    if not library.trials:
        return []
    store.write(path, "trial", dict(whole))
    half = len(library.trials) // 2
    waiting = other.start(tried_on, (path, library.trials[half:]))
    held = [*tried_on((path, library.trials[:half])), *waiting()]
    learnt_from = {example.words for example in examples if not example.subject}
    # a question that the index holds word for word tries nothing
    return [one for one in held if one.reading.words not in learnt_from]


def tried_on(asked: tuple[Path, Sequence[Trial]]) -> list[Held]:
    """Trial questions before an index."""
    path, trials = asked
    index = Index(IndexFile(path))
    numbers = {entry.id: number for number, entry in enumerate(index.entries)}
    refused = frozenset(number for number, entry in enumerate(index.entries) if not entry.answered)
    found = []
    for trial in trials:
        reading = read(index, trial.question, _language(trial.language))
        right = frozenset(numbers[id] for id in trial.expect) or refused
        if (held := _seen(index, reading, right, bool(trial.expect))) is not None:
            found.append(held)
    index.close()
    return found


def _folded(library: Library, examples: Sequence[Example], learn: Learn, scratch: Path) -> Iterator[Held]:
    """Phrasings, each before an index that was not built from it."""
    for fold in range(FOLDS):
        taught, tried = split(library, examples, fold)
        if not tried:
            continue
        path = scratch / f"{fold}"
        store.write(path, "fold", dict(learn(library, taught)))
        index = Index(IndexFile(path))
        for example in tried:
            phrasing, answered = example.phrasing, index.entries[example.entry].answered
            reading = read(index, phrasing.text, _language(phrasing.language))
            held = _seen(index, reading, frozenset({example.entry}), answered)
            if held is not None:
                yield held
        index.close()


def _language(code: str) -> Language:
    return "fr" if code == "fr" else "en"


def _seen(index: Index, reading: Reading, right: frozenset[int], answered: bool) -> Held | None:
    """What the matcher finds in a question; None where it finds nothing to weigh."""
    _, found = look(index, reading)
    if not found:
        return None
    part = index.language(reading.language)
    telling = signals.telling(part, reading)
    return Held(
        right,
        answered,
        reading,
        tuple(found),
        tuple(signals.candidate_signals(found, index.entries, reading)),
        signals.scope_signals(part, found, index.entries, reading),
        tuple(telling),
        signals.shares(part, telling),
    )


def split(library: Library, examples: Sequence[Example], fold: int) -> tuple[list[Example], list[Example]]:
    """The examples to learn from and those to try, for one fold."""
    entries = entries_of(library)
    hands = sorted({e.phrasing.hand for e in examples} - NO_HAND)
    turn = {hand: place % FOLDS for place, hand in enumerate(hands)}
    taught: list[Example] = []
    tried: list[Example] = []
    for example in examples:
        hand = example.phrasing.hand
        left_out = entries[example.entry].kind == "neighbourhood" and example.entry % FOLDS == fold
        if hand in NO_HAND:
            if not left_out:
                taught.append(example)
            continue
        # what one template yields is held out together; without hands, a question's own hash says when it is
        by_hash = bool(example.phrasing.family) or len(hands) < FOLDS
        place = _draw(example.phrasing.family or example.phrasing.text) % FOLDS if by_hash else turn[hand]
        if place == fold or left_out:
            tried.append(example)
        else:
            taught.append(example)
    return taught, _sample(tried, entries_of(library))


def _sample(tried: Sequence[Example], entries: Sequence[Any]) -> list[Example]:
    """At most `MOST_HELD` of each language on the map, and as many off it, drawn by hash."""
    kept: list[Example] = []
    groups: dict[tuple[str, bool], list[Example]] = {}
    for example in tried:
        groups.setdefault((example.phrasing.language, entries[example.entry].answered), []).append(example)
    for group in groups.values():
        kept += sorted(group, key=lambda example: _draw(example.phrasing.text))[:MOST_HELD]
    return kept


def _draw(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=6).digest(), "big")


def _weights(held: Sequence[Held]) -> dict[bool, float]:
    """What a question on the map and one off it count, so that the latter make up `OUT_OF_SCOPE`."""
    inside = sum(one.answered for one in held)
    return {True: (1 - OUT_OF_SCOPE) / inside, False: OUT_OF_SCOPE / (len(held) - inside)}


def _candidate_curve(held: Sequence[Held]) -> dict[str, Any]:
    weight = _weights(held)
    rows = [
        (row, one.is_right(found), weight[one.answered])
        for one in held
        for row, found in zip(one.signals, one.found, strict=True)
    ]
    return bent(*_columns(rows), PRODUCTS_SLACK)


def _scope_curve(held: Sequence[Held]) -> dict[str, Any]:
    weight = _weights(held)
    return straight(*_columns([(one.scope, one.answered, weight[one.answered]) for one in held]), SLACK)


def _columns(rows: Sequence[tuple[Sequence[float], bool, float]]) -> tuple[Floats, Flags, Floats]:
    """Signals, whether they are of what is right, and what each counts, as arrays."""
    signals, right, weights = zip(*rows, strict=True)
    return np.array(signals), np.array(right), np.array(weights)
