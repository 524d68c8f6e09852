"""Measures what is made of messages whose part of the answer is known, by hands that the index never reads.

Some are said behind the point of a topic: what counts is whether the topic that answers them is told, staying or going elsewhere,
and whether the part that their writer was after is the likeliest, one of the two likeliest, and among those that are told. Others
are asked first: what counts is whether the topic is answered, whether a part is opened beside its point, and whether it is the
right one.

    python benchmarks/parts.py
"""

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from report import ROOT, report

from advisor.advice.advisor import Advisor, open_advisor
from advisor.advice.where import built_in
from advisor.index.shelf import Shelf
from advisor.match.matcher import Matcher
from advisor.model import LANGUAGES, Language
from advisor.reply import first_parts
from advisor.settings import places
from advisor.talk.compose import Composer
from advisor.talk.moves import MoveReader
from advisor.talk.parts import PartReader
from advisor.talk.voice import Voice

BEHIND_ANSWERS = ROOT / "tests" / "data" / "behind-answers.jsonl"
ASKED_FIRST = ROOT / "tests" / "data" / "questions-by-part.jsonl"
Asked = Sequence[Mapping[str, Any]]


def main() -> int:
    """Print the tables."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    advisor = open_advisor([built_in()], places().cache, lambda stage: None)
    behind, first = (
        [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        for file in (BEHIND_ANSWERS, ASKED_FIRST)
    )
    tables = (
        (
            f"What is replied behind an answer, {BEHIND_ANSWERS.name}, per cent",
            ("Language", "Which", "Messages", "Right", "Offered", "Wrong", "I don't know"),
            [row for language in LANGUAGES for row in _outcome_rows(advisor, language, behind)],
        ),
        (
            "Which part a message that stays is after, per cent",
            ("Language", "Messages", "Likeliest part", "One of the two likeliest", "Told where the topic is"),
            [_row(advisor, language, behind) for language in LANGUAGES],
        ),
        (
            f"Which part a first question is after, {ASKED_FIRST.name}, per cent",
            (
                "Language",
                "Questions",
                "Topic answered",
                "A part opened",
                "The right one of these",
                "Opened for the point",
            ),
            [_first_row(advisor, language, first) for language in LANGUAGES],
        ),
    )
    for title, head, rows in tables:
        print(report(title, head, rows))
    return 0


def _outcome_rows(advisor: Advisor, language: Language, behind: Asked) -> list[tuple[str, ...]]:
    """What is replied to the messages that stay with the topic, and to those that go elsewhere."""
    rows = []
    for name, stays in (("stay", True), ("go elsewhere", False)):
        asked = [one for one in behind if one["lang"] == language and (one["behind"] in one["expect"]) is stays]
        found: Counter[str] = Counter()
        for one in asked:
            talk = advisor.conversation(language=language, first_language=language)
            talk.choose(one["behind"])
            reply = talk.ask(one["question"])
            if reply.kind == "answer":
                found["right" if {reply.topic, *reply.also} & {*one["expect"]} else "wrong"] += 1
            elif reply.kind == "choices":
                found["offered" if {*reply.offered} & {*one["expect"]} else "wrong"] += 1
            else:
                found["unknown"] += 1
        shares = (f"{100 * found[each] / len(asked):.1f}" for each in ("right", "offered", "wrong", "unknown"))
        rows.append((language, name, str(len(asked)), *shares))
    return rows


def _row(advisor: Advisor, language: Language, behind: Asked) -> tuple[str, ...]:
    """How the parts of those that stay are found, and told where the topic is answered."""
    shelf, moves = Shelf(advisor.index.file), MoveReader(advisor.index.expressions)
    matcher = Matcher(advisor.index)
    parts = PartReader(matcher, shelf, Composer(shelf), moves)
    asked = [
        one for one in behind if one["lang"] == language and one["behind"] in one["expect"] and one["part"] != "point"
    ]
    found: Counter[str] = Counter()
    for one in asked:
        topic, part = one["behind"], one["part"]
        matched = matcher.match(one["question"], language)
        said = moves.mended(moves.read(one["question"]), matched.reading.words)
        called = parts.called(topic, matched, said, Voice(language))
        likely = [each for each, _ in parts.likely(topic, matched, called, Voice(language))]
        found["likeliest"] += likely[:1] == [part]
        found["two"] += part in likely[:2]
        talk = advisor.conversation(language=language, first_language=language)
        talk.choose(topic)
        reply = talk.ask(one["question"])
        found["stays"] += reply.topic == topic
        found["told"] += reply.topic == topic and part in {reply.passages[place].part for place in first_parts(reply)}
    shares = (found["likeliest"] / len(asked), found["two"] / len(asked), found["told"] / found["stays"])
    return (language, str(len(asked)), *(f"{100 * share:.1f}" for share in shares))


def _first_row(advisor: Advisor, language: Language, first: Asked) -> tuple[str, ...]:
    asked = [one for one in first if one["lang"] == language]
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


if __name__ == "__main__":
    raise SystemExit(main())
