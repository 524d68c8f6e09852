"""`advisor eval` as it is called: text, JSON, the page, a comparison, and what is wrong with a call."""

import dataclasses
import io
import json
import re
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from advisor.cli.main import main
from advisor.measure.compare import compare, read_saved
from advisor.measure.page import as_page
from advisor.measure.report import Report
from advisor.measure.runs import Judged, Run
from advisor.measure.text import as_text
from advisor.measure.words import SAID

Run_ = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory, small_pack: Path) -> Path:
    """A data directory in which the small pack's index is ready."""
    data = tmp_path_factory.mktemp("ready")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
        patch.setattr(sys, "stderr", io.StringIO())
        assert main(["--only", "--knowledge", str(small_pack), "--data", str(data), "ask", "cv"]) == 0
    return data


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], small_pack: Path, cache: Path) -> Run_:
    def called(*arguments: str | Path, lang: str = "en") -> tuple[int, str, str]:
        over = ["--only", "--knowledge", str(small_pack), "--data", str(cache), "--lang", lang]
        code = main(["eval", *map(str, arguments), *over])
        return code, *capsys.readouterr()

    return called


@pytest.fixture
def saved(call: Run_, questions_file: Path, tmp_path: Path) -> dict[str, Any]:
    code, out, _ = call(questions_file, "--json")
    assert code == 0
    held: dict[str, Any] = json.loads(out)
    return held


def test_the_table_says_how_each_language_and_style_does(call: Run_, questions_file: Path):
    code, out, err = call(questions_file)
    assert (code, err) == (0, "")
    assert re.search(r"^all +on the map +6 ", out, re.MULTILINE)
    assert re.search(r"^en +typo +1 +100\.0 ", out, re.MULTILINE)
    assert re.search(r"^all +near-oos +1 ", out, re.MULTILINE)
    assert re.search(r"^en +2 +\d", out[out.index("Dialogues") :], re.MULTILINE)
    for title in ("Confidence", "Risk and coverage", "Confusions"):
        assert f"\n{title}\n=" in out
    assert max(map(len, out.splitlines())) <= 110


def test_the_same_in_french(call: Run_, questions_file: Path):
    code, out, _ = call(questions_file, lang="fr")
    assert code == 0
    assert re.search(r"^toutes +à traiter +6 ", out, re.MULTILINE)
    assert re.search(r"\d,\d", out)
    assert not re.search(r"\d\.\d{3}", out.replace("version 0.", ""))


def test_every_word_stands_in_both_languages():
    assert SAID["fr"].keys() == SAID["en"].keys()


def test_json_holds_the_figures_and_every_question(saved: dict[str, Any]):
    assert [row["id"] for row in saved["questions"]] == [f"q{n}" for n in range(1, 10)]
    assert [row["id"] for row in saved["turns"]] == ["d1.1", "d1.2"]
    row = saved["questions"][0]
    assert row["outcome"] in ("right", "offered")
    assert row["ranked"][0] == "cv"
    scope = saved["figures"]["scopes"][0]
    assert 0 <= scope["ece"] <= 1
    assert saved["comparison"] is None
    assert saved["cross_validation"] is None


def test_two_runs_give_the_same_json(call: Run_, questions_file: Path, saved: dict[str, Any]):
    assert json.loads(call(questions_file, "--json")[1]) == saved


