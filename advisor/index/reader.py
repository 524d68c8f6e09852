"""The answer path's view of an index: vectors, scores and nearest phrasings of one language; needs no numpy and no YAML.

Formulas are those of `advisor.learn.fit`: per block, (1 + ln count) times the feature's value, rows of length one times the
square root of the block's share. The nearest phrasing is sought by inverse document frequencies alone.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from math import log, sqrt
from typing import Any, Literal

from advisor.index.company import company_of
from advisor.index.couples import UNKNOWN, Couples, either_way, in_order
from advisor.index.expressions import Expressions
from advisor.index.linear import open_rows
from advisor.index.repair import Repair
from advisor.index.rows import PREFIXES, of_length_one, rows_of_word
from advisor.index.store import IndexFile
from advisor.index.table import Table
from advisor.text.features import BLOCKS, WINDOW, WINDOW_OF_FEW, behind, near_together, stems
from advisor.text.spelling import Speller

EntryKind = Literal["topic", "small_talk", "neighbourhood", "background"]
MOST_COMPARED = 10
"""Words of a long question that the nearest phrasing is sought by; the lighter ones hardly turn a cosine."""

WORDS_REMEMBERED = 8192
"""Words whose features are kept: people's questions share most of them."""
COMMONPLACE = 4.0
"""Inverse document frequency up to which a word says nothing: it stands in one of twenty phrasings, or more."""

