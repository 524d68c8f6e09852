"""Copying: what terminals are told, which tools are tried, and what is said of it."""

import base64
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.export.clipboard import Copied, Tool, by_tool, fits_a_terminal, sequence, tools
from advisor.export.said import SAID, copied

_BARE = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")


@given(st.text())
def test_a_terminal_is_told_the_text_and_nothing_else(text: str) -> None:
    told = _BARE.fullmatch(sequence(text, {}))
    assert told
    assert base64.b64decode(told[1]).decode() == text.encode("utf-8", "replace").decode()


def test_tmux_is_told_twice_and_screen_in_pieces() -> None:
    bare = sequence("é" * 2000, {})
    assert sequence("é" * 2000, {"TMUX": "x"}) == bare + "\x1bPtmux;\x1b" + bare + "\x1b\\"
    pieces = sequence("é" * 2000, {"TERM": "screen"})
    assert "".join(re.findall(r"\x1bP(.*?)\x1b\\", pieces, re.DOTALL)) == bare
    assert max(map(len, pieces.split("\x1b\\"))) < 760


@pytest.mark.parametrize(
    ("environ", "platform", "names"),
    [
        ({}, "linux", []),
        ({"DISPLAY": ":0"}, "linux", ["xclip", "xsel"]),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, "linux", ["wl-copy", "xclip", "xsel"]),
        ({"TMUX": "x", "DISPLAY": ":0"}, "linux", ["tmux", "xclip", "xsel"]),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", ["clip.exe"]),
        ({}, "darwin", ["pbcopy"]),
        ({}, "win32", ["clip.exe"]),
        ({"SSH_CONNECTION": "x"}, "darwin", []),
        ({"SSH_TTY": "x", "WAYLAND_DISPLAY": "w", "DISPLAY": "localhost:10"}, "linux", ["xclip", "xsel"]),
    ],
)
def test_only_tools_that_reach_the_person_are_tried(environ: dict[str, str], platform: str, names: list[str]) -> None:
    assert [tool.name for tool in tools(environ, platform)] == names


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory of programs, and no other."""
    if sys.platform == "win32":
        pytest.skip("the stand-ins are for a shell that isn't here")
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def program(directory: Path, name: str, script: str) -> Tool:
    path = directory / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return Tool((name,))


def test_the_first_tool_that_takes_a_text_is_named(programs: Path) -> None:
    broken = program(programs, "broken", "exit 1")
    good = program(programs, "good", f"/bin/cat > {programs}/got")
    assert by_tool("é\n[b]", [Tool(("missing",)), broken, good, Tool(("never",))]) == "good"
    assert (programs / "got").read_text(encoding="utf-8") == "é\n[b]"


def test_a_tool_that_hangs_is_given_up(programs: Path) -> None:
    began = time.monotonic()
    assert by_tool("x", [program(programs, "slow", "exec /bin/sleep 30")], seconds=0.2) == ""
    assert time.monotonic() - began < 10


def test_tmux_is_filled_besides_and_another_tool_is_named(programs: Path) -> None:
    tmux = program(programs, "tmux", f"/bin/cat > {programs}/buffer")
    other = program(programs, "xclip", f"/bin/cat > {programs}/got")
    assert by_tool("x", [tmux, other]) == "xclip"
    assert (programs / "buffer").read_text() == (programs / "got").read_text() == "x"
    assert by_tool("x", [tmux]) == "tmux"


def test_a_real_display_has_what_was_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not (shutil.which("Xvfb") and shutil.which("xclip")):
        pytest.skip("needs Xvfb and xclip, which aren't here")
    number = tmp_path / "display"
    with number.open("wb") as out:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-nolisten", "tcp"], stdout=out, stderr=subprocess.DEVNULL
        )
    try:
        deadline = time.monotonic() + 30
        while not number.read_text().strip():
            assert server.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.05)
        monkeypatch.setenv("DISPLAY", f":{number.read_text().strip()}")
        text = "Bonjour Madame,\nune preuve : « 26 » 🙂"
        assert by_tool(text, tools({"DISPLAY": "x"}, "linux")) == "xclip"
        held = subprocess.run(["xclip", "-selection", "clipboard", "-out"], capture_output=True, timeout=30, check=True)
        assert held.stdout.decode() == text
    finally:
        server.kill()
        server.wait()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_said_depends_on_what_can_be_known(language: str) -> None:
    def said(how: Copied, text: str = "court") -> str:
        return copied("X", text, how, language, "/export")  # type: ignore[arg-type]

    assert "xclip" in said(Copied("xclip", terminal=True))
    assert "/export" not in said(Copied("xclip"))
    for unsure in (said(Copied(terminal=True)), said(Copied()), said(Copied("tmux", terminal=True))):
        assert "/export" in unsure
    assert said(Copied(terminal=True), "x" * 80_000) != said(Copied(terminal=True))
    assert fits_a_terminal("x" * 50_000)


@pytest.mark.parametrize("key", SAID)
def test_every_sentence_stands_in_both_languages_with_the_same_gaps(key: str) -> None:
    gaps = {language: set(re.findall(r"\{(\w+)\}", text)) for language, text in SAID[key].items()}
    assert gaps.keys() == {"fr", "en"}
    assert gaps["fr"] == gaps["en"]
