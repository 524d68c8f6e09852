"""Measures when the first picture of `advisor` stands, against a bare Textual app that shows one line, in the same run.

It is not the first time: the introduction has been seen, and the index is there. Each start is a process of its own on a
pseudo-terminal, from launch to the moment when a known word comes out of it.

    python benchmarks/first_paint.py [--rounds 15] [--limit 1.25]
"""

import argparse
import fcntl
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
from pathlib import Path

from advisor.settings import places

MARK = "Bonjour"

BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("Bonjour")

Bare().run()
"""

OURS = "import sys; from advisor.cli.main import main; sys.exit(main([]))"


def seconds_to_first_picture(program: str, data: str) -> float:
    """From launch to the mark."""
    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    environ = os.environ | {"TERM": "xterm-256color", "LANG": "fr_FR.UTF-8", "ADVISOR_DATA": data}
    # Installed programs come compiled; a checkout may be told not to keep what it compiles.
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    environ["PYTHONPYCACHEPREFIX"] = f"{data}/compiled"
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdin=child, stdout=child, stderr=child, env=environ, start_new_session=True
    )
    os.close(child)
    seen = b""
    try:
        while MARK.encode() not in seen:
            if not select.select([parent], [], [], 20)[0]:
                raise TimeoutError(seen[-500:].decode(errors="replace"))
            try:
                seen += os.read(parent, 65536)
            except OSError as error:
                raise RuntimeError(seen.decode(errors="replace")) from error
        return time.perf_counter() - started
    finally:
        process.kill()
        process.wait()
        os.close(parent)


def main() -> int:
    """Print the medians and their ratio; 1 where it is over the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--limit", type=float, default=1.25)
    options = parser.parse_args()
    programs = {"bare": BARE, "advisor": OURS}
    times: dict[str, list[float]] = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as data:
        environ = os.environ | {"ADVISOR_DATA": data}
        subprocess.run([sys.executable, "-m", "advisor", "ask", "cv"], env=environ, check=True, capture_output=True)
        seen = places(Path(data)).introduced_file
        seen.parent.mkdir(parents=True, exist_ok=True)
        seen.touch()
        for number in range(options.rounds + 1):
            for name, program in programs.items():
                taken = seconds_to_first_picture(program, data)
                if number:  # the first round only fills the caches of the disk
                    times[name].append(taken)
    for name, taken_times in times.items():
        print(
            f"{name:8} median {statistics.median(taken_times) * 1000:4.0f} ms  best {min(taken_times) * 1000:4.0f} ms"
        )
    ratio = statistics.median(times["advisor"]) / statistics.median(times["bare"])
    print(f"ratio    {ratio:.2f} (limit {options.limit})")
    return int(ratio > options.limit)


if __name__ == "__main__":
    sys.exit(main())
