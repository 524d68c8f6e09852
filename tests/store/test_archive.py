"""An export holds everything, and importing it restores everything."""

import json
from dataclasses import fields, replace

import pytest
from conftest import Open
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import FULL, fill, reply

from advisor.store.archive import Archive, ArchiveError, read, written
from advisor.store.opening import store_in_memory
from advisor.store.port import Store
from advisor.store.records import LONGEST_TEXT, Everything, OwnPhrasing, StepMark


def test_an_export_laid_over_nothing_restores_everything(store: Store) -> None:
    fill(store)
    exported = written(Archive(store.everything(), 'language = "fr"\n'))
    other = store_in_memory()
    archive = read(exported)
    merged = other.merge(archive.everything)
    assert other.everything() == store.everything()
    assert archive.settings == 'language = "fr"\n'
    assert merged.turns == 6
    assert all(merged.added[each.name] for each in fields(Everything))
    assert other.conversations.find("oeuvre")
    assert other.questions.search("OEUVRE")


def test_an_export_is_readable_and_names_every_kind(store: Store) -> None:
    fill(store)
    text = written(Archive(store.everything()))
    held = json.loads(text)
    assert list(held) == ["format", "version", "exported", "settings", *(each.name for each in fields(Everything))]
    assert "Question 0 à l'œuvre ?" in text
    assert held["conversations"][0]["turns"][0]["answer"]["text"] == FULL.text


def test_importing_twice_adds_nothing(store: Store) -> None:
    fill(store)
    merged = store.merge(read(written(Archive(store.everything()))).everything)
    assert (merged.turns, set(merged.added.values())) == (0, {0})


def test_of_two_marks_and_two_lessons_the_newer_stays(store: Store) -> None:
    store.steps.mark("P1.1", "done")
    store.lessons.teach("la paie", "fr", "salary")
    now = store.everything()
    old, new = "2000-01-01T00:00:00.000000Z", "2999-01-01T00:00:00.000000Z"
    for at, state, topic in ((old, "done", "salary"), (new, "open", "cv")):
        other = Everything(
            steps=(StepMark("P1.1", "open", at),), phrasings=(OwnPhrasing("other", "la paie", "fr", "cv", at),)
        )
        store.merge(other)
        assert store.steps.marks()["P1.1"].state == state
        assert [one.topic for one in store.lessons.phrasings()] == [topic]
    store.merge(now)
    assert store.steps.marks()["P1.1"].state == "open"


def test_two_stores_come_together(store: Store) -> None:
    fill(store)
    other = store_in_memory()
    fill(other, talks=2)
    store.merge(other.everything())
    assert len(store.conversations.latest()) == 5


def test_of_two_drafts_of_one_program_the_newer_stays_and_a_long_one_is_cut(store: Store) -> None:
    store.drafts.keep("Combien gagne")
    (draft,) = store.everything().drafts
    store.merge(Everything(drafts=(replace(draft, text="Combien", at="2000-01-01T00:00:00.000000Z"),)))
    assert store.everything().drafts == (draft,)
    newer = replace(draft, text="x" * (LONGEST_TEXT + 1), at="2999-01-01T00:00:00.000000Z")
    store.merge(read(written(Archive(Everything(drafts=(newer,))))).everything)
    assert [len(one.text) for one in store.everything().drafts] == [LONGEST_TEXT]


BROKEN = {
    "no JSON": "{",
    "deep": "[" * 100_000,
    "another's": '{"format": "something"}',
    "a list": "[]",
    "newer": '{"format": "advisor-data", "version": 99}',
    "no time": '{"format": "advisor-data", "version": 1, "steps": [{"id": "P1.1", "state": "done", "at": "hier"}]}',
    "no state": '{"format": "advisor-data", "version": 1, "steps": [{"id": "P1.1", "state": "did", "at": "2026-01-01T00:00Z"}]}',
    "a key": '{"format": "advisor-data", "version": 1, "stepps": []}',
    "missing": '{"format": "advisor-data", "version": 1, "questions": [{"id": "a"}]}',
    "settings": '{"format": "advisor-data", "version": 1, "settings": 3}',
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_what_is_no_export_is_refused_with_a_sentence_in_each_language(text: str) -> None:
    with pytest.raises(ArchiveError) as refused:
        read(text)
    assert len({refused.value.said("fr"), refused.value.said("en")}) == 2
    assert "\n" not in refused.value.said("fr")


def test_a_refusal_says_where() -> None:
    with pytest.raises(ArchiveError, match=r"steps\[0\]\.at: a time such as"):
        read(BROKEN["no time"])


@given(st.text(max_size=200))
@settings(max_examples=50, deadline=None)
def test_any_words_survive_the_way_out_and_back(said: str) -> None:
    store = store_in_memory()
    store.conversations.add(store.conversations.begin("en", said), said, reply(said, said))
    store.lessons.judge(reply(said), "up", said)
    other = store_in_memory()
    other.merge(read(written(Archive(store.everything(), said))).everything)
    assert other.everything() == store.everything()


def test_an_export_of_a_full_store_is_imported_into_a_file(store: Store, open_here: Open) -> None:
    source = store_in_memory()
    fill(source, talks=40)
    store.merge(source.everything())
    assert open_here().everything() == source.everything()
    assert replace(source.everything(), conversations=()) != source.everything()


def test_what_is_no_json_is_told_with_its_place() -> None:
    with pytest.raises(ArchiveError) as refused:
        read('{"a": 1,\n x}')
    assert refused.value.said("fr").startswith("ce n'est pas du JSON valide, ligne 2, colonne 2 ;")
    assert refused.value.said("en").startswith("this isn't valid JSON, line 2, column 2;")
