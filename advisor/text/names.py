"""Which words of a text are written like names; knows no name and no language."""

import re
import unicodedata

from advisor.text.fold import LONGEST_WORD, MOST_WORDS, fold

_WORD = re.compile(r"[^\W\d_]+")
_OPENING = frozenset('.?!:;\u2026\u00ab\u201c"()-\u2013\u2014\n')
"""Signs behind which a sentence may begin."""

MOST_NAMES = 0.8
"""The share of words within its sentences from which a text is a title, or all in capitals."""


def names_in(text: str) -> frozenset[str]:
    """The folded words that begin with a capital within a sentence; none where most words do, as in a title."""
    text = unicodedata.normalize("NFC", text[: MOST_WORDS * LONGEST_WORD])
    if text[1:] == text[1:].lower():
        return frozenset()  # as most texts are
    capital, within = set(), 0
    for found in _WORD.finditer(text):
        before = text[: found.start()].rstrip(" \u00a0\u202f")
        if before and before[-1] not in _OPENING:
            within += 1
            if found[0][0].isupper():
                capital.add(fold(found[0]))
    return frozenset(capital) if len(capital) <= max(1, MOST_NAMES * within) else frozenset()
