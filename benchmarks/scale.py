"""Measures how answering grows with the knowledge: one question against 18,000, 100,000 and 1,000,000 phrasings.

The large indexes are synthetic: English phrasings of words that the knowledge uses, each entry with favourite words of
its own. Their weights are those of each entry's mean phrasing, since a classifier over 10,000 entries isn't what is
measured, and what a weight is doesn't change the time it takes to read it. Everything else is as the builder writes it.

The same phrasings and questions are put to bm25s and tantivy, each in a process of its own, where they are installed (the
extra `bench`); they give the hundred best phrasings, among which are those of some entries. Of themselves they mend nothing, so
each is asked with a repair of unknown words as well: rapidfuzz before bm25s, tantivy's own fuzzy terms. A question is asked as
it is, then with two letters exchanged in each of its longer words.

    python benchmarks/scale.py [--sizes built-in 100000x1000 1000000x10000 build]
"""

import argparse
import importlib.util
import json
import random
import subprocess
import sys
import tempfile
import time
from array import array
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
from questions import misspelt
from report import mebibytes, milliseconds, report
from scipy import sparse

from advisor import __version__
from advisor.advice.where import built_in
from advisor.index import store
from advisor.index.couples import UNKNOWN
from advisor.index.linear import MOST, ZERO
from advisor.index.reader import Index
from advisor.index.repair import repair_sections
from advisor.index.rows import PREFIXES, rows_of_word
from advisor.index.store import IndexFile
from advisor.index.table import table_sections
from advisor.learn.build import UNCALIBRATED, build
from advisor.learn.examples import examples_of
from advisor.learn.fit import SHARES
from advisor.learn.sections import feature_sections
from advisor.library import Library
from advisor.model import LANGUAGES
from advisor.pack.load import load_library
from advisor.text.features import BLOCKS, blocks, letters

SIZES = ("built-in", "100000x1000", "1000000x10000")
BUILD = 15_000
"""Phrasings of the library whose building is timed."""
QUESTIONS = 400
FAVOURITES = 12
"""Words that an entry's phrasings hold more often than others'."""
RAREST = 20
"""In how many of the synthetic phrasings a feature must occur."""
CHUNK = 20_000
ASK = """
import json, statistics, sys, time
from pathlib import Path
from advisor.index.reader import Index
from advisor.index.store import IndexFile
from advisor.match.matcher import Matcher

path, asked = sys.argv[1], json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
matcher = Matcher(Index(IndexFile(Path(path))))
centiles = []
for questions in asked:
    for question in questions[:20]:
        matcher.match(question, "en")
    times = []
    for question in questions[20:]:
        begun = time.perf_counter()
        matcher.match(question, "en")
        times.append(time.perf_counter() - begun)
    found = statistics.quantiles(times, n=100)
    centiles += [found[49], found[98]]
mapped, within = 0, False
for line in Path("/proc/self/smaps").read_text(encoding="utf-8").splitlines():
    if "-" in line.split(" ")[0]:
        within = line.endswith(path)
    elif within and line.startswith("Rss:"):
        mapped += int(line.split()[1])
own = next(line for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines() if line.startswith("RssAnon"))
print(json.dumps({"centiles": centiles, "mapped": mapped, "own": int(own.split()[1])}))
"""
"""What a process of its own runs, so that its memory is that of answering; Linux tells how much of a file is mapped."""
BM25S = """
import re
import bm25s
from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne
def opened(lines):
    held = bm25s.BM25()
    held.index(bm25s.tokenize(lines, stopwords=None, show_progress=False), show_progress=False)
    def ask(question):
        words = bm25s.tokenize([question], stopwords=None, return_ids=False, show_progress=False)
        held.retrieve(words, k=100, show_progress=False, n_threads=0)
    return held, ask
"""
TANTIVY = """
import re
import tantivy
def opened(lines, room):
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=False)
    schema = builder.build()
    index = tantivy.Index(schema, path=room)
    writer = index.writer(heap_size=400_000_000, num_threads=1)
    for line in lines:
        writer.add_document(tantivy.Document(text=line))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return schema, index
"""
PEERS = {
    "bm25s": BM25S
    + """
def open_peer(lines, room):
    return opened(lines)[1]
""",
    "tantivy": TANTIVY
    + """
def open_peer(lines, room):
    index = opened(lines, room)[1]
    searcher = index.searcher()
    return lambda question: searcher.search(index.parse_query(re.sub(r"\\W+", " ", question), ["text"]), 100)
""",
    "bm25s and rapidfuzz": BM25S
    + """
def open_peer(lines, room):
    held, ask = opened(lines)
    by_length = {}
    for word in held.vocab_dict:
        by_length.setdefault(len(word), []).append(word)
    def mended(word):
        if word in held.vocab_dict or len(word) < 4:
            return word
        most = 2 if len(word) >= 7 else 1
        near = [one for size in range(len(word) - most, len(word) + most + 1) for one in by_length.get(size, ())]
        found = extractOne(word, near, scorer=OSA.distance, score_cutoff=most)
        return found[0] if found else word
    return lambda question: ask(" ".join(map(mended, re.findall(r"\\w+", question.lower()))))
""",
    "tantivy, fuzzy": TANTIVY
    + """
def open_peer(lines, room):
    schema, index = opened(lines, room)
    searcher = index.searcher()
    known = {word for line in lines for word in re.findall(r"\\w+", line.lower())}
    def of_word(word):
        if word in known or len(word) < 4:
            return tantivy.Query.term_query(schema, "text", word)
        most = 2 if len(word) >= 7 else 1
        return tantivy.Query.fuzzy_term_query(schema, "text", word, distance=most)
    def ask(question):
        words = re.findall(r"\\w+", question.lower())
        either = tantivy.Query.boolean_query([(tantivy.Occur.Should, of_word(word)) for word in words])
        return searcher.search(either, 100)
    return ask
""",
}
ASK_PEER = """
import json, resource, statistics, sys, tempfile, time
from pathlib import Path

lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
asked = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
with tempfile.TemporaryDirectory() as room:
    ask = open_peer(lines, room)
    centiles = []
    for questions in asked:
        for question in questions[:20]:
            ask(question)
        times = []
        for question in questions[20:]:
            begun = time.perf_counter()
            ask(question)
            times.append(time.perf_counter() - begun)
        found = statistics.quantiles(times, n=100)
        centiles += [found[49], found[98]]
print(json.dumps({"centiles": centiles}))
"""


