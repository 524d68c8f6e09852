"""Learns which part of an answer people are after: counts of their words, and the curves that weigh them; knows no file format.

A curve is fitted on messages whose words were counted without them, in folds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from advisor.index.parts_asked import FIRST, Message, counted, features_of, parts_sections
from advisor.index.reader import Index
from advisor.index.store import IndexFile, Section
from advisor.library import Library, PartAsked
from advisor.match.reading import Reading, read
from advisor.model import LANGUAGES, Language
from advisor.talk.moves import MoveReader
from advisor.talk.parts import CURVES, called_part, part_signals, stems_by_part
from advisor.text.features import stems

FEWEST = 100
"""With fewer messages the curve of the built-in knowledge serves."""
FOLDS = 3


def fit_parts(library: Library, path: Path) -> tuple[Mapping[str, Section], dict[str, Any]]:
    """The sections that hold the counts, and the curves that there are enough messages for, by an index of the library."""
    index = Index(IndexFile(path))
    sections: dict[str, Section] = {}
    curves: dict[str, Any] = {}
    for name, curve in CURVES.items():
        seen = _Seen([], [])
        for code in LANGUAGES:
            sections |= parts_sections(code, name, _learnt(library, index, code, name, seen))
        if FEWEST <= sum(seen.right) < len(seen.right):
            curves[curve] = _fitted(seen)
    index.close()
    return sections, curves


@dataclass(frozen=True, slots=True)
class _Seen:
    """The signals of parts of answers, each for a message whose words weren't counted, and whether it was after that part."""

    signals: list[list[float]]
    right: list[bool]


def _fitted(seen: _Seen) -> dict[str, Any]:
    fitted = LogisticRegression(solver="newton-cholesky").fit(np.array(seen.signals), np.array(seen.right))
    weights = [round(float(weight), 6) for weight in fitted.coef_[0]]
    return {"weights": weights, "intercept": round(float(fitted.intercept_[0]), 6)}


def _learnt(library: Library, index: Index, code: Language, name: str, seen: _Seen) -> Sequence[Message]:
    """The messages that one model of a language counts; `seen` gets the signals of those that it is to weigh.

    What is said behind an answer is counted for what is asked first as well, and not the other way round: a question that names
    its subject teaches little of those that don't.
    """
    moves, part = MoveReader(index.expressions), index.language(code)
    answers = {
        id: stems_by_part(topic.answers[code], code) for id, topic in library.topics.items() if code in topic.answers
    }
    numbers = {entry.id: number for number, entry in enumerate(index.entries)}
    asked = [(one, read(index, one.text, code)) for one in library.parts_asked if one.language == code]

    def message(one: PartAsked, reading: Reading) -> Message:
        said = stems(list(reading.words), code)
        return features_of(one.topic, said, asks=one.text.rstrip().endswith("?")), one.part

    weighed = [pair for pair in asked if pair[0].first == (name == FIRST)]
    others = [message(*pair) for pair in asked if not pair[0].first and name == FIRST]
    messages = [message(*pair) for pair in weighed]
    for fold in range(FOLDS):
        rest = [one for number, one in enumerate(messages) if number % FOLDS != fold]
        _, counts = counted([*others, *rest])
        for one, reading in weighed[fold::FOLDS]:
            title = library.topics[one.topic].title
            words = title.get(code) or next(iter(title.values()))
            called = called_part(moves.read(one.text), moves, part, numbers[one.topic], words)
            signals = part_signals(part, counts, one.topic, reading, one.text, called, answers.get(one.topic, {}))
            seen.signals.extend(signals.values())
            seen.right.extend(each == one.part for each in signals)
    return [*others, *messages]
