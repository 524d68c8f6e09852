"""A reply as readable text: wrapped, its bold in bold on a terminal that wants colour; knows no advisor."""

import os
import re
import shutil
from typing import TextIO

from advisor.cli.streams import is_terminal
from advisor.model import Language
from advisor.reply import Reply
from advisor.text.typography import typeset

WIDEST = 88
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\w*])")
_ITEM = re.compile(r"(\s*(?:[-*>]|\d+\.)\s+)(.*)")
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal would obey rather than show, direction marks included."""
_SHOWN = re.compile("\x1b\\[[0-9;]*m")
"""What a terminal obeys in lines that are ready for it."""
_CODES = {0x01: "\x1b[1m", 0x02: "\x1b[22m", 0x03: "\x1b[3m", 0x04: "\x1b[23m"}
"""Bold and italic begun and ended: as one control each while lines are wrapped, then as the terminal wants them."""

SAID: dict[Language, dict[str, str]] = {
    "fr": {
        "sure": "j'en suis sûr",
        "think": "je le pense",
        "hesitate": "j'hésite",
        "read_as": "J'ai lu « {typed} » comme « {read_as} ».",
        "sources": "Sources : ",
        "and": " ; ",
        "ask": "À demander ensuite :",
        "path": "Pour continuer : advisor paths {path}",
    },
    "en": {
        "sure": "I am sure",
        "think": "I think so",
        "hesitate": "I hesitate",
        "read_as": "I read “{typed}” as “{read_as}”.",
        "sources": "Sources: ",
        "and": "; ",
        "ask": "Worth asking next:",
        "path": "To go on: advisor paths {path}",
    },
}


def wants_colour(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal that wants colour: NO_COLOR and a dumb terminal don't."""
    return is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width_of(stream: TextIO | None) -> int:
    """How wide lines for a stream may be."""
    return min(WIDEST, shutil.get_terminal_size((80, 24)).columns) if is_terminal(stream) else WIDEST


def rendered(reply: Reply, stream: TextIO | None) -> str:
    """The reply as text for a stream: all of it, with what to ask next."""
    said = _said(reply.language)
    blocks = [opening_of(reply), reply.text, reply.lesson, sources_of(reply)]
    if reply.follow_ups and reply.kind in ("answer", "small_talk"):
        blocks.append("\n".join([said["ask"], *(f"- {one}" for one in reply.follow_ups)]))
    if reply.path:
        blocks.append(said["path"].format(path=reply.path))
    return markdown("\n\n".join(block for block in blocks if block), width_of(stream), colour=wants_colour(stream))


def opening_of(reply: Reply) -> str:
    """What stands before what a reply says: the words that were read as others, its title and how sure it is."""
    said = _said(reply.language)
    lines = [said["read_as"].format(typed=one.typed, read_as=one.read_as) for one in reply.corrections]
    if reply.kind == "answer" and reply.title:
        lines.append(f"**{reply.title}**" + (f" ({said[reply.sureness]})" if reply.sureness else ""))
    return "\n".join(lines)


def sources_of(reply: Reply) -> str:
    """What a reply rests on, on one line; nothing where there is no source."""
    said = _said(reply.language)
    sources = said["and"].join(_source(one.title, one.url) for one in reply.sources)
    return said["sources"] + sources if sources else ""


def _said(language: Language) -> dict[str, str]:
    return {key: typeset(text, language) for key, text in SAID[language].items()}


def aloud(text: str, stream: TextIO | None) -> str:
    """Markdown as lines for a screen reader or a pipe: each says one thing, no sign stands for a frame.

    A terminal's lines end between words; where there is none, whoever reads them decides where they end.
    """
    from advisor.export.document import Table, read
    from advisor.export.plain import text_of

    blocks: list[str] = []
    for block in text.split("\n\n"):
        tables = [one for one in read(block) if isinstance(one, Table)]
        blocks.append(text_of(tables) if tables else re.sub(r"^> ?", "    ", block, flags=re.MULTILINE))
    width = width_of(stream) if is_terminal(stream) else None
    return markdown("\n\n".join(blocks), width, colour=wants_colour(stream))


def fitted(text: str, stream: TextIO | None) -> str:
    """Lines for a stream as they are, but those that a terminal would cut in mid-word are cut between words."""
    if not is_terminal(stream):
        return text
    width = width_of(stream)
    cut = (_cut(line, width) if len(_SHOWN.sub("", line)) > width else line for line in text.split("\n"))
    return "\n".join(cut)


def _cut(line: str, width: int) -> str:
    import textwrap  # here and below, since a pipe wants no wrapping

    return textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)


def _source(title: str, url: str | None) -> str:
    return f"{title} <{url}>" if url else title


def markdown(text: str, width: int | None, *, colour: bool) -> str:
    """The small Markdown of answers as lines, wrapped where there is a width; control characters never reach the terminal."""
    lines: list[str] = []
    fenced = False
    for line in _CONTROL.sub("", text).split("\n"):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        elif fenced:
            lines.append(f"    {line}")
        elif not line.strip() or line.lstrip().startswith("|"):
            lines.append(_marked(line, colour=colour))
        else:
            if heading := _HEADING.match(line):
                line = f"**{heading[1]}**"
            item = _ITEM.match(line)
            lead, rest = (item[1], item[2]) if item else ("", line)
            lines += _wrapped(_marked(rest, colour=colour), lead, width)
    return "\n".join(lines).translate(_CODES)


def _marked(text: str, *, colour: bool) -> str:
    """A paragraph with its bold and italic between single controls, or bare without colour."""
    text = _BOLD.sub("\x01\\1\x02" if colour else r"\1", text)
    return _ITALIC.sub("\x03\\1\x04" if colour else r"\1", text)


def _wrapped(text: str, lead: str, width: int | None) -> list[str]:
    if width is None:
        return [f"{lead}{text}"]
    hang = lead if lead.strip() == ">" else " " * len(lead)
    import textwrap

    return textwrap.wrap(
        text, width, initial_indent=lead, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False
    ) or [lead]
