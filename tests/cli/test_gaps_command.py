"""`advisor gaps` in process: the three sources, the three forms, and what is said where it can't be done."""

import json
from pathlib import Path

import yaml
from calls import Call

from advisor.settings import Places, Settings
from advisor.store.opening import open_store

LINES = "quelle planète a des anneaux\nQuelle planète a des anneaux ?\ncomment faire un cv\nmon mail est a.b@c.fr, la lune ?\n"


def test_a_log_is_read_from_standard_input(call: Call, small: Path):
    done = call("gaps", "-", "--only", "--lang", "fr", feed=LINES.encode())
    assert done.code == 0
    assert done.out.splitlines()[0].startswith("Sans réponse")
    assert "2 × quelle planète a des anneaux" in done.out
    assert "a.b@c.fr" not in done.out
    assert "comment faire un cv" not in done.out


def test_a_file_in_json_holds_every_wording(call: Call, small: Path, tmp_path: Path):
    (tmp_path / "log.txt").write_text(LINES, encoding="utf-8")
    done = call("gaps", str(tmp_path / "log.txt"), "--only", "--json")
    found = json.loads(done.out)
    assert (found["asked"], found["answered"]) == (4, 1)
    assert found["gaps"][0]["times"] == 2
    assert len(found["gaps"][0]["wordings"]) == 2
    assert set(found["gaps"][0]) == {"question", "language", "times", "wordings", "nearest", "neighbourhood"}


def test_what_the_program_kept_is_gathered_without_an_argument(call: Call, small: Path, here: Places):
    store = open_store(here, Settings(), lambda words: None)
    store.unanswered.add("quelle planète a des anneaux", "fr")
    store.close()
    done = call("gaps", "--only", "--lang", "en")
    assert "1 × quelle planète a des anneaux" in done.out
    assert "Unanswered: 1 " in done.out


def test_with_nothing_kept_it_says_so_and_keeps_nothing(call: Call, small: Path, here: Places):
    done = call("gaps", "--only", "--lang", "en")
    assert (done.code, done.out) == (0, "No unanswered question is kept here.\n")
    assert not here.store_file.exists()


def test_the_patch_is_yaml_that_names_its_next_step(call: Call, small: Path):
    done = call("gaps", "-", "--only", "--yaml", "--lang", "en", feed=LINES.encode())
    assert "advisor check DIR" in done.out
    assert isinstance(yaml.safe_load(done.out), dict)


def test_two_forms_at_once_are_wrong_usage(call: Call, small: Path):
    done = call("gaps", "-", "--only", "--yaml", "--json", "--lang", "en", feed=b"")
    assert (done.code, done.out) == (2, "")
    assert "choose one" in done.err


def test_a_file_that_cannot_be_read_is_one_line(call: Call, small: Path, tmp_path: Path):
    (tmp_path / "latin").write_bytes("é\n".encode("latin-1"))
    for name in ("nowhere", "latin"):
        done = call("gaps", str(tmp_path / name), "--only")
        assert done.code == 1
        assert len(done.err.splitlines()) == 1
