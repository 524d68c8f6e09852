import json
from pathlib import Path

import pytest
from good_pack import GOOD, write

from advisor.cli import check
from advisor.errors import DONE, FAILED, KnowledgeError

Capture = pytest.CaptureFixture[str]

WRONG = {
    "b.yaml": 'id: b\ntitle: 12\nanswer: "cœur [b]"\nquestions: [d e, f g, h i]\n',
    "a.yaml": "id: a\ntitle: x\nanswer: y\nrelated: [b, c]\nquestions: [d e f]\n",
}


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    return write(tmp_path / "wrong", WRONG)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return write(tmp_path / "good", GOOD)


def test_a_finding_is_a_line_and_the_summary_is_no_output(wrong: Path, capsys: Capture) -> None:
    assert check.run([wrong], False, [], "en") == FAILED
    shown = capsys.readouterr()
    assert shown.out.splitlines() == [
        f"{wrong}/a.yaml:1:5: W404 `a` has only 1 question in fr; write some as people would type them",
        f"{wrong}/a.yaml:4:14: E302 no topic `c` exists",
        f'{wrong}/b.yaml:2:8: E204 YAML reads `12` as a number, not as text; quote it: "12"',
    ]
    assert shown.err == "2 errors, 1 warning.\n"


def test_json_says_the_same(wrong: Path, capsys: Capture) -> None:
    check.run([wrong], False, [], "en")
    lines = capsys.readouterr().out.splitlines()
    assert check.run([wrong], True, [], "en") == FAILED
    said = json.loads(capsys.readouterr().out)
    assert (said["errors"], said["warnings"]) == (2, 1)
    assert [
        f"{each['file']}:{each['line']}:{each['column']}: {each['code']} "
        + each["message"]
        + (f"; {each['mend']}" if each["mend"] else "")
        for each in said["findings"]
    ] == lines
    assert {each["severity"] for each in said["findings"] if each["code"][0] == "E"} == {"error"}
    assert {each["severity"] for each in said["findings"] if each["code"][0] == "W"} == {"warning"}
    assert [*said["findings"][0]] == ["file", "line", "column", "severity", "code", "message", "mend"]


def test_a_good_pack_is_done_without_output(good: Path, capsys: Capture) -> None:
    assert check.run([good], False, [], "en") == DONE
    assert capsys.readouterr() == ("", "no errors, no warnings.\n")
    assert check.run([good], True, [], "en") == DONE
    assert json.loads(capsys.readouterr().out) == {"errors": 0, "warnings": 0, "findings": []}


def test_warnings_alone_are_done(tmp_path: Path, capsys: Capture) -> None:
    pack = write(tmp_path / "p", {"a.yaml": "id: a\ntitle: b\nanswer: c\nquestions: [d, e]\n"})
    assert check.run([pack], False, [], "en") == DONE
    shown = capsys.readouterr()
    assert shown.out.endswith(": W404 `a` has only 2 questions in fr; write some as people would type them\n")
    assert shown.err == "no errors, 1 warning.\n"


@pytest.mark.parametrize("as_json", [False, True])
def test_a_missing_directory_is_left_to_whoever_called(tmp_path: Path, capsys: Capture, as_json: bool) -> None:
    with pytest.raises(KnowledgeError, match="There is no directory"):
        check.run([tmp_path / "nowhere"], as_json, [], "en")
    assert capsys.readouterr() == ("", "")


def test_a_pack_lies_over_the_base_whose_own_findings_are_left_out(good: Path, wrong: Path, capsys: Capture) -> None:
    over = write(good.parent / "over", {"x.yaml": "id: pay\nquestions: [encore une question]\n"})
    assert check.run([over], False, [good], "en") == DONE
    assert capsys.readouterr().out == ""
    assert check.run([over], False, [good, wrong], "en") == DONE
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines() == [
        "no errors, no warnings.",
        f"The knowledge below has 2 errors: run advisor check {good} {wrong}",
    ]
    assert check.run([over], False, [], "en") == FAILED


def test_without_a_directory_the_base_is_checked(wrong: Path, good: Path, capsys: Capture) -> None:
    assert check.run([], False, [good], "en") == DONE
    assert check.run([], False, [good, wrong], "en") == FAILED
    assert capsys.readouterr().out.count("\n") == 3


def test_the_base_is_not_laid_under_itself(good: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(good.parent)
    assert check.run([Path("good")], False, [good], "en") == DONE
    assert check.run([Path("good/../good")], False, [good], "en") == DONE
    assert capsys.readouterr().out == ""


def test_several_directories_are_laid_in_their_order(tmp_path: Path, capsys: Capture) -> None:
    one = write(tmp_path / "one", {"a.yaml": "id: a\ntitle: b\nanswer: c\nquestions: [d e, f g, h i]\n"})
    two = write(tmp_path / "two", {"a.yaml": "id: a\nquestions: [j k]\n"})
    assert check.run([one, two], False, [], "en") == DONE
    assert check.run([two, one], False, [], "en") == FAILED
    assert capsys.readouterr().out.splitlines()[0].startswith(f"{two}/a.yaml:1:5: E302")


def test_what_a_file_says_never_reaches_the_terminal_raw(tmp_path: Path, capsys: Capture) -> None:
    text = 'id: a\n"t\\nitle\\u202E": b\n"\\u200bx": y\nanswer: "{\\n"\ntitle: b\n'
    pack = write(tmp_path / "p", {"a.yaml": text})
    check.run([pack], False, [], "en")
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert all(line.isprintable() for line in lines)
    check.run([pack], True, [], "en")
    assert all(line.isprintable() for line in capsys.readouterr().out.splitlines())