class Words:
    """Draws questions from the knowledge's words."""

    def __init__(self, library: Library, seed: int = 20) -> None:
        counts = Counter(word for one in examples_of(library, "en") for word in one.words)
        self._draw = random.Random(seed)
        self._words = sorted(word for word, count in counts.items() if count > 1)
        self._weights = np.cumsum([counts[word] for word in self._words]).tolist()
        self._favourites: dict[int, list[str]] = {}

    def question(self, entry: int) -> list[str]:
        """Five to eleven words, about half of them the entry's."""
        if entry not in self._favourites:
            self._favourites[entry] = random.Random(entry).sample(self._words, FAVOURITES)
        size = self._draw.randint(5, 11)
        own = self._draw.sample(self._favourites[entry], size // 2)
        found = own + self._draw.choices(self._words, cum_weights=self._weights, k=size - size // 2)
        self._draw.shuffle(found)
        return found


def synthetic(library: Library, phrasings: int, entries: int, path: Path, lines: Path) -> None:
    """An English index of that size; phrasings lie in the order of their entries, in `lines` one a line."""
    drawn = Words(library)
    each = phrasings // entries
    rows: dict[str, dict[str, int]] = {block: {} for block in BLOCKS}
    entry_counts: dict[str, list[sparse.csr_matrix]] = {block: [] for block in BLOCKS}
    frequency: dict[str, Counter[int]] = {block: Counter() for block in BLOCKS}
    stems_of: list[array[int]] = []
    surface: Counter[str] = Counter()
    texts = lines.open("w", encoding="utf-8")
    for begin in range(0, entries, CHUNK // each):
        chunk = range(begin, min(entries, begin + CHUNK // each))
        held: dict[str, tuple[array[int], array[int]]] = {block: (array("I"), array("I")) for block in BLOCKS}
        for entry in chunk:
            for _ in range(each):
                said = drawn.question(entry)
                texts.write(" ".join(said) + "\n")
                surface.update(said)
                stemmed, neighbours, pairs, words = blocks(said, "en")
                for block, features in zip(BLOCKS, (stemmed, neighbours, pairs, letters(words)), strict=True):
                    table = rows[block]
                    found = {table.setdefault(one, len(table)) for one in features}
                    frequency[block].update(found)
                    held[block][0].extend([entry - begin] * len(found))
                    held[block][1].extend(found)
                    if block == "words":
                        stems_of.append(array("I", sorted(found)))
        for block, (owners, features) in held.items():
            data = np.ones(len(owners), dtype=np.float32)
            shape = (len(chunk), len(rows[block]))
            matrix = sparse.csr_matrix((data, (np.array(owners), np.array(features))), shape=shape)
            entry_counts[block].append(matrix)
    texts.close()
    _write(rows, entry_counts, frequency, stems_of, surface, (phrasings, entries), path)


def _write(rows, entry_counts, frequency, stems_of, surface, size, path) -> None:  # type: ignore[no-untyped-def]
    phrasings, entries = size
    names: list[str] = []
    idf: list[np.ndarray] = []
    weights: list[np.ndarray] = []
    scales: list[np.ndarray] = []
    for block in BLOCKS:
        table = list(rows[block])
        least = 1 if block == "words" else RAREST
        kept = [row for row in range(len(table)) if frequency[block][row] >= least]
        names += [PREFIXES[block] + table[row] for row in kept]
        spread = [m.resize((m.shape[0], len(table))) or m for m in entry_counts[block]]
        counts = sparse.vstack(spread).tocsc()[:, kept]
        rarity = np.log((1 + phrasings) / (1 + np.array([frequency[block][row] for row in kept]))) + 1
        idf.append(rarity.astype(np.float32))
        lengths = np.sqrt(np.asarray(counts.multiply(counts) @ (rarity**2))).ravel()
        lengths[lengths == 0] = 1.0
        for begin in range(0, len(kept), 4096):
            part = counts[:, begin : begin + 4096].toarray().T * rarity[begin : begin + 4096, None] / lengths
            part *= np.sqrt(SHARES[block])
            scale = np.abs(part).max(axis=1) / MOST
            scale[scale == 0] = 1.0
            weights.append((np.rint(part / scale[:, None]).astype(np.int16) + ZERO).astype(np.uint8))
            scales.append(scale)
    posts = np.concatenate([np.frombuffer(one, dtype=np.uint32) for one in stems_of])
    owners = np.repeat(np.arange(len(stems_of), dtype=np.uint32), [len(one) for one in stems_of])
    order = np.lexsort((owners, posts))
    starts = np.searchsorted(posts[order], np.arange(len(rows["words"]) + 1))
    norms = np.sqrt(np.bincount(owners, weights=idf[0][posts].astype(np.float64) ** 2))
    spellings = sorted(surface)
    counts = array("I", [surface[word] for word in spellings])
    numbers = {name: row for row, name in enumerate(names)}
    own, own_starts = array("i"), array("I", [0])
    for word in spellings:
        own.extend(rows_of_word(word, "en", lambda feature: numbers.get(feature, UNKNOWN)))
        own_starts.append(len(own))
    sections: dict[str, store.Section] = {
        **feature_sections("en", names),
        "en.idf": _array("f", np.concatenate(idf)),
        "en.values": _array("f", np.concatenate(idf)),
        "en.rows.weights": b"".join(part.tobytes() for part in weights),
        "en.rows.scales": _array("f", np.concatenate(scales)),
        "en.rows.intercepts": _array("d", np.full(entries, -1.0)),
        **table_sections("en.surface", spellings),
        "en.surface.counts": counts,
        "en.surface.names": array("b", bytes(len(spellings))),
        "en.surface.rows": own,
        "en.surface.rows.starts": own_starts,
        **repair_sections("en.surface", spellings, counts),
        "en.near.entries": _array("I", np.arange(entries + 1) * (phrasings // entries)),
        "en.near.starts": _array("I", starts),
        "en.near.posts": _array("I", owners[order]),
        "en.near.norms": _array("f", norms),
        **table_sections("common", spellings),
        "common.odds": array("b", [-100] * len(spellings)),
        "abbreviations": b"{}",
        "meta": json.dumps(
            {
                "version": __version__,
                "entries": [[f"entry-{number}", "topic"] for number in range(entries)],
                "shares": SHARES,
                "phrasings": {"en": phrasings},
                **UNCALIBRATED,
            }
        ).encode(),
    }
    store.write(path, "synthetic", sections)


def _array(kind: str, values: np.ndarray) -> "array[int]":
    held: array[int] = array(kind)
    held.frombytes(values.astype({"f": "<f4", "d": "<f8", "I": "<u4"}[kind]).tobytes())
    return held


def rows_of(name: str, library: Library, room: Path) -> list[tuple[object, ...]]:
    """One size, the advisor's row and its peers': built here or elsewhere, asked in another process."""
    path, lines = room / f"{name}.index", room / f"{name}.txt"
    drawn = Words(library, 7)
    if name == "built-in":
        build(library, "built-in", path)
        examples = examples_of(library, "en")
        questions = [one.phrasing.text for one in random.Random(7).sample(examples, QUESTIONS)]
        lines.write_text("".join(f"{' '.join(one.phrasing.text.split())}\n" for one in examples), encoding="utf-8")
        size = (len(examples), len(Index(IndexFile(path)).entries))
    else:
        size = tuple(int(part) for part in name.split("x"))
        synthetic(library, *size, path, lines)
        questions = [" ".join(drawn.question(number % size[1])) for number in range(QUESTIONS)]
    draw = random.Random(7)
    asked = [questions, [misspelt(question, draw) for question in questions]]
    (room / "questions.json").write_text(json.dumps(asked), encoding="utf-8")
    found = _asked(ASK, path, room)
    file = path.stat().st_size
    path.unlink()
    begin = f"{size[0]:,}", f"{size[1]:,}"
    memory = f"{file / 2**20:.0f} MiB", mebibytes(found["mapped"]), mebibytes(found["own"])
    rows: list[tuple[object, ...]] = [(*begin, "advisor", *map(milliseconds, found["centiles"]), *memory)]
    for peer, program in PEERS.items():
        library_of_it = peer.split()[0].rstrip(",")
        if importlib.util.find_spec(library_of_it) is None:
            print(f"{library_of_it} isn't installed", file=sys.stderr)
        else:
            found = _asked(program + ASK_PEER, lines, room)
            rows.append((*begin, peer, *map(milliseconds, found["centiles"]), "", "", ""))
    return rows


def _asked(program: str, path: Path, room: Path) -> dict:  # type: ignore[type-arg]
    command = [sys.executable, "-c", program, str(path), str(room / "questions.json")]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)  # type: ignore[no-any-return]


def build_seconds(library: Library, room: Path) -> tuple[object, ...]:
    """The time to build from `BUILD` phrasings of the knowledge, both languages, calibration included."""
    topics = dict(library.topics)
    count = sum(len(one.phrasings) for one in examples_owners(library))
    share = min(1.0, BUILD / count)
    part = replace(
        library,
        topics={
            id: replace(one, phrasings=one.phrasings[: round(share * len(one.phrasings))]) for id, one in topics.items()
        },
        neighbourhoods={
            id: replace(one, phrasings=one.phrasings[: round(share * len(one.phrasings))])
            for id, one in library.neighbourhoods.items()
        },
    )
    begun = time.perf_counter()
    build(part, "part", room / "part.index")
    taken = time.perf_counter() - begun
    read = sum(len(examples_of(part, code)) for code in LANGUAGES)
    return f"{read:,}", len(Index(IndexFile(room / "part.index")).entries), f"{taken:.1f} s"


def examples_owners(library: Library) -> list:  # type: ignore[type-arg]
    return [*library.topics.values(), *library.small_talk.values(), *library.neighbourhoods.values()]


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", choices=(*SIZES, "build"), default=[*SIZES, "build"])
    options = parser.parse_args()
    library = load_library([built_in()])
    with tempfile.TemporaryDirectory(prefix="scale-") as room:
        rows = []
        for name in options.sizes:
            if name != "build":
                rows += rows_of(name, library, Path(room))
                print(f"{name} done", file=sys.stderr, flush=True)
        if rows:
            head = (
                *("Phrasings (en)", "Entries", "By", "p50", "p99", "misspelt: p50", "p99"),
                *("Index", "Of it in memory", "Memory of its own"),
            )
            print(report("One question against more knowledge", head, rows))
        if "build" in options.sizes:
            rows = [build_seconds(library, Path(room))]
            print("\n" + report("Building, calibration included", ("Phrasings", "Entries", "Time"), rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
