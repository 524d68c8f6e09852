"""What a report says of known replies: reliability, risk and the charts of both, language by language."""

import re
from collections.abc import Sequence

import pytest

from advisor.measure.asking import Asked, Outcome
from advisor.measure.charts import HEIGHT, WIDTH, Bars, Chart, Line, svg
from advisor.measure.labels import Question
from advisor.measure.report import Report, Section, Table
from advisor.measure.runs import Judged, Run
from advisor.model import Language


def replied(language: Language, confidence: float, *, right: bool) -> Asked:
    question = Question(f"{language}{confidence}", language, "cv?", ("cv",), "plain")
    outcome: Outcome = "right" if right else "wrong"
    given = ("cv",) if right else ("blog",)
    return Asked(question, outcome, "answer", given, confidence, given, confidence, 1.0)


ASKED = [
    replied("fr", 0.95, right=True),
    replied("fr", 0.93, right=True),
    replied("fr", 0.62, right=False),
    replied("fr", 0.66, right=True),
    replied("en", 0.85, right=False),
    replied("en", 0.84, right=True),
]


def section(asked: Sequence[Asked], title: str, language: Language = "en") -> Section:
    report = Report(Run("x", (), Judged.of(asked)), language)
    return next(one for one in report.sections() if one.title == title)


def rows(table: Table, first: str) -> list[tuple[str, ...]]:
    return [row[1:] for row in table.rows if row[0] == first]


def test_reliability_is_told_of_each_language_and_of_all():
    bins = section(ASKED, "Confidence").tables[1]
    assert bins.heads == ("language", "confidence", "questions", "share (%)", "promised", "came true")
    assert rows(bins, "fr") == [("0.6–0.7", "2", "50.0", "0.640", "0.500"), ("0.9–1.0", "2", "50.0", "0.940", "1.000")]
    assert rows(bins, "en") == [("0.8–0.9", "2", "100.0", "0.845", "0.500")]
    assert [row[1] for row in rows(bins, "all")] == ["2", "2", "2"]


def test_the_error_of_calibration_is_what_the_table_of_reliability_adds_up_to():
    calibration = section(ASKED, "Confidence").tables[0]
    assert rows(calibration, "fr")[0][0] == "0.100"  # half of |0.64 - 0.5| and half of |0.94 - 1|
    assert rows(calibration, "en")[0][0] == "0.345"


def test_risk_is_told_of_each_language_at_each_coverage():
    risk = section(ASKED, "Risk and coverage").tables[0]
    french = rows(risk, "fr")
    assert french[0] == ("50.0", "0.0", "0.930")  # the two surest are right
    assert french[-1] == ("100.0", "25.0", "0.620")
    assert rows(risk, "en") == [("50.0", "100.0", "0.850")] + [("100.0", "50.0", "0.840")] * 5
    assert len(rows(risk, "all")) == 6


def test_numbers_are_written_as_the_language_wants():
    assert ("0,6–0,7", "2", "50,0", "0,640", "0,500") in rows(section(ASKED, "Confiance", "fr").tables[1], "fr")


def test_charts_have_a_line_a_language():
    reliability = section(ASKED, "Confidence").charts[0]
    risk = section(ASKED, "Risk and coverage").charts[0]
    assert isinstance(reliability, Chart)
    assert isinstance(risk, Chart)
    for chart in (reliability, risk):
        assert [line.name for line in chart.lines] == ["all", "fr", "en"]
    french = reliability.lines[1].points
    assert french == (pytest.approx((0.64, 0.5)), pytest.approx((0.94, 1.0)))
    assert reliability.diagonal
    assert risk.lines[2].points == ((0.5, 1.0), (1.0, 0.5))


def test_one_language_alone_has_one_line():
    french = [one for one in ASKED if one.question.language == "fr"]
    chart = section(french, "Confidence").charts[0]
    assert isinstance(chart, Chart)
    assert [line.name for line in chart.lines] == ["fr"]


def test_a_point_is_drawn_where_its_values_are():
    drawn = svg(Chart("t", "x", "y", (Line("one", ((0.0, 0.0), (1.0, 1.0)), dotted=True),)))
    (left, low), (right, high) = re.findall(r'<circle class="fill0" cx="([\d.]+)" cy="([\d.]+)"', drawn)
    assert 0 < float(left) < float(right) < WIDTH
    assert 0 < float(high) < float(low) < HEIGHT
    assert f'd="M{left} {low}L{right} {high}"' in drawn
    assert "<title>0.0 → 0.0</title>" in drawn


def test_an_empty_line_draws_nothing_and_names_are_no_markup():
    drawn = svg(Chart("<b>", "x", "y", (Line("a & b", ()), Line("two", ((0.5, 0.5),)))))
    assert 'class="line stroke0"' not in drawn
    assert 'class="line stroke1"' in drawn
    assert "<b>" not in drawn
    assert "a &amp; b" in drawn


def test_a_bar_is_as_long_as_its_share():
    drawn = svg(Bars("t", (("half", 0.5), ("all of it", 1.0))))
    tracks = [float(one) for one in re.findall(r'class="track"[^>]* width="([\d.]+)"', drawn)]
    bars = [float(one) for one in re.findall(r'class="fill0"[^>]* width="([\d.]+)"', drawn)]
    assert bars == [tracks[0] / 2, tracks[1]]
    assert ">50.0</text>" in drawn
