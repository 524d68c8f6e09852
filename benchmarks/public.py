"""Measures the matcher on public sets of questions: CLINC150, Banking77, HWU64 and the three shops of HINT3, in English.

The very code that learns and matches here learns and matches there; only the knowledge is theirs, and none of it is
kept. The directory holds one JSON file a set, with lists of [question, intent] under `train`, `val`, `test` and
`test_typo`, and lists of questions or such pairs under `oos_train`, `oos_val`, `oos_test` and `oos_test_typo`, or a folder of
the set's name with `train.csv`, `val.csv` and `test.csv` as they are published: a question and its intent a line, under a line
of headings. Only `train` and `test` must be there; where there is no misspelt test, one is made: a random edit in 30 % of the
words. Thresholds are chosen on validation questions, or on held-out training questions where a set has none; never on the test.

    python benchmarks/public.py DIRECTORY [--sets clinc banking ...] [--json FILE]
"""

import argparse
import csv
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from typos import some_words

from advisor.index.reader import Index
from advisor.index.store import IndexFile
from advisor.learn.build import build
from advisor.library import Library, Trial
from advisor.match.matcher import Matcher
from advisor.measure.formulas import auroc
from advisor.model import Answer, Phrasing, Topic

SETS = {
    "clinc": "clinc_full.json",
    "banking": "banking_full.json",
    "hwu64": "hwu64_full.json",
    "sofmattress": "hint3_sofmattress.json",
    "curekart": "hint3_curekart.json",
    "powerplay11": "hint3_powerplay11.json",
}
TARGETS = {
    "clinc": {"at_recall": 93.0, "auroc": 0.96, "typo": 88.0},
    "banking": {"top_1": 92.3, "typo": 89.0},
    "hwu64": {},
    "sofmattress": {"top_1": 76.0},
    "curekart": {"top_1": 84.5},
    "powerplay11": {"top_1": 68.5},
}
RECALL = 0.60
"""The share of questions off the map that must be refused at the operating point."""
KEPT = 0.90
"""The share of right answers that must be kept at the operating point of a set without questions off the map."""
PARTS = 5
"""One part of the training questions in five is held out where a set has no validation questions."""

OFF_THE_MAP = ("oos", "NO_NODES_DETECTED")
"""How the sets call a question that none of their intents answers."""
SEED = 42

Asked = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Seen:
    """What the matcher makes of one question; `intent` is empty for one off the map."""

    intent: str
    best: str
    inside: float
    """The probability that some entry answers it."""
    confidence: float


@dataclass(frozen=True)
class Result:
    """The figures of one set, in per cent where not said otherwise."""

    name: str
    phrasings: int
    intents: int
    build_seconds: float
    calibrated: bool
    """Whether there were enough questions on either side of the map to fit the confidence; else the cautious curves serve."""
    top_1: float
    top_1_typo: float
    auroc: float | None
    """In against off the map, from 0 to 1."""
    threshold: float
    at_recall: float
    """In-scope questions answered right at the operating point."""
    recall: float | None
    """Questions off the map refused there."""
    at_recall_typo: float
    recall_typo: float | None
    p50_ms: float
    p99_ms: float


def read_set(directory: Path, name: str) -> dict[str, Any] | None:
    """The questions of a set; None where the directory has neither its file nor its folder."""
    file, folder = directory / SETS[name], directory / name
    if file.exists():
        data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    elif folder.is_dir():
        data = {}
        for part in ("train", "val", "test"):
            if (table := folder / f"{part}.csv").exists():
                with table.open(encoding="utf-8", newline="") as lines:
                    rows = [(row[0], row[1]) for row in csv.reader(lines)][1:]
                data[part] = [row for row in rows if row[1] not in OFF_THE_MAP]
                data[f"oos_{part}"] = [text for text, intent in rows if intent in OFF_THE_MAP]
    else:
        return None
    for part in ("oos_train", "oos_val", "oos_test"):
        data[part] = [one if isinstance(one, str) else one[0] for one in data.get(part, [])]
    data.setdefault("val", [])
    draw = random.Random(SEED)
    data.setdefault("test_typo", [(some_words(text, draw), intent) for text, intent in data["test"]])
    data.setdefault("oos_test_typo", [some_words(text, draw) for text in data["oos_test"]])
    return data


def library_of(train: Asked, background: Sequence[str], trials: Sequence[Trial]) -> Library:
    """A set's training questions as a library."""
    held: dict[str, list[Phrasing]] = {}
    for question, intent in train:
        held.setdefault(intent, []).append(Phrasing(question, "en"))
    topics = {
        intent: Topic(
            intent,
            {"en": _title(intent)},
            {"en": Answer(_title(intent))},
            phrasings=(*phrasings, Phrasing(_title(intent), "en", "title")),
        )
        for intent, phrasings in held.items()
    }
    return Library(topics=topics, background=tuple(Phrasing(one, "en") for one in background), trials=tuple(trials))


def _title(intent: str) -> str:
    return intent.replace("_", " ").lower()


def _is_held(question: str) -> bool:
    return int.from_bytes(blake2b(question.encode(), digest_size=4).digest(), "big") % PARTS == 0


