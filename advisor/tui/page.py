"""Text laid out for one width: paragraphs with hanging indents, tables, and what a selection of them copies.

It replaces the toolkit's own wrapping, which breaks lines at no-break spaces and forgets the indent of a list.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len as width_of
from textual.content import Content

_WORD = re.compile(r"[^ \t]+[ \t]*|[ \t]+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text: `lead` stands before its first line, `hang` before the others."""

    text: Content
    lead: Content = field(default_factory=Content)
    hang: Content = field(default_factory=Content)
    margin: int = 0
    """How many characters of lead and hang are decoration, which a copy leaves out."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first of them the header; `lead` stands before every line."""

    rows: tuple[tuple[Content, ...], ...]
    lead: Content = field(default_factory=Content)
    margin: int = 0


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Line:
    """One line on the screen; `continues` where only the width made it a line of its own."""

    content: Content
    margin: int = 0
    indent: int = 0
    continues: bool = False


def lay_out(blocks: Sequence[Block], width: int) -> list[Line]:
    """The lines of some blocks, none wider than `width` cells unless a single character is."""
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Table):
            lines += _table_lines(block, width)
        else:
            lines += _paragraph_lines(block, width)
    return lines


def selected_text(lines: Sequence[Line], start: tuple[int, int] | None, end: tuple[int, int] | None) -> str:
    """What lies between two (line, column) places as it was before wrapping; None is the very start or end."""
    first, first_column = start or (0, 0)
    last, last_column = end or (len(lines) - 1, len(lines[-1].content.plain) if lines else 0)
    pieces: list[str] = []
    for number in range(max(0, first), min(last + 1, len(lines))):
        line = lines[number]
        text = line.content.plain[: last_column if number == last else None]
        begins_at = max(line.margin, first_column if number == first else 0)
        if line.continues and number > first:
            text = text[line.indent :]
            pieces.append(text if pieces and pieces[-1].endswith(" ") else f" {text}")
        else:
            pieces.append(f"\n{text[begins_at:]}" if number > first else text[begins_at:])
    return "".join(pieces)


def breaks(text: str, width: int) -> list[int]:
    """Where to cut one line of text so that no piece is wider than `width`; only ordinary spaces may end a line."""
    cuts: list[int] = []
    column = 0
    for word in _WORD.finditer(text):
        letters = word.group().rstrip(" \t")
        size = width_of(letters)
        if column and column + size > width:
            cuts.append(word.start())
            column = 0
        if size > width:
            for at, cells in _pieces(letters, width):
                if at:
                    cuts.append(word.start() + at)
                column = cells
        else:
            column += size
        column += len(word.group()) - len(letters)
    return cuts


def _pieces(word: str, width: int) -> Iterator[tuple[int, int]]:
    """Starts and widths of the pieces of a word that is too wide for any line."""
    start = cells = 0
    for position, character in enumerate(word):
        size = width_of(character)
        if cells and cells + size > width:
            yield start, cells
            start, cells = position, 0
        cells += size
    yield start, cells


def _paragraph_lines(block: Paragraph, width: int) -> Iterator[Line]:
    indent = max(width_of(block.lead.plain), width_of(block.hang.plain))
    room = max(1, width - indent)
    for number, text in enumerate(block.text.split(allow_blank=True) or [block.text]):
        for piece_number, piece in enumerate(text.divide(breaks(text.plain, room))):
            before = block.hang if number or piece_number else block.lead
            yield Line((before + piece).rstrip(), block.margin, len(before), continues=piece_number > 0)


def _table_lines(table: Table, width: int) -> Iterator[Line]:
    columns = max((len(row) for row in table.rows), default=0)
    rows = [row + (Content(),) * (columns - len(row)) for row in table.rows]
    sizes = [max(width_of(row[column].plain) for row in rows) for column in range(columns)]
    if width_of(table.lead.plain) + sum(sizes) + 3 * max(0, columns - 1) > width:
        yield from _table_as_records(table, rows, width)
        return
    for number, row in enumerate(rows):
        cells = [cell.pad_right(size - width_of(cell.plain)) for cell, size in zip(row, sizes, strict=True)]
        yield Line((table.lead + Content(" │ ").join(cells)).rstrip(), table.margin)
        if number == 0:
            yield Line(table.lead + Content("─┼─".join("─" * size for size in sizes)), table.margin)


def _table_as_records(table: Table, rows: Sequence[tuple[Content, ...]], width: int) -> Iterator[Line]:
    """A table that is too wide, as one short list a row: each cell under its heading."""
    header = rows[0]
    for number, row in enumerate(rows[1:]):
        if number:
            yield Line(table.lead, table.margin)
        for title, cell in zip(header, row, strict=True):
            text = Content.assemble(title, " → ", cell) if title.plain else cell
            yield from _paragraph_lines(Paragraph(text, table.lead, table.lead + "  ", table.margin), width)
