"""Writes the tables of the pack's reference page: `python -m advisor.pack.tables FILE`; what they say is said elsewhere.

A page holds each table between `<!-- keys -->` or `<!-- rules -->` and `<!-- end -->`; a test compares page and tables.
"""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from advisor.errors import DONE, WRONG_USAGE
from advisor.model import LANGUAGES, PARTS, PERSONS
from advisor.pack.entries import (
    ALONE,
    ANSWER,
    ANSWER_PARTS,
    CLAIM,
    CODE,
    DIALOGUE,
    FOLLOW_UP,
    HAND,
    NEIGHBOURHOOD,
    PATH,
    QUESTION_LIST,
    QUESTIONS,
    SECTIONS,
    SMALL_TALK,
    SOURCE,
    STEP,
    TEMPLATE,
    TOPIC,
    TRIAL,
    URL,
    VARIANT,
    WORDS,
)
from advisor.pack.fields import ID, Either, Fields
from advisor.pack.lexicon import LEXICON
from advisor.pack.rules import RULES
from advisor.pack.shapes import Choice, Languages, ListOf, MapOf, Shape, Text, Whole

SHOWN: Sequence[tuple[str, Fields]] = (
    ("A file with sections", SECTIONS),
    ("A topic", TOPIC),
    ("An answer in parts", ANSWER_PARTS),
    ("A variant", VARIANT),
    ("A follow-up", FOLLOW_UP),
    ("A template", TEMPLATE),
    ("Small talk", SMALL_TALK),
    ("A neighbourhood", NEIGHBOURHOOD),
    ("A path", PATH),
    ("A step", STEP),
    ("A claim", CLAIM),
    ("A source", SOURCE),
    ("A lexicon", LEXICON),
    ("A trial", TRIAL),
    ("A dialogue", DIALOGUE),
    ("Background alone in a file", ALONE["background"]),
)
_NAMED: Sequence[tuple[Shape, str]] = (
    (ID, "id"),
    (CODE, "id"),
    (HAND, "hand"),
    (URL, "web address"),
    (WORDS, "words"),
    (QUESTIONS, "questions"),
    (QUESTION_LIST, "list of questions"),
    (ANSWER, "answer"),
)
_KEYS: Mapping[tuple[str, ...], str] = {PERSONS: "person", PARTS: "part of an answer"}
_TABLE = re.compile(r"(<!-- (keys|rules) -->\n).*?(<!-- end -->)", re.DOTALL)


def keys() -> str:
    """A table for each kind of mapping: every key, whether it is needed, what it holds, what it is for."""
    return "\n".join(line for title, fields in SHOWN for line in (f"### {title}", "", *_rows(fields), ""))


def rules() -> str:
    """Every rule with its code."""
    rows = [f"| `{rule.code}` | {rule.severity} | {_cell(rule.summary)} |" for rule in RULES.values()]
    return "\n".join(["| Code | | What is wrong |", "| --- | --- | --- |", *rows, ""])


def filled(page: str) -> str:
    """The page with its tables as they are now."""
    tables = {"keys": keys(), "rules": rules()}
    return _TABLE.sub(lambda found: f"{found[1]}\n{tables[found[2]]}\n{found[3]}", page)


def _rows(fields: Fields) -> Iterator[str]:
    yield "| Key | | Value | What it is for |"
    yield "| --- | --- | --- | --- |"
    for name, field in fields.fields.items():
        yield f"| `{name}` | {'needed' if field.required else ''} | {said(field.shape)} | {_cell(field.about)} |"
    if fields.words is not None:
        names = ", ".join(f"`{language}`" for language in LANGUAGES)
        yield f"| {names} | one at least | {said(fields.words)} | Its words in that language. |"


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def said(shape: Shape) -> str:
    """What a value is, in a few words."""
    for known, name in _NAMED:
        if shape is known:
            return name
    match shape:
        case Text():
            return "text"
        case Choice():
            return ", ".join(f"`{option}`" for option in shape.options)
        case Whole():
            return f"whole number, {shape.least:,} to {shape.most:,}"
        case ListOf():
            return f"list of {_plural(said(shape.item))}"
        case MapOf():
            return _by(_KEYS.get(getattr(shape.key, "options", ())) or said(shape.key), said(shape.value))
        case Languages():
            bare = f"{said(shape.bare)}, or " if shape.bare else ""
            return bare + _by("language", said(shape.each))
        case Either():
            return " or ".join(said(each) for each in (shape.scalar, shape.items, shape.table) if each is not None)
        case Fields():
            return shape.name.replace("_", " ")
        case _:
            raise TypeError(shape)


def _plural(item: str) -> str:
    if item.startswith("by "):
        return f"mappings {item}"
    if item.startswith("list "):
        return f"lists{item.removeprefix('list')}"
    return item if item == "small talk" else f"{item}s"


def _by(key: str, value: str) -> str:
    return f"by {key}{', ' if value.startswith('by ') else ': '}{value}"


def main(arguments: Sequence[str]) -> int:
    """Fill the tables of a page."""
    if len(arguments) != 1:
        print("python -m advisor.pack.tables FILE", file=sys.stderr)
        return WRONG_USAGE
    file = Path(arguments[0])
    file.write_text(filled(file.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    return DONE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
