"""Compares ways to match, beside the one that is kept: features, spelling, classifiers, blends, weights of phrasings.

By cross-validation: what a third of the hands wrote is asked of what the others did, so that no writer meets themself.
Then on a file of labelled questions, asked of all phrasings. Only ranking is compared; refusal has its own tables.

    python benchmarks/ways.py [FILE] [--only NAME ...]

Lemmas and phonetic keys come from the packages of the extra `bench`; a way whose package is missing is left out.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from report import ROOT, report
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression, RidgeClassifier
from sklearn.naive_bayes import ComplementNB
from sklearn.neighbors import NearestCentroid
from sklearn.svm import LinearSVC

from advisor.advice.where import built_in
from advisor.learn.examples import SEQUELS, Example, entries_of, examples_of, speller_of
from advisor.learn.fit import COMMONEST, RARER, RAREST, SHARES, values_of, weighed
from advisor.learn.machines import COST, LOOSE, SEED, costs_of
from advisor.library import Library
from advisor.model import LANGUAGES
from advisor.pack.load import load_library
from advisor.text.features import BLOCKS, blocks, letters, letters_of, neighbours, pairs
from advisor.text.fold import words

FOLDS = 3
ASKED = 2_500
"""Held-out phrasings asked a fold and language."""
OF_MANY = {block: RARER if least > 1 else least for block, least in RAREST.items()}
"""In how many phrasings a feature must occur to be kept, where there are as many as in the built-in knowledge."""
EVEN = {"words": 0.2, "neighbours": 0.2, "pairs": 0.2, "letters": 0.4}
"""The shares of the matrix that is compared with the kept one in all its parts."""
NEIGHBOURS = 10
"""Phrasings that vote."""

Matrix = Any
Features = Mapping[str, list[str]]
"""Block to the features of one question."""


@dataclass(frozen=True, slots=True)
class Said:
    """A phrasing or a question: as typed, as spelt, and what it is about."""

    typed: tuple[str, ...]
    spelt: tuple[str, ...]
    entries: frozenset[int]
    hand: str = ""
    is_template: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """One way to match: `features` of a question, their shares, and `rank`, which scores entries for questions."""

    name: str
    features: Callable[[Said, str], Features]
    shares: Mapping[str, float]
    rank: Callable[[Matrix, np.ndarray, np.ndarray, Matrix, int], np.ndarray]
    weight: Callable[[Said], float] = lambda said: 1.0
    rarest: Mapping[str, int] | None = None
    commonest: float = COMMONEST
    """The share of phrasings that may hold a run of letters."""
    by_rarity: bool = False
    """Whether a feature counts by its rarity alone, however many entries it is spread over."""


def kept(said: Said, language: str) -> Features:
    """The features as the advisor makes them."""
    return _features(said.spelt, language)


def unmended(said: Said, language: str) -> Features:
    """The same of the words as typed."""
    return _features(said.typed, language)


def _features(said: Sequence[str], language: str) -> Features:
    *found, of_letters = blocks(list(said), language)
    return dict(zip(BLOCKS, (*found, letters(of_letters)), strict=True))


def both(said: Said, language: str) -> Features:
    """The letters as typed beside those of the mended words."""
    runs = [run for word in said.typed for run in letters_of(word)]
    return {**kept(said, language), "typed": runs}


def of_words(said: Said, form: Callable[[str], str]) -> Features:
    """The features with another form of each word than its stem."""
    formed = [form(word) for word in said.spelt]
    runs = [run for word in said.spelt for run in letters_of(word)]
    return {"words": formed, "neighbours": neighbours(formed), "pairs": pairs(formed), "letters": runs}


def unstemmed(said: Said, language: str) -> Features:
    """Words as they are."""
    return of_words(said, str)


@cache
def _lemma(word: str, language: str) -> str:
    import simplemma

    return str(simplemma.lemmatize(word, lang=language))


def lemmas(said: Said, language: str) -> Features:
    """Lemmas for stems."""
    return of_words(said, lambda word: _lemma(word, language))


@cache
def _sound(word: str, language: str) -> str:
    if language == "fr":
        from abydos.phonetic import FONEM

        return str(FONEM().encode(word))
    import jellyfish

    return jellyfish.metaphone(word)


def sounds(said: Said, language: str) -> Features:
    """A block more: what each word sounds like."""
    return {**kept(said, language), "sounds": [_sound(word, language) for word in said.spelt if word.isalpha()]}


def runs_of(*sizes: int) -> Callable[[Said, str], Features]:
    """Runs of so many letters each, and no others."""

    def features(said: Said, language: str) -> Features:
        edged = [f" {word} " for word in said.spelt]
        runs = [word[at : at + size] for word in edged for size in sizes for at in range(len(word) - size + 1)]
        return {**kept(said, language), "letters": runs}

    return features


def without(*left_out: str) -> Mapping[str, float]:
    """The shares without some blocks."""
    return {block: share for block, share in SHARES.items() if block not in left_out}


def machine(
    rows: Matrix,
    owners: np.ndarray,
    weights: np.ndarray,
    asked: Matrix,
    columns: int,
    cost: float = COST,
    tolerance: float = LOOSE,
    balanced: bool = True,
) -> Any:
    """A linear support vector machine."""
    costs = costs_of(owners.tolist()) if balanced else None
    fitted = LinearSVC(C=cost, tol=tolerance, random_state=SEED, class_weight=costs).fit(rows, owners, weights)
    return _spread(fitted.decision_function(asked), fitted.classes_, columns)


def logistic(rows: Matrix, owners: np.ndarray, weights: np.ndarray, asked: Matrix, columns: int) -> Any:
    """Logistic regression, all entries at once."""
    fitted = LogisticRegression(C=10.0, max_iter=60, tol=1e-3).fit(rows, owners, weights)
    return _spread(fitted.decision_function(asked), fitted.classes_, columns)


def ridge(rows: Matrix, owners: np.ndarray, weights: np.ndarray, asked: Matrix, columns: int) -> Any:
    """Ridge regression."""
    fitted = RidgeClassifier(alpha=1.0, solver="sparse_cg", tol=1e-2).fit(rows, owners, weights)
    return _spread(fitted.decision_function(asked), fitted.classes_, columns)


def bayes(rows: Matrix, owners: np.ndarray, weights: np.ndarray, asked: Matrix, columns: int) -> Any:
    """Complement naive Bayes."""
    fitted = ComplementNB(alpha=0.1).fit(rows, owners, weights)
    return _spread(fitted.predict_joint_log_proba(asked), fitted.classes_, columns)


def centroid(rows: Matrix, owners: np.ndarray, weights: np.ndarray, asked: Matrix, columns: int) -> Any:
    """The mean of each entry's phrasings, by cosine."""
    fitted = NearestCentroid().fit(rows, owners)
    means = fitted.centroids_ / np.linalg.norm(fitted.centroids_, axis=1, keepdims=True)
    return _spread(asked @ means.T, fitted.classes_, columns)


