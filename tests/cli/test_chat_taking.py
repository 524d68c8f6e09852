"""Copying and exporting in the conversation on lines, and lines that can be read aloud."""

import base64
import re
from contextlib import closing
from pathlib import Path

import pytest
from calls import ON_SMALL, Call
from test_chat_command import chat

from advisor.cli.render import aloud

pytestmark = pytest.mark.usefixtures("small")


@pytest.fixture(autouse=True)
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The directory that the program is in."""
    (tmp_path / "room").mkdir()
    monkeypatch.chdir(tmp_path / "room")
    return tmp_path / "room"


@pytest.mark.parametrize("command", ["copier", "/copier", "/modèle", "tout copier", "exporter"])
def test_where_nothing_was_said_there_is_nothing_to_take_along(call: Call, command: str) -> None:
    (said,) = chat(call, command)[1:-1]
    assert said.endswith(".")
    assert "plein écran" not in said


def test_the_talk_is_exported_with_its_questions_and_the_talk_says_where(call: Call, room: Path) -> None:
    said = chat(call, "comment faire un cv", "pas ça", "/exporter html mon cv", "exporter en texte")
    assert said[-3] == f"Conversation enregistrée\u00a0: {room / 'mon cv.html'}"
    page = (room / "mon cv.html").read_text(encoding="utf-8")
    assert page.index("comment faire un cv") < page.index("Non, pas ça")
    (text,) = room.glob("advisor-*.txt")
    assert "comment faire un cv" in text.read_text(encoding="utf-8")


def test_another_conversation_is_another_file(call: Call, room: Path) -> None:
    chat(call, "comment faire un cv", "nouveau", "bonjour", "/export a.md")
    assert "cv" not in (room / "a.md").read_text(encoding="utf-8")


def test_what_cannot_be_written_is_said_and_the_talk_goes_on(call: Call) -> None:
    said = chat(call, "bonjour", "/exporter nulle-part/a", "bonjour", lang="fr")
    assert [one for one in said if "nulle-part n'existe pas" in one.replace("’", "'")]
    assert said[-1] == "À bientôt."


def test_a_pipe_is_sent_no_sequence_and_told_the_way_out(call: Call) -> None:
    said = chat(call, "comment faire un cv", "copier", lang="en")
    assert said[-2] == "Answer: nothing here leads to the clipboard. For a file: /export"
    assert "\x1b" not in "".join(said)


def test_a_tool_copies_for_a_pipe_too(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []
    monkeypatch.setattr("advisor.export.clipboard.by_tool", lambda text: taken.append(text) or "xclip")
    said = chat(call, "comment faire un cv", "copier")
    assert said[-2] == "Réponse\u00a0: copie faite (xclip)."
    assert taken[0].startswith("Le CV")


def test_a_terminal_is_sent_the_answer() -> None:
    pytest.importorskip("pty", reason="no terminals of this kind on this system")
    from test_terminal import Terminal

    with closing(Terminal(*ON_SMALL, "chat", DISPLAY="", WAYLAND_DISPLAY="", TMUX="", STY="")) as terminal:
        terminal.wait_for("Vous")
        terminal.press("comment faire un cv\r")
        terminal.wait_for("Une page suffit")
        terminal.press("copier\r")
        terminal.wait_for("sans savoir s")
        sent = re.search(r"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", terminal.seen)
        assert sent
        assert "Une page suffit" in base64.b64decode(sent[1]).decode()
        terminal.press("quitter\r")
        assert terminal.wait() == 0


def test_lines_in_a_pipe_end_where_what_they_say_ends(call: Call) -> None:
    blocks = chat(call, "comment faire un cv")
    assert [line for block in blocks for line in block.splitlines() if line.startswith(("> ", "| "))] == []
    assert any(len(line) > 88 for block in blocks for line in block.splitlines())


def test_signs_that_stand_for_frames_become_words() -> None:
    text = "Message :\n> Bonjour,\n> merci.\n\n| Quoi | Quand |\n| --- | --- |\n| cv | lundi |"
    assert aloud(text, None) == "Message :\n    Bonjour,\n    merci.\n\nQuoi\u00a0: cv\u202f; Quand\u00a0: lundi"
