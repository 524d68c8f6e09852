"""What is said in the talk, apart from the widgets that draw it, and kept when they are gone; knows no widget.

What the toolkit keeps of a widget, even of one that was never drawn, would be most of what a long talk holds in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from typing import TYPE_CHECKING

from textual.content import Content

from advisor.tui.ink import QUIET, visible
from advisor.tui.page import Block, Line, Paragraph, lay_out

if TYPE_CHECKING:
    from advisor.reply import Reply
    from advisor.store.records import Verdict
    from advisor.tui.words import Wording

_numbers = count(1)


class Said:
    """Something said, in the words of any language and address."""

    __slots__ = ("_blocks", "_rows")

    def __init__(self, blocks: Callable[[Wording], Sequence[Block]]) -> None:
        self._blocks = blocks
        self._rows: tuple[int, int] | None = None

    def blocks(self, wording: Wording) -> Sequence[Block]:
        """The text."""
        return self._blocks(wording)

    def lines(self, width: int, wording: Wording) -> list[Line]:
        """The lines for a width, which are not kept."""
        return lay_out(self.blocks(wording), max(1, width))

    def rows(self, width: int, wording: Wording) -> int:
        """How many lines there are; known for the last width until it says something else."""
        if self._rows is None or self._rows[0] != width:
            self._rows = (width, len(self.lines(width, wording)))
        return self._rows[1]

    def says_else(self) -> None:
        """Notice that it says something else, or the same in other words."""
        self._rows = None


class SaidAnswer(Said):
    """The reply to a question: its point or the part asked for, until more is opened, and what the person thinks of it."""

    __slots__ = ("listed", "number", "opened", "reply", "verdict")

    def __init__(self, reply: Reply, *, whole: bool = False, verdict: tuple[Verdict, str] | None = None) -> None:
        from advisor.reply import first_parts  # here and below: there is no answer in the first picture

        super().__init__(self.all_blocks)
        self.reply = reply
        self.verdict = verdict
        self.number = next(_numbers)
        """What tells it from the others, also where several are drawn as one."""
        self.opened = first_parts(reply, whole=whole)
        self.listed = False
        """Whether it names the topics that were to choose from, since they no longer stand below."""

    def all_blocks(self, wording: Wording) -> Sequence[Block]:
        """The parts that are open, with how to open the others, and the verdict."""
        judged = [verdict_block(*self.verdict, wording)] if self.verdict else []
        return [*self.open_blocks(wording, closed=True), *judged]

    def open_blocks(self, wording: Wording, *, closed: bool = False) -> list[Block]:
        """The parts that are open; `closed` adds how to open the others."""
        from advisor.tui.answer_page import answer_blocks

        return answer_blocks(
            self.reply, wording, opened=self.opened, number=self.number, closed=closed, listed=self.listed
        )

    @property
    def closed(self) -> list[int]:
        """The places of the passages that aren't shown."""
        return [place for place in range(len(self.reply.passages)) if place not in self.opened]

    def list_topics(self) -> None:
        """Name the topics that were to choose from."""
        self.listed = True
        self.says_else()

    def open_part(self, place: int) -> None:
        """Open one more of the reply's passages."""
        self.opened |= {place}
        self.says_else()

    def open_all(self) -> None:
        """Open all of them."""
        self.opened = frozenset(range(len(self.reply.passages)))
        self.says_else()


def verdict_block(verdict: Verdict, word: str, wording: Wording) -> Block:
    """What the person thinks of an answer."""
    said = wording(f"verdict_{verdict}")
    if word:
        said = wording("with_word", verdict=said, word=visible(word))
    return Paragraph(Content.styled(said, QUIET), hang=Content("  "))