Weighted = list[tuple[int, float]]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One thing that a question can be taken for; its number is its column in the classifier."""

    id: str
    kind: EntryKind

    @property
    def answered(self) -> bool:
        """Whether the advisor answers such a question, rather than refuse it."""
        return self.kind in ("topic", "small_talk")


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """A question as weighted rows; `words` holds the part of single words, for the nearest phrasing."""

    rows: Sequence[int]
    values: Sequence[float]
    """The value of each row."""
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
        self._couples = Couples(file, f"{language}.couples")
        self._idf = file.numbers(f"{language}.idf")
        self._values = file.numbers(f"{language}.values")
        self._rows = open_rows(file, f"{language}.rows", columns)
        self._plain = frozenset(file.json(f"{language}.plain"))
        """Words whose letters and pairs don't count; none where there are many phrasings."""
        self._window = WINDOW_OF_FEW if self._plain else WINDOW
        self.surface = Table(file, f"{language}.surface")
        """The words of the phrasings as they are written, folded."""
        self._surface_rows = file.numbers(f"{language}.surface.rows")
        self._surface_starts = file.numbers(f"{language}.surface.rows.starts")
        self._entry_starts = file.numbers(f"{language}.near.entries")
        self._post_starts = file.numbers(f"{language}.near.starts")
        self._posts = file.numbers(f"{language}.near.posts")
        self._norms = file.numbers(f"{language}.near.norms")
        self.rows_of = lru_cache(WORDS_REMEMBERED)(self._rows_of)
        """The rows of a folded word's own features, its stem's or -1 and then those of its runs of letters."""

    @cached_property
    def counts(self) -> memoryview:
        """How often each word of `surface` occurs in the phrasings; 0 for one that may itself be misspelt."""
        return self._file.numbers(f"{self.language}.surface.counts")

    @cached_property
    def written(self) -> dict[str, str]:
        """Folded words to how they are written with accents."""
        written: dict[str, str] = self._file.json(f"{self.language}.written")
        return written

    @cached_property
    def speller(self) -> Speller:
        """Spells typed words as the phrasings do."""

        def knows(word: str) -> bool:
            return word in self.surface or word in self._common

        repair = Repair(self._file, f"{self.language}.surface", self.surface, self.counts)
        names = self._file.numbers(f"{self.language}.surface.names")
        return Speller(
            self._abbreviations,
            knows,
            repair.near,
            lambda word: bool(names[self.surface.find(word)]),
            company_of(self._stem_row, self._couples),
        )

    def _stem_row(self, word: str) -> int:
        """The row of a word's stem, `UNKNOWN` for a word that no phrasing holds."""
        known = self.surface.find(word)
        return self._surface_rows[self._surface_starts[known]] if known >= 0 else UNKNOWN

    def vector(self, words: Sequence[str], subject: str = "") -> Vector:
        """The features of a question, or of one behind a subject, weighted; empty where the index knows none of them."""
        found: list[int] = []
        values: list[float] = []
        singles: Weighted = []
        of_words = [self.rows_of(word) for word in words]
        known = [rows[0] for rows in of_words]
        telling = [row for word, row in zip(words, known, strict=True) if word not in self._plain]
        added = behind(stems(list(words), self.language), subject) if subject else []
        rows_by_block = {
            "words": [*known, *self._found("words", added)],
            "neighbours": self._rows_of_twos(pairwise(known), in_order),
            "pairs": self._rows_of_twos(near_together(telling, self._window), either_way) + self._found("pairs", added),
            "letters": [row for rows in of_words for row in rows[1:]],
        }
        for block in BLOCKS:
            counts = Counter(rows_by_block[block])
            counts.pop(UNKNOWN, None)
            root = self._roots[block]
            found += counts
            values += [value * root for value in of_length_one(counts, self._values)]
            if block == "words":
                weighed = zip(counts, of_length_one(counts, self._idf), strict=True)
                singles = sorted(weighed, key=lambda one: -one[1])[:MOST_COMPARED]
        return Vector(found, values, singles)

    def _rows_of_twos(self, twos: Iterable[tuple[int, int]], couple: Callable[[int, int], int]) -> list[int]:
        return self._couples.rows([couple(one, two) for one, two in twos if one != UNKNOWN and two != UNKNOWN])

    def _found(self, block: str, features: Iterable[str]) -> list[int]:
        find, prefix = self._features.find, PREFIXES[block]
        return [find(prefix + feature) for feature in features]

    def rarity_of(self, stemmed: str) -> float:
        """The inverse document frequency of a stem, -1.0 where the index doesn't know it."""
        row = self._features.find(PREFIXES["words"] + stemmed)
        return float(self._idf[row]) if row >= 0 else -1.0

    def rarity(self, stemmed: str) -> float:
        """The inverse document frequency of a stem, 0.0 where the index doesn't know it or everybody writes it."""
        return max(0.0, self.rarity_of(stemmed) - COMMONPLACE)

    def held_share(self, words: Sequence[str]) -> float:
        """How much of the words' rarity is that of words that some phrasing holds, from 0 to 1; 0.0 without words.

        One that none holds counts as the rarest do, though it may be an ordinary word of the language.
        """
        rows = [self.rows_of(word)[0] for word in words]
        held = sum([self._idf[row] for row in rows if row != UNKNOWN])
        missing = rows.count(UNKNOWN) * (1 + log(1 + len(self._norms)))
        return held / (held + missing) if rows else 0.0

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

    def share_within(self, entry: int, stemmed: str) -> float:
        """The share of an entry's phrasings that hold a stem, from 0 to 1."""
        size = self._entry_starts[entry + 1] - self._entry_starts[entry]
        return self.holders(stemmed).get(entry, 0) / size if size else 0.0

    def holds(self, entry: int, stemmed: str) -> bool:
        """Whether a phrasing of the entry holds a stem."""
        row = self._features.find(PREFIXES["words"] + stemmed)
        if row < 0:
            return False
        low, high = self._post_starts[row], self._post_starts[row + 1]
        at = bisect_left(self._posts, self._entry_starts[entry], low, high)
        return at < high and self._posts[at] < self._entry_starts[entry + 1]

    def scores(self, vector: Vector) -> Sequence[float]:
        """The classifier's decision value for every entry."""
        return self._rows.scores(vector.rows, vector.values)

    def best(self, scores: Sequence[float], most: int) -> list[int]:
        """The entries with the best scores, best first."""
        return self._rows.best(scores, most)

    def share_of(self, row: int, value: float, entry: int) -> float:
        """What a feature of some value adds to one entry's score."""
        return self._rows.share_of(row, value, entry)

    def _rows_of(self, word: str) -> tuple[int, ...]:
        known = self.surface.find(word)
        if known >= 0:
            return tuple(self._surface_rows[self._surface_starts[known] : self._surface_starts[known + 1]])
        return tuple(rows_of_word(word, self.language, self._features.find, self._plain))

    def nearest(self, vector: Vector, entry: int) -> tuple[float, int]:
        """The cosine, by words alone, of the entry's nearest phrasing, and that phrasing's number; (0.0, -1) for none."""
        first, end = self._entry_starts[entry], self._entry_starts[entry + 1]
        if first == end:
            return 0.0, -1
        sums: dict[int, float] = {}
        before = sums.get
        posts, starts, idf = self._posts, self._post_starts, self._idf
        for row, value in vector.words:
            low = bisect_left(posts, first, starts[row], starts[row + 1])
            high = bisect_left(posts, end, low, starts[row + 1])
            weight = value * idf[row]
            for phrasing in posts[low:high].tolist():
                sums[phrasing] = before(phrasing, 0.0) + weight
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
                self.abbreviations.get(code, {}),
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
    def abbreviations(self) -> dict[str, dict[str, list[str]]]:
        """By language, what is typed for what, folded."""
        abbreviations: dict[str, dict[str, list[str]]] = self.file.json("abbreviations")
        return abbreviations

    @cached_property
    def expressions(self) -> Expressions:
        """The expressions that steer a talk, folded."""
        return Expressions(self.file)
