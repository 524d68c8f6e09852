"""The matcher: one question in, candidate entries with honest probabilities out; knows no thresholds and no wording."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import log

from advisor.index.reader import Entry, Index, Vector
from advisor.match import signals
from advisor.match.confidence import Curve
from advisor.match.reading import Reading, likelihoods, read
from advisor.model import Language

LEAST_SHARE = 0.25
"""What a word weighs, beside the weightiest one, at least, to have decided as well."""


UNSURE = 0.1
"""What a reading that answers nothing counts: of two such, the likelier language is kept."""


@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """One entry that a question may be about; `confidence` is the probability that it is the right one."""

    entry: Entry
    number: int
    confidence: float
    score: float
    cosine: float
    phrasing: int


@dataclass(frozen=True, eq=False)
class Matched:
    """What the matcher makes of a question: the likeliest entries first."""

    question: str
    reading: Reading
    matches: tuple[Match, ...]
    in_scope: float
    """The probability that some entry of the map answers the question; 0 where no word of it is known."""
    shares: Mapping[int, float]
    """For a question of one or two words, the share of each entry; see `advisor.match.signals.shares`."""
    telling: int = 0
    """How many of its words not everybody writes."""
    vector: Vector = field(default_factory=lambda: Vector([], [], []), repr=False)

    @cached_property
    def answered(self) -> tuple[Match, ...]:
        """The matches that the advisor would answer, likeliest first."""
        return tuple(match for match in self.matches if match.entry.answered)

    @property
    def refused(self) -> Match | None:
        """The likeliest entry that it would refuse."""
        return next((match for match in self.matches if not match.entry.answered), None)


def look(index: Index, reading: Reading) -> tuple[Vector, list[signals.Candidate]]:
    """The question's vector and the candidates worth weighing, none where the index knows none of its features."""
    part = index.language(reading.language)
    vector = part.vector(reading.words)
    return vector, signals.candidates(part, index.entries, vector) if vector.rows else []


class Matcher:
    """Matches questions against one index."""

    def __init__(self, index: Index) -> None:
        self.index = index
        curves = index.meta["curves"]
        self._right = Curve.of(curves["candidate"])
        self._inside = Curve.of(curves["scope"])
        self._numbers = {entry.id: number for number, entry in enumerate(index.entries)}

    def number(self, entry: str) -> int:
        """The column of an entry; raises KeyError where the index has none of that id."""
        return self._numbers[entry]

    def match(self, question: str, language: Language | None = None, spoken: Language | None = None) -> Matched:
        """Match one question in the language given, or in the one that its words speak for.

        A question whose words leave the language open is read in both, and the reading is kept that is surer, as far as
        its language is likely and makes words of what none knows; `spoken` is the one that the person is known to speak.
        """
        likely = {language: 1.0} if language else likelihoods(self.index, question, spoken)
        found = [self.match_reading(question, read(self.index, question, one)) for one in likely]
        return max(found, key=lambda one: log(likely[one.reading.language] * _sureness(one)) + one.reading.makes_sense)

    def match_reading(self, question: str, reading: Reading) -> Matched:
        """Match a question that was read already."""
        entries = self.index.entries
        vector, found = look(self.index, reading)
        if not found:
            return Matched(question, reading, (), 0.0, {}, 0, vector)
        matches = [
            Match(
                entries[one.entry],
                one.entry,
                self._right(row),
                one.score,
                one.cosine,
                one.phrasing,
            )
            for one, row in zip(found, signals.candidate_signals(found, entries, reading), strict=True)
        ]
        matches.sort(key=lambda match: (-match.confidence, -match.score))
        part = self.index.language(reading.language)
        inside = self._inside(signals.scope_signals(part, found, entries, reading)) if reading.says_something else 0.0
        telling = signals.telling(part, reading)
        return Matched(question, reading, tuple(matches), inside, signals.shares(part, telling), len(telling), vector)

    def scores_behind(self, reading: Reading, subject: str) -> Sequence[float]:
        """The classifier's decision value of every entry for a message that is said behind a topic."""
        part = self.index.language(reading.language)
        return part.scores(part.vector(reading.words, subject))

    def because(self, matched: Matched, entry: int, counts: Callable[[str], bool]) -> tuple[str, ...]:
        """The typed words that decided for an entry, weightiest first; a word's weight is what its own features add.

        A run of letters that several words share counts for each of them; pairs belong to no word alone. Only words that
        count are looked at, and of these only such as weigh at least `LEAST_SHARE` of the weightiest.
        """
        reading = matched.reading
        part = self.index.language(reading.language)
        values = dict(zip(matched.vector.rows, matched.vector.values, strict=True))
        weight: dict[str, float] = defaultdict(float)
        for word, origin in zip(reading.words, reading.origins, strict=True):
            typed = reading.typed[origin]
            if counts(typed):
                held = [row for row in part.rows_of(word) if row in values]
                weight[typed] += sum([part.share_of(row, values[row], entry) for row in held])
        least = LEAST_SHARE * max(weight.values(), default=0.0)
        return tuple(sorted((word for word in weight if weight[word] > least), key=lambda word: -weight[word]))


def _sureness(matched: Matched) -> float:
    """How sure a reading is of an answer, in tenths: small differences don't outweigh the likelier language."""
    if not matched.answered:
        return UNSURE
    shares = [matched.shares.get(match.number, 0.0) for match in matched.answered]
    return max(UNSURE, round(max(matched.answered[0].confidence, *shares), 1))
