"""`advisor data`: where it lies, all of it, back again, none of it."""

import io
import json
import sys
from pathlib import Path

import pytest
from calls import Call, program

from advisor.reply import Reply
from advisor.settings import Places, Settings, places
from advisor.store.opening import open_store
from advisor.store.records import Everything


def kept(here: Places) -> Everything:
    store = open_store(here, Settings(), lambda _words: None)
    held = store.everything()
    store.close()
    return held


@pytest.fixture
def filled(here: Places) -> Everything:
    store = open_store(here, Settings(), lambda _words: None)
    talk = store.conversations.begin("fr")
    store.conversations.add(talk, "Où [b] débuter ?", Reply("Où", "fr", "answer", "Ici."))
    store.questions.add("Où [b] débuter ?")
    store.steps.mark("P1.1", "done")
    store.close()
    here.config.mkdir(parents=True)
    here.settings_file.write_text('theme = "light"  # à moi\n', encoding="utf-8")
    return kept(here)


def test_each_place_is_named(call: Call, here: Places) -> None:
    assert str(here.store_file) in call("data").out
    assert call("data").out == call("data", "path").out
    told = json.loads(call("data", "path", "--json").out)
    assert told["data"] == str(here.store_file)
    assert told["settings"] == str(here.settings_file)
    assert not here.data.exists()


def test_an_export_imported_elsewhere_restores_everything(
    call: Call, filled: Everything, tmp_path: Path, here: Places
) -> None:
    file = tmp_path / "all.json"
    done = call("data", "export", str(file))
    assert (done.code, done.out) == (0, "")
    assert str(file) in done.err
    elsewhere = places(tmp_path / "elsewhere")
    done = call("--data", str(tmp_path / "elsewhere"), "data", "import", str(file))
    assert done.code == 0
    assert "étapes marquées (1)" in done.err
    assert kept(elsewhere) == filled
    assert elsewhere.settings_file.read_text(encoding="utf-8") == here.settings_file.read_text(encoding="utf-8")


def test_an_export_goes_through_a_pipe(call: Call, filled: Everything, tmp_path: Path) -> None:
    exported = call("data", "export").out
    assert "Où [b] débuter ?" in exported
    done = call("--lang", "en", "--data", str(tmp_path / "else"), "data", "import", "-", feed=exported.encode())
    assert (done.code, done.out) == (0, "")
    assert "conversations (1)" in done.err
    assert kept(places(tmp_path / "else")) == filled


def test_importing_what_is_there_adds_nothing_and_leaves_the_settings(
    call: Call, filled: Everything, here: Places
) -> None:
    exported = call("data", "export").out
    here.settings_file.write_text('theme = "dark"\n', encoding="utf-8")
    done = call("data", "import", feed=exported.encode())
    assert "déjà là" in done.err
    assert str(here.settings_file) in done.err
    assert here.settings_file.read_text(encoding="utf-8") == 'theme = "dark"\n'


def test_nothing_is_written_over_a_file(call: Call, filled: Everything, tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("mine")
    done = call("data", "export", str(file))
    assert done.code == 1
    assert len(done.err.splitlines()) == 1
    assert file.read_text() == "mine"


@pytest.mark.parametrize("feed", [b"", b"{}", b"\xff", b"[1]"])
def test_what_is_no_export_is_refused_in_one_line(call: Call, feed: bytes, here: Places) -> None:
    done = call("data", "import", feed=feed)
    assert done.code == 1
    assert len(done.err.splitlines()) == 1
    assert not here.data.exists()


def test_deleting_says_what_goes_and_leaves_nothing(call: Call, filled: Everything, here: Places) -> None:
    here.state.mkdir(parents=True)
    (here.state / "faults.log").write_text("a fault")
    (here.data / "advisor.damaged-2026-01-01.db").write_text("set aside")
    done = call("data", "delete", "--yes")
    assert done.code == 0
    for told in ("conversations (1)", "étapes marquées (1)", "advisor.db", "settings.toml", "faults.log", "damaged"):
        assert told in done.err
    assert not any(place.exists() for place in (here.config, here.data, here.state))
    assert "rien à effacer" in call("data", "delete", "--yes").err


def test_nothing_is_deleted_where_nobody_can_be_asked(call: Call, filled: Everything, here: Places) -> None:
    done = call("data", "delete")
    assert done.code == 2
    assert "--yes" in done.err
    assert kept(here) == filled


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("typed", "goes"), [("oui\n", True), ("Y\n", True), ("non\n", False), ("\n", False), ("", False)]
)
def test_a_person_is_asked(
    call: Call, filled: Everything, here: Places, monkeypatch: pytest.MonkeyPatch, typed: str, goes: bool
) -> None:
    monkeypatch.setattr("advisor.cli.data.is_terminal", lambda _stream: True)
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    from advisor.cli.main import main

    assert main(["data", "delete"]) == 0
    assert here.store_file.exists() is not goes


@pytest.mark.skipif(sys.platform == "win32", reason="the lock that tells is for systems with fcntl")
def test_nothing_is_deleted_while_another_program_has_it_open(filled: Everything, here: Places) -> None:
    store = open_store(here, Settings(), lambda _words: None)
    store.questions.add("une autre")
    done = program("data", "delete", "--yes", LANG="en_GB.UTF-8")
    assert done.code == 1
    assert "another program" in done.err
    store.close()
    assert len(kept(here).questions) == 2


def test_a_file_of_a_later_version_is_neither_exported_nor_imported_into(
    call: Call, filled: Everything, here: Places
) -> None:
    exported = call("data", "export").out
    import sqlite3

    connection = sqlite3.connect(here.store_file)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    for words, feed in ((("export",), b""), (("import",), exported.encode())):
        done = call("data", *words, feed=feed)
        assert done.code == 1
        assert done.out == ""
        assert "plus récente" in done.err


@pytest.mark.parametrize("words", [("frob",), ("path", "x"), ("delete", "x"), ("export", "a", "b")])
def test_other_words_are_wrong_usage(call: Call, words: tuple[str, ...]) -> None:
    assert call("data", *words).code == 2
