"""The answer path's view of an index: vectors, scores and nearest phrasings of one language; needs no numpy and no YAML.

Formulas are those of `advisor.index.fit`: per block, value = (1 + ln tf) * idf, rows of length one times the square
root of the block's share.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log, sqrt
from typing import Any, Literal

from advisor.index.linear import LinearRows
from advisor.index.store import IndexFile
from advisor.index.table import Table
from advisor.text.features import BLOCKS, blocks, letters_of, stem
from advisor.text.spelling import Speller, Spellings, by_length

PREFIXES = {"words": "w", "neighbours": "n", "pairs": "p", "letters": "c"}
"""What tells the blocks apart in the one table of features."""

EntryKind = Literal["topic", "small_talk", "neighbourhood", "background"]
MOST_COMPARED = 16
"""Words of a long question that the nearest phrasing is sought by; the lighter ones hardly turn a cosine."""

WORDS_REMEMBERED = 8192
"""Words whose features are kept: people's questions share most of them."""
UNKNOWN = -1
"""The row of a feature that the index doesn't know."""
COMMONPLACE = 4.0
"""Inverse document frequency up to which a word says nothing: it stands in one of twenty phrasings, or more."""

Weighted = list[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a question can be taken for; its number is its column in the classifier."""

    id: str
    kind: EntryKind

    @property
    def answered(self) -> bool:
        """Whether the advisor answers such a question, rather than refuse it."""
        return self.kind in ("topic", "small_talk")


@dataclass(frozen=True, slots=True)
class Vector:
    """A question as weighted rows; `words` holds the part of single words, for the nearest phrasing."""

    features: Weighted
    words: Weighted
    """The heaviest first, at most `MOST_COMPARED`."""


class LanguageIndex:
    """What the index learnt from the phrasings of one language."""

    def __init__(
        self,
        file: IndexFile,
        language: str,
        columns: int,
        shares: Mapping[str, float],
        common: Table,
        abbreviations: Mapping[str, Sequence[str]],
    ) -> None:
        self._file = file
        self._common = common
        self._abbreviations = abbreviations
        self.language = language
        self._columns = columns
        self._roots = {block: sqrt(share) for block, share in shares.items()}
        self._features = Table(file, f"{language}.features")
        self._idf = file.numbers(f"{language}.idf")
        self._rows = LinearRows(file, f"{language}.rows", columns)
        self.surface = Table(file, f"{language}.surface")
        """The words of the phrasings as they are written, folded."""
        self._entry_starts = file.numbers(f"{language}.near.entries")
        self._post_starts = file.numbers(f"{language}.near.starts")
        self._posts = file.numbers(f"{language}.near.posts")
        self._norms = file.numbers(f"{language}.near.norms")
        self.rows_of = lru_cache(WORDS_REMEMBERED)(self._rows_of)
        """The rows of a folded word's own features, its stem and then its runs of letters; -1 for those unknown."""

    @cached_property
    def counts(self) -> memoryview:
        """How often each word of `surface` occurs in the phrasings; 0 for one that may itself be misspelt."""
        return self._file.numbers(f"{self.language}.surface.counts")

    @cached_property
    def spellings(self) -> Spellings:
        """The well-spelt words of `surface` with their counts, for comparing a misspelt one with all of them."""
        return by_length((word, count) for word, count in zip(self.surface.keys(), self.counts, strict=True) if count)

    @cached_property
    def speller(self) -> Speller:
        """Spells typed words as the phrasings do."""

        def knows(word: str) -> bool:
            return word in self.surface or word in self._common

        return Speller(self._abbreviations, knows, lambda: self.spellings)

    def vector(self, words: Sequence[str], subject: str = "") -> Vector:
        """The features of a question, or of one behind a subject, weighted; empty where the index knows none of them."""
        features: Weighted = []
        singles: Weighted = []
        of_words = [self.rows_of(word) for word in words]
        stemmed, neighbours, pairs, _ = blocks(list(words), self.language, subject)
        behind = stemmed[len(words) :]  # what a subject adds
        rows_by_block = {
            "words": [*(rows[0] for rows in of_words), *self._found("words", behind)],
            "neighbours": self._found("neighbours", neighbours),
            "pairs": self._found("pairs", pairs),
            "letters": [row for rows in of_words for row in rows[1:]],
        }
        for block in BLOCKS:
            values = self._weigh(rows_by_block[block])
            root = self._roots[block]
            features += [(row, value * root) for row, value in values]
            if block == "words":
                singles = sorted(values, key=lambda weighed: -weighed[1])[:MOST_COMPARED]
        return Vector(features, singles)

    def _found(self, block: str, features: Iterable[str]) -> list[int]:
        find, prefix = self._features.find, PREFIXES[block]
        return [find(prefix + feature) for feature in features]

    def _weigh(self, rows: Iterable[int]) -> Weighted:
        idf = self._idf
        counts = Counter(rows)
        counts.pop(UNKNOWN, None)
        values = [(row, idf[row] if count == 1 else (1 + log(count)) * idf[row]) for row, count in counts.items()]
        length = sqrt(sum([value * value for _, value in values]))
        return [(row, value / length) for row, value in values] if length else []

    def rarity_of(self, stemmed: str) -> float:
        """The inverse document frequency of a stem, -1.0 where the index doesn't know it."""
        row = self._features.find(PREFIXES["words"] + stemmed)
        return float(self._idf[row]) if row >= 0 else -1.0

    def rarity(self, stemmed: str) -> float:
        """The inverse document frequency of a stem, 0.0 where the index doesn't know it or everybody writes it."""
        return max(0.0, self.rarity_of(stemmed) - COMMONPLACE)

    def holders(self, stemmed: str) -> dict[int, int]:
        """The entries that hold a stem, with how many of their phrasings do."""
        row = self._features.find(PREFIXES["words"] + stemmed)
        if row < 0:
            return {}
        found: dict[int, int] = {}
        for phrasing in self._posts[self._post_starts[row] : self._post_starts[row + 1]]:
            entry = bisect_right(self._entry_starts, phrasing) - 1
            found[entry] = found.get(entry, 0) + 1
        return found

    def holds(self, entry: int, stemmed: str) -> bool:
        """Whether a phrasing of the entry holds a stem."""
        row = self._features.find(PREFIXES["words"] + stemmed)
        if row < 0:
            return False
        low, high = self._post_starts[row], self._post_starts[row + 1]
        at = bisect_left(self._posts, self._entry_starts[entry], low, high)
        return at < high and self._posts[at] < self._entry_starts[entry + 1]

    def scores(self, vector: Vector) -> list[float]:
        """The classifier's decision value for every entry."""
        return self._rows.scores(vector.features)

    def share_of(self, row: int, value: float, entry: int) -> float:
        """What a feature of some value adds to one entry's score."""
        return self._rows.share_of(row, value, entry)

    def _rows_of(self, word: str) -> tuple[int, ...]:
        find, prefix = self._features.find, PREFIXES["letters"]
        runs = [find(prefix + run) for run in letters_of(word)]
        return (find(PREFIXES["words"] + stem(word, self.language)), *runs)

    def nearest(self, vector: Vector, entry: int) -> tuple[float, int]:
        """The cosine, by words alone, of the entry's nearest phrasing, and that phrasing's number; (0.0, -1) for none."""
        first, end = self._entry_starts[entry], self._entry_starts[entry + 1]
        if first == end:
            return 0.0, -1
        sums: dict[int, float] = {}
        posts, starts, idf = self._posts, self._post_starts, self._idf
        for row, value in vector.words:
            low = bisect_left(posts, first, starts[row], starts[row + 1])
            high = bisect_left(posts, end, low, starts[row + 1])
            weight = value * idf[row]
            for phrasing in posts[low:high].tolist():
                sums[phrasing] = sums.get(phrasing, 0.0) + weight
        best, number = 0.0, -1
        norms = self._norms
        for phrasing, total in sums.items():
            cosine = total / norms[phrasing]
            if cosine > best:
                best, number = cosine, phrasing
        return min(best, 1.0), number


class Index:
    """An open index: its entries, its languages, what was computed when it was built."""

    def __init__(self, file: IndexFile) -> None:
        self.file = file
        self.meta: dict[str, Any] = file.json("meta")
        self.entries = tuple(Entry(id, kind) for id, kind in self.meta["entries"])
        self._languages: dict[str, LanguageIndex] = {}

    def close(self) -> None:
        """Let go of the file; nothing of the index can be read afterwards."""
        self._languages.clear()
        self.file.close()

    def language(self, code: str) -> LanguageIndex:
        """The part of one language, opened when it is first asked for."""
        if code not in self._languages:
            self._languages[code] = LanguageIndex(
                self.file,
                code,
                len(self.entries),
                self.meta["shares"],
                self.common,
                self.lexicon["abbreviations"].get(code, {}),
            )
        return self._languages[code]

    @cached_property
    def common(self) -> Table:
        """Ordinary words of both languages: nobody misspelt them."""
        return Table(self.file, "common")

    @cached_property
    def common_languages(self) -> memoryview:
        """For each ordinary word how much it speaks for French, as a natural logarithm of odds times ten, -127 to 127."""
        return self.file.numbers("common.odds")

    @cached_property
    def lexicon(self) -> dict[str, Any]:
        """Abbreviations, and the expressions that steer a talk, folded."""
        lexicon: dict[str, Any] = self.file.json("lexicon")
        return lexicon
