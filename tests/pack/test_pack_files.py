import os
import signal
import socket
import sys
from pathlib import Path

import pytest
from good_pack import checked, write

from advisor.errors import KnowledgeError
from advisor.pack import files
from advisor.pack.files import LARGEST_FILE, pack_files
from advisor.pack.load import check_packs
from advisor.pack.telling import told

TOPIC = "- {id: a, title: b, answer: c, questions: [d e, f g, h i]}\n"


def link(path: Path, target: str) -> None:
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("this system allows no links")


def names(directory: Path) -> list[str]:
    return [each.relative for each in pack_files(directory)[0]]


def test_yaml_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    kept = ["B.YAML", "a.yaml", "b/a.yml", "b/c/d.yaml", "é.yaml"]
    left = ["a.json", "a.yaml.bak", "a.txt", "yaml", "pack.schema.json"]
    write(tmp_path, dict.fromkeys([*kept, *left], "x"))
    assert names(tmp_path) == kept


def test_hidden_files_and_folders_do_not_count(tmp_path: Path) -> None:
    write(tmp_path, dict.fromkeys(["a.yaml", ".b.yaml", ".git/c.yaml", "d/.e/f.yaml", ".yaml"], TOPIC))
    assert names(tmp_path) == ["a.yaml"]
    assert checked(tmp_path) == []


def test_a_folder_may_be_called_as_a_file_is(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml/b.yaml": TOPIC})
    assert names(tmp_path) == ["a.yaml/b.yaml"]
    assert checked(tmp_path) == []


@pytest.mark.parametrize("left", [{}, {"readme.txt": "x"}, {".hidden.yaml": TOPIC}])
def test_a_pack_holds_a_yaml_file_at_least(tmp_path: Path, left: dict[str, str]) -> None:
    assert checked(write(tmp_path / "p", left)) == [".:1:1: E112"]


def test_files_are_named_as_the_pack_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "p" / "q", {"a.yaml": "no: 1\n"})
    monkeypatch.chdir(tmp_path / "p")
    for named, shown in [("q", "q/a.yaml"), (".", "q/a.yaml"), ("../p/q", "../p/q/a.yaml"), ("./q", "q/a.yaml")]:
        assert {each.place.file for each in check_packs([Path(named)])} == {shown}
    absolute = tmp_path / "p" / "q"
    assert {each.place.file for each in check_packs([absolute])} == {f"{absolute.as_posix()}/a.yaml"}


def test_a_link_inside_the_pack_is_a_file_like_any_other(tmp_path: Path) -> None:
    pack = write(tmp_path / "p", {"notes.txt": TOPIC})
    link(pack / "a.yaml", "notes.txt")
    assert names(pack) == ["a.yaml"]
    assert checked(pack) == []


def test_a_pack_may_itself_be_reached_by_a_link(tmp_path: Path) -> None:
    write(tmp_path / "p", {"a.yaml": "no: 1\n"})
    link(tmp_path / "linked", "p")
    assert checked(tmp_path / "linked")[0].startswith("a.yaml:1:1:")


@pytest.mark.parametrize(
    ("name", "target", "expected"),
    [
        ("a.yaml", "../outside.yaml", "E108"),
        ("a.yaml", "/etc/hostname", "E108"),
        ("a.yaml", "../p-twin/x.yaml", "E108"),
        ("a.yaml", "nowhere.yaml", "E101"),
        ("a.yaml", "a.yaml", "E101"),
        ("a.yaml", "sub", "E108"),
        ("folder", "sub", "E108"),
        ("folder", "..", "E108"),
        ("folder", ".", "E108"),
    ],
)
def test_links_that_lead_elsewhere_are_told(tmp_path: Path, name: str, target: str, expected: str) -> None:
    write(tmp_path, {"outside.yaml": TOPIC, "p-twin/x.yaml": TOPIC})
    pack = write(
        tmp_path / "p", {"ok.yaml": TOPIC, "sub/fine.yaml": TOPIC.replace("id: a", "id: z").replace("b,", "y,")}
    )
    link(pack / name, target)
    if not (pack / name).exists() and expected == "E108":
        pytest.skip("this system has no such file")
    assert [each for each in checked(pack) if ": E1" in each] == [f"{name}:1:1: {expected}"]