class Outside(HTMLParser):
    """Collects what a page would fetch or run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag in ("script", "link", "img", "iframe", "object", "embed", "base", "audio", "video"):
            self.found.append(tag)
        self.found += [f"{tag} {name}" for name, value in attrs if name.startswith("on") or name in ("src", "href")]


def test_the_page_is_whole_and_needs_nothing_from_elsewhere(call: Run_, questions_file: Path, tmp_path: Path):
    file = tmp_path / "page.html"
    code, _, err = call(questions_file, "--html", file)
    assert code == 0
    assert str(file) in err
    page = file.read_text(encoding="utf-8")
    parser = Outside()
    parser.feed(page)
    assert parser.found == []
    assert {"svg", "table", "figure"} <= parser.tags
    assert "http" not in page.replace("http-equiv", "")
    assert "@import" not in page
    assert "url(" not in page
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert page.count("<svg") == page.count("</svg>") == page.count('role="img"') >= 3


def test_a_run_compared_with_itself_changes_nothing(
    call: Run_, questions_file: Path, saved: dict[str, Any], tmp_path: Path
):
    file = tmp_path / "saved.json"
    file.write_text(json.dumps(saved), encoding="utf-8")
    code, out, _ = call(questions_file, "--compare", file)
    assert code == 0
    assert "11 questions asked both times; 0 only then, 0 only now" in " ".join(out.split())
    assert "No reply changed." in out
    assert re.search(r"answered right or rightly refused +(\d+) +\1 +0 +0 +1\.0000", out)


def test_a_comparison_names_the_questions_that_changed(
    call: Run_, questions_file: Path, saved: dict[str, Any], tmp_path: Path
):
    first, second, third = saved["questions"][:3]
    first["outcome"], first["given"], first["top_1"] = "wrong", ["blog"], False
    second["id"] = "gone"
    third["question"] = "in other words"
    file = tmp_path / "saved.json"
    file.write_text(json.dumps(saved), encoding="utf-8")
    code, out, _ = call(questions_file, "--compare", file, "--json")
    assert code == 0
    found = json.loads(out)["comparison"]
    assert (found["both"], found["only_saved"], found["only_now"]) == (9, 2, 2)
    assert [one["id"] for one in found["changed"]] == ["q1"]
    assert found["top_1"]["test"] == {"only_before": 0, "only_after": 1, "p": 1.0}
    assert found["changed"][0]["before"] == "wrong"
    text = call(questions_file, "--compare", file)[1]
    assert "wrong: blog" in text


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"format": 99}', '{"format": 1}', '{"format": 1, "cross_validation": null, "questions": [{}]}'],
)
def test_what_is_no_saved_run_is_refused_before_anything_is_asked(
    call: Run_, questions_file: Path, tmp_path: Path, content: str
):
    file = tmp_path / "saved.json"
    file.write_text(content, encoding="utf-8")
    code, out, err = call(questions_file, "--compare", file)
    assert (code, out) == (1, "")
    assert f"{file} isn’t a run" in err
    assert err.count("\n") == 1


def test_a_saved_run_that_is_not_there(call: Run_, questions_file: Path, tmp_path: Path):
    code, _, err = call(questions_file, "--compare", tmp_path / "gone.json")
    assert code == 1
    assert "can’t be read" in err


def test_a_curve_and_a_cross_validation(call: Run_, questions_file: Path, tmp_path: Path):
    page = tmp_path / "page.html"
    code, out, err = call(questions_file, "--percentages", "50,100", "--cross-validate", "--html", page)
    assert code == 0
    assert re.search(r"^50 +all +\d+ ", out, re.MULTILINE)
    assert re.search(r"^100 +fr +\d+ ", out, re.MULTILINE)
    assert "40 questions" in out[out.index("Cross-validation\n=") :]
    assert "Learning 50% of the phrasings…" in err
    assert "part 3 of 3" in err
    assert "stroke1" in page.read_text(encoding="utf-8")


def test_a_cross_validation_needs_no_file(call: Run_):
    code, out, _ = call("--cross-validate", "--json")
    assert code == 0
    found = json.loads(out)
    assert found["questions"] == []
    assert len(found["cross_validation"]["questions"]) == 40


def test_what_expects_an_entry_that_does_not_exist_is_warned_of(call: Run_, tmp_path: Path):
    file = tmp_path / "some.jsonl"
    file.write_text('{"id": "a", "lang": "en", "question": "cv", "expect": ["curriculum"]}', encoding="utf-8")
    code, out, err = call(file)
    assert code == 0
    assert "no entry called curriculum" in err
    assert "Questions to refuse" not in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "measure on what?"),
        (["--percentages", "10"], "measure on what?"),
        (["x.jsonl", "--percentages", "0"], "“0” in --percentages"),
        (["x.jsonl", "--percentages", "101"], "“101” in --percentages"),
        (["x.jsonl", "--percentages", "nan"], "“nan” in --percentages"),
        (["x.jsonl", "--percentages", "10;20"], "“10;20” in --percentages"),
        (["x.jsonl", "--percentages", ","], "--percentages needs a number"),
        (["x.jsonl", "--html", "nowhere/at/all.html"], "there is no directory for nowhere/at/all.html"),
    ],
)
def test_wrong_usage(call: Run_, arguments: list[str], said: str):
    code, out, err = call(*arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_a_broken_file_is_named_with_its_line(call: Run_, tmp_path: Path):
    file = tmp_path / "some.jsonl"
    file.write_text('{"id": "a", "lang": "en", "question": "cv", "expect": []}\nnonsense\n', encoding="utf-8")
    code, out, err = call(file)
    assert (code, out) == (1, "")
    assert err == f"advisor: {file}:2:1: this isn’t JSON\n"


def test_questions_with_control_characters_stay_on_their_line(judged: Judged, tmp_path: Path):
    asked = list(judged.asked)
    hostile = dataclasses.replace(asked[4].question, question="a blog\x1b[31m\nwith photos")
    asked[4] = dataclasses.replace(asked[4], question=hostile)
    report = Report(Run("x", (), Judged.of(asked)), "en")
    assert "\x1b" not in as_text(report, 80)
    assert "a blog [31m with photos" in as_text(report, 80)
    assert as_page(report).startswith("<!doctype html>")


def test_a_page_of_one_language_and_side(judged: Judged):
    only = [one for one in judged.asked if one.question.language == "fr" and one.question.on_the_map]
    for language in ("fr", "en"):
        text = as_text(Report(Run("x", (), Judged.of(only)), language), 80)
        assert "–" in text


def test_saved_runs_are_read_with_their_turns(saved: dict[str, Any], judged: Judged, tmp_path: Path):
    file = tmp_path / "saved.json"
    file.write_text(json.dumps(saved), encoding="utf-8")
    held = read_saved(file)
    assert set(held) == {*(f"q{n}" for n in range(1, 10)), "d1.1", "d1.2"}
    assert compare(file, held, [*judged.asked, *judged.turns]).both == 11
