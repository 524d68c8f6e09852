"""What the index learns from: every phrasing of a library as a numbered example; knows no features and no file.

Columns are the entries in the library's order: topics, small talk, neighbourhoods, and one for everything else.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from advisor.index.reader import Entry
from advisor.model import LANGUAGES, Library, Phrasing
from advisor.text.features import blocks
from advisor.text.fold import words

BACKGROUND = "background"


@dataclass(frozen=True)
class Example:
    """One phrasing with the number of the entry that it belongs to."""

    phrasing: Phrasing
    entry: int

    @cached_property
    def words(self) -> list[str]:
        """Its folded words."""
        return words(self.phrasing.text)

    @cached_property
    def blocks(self) -> tuple[list[str], list[str], list[str], list[str]]:
        """Its features, block by block."""
        return blocks(self.words, self.phrasing.language)


def entries_of(library: Library) -> tuple[Entry, ...]:
    """All entries in the order of their columns."""
    return (
        *(Entry(id, "topic") for id in library.topics),
        *(Entry(id, "small_talk") for id in library.small_talk),
        *(Entry(id, "neighbourhood") for id in library.neighbourhoods),
        Entry(BACKGROUND, "background"),
    )


def examples_of(library: Library) -> list[Example]:
    """All phrasings in the order of the columns; phrasings without a word are left out."""
    found = [Example(phrasing, entry) for entry, phrasing in _phrasings(library)]
    return [example for example in found if example.words and example.phrasing.language in LANGUAGES]


def _phrasings(library: Library) -> Iterator[tuple[int, Phrasing]]:
    held: list[Iterable[Phrasing]] = [
        *(topic.phrasings for topic in library.topics.values()),
        *(talk.phrasings for talk in library.small_talk.values()),
        *(neighbourhood.phrasings for neighbourhood in library.neighbourhoods.values()),
        library.background,
    ]
    for entry, phrasings in enumerate(held):
        for phrasing in phrasings:
            yield entry, phrasing
