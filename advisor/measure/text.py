"""A report as text of a given width; measures nothing."""

import textwrap
from collections.abc import Iterator

from advisor.measure.report import Report, Section, Table
from advisor.text.typography import typeset

_GAP = "  "


def as_text(report: Report, width: int) -> str:
    """The report with its tables aligned; tables of texts are written one row below the other, wrapped."""
    lines = [report.title, *textwrap.wrap(report.about, width)]
    for section in report.sections():
        lines += ["", *_section(section, width, report)]
    return "\n".join(lines)


def _section(section: Section, width: int, report: Report) -> Iterator[str]:
    title = typeset(section.title, report.language)
    yield title
    yield "=" * len(title)
    if section.note:
        yield from textwrap.wrap(typeset(section.note, report.language), width)
    for table in section.tables:
        yield ""
        yield from _texts(table, width) if table.told else _aligned(table)


def _aligned(table: Table) -> Iterator[str]:
    every = [table.heads, *table.rows]
    widths = [max(len(row[column]) for row in every) for column in range(len(table.heads))]
    for row in every:
        cells = (
            cell.ljust(widths[column]) if column < table.lead else cell.rjust(widths[column])
            for column, cell in enumerate(row)
        )
        yield _GAP.join(cells).rstrip()


def _texts(table: Table, width: int) -> Iterator[str]:
    """The short columns on one line, the long ones below it."""
    for row in table.rows:
        if row[0]:
            yield ", ".join(f"{name}: {cell}" for name, cell in zip(table.heads, row[: table.told], strict=False))
        for name, cell in zip(table.heads[table.told :], row[table.told :], strict=True):
            text = _one_line(f"{name}: {cell}")
            yield from textwrap.wrap(text, width, initial_indent=_GAP, subsequent_indent=_GAP * 2)


def _one_line(text: str) -> str:
    """A question as one line that no terminal obeys."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
