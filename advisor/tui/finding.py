"""Finds texts by what was typed, accents and case aside; forgives a slip of the hand where nothing fits as typed."""

from collections.abc import Sequence

from advisor.commands import plain

FEWEST_LETTERS = 4
"""Letters of a word from which one may be wrong: of fewer, too many words are one letter away."""
TWO_SLIPS = 8
"""Letters from which two may be wrong."""


def matching(typed: str, texts: Sequence[str]) -> list[int]:
    """The places of the texts in which every word typed begins a word; else of those in which it nearly does."""
    sought = plain(_apart(typed)).split()
    words = [plain(_apart(text)).split() for text in texts]
    exact = [place for place, held in enumerate(words) if all(_begins(part, held) for part in sought)]
    if exact or not sought:
        return exact
    known = {part: any(_begins(part, held) for held in words) for part in sought}
    return [
        place
        for place, held in enumerate(words)
        if all(_begins(part, held) if known[part] else _nearly_begins(part, held) for part in sought)
    ]


def _apart(text: str) -> str:
    return text.replace("'", " ").replace("’", " ")


def _begins(part: str, words: Sequence[str]) -> bool:
    return any(word.startswith(part) for word in words)


def _nearly_begins(part: str, words: Sequence[str]) -> bool:
    """Whether a word begins with the part but for a letter too many, too few, wrong or swapped; two of a long part."""
    if len(part) < FEWEST_LETTERS:
        return False
    from rapidfuzz.distance import OSA  # most searches find as typed, and never need it

    slips = 2 if len(part) >= TWO_SLIPS else 1
    return any(
        OSA.distance(part, word[:length], score_cutoff=slips) <= slips
        for word in words
        for length in range(len(part) - slips, len(part) + slips + 1)
        if len(word) >= length
    )
