"""Measures the building of an index of the built-in knowledge, from YAML to the file that answers.

python benchmarks/build.py [--rounds 3]
"""

import argparse
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

from report import mebibytes, report

from advisor.advice.where import built_in
from advisor.index.reader import Index
from advisor.index.store import IndexFile
from advisor.learn.build import build
from advisor.pack.load import load_library


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    parts: dict[str, list[float]] = {"loading the packs": []}
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "built-in.index"
        for _ in range(rounds):
            begun = time.perf_counter()
            library = load_library([built_in()])
            parts["loading the packs"].append(time.perf_counter() - begun)
            stages = [("writing", time.perf_counter())]
            build(library, "measured", path, lambda stage, into=stages: into.append((stage, time.perf_counter())))
            ends = [at for _, at in stages[2:]] + [time.perf_counter()]
            for (stage, at), end in zip(stages[1:], ends, strict=True):
                parts.setdefault(f"stage “{stage}”", []).append(end - at)
            parts.setdefault("all of it", []).append(time.perf_counter() - begun)
        index = Index(IndexFile(path))
        learnt = sum(index.meta["phrasings"].values())
        size = path.stat().st_size / 2**20
        index.close()
    rows = [(part, f"{statistics.median(taken):.1f} s", f"{min(taken):.1f} s") for part, taken in parts.items()]
    print(report(f"Building the built-in index, {rounds} rounds", ("Part", "Median", "Best"), rows))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"\n{learnt:,} phrasings, {size:.1f} MiB of index; the process held {mebibytes(most)} at most.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
