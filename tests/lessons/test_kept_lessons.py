"""A glance tells whether anything was taught, whatever lies there, and lessons open the store only when they are needed."""

import sqlite3
from pathlib import Path

import pytest

from advisor.settings import Places, Settings, places
from advisor.store.later import LessonsLater, has_lessons
from advisor.store.opening import open_store
from advisor.store.port import Store


@pytest.fixture
def here(tmp_path: Path) -> Places:
    return places(tmp_path)


def opened(here: Places) -> Store:
    return open_store(here, Settings(), lambda words: None)


def test_a_glance_sees_a_lesson_and_its_going(here: Places):
    assert not has_lessons(here.store_file)
    store = opened(here)
    assert not has_lessons(here.store_file)
    id = store.lessons.teach("à quoi sert mon blog", "fr", "why-blog")
    assert has_lessons(here.store_file)
    store.lessons.forget(id)
    assert not has_lessons(here.store_file)
    store.close()


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\x00" + bytes(200)])
def test_a_glance_at_what_is_no_store_sees_nothing_and_changes_nothing(here: Places, content: bytes):
    here.data.mkdir(parents=True)
    here.store_file.write_bytes(content)
    assert not has_lessons(here.store_file)
    assert here.store_file.read_bytes() == content
    assert [file.name for file in here.data.iterdir()] == [here.store_file.name]


def test_a_glance_at_a_store_of_before_lessons_sees_none(here: Places):
    here.data.mkdir(parents=True)
    with sqlite3.connect(here.store_file) as connection:
        connection.execute("CREATE TABLE questions (id TEXT)")
    connection.close()
    assert not has_lessons(here.store_file)


def test_the_store_is_opened_when_lessons_are_needed_and_let_go_of_where_it_shouldn_t_stay(here: Places):
    first = opened(here)
    first.lessons.teach("à quoi sert mon blog", "fr", "why-blog")
    first.close()
    count: list[Store] = []

    def open_it() -> Store:
        count.append(opened(here))
        return count[-1]

    lessons = LessonsLater(open_it, stays_open=False)
    assert count == []
    assert [one.topic for one in lessons.phrasings()] == ["why-blog"]
    assert [one.topic for one in lessons.phrasings()] == ["why-blog"]
    assert len(count) == 2
    stays = LessonsLater(open_it)
    id = stays.teach("et ma vitrine alors, je la montre où", "fr", "portfolio")
    assert len(stays.phrasings()) == 2
    assert stays.forget(id)
    assert stays.choose(stays.reject("une question", "fr", "cv"), "salary")
    assert len(count) == 3
    count[-1].close()