class Bench:
    """One index over one library, in a scratch directory."""

    def __init__(self, library: Library, room: Path) -> None:
        begun = time.perf_counter()
        path = room / f"{time.monotonic_ns()}.index"
        build(library, "public", path)
        self.seconds = time.perf_counter() - begun
        self._matcher = Matcher(Index(IndexFile(path)))
        self.calibrated = self._matcher.index.meta["held_out"] is not None
        self.times: list[float] = []

    def ask(self, questions: Asked) -> list[Seen]:
        found = []
        for question, intent in questions:
            begun = time.perf_counter()
            matched = self._matcher.match(question, "en")
            self.times.append(time.perf_counter() - begun)
            best = matched.answered[0] if matched.answered else None
            found.append(
                Seen(intent, best.entry.id if best else "", matched.in_scope, best.confidence if best else 0.0)
            )
        return found


def share(flags: Sequence[bool]) -> float:
    return 100 * sum(flags) / len(flags) if flags else float("nan")


def threshold_of(inside: Sequence[Seen], outside: Sequence[Seen]) -> float:
    """The lowest probability of being on the map that refuses `RECALL` of the questions off it, or keeps `KEPT`."""
    if outside:
        ranked = sorted(one.inside for one in outside)
        return ranked[min(len(ranked) - 1, int(RECALL * len(ranked) - 1e-9))] + 1e-9
    ranked = sorted(one.inside for one in inside if one.best == one.intent)
    return ranked[int((1 - KEPT) * len(ranked) + 1e-9)]


def measure(name: str, data: dict[str, Any], room: Path) -> Result:
    train = [(q, i) for q, i in data["train"]]
    validation = [(q, i) for q, i in data["val"]]
    off_validation = data.get("oos_val", [])
    trials = [Trial(q, "en", (i,)) for q, i in validation] + [Trial(q, "en", ()) for q in off_validation]
    bench = Bench(library_of(train, data.get("oos_train", []), trials), room)
    if validation:
        held = bench.ask(validation), bench.ask([(q, "") for q in off_validation])
    else:
        kept = [pair for pair in train if not _is_held(pair[0])]
        part = Bench(library_of(kept, [], []), room)
        held = part.ask([pair for pair in train if _is_held(pair[0])]), []
    threshold = threshold_of(*held)
    bench.times.clear()
    inside = bench.ask([(q, i) for q, i in data["test"]])
    outside = bench.ask([(q, "") for q in data.get("oos_test", [])])
    times = sorted(bench.times)
    inside_typo = bench.ask([(q, i) for q, i in data["test_typo"]])
    outside_typo = bench.ask([(q, "") for q in data.get("oos_test_typo", [])])
    return Result(
        name,
        len(train),
        len({intent for _, intent in train}),
        round(bench.seconds, 1),
        bench.calibrated,
        share([one.best == one.intent for one in inside]),
        share([one.best == one.intent for one in inside_typo]),
        auroc([one.inside for one in inside], [one.inside for one in outside]) if outside else None,
        threshold,
        share([one.best == one.intent and one.inside >= threshold for one in inside]),
        share([one.inside < threshold for one in outside]) if outside else None,
        share([one.best == one.intent and one.inside >= threshold for one in inside_typo]),
        share([one.inside < threshold for one in outside_typo]) if outside else None,
        1000 * times[len(times) // 2],
        1000 * times[int(0.99 * len(times))],
    )


def main() -> int:
    """Print one block a set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--sets", nargs="+", choices=SETS, default=list(SETS))
    parser.add_argument("--json", type=Path, help="write the figures there too")
    options = parser.parse_args()
    print(f"load {' '.join(f'{one:.1f}' for one in os.getloadavg())}, {os.cpu_count()} cores", flush=True)
    results = []
    with tempfile.TemporaryDirectory(prefix="public-") as room:
        for name in options.sets:
            data = read_set(options.directory, name)
            if data is None:
                print(f"{name} is left out: there is neither {SETS[name]} nor a folder {name}", file=sys.stderr)
                continue
            result = measure(name, data, Path(room))
            results.append(asdict(result) | {"targets": TARGETS[name]})
            print(_shown(result), flush=True)
    if options.json:
        options.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    return 0


def _shown(result: Result) -> str:
    targets = TARGETS[result.name]
    lines = [
        f"{result.name}: {result.phrasings} phrasings, {result.intents} intents, built in {result.build_seconds:.1f} s, "
        f"p50 {result.p50_ms:.2f} ms, p99 {result.p99_ms:.2f} ms, "
        f"confidence {'fitted' if result.calibrated else 'not fitted: too few validation questions on or off the map'}",
        f"  top-1 in scope {result.top_1:.1f}{_target(targets, 'top_1')}, with typos {result.top_1_typo:.1f}"
        f"{_target(targets, 'typo')}",
        f"  at threshold {result.threshold:.3f}: in scope {result.at_recall:.1f}{_target(targets, 'at_recall')}"
        + (f", refused off the map {result.recall:.1f}" if result.recall is not None else "")
        + f"; with typos {result.at_recall_typo:.1f}"
        + (f" and {result.recall_typo:.1f}" if result.recall_typo is not None else ""),
    ]
    if result.auroc is not None:
        lines.append(f"  AUROC {result.auroc:.3f}{_target(targets, 'auroc')}")
    return "\n".join(lines)


def _target(targets: dict[str, float], key: str) -> str:
    return f" (target {targets[key]})" if key in targets else ""


if __name__ == "__main__":
    sys.exit(main())
