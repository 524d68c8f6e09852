"""What the index learns from: every phrasing of a library as a numbered example; knows no features and no file.

Columns are the entries in the library's order: topics, small talk, neighbourhoods, and one for everything else.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from advisor.index.reader import Entry
from advisor.learn.fit import Blocks
from advisor.learn.ordinary import ordinary_words
from advisor.library import Lexicon, Library, Sequel
from advisor.model import LANGUAGES, Phrasing
from advisor.text.features import blocks
from advisor.text.fold import fold, words
from advisor.text.spelling import Fits, Speller, near_in

SURE_SPELLING = 4
"""From so many phrasings on, a word that no list of ordinary words has is a word of the trade, not a misspelling."""
BACKGROUND = "background"
SEQUELS = "sequels"
"""Stands for the hand of what is said behind a subject: never held out as a question that stands alone."""


@dataclass(frozen=True)
class Example:
    """One phrasing with the number of the entry that it belongs to."""

    phrasing: Phrasing
    entry: int
    words: tuple[str, ...]
    """Its words as the speller of its language spells them."""
    subject: str = ""
    """The topic that a sequel is said behind; nothing for a question that stands alone."""

    @cached_property
    def blocks(self) -> Blocks:
        """Its features, block by block."""
        return blocks(list(self.words), self.phrasing.language, self.subject)


def entries_of(library: Library) -> tuple[Entry, ...]:
    """All entries in the order of their columns."""
    return (
        *(Entry(id, "topic") for id in library.topics),
        *(Entry(id, "small_talk") for id in library.small_talk),
        *(Entry(id, "neighbourhood") for id in library.neighbourhoods),
        Entry(BACKGROUND, "background"),
    )


def examples_of(library: Library, language: str) -> list[Example]:
    """All phrasings of a language in the order of the columns, then its sequels; those without a word are left out."""
    typed = [
        (phrasing, entry, words(phrasing.text))
        for entry, phrasing in _phrasings(library)
        if phrasing.language == language
    ]
    speller = speller_of(library.lexicon, language, [said for *_, said in typed])
    alone = [Example(phrasing, entry, speller.spell(said).words) for phrasing, entry, said in typed if said]
    return alone + list(_sequels(library, language, speller))


def _sequels(library: Library, language: str, speller: Speller) -> Iterator[Example]:
    """What is said behind a subject; who is after a part of its answer stays with it."""
    numbers = {entry.id: number for number, entry in enumerate(entries_of(library))}
    behind = (one for one in library.parts_asked if not one.first)
    staying = (Sequel(one.topic, one.topic, one.text, one.language) for one in behind)
    for sequel in (*library.sequels, *staying):
        said = words(sequel.text)
        if said and sequel.language == language and sequel.topic in numbers:
            phrasing = Phrasing(sequel.text, sequel.language, SEQUELS)
            yield Example(phrasing, numbers[sequel.topic], speller.spell(said).words, sequel.subject)


def speller_of(lexicon: Lexicon, language: str, typed: Iterable[Sequence[str]]) -> Speller:
    """The speller of one language that phrasings pass through: they hold misspelt words too."""
    counts = Counter(word for said in typed for word in said)
    trusted = {word: count for word, count in counts.items() if is_trusted(word, count, language)}

    def knows(word: str) -> bool:
        return word in trusted or any(word in ordinary_words(code) for code in LANGUAGES)

    return _Remembering(abbreviations_of(lexicon, language), knows, near_in(trusted))


class _Remembering(Speller):
    """A speller that is asked for the same words again and again."""

    @lru_cache(maxsize=100_000)  # noqa: B019  (it lives as long as one build)
    def likeliest(self, word: str, fits: Fits | None = None) -> tuple[float, str] | None:
        return super().likeliest(word, fits)


def is_trusted(word: str, count: int, language: str) -> bool:
    """Whether a word of the phrasings is surely spelt as it should be."""
    return count >= SURE_SPELLING or word in ordinary_words(language)


def abbreviations_of(lexicon: Lexicon, language: str) -> dict[str, list[str]]:
    """What is typed for what, folded."""
    forms = lexicon.abbreviations.get(language, {})
    return {fold(typed): words(meant) for typed, meant in sorted(forms.items()) if words(meant)}


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
