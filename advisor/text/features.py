"""From folded words to the features that the index weighs; knows one language's stems and no topic.

Four blocks, as `docs/explanation/matching.md` compares them: word stems, neighbouring pairs, unordered pairs
within a window, and the characters of each word with its edges. The builder and the answer path call the same
functions, which is why their scores agree.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Protocol, TypeVar, cast

import Stemmer

BLOCKS = ("words", "neighbours", "pairs", "letters")
WINDOW = 3
"""How many words further an unordered pair may reach."""
WINDOW_OF_FEW = 12
"""The same, counted without the plain words, where there are few phrasings; see `advisor.learn.ordinary.plain_words`."""
LETTER_RUNS = (2, 4)
"""Runs of three say nothing that two and four don't say together, and cost a third of the time to learn."""
NEIGHBOUR, PAIR = " ", "+"
"""Stand between two stems that follow one another, and between two in any order; no folded word holds either."""
SUBJECT = "\u00a7"
"""Stands before a subject's id; no folded word begins with it."""
Said = TypeVar("Said")
_SNOWBALL = {"fr": "french", "en": "english"}


class _Stems(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802  (the library's name)


@lru_cache(maxsize=4)
def _stemmer(language: str) -> _Stems:
    return cast(_Stems, Stemmer.Stemmer(_SNOWBALL[language]))


@lru_cache(maxsize=4096)
def stem(word: str, language: str) -> str:
    """The Snowball stem of a folded word."""
    return _stemmer(language).stemWord(word)


def stems(words: list[str], language: str) -> list[str]:
    """The stems of folded words, in their order."""
    return [stem(word, language) for word in words]


def near_together(said: Sequence[Said], window: int = WINDOW) -> list[tuple[Said, Said]]:
    """Each two that stand at most so many places apart, in their order."""
    return [(one, two) for place, one in enumerate(said) for two in said[place + 1 : place + 1 + window]]


def neighbours(stemmed: list[str]) -> list[str]:
    """Each two stems that follow one another."""
    return [f"{one}{NEIGHBOUR}{two}" for one, two in pairwise(stemmed)]


def pairs(stemmed: list[str], window: int = WINDOW) -> list[str]:
    """Each two stems near together, in alphabetical order, since people turn their sentences round."""
    return [f"{one}{PAIR}{two}" if one <= two else f"{two}{PAIR}{one}" for one, two in near_together(stemmed, window)]


@lru_cache(maxsize=4096)
def letters_of(word: str) -> tuple[str, ...]:
    """The runs of two and of four characters of one word between its edges."""
    edged = f" {word} "
    return tuple(edged[i : i + size] for size in LETTER_RUNS for i in range(len(edged) - size + 1))


def letters(words: list[str]) -> list[str]:
    """The runs of characters of all words."""
    return [run for word in words for run in letters_of(word)]


def blocks(
    words: list[str], language: str, subject: str = "", plain: Collection[str] = ()
) -> tuple[list[str], list[str], list[str], list[str]]:
    """All features of a question, block by block in the order of `BLOCKS`; for the last, the words whose letters count.

    Of one that is asked behind a subject, a topic's id, that is a word of its own and makes one with each other word;
    they stand among the single words, where the rare ones are kept, and among the pairs. Of `plain` words neither the letters
    count nor what they make pairs with.
    """
    stemmed = stems(words, language)
    said = behind(stemmed, subject)
    if not plain:
        return stemmed + said, neighbours(stemmed), pairs(stemmed) + said, words
    rest = [word for word in words if word not in plain]
    return stemmed + said, neighbours(stemmed), pairs(stems(rest, language), WINDOW_OF_FEW) + said, rest


def behind(stemmed: Sequence[str], subject: str) -> list[str]:
    """What a subject adds: itself, and itself with each stem; nothing where there is none."""
    told = SUBJECT + subject
    return [told, *(f"{told}{PAIR}{one}" for one in stemmed)] if subject else []
