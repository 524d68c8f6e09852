"""Which part of an answer people are after, by the words that they say: counts of words by part, in the index file.

A multinomial naive Bayes model (Manning, Raghavan, Schütze, "Introduction to Information Retrieval", 13.2) over the words of a
message, its neighbouring words, and its words under the topic that it is said about. There are two: of what is said behind the
point of an answer, and of what is asked first, which names its subject and is worded otherwise. Knows no answer and no talk.
"""

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log

from advisor.index.store import IndexFile, Section
from advisor.index.table import Table, table_sections
from advisor.model import PARTS, Part

ASKED: tuple[Part, ...] = PARTS[1:]
"""The parts that may be told beside the point, which is told in any case."""
BEHIND = "parts"
FIRST = "first"
"""The names of the two models in the file."""
SMOOTHING = 0.2
"""What is added to each count, so that a word that no one said of a part doesn't rule it out."""

Message = tuple[Collection[str], Part]
"""The features of a message, and the part that its writer was after."""
Rows = Mapping[str, Sequence[int]]
"""Features to how many messages of each part hold them, in the order of `PARTS`."""


def features_of(topic: str, stems: Sequence[str], *, asks: bool) -> frozenset[str]:
    """The features of a message about a topic: `asks` says whether it ends with a question mark."""
    near = {f"{first} {second}" for first, second in pairwise(stems)}
    under = {f"{topic}:{stem}" for stem in stems}
    return frozenset({*stems, *near, *under, *(["?"] if asks else [])})


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """How often each feature and each part occur; arrays by part are in the order of `PARTS`."""

    row: Callable[[str], Sequence[int]]
    """A feature to how many messages of each part hold it; empty for one that no message holds."""
    messages: Sequence[int]
    features: Sequence[int]
    vocabulary: int

    def asks_for(self, part: Part) -> bool:
        """Whether any message is after a part."""
        return self.messages[PARTS.index(part)] > 0

    def without(self, message: Message) -> "Counts":
        """The same as if one of the messages had not been counted."""
        features, part = message
        place = PARTS.index(part)
        left = {feature: [*self.row(feature)] for feature in features}
        for row in left.values():
            row[place] -= 1
        kept = {feature: row if any(row) else () for feature, row in left.items()}
        messages, sums = [*self.messages], [*self.features]
        messages[place] -= 1
        sums[place] -= len(kept)
        lost = sum(not row for row in kept.values())
        held = self.row
        return Counts(lambda one: kept[one] if one in kept else held(one), messages, sums, self.vocabulary - lost)

    def log_chances(self, features: Iterable[str]) -> Mapping[Part, float]:
        """For each part the natural logarithm of the probability that a message is after it."""
        known = [row for row in map(self.row, features) if row]
        whole = log(sum(self.messages) + SMOOTHING * len(PARTS))
        found = []
        for place in range(len(PARTS)):
            held = log(self.features[place] + SMOOTHING * max(1, self.vocabulary))
            said = sum(log(row[place] + SMOOTHING) - held for row in known)
            found.append(log(self.messages[place] + SMOOTHING) - whole + said)
        most = max(found)
        total = most + log(sum(exp(one - most) for one in found))
        return {part: one - total for part, one in zip(PARTS, found, strict=True)}


def counted(messages: Iterable[Message]) -> tuple[Rows, Counts]:
    """How many messages of each part hold each feature, and the counts that are made of that."""
    rows: defaultdict[str, list[int]] = defaultdict(lambda: [0] * len(PARTS))
    parts = Counter[Part]()
    for features, part in messages:
        parts[part] += 1
        place = PARTS.index(part)
        for feature in features:
            rows[feature][place] += 1
    sums = [sum(of_part) for of_part in zip(*rows.values(), strict=True)] or [0] * len(PARTS)
    return rows, Counts(lambda feature: rows.get(feature, ()), [parts[one] for one in PARTS], sums, len(rows))


def parts_sections(code: str, name: str, rows: Rows, counts: Counts) -> Mapping[str, Section]:
    """The sections that hold what was counted of a language, under the name of one of the two models."""
    features = sorted(rows)
    totals = {"messages": list(counts.messages), "features": list(counts.features)}
    return {
        **table_sections(f"{code}.{name}", features),
        f"{code}.{name}.counts": array("I", [count for feature in features for count in rows[feature]]),
        f"{code}.{name}.totals": json.dumps(totals).encode(),
    }


def counts_in(file: IndexFile, code: str, name: str) -> Counts:
    """Read side of `parts_sections`."""
    table, flat = Table(file, f"{code}.{name}"), file.numbers(f"{code}.{name}.counts")
    totals = file.json(f"{code}.{name}.totals")
    width = len(PARTS)

    def row(feature: str) -> Sequence[int]:
        place = table.find(feature)
        return flat[place * width : (place + 1) * width] if place >= 0 else ()

    return Counts(row, totals["messages"], totals["features"], len(flat) // width)
