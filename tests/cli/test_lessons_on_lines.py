"""Lessons on lines: taught, listed, forgotten, and known to `advisor ask` afterwards."""

import json
from pathlib import Path

import pytest
from calls import Call

from advisor.settings import Places, Settings
from advisor.store.opening import open_store

TALK = "comment ouvrir un cv de jongleur pour mon blog\nnon pas ça\nc'est ça\n"


@pytest.fixture
def taught(call: Call, small: Path) -> str:
    return call("--only", "--lang", "fr", "chat", feed=TALK.encode()).out


def test_a_no_and_a_yes_teach_and_say_so(taught: str, here: Places):
    assert "dites « c’est ça »" in taught.replace("\u00a0", " ")
    assert "Retenu" in taught
    store = open_store(here, Settings(), lambda words: None)
    assert [one.question for one in store.lessons.phrasings()] == ["comment ouvrir un cv de jongleur pour mon blog"]
    assert store.lessons.phrasings()[0].topic == "cv"
    store.close()


def test_a_good_answer_after_a_no_teaches_and_a_bad_one_takes_it_back(call: Call, small: Path, here: Places):
    asked = TALK.replace("c'est ça", "/bien")
    assert "Retenu" in call("--only", "--lang", "fr", "chat", feed=asked.encode()).out
    store = open_store(here, Settings(), lambda words: None)
    assert [one.topic for one in store.lessons.phrasings()] == ["cv"]
    store.lessons.forget(store.lessons.phrasings()[0].id)
    store.close()
    said = call("--only", "--lang", "fr", "chat", feed=f"{asked}/mauvais\nleçons\n".encode()).out
    assert "Oublié" in said
    assert "Aucune question n’est retenue." in said


def test_ask_goes_by_what_was_taught(taught: str, call: Call):
    assert (
        "Vous m’avez appris"
        in call("--only", "--lang", "fr", "ask", "comment ouvrir un cv de jongleur pour mon blog").out
    )
    assert "appris" not in call("--only", "--lang", "fr", "ask", "comment faire un cv").out


def test_what_measures_goes_by_the_knowledge_alone(taught: str, call: Call, tmp_path: Path):
    row = {
        "id": "1",
        "lang": "fr",
        "question": "comment ouvrir un cv de jongleur pour mon blog",
        "expect": ["cv"],
        "style": "plain",
    }
    (tmp_path / "asked.jsonl").write_text(json.dumps(row), encoding="utf-8")
    measured = json.loads(call("--only", "eval", str(tmp_path / "asked.jsonl"), "--json").out)
    assert measured["questions"][0]["given"] == ["blog"]


@pytest.mark.parametrize("order", ["/oublier 1", "oublie ça", "/forget 1"])
def test_a_lesson_is_listed_and_forgotten(taught: str, call: Call, order: str):
    said = call("--only", "--lang", "fr", "chat", feed=f"leçons\n{order}\nleçons\n".encode()).out
    assert "1. « comment ouvrir un cv de jongleur pour mon blog » mène à" in said.replace("\u00a0", " ").replace(
        "'", "’"
    )
    assert "Oublié" in said
    assert "Aucune question n’est retenue" in said


def test_a_number_that_is_none_says_what_to_do(taught: str, call: Call):
    said = call("--only", "--lang", "en", "chat", feed=b"forget 7\n/forget 7\n").out
    assert "7 is none of them" in said


def test_where_no_history_is_kept_nothing_is_learnt(call: Call, small: Path, here: Places):
    here.config.mkdir(parents=True)
    here.settings_file.write_text("history = false\n", encoding="utf-8")
    said = call("--only", "--lang", "fr", "chat", feed=TALK.encode()).out
    assert "retenue" not in said
    assert "Retenu" not in said
