"""Learns which part of an answer people are after: counts of their words, and the curve that weighs them; knows no file format.

The curve is fitted on messages whose words were counted without them, in folds.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from advisor.index.parts_asked import Message, counted, features_of, parts_sections
from advisor.index.reader import Index
from advisor.index.store import IndexFile, Section
from advisor.library import Library
from advisor.match.reading import read
from advisor.model import LANGUAGES
from advisor.talk.moves import MoveReader
from advisor.talk.parts import part_signals, stems_by_part
from advisor.text.features import stems

FEWEST = 100
"""With fewer messages the curve of the built-in knowledge serves."""
FOLDS = 3


def fit_parts(library: Library, path: Path) -> tuple[Mapping[str, Section], dict[str, Any]]:
    """The sections that hold the counts, and the curve `part` where there are enough messages, by an index of the library."""
    index = Index(IndexFile(path))
    moves = MoveReader(index.expressions)
    sections: dict[str, Section] = {}
    rows: list[list[float]] = []
    right: list[bool] = []
    for code in LANGUAGES:
        asked = [(one, read(index, one.text, code)) for one in library.parts_asked if one.language == code]
        messages: list[Message] = [
            (features_of(one.topic, stems(list(reading.words), code), asks=one.text.rstrip().endswith("?")), one.part)
            for one, reading in asked
        ]
        sections |= parts_sections(code, messages)
        answers = {
            id: stems_by_part(topic.answers[code], code)
            for id, topic in library.topics.items()
            if code in topic.answers
        }
        for fold in range(FOLDS):
            _, counts = counted(message for number, message in enumerate(messages) if number % FOLDS != fold)
            for one, reading in asked[fold::FOLDS]:
                answer = answers.get(one.topic, {})
                called = moves.read(one.text).part
                signals = part_signals(index.language(code), counts, one.topic, reading, one.text, called, answer)
                rows += [signals[each] for each in answer]
                right += [each == one.part for each in answer]
    index.close()
    if sum(right) < FEWEST or all(right):
        return sections, {}
    fitted = LogisticRegression(solver="newton-cholesky").fit(np.array(rows), np.array(right))
    weights = [round(float(weight), 6) for weight in fitted.coef_[0]]
    return sections, {"part": {"weights": weights, "intercept": round(float(fitted.intercept_[0]), 6)}}