def test_hidden_links_do_not_count(tmp_path: Path) -> None:
    pack = write(tmp_path / "p", {"ok.yaml": TOPIC})
    link(pack / ".link.yaml", "../nowhere")
    link(pack / ".folder", "..")
    link(pack / "notes.txt", "/etc")
    assert [each for each in checked(pack) if "notes" not in each] == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names on this system")
def test_what_is_no_file_is_told_and_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = write(tmp_path / "p", {"ok.yaml": TOPIC})
    os.mkfifo(pack / "pipe.yaml")
    monkeypatch.chdir(pack)
    before = signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(20)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.yaml")
        try:
            assert checked(pack) == ["pipe.yaml:1:1: E101", "socket.yaml:1:1: E101"]
        finally:
            signal.alarm(0)
            signal.signal(signal.SIGALRM, before)


def _too_long(*_: object) -> None:
    raise TimeoutError("a pipe was waited for")


def test_a_file_without_the_right_to_read_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = write(tmp_path / "p", {"a.yaml": TOPIC, "b.yaml": "id: b\nquestions: [x]\nrelated: [q]\n"})
    plain_open = Path.open

    def refuse(path: Path, *rest: object) -> object:
        if path.name == "a.yaml":
            raise PermissionError(13, "Permission denied")
        return plain_open(path, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    found = checked(pack)
    assert found[0] == "a.yaml:1:1: E101"
    assert not [each for each in found if each.endswith("E302")]


def test_a_folder_without_the_right_to_read_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = write(tmp_path / "p", {"a.yaml": TOPIC, "shut/b.yaml": TOPIC})
    plain_scan = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied", path)
        return plain_scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert checked(pack) == ["shut:1:1: E101"]


@pytest.mark.parametrize("size", [LARGEST_FILE, LARGEST_FILE + 1])
def test_a_file_of_more_than_two_megabytes_is_not_read(tmp_path: Path, size: int) -> None:
    pack = write(tmp_path / "p", {"a.yaml": TOPIC + "#" * (size - len(TOPIC))})
    assert checked(pack) == (["a.yaml:1:1: E105"] if size > LARGEST_FILE else [])


def test_a_file_that_grows_while_it_is_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = write(tmp_path / "p", {"a.yaml": TOPIC + "#" * LARGEST_FILE})
    monkeypatch.setattr(files, "LARGEST_FILE", LARGEST_FILE * 2)
    assert checked(pack) == ["a.yaml:1:1: E105"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nowhere", "There is no directory"),
        ("file.yaml", "is not a directory"),
        ("file.yaml/p", "is not a directory"),
        ("loop", "can't be read|There is no directory"),
        ("bad\0name", "can't be read"),
        ("x" * 300, "can't be read"),
    ],
)
def test_a_pack_that_is_not_there_is_one_sentence(tmp_path: Path, name: str, said: str) -> None:
    write(tmp_path, {"file.yaml": TOPIC})
    link(tmp_path / "loop", "loop")
    with pytest.raises(KnowledgeError, match=said) as caught:
        pack_files(tmp_path / name)
    assert str(caught.value).endswith(".")
    assert str(caught.value).isprintable()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_no_terminal_takes_is_escaped(tmp_path: Path) -> None:
    pack = tmp_path / "p"
    pack.mkdir()
    (pack / "a\n\x1b[31m.yaml").write_text("no: 1\n")
    with Path(os.fsdecode(os.fsencode(pack) + b"/\xff.yaml")).open("w") as stream:
        stream.write("no: 1\n")
    findings = check_packs([pack])
    assert len(findings) == 2
    assert all(str(each).isprintable() and str(told(each, "en").as_json()["file"]).isprintable() for each in findings)
