"""A real run in tmux, as a person has it: start, ask, choose, copy, export, quit."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from calls import ON_SMALL, command, environment

pytestmark = [
    pytest.mark.usefixtures("small"),
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux isn't here"),
]
PATIENCE = 60.0
NOT_ITS_OWN = ("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "COLUMNS", "LINES")
"""What a terminal of its own must not be told of the one around it; the sizes would stand for its own."""


class Tmux:
    """A tmux server of its own, in which the program is all that runs."""

    def __init__(self, room: Path, *arguments: str, columns: int = 80, rows: int = 24) -> None:
        self._socket = str(room / "tmux.socket")
        env = environment(TERM="xterm-256color", SHELL="/bin/sh")
        self._env = {name: value for name, value in env.items() if name not in NOT_ITS_OWN}
        size = ("-x", str(columns), "-y", str(rows))
        self("-f", os.devnull, "new-session", "-d", "-c", str(room), *size, *command(*arguments))  # type: ignore[arg-type]

    def __call__(self, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(
            ["tmux", "-S", self._socket, *arguments], capture_output=True, env=self._env, timeout=60, check=check
        )
        return done.stdout.decode()

    def screen(self) -> str:
        """What is on the screen, with ordinary spaces."""
        return self("capture-pane", "-p", check=False).replace("\u00a0", " ").replace("\u202f", " ")

    def until(self, condition: Callable[[], object]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, self.screen()
            time.sleep(0.05)

    def shows(self, text: str) -> None:
        """Wait until a text is on the screen."""
        self.until(lambda: text in self.screen())

    def type(self, text: str) -> None:
        self("send-keys", "-l", text)

    def press(self, *keys: str) -> None:
        self("send-keys", *keys)

    @property
    def has_ended(self) -> bool:
        return "1" not in self("list-sessions", "-F", "#{session_windows}", check=False)

    def close(self) -> None:
        self("kill-server", check=False)


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """The directory that the program is started in."""
    (tmp_path / "room").mkdir()
    return tmp_path / "room"


@pytest.fixture
def start(room: Path) -> Iterator[Callable[..., Tmux]]:
    started: list[Tmux] = []

    def begin(*arguments: str, columns: int = 80, rows: int = 24) -> Tmux:
        started.append(Tmux(room, *arguments, columns=columns, rows=rows))
        return started[-1]

    yield begin
    for tmux in started:
        tmux.close()


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 12)])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "fr",
            (
                "Bonjour",
                "comment faire un cv",
                "Une page suffit",
                "/copier",
                "Réponse",
                "/exporter html",
                "enregistrée",
                "/quitter",
            ),
        ),
        ("en", ("Hello", "how do I write a CV", "One page", "/copy", "Answer", "/export html", "saved", "/quit")),
    ],
)
def test_start_ask_choose_copy_export_quit(
    start: Callable[..., Tmux], room: Path, language: str, words: tuple[str, ...], columns: int, rows: int
) -> None:
    hello, question, answer, copy, copied, export, saved, leave = words
    tmux = start(*ON_SMALL, "--lang", language, columns=columns, rows=rows)
    tmux.shows(hello)
    tmux.type(question)
    tmux.shows(question)
    tmux.press("Enter")
    tmux.shows(answer)

    tmux.type(copy)
    tmux.press("Enter")
    tmux.until(lambda: answer in tmux("show-buffer", check=False))
    tmux.shows(copied)

    tmux.press("M-1")
    tmux.until(lambda: answer not in tmux.screen())

    tmux.type(f"{export} notes")
    tmux.shows(f"{export} notes")
    tmux.press("Enter")
    file = room / "notes.html"
    tmux.until(file.exists)
    tmux.shows(saved)
    page = file.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert page.count("<article") == 2
    assert question in page

    tmux.type(leave)
    tmux.press("Enter")
    tmux.until(lambda: tmux.has_ended)


def test_what_is_typed_before_the_program_stands_is_in_the_prompt(start: Callable[..., Tmux]):
    tmux = start(*ON_SMALL, "--lang", "fr")
    tmux.type("comment ")
    tmux.shows("│ comment")
    tmux.type("faire")
    tmux.shows("│ comment faire")
