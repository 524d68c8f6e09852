"""Where an exported conversation goes: what is asked for, what is never overwritten, what can't be written."""

import contextlib
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_formats import AT, talk

from advisor.errors import AdvisorError
from advisor.export.file import FORMATS, Wish, named, wish, written

TALK = talk("bonjour")


@pytest.fixture(autouse=True)
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The directory that the program is in."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("", Wish("markdown")),
        ("html", Wish("html")),
        ("en HTML", Wish("html")),
        ("notes.html", Wish("html", "notes.html")),
        ("html notes", Wish("html", "notes")),
        ("notes texte", Wish("text", "notes")),
        ("mes notes en html", Wish("html", "mes notes")),
        ('"mes notes.txt"', Wish("text", "mes notes.txt")),
        ("~/notes.md", Wish("markdown", "~/notes.md")),
        ("md html", Wish("markdown", "html")),
        ("pdf", Wish("markdown", "pdf", "pdf")),
        ("en PDF", Wish("markdown", "PDF", "pdf")),
        ("mes notes.docx", Wish("markdown", "mes notes.docx", "docx")),
        ("html notes.pdf", Wish("html", "notes.pdf")),
    ],
)
def test_words_name_a_format_and_a_file_in_either_order(words: str, wanted: Wish) -> None:
    assert wish(words) == wanted


def test_a_file_has_the_ending_of_its_format_and_lies_where_the_program_is(room: Path) -> None:
    assert named(Wish("markdown"), AT) == room / "advisor-2026-11-25-21h40.md"
    assert named(Wish("html", "notes"), AT) == room / "notes.html"
    assert named(Wish("html", "notes.HTM"), AT) == room / "notes.HTM"
    assert named(Wish("html", "version 1.2"), AT) == room / "version 1.2.html"
    assert named(Wish("text", "../notes.txt"), AT).resolve() == room.parent / "notes.txt"
    assert named(Wish("text", "~/a"), AT) == room.parent / "home" / "a.txt"
    assert named(Wish("text", "qui ?"), AT).name == "qui -.txt"
    assert named(Wish("text", "."), AT).resolve() == room / "advisor-2026-11-25-21h40.txt"


@pytest.mark.parametrize("format", FORMATS)
def test_another_file_is_never_overwritten(format: str, room: Path) -> None:
    first = written(TALK, wish(f"{format} notes"))
    before = first.file.read_bytes()
    second = written(talk("autre chose"), wish(f"{format} notes"))
    assert (first.taken, second.taken) == ("", first.file.name)
    assert second.file == room / f"notes-2{first.file.suffix}"
    assert first.file.read_bytes() == before
    assert "autre chose" in second.file.read_text(encoding="utf-8")


def test_a_link_that_leads_nowhere_is_not_written_through(room: Path) -> None:
    (room / "notes.md").symlink_to(room / "elsewhere.md")
    assert written(TALK, wish("notes.md")).file.name == "notes-2.md"
    assert not (room / "elsewhere.md").exists()


def test_a_format_that_nothing_here_writes_is_refused(room: Path) -> None:
    with pytest.raises(AdvisorError) as refused:
        written(TALK, wish("pdf"))
    assert "A browser prints the HTML page to PDF" in refused.value.said("en")
    assert "markdown, html ou text" in refused.value.said("fr")
    assert not list(room.iterdir())


@pytest.mark.parametrize("name", ["nowhere/notes", "x" * 300, "a\0b", "fichier/notes"])
def test_what_cannot_be_written_is_one_sentence_that_says_what_to_do(name: str, room: Path) -> None:
    (room / "fichier").write_text("", encoding="utf-8")
    if "\0" in name:
        assert written(TALK, wish(name)).file.name == "ab.md"
        return
    with pytest.raises(AdvisorError) as refused:
        written(TALK, wish(name))
    assert "choisissez" in refused.value.said("fr")
    assert "choose" in refused.value.said("en")
    assert [file.name for file in room.iterdir()] == ["fichier"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may write everywhere")
def test_where_nothing_can_be_put_here_it_goes_home(room: Path, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    room.chmod(0o500)
    assert written(TALK, wish("")).file.parent == tmp_path / "home"


def test_a_full_disk_leaves_no_half_of_a_file(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(AdvisorError, match="the disk is full"):
        written(TALK, wish("notes"))
    assert list(room.iterdir()) == []


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30))
def test_any_words_write_a_file_with_an_ending_of_ours_or_a_sentence(words: str) -> None:
    with contextlib.suppress(AdvisorError):
        done = written(TALK, wish(words.replace("/", "").replace("~", "").replace("\\", "")))
        assert done.file.suffix.casefold() in (".md", ".html", ".txt", ".htm", ".markdown")
