"""Measures the program as a person has it before them: keystrokes, answers and memory, in a terminal, from the first day on.

The index isn't there yet when it starts, so that the first keystrokes are typed while it is built. Then it is asked as
many questions as wanted, and typed in again. A keystroke is a Greek or Cyrillic letter, which nothing else on the
screen holds; its echo is the moment when that letter comes out of the terminal.

    python benchmarks/keystrokes.py [--answers 500]
"""

import argparse
import fcntl
import itertools
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from pathlib import Path

from report import milliseconds, report

from advisor.settings import places

LETTERS = "αβγδεζηθικλμνξοπρστυφχψωабвгдежзийклмнпртуфхцчшщыэюя"
BETWEEN = 0.06
"""Seconds between two keystrokes: two hundred words a minute."""
QUIET = 0.08
"""Seconds without output after which an answer stands."""
QUESTIONS = ("combien gagne un community manager", "comment faire mon cv", "c'est quoi le taux d'engagement", "salaire")


class Terminal:
    """The program on a pseudo-terminal."""

    def __init__(self, data: str) -> None:
        parent, child = pty.openpty()
        fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        environ = os.environ | {"TERM": "xterm-256color", "LANG": "fr_FR.UTF-8", "ADVISOR_DATA": data}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "advisor"],
            stdin=child,
            stdout=child,
            stderr=child,
            env=environ,
            start_new_session=True,
        )
        os.close(child)
        self._screen = parent

    def read(self, seconds: float) -> bytes:
        """What comes out within that time, as soon as anything does."""
        return os.read(self._screen, 1 << 16) if select.select([self._screen], [], [], seconds)[0] else b""

    def type(self, text: str) -> None:
        """Press keys."""
        os.write(self._screen, text.encode())

    def echo(self, letter: str) -> float:
        """Seconds from a keystroke to its letter on the screen; raises TimeoutError after ten."""
        begun = time.perf_counter()
        self.type(letter)
        seen = b""
        while letter.encode() not in seen:
            if time.perf_counter() - begun > 10:
                raise TimeoutError(letter)
            seen += self.read(0.5)
        return time.perf_counter() - begun

    def settle(self, seconds: float = QUIET, most: float = 3.0) -> float:
        """When output last came, once there has been none for a while; at most so long, since a cursor may blink."""
        begun = last = time.perf_counter()
        while self.read(seconds) and last - begun < most:
            last = time.perf_counter()
        return last

    def megabytes(self) -> float:
        """What the process holds in memory now."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="utf-8")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        os.close(self._screen)


def typed(terminal: Terminal, rounds: int) -> Iterator[float]:
    """Seconds until each letter's echo; what was typed is taken back at the end of a round."""
    for _ in range(rounds):
        for letter in LETTERS:
            yield terminal.echo(letter)
            time.sleep(BETWEEN)
        terminal.type("\x7f" * len(LETTERS))
        terminal.settle()


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=int, default=500)
    answers = parser.parse_args().answers
    rows = []
    with tempfile.TemporaryDirectory() as data:
        seen = places(Path(data)).introduced_file  # the introduction would take the keys
        seen.parent.mkdir(parents=True, exist_ok=True)
        seen.touch()
        terminal = Terminal(data)
        try:
            terminal.settle(0.3)
            echoes: dict[str, list[float]] = {}
            building: list[float] = []
            while not list(places(Path(data)).cache.glob("*.index")):
                building += typed(terminal, 1)
            echoes["while the index is built"] = building
            terminal.settle(0.3)
            echoes["no answer yet"] = list(typed(terminal, 4))
            taken, memory = [], {}
            for number, question in zip(range(answers), itertools.cycle(QUESTIONS)):
                terminal.type(question)
                terminal.settle()
                begun = time.perf_counter()
                terminal.type("\r")
                taken.append(terminal.settle() - begun)
                if number + 1 in (10, 100, answers):
                    memory[number + 1] = terminal.megabytes()
            echoes[f"{answers} answers on the screen"] = list(typed(terminal, 4))
        finally:
            terminal.close()
    for name, seconds in echoes.items():
        centiles = statistics.quantiles(seconds, n=100)
        rows.append((name, len(seconds), *map(milliseconds, (centiles[49], centiles[98], max(seconds)))))
    print(report("Keystroke to echo", ("When", "Number", "p50", "p99", "Slowest"), rows))
    early, late = statistics.median(taken[5:25]), statistics.median(taken[-20:])
    print(
        f"\nAn answer stood after {milliseconds(early)} (6th to 25th), {milliseconds(late)} (the last 20 of {answers})."
    )
    print(f"Memory: {', '.join(f'{held:.0f} MiB at {count}' for count, held in memory.items())} answers.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
