"""Kills the program at random moments while questions are asked and steps marked; counts what was shown and is lost.

python benchmarks/kills.py [--times 200] [--seed 1]
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "tui"))

from killing import kill_at_random


def main() -> int:
    """Print what was shown and what of it was lost; 1 where anything was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as data:
        outcome = kill_at_random(Path(data), options.times, options.seed)
    print(f"{options.times} kills in {time.perf_counter() - started:.0f} s, {outcome.midway} of them after an answer")
    shown = f"{outcome.answers} answers, {outcome.steps} marks and {outcome.drafts} drafts"
    print(f"{shown} were shown as kept; lost: {len(outcome.lost)}")
    print(f"files found damaged: {len(outcome.notices)}")
    for line in (*outcome.lost, *outcome.notices):
        print(f"  {line}")
    return 1 if outcome.lost or outcome.notices else 0


if __name__ == "__main__":
    sys.exit(main())
