"""A report as one HTML page that needs nothing from elsewhere: no script, no font, no picture; measures nothing."""

from collections.abc import Iterator
from html import escape

from advisor.measure.charts import svg
from advisor.measure.report import Report, Section, Table
from advisor.text.typography import typeset

STYLE = """
:root { color-scheme: light dark; --ink: #1c1c22; --paper: #fdfdfb; --faint: #d9d9d2; --soft: #5b5b66;
  --a: #1f5fa8; --b: #a8441f; --c: #2c7a43; --d: #7a3f9e; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececf0; --paper: #17171b; --faint: #3a3a42; --soft: #a5a5b0;
  --a: #7db4f0; --b: #f0a27d; --c: #86d09b; --d: #cc9dea; } }
body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: var(--ink); background: var(--paper);
  font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.2rem; }
p { color: var(--soft); max-width: 60rem; }
div.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: .8rem 0; font-variant-numeric: tabular-nums; }
th, td { padding: .2rem .7rem; border-bottom: 1px solid var(--faint); text-align: right; vertical-align: top; }
th { color: var(--soft); font-weight: 600; }
.word { text-align: left; overflow-wrap: anywhere; }
figure { margin: 1rem 0; } figcaption { color: var(--soft); } svg { max-width: 100%; height: auto; }
svg text { font: 12px system-ui, sans-serif; fill: var(--ink); } .end { text-anchor: end; } .middle { text-anchor: middle; }
.grid { stroke: var(--faint); fill: none; } .track { fill: var(--faint); }
.diagonal { stroke: var(--soft); stroke-dasharray: 4 4; } .line { fill: none; stroke-width: 2; }
.stroke0 { stroke: var(--a); } .stroke1 { stroke: var(--b); } .stroke2 { stroke: var(--c); } .stroke3 { stroke: var(--d); }
.fill0 { fill: var(--a); } .fill1 { fill: var(--b); } .fill2 { fill: var(--c); } .fill3 { fill: var(--d); }
svg text.ink0 { fill: var(--a); } svg text.ink1 { fill: var(--b); } svg text.ink2 { fill: var(--c); }
svg text.ink3 { fill: var(--d); }
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def as_page(report: Report) -> str:
    """The report as a whole page; whatever a question holds stays text."""
    body = "\n".join(line for section in report.sections() for line in _section(section, report))
    return (
        f'<!doctype html>\n<html lang="{report.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(report.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(report.title)}</h1>\n<p>{escape(report.about)}</p>\n{body}\n</body>\n</html>\n"
    )


def _section(section: Section, report: Report) -> Iterator[str]:
    yield f"<h2>{escape(typeset(section.title, report.language))}</h2>"
    if section.note:
        yield f"<p>{escape(typeset(section.note, report.language))}</p>"
    for chart in section.charts:
        caption = escape(typeset(chart.title, report.language))
        yield f"<figure>{svg(chart)}<figcaption>{caption}</figcaption></figure>"
    for table in section.tables:
        yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    yield '<div class="wide"><table>'
    yield f"<thead><tr>{_cells(table.heads, table.lead, 'th')}</tr></thead><tbody>"
    for row in table.rows:
        yield f"<tr>{_cells(row, table.lead, 'td')}</tr>"
    yield "</tbody></table></div>"


def _cells(row: tuple[str, ...], lead: int, kind: str) -> str:
    return "".join(
        f'<{kind} class="{"word" if column < lead else "number"}">{escape(cell)}</{kind}>'
        for column, cell in enumerate(row)
    )
