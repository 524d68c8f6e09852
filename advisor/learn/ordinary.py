"""Ordinary words of French and English with their frequency, from pyspellchecker's lists; read only when an index is built."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from advisor.text.fold import fold, words

MOST = {"fr": 45_000, "en": 30_000}
"""French has more forms a word. Further down the lists (film subtitles) misspellings begin."""


@lru_cache(maxsize=2)
def ordinary_words(language: str) -> Mapping[str, int]:
    """The most frequent words of a language, folded, with their counts."""
    from spellchecker import SpellChecker

    counts = Counter(SpellChecker(language=language).word_frequency.dictionary)
    found: Counter[str] = Counter()
    for word, count in counts.most_common(MOST[language]):
        folded = fold(word)
        for one in (folded,) if folded.isalpha() else words(folded):
            found[one] += count
    return found


PLAIN = 100
"""How many of the most frequent words are plain."""
FEW = 2000
"""Up to so many phrasings of a language, plain words' letters and pairs don't count: so few don't tell what they are worth."""


@lru_cache(maxsize=4)
def plain_words(language: str, phrasings: int) -> frozenset[str]:
    """The words that everybody writes whatever the subject, where there are few phrasings; none where there are many."""
    if phrasings > FEW:
        return frozenset()
    return frozenset(word for word, _ in Counter(ordinary_words(language)).most_common(PLAIN))
