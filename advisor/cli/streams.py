"""The three standard streams: what may be written to them, and what to do where one is missing; knows no command."""

import contextlib
import os
import re
import sys
from collections.abc import Sequence
from typing import Any, TextIO

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls, ends of line, direction marks and halves of characters: what a terminal obeys or can't show."""


def is_terminal(stream: TextIO | None) -> bool:
    """Whether there is a stream and somebody sits at it."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def speak_utf8() -> None:
    """Write UTF-8 to files and pipes on every system; on a terminal, marks instead of what its encoding can't hold."""
    if sys.stdout is not None and hasattr(sys.stdout, "reconfigure"):
        encoding = sys.stdout.encoding if is_terminal(sys.stdout) else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="replace")


class _Speech:
    """In which language things are said, and the words of the call, which are repeated as they were typed."""

    language = ""
    typed: Sequence[str] = ()


def speak(language: str, typed: Sequence[str]) -> None:
    """Set what is said from here on in the type of a language, around the words that were typed."""
    _Speech.language, _Speech.typed = language, tuple(typed)


def say(text: str) -> None:
    """Say something on standard error, in one line that no terminal obeys; a terminal narrower than that gets whole words."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            line = _escaped(_in_type(" ".join(text.splitlines()), sys.stderr))
            print(_fitted(line, sys.stderr), file=sys.stderr, flush=True)


def _in_type(text: str, stream: TextIO) -> str:
    """The text as readers expect it, or as it is where the stream can't show that."""
    if not _Speech.language:
        return text
    from advisor.text.typography import typeset_message  # most calls say nothing

    exact = [*_Speech.typed, os.path.expanduser("~")]  # noqa: PTH111  (pathlib raises for nobody's home)
    with contextlib.suppress(OSError):
        exact.append(os.getcwd())  # noqa: PTH109
    found = typeset_message(text, _Speech.language, [one for one in exact if len(one) > 1])
    try:
        found.encode(getattr(stream, "encoding", None) or "utf-8", "surrogateescape")
    except (UnicodeError, LookupError):
        return text
    return found


def write_json(value: Any, indent: int | None = None) -> None:
    """Write JSON on standard output, its unprintable characters escaped; without indent it is one line."""
    import json  # here, since the screen opens without it

    print(_escaped(json.dumps(value, ensure_ascii=False, indent=indent), keep="\n"), flush=True)


def give_up_output() -> None:
    """Let standard output lead nowhere, so that not even Python's own last flush meets what is broken."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fitted(text: str, stream: TextIO) -> str:
    if not is_terminal(stream):
        return text
    width = os.get_terminal_size(stream.fileno()).columns
    if not 0 < width < len(text):
        return text
    import textwrap  # here, since most of what is said fits

    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


def _escaped(text: str, keep: str = "") -> str:
    return _UNPRINTABLE.sub(lambda found: found[0] if found[0] in keep else f"\\u{ord(found[0]):04x}", text)
