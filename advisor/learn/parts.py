"""Learns which part of an answer people are after: counts of their words, and the curves that weigh them; knows no file format.

A curve is fitted on messages, each seen as if it had not been counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from advisor.index.parts_asked import FIRST, Counts, counted, parts_sections
from advisor.index.reader import Index
from advisor.index.shelf import Shelf
from advisor.index.store import IndexFile, Section
from advisor.learn.curves import straight
from advisor.library import Library, PartAsked
from advisor.match.reading import Reading, read
from advisor.model import LANGUAGES, Language
from advisor.talk.moves import MoveReader
from advisor.talk.parts import CURVES, called_part, part_signals, said_in, stems_by_part

FEWEST = 100
"""With fewer messages the curve of the built-in knowledge serves."""
MOST_WEIGHED = 1000
"""About so many messages of a language and model, up to twice as many, are enough for a curve of thirteen signals."""

Asked = tuple[Path, Language, Sequence[PartAsked]]
"""An index, a language, and messages in it that are labelled with the part that they are after."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """What is learnt of one language: the sections that hold the counts and, for each model, what its curve is fitted on.

    That is a row of signals for each part of an answer, of a message that is seen as if it had not been counted, and whether it was
    after that part.
    """

    sections: dict[str, Section]
    signals: dict[str, list[list[float]]]
    right: dict[str, list[bool]]


Fitted = tuple[Mapping[str, Section], dict[str, Any]]
"""The sections that hold the counts, and the curves that there are enough messages for."""


def asked_of(library: Library, index: Path) -> list[Asked]:
    """The labelled messages of each language, in the order of the languages, with an index to read them by."""
    return [(index, code, [one for one in library.parts_asked if one.language == code]) for code in LANGUAGES]


def fit_parts(learnt: Sequence[Learnt]) -> Fitted:
    """What was learnt of all languages, as one."""
    sections = {name: section for one in learnt for name, section in one.sections.items()}
    curves: dict[str, Any] = {}
    for name, curve in CURVES.items():
        right = [hit for one in learnt for hit in one.right[name]]
        if FEWEST <= sum(right) < len(right):
            signals = [row for one in learnt for row in one.signals[name]]
            curves[curve] = straight(np.array(signals), np.array(right))
    return sections, curves


def learnt_of(given: Asked) -> Learnt:
    """What is learnt of one language.

    What is said behind an answer is counted for what is asked first as well, and not the other way round: a question that names
    its subject teaches little of those that don't.
    """
    path, code, asked = given
    index = Index(IndexFile(path))
    reader = _Reader(index, code)
    found = Learnt({}, {}, {})
    read_as = [(one, read(index, one.text, code)) for one in asked]
    messages = [(one, reading, (said_in(one.topic, reading, one.text), one.part)) for one, reading in read_as]
    for name in CURVES:
        counts_for = [message for one, _, message in messages if not one.first or name == FIRST]
        rows, counts = counted(counts_for)
        found.sections.update(parts_sections(code, name, rows, counts))
        of_model = [each for each in messages if each[0].first == (name == FIRST)]
        step = max(1, len(of_model) // MOST_WEIGHED)  # they come topic by topic
        weighed = [reader.weigh(one, reading, counts.without(message)) for one, reading, message in of_model[::step]]
        found.signals[name] = [row for rows, _ in weighed for row in rows]
        found.right[name] = [hit for _, hits in weighed for hit in hits]
    index.close()
    return found


class _Reader:
    """Sees labelled messages of one language as a talk would."""

    def __init__(self, index: Index, code: Language) -> None:
        self._part = index.language(code)
        self._moves = MoveReader(index.expressions)
        self._shelf = Shelf(index.file)
        self._numbers = {entry.id: number for number, entry in enumerate(index.entries)}
        self._stems = lru_cache(maxsize=None)(lambda topic: stems_by_part(self._shelf, topic, code))

    def weigh(self, one: PartAsked, reading: Reading, counts: Counts) -> tuple[list[list[float]], list[bool]]:
        """The signals of each part of the answer, and whether the message was after it."""
        title = self._shelf.title(one.topic)
        words = title.get(self._part.language) or next(iter(title.values()))
        called = called_part(self._moves.read(one.text), self._moves, self._part, self._numbers[one.topic], words)
        signals = part_signals(self._part, counts, one.topic, reading, one.text, called, self._stems(one.topic))
        return list(signals.values()), [each == one.part for each in signals]
