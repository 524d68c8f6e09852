"""A conversation as Markdown that every reader shows alike: what people wrote is never markup in it."""

import re
from collections.abc import Iterator, Sequence

from advisor.export.document import Block, Code, Heading, Inline, Items, Paragraph, Quote, Run, Table, as_typed, clean
from advisor.export.transcript import Transcript, Turn, reply_blocks

LONGEST_HEADING = 200
_SPECIAL = re.compile(r"[\\`*_{}<>#|~$^&@]|\](?=[(\[:])|(?<=\w):(?=//)|(?<=[Ww])\.|(?<=!)(?=\[)")
"""What means something to some reader of Markdown wherever it stands, web and mail addresses included."""
_AT_START = re.compile(r"(?P<number>\d{1,9})(?=[.)])|(?=[-+=:])|(?=\[[ xX!])")
"""What means something at the start of a line: lists, rules, headings that are underlined, definitions, boxes to tick."""


def markdown_page(transcript: Transcript) -> str:
    """The whole conversation."""
    blocks = [f"# {transcript.say('title')}"]
    if transcript.turns:
        blocks.append(transcript.when(transcript.turns[0].at))
    for number, turn in enumerate(transcript.turns, 1):
        blocks += _turn(turn, number, transcript)
    return "\n\n".join(blocks) + "\n"


def _turn(turn: Turn, number: int, transcript: Transcript) -> Iterator[str]:
    asked = clean(turn.question).strip()
    one_line = "\n" not in asked and len(asked) <= LONGEST_HEADING
    yield f"## {escaped(asked) if one_line and asked else transcript.say('question', number=number)}"
    if not one_line:
        yield from _written(as_typed(turn.question))
    yield f"*{transcript.when(turn.at, 'time')}*"
    yield from _written(reply_blocks(turn.reply))


def escaped(text: str, *, at_start: bool = True) -> str:
    """Plain text, of one line, in which a reader of Markdown sees nothing but text."""
    bare = _SPECIAL.sub(lambda found: f"\\{found[0]}" if found[0] else "\\", text.strip())
    begins = _AT_START.match(bare) if at_start else None
    if begins is None:
        return bare
    number = begins["number"] or ""
    return f"{number}\\{bare[len(number) :]}"


def _written(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        yield "\n".join(_lines(block))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"### {_inline(block.text)}"
        case Paragraph():
            # Two spaces at the end keep a line a line, unseen by whoever reads the file as it is.
            yield "  \n".join(_inline(line) for line in block.lines)
        case Code():
            fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", block.text)), default=0))
            yield from (fence, block.text, fence)
        case Quote():
            inner = "\n\n".join(_written(block.blocks))
            yield from (f"> {line}" if line else ">" for line in inner.split("\n"))
        case Items():
            for place, item in enumerate(block.items):
                mark = "- " if block.first is None else f"{block.first + place}. "
                first, *others = "\n".join(_written(item)).split("\n")
                yield f"{mark}{first}"
                yield from (f"{' ' * len(mark)}{line}" for line in others)
        case Table():
            width = max(map(len, block.rows))
            for number, row in enumerate(block.rows):
                cells = [*map(_inline, row), *[""] * (width - len(row))]
                yield f"| {' | '.join(cells)} |"
                if number == 0:
                    yield f"|{' --- |' * width}"


def _inline(runs: Inline) -> str:
    """A line with its styles; one that its neighbours would keep from being read as a style is left out."""
    pieces: list[str] = []
    for place, run in enumerate(runs):
        before = runs[place - 1].text[-1:] if place else ""
        after = runs[place + 1].text[:1] if place + 1 < len(runs) else ""
        pieces.append(_run(run, before, after, first=not place))
    return "".join(pieces)


def _run(run: Run, before: str, after: str, *, first: bool) -> str:
    if run.code and "`" not in run.text:
        return f"`{run.text}`"
    if run.url:
        url = re.sub(r"[\s<>()\\]", lambda found: f"%{ord(found[0]):02X}", run.url)
        return f"<{url}>" if run.url == run.text else f"[{_in_link(run.text)}]({url})"
    if not run.text.strip():
        return run.text if after and not first else ""
    text = escaped(run.text, at_start=first)
    # Only the ends of the line lose their spaces.
    lead = run.text[: len(run.text) - len(run.text.lstrip())] if not first else ""
    tail = run.text[len(run.text.rstrip()) :] if after else ""
    mark = "**" * run.bold + "*" * run.italic
    inside = run.text.strip()
    if text.endswith("]") and not tail and after in tuple("([:"):
        text = f"{text[:-1]}\\]"  # what comes next would make a link of it
    if mark and not (_clings(before, inside[0], lead) or _clings(after, inside[-1], tail)):
        text = f"{mark}{text}{mark}"
    return f"{lead}{text}{tail}"


def _in_link(text: str) -> str:
    """Plain text as the name of a link, in which brackets end nothing."""
    return re.sub(r"(?<!\\)[\[\]]", r"\\\g<0>", escaped(text, at_start=False))


def _clings(outside: str, inside: str, gap: str) -> bool:
    """Whether a mark between these two characters would be no mark."""
    return not gap and bool(outside) and (outside.isalnum() or outside == "_") and not inside.isalnum()
