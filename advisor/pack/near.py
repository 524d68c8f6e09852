"""Finds questions that are nearly the same among many; knows neither owners nor findings.

Likeness is rapidfuzz's ratio of the folded words in alphabetical order: 0 nothing in common, 100 the same words.
Comparing all with all would take 200 million comparisons for 20,000 questions, so two are compared only where
they share one of the three rarest words of both, or are neighbours when all are sorted. Only questions whose lengths
allow the likeness are compared; among the more than 600 that share a word, each only with its next 60 in the
alphabet. A pair that no rule brings together goes unseen: this is advice, not proof.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

LIKE = 92
"""Likeness from which two questions are nearly the same."""
_RAREST = 3
_LARGEST_BLOCK = 600
_WINDOW = 60
_NEIGHBOURS = 4
_LENGTH_RATIO = LIKE / (200 - LIKE)
"""The shortest that a question can be beside a longer one of that likeness: 2 * short / (short + long) = LIKE / 100."""


def near_pairs(questions: Sequence[tuple[str, ...]]) -> dict[tuple[int, int], float]:
    """Pairs of positions, the smaller first, of questions (as folded words) of a likeness from 92 to 100, and it."""
    keys = [" ".join(sorted(words)) for words in questions]
    found: dict[tuple[int, int], float] = {}
    for block in _blocks(questions):
        block.sort(key=lambda position: (len(keys[position]), keys[position], position))
        _compare(block, keys, found, wide=len(block) <= _LARGEST_BLOCK)
    alphabet = sorted(range(len(keys)), key=lambda position: (keys[position], position))
    for at, position in enumerate(alphabet):
        for other in alphabet[at + 1 : at + 1 + _NEIGHBOURS]:
            likeness = fuzz.ratio(keys[position], keys[other], score_cutoff=LIKE)
            if likeness:
                found[min(position, other), max(position, other)] = likeness
    return dict(sorted(found.items()))


def are_near(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two questions are nearly the same."""
    return fuzz.ratio(" ".join(sorted(one)), " ".join(sorted(other)), score_cutoff=LIKE) > 0


def _blocks(questions: Sequence[tuple[str, ...]]) -> Iterator[list[int]]:
    """Positions of the questions that have a word among their three rarest."""
    frequency = Counter(word for words in questions for word in set(words))
    blocks: dict[str, list[int]] = defaultdict(list)
    for position, words in enumerate(questions):
        for word in sorted(set(words), key=lambda word: (frequency[word], word))[:_RAREST]:
            blocks[word].append(position)
    for block in blocks.values():
        if len(block) > 1:
            yield block


def _compare(block: Sequence[int], keys: Sequence[str], found: dict[tuple[int, int], float], *, wide: bool) -> None:
    texts = [keys[position] for position in block]
    if not wide:
        order = sorted(range(len(block)), key=lambda at: (texts[at], at))
        block, texts = [block[at] for at in order], [texts[at] for at in order]
    end = 0
    for at, position in enumerate(block):
        if wide:
            while end < len(texts) and len(texts[end]) * _LENGTH_RATIO <= len(texts[at]):
                end += 1
        else:
            end = min(at + 1 + _WINDOW, len(texts))
        if end == at + 1:
            continue
        for _, likeness, index in process.extract(
            texts[at], texts[at + 1 : end], scorer=fuzz.ratio, processor=None, score_cutoff=LIKE, limit=None
        ):
            other = block[at + 1 + index]
            found[min(position, other), max(position, other)] = likeness
