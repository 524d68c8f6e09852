"""Sheets that are done with, drawn as one; a talk of a thousand sheets costs what one of fifty does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from textual.content import Content
from textual.geometry import Size

from advisor.tui.messages import Behind, BehindWanted
from advisor.tui.page import Block, Line, Paragraph
from advisor.tui.said import Said, SaidAnswer
from advisor.tui.widgets.sheet import Sheet
from advisor.tui.words import Wording

MOST = 120
"""What is drawn as one: the fewer such there are the faster a layout, the longer one is the slower it is to draw."""


class Past(Sheet):
    """What some sheets said, an empty line between them as they had when each stood alone."""

    def __init__(self, said: Sequence[Said], wording: Wording) -> None:
        super().__init__(wording)
        self._said = tuple(said)

    def has_room_for(self, said: Sequence[Said]) -> bool:
        """Whether some more may be drawn along with these."""
        return len(self._said) + len(said) <= MOST

    def take(self, said: Sequence[Said]) -> None:
        """Draw some more, behind these."""
        self._said += tuple(said)
        self.say_again()

    def watch_wording(self) -> None:
        """Say the same in other words."""
        for one in self._said:
            one.says_else()
        super().watch_wording()

    def action_open_whole(self, number: int) -> None:
        """Have one of its answers show all its parts."""
        for answer in self._numbered(number):
            self.say_more(answer.open_all)

    def action_open_part(self, place: int, number: int) -> None:
        """Have one of its answers show one part more."""
        for answer in self._numbered(number):
            self.say_more(partial(answer.open_part, place))

    def action_open_behind(self, what: Behind, number: int) -> None:
        """Have what is behind one of its answers opened."""
        for answer in self._numbered(number):
            self.post_message(BehindWanted(what, answer.reply))

    def _numbered(self, number: int) -> Iterator[SaidAnswer]:
        return (one for one in self._said if isinstance(one, SaidAnswer) and one.number == number)

    def blocks(self) -> Sequence[Block]:
        """The blocks of all of it."""
        blocks: list[Block] = []
        for one in self._said:
            blocks += [*([Paragraph(Content())] if blocks else []), *one.blocks(self.wording)]
        return blocks

    def lines(self, width: int) -> list[Line]:
        """The lines of all of it, laid out when they come into sight: a long past would fill the memory with them."""
        lines: list[Line] = []
        for one in self._said:
            lines += [*([Line(Content())] if lines else []), *one.lines(width, self.wording)]
        return lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """The rows of all of it, and those between."""
        return max(0, len(self._said) - 1) + sum(one.rows(width, self.wording) for one in self._said)
