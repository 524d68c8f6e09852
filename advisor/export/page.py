"""A conversation as one page of HTML that needs nothing from elsewhere and prints well; every word in it is escaped."""

from collections.abc import Iterator, Sequence
from html import escape

from advisor.export.document import Block, Code, Heading, Inline, Items, Paragraph, Quote, Run, Table, as_typed, plain
from advisor.export.transcript import Transcript, Turn, reply_blocks

STYLE = """
:root { color-scheme: light dark; --ink: #1c1b22; --quiet: #5b5966; --ground: #ffffff; --line: #d8d6e0; --link: #3b3f9e; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ecebf2; --quiet: #b0aebb; --ground: #17161c; --line: #43414d; --link: #b3b8ff; }
}
body { margin: 2rem auto; max-width: 42rem; padding: 0 1rem; color: var(--ink); background: var(--ground);
  font: 1.05rem/1.55 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
h1, h2, h3, header p, time { font-family: system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin-bottom: 0; }
h2 { font-size: 1.15rem; margin-bottom: 0; white-space: pre-wrap; }
h3 { font-size: 1rem; margin: 1.2rem 0 0.3rem; }
p { margin: 0.5rem 0; }
article { border-top: 1px solid var(--line); margin-top: 2rem; }
header p, time { color: var(--quiet); font-size: 0.9rem; }
blockquote { border-left: 3px solid var(--line); margin: 0.8rem 0; padding: 0.1rem 0 0.1rem 1rem; }
pre { overflow-x: auto; white-space: pre-wrap; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: 0.2rem 0.6rem; text-align: left; vertical-align: top; }
a { color: var(--link); }
@page { margin: 2cm; }
@media print {
  :root { --ink: #000000; --quiet: #444444; --ground: #ffffff; --line: #999999; --link: #000000; }
  body { margin: 0; max-width: none; font-size: 11pt; }
  h1, h2, h3 { break-after: avoid; }
  blockquote, table, li { break-inside: avoid; }
}
""".strip()
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def html_page(transcript: Transcript) -> str:
    """The whole conversation."""
    title = escape(transcript.say("title"))
    begun = f"<p>{escape(transcript.when(transcript.turns[0].at))}</p>" if transcript.turns else ""
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{transcript.language}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        f"<style>\n{STYLE}\n</style>",
        "</head>",
        "<body>",
        f"<header><h1>{title}</h1>{begun}</header>",
    ]
    for turn in transcript.turns:
        lines += _turn(turn, transcript)
    return "\n".join([*lines, "</body>", "</html>", ""])


def _turn(turn: Turn, transcript: Transcript) -> Iterator[str]:
    yield f'<article lang="{turn.reply.language}">'
    # The bidirectional isolation keeps a question in one direction from turning the words around it.
    asked = "\n\n".join("\n".join(map(plain, block.lines)) for block in as_typed(turn.question))
    yield f"<h2><bdi>{escape(asked)}</bdi></h2>"
    at = turn.at.isoformat(timespec="minutes")
    yield f'<time datetime="{at}">{escape(transcript.when(turn.at, "time"))}</time>'
    yield from _written(reply_blocks(turn.reply))
    yield "</article>"


def _written(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield f"<h3>{_inline(block.text)}</h3>"
            case Paragraph():
                yield f"<p>{'<br>'.join(map(_inline, block.lines))}</p>"
            case Code():
                yield f"<pre>{escape(block.text)}</pre>"
            case Quote():
                yield f"<blockquote>{''.join(_written(block.blocks))}</blockquote>"
            case Items():
                tag = "ul" if block.first is None else "ol"
                start = f' start="{block.first}"' if block.first not in (None, 1) else ""
                yield f"<{tag}{start}>"
                yield from (f"<li>{_item(item)}</li>" for item in block.items)
                yield f"</{tag}>"
            case Table():
                yield f"<table>{''.join(_rows(block))}</table>"


def _item(blocks: Sequence[Block]) -> str:
    """What stands in an item; a single paragraph needs no tag of its own there."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return "<br>".join(map(_inline, blocks[0].lines))
    return "".join(_written(blocks))


def _rows(table: Table) -> Iterator[str]:
    for number, row in enumerate(table.rows):
        tag = "td" if number else "th"
        yield f"<tr>{''.join(f'<{tag}>{_inline(cell)}</{tag}>' for cell in row)}</tr>"


def _inline(runs: Inline) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = escape(run.text)
    if run.code:
        text = f"<code>{text}</code>"
    if run.bold:
        text = f"<strong>{text}</strong>"
    if run.italic:
        text = f"<em>{text}</em>"
    return f'<a href="{escape(run.url)}" rel="noreferrer">{text}</a>' if run.url else text
