"""Files of labelled questions: what is read, and how what is wrong with them is said."""

import json
from pathlib import Path

import pytest

from advisor.errors import AdvisorError
from advisor.measure.labels import Labelled, read_labelled

GOOD = {"id": "q1", "lang": "fr", "question": "comment faire un cv", "expect": ["cv"], "style": "plain"}
TALK = {
    "id": "t1",
    "lang": "en",
    "turns": [{"question": "what is a cv", "expect": ["cv"]}, {"question": "why", "expect": []}],
}


def write(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_questions_and_dialogues_may_stand_in_one_file(tmp_path: Path):
    labelled = read_labelled(
        [write(tmp_path / "some.jsonl", GOOD, "", TALK, {"id": "q2", **{k: GOOD[k] for k in GOOD if k != "id"}})]
    )
    assert [one.id for one in labelled.questions] == ["q1", "q2"]
    assert [turn.id for turn in labelled.dialogues[0].turns] == ["t1.1", "t1.2"]
    assert [turn.expect for turn in labelled.dialogues[0].turns] == [("cv",), ()]
    assert labelled.dialogues[0].turns[1].language == "en"


def test_a_question_needs_no_style_and_may_hold_more(tmp_path: Path):
    row = {"id": "q1", "lang": "en", "question": "why?", "expect": [], "note": 3}
    found = read_labelled([write(tmp_path / "some.jsonl", row)]).questions[0]
    assert found.style == "-"
    assert not found.on_the_map


def test_the_development_questions_are_read():
    data = Path(__file__).parent.parent / "data"
    labelled = read_labelled([data / f"{name}.jsonl" for name in ("questions-dev", "questions-dev-2", "dialogues-dev")])
    assert len(labelled.questions) == 650
    assert sum(len(dialogue.turns) for dialogue in labelled.dialogues) == 76


@pytest.mark.parametrize(
    ("row", "place", "english", "french"),
    [
        ("{", ":2:2", "isn't JSON", "pas du JSON"),
        ("[" * 100_000, ":2", "", ""),
        ("[1]", ":2", "must be a JSON object", "doit être un objet JSON"),
        (GOOD | {"id": ""}, ":2", "“id” must be a text", "« id » doit être un texte"),
        (GOOD | {"id": 3}, ":2", "“id” must be a text", "« id » doit être un texte"),
        (GOOD | {"id": "first"}, ":2", "the id “first” is that of", "l'id « first » est celui de"),
        (GOOD | {"lang": "de"}, ":2", "“lang” must be fr or en", "« lang » doit être fr ou en"),
        (GOOD | {"question": None}, ":2", "“question” must be a text", "« question » doit être un texte"),
        (GOOD | {"expect": "cv"}, ":2", "“expect” must be a list", "« expect » doit être une liste"),
        (GOOD | {"expect": [None]}, ":2", "“expect” must be a list", "« expect » doit être une liste"),
        (GOOD | {"style": 1}, ":2", "“style” must be a text", "« style » doit être un texte"),
        (GOOD | {"style": "near-oos"}, ":2", "expects nothing", "n'attend rien"),
        (TALK | {"turns": []}, ":2", "“turns” must be a list", "« turns » doit être une liste"),
        (TALK | {"turns": ["x"]}, ":2", "“turns” must be a list", "« turns » doit être une liste"),
        (
            TALK | {"turns": [{"question": "a", "expect": []}, {"question": "b"}]},
            ":2 turns[1]",
            "“expect”",
            "« expect »",
        ),
    ],
)
def test_what_is_wrong_is_named_with_file_and_line(tmp_path: Path, row: object, place: str, english: str, french: str):
    file = write(tmp_path / "some.jsonl", GOOD | {"id": "first"}, row)
    with pytest.raises(AdvisorError) as raised:
        read_labelled([file])
    assert str(raised.value).startswith(f"{file}{place}: ")
    assert english in raised.value.said("en")
    assert french in raised.value.said("fr")
    assert "\n" not in raised.value.said("fr")


def test_an_id_is_unique_over_all_files(tmp_path: Path):
    one, other = write(tmp_path / "one.jsonl", GOOD), write(tmp_path / "other.jsonl", GOOD)
    with pytest.raises(AdvisorError, match=r"other\.jsonl:1: the id “q1” is that of .*one\.jsonl:1"):
        read_labelled([one, other])


def test_bytes_that_are_no_text_are_found_at_their_line(tmp_path: Path):
    file = tmp_path / "some.jsonl"
    file.write_bytes(json.dumps(GOOD).encode() + b"\n\n\xff\xfe\n")
    with pytest.raises(AdvisorError, match=r"some\.jsonl:3: this isn't UTF-8"):
        read_labelled([file])


def test_a_byte_order_mark_and_foreign_line_ends_do_no_harm(tmp_path: Path):
    file = tmp_path / "some.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode() + b"\r\n")
    assert len(read_labelled([file]).questions) == 1


def test_a_file_that_is_not_there_or_empty(tmp_path: Path):
    with pytest.raises(AdvisorError, match=r"gone\.jsonl: it can't be read: there is nothing of that name"):
        read_labelled([tmp_path / "gone.jsonl"])
    with pytest.raises(AdvisorError, match="there is no question in it"):
        read_labelled([write(tmp_path / "empty.jsonl", "", "  ")])


def test_entries_that_do_not_exist_are_named_once():
    labelled = Labelled()
    assert labelled.unknown([]) == ()


def test_unknown_entries_of_questions_and_turns(tmp_path: Path):
    labelled = read_labelled([write(tmp_path / "some.jsonl", GOOD | {"expect": ["cv", "blgo"]}, TALK)])
    assert labelled.unknown({"cv"}) == ("blgo",)
    assert labelled.unknown({"blgo"}) == ("cv",)
