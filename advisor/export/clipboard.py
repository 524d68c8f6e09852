"""Hands a text to the clipboard, by the system's own tool and by what terminals understand; knows no screen.

A tool says whether it took the text. A terminal never does, and some are told to ignore such a sequence, so that what is
said of a copy depends on which of the two there was.
"""

import base64
import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SECONDS = 2.0
"""How long a tool may take: one that waits for a display that doesn't answer would wait for ever."""
LONGEST_SEQUENCE = 74_994
"""Characters of Base64 that careful terminals take at most; a longer text is cut or dropped by some of them."""
_SCREEN_PIECE = 700
"""Characters that GNU screen passes on in one go."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that takes a text from its standard input."""

    command: tuple[str, ...]
    encoding: str = "utf-8"

    @property
    def name(self) -> str:
        """What the program is called."""
        return self.command[0]


@dataclass(frozen=True, slots=True)
class Copied:
    """How a text was handed over: the tool that took it, and whether the terminal was asked to."""

    tool: str = ""
    terminal: bool = False


def sequence(text: str, environ: Mapping[str, str] = os.environ) -> str:
    """What asks a terminal to put a text on the clipboard; wrapped as well where tmux or screen stands between."""
    bare = f"\x1b]52;c;{base64.b64encode(printable(text).encode()).decode()}\x07"
    if environ.get("TMUX"):
        # Which of the two tmux takes is its user's choice: `set-clipboard on`, or `allow-passthrough on`.
        return bare + wrapped_for_tmux(bare)
    if environ.get("STY") or environ.get("TERM", "").startswith("screen"):
        pieces = (bare[at : at + _SCREEN_PIECE] for at in range(0, len(bare), _SCREEN_PIECE))
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return bare


def wrapped_for_tmux(sequence: str) -> str:
    """A sequence that tmux passes on to the terminal that it runs in."""
    return f"\x1bPtmux;{sequence.replace(chr(27), chr(27) * 2)}\x1b\\"


def fits_a_terminal(text: str) -> bool:
    """Whether a text is short enough for the terminal's way."""
    return (len(printable(text).encode()) + 2) // 3 * 4 <= LONGEST_SEQUENCE


def printable(text: str) -> str:
    """A text that can be encoded, with marks in the place of halves of characters."""
    return text.encode("utf-8", "replace").decode()


def tools(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> tuple[Tool, ...]:
    """The programs that may reach this person's clipboard, the likeliest first, be they installed or not.

    Over ssh, only those that lead back to where the person sits: tmux, and a display that ssh brought along.
    """
    found: list[Tool] = []
    if environ.get("TMUX"):
        found.append(Tool(("tmux", "load-buffer", "-w", "-")))
    away = bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))
    if platform == "darwin" and not away:
        found.append(Tool(("pbcopy",)))
    if platform == "win32" and not away:
        found.append(Tool(("clip.exe",), "utf-16"))
    if environ.get("WAYLAND_DISPLAY") and not away:
        found.append(Tool(("wl-copy",)))
    if environ.get("DISPLAY"):
        found += [Tool(("xclip", "-selection", "clipboard", "-in")), Tool(("xsel", "--clipboard", "--input"))]
    if environ.get("WSL_DISTRO_NAME") and not away:
        found.append(Tool(("clip.exe",), "utf-16"))
    return tuple(found)


def by_tool(text: str, candidates: Sequence[Tool] | None = None, seconds: float = SECONDS) -> str:
    """Hand a text to the first tool that takes it, and give that one's name; empty where none does.

    May take a moment, so that a screen calls it from a thread. tmux's own buffer is filled besides, never instead: that
    it took the text says nothing of the clipboard outside.
    """
    taken = ""
    for tool in tools() if candidates is None else candidates:
        if not _takes(tool, printable(text), seconds):
            continue
        taken = taken or tool.name
        if tool.name != "tmux":
            return tool.name
    return taken


def _takes(tool: Tool, text: str, seconds: float) -> bool:
    program = shutil.which(tool.name)
    if program is None:
        return False
    # A tool that stays behind to serve the clipboard must hold none of our streams.
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        done = subprocess.run(
            [program, *tool.command[1:]],
            input=text.encode(tool.encoding),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
        return done.returncode == 0
    return False
