"""The small Markdown of answers, read into blocks of styled text; any text whatever reads as something, nothing raises.

Read: paragraphs, headings, lists, quotes, fenced code, tables, **bold**, *italic*, `code` and links, which become text.
"""

import re
from collections.abc import Callable, Iterator

from textual.content import Content

from advisor.tui.ink import CODE, HEADING, QUIET, visible
from advisor.tui.page import Block, Paragraph, Table

QUOTE_BAR = "▌ "

_INLINE = re.compile(
    r"\\(?P<escaped>[\\`*_\[\]()#>|~+.!{}-])"
    r"|(?P<ticks>`+)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
    r"|\*\*(?=\S)(?P<bold>.+?)(?<=\S)\*\*"
    r"|(?<!\w)__(?=\S)(?P<bold2>.+?)(?<=\S)__(?!\w)"
    r"|(?<![\w*])\*(?=[^\s*])(?P<italic>[^*]+?)(?<=\S)\*(?![\w*])"
    r"|(?<!\w)_(?=[^\s_])(?P<italic2>[^_]+?)(?<=\S)_(?!\w)"
    r"|\[(?P<label>[^\[\]]+)\]\((?P<url>[^()\s]+)\)",
    re.DOTALL,
)
_ITEM = re.compile(r"(?P<indent>\s*)(?P<mark>[-*+]|\d{1,3}[.)])\s+(?P<text>.*)")
_HEADING = re.compile(r"#{1,6}\s+(?P<text>.*?)\s*#*$")
_FENCE = re.compile(r"\s*(?P<fence>```+|~~~+)")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_DEEPEST = 6


def read_markdown(text: str) -> list[Block]:
    """The blocks of a text, an empty paragraph between those that stood apart."""
    return list(_blocks(visible(text).split("\n"), Content(), 0))


def _blocks(lines: list[str], lead: Content, depth: int) -> Iterator[Block]:
    position = 0
    apart = False
    while position < len(lines):
        line = lines[position]
        if not line.strip():
            apart = position > 0
            position += 1
            continue
        if apart:
            yield Paragraph(Content(), lead, margin=len(lead))
            apart = False
        taken = _block_length(lines, position, depth)
        yield from _block(lines[position : position + taken], lead, depth)
        position += taken


def _block_length(lines: list[str], start: int, depth: int) -> int:
    """How many lines from `start` on make one block."""
    line = lines[start]
    if fence := _FENCE.match(line):
        return next(
            (n - start + 1 for n in range(start + 1, len(lines)) if lines[n].strip().startswith(fence["fence"])),
            len(lines) - start,
        )
    if line.startswith(">") and depth < _DEEPEST:
        return _run(lines, start, lambda text: text.startswith(">"))
    if _is_table(lines, start):
        return _run(lines, start, lambda text: "|" in text)
    if _HEADING.match(line):
        return 1
    return 1 + _run(lines, start + 1, lambda text: bool(text.strip()) and not _begins_block(text))


def _run(lines: list[str], start: int, belongs: Callable[[str], bool]) -> int:
    position = start
    while position < len(lines) and belongs(lines[position]):
        position += 1
    return position - start


def _begins_block(line: str) -> bool:
    return bool(_ITEM.match(line) or _HEADING.match(line) or _FENCE.match(line) or line.startswith((">", "|")))


def _is_table(lines: list[str], start: int) -> bool:
    return "|" in lines[start] and start + 1 < len(lines) and bool(_TABLE_RULE.match(lines[start + 1]))


def _block(lines: list[str], lead: Content, depth: int) -> Iterator[Block]:
    first = lines[0]
    if fence := _FENCE.match(first):
        inner = lines[1:-1] if len(lines) > 1 and lines[-1].strip().startswith(fence["fence"]) else lines[1:]
        yield Paragraph(Content.styled("\n".join(inner), CODE), lead + "  ", lead + "  ", len(lead) + 2)
    elif first.startswith(">") and depth < _DEEPEST:
        bar = lead + Content.styled(QUOTE_BAR, QUIET)
        yield from _blocks([line[1:].removeprefix(" ") for line in lines], bar, depth + 1)
    elif _is_table(lines, 0):
        header, *rows = (tuple(map(read_inline, _cells(line))) for n, line in enumerate(lines) if n != 1)
        yield Table((tuple(cell.stylize("bold") for cell in header), *rows), lead, len(lead))
    elif heading := _HEADING.match(first):
        yield Paragraph(read_inline(heading["text"]).stylize(HEADING), lead, lead, len(lead))
    elif item := _ITEM.match(first):
        mark = "• " if item["mark"] in "-*+" else f"{item['mark']} "
        indent = lead + " " * min(len(item["indent"]), 12)
        text = "\n".join([item["text"], *(line.strip() for line in lines[1:])])
        yield Paragraph(read_inline(_joined(text)), indent + mark, indent + " " * len(mark), len(lead))
    else:
        text = "\n".join(line.strip(" ") for line in lines)
        # A quote is a model to copy, such as a message or a list of prices: what its writer set on a line stays there.
        yield Paragraph(read_inline(text if depth else _joined(text)), lead, lead, len(lead))


def _joined(text: str) -> str:
    """Lines of one paragraph as one, but where the writer asked for a break with a backslash."""
    return re.sub(r"(?<!\\)\n", " ", text).replace("\\\n", "\n")


def _cells(row: str) -> list[str]:
    inner = row.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", inner)]


def read_inline(text: str, depth: int = 0) -> Content:
    """One run of text with its bold, italic, code and links; brackets are only brackets."""
    parts: list[Content] = []
    position = 0
    for found in _INLINE.finditer(text) if depth < _DEEPEST else ():
        parts.append(Content(text[position : found.start()]))
        parts.append(_styled(found, depth + 1))
        position = found.end()
    parts.append(Content(text[position:]))
    return Content("").join(parts)


def _styled(found: "re.Match[str]", depth: int) -> Content:
    if found["escaped"]:
        return Content(found["escaped"])
    if found["code"]:
        return Content.styled(found["code"], CODE)
    if bold := found["bold"] or found["bold2"]:
        return read_inline(bold, depth).stylize("bold")
    if italic := found["italic"] or found["italic2"]:
        return read_inline(italic, depth).stylize("italic")
    label, url = found["label"], found["url"]
    return read_inline(label, depth) if label == url else Content.assemble(read_inline(label, depth), f" ({url})")
