"""Kills the program at random moments while it answers, marks and is written in; counts what it had shown that is gone."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from advisor.settings import Settings, places
from advisor.store.opening import open_store

PROGRAM = Path(__file__).with_name("talking.py")
FOLLOWING = {"done": "skipped", "skipped": "known", "known": "open", "open": "done"}


@dataclass
class Outcome:
    """What came of some kills."""

    answers: int = 0
    """Answers that were shown in all."""
    steps: int = 0
    """Marks that were shown as noted."""
    drafts: int = 0
    """Texts that stood in the prompt."""
    midway: int = 0
    """Kills that came after the first answer."""
    lost: list[str] = field(default_factory=list)
    """What had been shown, and wasn't there afterwards."""
    notices: list[str] = field(default_factory=list)
    """What the store had to say, such as that it was damaged."""


def kill_at_random(data: Path, times: int, seed: int, longest: float = 0.6) -> Outcome:
    """Start the program and kill it, again and again over the same data."""
    chance = random.Random(seed)
    outcome = Outcome()
    shown: set[str] = set()
    for number in range(times):
        lines = _killed(data, f"{seed}-{number}", chance.uniform(0, longest))
        outcome.midway += any(line.startswith("answer") for line in lines)
        shown |= {line.partition(" ")[2] for line in lines if line.startswith("answer ")}
        states = [line.partition(" ")[2] for line in lines if line.startswith("step ")]
        outcome.steps += len(states)
        drafts = [line.partition(" ")[2] for line in lines if line.startswith("draft ")]
        outcome.drafts += len(drafts)
        _look(data, shown, states[-1] if states else None, drafts[-1] if drafts else None, outcome)
    outcome.answers = len(shown)
    return outcome


def _killed(data: Path, name: str, delay: float) -> list[str]:
    """The lines of a program that was killed some time after it was ready."""
    environ = os.environ | {"ADVISOR_DATA": str(data), "PYTHONDONTWRITEBYTECODE": "1"}
    running = subprocess.Popen([sys.executable, PROGRAM, name], stdout=subprocess.PIPE, env=environ)
    assert running.stdout is not None
    lines: list[bytes] = []
    output = running.stdout
    first = output.readline()
    reading = threading.Thread(target=lambda: lines.extend(output))
    reading.start()
    time.sleep(delay)  # the moment itself is what is tried
    assert running.poll() is None, "the program ended by itself"
    running.send_signal(signal.SIGKILL)
    running.wait()
    reading.join()
    output.close()
    assert first == b"ready\n"
    return [line.decode().strip() for line in lines if line.endswith(b"\n")]


def _look(data: Path, shown: set[str], last: str | None, draft: str | None, outcome: Outcome) -> None:
    store = open_store(places(data), Settings(), lambda words: outcome.notices.append(words["en"]))
    everything = store.everything()
    answered = {turn.question for talk in everything.conversations for turn in talk.turns}
    outcome.lost += [f"answer {one}" for one in sorted(shown - answered)]
    marked = {mark.id: mark.state for mark in everything.steps}.get("P1.1")
    if last is not None and marked not in (last, FOLLOWING[last]):
        outcome.lost.append(f"step {last}, found {marked}")
    if draft is not None:
        name, _, number = draft.rpartition(".")
        written = store.drafts.take()
        if written not in (draft, f"{name}.{int(number) + 1}"):
            outcome.lost.append(f"draft {draft}, found {written}")
    store.close()
