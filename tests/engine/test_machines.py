"""One machine an entry: the same of many phrasings, fitted against some of them twice, as against all at once."""

from collections.abc import Sequence

import numpy as np
import pytest
from scipy import sparse

from advisor.learn import machines as fitting
from advisor.learn.machines import costs_of, machines

ENTRIES, FEATURES = 7, 300


def crowd(seed: int) -> tuple[sparse.csr_matrix, list[int]]:
    """1,400 made-up phrasings, some entries with ten times as many as others; each draws half of its features from its entry's."""
    draw = np.random.default_rng(seed)
    sizes = [20, 50, 100, 200, 230, 300, 500]
    entries = [entry for entry, size in enumerate(sizes) for _ in range(size)]
    rows = np.zeros((len(entries), FEATURES))
    for row, entry in zip(rows, entries, strict=True):
        row[draw.integers(0, FEATURES, 6)] = 1
        row[entry * 20 + draw.integers(0, 30, 5)] = 1  # next door entries share ten
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    order = draw.permutation(len(entries))
    return sparse.csr_matrix(rows[order]), [entries[place] for place in order]


def loss_of(rows: sparse.csr_matrix, entries: Sequence[int], weights: np.ndarray, intercepts: np.ndarray) -> np.ndarray:
    """What LIBLINEAR makes least, for each entry."""
    costs, scores = costs_of(entries), rows @ weights.T + intercepts
    owners = np.asarray(entries)
    losses = []
    for entry in range(len(intercepts)):
        side = np.where(owners == entry, 1.0, -1.0)
        missed = np.maximum(0, 1 - side * scores[:, entry]) ** 2
        losses.append(
            0.5 * (weights[entry] @ weights[entry] + intercepts[entry] ** 2)
            + (np.where(owners == entry, costs[entry], 1.0) * missed).sum()
        )
    return np.array(losses)


def test_of_many_phrasings_two_rounds_against_some_lose_as_little_as_one_against_all(monkeypatch: pytest.MonkeyPatch):
    rows, entries = crowd(1)
    strange, meant = crowd(2)
    whole = machines(rows, entries)
    for name, value in {"MANY": 1000, "NEAREST": 150, "SAMPLED": 100, "LOOSE": fitting.TOLERANCE}.items():
        monkeypatch.setattr(fitting, name, value)
    parted = machines(rows, entries)
    assert np.any(whole[0] != parted[0])
    assert np.all(loss_of(rows, entries, *parted) <= 1.02 * loss_of(rows, entries, *whole))
    likeliest = [(strange @ weights.T + intercepts).argmax(axis=1) for weights, intercepts in (whole, parted)]
    assert np.mean(likeliest[0] == likeliest[1]) > 0.98
    assert np.mean(likeliest[0] == meant) > 0.8  # else agreeing says nothing


def test_one_round_alone_would_lose_more(monkeypatch: pytest.MonkeyPatch):
    rows, entries = crowd(1)
    whole = machines(rows, entries)
    for name, value in {"MANY": 1000, "NEAREST": 150, "SAMPLED": 100, "SLACK": -10.0}.items():
        monkeypatch.setattr(fitting, name, value)  # none lies within such a margin
    assert np.any(loss_of(rows, entries, *machines(rows, entries)) > 1.1 * loss_of(rows, entries, *whole))


def test_scores_are_held_for_few_entries_at_once(monkeypatch: pytest.MonkeyPatch):
    rows, entries = crowd(3)
    monkeypatch.setattr(fitting, "MANY", 1000)
    monkeypatch.setattr(fitting, "NEAREST", 150)
    monkeypatch.setattr(fitting, "SAMPLED", 100)
    at_once = machines(rows, entries)
    monkeypatch.setattr(fitting, "CELLS", 2 * len(entries))
    in_turn = machines(rows, entries)
    assert np.array_equal(at_once[0], in_turn[0])
    assert np.array_equal(at_once[1], in_turn[1])


@pytest.mark.parametrize("many", [0, 10_000])
def test_of_two_entries_each_has_its_own_side(monkeypatch: pytest.MonkeyPatch, many: int):
    monkeypatch.setattr(fitting, "MANY", many)
    monkeypatch.setattr(fitting, "NEAREST", 2)
    rows = sparse.csr_matrix(np.eye(4)[[0, 1, 2, 3, 0, 2]])
    weights, intercepts = machines(rows, [3, 3, 8, 8, 3, 8])
    assert (rows @ weights.T + intercepts).argmax(axis=1).tolist() == [0, 0, 1, 1, 0, 1]
