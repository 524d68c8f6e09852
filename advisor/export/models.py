"""The model texts in an answer: messages, lines of a CV and the like, to copy as they stand; knows no clipboard."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor.export.document import Block, Code, Heading, Items, Paragraph, Quote, plain, read
from advisor.export.plain import text_of
from advisor.reply import Reply


@dataclass(frozen=True, slots=True)
class Model:
    """A text to adapt; `label` is what the answer calls it."""

    label: str
    text: str


def models_of(reply: Reply) -> tuple[Model, ...]:
    """The model texts of a reply in their order: what it quotes, and what it keeps to the letter."""
    texts = [passage.text for passage in reply.passages] or [reply.text]
    return tuple(model for text in texts for model in _models(read(text), reply.title))


def chosen(models: Sequence[Model], words: str) -> Model | None:
    """The model meant by a number, or the only one; None where that leaves a choice."""
    number = words.strip()
    if number.isdecimal() and 0 < int(number) <= len(models):
        return models[int(number) - 1]
    return models[0] if len(models) == 1 else None


def _models(blocks: Sequence[Block], title: str) -> Iterator[Model]:
    label = title
    for block in blocks:
        match block:
            case Quote():
                yield Model(label, text_of(block.blocks))
            case Code():
                yield Model(label, block.text)
            case Heading():
                label = _label(plain(block.text)) or label
            case Paragraph():
                label = _label(plain(block.lines[-1])) or label
            case Items():
                for item in block.items:
                    yield from _models(item, label)
            case _:
                pass


def _label(line: str) -> str:
    """A line as the name of what follows it; nothing where it is too long for one."""
    name = line.strip().rstrip(":").rstrip()
    return name if len(name) <= 80 else ""
