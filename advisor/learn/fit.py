"""Fits one language's TF-IDF features and linear classifier with scikit-learn; knows phrasings, not the index file.

Each block of features is a TF-IDF of its own (sublinear term frequency, smoothed idf, rows of length one), weighted
by the square root of its share, so that the shares add up to the square of a question's length. Beside its rarity, what
counts of a feature is how few entries it is spread over.
"""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.preprocessing import normalize

from advisor.index.rows import PREFIXES
from advisor.learn.machines import MANY, machines
from advisor.text.features import BLOCKS, letters, letters_of

SHARES = {"words": 0.3, "neighbours": 0.15, "pairs": 0.15, "letters": 0.4}
"""Each block's share; `benchmarks/` compares others by cross-validation."""
RAREST = {"words": 1, "neighbours": 2, "pairs": 2, "letters": 2}
"""In how many phrasings a feature must occur to be kept: pairs seen once gain a fifth of a point and double the index."""

RARER = 5
"""The same, but for words, where there are more than `MANY` phrasings: it costs half a point there, halves the index, and saves
a third of the time."""

COMMONEST = 0.05
"""The share of phrasings that may hold a run of letters where there are more than `MANY`. Asked what hands wrote that it never
read, the built-in knowledge is right as often without the commoner runs, half of all, and fitted in half the time; smaller
public sets, whose questions are all of one crowd, lose a third of a point to a whole one."""
NEVER = -2.0
"""The decision value of an entry that has no phrasing in a language; below what a fitted one gives."""

Blocks = tuple[list[str], list[str], list[str], list[str]]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fitted language: `weights` has one row a feature and one column an entry."""

    features: list[str]
    idf: npt.NDArray[np.float32]
    values: npt.NDArray[np.float32]
    """What one of each feature counts before its block is scaled to length one; times the root of the block's share is done
    when a block is weighed, not here."""
    weights: npt.NDArray[np.float32]
    intercepts: npt.NDArray[np.float32]
    vectorizers: dict[str, TfidfVectorizer]
    rows: sparse.csr_matrix
    """One row a phrasing that was fitted on, one column a feature."""

    def decision(self, questions: Sequence[Blocks]) -> npt.NDArray[np.float64]:
        """The scores as scikit-learn gives them, one row a question, one column an entry; what tests compare with."""
        parts = []
        place = 0
        for block, vectorizer in self.vectorizers.items():
            texts = [q[BLOCKS.index(block)] for q in questions]
            counted = vectorizer.transform([letters(one) for one in texts] if block == "letters" else texts)
            values = self.values[place : place + counted.shape[1]]
            parts.append(weighed(counted, values, SHARES[block]))
            place += counted.shape[1]
        vectors = sparse.hstack(parts).tocsr()
        return np.asarray(vectors @ self.weights + self.intercepts, dtype=np.float64)


def _as_it_is(features: list[str]) -> list[str]:
    return features


@dataclass(frozen=True, slots=True)
class Vectorized:
    """One language's phrasings as weighted features."""

    features: list[str]
    idf: npt.NDArray[np.float32]
    values: npt.NDArray[np.float32]
    vectorizers: dict[str, TfidfVectorizer]
    rows: sparse.csr_matrix | None
    """One row a phrasing; None where no phrasing has a feature."""


def vectorize(questions: Sequence[Blocks], entries: Sequence[int]) -> Vectorized:
    """The features of one language, from the blocks of each phrasing and the number of the entry that it belongs to."""
    vectorizers: dict[str, TfidfVectorizer] = {}
    parts: list[sparse.csr_matrix] = []
    features: list[str] = []
    idf: list[npt.NDArray[np.float32]] = []
    values: list[npt.NDArray[np.float32]] = []
    for place, block in enumerate(BLOCKS):
        texts = [question[place] for question in questions]
        fitted = _counted(texts, block, many=len(questions) > MANY)
        if fitted is None:
            continue
        vectorizer, counted = fitted
        vectorizers[block] = vectorizer
        features += [PREFIXES[block] + name for name in vectorizer.get_feature_names_out()]
        rarity, value = values_of(counted, entries)
        idf.append(rarity)
        values.append(value)
        parts.append(weighed(counted, values[-1], SHARES[block]))
    rows = sparse.hstack(parts).tocsr() if parts else None
    return Vectorized(features, _joined(idf), _joined(values), vectorizers, rows)


