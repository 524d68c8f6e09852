"""Questions put to the advisor that answers people, and what is made of its replies."""

import pytest

from advisor.advice.advisor import Advisor
from advisor.learn.calibrate import OUT_OF_SCOPE as CALIBRATED
from advisor.learn.held import GAINS
from advisor.measure.asking import GOOD, OFF_THE_MAP, ON_THE_MAP, outcome
from advisor.measure.figures import OUT_OF_SCOPE
from advisor.measure.labels import Labelled
from advisor.measure.runs import Judged


def test_the_outcomes_and_the_share_off_the_map_are_those_of_the_calibration():
    assert set(GAINS) == {*ON_THE_MAP, *OFF_THE_MAP}
    assert CALIBRATED == OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("expect", "kind", "given", "judged"),
    [
        (["cv"], "answer", ["cv"], "right"),
        (["blog", "cv"], "answer", ["cv"], "right"),
        (["thanks"], "small_talk", ["thanks"], "right"),
        (["cv"], "answer", ["blog"], "wrong"),
        (["cv"], "calculation", [], "wrong"),
        (["cv"], "choices", ["blog", "cv"], "offered"),
        (["cv"], "choices", ["blog", "roi"], "offered in vain"),
        (["cv"], "unknown", [], "silent"),
        ([], "unknown", [], "refused"),
        ([], "choices", ["cv", "blog"], "offered off the map"),
        ([], "answer", ["cv"], "answered off the map"),
    ],
)
def test_what_a_reply_is_worth(expect: list[str], kind: str, given: list[str], judged: str):
    assert outcome(expect, kind, given) == judged


def test_each_question_gets_the_reply_that_a_person_gets(small_advisor: Advisor, labelled: Labelled, judged: Judged):
    for question, asked in zip(labelled.questions, judged.asked, strict=True):
        reply = small_advisor.conversation().ask(question.question)
        assert asked.question == question
        assert (asked.kind, asked.confidence) == (reply.kind, reply.confidence)
        if reply.topic:
            assert asked.given == (reply.topic,)


def test_the_turns_of_a_dialogue_are_one_talk(small_advisor: Advisor, labelled: Labelled, judged: Judged):
    talk = small_advisor.conversation()
    replies = [talk.ask(turn.question) for turn in labelled.dialogues[0].turns]
    assert [turn.kind for turn in judged.turns] == [reply.kind for reply in replies]
    assert [turn.question.id for turn in judged.turns] == ["d1.1", "d1.2"]
    assert judged.dialogues[0].asked == 2


def test_the_nearest_phrasing_is_one_of_the_entry_that_a_question_was_taken_for(small_library, judged: Judged):
    near = [asked.nearest for asked in judged.asked if asked.nearest and asked.nearest.entry == "cv"]
    assert near
    written = {phrasing.text for phrasing in small_library.topics["cv"].phrasings}
    assert {one.phrasing for one in near} <= written
    assert all(0 < one.cosine <= 1 for one in near)


def test_counts_add_up(judged: Judged):
    figures = judged.figures
    assert figures is not None
    for language in ("", "fr", "en"):
        rows = [row for row in figures.rows if row.language == language]
        for side, styles in (("on the map", ("plain", "typo", "smalltalk")), ("off the map", ("near-oos", "far-oos"))):
            whole = figures.row(language, side)
            parts = [row for row in rows if row.style in styles]
            assert whole is not None
            assert whole.asked == sum(row.asked for row in parts) == sum(whole.outcomes.values())
            assert whole.top_1 == sum(row.top_1 for row in parts) <= whole.top_3
    assert figures.row("", "on the map").asked == 6
    assert figures.scope().auroc is not None
    assert figures.scope("en").auroc_near is not None
    assert figures.scope("fr").auroc_near is None
    for language in ("", "fr", "en"):
        scope = figures.scope(language)
        those = [one for one in judged.asked if language in ("", one.question.language)]
        assert sum(one.count for one in scope.reliability) == len(those)
        assert sum(one.weight for one in scope.reliability) == pytest.approx(1)
        assert scope.risk[-1].coverage == pytest.approx(1)
        gaps = [one.weight * abs(one.confidence - one.right) for one in scope.reliability]
        assert scope.ece == pytest.approx(sum(gaps))


def test_confusions_are_what_came_out_on_top_in_place_of_what_was_expected(judged: Judged):
    figures = judged.figures
    assert figures is not None
    missed = [one for one in judged.asked if one.ranked and not one.top_1 and one.outcome != "refused"]
    assert sum(one.count for one in figures.confusions) == len(missed)
    confusion = next(one for one in figures.confusions if one.expected == "cv")
    assert confusion.taken_for == "blog"
    assert confusion.examples[0].id == "q5"
    assert confusion.examples[0].nearest.entry == "blog"


def test_nothing_asked_gives_no_figures():
    assert Judged.of([]).figures is None
    assert {"right", "offered", "refused"} == GOOD
