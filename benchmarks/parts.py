"""Measures how well the part that a message is after is found: one hand's messages, put to an index that didn't read them.

Each is said behind the point of its topic. What counts is whether it stays with the topic, and whether the part that its writer was
after is the likeliest, one of the two likeliest, and among those that are told.

    python benchmarks/parts.py [FILE]
"""

import argparse
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
        index.close()
    head = ("Language", "Messages", "Stay with the topic", "Likeliest part", "One of the two likeliest", "Told")
    print(report(f"Which part a message is after, {left_out.name} left out, per cent", head, rows))
    return 0


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
