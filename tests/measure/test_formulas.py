"""The measures against values worked out by hand, and against scikit-learn's where it has them."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import brier_score_loss, roc_auc_score

from advisor.measure.formulas import (
    area_under_risk,
    auroc,
    bins,
    brier,
    ece,
    mcnemar,
    mixed,
    risk_coverage,
    wilson,
)

SHARES = st.floats(0, 1).map(lambda share: round(share, 3))
ANSWERS = st.lists(st.tuples(SHARES, st.booleans()), min_size=1, max_size=60)


def test_calibration_error_is_the_weighted_gap_between_promise_and_truth():
    confidence = [0.95, 0.95, 0.95, 0.95, 0.25, 0.25]
    right = [True, True, True, False, False, False]
    # four at .95 of which .75 came true, two at .25 of which none: 4/6 * .2 + 2/6 * .25
    assert ece(confidence, right) == pytest.approx(4 / 6 * 0.2 + 2 / 6 * 0.25)
    # weighted so that the two count as much as the four
    assert ece(confidence, right, [1, 1, 1, 1, 2, 2]) == pytest.approx(0.5 * 0.2 + 0.5 * 0.25)


def test_a_confidence_on_an_edge_belongs_to_the_part_below_it():
    found = bins([0.0, 0.1, 0.3, 0.7, 1.0], [True] * 5)
    assert [(one.low, one.high) for one in found] == [(0.0, 0.1), (0.2, 0.3), (0.6, 0.7), (0.9, 1.0)]
    assert [one.count for one in found] == [2, 1, 1, 1]
    assert sum(one.weight for one in found) == pytest.approx(1)


def test_honest_confidence_has_no_calibration_error():
    assert ece([0.75] * 4, [True, True, True, False]) == pytest.approx(0)
    assert ece([], []) == 0
    assert brier([], []) == 0


@given(ANSWERS)
def test_brier_is_that_of_scikit_learn(answers: list[tuple[float, bool]]):
    confidence, right = zip(*answers, strict=True)
    assert brier(confidence, right) == pytest.approx(brier_score_loss(right, confidence, pos_label=True))


def test_area_under_the_curve_counts_pairs_in_order_and_ties_by_half():
    # 3 > 2, 3 > 1, 2 = 2, 2 > 1: three and a half of four pairs
    assert auroc([3, 2], [2, 1]) == pytest.approx(3.5 / 4)
    assert auroc([1, 1], [1]) == 0.5
    assert auroc([], [1]) is None
    assert auroc([1], []) is None


@given(ANSWERS)
def test_area_under_the_curve_is_that_of_scikit_learn(answers: list[tuple[float, bool]]):
    inside = [score for score, belongs in answers if belongs]
    outside = [score for score, belongs in answers if not belongs]
    found = auroc(inside, outside)
    if found is not None:
        assert found == pytest.approx(roc_auc_score([b for _, b in answers], [score for score, _ in answers]))


def test_risk_grows_along_the_less_sure_answers():
    points = risk_coverage([0.9, 0.8, 0.8, 0.1], [True, True, False, False])
    assert [(one.coverage, one.risk) for one in points] == [
        (0.25, 0.0),
        (0.75, pytest.approx(1 / 3)),  # equal confidences enter together
        (1.0, 0.5),
    ]
    assert area_under_risk(points) == pytest.approx(0.25 * 0 + 0.5 / 3 + 0.25 * 0.5)


def test_risk_is_weighted():
    points = risk_coverage([0.9, 0.1], [True, False], [1, 3])
    assert [(one.coverage, one.risk) for one in points] == [(0.25, 0.0), (1.0, 0.75)]


@given(ANSWERS)
def test_the_whole_risk_is_the_share_of_errors(answers: list[tuple[float, bool]]):
    confidence, right = zip(*answers, strict=True)
    points = risk_coverage(confidence, right)
    assert points[-1].coverage == pytest.approx(1)
    assert points[-1].risk == pytest.approx(1 - sum(right) / len(right))
    assert 0 <= area_under_risk(points) <= 1


@pytest.mark.parametrize(
    ("lost", "gained", "p"),
    [
        (0, 0, 1.0),
        (0, 5, 2 / 32),  # two tails of 1/2^5
        (1, 9, 2 * (1 + 10) / 1024),  # C(10, 0) + C(10, 1), twice, of 2^10
        (5, 5, 1.0),  # more than 1 before it is cut
    ],
)
def test_mcnemar_is_the_binomial_of_the_questions_that_differ(lost: int, gained: int, p: float):
    before = [True] * lost + [False] * gained + [True] * 7 + [False] * 4
    after = [False] * lost + [True] * gained + [True] * 7 + [False] * 4
    found = mcnemar(before, after)
    assert (found.only_before, found.only_after) == (lost, gained)
    assert found.p == pytest.approx(p)


def test_mcnemar_is_scipys_binomial_test():
    from scipy.stats import binomtest

    for lost, gained in ((3, 12), (30, 41), (0, 1), (17, 17)):
        found = mcnemar([True] * lost + [False] * gained, [False] * lost + [True] * gained)
        assert found.p == pytest.approx(binomtest(lost, lost + gained).pvalue)


def test_wilsons_interval():
    low, high = wilson(80, 100)
    assert (low, high) == (pytest.approx(0.7112, abs=1e-4), pytest.approx(0.8666, abs=1e-4))
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(5, 5)[1] == 1.0


def test_a_quarter_of_the_weight_is_off_the_map():
    inside = [True] * 8 + [False] * 40
    weights = mixed(inside, 0.25)
    assert sum(weights) == pytest.approx(1)
    assert sum(weight for weight, one in zip(weights, inside, strict=True) if not one) == pytest.approx(0.25)
    assert mixed([True, True], 0.25) == [0.5, 0.5]


def test_weights_must_be_as_many_as_confidences():
    with pytest.raises(ValueError, match="as many weights"):
        ece([0.5], [True], [1, 1])


def test_the_measures_do_not_hang_on_the_order():
    draw = random.Random(3)
    answers = [(round(draw.random(), 2), draw.random() < 0.6) for _ in range(300)]
    confidence, right = zip(*answers, strict=True)
    again = draw.sample(answers, len(answers))
    other, hit = zip(*again, strict=True)
    assert ece(confidence, right) == pytest.approx(ece(other, hit))
    assert area_under_risk(risk_coverage(confidence, right)) == pytest.approx(
        area_under_risk(risk_coverage(other, hit))
    )
