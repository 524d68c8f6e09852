"""Measures one question to an advisor that is open: spelling, matching and composing, over the labelled questions.

Each question is asked once, in a conversation of its own, since words that were seen before are cheaper.

    python benchmarks/questions.py [FILE ...]
"""

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from report import ROOT, mebibytes, milliseconds, report

from advisor.advice.advisor import open_advisor
from advisor.advice.where import built_in
from advisor.settings import places

WARM_UP = 30


def misspelt(question: str, draw: random.Random) -> str:
    """The question with two letters exchanged in each of its longer words."""
    words = question.split(" ")
    for place, word in enumerate(words):
        if len(word) > 5 and word.isalpha():
            at = draw.randrange(1, len(word) - 2)
            words[place] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return " ".join(words)


def timed(ask: Callable[[str], object], questions: Sequence[str]) -> list[float]:
    """The seconds that each question took."""
    taken = []
    for question in questions:
        begun = time.perf_counter()
        ask(question)
        taken.append(time.perf_counter() - begun)
    return taken


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "files", nargs="*", type=Path, default=sorted((ROOT / "tests" / "data").glob("questions-dev*.jsonl"))
    )
    files = parser.parse_args().files
    questions = [
        json.loads(line)["question"] for file in files for line in file.read_text(encoding="utf-8").splitlines()
    ]
    draw = random.Random(7)
    draw.shuffle(questions)
    build = "from advisor.cli.main import main; main(['ask', '?'])"
    subprocess.run(
        [sys.executable, "-c", build], capture_output=True, check=True
    )  # elsewhere, since it takes much memory
    begun = time.perf_counter()
    advisor = open_advisor([built_in()], places().cache, lambda stage: None)
    opening = time.perf_counter() - begun

    def ask(question: str) -> None:
        advisor.conversation().ask(question)

    timed(ask, questions[:WARM_UP])
    rows = []
    for name, asked in (
        ("as they are", questions[WARM_UP:]),
        ("every longer word misspelt", [misspelt(question, draw) for question in questions[WARM_UP:]]),
    ):
        taken = timed(ask, asked)
        centiles = statistics.quantiles(taken, n=100)
        rows.append((name, len(taken), *map(milliseconds, (centiles[49], centiles[98], max(taken)))))
    print(report("One question, warm", ("Questions", "Number", "p50", "p99", "Slowest"), rows))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"\nOpening the index took {milliseconds(opening)}; the process held {mebibytes(most)} at most.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
