from pathlib import Path

import pytest
from good_pack import GOOD, write

from advisor.cli import templates
from advisor.errors import DONE, FAILED, KnowledgeError

Capture = pytest.CaptureFixture[str]


def test_a_template_gives_one_phrasing_a_line(capsys: Capture) -> None:
    assert templates.run("{quel|mon} salaire [net]", "en") == DONE
    assert capsys.readouterr() == ("quel salaire net\nquel salaire\nmon salaire net\nmon salaire\n", "")


def test_a_template_that_cannot_be_expanded_is_shown_with_a_mark(capsys: Capture) -> None:
    assert templates.run("ab {c|d", "en") == FAILED
    assert capsys.readouterr() == ("", "ab {c|d\n   ^ `{` is never closed\n")


def test_the_mark_stands_under_the_fault_behind_what_is_escaped(capsys: Capture) -> None:
    assert templates.run("a\x1b]", "en") == FAILED
    assert capsys.readouterr().err.splitlines() == [
        "a\\x1b]",
        "     ^ a stray `]` (a backslash before it takes it as it is)",
    ]


@pytest.mark.parametrize("template", ["", " ", "[a]"])
def test_a_template_with_nothing_in_it_is_refused(
    template: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(write(tmp_path, GOOD))
    assert templates.run(template, "en") == FAILED
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.endswith("^ the template may come out empty\n")


def test_a_file_gives_its_templates_with_their_places(tmp_path: Path, capsys: Capture) -> None:
    pack = write(tmp_path / "p", GOOD)
    file = pack / "topics" / "pay.yaml"
    assert templates.run(str(file), "en") == DONE
    shown = capsys.readouterr()
    assert shown.err == ""
    assert shown.out.splitlines() == [
        f"{file.as_posix()}:46:19: {{quel|combien de}} salaire [brut] demander",
        "  quel salaire brut demander",
        "  quel salaire demander",
        "  combien de salaire brut demander",
        "  combien de salaire demander",
    ]


def test_a_pack_gives_those_of_all_its_files_and_kinds(tmp_path: Path, capsys: Capture) -> None:
    files = {
        "a.yaml": "- {id: a, title: t, answer: c, questions: [{template: '{a|b} x'}, {template: '{a|b} x'}, plain]}\n",
        "b.yaml": "- {id: a, questions: {en: {anna: [{template: '[c] y'}]}}}\n",
        "c.yaml": "small_talk: [{id: s, title: t, replies: c, questions: [{template: 'd'}]}]\n",
        "d.yaml": "background: [{template: 'e'}]\n",
    }
    pack = write(tmp_path / "p", files)
    assert templates.run(str(pack), "en") == DONE
    assert [line.removeprefix(f"{pack.as_posix()}/") for line in capsys.readouterr().out.splitlines()] == [
        "a.yaml:1:55: {a|b} x",
        "  a x",
        "  b x",
        "a.yaml:1:78: {a|b} x",
        "  a x",
        "  b x",
        "b.yaml:1:46: [c] y",
        "  c y",
        "  y",
        "c.yaml:1:67: d",
        "  d",
        "d.yaml:1:25: e",
        "  e",
    ]


def test_errors_go_to_standard_error_beside_what_can_be_expanded(tmp_path: Path, capsys: Capture) -> None:
    text = "- {id: a, title: t, answer: c, questions: [{template: '{a'}, {template: 'b'}]}\n"
    pack = write(tmp_path / "p", {"x.yaml": text})
    assert templates.run(str(pack), "en") == FAILED
    shown = capsys.readouterr()
    assert shown.out == f"{pack.as_posix()}/x.yaml:1:73: b\n  b\n"
    assert shown.err.startswith(f"{pack.as_posix()}/x.yaml:1:56: E207 ")


def test_a_pack_without_templates_gives_nothing(tmp_path: Path, capsys: Capture) -> None:
    assert templates.run(str(write(tmp_path / "p", {"x.yaml": "id: a\ntitle: b\nanswer: c\n"})), "en") == DONE
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("name", ["nowhere.yaml", "nowhere/pack.yml"])
def test_a_file_that_is_not_there_is_no_template(tmp_path: Path, name: str, capsys: Capture) -> None:
    with pytest.raises(KnowledgeError, match="There is no file") as caught:
        templates.run(str(tmp_path / name), "en")
    assert caught.value.said("fr") == f"Il n'y a pas de fichier {tmp_path / name}."
    assert capsys.readouterr() == ("", "")


def test_a_directory_without_yaml_is_told(tmp_path: Path, capsys: Capture) -> None:
    assert templates.run(str(write(tmp_path / "p", {})), "en") == FAILED
    assert "E112" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"x.yaml": "a"})
    monkeypatch.setattr(Path, "read_bytes", _refuse)
    with pytest.raises(KnowledgeError) as caught:
        templates.run(str(tmp_path / "x.yaml"), "en")
    assert str(caught.value) == f"The file {tmp_path / 'x.yaml'} can't be read: access is denied."
    assert capsys.readouterr() == ("", "")


def _refuse(*_: object) -> None:
    raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize("template", ["a" * 5000, "a\0b", "{a|b}/" * 3])
def test_what_no_file_can_be_called_is_a_template(template: str, capsys: Capture) -> None:
    assert templates.run(template, "en") in (DONE, FAILED)
    shown = capsys.readouterr()
    assert all(line.isprintable() for line in (*shown.out.splitlines(), *shown.err.splitlines()))


def test_what_a_pack_says_never_reaches_the_terminal_raw(tmp_path: Path, capsys: Capture) -> None:
    text = '- {id: a, title: t, answer: c, questions: [{template: "a\\u202Eb {c\\n|d}"}]}\n'
    assert templates.run(str(write(tmp_path / "p", {"x.yaml": text})), "en") == DONE
    assert all(line.isprintable() for line in capsys.readouterr().out.splitlines())
