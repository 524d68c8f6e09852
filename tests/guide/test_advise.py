"""Paths are advised by what is known of a person, each with its reasons, best first."""

from math import ceil

import pytest
from few_paths import few_paths, path, step, topic
from hypothesis import given
from hypothesis import strategies as st

from advisor.guide.advise import MOST, YEAR, Person, advise
from advisor.library import Library, Path
from advisor.model import LANGUAGES
from advisor.pack.load import load_library
from advisor.store.records import StepMark, StepState
from tests.conftest import KNOWLEDGE


@pytest.fixture
def paths() -> tuple[Path, ...]:
    return few_paths()


def mark(id: str, state: StepState = "done") -> dict[str, StepMark]:
    return {id: StepMark(id, state, "2026-11-25T08:30:00.000000Z")}


def ids(paths, *person, talked=(), marks=None) -> list[str]:
    return [one.path.id for one in advise(paths, Person(*person), talked, marks)]


def test_nothing_known_advises_nothing(paths):
    assert advise(paths, Person()) == ()
    assert Person().is_unknown
    assert not Person(aim="job").is_unknown


def test_an_aim_and_a_situation_together_outweigh_either(paths):
    assert ids(paths, "new", "job") == ["P3", "P2", "P1"]
    assert ids(paths, "", "job") == ["P2", "P3", "P1"], "between equals the shorter path comes first"
    assert ids(paths, "new", "basics") == ["F", "P3"]


def test_an_answer_that_no_path_knows_counts_for_nothing(paths):
    assert ids(paths, "elsewhere", "fame") == []


def test_the_talk_counts_for_the_paths_that_read_its_topics(paths):
    assert ids(paths, talked=[topic("blog")]) == ["P2"]
    assert ids(paths, talked=[topic("cv", path="P1"), topic("cv", path="P1")]) == ["P1", "P2"]
    assert ids(paths, talked=[topic("weather")]) == []


def test_no_talk_however_long_outweighs_an_aim(paths):
    long_talk = [topic("pay", path="P3") for _ in range(50)]
    assert ids(paths, "new", "basics", talked=long_talk)[0] == "F"
    aimed_elsewhere = [
        *paths,
        path("P4", step("P4.1"), aims={"x": {"fr": "x"}, "y": {"fr": "y"}}, situations={"old": {}}),
    ]
    assert ids(aimed_elsewhere, "new", "y", talked=long_talk)[0] == "P4"


def test_reasons_say_why_then_how_long_then_what_comes_before(paths):
    first = advise(paths, Person("", "job", 5), [topic("cv")])[0]
    assert first.path.id == "P2"
    assert [reason.kind for reason in first.reasons] == ["aim", "talk", "time", "before"]
    said = [reason.words["fr"] for reason in first.reasons]
    assert said[0] == "seen fr"
    assert said[1] == "{Vous avez|Tu as} parlé de « cv fr »."
    assert said[2] == "À 5 h par semaine, 10 h prennent environ 2 semaines."
    assert said[3] == "À faire avant, si {vous le pouvez|tu le peux} : F fr (10 h)."
    assert first.reasons[2].words["en"] == "At 5 h a week, 10 h take about 2 weeks."
    assert first.weeks == 2


def test_what_is_finished_is_neither_advised_nor_advised_before(paths):
    done = mark("F1", "known") | mark("P2.1", "skipped")
    found = advise(paths, Person("", "job"), marks=done)
    assert [one.path.id for one in found] == ["P3", "P1"]
    assert all(reason.kind != "before" for one in found for reason in one.reasons)


def test_what_was_begun_says_so_and_counts_what_is_left(paths):
    (_, last) = advise(paths, Person("", "job", 10), marks=mark("P1.2") | mark("P3.1"))
    assert last.path.id in ("P1", "P2")
    begun = next(one for one in advise(paths, Person("", "job", 10), marks=mark("P1.2")) if one.path.id == "P1")
    assert [reason.kind for reason in begun.reasons] == ["aim", "begun", "time", "before"]
    assert begun.weeks == 1
    assert begun.reasons[1].words["en"] == "You have begun it: 1 of 2."
    assert begun.reasons[2].words["fr"] == "À 10 h par semaine, 10 h tiennent en une semaine."


def test_more_than_a_year_is_said_and_counts_against_a_path():
    long, short = path("L", step("L1", 106), aims={"a": {"fr": "x"}}), path("S", step("S1", 200), aims={})
    (advice,) = advise([long, short], Person("", "a", 2))
    assert advice.weeks == 53
    assert [one.kind for one in advice.reasons] == ["aim", "time"]
    assert "plus d'un an" in advice.reasons[1].words["fr"]
    shorter = path("T", step("T1", 20), situations={"here": {"fr": "y"}})
    assert ids([long, shorter], "here", "a", 2)[0] in ("T", "L")
    assert ids([path("L", step("L1", 106), situations={"here": {"fr": "x"}}), shorter], "here", "", 2) == ["T", "L"]


@given(
    situation=st.sampled_from(["", "new", "x"]),
    aim=st.sampled_from(["", "job", "basics", "y"]),
    hours=st.integers(0, 80),
    states=st.dictionaries(
        st.sampled_from(["F1", "P1.1", "P1.2", "P2.1", "P3.1", "gone"]), st.sampled_from(["open", "done"])
    ),
    spoken=st.lists(st.sampled_from(["cv", "blog", "pay", "z"]), max_size=9),
)
def test_whatever_is_known_few_paths_are_advised_each_with_a_reason(situation, aim, hours, states, spoken):
    known = (
        path("F", step("F1"), situations={"new": {"fr": "a", "en": "a"}}),
        path("P1", step("P1.1", topics=("cv",)), step("P1.2", 90), needs=("F",), aims={"job": {"fr": "b", "en": "b"}}),
        path("P2", step("P2.1", topics=("cv", "blog")), aims={"basics": {"fr": "c", "en": "c"}}),
    )
    marks: dict[str, StepMark] = {}
    for id, state in states.items():
        marks |= mark(id, state)
    found = advise(known, Person(situation, aim, hours), [topic(id) for id in spoken], marks)
    assert len(found) <= MOST
    assert len({one.path.id for one in found}) == len(found)
    for one in found:
        assert one.reasons
        assert one.progress.next is not None
        assert one.weeks == (ceil(one.progress.hours_left / hours) if hours else None)
        assert all(set(reason.words) == set(LANGUAGES) for reason in one.reasons)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library([KNOWLEDGE])


def test_every_pair_of_answers_advises_a_path_of_the_built_in_knowledge(library: Library):
    paths: list[Path] = list(library.paths.values())
    assert 5 <= len(library.situations) <= 9
    assert 5 <= len(library.aims) <= 9
    for situation in library.situations:
        for aim in library.aims:
            found = advise(paths, Person(situation, aim, 5))
            assert found, (situation, aim)
            assert aim in found[0].path.aims, (situation, aim)


def test_each_path_of_the_built_in_knowledge_is_the_first_advice_for_somebody(library: Library):
    paths = list(library.paths.values())
    first = {
        advise(paths, Person(situation, aim))[0].path.id for situation in library.situations for aim in library.aims
    }
    assert {path.id for path in paths} - first == set()


def test_nobody_is_kept_waiting_for_more_than_a_year_at_an_ordinary_pace(library: Library):
    assert all(ceil(path.hours / 4) <= YEAR for path in library.paths.values())
