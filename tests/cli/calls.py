"""Ways to call the program: here, or as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SMALL = Path(__file__).resolve().parent / "small"
ON_SMALL = ("--only", "--knowledge", str(SMALL))


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Call = Callable[..., Outcome]
"""Calls the program here: the arguments, and what it is fed."""


def as_typed(text: str) -> str:
    """A text as writers type it, whatever is printed."""
    return text.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ").replace("…", "...")


def command(*arguments: str | bytes) -> list[str | bytes]:
    return [sys.executable, "-m", "advisor", *arguments]


def environment(**changed: str) -> dict[str, str]:
    """As a person's shell has it: whoever runs the tests may have told Python how to write."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {"PYTHONDONTWRITEBYTECODE": "1"} | changed


def program(*arguments: str | bytes, feed: bytes = b"", **environ: str) -> Outcome:
    """The program as a process of its own, fed some bytes."""
    done = subprocess.run(
        command(*arguments), input=feed, capture_output=True, env=environment(**environ), timeout=120, check=False
    )
    return Outcome(done.returncode, done.stdout.decode(), as_typed(done.stderr.decode()))


def write_pack(directory: Path, text: str) -> Path:
    directory.mkdir(parents=True)
    (directory / "base.yaml").write_text(text, encoding="utf-8")
    return directory