def vote(rows: Matrix, owners: np.ndarray, weights: np.ndarray, asked: Matrix, columns: int) -> Any:
    """The nearest phrasings, each with its cosine."""
    scores = np.zeros((asked.shape[0], columns))
    for begin in range(0, asked.shape[0], 500):
        likeness = (asked[begin : begin + 500] @ rows.T).toarray()
        nearest = np.argpartition(-likeness, NEIGHBOURS, axis=1)[:, :NEIGHBOURS]
        for place, found in enumerate(nearest):
            np.add.at(scores[begin + place], owners[found], likeness[place, found])
    return scores


def blend(*ways: tuple[float, Any]) -> Any:
    """Several ways' scores, each brought to mean 0 and deviation 1 a question, weighted."""

    def rank(rows: Matrix, owners: np.ndarray, weights: np.ndarray, asked: Matrix, columns: int) -> Any:
        total = 0.0
        for share, way in ways:
            scores = way(rows, owners, weights, asked, columns)
            total = total + share * (scores - scores.mean(axis=1, keepdims=True)) / scores.std(axis=1, keepdims=True)
        return total

    return rank


def stack(rows: Matrix, owners: np.ndarray, weights: np.ndarray, asked: Matrix, columns: int) -> Any:
    """A logistic curve over the scores of three ways, fitted on a quarter of the phrasings that they did not learn from."""
    draw = np.random.default_rng(SEED).random(len(owners)) < 0.25
    ways = (machine, vote, centroid)
    inner = [_standard(way(rows[~draw], owners[~draw], weights[~draw], rows[draw], columns)) for way in ways]
    right = np.arange(columns)[None, :] == owners[draw][:, None]
    curve = LogisticRegression().fit(np.stack([one.ravel() for one in inner], axis=1), right.ravel())
    outer = [_standard(way(rows, owners, weights, asked, columns)) for way in ways]
    return sum(weight * one for weight, one in zip(curve.coef_[0], outer, strict=True))