def values_of(
    counted: sparse.csr_matrix, entries: Sequence[int]
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """The inverse document frequency of each feature, and what one of it counts: sqrt(idf) * concentration**(1/4).

    `counted` has one row a phrasing. Both powers, the classifier's costs and the shares are of one comparison by
    cross-validation; see `docs/explanation/matching.md`.
    """
    held = (counted > 0).astype(np.float64)
    holders = np.asarray(held.sum(axis=0)).ravel()
    idf = np.log((1 + held.shape[0]) / (1 + holders)) + 1
    return idf.astype(np.float32), (np.sqrt(idf) * _concentration(held, entries) ** 0.25).astype(np.float32)


def weighed(counted: sparse.csr_matrix, values: npt.NDArray[np.float32], share: float) -> sparse.csr_matrix:
    """The rows of a block: 1 + ln of each count times the feature's value, scaled to the root of the block's share."""
    return normalize(counted.multiply(values).tocsr()) * np.sqrt(share)


def _concentration(held: sparse.csr_matrix, entries: Sequence[int]) -> npt.NDArray[np.float64]:
    """How few entries each feature is spread over: nearly 0 for one that all hold alike, 1.05 for one that a single one holds.

    `held` has one row a phrasing and a one for each feature in it. One less the entropy of the feature's shares in the
    entries' phrasings, over that of equal shares; a feature of few phrasings is moved towards equal shares, since where it
    stands says little.
    """
    present, columns = np.unique(np.asarray(entries), return_inverse=True)
    sizes = np.bincount(columns)
    if len(present) < 2:
        return np.ones(held.shape[1])
    belongs = sparse.csr_matrix((np.ones(len(columns)), (columns, np.arange(len(columns)))))
    shares = (belongs @ held).toarray() / sizes[:, None]
    shares /= shares.sum(axis=0)
    holders = np.asarray(held.sum(axis=0)).ravel()
    trust = holders / (holders + 0.5)
    shares = shares * trust + (1 - trust) / len(present)
    entropy = -(shares * np.log(shares + 1e-12)).sum(axis=0) / np.log(len(present))
    return np.asarray(1.05 - entropy)


def classify(vectorized: Vectorized, entries: Sequence[int], columns: int) -> Fitted:
    """Fit the classifier: `entries` are the numbers of the entries that the phrasings belong to."""
    features, vectorizers = vectorized.features, vectorized.vectorizers
    idf, values = vectorized.idf, vectorized.values
    weights = np.zeros((len(features), columns), dtype=np.float32)
    intercepts = np.full(columns, NEVER, dtype=np.float32)
    present = sorted(set(entries))
    rows = sparse.csr_matrix((len(entries), 0)) if vectorized.rows is None else vectorized.rows
    if vectorized.rows is None or len(present) < 2:
        for entry in present:
            intercepts[entry] = 0.0
        return Fitted(features, idf, values, weights, intercepts, vectorizers, rows)
    coefficients, biases = machines(vectorized.rows, entries)
    weights[:, present] = coefficients.T.astype(np.float32)
    intercepts[present] = biases.astype(np.float32)
    return Fitted(features, idf, values, weights, intercepts, vectorizers, rows)


def fit(questions: Sequence[Blocks], entries: Sequence[int], columns: int) -> Fitted:
    """Fit one language: the blocks of each phrasing and the number of the entry that it belongs to."""
    return classify(vectorize(questions, entries), entries, columns)


def _joined(parts: list[npt.NDArray[np.float32]]) -> npt.NDArray[np.float32]:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.float32)


def _counted(texts: list[list[str]], block: str, *, many: bool) -> tuple[TfidfVectorizer, sparse.csr_matrix] | None:
    """The features of one block and, for each text, 1 + ln of how often it has each; None where no text has one."""
    rarest = RARER if many and RAREST[block] > 1 else RAREST[block]
    for least in (rarest, 1):  # a pack of a few questions may hold no pair twice
        with contextlib.suppress(ValueError):
            return _of_letters(texts, least, many=many) if block == "letters" else _of_texts(texts, least)
    return None


def _vectorizer(**kept: Any) -> TfidfVectorizer:
    return TfidfVectorizer(analyzer=_as_it_is, sublinear_tf=True, use_idf=False, norm=None, dtype=np.float32, **kept)


def _of_texts(texts: list[list[str]], least: int) -> tuple[TfidfVectorizer, sparse.csr_matrix]:
    vectorizer = _vectorizer(min_df=least)
    return vectorizer, vectorizer.fit_transform(texts)


def _of_letters(said: list[list[str]], least: int, *, many: bool) -> tuple[TfidfVectorizer, sparse.csr_matrix]:
    """The runs of letters of words: counted once a word, and multiplied by how often each text holds each word."""
    word_counter = CountVectorizer(analyzer=_as_it_is, dtype=np.float32)
    held = word_counter.fit_transform(said)
    run_counter = CountVectorizer(analyzer=letters_of, dtype=np.float32)
    runs = (held @ run_counter.fit_transform(word_counter.get_feature_names_out())).tocsr()
    holders = np.bincount(runs.indices, minlength=runs.shape[1])
    kept = np.flatnonzero((holders >= least) & (holders <= (COMMONEST if many else 1.0) * len(said)))
    if not len(kept):
        raise ValueError("no run of letters is left")
    runs = runs[:, kept]
    runs.sort_indices()
    runs.data = np.log(runs.data) + 1
    vectorizer = _vectorizer(vocabulary=run_counter.get_feature_names_out()[kept].tolist())
    return vectorizer.fit([[]]), runs
