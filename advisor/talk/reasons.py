"""Which words of a question are named as what decided for an answer; knows no reply and no screen."""

from collections.abc import Callable

from advisor.index.reader import COMMONPLACE
from advisor.match.matcher import Matched, Matcher
from advisor.text.features import stem

MOST_REASONS = 5
"""How many words are named."""


def words_that_decided(
    matcher: Matcher, matched: Matched, entry: int, is_glue: Callable[[str], bool]
) -> tuple[str, ...]:
    """The typed words that decided, weightiest first; those that everybody writes only where no other did."""
    reading = matched.reading
    part = matcher.index.language(reading.language)
    commonplace = {
        reading.typed[origin]
        for word, origin in zip(reading.words, reading.origins, strict=True)
        if 0 <= part.rarity_of(stem(word, reading.language)) <= COMMONPLACE
    }
    decided = (
        matcher.because(matched, entry, lambda word: not is_glue(word) and word not in commonplace)
        or matcher.because(matched, entry, lambda word: not is_glue(word))
        or matcher.because(matched, entry, lambda _word: True)
    )
    return decided[:MOST_REASONS]