def _standard(scores: np.ndarray) -> np.ndarray:
    return (scores - scores.mean(axis=1, keepdims=True)) / scores.std(axis=1, keepdims=True)


def _spread(scores: np.ndarray, classes: np.ndarray, columns: int) -> np.ndarray:
    spread = np.full((scores.shape[0], columns), scores.min() - 1.0)
    spread[:, classes] = scores
    return spread


WAYS = (
    Way("kept", kept, SHARES, machine),
    Way("the same, fitted to twice the tolerance", kept, SHARES, lambda *given: machine(*given, tolerance=1.0)),
    Way("the same, fitted to a fifth of the tolerance", kept, SHARES, lambda *given: machine(*given, tolerance=0.1)),
    Way("common runs of letters, too", kept, SHARES, machine, commonest=1.0),
    Way("runs of letters in 8 % at most", kept, SHARES, machine, commonest=0.08),
    Way("runs of letters in 2 % at most", kept, SHARES, machine, commonest=0.02),
    Way("whatever occurs twice", kept, SHARES, machine, rarest=RAREST),
    Way("even shares", kept, EVEN, machine),
    Way("all phrasings at one cost", kept, SHARES, lambda *given: machine(*given, balanced=False)),
    Way("features by their rarity", kept, SHARES, machine, by_rarity=True),
    Way(
        "none of these four",
        kept,
        EVEN,
        lambda *given: machine(*given, tolerance=1.0, balanced=False),
        by_rarity=True,
    ),
    Way("words unstemmed", unstemmed, SHARES, machine),
    Way("lemmas (simplemma)", lemmas, SHARES, machine),
    Way("words alone", kept, without("neighbours", "pairs", "letters"), machine),
    Way("words, neighbours", kept, without("pairs", "letters"), machine),
    Way("without letters", kept, without("letters"), machine),
    Way("letters alone", kept, without("words", "neighbours", "pairs"), machine),
    Way("letters 2, 3 and 4", runs_of(2, 3, 4), SHARES, machine),
    Way("letters 3 and 4", runs_of(3, 4), SHARES, machine),
    Way("letters 2 to 5", runs_of(2, 3, 4, 5), SHARES, machine),
    Way("phonetic keys beside (FONEM, Metaphone)", sounds, {**SHARES, "sounds": 0.2}, machine),
    Way("nothing mended", unmended, SHARES, machine),
    Way("letters as typed beside the mended", both, {**SHARES, "letters": 0.2, "typed": 0.2}, machine),
    Way("every feature kept", kept, SHARES, machine, rarest=dict.fromkeys(BLOCKS, 1)),
    Way("templates at half weight", kept, SHARES, machine, lambda said: 0.5 if said.is_template else 1.0),
    Way("templates left out", kept, SHARES, machine, lambda said: 1e-9 if said.is_template else 1.0),
    Way("cost 0.5", kept, SHARES, lambda *given: machine(*given, cost=0.5)),
    Way("cost 2", kept, SHARES, lambda *given: machine(*given, cost=2.0)),
    Way("logistic regression", kept, SHARES, logistic),
    Way("ridge", kept, SHARES, ridge),
    Way("complement naive Bayes", kept, SHARES, bayes),
    Way("nearest centroid", kept, SHARES, centroid),
    Way("vote of the ten nearest", kept, SHARES, vote),
    Way("blend: machine and vote", kept, SHARES, blend((0.8, machine), (0.2, vote))),
    Way("blend: machine and centroid", kept, SHARES, blend((0.8, machine), (0.2, centroid))),
    Way("stack: machine, vote, centroid", kept, SHARES, stack),
)


def matrices(way: Way, language: str, taught: Sequence[Said], asked: Sequence[Said]) -> tuple[Matrix, Matrix]:
    """Weighted features of what is taught, and of what is asked."""
    learnt = [way.features(one, language) for one in taught]
    questions = [way.features(one, language) for one in asked]
    owners = [min(one.entries) for one in taught]
    rows, columns = [], []
    whole = sum(way.shares.values())  # the classifier's tolerance is made for rows of length one
    for block, share in way.shares.items():
        rarest = (way.rarest or OF_MANY).get(block, 2)
        vectorizer = TfidfVectorizer(
            analyzer=lambda found: found,
            sublinear_tf=True,
            min_df=rarest,
            max_df=way.commonest if block == "letters" else 1.0,
            use_idf=False,
            norm=None,
            dtype=np.float32,
        )
        counted = vectorizer.fit_transform([one[block] for one in learnt])
        rarity, values = values_of(counted, owners)
        values = rarity if way.by_rarity else values
        rows.append(weighed(counted, values, share / whole))
        columns.append(weighed(vectorizer.transform([one[block] for one in questions]), values, share / whole))
    return sparse.hstack(rows).tocsr(), sparse.hstack(columns).tocsr()


