"""A reply as blocks of text: the point first, the parts under their headings, then what it rests on; no widget."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from textual.content import Content
from textual.style import Style

from advisor.reply import Passage, Reply, remarks
from advisor.tui.ink import HEADING, QUIET, visible
from advisor.tui.markdown import read_markdown
from advisor.tui.page import Block, Paragraph, Table
from advisor.tui.words import Wording

NO_BREAK = "\u00a0"
ASKED_BAR = "┃ "
_NUMBERED = re.compile(r"^\d\. .*$\n?", re.MULTILINE)


def answer_blocks(
    reply: Reply,
    wording: Wording,
    *,
    opened: Collection[int] | None = None,
    number: int = 0,
    closed: bool = False,
    listed: bool = False,
) -> list[Block]:
    """What stands under a question; the answer in its own language.

    `opened` are the places of the passages that are shown, all of them for None; `closed` has the others named behind
    them, each to be opened by a click, and the sources in a few words, as a list of them would outweigh the point.
    `number` is that of the answer, by which a click tells which answer is meant; `listed` has the topics named that were
    to choose from, once they can't be chosen any more.
    """
    blocks: list[Block] = []
    places = range(len(reply.passages))
    shown = [place for place in places if opened is None or place in opened]
    for group in _groups(replace(reply, passages=tuple(reply.passages[place] for place in shown)), reply, listed):
        if group:
            blocks += [*([_GAP] if blocks else []), *group]
    hidden = [place for place in places if place not in shown]
    if closed and hidden:
        blocks += [_GAP, _closed(reply, hidden, wording, number)]
    notes = list(_notes(reply, wording, number, brief=closed and bool(hidden)))
    return [*blocks, *([_GAP] if blocks and notes else []), *notes]


_GAP = Paragraph(Content())


def _closed(reply: Reply, hidden: Sequence[int], wording: Wording, number: int) -> Paragraph:
    """The headings of the passages that aren't shown, and the key that opens them all."""
    headings = [
        Content.styled(f"▸ {visible(reply.passages[place].heading)}".replace(" ", NO_BREAK), HEADING).stylize(
            Style.from_meta({"@click": f"open_part({place}, {number})"})
        )
        for place in hidden
        if reply.passages[place].heading
    ]
    keys = [(wording("whole_answer", open=wording.key("whole")), f"open_whole({number})")]
    if len(hidden) > 1:
        keys.insert(0, (wording("next_part", open=wording.key("part")), f"open_part({hidden[0]}, {number})"))
    opening = [
        Content.styled(visible(words).replace(" ", NO_BREAK), QUIET).stylize(Style.from_meta({"@click": does}))
        for words, does in keys
    ]
    return Paragraph(Content("  ").join([*headings, *opening]), hang=Content("  "))


def _groups(reply: Reply, whole: Reply, listed: bool) -> Iterator[list[Block]]:
    """What stands apart from the rest: each part shown, or the whole text of a reply that has none."""
    if not whole.passages:
        yield read_markdown(reply.text if listed else _without_list(reply))
        return
    yield read_markdown(reply.care)
    opening, closing = remarks(whole)
    yield from map(read_markdown, opening)
    for passage in sorted(reply.passages, key=lambda one: not one.asked):
        yield _passage_blocks(passage)
    yield from map(read_markdown, closing)


def _without_list(reply: Reply) -> str:
    """The text without its numbered list of topics, which the items to choose repeat."""
    if reply.kind in ("choices", "unknown") and reply.offered:
        return _NUMBERED.sub("", reply.text).strip()
    return reply.text


def _passage_blocks(passage: Passage) -> list[Block]:
    heading = Content.styled(visible(passage.heading), HEADING)
    blocks: list[Block] = [Paragraph(heading)] if passage.heading else []
    blocks += read_markdown(passage.text)
    if not passage.asked:
        return blocks
    bar = Content.styled(ASKED_BAR, HEADING)
    return [_behind(bar, block) for block in blocks]


def _behind(bar: Content, block: Block) -> Block:
    margin = block.margin + len(bar)
    if isinstance(block, Table):
        return replace(block, lead=bar + block.lead, margin=margin)
    return replace(block, lead=bar + block.lead, hang=bar + block.hang, margin=margin)


def _notes(reply: Reply, wording: Wording, number: int, *, brief: bool) -> Iterator[Paragraph]:
    """The topic, how sure the advisor is, the words that it read as others, the sources; all on one line where brief."""
    if reply.lesson:
        yield Paragraph(Content(visible(reply.lesson)), hang=Content("  "))
    about = []
    if reply.kind == "answer" and reply.title:
        about.append(Content.styled(visible(wording("subject", title=reply.title)), QUIET))
    if reply.sureness:
        sure = wording("sureness", words=wording(reply.sureness), why=wording.key("why"))
        about.append(_opening("why", number, Content.styled(visible(sure), QUIET)))
    if brief and reply.kind == "answer":
        about.append(_opening("source", number, Content.styled(visible(_sources_in_brief(reply, wording)), QUIET)))
    if about:
        yield Paragraph(Content.styled(" · ", QUIET).join(about), hang=Content("  "))
    if reply.corrections:
        read = ", ".join(wording("one_read_as", typed=c.typed, read_as=c.read_as) for c in reply.corrections)
        yield _quiet(wording("read_as", list=read))
    if reply.kind == "answer" and not brief:
        yield from (replace(one, text=_opening("source", number, one.text)) for one in _sources(reply, wording))


def _opening(what: str, number: int, text: Content) -> Content:
    """A text that opens what is behind an answer when it is clicked."""
    return text.stylize(Style.from_meta({"@click": f"open_behind('{what}', {number})"}))


def _sources_in_brief(reply: Reply, wording: Wording) -> str:
    key = wording.key("source")
    if len(reply.sources) > 1:
        return wording("so_many_sources", press=key, count=len(reply.sources)).replace(" ", NO_BREAK)
    return wording("source", press=key, list=reply.sources[0].title) if reply.sources else wording("no_source")


def _sources(reply: Reply, wording: Wording) -> Iterator[Paragraph]:
    titles = [f"{source.title} ({source.url})" if source.url else source.title for source in reply.sources]
    key = wording.key("source")
    if len(titles) < 2:
        yield _quiet(wording("source", press=key, list=titles[0]) if titles else wording("no_source"))
        return
    yield _quiet(wording("sources", press=key))
    for title in titles:
        yield Paragraph(Content.styled(visible(title), QUIET), Content.styled("• ", QUIET), Content("  "))


def _quiet(text: str) -> Paragraph:
    return Paragraph(Content.styled(visible(text), QUIET), hang=Content("  "))
