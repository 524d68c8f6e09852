"""Measures what misspelling costs: the labelled questions as they are, with three edits each, and with one in 30 % of the words.

An edit puts a letter in, leaves one out, changes one, or swaps two; where, is drawn with a seed, several times over.

    python benchmarks/typos.py [FILE ...] [--seeds 5]
"""

import argparse
import random
import statistics
import string
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from report import ROOT, report

from advisor.advice.advisor import open_advisor
from advisor.advice.where import built_in
from advisor.measure.asking import Questioner
from advisor.measure.figures import ALL, OFF, ON
from advisor.measure.labels import Question, read_labelled
from advisor.measure.runs import Judged
from advisor.settings import places

EDITS = 3
MISSPELT = 0.3
Misspell = Callable[[str, random.Random], str]


def edited(word: str, draw: random.Random) -> str:
    """A word with one random edit."""
    at = draw.randrange(len(word))
    letter = draw.choice(string.ascii_lowercase)
    kind = draw.randrange(4)
    if kind == 0:
        return word[:at] + letter + word[at:]
    if kind == 1 and len(word) > 1:
        return word[:at] + word[at + 1 :]
    if kind == 2 and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + letter + word[at + 1 :]


def three_edits(question: str, draw: random.Random) -> str:
    """Three edits anywhere but at the spaces."""
    words = question.split()
    for _ in range(EDITS):
        place = draw.choices(range(len(words)), [len(word) for word in words])[0]
        words[place] = edited(words[place], draw)
    return " ".join(words)


def some_words(question: str, draw: random.Random) -> str:
    """One edit in each word that the draw falls on, three in ten."""
    return " ".join(edited(word, draw) if draw.random() < MISSPELT else word for word in question.split())


def rates(questioner: Questioner, questions: Sequence[Question]) -> tuple[float, float, float]:
    """Top-1 and answered right on the map, refused off it, in per cent."""
    figures = Judged.of(list(questioner.ask(questions, lambda *_: None))).figures
    inside = figures.row(ALL, ON) or figures.row(questions[0].language, ON) if figures else None
    outside = figures.row(ALL, OFF) or figures.row(questions[0].language, OFF) if figures else None
    return (
        100 * inside.top_1 / inside.asked if inside else float("nan"),
        100 * inside.outcomes["right"] / inside.asked if inside else float("nan"),
        100 * outside.outcomes["refused"] / outside.asked if outside else float("nan"),
    )


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "files", nargs="*", type=Path, default=sorted((ROOT / "tests" / "data").glob("questions-dev*.jsonl"))
    )
    parser.add_argument("--seeds", type=int, default=5)
    options = parser.parse_args()
    questions = read_labelled(options.files).questions
    questioner = Questioner(open_advisor([built_in()], places().cache, lambda stage: None))
    rows = []
    for language in ("fr", "en"):
        spoken = [one for one in questions if one.language == language]
        clean = rates(questioner, spoken)
        rows.append((language, "as they are", *(f"{rate:.1f}" for rate in clean), ""))
        kinds: dict[str, Misspell] = {"three edits": three_edits, "one edit in 30 % of the words": some_words}
        for name, misspell in kinds.items():
            runs = []
            for seed in range(options.seeds):
                draw = random.Random(seed)
                runs.append(rates(questioner, [replace(one, question=misspell(one.question, draw)) for one in spoken]))
            means = [statistics.mean(column) for column in zip(*runs, strict=True)]
            rows.append((language, name, *(f"{rate:.1f}" for rate in means), f"{clean[0] - means[0]:.1f}"))
    head = ("Language", "Questions", "Top-1", "Answered right", "Refused off the map", "Points of top-1 lost")
    print(report(f"Misspelt questions, per cent, mean of {options.seeds} draws", head, rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
