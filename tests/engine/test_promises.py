"""What the words for confidence promise is counted on held-out questions when the index is built, and adds up."""

import numpy as np
import pytest

from advisor.index.reader import Index
from advisor.learn.held import BINS, _bins


def test_every_trial_question_that_was_answered_was_answered_with_a_word(index: Index):
    held = index.meta["held_out"]
    bands, outcomes = held["bands"], held["outcomes"]
    answered = outcomes["right"] + outcomes["wrong"] + outcomes["answered off the map"]
    assert sum(band["questions"] for band in bands.values()) == answered
    assert list(bands) == ["sure", "think", "hesitate"]


def test_sure_and_think_keep_what_they_promise_on_the_trials(index: Index):
    bands = index.meta["held_out"]["bands"]
    assert bands["sure"]["promised"] == 0.95
    assert bands["think"]["promised"] == 0.8
    for word in ("sure", "think"):
        assert bands[word]["questions"] > 0
        assert bands[word]["right"] >= bands[word]["promised"] - 0.05
    assert bands["hesitate"]["promised"] is None
    assert bands["sure"]["right"] >= bands["think"]["right"] - 0.02  # of the few that are thought, all may be right


def test_the_curve_covers_every_trial_question_with_a_likeliest_topic(index: Index):
    held = index.meta["held_out"]
    bins = held["bins"]
    assert held["on_the_map"] < sum(one["questions"] for one in bins) <= held["questions"]
    assert all(one["from"] <= one["expected"] <= one["to"] for one in bins)
    assert [one["from"] for one in bins] == sorted({one["from"] for one in bins})
    assert all(0 <= one["right"] <= 1 for one in bins)


def test_a_bin_weighs_its_questions_and_an_empty_one_is_left_out():
    confidence = np.array([-1.0, 0.05, 0.05, 0.95, 1.0])
    right = np.array([False, True, False, True, True])
    weights = np.array([1.0, 3.0, 1.0, 1.0, 1.0])
    low, high = _bins(confidence, right, weights)
    assert (low["from"], low["questions"], low["right"]) == (0.0, 2, 0.75)
    assert (high["to"], high["questions"], high["right"]) == (1.0, 2, 1.0)
    assert high["expected"] == pytest.approx(0.975)
    assert high["from"] == 1 - 1 / BINS
