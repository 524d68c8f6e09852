"""Sheets that are done with, drawn as one; a talk of a thousand sheets costs what one of fifty does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from advisor.tui.messages import Behind, BehindWanted
from advisor.tui.page import Block, Line, Paragraph
from advisor.tui.widgets.answer import Answer
from advisor.tui.widgets.sheet import Sheet
from advisor.tui.words import Wording

MOST = 120
"""Sheets drawn as one: the fewer such there are the faster a layout, the longer one is the slower it is to draw."""


class Past(Sheet):
    """Some sheets in a row, an empty line between them as they had when each stood alone."""

    def __init__(self, sheets: Sequence[Sheet], wording: Wording) -> None:
        super().__init__(wording)
        self._sheets = tuple(sheets)

    def has_room_for(self, sheets: Sequence[Sheet]) -> bool:
        """Whether some more sheets may be drawn along with these."""
        return len(self._sheets) + len(sheets) <= MOST

    def take(self, sheets: Sequence[Sheet]) -> None:
        """Draw some more sheets, behind these."""
        self._sheets += tuple(sheets)
        self.say_again()

    def watch_wording(self) -> None:
        """Have each sheet say the same in other words."""
        for sheet in self._sheets:
            sheet.set_reactive(Sheet.wording, self.wording)
            sheet.forget_lines()
        super().watch_wording()

    def action_open_whole(self, number: int) -> None:
        """Have one of its answers show all its parts."""
        for answer in self._numbered(number):
            answer.open_all()
            answer.forget_lines()
            self.say_again()

    def action_open_part(self, place: int, number: int) -> None:
        """Have one of its answers show one part more."""
        for answer in self._numbered(number):
            answer.open_part(place)
            answer.forget_lines()
            self.say_again()

    def action_open_behind(self, what: Behind, number: int) -> None:
        """Have what is behind one of its answers opened."""
        for answer in self._numbered(number):
            self.post_message(BehindWanted(what, answer.reply))

    def _numbered(self, number: int) -> Iterator[Answer]:
        return (sheet for sheet in self._sheets if isinstance(sheet, Answer) and sheet.number == number)

    def blocks(self) -> Sequence[Block]:
        """The blocks of every sheet."""
        blocks: list[Block] = []
        for sheet in self._sheets:
            blocks += [*([Paragraph(Content())] if blocks else []), *sheet.blocks()]
        return blocks

    def lines(self, width: int) -> list[Line]:
        """The lines of every sheet, which has kept its own since it stood alone."""
        if self._lines is None or self._lines[0] != width:
            lines: list[Line] = []
            for sheet in self._sheets:
                lines += [*([Line(Content())] if lines else []), *sheet.lines(width)]
            self._lines = (width, lines)
        return self._lines[1]
