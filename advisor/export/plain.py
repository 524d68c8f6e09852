"""A conversation, an answer or a model text as plain text: no decoration, lines as they were, nothing wrapped."""

from collections.abc import Iterator, Sequence

from advisor.export.document import Block, Code, Heading, Items, Paragraph, Quote, Table, as_typed, plain
from advisor.export.transcript import Transcript, reply_blocks
from advisor.model import Language
from advisor.reply import Reply
from advisor.text.typography import typeset


def conversation_text(transcript: Transcript) -> str:
    """The whole conversation."""
    stretches = [transcript.say("title")]
    if transcript.turns:
        stretches[0] += f"\n{transcript.when(transcript.turns[0].at)}"
    colon = transcript.say("colon")
    for turn in transcript.turns:
        who = f"{transcript.say('you')}, {transcript.when(turn.at, 'time')}{colon}"
        stretches += [f"{who}\n{text_of(as_typed(turn.question))}", f"Advisor{colon}\n{answer_text(turn.reply)}"]
    return "\n\n".join(stretches) + "\n"


def answer_text(reply: Reply) -> str:
    """One reply, with what it rests on and what to ask next."""
    return text_of(reply_blocks(reply), reply.language)


def text_of(blocks: Sequence[Block], language: Language = "fr") -> str:
    """Some blocks, an empty line between those that stand apart."""
    return "\n\n".join("\n".join(_lines(block, language)) for block in blocks)


def _lines(block: Block, language: Language) -> Iterator[str]:
    match block:
        case Heading():
            yield plain(block.text)
        case Paragraph():
            yield from map(plain, block.lines)
        case Code():
            yield from block.text.split("\n")
        case Quote():
            yield from (f"> {line}".rstrip() for line in text_of(block.blocks, language).split("\n"))
        case Items():
            for place, item in enumerate(block.items):
                mark = "- " if block.first is None else f"{block.first + place}. "
                first, *others = [line for each in item for line in _lines(each, language)] or [""]
                yield f"{mark}{first}"
                yield from (f"{' ' * len(mark)}{line}" for line in others)
        case Table():
            yield from _records(block, language)


def _records(table: Table, language: Language) -> Iterator[str]:
    """A line a row, each cell behind its heading: read aloud or pasted, columns would fall apart."""
    gap = " " if language == "fr" else ""
    heads = [plain(cell) for cell in table.rows[0]]
    for row in table.rows[1:]:
        cells = zip(heads, map(plain, row), strict=False)
        yield typeset(f"{gap}; ".join(f"{head}{gap}: {cell}" if head else cell for head, cell in cells), language)
