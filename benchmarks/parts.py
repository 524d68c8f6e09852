"""Measures how well the part that a message is after is found: messages of hands that the index didn't read.

One hand's are said behind the point of their topic. What counts is whether each stays with the topic, and whether the part that
its writer was after is the likeliest, one of the two likeliest, and among those that are told. Another hand's are asked first.
What counts is whether the topic is answered, whether a part is opened beside its point, and whether it is the right one.

    python benchmarks/parts.py [FILE]
"""

import argparse
import json
import shutil
import tempfile
from collections import Counter
from pathlib import Path

from report import ROOT, report

from advisor.advice.advisor import Advisor
from advisor.advice.ready import Ready
from advisor.index.reader import Index
from advisor.index.shelf import Shelf
from advisor.index.store import IndexFile
from advisor.learn.build import build
from advisor.library import PartAsked
from advisor.match.matcher import Matcher
from advisor.model import LANGUAGES, Language
from advisor.pack.fingerprint import fingerprint
from advisor.pack.load import load_library
from advisor.talk.compose import Composer
from advisor.talk.moves import MoveReader
from advisor.talk.parts import PartReader
from advisor.talk.voice import Voice

KNOWLEDGE = ROOT / "knowledge"
LEFT_OUT = KNOWLEDGE / "parts" / "b.yaml"
ASKED_FIRST = ROOT / "tests" / "data" / "questions-by-part.jsonl"


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "file", nargs="?", type=Path, default=LEFT_OUT, help="a file of the knowledge, which is left out"
    )
    left_out: Path = parser.parse_args().file.resolve()
    with tempfile.TemporaryDirectory() as scratch:
        rest = Path(scratch) / "knowledge"
        shutil.copytree(KNOWLEDGE, rest)
        (rest / left_out.relative_to(KNOWLEDGE)).unlink()
        library = load_library([rest])
        known = {(one.topic, one.language, one.text) for one in library.parts_asked}
        whole = load_library([KNOWLEDGE]).parts_asked
        asked = [one for one in whole if (one.topic, one.language, one.text) not in known]
        build(library, fingerprint([rest]), Path(scratch) / "index")
        index = Index(IndexFile(Path(scratch) / "index"))
        rows = [_row(index, language, [one for one in asked if one.language == language]) for language in LANGUAGES]
        first = [_first_row(index, language) for language in LANGUAGES]
        index.close()
    head = ("Language", "Messages", "Stay with the topic", "Likeliest part", "One of the two likeliest", "Told")
    print(report(f"Which part a message is after, {left_out.name} left out, per cent", head, rows))
    head = (
        "Language",
        "Questions",
        "Topic answered",
        "A part opened",
        "The right one of these",
        "Opened for the point",
    )
    print(report(f"Which part a first question is after, {ASKED_FIRST.name}, per cent", head, first))
    return 0


def _first_row(index: Index, language: Language) -> tuple[str, ...]:
    asked = [json.loads(line) for line in ASKED_FIRST.read_text(encoding="utf-8").splitlines()]
    asked = [one for one in asked if one["lang"] == language]
    advisor = Advisor(Ready(index))
    found: Counter[str] = Counter()
    for one in asked:
        reply = advisor.conversation(first_language=language).ask(one["question"])
        if reply.topic not in one["expect"]:
            continue
        opened = [each.part for each in reply.passages if each.likely]
        found["answered"] += 1
        found["opened"] += bool(opened)
        found["right"] += opened == [one["part"]]
        found["points"] += one["part"] == "point"
        found["points_opened"] += bool(opened) and one["part"] == "point"
    shares = (
        found["answered"] / len(asked),
        found["opened"] / found["answered"],
        found["right"] / found["opened"],
        found["points_opened"] / found["points"],
    )
    return (language, str(len(asked)), *(f"{100 * share:.1f}" for share in shares))


def _row(index: Index, language: Language, asked: list[PartAsked]) -> tuple[str, ...]:
    matcher, shelf, moves = Matcher(index), Shelf(index.file), MoveReader(index.expressions)
    parts = PartReader(matcher, shelf, Composer(shelf), moves)
    advisor, voice = Advisor(Ready(index)), Voice(language)
    found: Counter[str] = Counter()
    for one in asked:
        matched = matcher.match(one.text, language)
        said = moves.mended(moves.read(one.text), matched.reading.words)
        called = parts.called(one.topic, matched, said, voice)
        likely = [part for part, _ in parts.likely(one.topic, matched, called, voice)]
        found["likeliest"] += likely[:1] == [one.part]
        found["two"] += one.part in likely[:2]
        talk = advisor.conversation(language=language, first_language=language)
        talk.choose(one.topic)
        reply = talk.ask(one.text)
        found["stays"] += reply.topic == one.topic
        found["told"] += reply.topic == one.topic and one.part in [each.part for each in reply.passages if each.asked]
    shares = (f"{100 * found[name] / len(asked):.1f}" for name in ("stays", "likeliest", "two", "told"))
    return (language, str(len(asked)), *shares)


if __name__ == "__main__":
    raise SystemExit(main())
