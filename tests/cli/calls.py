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


def command(*arguments: str | bytes) -> list[str | bytes]:
    return [sys.executable, "-m", "advisor", *arguments]


def program(*arguments: str | bytes, feed: bytes = b"", **environ: str) -> Outcome:
    """The program as a process of its own, fed some bytes."""
    done = subprocess.run(
        command(*arguments), input=feed, capture_output=True, env=os.environ | environ, timeout=120, check=False
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def write_pack(directory: Path, text: str) -> Path:
    directory.mkdir(parents=True)
    (directory / "base.yaml").write_text(text, encoding="utf-8")
    return directory
