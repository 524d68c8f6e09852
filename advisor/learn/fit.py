"""Fits one language's TF-IDF features and linear classifier with scikit-learn; knows phrasings, not the index file.

Each block of features is a TF-IDF of its own (sublinear term frequency, smoothed idf, rows of length one), weighted
by the square root of its share, so that the shares add up to the square of a question's length. The classifier is a
linear support vector machine with squared hinge loss, one against the rest (Fan et al. 2008, LIBLINEAR).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

from advisor.index.reader import PREFIXES
from advisor.text.features import BLOCKS

SHARES = {"words": 0.2, "neighbours": 0.2, "pairs": 0.2, "letters": 0.4}
"""Each block's share; `benchmarks/` compares others by cross-validation."""
RAREST = {"words": 1, "neighbours": 2, "pairs": 2, "letters": 2}
"""In how many phrasings a feature must occur to be kept: pairs seen once gain a fifth of a point and double the index."""

COST = 1.0
"""What a phrasing on the wrong side costs; `docs/explanation/matching.md` compares others."""
TOLERANCE = 1.0
"""When the fit stops; a tenth of it takes twice as long and changes a question in two thousand."""
SEED = 20
NEVER = -2.0
"""The decision value of an entry that has no phrasing in a language; below what a fitted one gives."""

_ONE_AT_A_TIME = Lock()
"""LIBLINEAR draws its random numbers from one place for the whole process: two fits at once would mix them."""

Blocks = tuple[list[str], list[str], list[str], list[str]]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fitted language: `weights` has one row a feature and one column an entry."""

    features: list[str]
    idf: npt.NDArray[np.float32]
    """Times the square root of the block's share is done when a block is weighed, not here."""
    weights: npt.NDArray[np.float32]
    intercepts: npt.NDArray[np.float32]
    vectorizers: dict[str, TfidfVectorizer]
    classifier: LinearSVC | None

    def decision(self, questions: Sequence[Blocks]) -> npt.NDArray[np.float64]:
        """The scores as scikit-learn gives them, one row a question, one column an entry; what tests compare with."""
        vectors = sparse.hstack(
            [
                vectorizer.transform([q[BLOCKS.index(block)] for q in questions]) * np.sqrt(SHARES[block])
                for block, vectorizer in self.vectorizers.items()
            ]
        ).tocsr()
        return np.asarray(vectors @ self.weights + self.intercepts, dtype=np.float64)


def _as_it_is(features: list[str]) -> list[str]:
    return features


@dataclass(frozen=True, slots=True)
class Vectorized:
    """One language's phrasings as weighted features."""

    features: list[str]
    idf: npt.NDArray[np.float32]
    vectorizers: dict[str, TfidfVectorizer]
    rows: sparse.csr_matrix | None
    """One row a phrasing; None where no phrasing has a feature."""


def vectorize(questions: Sequence[Blocks]) -> Vectorized:
    """The features of one language, from the blocks of each phrasing."""
    vectorizers: dict[str, TfidfVectorizer] = {}
    parts: list[sparse.csr_matrix] = []
    features: list[str] = []
    idf: list[npt.NDArray[np.float32]] = []
    for place, block in enumerate(BLOCKS):
        texts = [question[place] for question in questions]
        fitted = _vectorized(texts, RAREST[block])
        if fitted is None:
            continue
        vectorizer, vectors = fitted
        vectorizers[block] = vectorizer
        parts.append(vectors * np.sqrt(SHARES[block]))
        features += [PREFIXES[block] + name for name in vectorizer.get_feature_names_out()]
        idf.append(vectorizer.idf_.astype(np.float32))
    return Vectorized(features, _joined(idf), vectorizers, sparse.hstack(parts).tocsr() if parts else None)


def classify(vectorized: Vectorized, entries: Sequence[int], columns: int) -> Fitted:
    """Fit the classifier: `entries` are the numbers of the entries that the phrasings belong to."""
    features, idf, vectorizers = vectorized.features, vectorized.idf, vectorized.vectorizers
    weights = np.zeros((len(features), columns), dtype=np.float32)
    intercepts = np.full(columns, NEVER, dtype=np.float32)
    present = sorted(set(entries))
    if vectorized.rows is None or len(present) < 2:
        for entry in present:
            intercepts[entry] = 0.0
        return Fitted(features, idf, weights, intercepts, vectorizers, None)
    classifier = LinearSVC(C=COST, tol=TOLERANCE, random_state=SEED)
    with _ONE_AT_A_TIME:
        classifier.fit(vectorized.rows, np.asarray(entries))
    coefficients, biases = classifier.coef_, classifier.intercept_
    if len(present) == 2:  # two classes are fitted as one: positive means the second
        coefficients, biases = np.vstack([-coefficients, coefficients]), np.concatenate([-biases, biases])
    weights[:, present] = coefficients.T.astype(np.float32)
    intercepts[present] = biases.astype(np.float32)
    return Fitted(features, idf, weights, intercepts, vectorizers, classifier)


def fit(questions: Sequence[Blocks], entries: Sequence[int], columns: int) -> Fitted:
    """Fit one language: the blocks of each phrasing and the number of the entry that it belongs to."""
    return classify(vectorize(questions), entries, columns)


def _joined(parts: list[npt.NDArray[np.float32]]) -> npt.NDArray[np.float32]:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.float32)


def _vectorized(texts: list[list[str]], rarest: int) -> tuple[TfidfVectorizer, sparse.csr_matrix] | None:
    """The TF-IDF of one block and the rows of its texts; None where no text has a feature."""
    for least in (rarest, 1):  # a pack of a few questions may hold no pair twice
        vectorizer = TfidfVectorizer(analyzer=_as_it_is, sublinear_tf=True, min_df=least, dtype=np.float32)
        try:
            return vectorizer, vectorizer.fit_transform(texts)
        except ValueError:
            continue
    return None
