"""The page on the export names what an export holds, and its example is one."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from advisor.store.archive import FORMAT, VERSION, Archive, read, written
from advisor.store.opening import store_in_memory
from advisor.store.records import (
    AskedQuestion,
    Draft,
    Everything,
    Feedback,
    OwnPhrasing,
    PastConversation,
    PastTurn,
    Rejection,
    StepMark,
    UnansweredQuestion,
)

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "export.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", PAGE, re.MULTILINE))


def test_every_key_of_an_export_is_on_its_page_in_order() -> None:
    assert list(ROWS) == ["format", "version", "exported", "settings", *(each.name for each in fields(Everything))]
    assert f"`{FORMAT}`" in ROWS["format"]
    assert f"`{VERSION}`" in ROWS["version"]


KINDS = {
    "conversations": PastConversation,
    "questions": AskedQuestion,
    "steps": StepMark,
    "feedback": Feedback,
    "rejections": Rejection,
    "unanswered": UnansweredQuestion,
    "phrasings": OwnPhrasing,
    "drafts": Draft,
}


@pytest.mark.parametrize("key", KINDS)
def test_every_field_of_each_kind_is_named(key: str) -> None:
    assert [each.name for each in fields(KINDS[key]) if f"`{each.name}`" not in ROWS[key]] == []


def test_every_field_of_a_turn_is_named() -> None:
    (said,) = re.findall(r"^A turn has (.*?)\n\n", PAGE, re.MULTILINE | re.DOTALL)
    assert [each.name for each in fields(PastTurn) if f"`{each.name}`" not in said] == []


def test_the_example_is_an_export() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    archive = read(example)
    store = store_in_memory()
    assert store.merge(archive.everything).turns == 1
    (talk,) = store.everything().conversations
    assert talk.turns[0].reply.text == "One page, the results first."
    assert read(written(Archive(store.everything(), archive.settings))) == archive
