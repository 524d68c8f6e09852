"""What depends on a terminal: colour, width, letters, and the chat itself."""

import os
import select
import struct
import subprocess
from contextlib import closing
from typing import Any

import pytest
from calls import ON_SMALL, Call, command, environment

from advisor.cli import main as entry
from advisor.settings import Places

pty = pytest.importorskip("pty", reason="no terminals of this kind on this system")
fcntl = pytest.importorskip("fcntl")
termios = pytest.importorskip("termios")

BOLD = "\x1b[1m"


class Terminal:
    """The program on a terminal of its own."""

    def __init__(self, *arguments: str, columns: int = 80, **environ: str) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        env = {name: value for name, value in environment().items() if name not in ("COLUMNS", "LINES")}
        self._process = subprocess.Popen(
            command(*arguments), stdin=theirs, stdout=theirs, stderr=theirs, env=env | {"TERM": "xterm"} | environ
        )
        os.close(theirs)
        self._seen = b""

    def wait_for(self, text: str) -> None:
        while text.encode() not in self._seen:
            assert self._read(), self.seen

    def press(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def wait(self) -> int:
        """The exit code."""
        while self._read():
            pass
        return self._process.wait(timeout=30)

    @property
    def seen(self) -> str:
        return self._seen.decode(errors="replace").replace("\r\n", "\n")

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    def _read(self) -> bool:
        """Read on; False once the program has closed its side."""
        assert select.select([self._ours], [], [], 60)[0], self.seen
        try:
            piece = os.read(self._ours, 65536)
        except OSError:  # how Linux says that the other side has closed
            return False
        self._seen += piece
        return bool(piece)


def on_terminal(*arguments: str, columns: int = 80, **environ: str) -> str:
    """All that the program writes on a terminal."""
    with closing(Terminal(*arguments, columns=columns, **environ)) as terminal:
        assert terminal.wait() == 0, terminal.seen
        return terminal.seen


def test_bold_on_a_terminal_and_nowhere_else(call: Call, small):
    written = on_terminal("ask", "--only", "comment faire un cv")
    assert f"{BOLD}Le CV\x1b[22m (" in written
    assert f"{BOLD}Que faire\x1b[22m" in written
    assert "\x1b[3mCette réponse" in written
    assert "\x1b" not in call("ask", "--only", "comment faire un cv").out
    assert f"{BOLD}P1 · Se faire embaucher" in on_terminal("paths", "--only")


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_where_none_is_wanted(small, environ: dict[str, str]):
    for arguments in (("ask", "cv"), ("paths",), ("--help",)):
        assert "\x1b" not in on_terminal("--only", *arguments, **environ)


def test_json_on_a_terminal_is_bare(small):
    assert on_terminal("ask", "--only", "--json", "cv").startswith('{"question": "cv"')


@pytest.mark.parametrize("columns", [30, 60, 200])
def test_lines_fit_the_terminal(small, columns: int):
    written = on_terminal("ask", "--only", "comment faire un cv", columns=columns, NO_COLOR="1")
    assert max(map(len, written.splitlines())) <= min(columns, 88)


def test_what_is_said_of_a_mistake_keeps_its_words_whole_on_a_narrow_terminal(small):
    with closing(Terminal("ask", "--only", "--langue", "cv", columns=30)) as terminal:
        assert terminal.wait() == 2
        lines = terminal.seen.splitlines()
    assert len(lines) > 1
    assert max(map(len, lines)) <= 30
    with closing(Terminal("ask", "--only", "--langue", "cv", columns=200)) as terminal:
        terminal.wait()
        assert " ".join(lines).split() == terminal.seen.split()


def test_a_terminal_of_few_letters_gets_marks(small):
    written = on_terminal("ask", "--only", "comment faire un cv", PYTHONIOENCODING="ascii")
    assert "Une soir?e." in written
    assert "Traceback" not in written


def test_bold_goes_on_over_the_end_of_a_line():
    from advisor.cli.render import markdown

    assert (
        markdown("un **deux trois** *quatre*", 8, colour=True) == "un \x1b[1mdeux\ntrois\x1b[22m\n\x1b[3mquatre\x1b[23m"
    )
    assert markdown("un **deux trois** *quatre*", 8, colour=False) == "un deux\ntrois\nquatre"
    assert markdown("a\x1b[31m\x07b\u202e\x9bc\ud800", 80, colour=True) == "a[31mbc"
    assert markdown("2 * 3 * 4, a*b*c, ** seul", 80, colour=False) == "2 * 3 * 4, a*b*c, ** seul"


@pytest.mark.parametrize(("language", "said"), [("fr", "pas de terminal"), ("en", "no terminal")])
def test_without_a_terminal_the_chat_names_the_way_to_ask(call: Call, language: str, said: str):
    outcome = call("--lang", language)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert "advisor ask" in outcome.err
    assert outcome.err.count("\n") == 1


def test_the_chat_is_given_what_the_call_says(call: Call, here: Places, monkeypatch: pytest.MonkeyPatch, small):
    seen: dict[str, Any] = {}

    def run(opener: Any, settings: Any, places: Places, **options: Any) -> int:
        seen.update(options, settings=settings, places=places, advisor=opener(lambda stage: None))
        return 7

    monkeypatch.setattr(entry, "is_terminal", lambda stream: True)
    monkeypatch.setattr("advisor.tui.app.run", run)
    here.config.mkdir(parents=True)
    here.settings_file.write_text('address = "tu"\nnonsense = 1\n', encoding="utf-8")
    assert call("--only", "--lang", "en").code == 7
    assert (seen["lang"], seen["settings"].address, seen["places"]) == ("en", "tu", here)
    assert "nonsense" in seen["notices"][0]["fr"]
    assert [topic.id for topic in seen["advisor"].topics()] == ["cv", "blog", "networking"]


def test_the_chat_opens_answers_and_leaves(small):
    with closing(Terminal(*ON_SMALL)) as terminal:
        terminal.wait_for("Bonjour")
        terminal.press("comment faire un cv\r")
        terminal.wait_for("Une page suffit")
        terminal.press("\x11")
        assert terminal.wait() == 0
        assert "Traceback" not in terminal.seen


def test_what_the_chat_itself_says_is_cut_between_words() -> None:
    with closing(Terminal("--lang", "fr", *ON_SMALL, "chat", columns=40)) as terminal:
        terminal.wait_for("Vous")
        greeting = terminal.seen[terminal.seen.index("Bonjour") :].split("\n\n")[0]
        assert all(len(line) <= 40 for line in greeting.split("\n"))
        assert greeting.replace("\n", " ").endswith("montre les commandes, «\u00a0quitter\u00a0» termine.")
        terminal.press("quitter\r")
        assert terminal.wait() == 0


def test_the_screen_ends_where_its_terminal_has_gone(small):
    terminal = Terminal("--only", "--lang", "fr")
    terminal.wait_for("Bonjour")
    os.close(terminal._ours)
    try:
        assert terminal._process.wait(timeout=60) is not None
    finally:
        terminal._process.kill()
