"""What the words for confidence promise is counted on held-out questions when the index is built, and adds up."""

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from advisor.index.reader import Entry, Index
from advisor.learn.calibrate import PRODUCTS_SLACK
from advisor.learn.curves import bent, chances
from advisor.learn.held import BINS, Held, _bins, _cautious
from advisor.match.confidence import Curve
from advisor.match.matcher import Match, Matched
from advisor.match.reading import Reading
from advisor.match.signals import Candidate
from advisor.talk.decide import Thresholds, decide


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


def test_a_curve_with_products_says_what_was_fitted_to_signals_as_they_come():
    draw = np.random.default_rng(4)
    signals = draw.normal([2.0, -1.0, 0.5], [3.0, 0.2, 1.0], size=(400, 3))
    right = signals[:, 0] * signals[:, 2] + signals[:, 1] > 0
    stored = bent(signals, right, slack=PRODUCTS_SLACK)
    curve = Curve.of(stored)
    said = np.array([curve(list(row)) for row in signals])
    beyond = 3 * signals
    assert chances(stored, beyond) == pytest.approx(np.array([curve(list(row)) for row in beyond]))
    assert ((said > 0.5) == right).mean() > 0.9  # no curve of single signals comes to three quarters
    scaled = (signals - signals.mean(axis=0)) / signals.std(axis=0)
    terms = np.hstack([scaled, *(scaled[:, [a]] * scaled[:, b:] for a, b in ((0, 0), (1, 1), (2, 2)))])
    model = LogisticRegression(C=PRODUCTS_SLACK).fit((terms - terms.mean(axis=0)) / terms.std(axis=0), right)
    fitted = model.predict_proba((terms - terms.mean(axis=0)) / terms.std(axis=0))[:, 1]
    assert said == pytest.approx(fitted, abs=0.01)


def test_a_signal_beyond_those_fitted_is_taken_as_the_outermost():
    curve = Curve((1.0, 1.0), 0.0, ((1.0, 0.5), (0.0, -1.0)), (0.0, 0.0), (2.0, 1.0))
    total = 1 + 0.5 + 1 + 0.5 * 0.5 - 0.25
    assert curve((1.0, 0.5)) == pytest.approx(1 / (1 + np.exp(-total)))
    assert curve((9.0, -3.0)) == curve((2.0, 0.0))


def test_of_thresholds_that_gain_the_same_a_cautious_one_is_kept():
    tried = [Thresholds(step / 10, 0.5, 0.5) for step in range(1, 10)]
    gains = {0.1: 0.2, 0.2: 0.9, 0.3: 0.905, 0.4: 0.9, 0.5: 0.9, 0.6: 0.9, 0.7: 0.8}
    assert _cautious(tried, lambda one: gains.get(one.answer, 0.0)).answer == 0.5


def test_of_a_question_off_the_map_the_best_of_what_is_refused_is_right():
    found = (Candidate(0, 0.5, 0.2, 1), Candidate(7, 0.4, 0.1, 2), Candidate(8, 0.3, 0.6, 3))
    off = Held(frozenset({7, 8}), False, Reading((), "en"), found, (), [], (), {})
    assert [off.is_right(one) for one in found] == [False, True, False]
    on = Held(frozenset({0, 8}), True, Reading((), "en"), found, (), [], (), {})
    assert [on.is_right(one) for one in found] == [True, False, True]


def test_choices_are_as_likely_to_hold_the_topic_as_they_were_on_held_out_questions(index: Index):
    outcomes = index.meta["held_out"]["outcomes"]
    thresholds = Thresholds.of(index.meta["thresholds"])
    held, vain = outcomes["offered"], outcomes["offered in vain"]
    assert thresholds.among == pytest.approx((held + 1) / (held + vain + 2), abs=1e-3)
    decision = decide(
        Matched("", Reading(("a", "b", "c", "d"), "en"), (_match("cv", 0.3), _match("interview", 0.2)), 0.9, {}),
        Thresholds(answer=0.7, inside=0.5, choices=0.5, among=0.8),
    )
    assert (decision.kind, decision.confidence) == ("choices", pytest.approx(0.72))


def _match(topic: str, confidence: float) -> Match:
    return Match(Entry(topic, "topic"), 0, confidence, 0.1, 0.1, 0)
