"""How alike two questions are by the words they hold, whatever their order; knows no entry and no threshold.

The cosine of the stems' inverse document frequencies, each stem counted once, from 0 (no stem in common) to 1 (the same
stems). A word that the knowledge doesn't know counts as much as one that it holds a single time: it may be the one that
makes two questions differ.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

from advisor.index.reader import Index
from advisor.text.features import stems

Weights = Mapping[str, float]
"""Stem to weight, of length one; empty for a text without words."""


def weighed(index: Index, words: Sequence[str], language: str) -> Weights:
    """The stems of folded words with their weights."""
    part = index.language(language)
    unknown = 1 + log(1 + index.meta["phrasings"].get(language, 0))
    found = {one: part.rarity_of(one) for one in stems(list(words), language)}
    return of_length_one({one: weight if weight >= 0 else unknown for one, weight in found.items()})


def of_length_one(weights: Mapping[str, float]) -> Weights:
    """The weights, so that their squares add up to one."""
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {one: weight / length for one, weight in weights.items()} if length else {}


def likeness(one: Weights, other: Weights) -> float:
    """How alike two questions are."""
    if len(other) < len(one):
        one, other = other, one
    return min(1.0, sum(weight * other.get(stem, 0.0) for stem, weight in one.items()))


def rarest(weights: Weights, most: int) -> Iterable[str]:
    """The weightiest stems: questions that are alike share one of them."""
    return sorted(weights, key=lambda stem: (-weights[stem], stem))[:most]
