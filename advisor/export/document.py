"""The small Markdown of answers as blocks of runs, for whoever writes it anew; any text reads as something, nothing raises.

Lines stay lines, since a model text is copied as it stands. Knows no format that it is written in.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no file of text should hold: controls, marks of direction, halves of characters."""
_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`+)(?P<code>[^`].*?)(?<!`)(?P=ticks)(?!`)"
    r"|\*\*(?=\S)(?P<bold>.+?)(?<=\S)\*\*"
    r"|(?<![\w*])\*(?=[^\s*])(?P<italic>[^*]+?)(?<=\S)\*(?![\w*])"
    r"|\[(?P<label>[^\[\]]+)\]\((?P<target>https?://[^()\s]+)\)"
    r"|<(?P<auto>https?://[^<>\s]+)>"
    r"|(?P<url>https?://[^\s<>\"]*[^\s<>\".,;:!?)\]'»])"
)
_ITEM = re.compile(r"(?P<indent> *)(?P<mark>[-*+]|\d{1,9}[.)])\s+(?P<text>.*)")
_HEADING = re.compile(r"#{1,6}\s+(?P<text>.*?)\s*#*$")
_FENCE = re.compile(r"\s*(?:```+|~~~+)")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_DEEPEST = 5


@dataclass(frozen=True, slots=True)
class Run:
    """Some text in one style; `url` is where it leads."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    url: str = ""


Inline = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A title within a reply."""

    text: Inline


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some lines that belong together."""

    lines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list; each item is blocks of its own. `first` is the number of the first one, None for a list without numbers."""

    items: tuple[tuple["Block", ...], ...]
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A model text, or words of somebody else."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Text that is kept to the letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first of them the header."""

    rows: tuple[tuple[Inline, ...], ...]


Block = Heading | Paragraph | Items | Quote | Code | Table


def clean(text: str) -> str:
    """A text without what no file of text should hold; one kind of line end."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def plain(inline: Inline) -> str:
    """A line without its styles; a link is followed by where it leads."""
    return "".join(f"{run.text} <{run.url}>" if run.url and run.url != run.text else run.text for run in inline)


def read(text: str) -> tuple[Block, ...]:
    """The blocks of a text."""
    return tuple(_blocks(clean(text).split("\n"), 0))


def as_typed(text: str) -> tuple[Paragraph, ...]:
    """The words of a person as paragraphs: nothing in them is markup."""
    stretches = re.split(r"\n(?:[ \t]*\n)+", clean(text).strip("\n"))
    return tuple(Paragraph(tuple((Run(line),) for line in one.split("\n"))) for one in stretches if one.strip())


def _blocks(lines: Sequence[str], depth: int) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        line = lines[at]
        end = at + 1
        if not line.strip():
            pass
        elif _FENCE.match(line):
            fence = line.strip()[:3]
            while end < len(lines) and not lines[end].strip().startswith(fence):
                end += 1
            yield Code("\n".join(lines[at + 1 : end]))
            end += 1
        elif line.startswith(">") and depth < _DEEPEST:
            while end < len(lines) and lines[end].startswith(">"):
                end += 1
            yield Quote(tuple(_blocks([one[1:].removeprefix(" ") for one in lines[at:end]], depth + 1)))
        elif "|" in line and end < len(lines) and _TABLE_RULE.match(lines[end]):
            while end < len(lines) and "|" in lines[end]:
                end += 1
            yield Table(tuple(tuple(map(inline, _cells(one))) for n, one in enumerate(lines[at:end]) if n != 1))
        elif heading := _HEADING.match(line):
            yield Heading(inline(heading["text"]))
        elif _ITEM.match(line) and depth < _DEEPEST:
            items, end = _items(lines, at, depth)
            yield items
        else:
            while end < len(lines) and lines[end].strip() and not _begins_block(lines[end]):
                end += 1
            yield _paragraph(lines[at:end])
        at = end


def _begins_block(line: str) -> bool:
    return bool(_ITEM.match(line) or _HEADING.match(line) or _FENCE.match(line) or line.startswith((">", "|")))


def _paragraph(lines: Sequence[str]) -> Block:
    read_lines = tuple(inline(line.strip(" \t").removesuffix("\\")) for line in lines)
    if len(read_lines) == 1 and len(read_lines[0]) == 1 and read_lines[0][0].bold:
        return Heading((Run(read_lines[0][0].text),))
    return Paragraph(read_lines)


def _items(lines: Sequence[str], start: int, depth: int) -> tuple[Items, int]:
    """The list that begins at a line, and the line behind it."""
    begun = _ITEM.match(lines[start])
    assert begun is not None
    numbered = begun["mark"][0].isdigit()
    found: list[list[str]] = []
    at = start
    while at < len(lines):
        item = _ITEM.match(lines[at])
        if item and len(item["indent"]) <= len(begun["indent"]):
            if item["mark"][0].isdigit() is not numbered:
                break
            found.append([item["text"]])
        elif lines[at].strip() and (item or lines[at].startswith(" ")):
            found[-1].append(lines[at][len(begun["indent"]) + 2 :] if item else lines[at].strip())
        else:
            break
        at += 1
    items = tuple(tuple(_blocks(one, depth + 1)) for one in found)
    return Items(items, int(begun["mark"][:-1]) if numbered else None), at


def _cells(row: str) -> list[str]:
    inner = row.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", inner)]


def inline(text: str, bold: bool = False, italic: bool = False, depth: int = 0) -> Inline:
    """One line as runs; a mark that is never closed is a character like any other."""
    runs: list[Run] = []
    at = 0
    for found in _INLINE.finditer(text) if depth < _DEEPEST else ():
        runs.append(Run(text[at : found.start()], bold, italic))
        at = found.end()
        if inner := found["bold"]:
            runs += inline(inner, True, italic, depth + 1)
        elif inner := found["italic"]:
            runs += inline(inner, bold, True, depth + 1)
        elif url := found["auto"] or found["url"] or found["target"]:
            runs.append(Run(found["label"] or url, bold, italic, url=url))
        elif found["code"]:
            runs.append(Run(found["code"], bold, italic, code=True))
        else:
            runs.append(Run(found["escaped"], bold, italic))
    runs.append(Run(text[at:], bold, italic))
    return _joined(runs)


def _joined(runs: Sequence[Run]) -> Inline:
    """Neighbours of one style as one run, and no run of nothing."""
    kept: list[Run] = []
    for run in runs:
        last = kept[-1] if kept else None
        same = last is not None and (last.bold, last.italic, last.code, last.url) == (
            run.bold,
            run.italic,
            run.code,
            run.url,
        )
        if same and last is not None:
            kept[-1] = Run(last.text + run.text, run.bold, run.italic, run.code, run.url)
        elif run.text:
            kept.append(run)
    return tuple(kept)
