"""The words of a text as the search compares them, and where they stand; knows no database."""

import re
import unicodedata
from collections.abc import Sequence

from advisor.text.fold import fold

MOST_WORDS = 20
"""Words of what is looked for; the rest isn't."""
_WORD = re.compile(r"[^\W_]+")
_AROUND = 60
"""Characters that an excerpt shows on either side of the first word found."""


def words_of(text: str) -> str:
    """The folded words of a text, each behind a space, so that ` word` finds those that begin so."""
    return "".join(f" {word}" for word in _WORD.findall(fold(text)))


def looked_for(text: str) -> tuple[str, ...]:
    """The folded words of what a person types to find something, each once."""
    return tuple(dict.fromkeys(_WORD.findall(fold(text[:1_000]))))[:MOST_WORDS]


def excerpt(text: str, wanted: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Some words around the first that begins as one of the wanted does, on one line, and where such words stand in it."""
    line = unicodedata.normalize("NFC", " ".join(text.split()))
    found = [(each.start(), each.end()) for each in _WORD.finditer(line) if _begins(each.group(), wanted)]
    first = found[0][0] if found else 0
    begin = 0 if first <= _AROUND else line.find(" ", first - _AROUND, first) + 1 or first
    last = begin + 2 * _AROUND
    end = len(line) if len(line) <= last else max(line.rfind(" ", first + 1, last), 0) or last
    before, after = ("…" if begin else ""), ("…" if end < len(line) else "")
    moved = len(before) - begin
    places = tuple((start + moved, stop + moved) for start, stop in found if stop <= end)
    return f"{before}{line[begin:end]}{after}", places


def _begins(word: str, wanted: Sequence[str]) -> bool:
    return any(each.startswith(one) for each in _WORD.findall(fold(word)) for one in wanted)