def ranked(
    way: Way, language: str, taught: Sequence[Said], asked: Sequence[Said], columns: int
) -> list[tuple[bool, bool]]:
    """For each question, whether the best entry is right, and whether one of the best three is."""
    rows, questions = matrices(way, language, taught, asked)
    owners = np.array([min(one.entries) for one in taught])
    weights = np.array([way.weight(one) for one in taught])
    scores = way.rank(rows, owners, weights, questions, columns)
    best = np.argsort(-scores, axis=1)[:, :3]
    return [
        (int(found[0]) in one.entries, bool(one.entries & set(map(int, found))))
        for one, found in zip(asked, best, strict=True)
    ]


def said_of(library: Library, language: str) -> list[Said]:
    """The phrasings of a language."""
    return [
        Said(
            tuple(words(example.phrasing.text)),
            example.words,
            frozenset({example.entry}),
            example.phrasing.hand,
            bool(example.phrasing.family),
        )
        for example in _alone(examples_of(library, language))
    ]


def _alone(examples: Iterable[Example]) -> Iterator[Example]:
    return (example for example in examples if example.phrasing.hand != SEQUELS)


def labelled(library: Library, file: Path, language: str) -> list[Said]:
    """The questions of a file that some entry answers."""
    numbers = {entry.id: number for number, entry in enumerate(entries_of(library))}
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    phrasings = [words(e.phrasing.text) for e in examples_of(library, language)]
    speller = speller_of(library.lexicon, language, phrasings)
    found = []
    for line in lines:
        if line["lang"] == language and line["expect"]:
            typed = tuple(words(line["question"]))
            found.append(Said(typed, speller.spell(typed).words, frozenset(numbers[id] for id in line["expect"])))
    return found


def folds_of(said: Sequence[Said]) -> Iterator[tuple[list[Said], list[Said]]]:
    """What is taught and what is asked, by hand."""
    hands = sorted({one.hand for one in said} - {"", "title", "follow-ups"})
    turn = {hand: place % FOLDS for place, hand in enumerate(hands)}
    for fold in range(FOLDS):
        taught = [one for one in said if turn.get(one.hand) != fold]
        asked = [one for one in said if turn.get(one.hand) == fold]
        draw = np.random.default_rng(fold).permutation(len(asked))[:ASKED]
        yield taught, [asked[place] for place in sorted(draw)]


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=ROOT / "tests" / "data" / "questions-dev-2.jsonl")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME")
    given = parser.parse_args()
    library = load_library([built_in()])
    columns = len(entries_of(library))
    every = {code: said_of(library, code) for code in LANGUAGES}
    judged = {code: labelled(library, given.file, code) for code in LANGUAGES}
    counts = Counter(code for code in LANGUAGES for _ in every[code])
    print(f"{counts['fr']} French and {counts['en']} English phrasings", file=sys.stderr)
    rows = []
    for way in WAYS:
        if given.only and way.name not in given.only:
            continue
        begun = time.perf_counter()
        cells: list[str] = []
        try:
            for code in LANGUAGES:
                held = [hit for fold in folds_of(every[code]) for hit in ranked(way, code, *fold, columns)]
                cells.append(
                    f"{100 * np.mean([one for one, _ in held]):.1f}, {100 * np.mean([two for _, two in held]):.1f}"
                )
            for code in LANGUAGES:
                hits = ranked(way, code, every[code], judged[code], columns)
                cells.append(f"{100 * np.mean([one for one, _ in hits]):.1f}")
        except ModuleNotFoundError as missing:
            print(f"{way.name}: {missing.name} isn't installed", file=sys.stderr)
            continue
        rows.append((way.name, *cells))
        print(f"{way.name}: {cells} in {time.perf_counter() - begun:.0f} s", file=sys.stderr, flush=True)
    head = ("way", "held-out hands fr: top-1, top-3", "en: top-1, top-3", f"{given.file.stem} fr: top-1", "en: top-1")
    print(report("Ways to match", head, rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
