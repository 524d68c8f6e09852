"""Past conversations: the list of them, one of them to read, its other title, its end; knows no store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input

from advisor.store.records import Found, PastConversation
from advisor.store.words import words_of
from advisor.tui.answer_page import answer_blocks
from advisor.tui.ink import HEADING, QUIET, visible
from advisor.tui.keys import bindings
from advisor.tui.messages import Behind, BehindWanted
from advisor.tui.page import Block, Paragraph, lay_out
from advisor.tui.past_messages import PastChange, PastChosen, PastSought
from advisor.tui.past_words import said, when
from advisor.tui.said import verdict_block
from advisor.tui.screens.listing import ListScreen, Row, Search
from advisor.tui.screens.reading import ReadingScreen, Scroll, Text
from advisor.tui.widgets.answer import MARK
from advisor.tui.widgets.status import StatusLine
from advisor.tui.words import Wording

if TYPE_CHECKING:
    from advisor.export.transcript import Turn
    from advisor.store.records import Verdict
    from advisor.tui.past_messages import Verdicts

_GAP = Paragraph(Content())


class PastScreen(ListScreen):
    """The conversations, the latest first; what is typed is looked for in questions, answers and titles."""

    def __init__(self, wording: Wording, sought: str = "", *, are_kept: bool = True) -> None:
        super().__init__(wording)
        self._are_kept = are_kept
        self.sought = sought
        """What is looked for."""
        self._found: Sequence[Found] = ()

    def on_mount(self) -> None:
        """Ask for what was to be looked for."""
        self.query_exactly_one(Search).value = self.sought
        self.post_message(PastSought(self.sought))

    def title_in(self, wording: Wording) -> str:
        """What stands over the list."""
        return said(wording, "past_title")

    def nothing_in(self, wording: Wording) -> str:
        """That there is none, or that none is kept and where to change that."""
        return (
            said(wording, "none_yet") if self._are_kept else said(wording, "not_kept", settings=wording.key("settings"))
        )

    @on(Input.Changed)
    def _seek(self, event: Input.Changed) -> None:
        self.sought = event.value
        self.post_message(PastSought(event.value))

    def know(self, found: Sequence[Found]) -> None:
        """Show what was found."""
        self._found = found
        self.fill_anew()

    def rows(self, wording: Wording) -> Sequence[Row]:
        """A row a conversation, with its time and the words found; all of them match, since they were looked for."""
        rows = []
        for one in self._found:
            talk = one.conversation
            about = said(wording, "one_turn" if talk.turns == 1 else "turns", when=when(talk.last), count=talk.turns)
            if one.excerpt and one.excerpt != talk.title:
                about += f"\n  {one.excerpt}"
            rows.append(Row(talk.id, talk.title, about, also=self.query_exactly_one(Search).value))
        return rows

    def choose(self, id: str) -> None:
        """Ask for the conversation, and stay."""
        turn = next((one.turn for one in self._found if one.conversation.id == id), 0)
        self.post_message(PastChosen(id, turn))


def turns_of(talk: PastConversation) -> Sequence[Turn]:
    """What was asked and answered in a conversation, to show, copy and export."""
    from advisor.export.transcript import Turn

    return [Turn(one.question, one.reply, datetime.fromisoformat(one.at).astimezone(), one.id) for one in talk.turns]


class PastText(Text):
    """The text of a conversation; a click on what stands behind an answer asks for that answer's."""

    def __init__(self, screen: PastTalkScreen, wording: Wording) -> None:
        super().__init__(screen, wording)
        self._talk = screen.talk

    def action_open_behind(self, what: Behind, number: int) -> None:
        """Have what is behind one of the answers opened."""
        self.post_message(BehindWanted(what, self._talk.turns[number].reply))


class PastTalkScreen(ReadingScreen):
    """One conversation, question by question, as it was answered."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "go_on", "rename", "delete", action=lambda command, _key: f"change('{command.id}')"
    )

    def __init__(self, wording: Wording, talk: PastConversation, verdicts: Verdicts, turn: int = 0) -> None:
        """Begin to read at the turn of a number, where that is to be found; else at the title."""
        super().__init__(wording)
        self.talk = talk
        self._first = next((place for place, one in enumerate(talk.turns) if one.number == turn), 0)
        self._turns = turns_of(talk)
        self._verdicts = dict(verdicts)

    def compose(self) -> ComposeResult:
        """Lay out the conversation over the keys."""
        with Scroll(id="text"):
            yield PastText(self, self.wording)
        yield StatusLine(self.wording)

    def on_mount(self) -> None:
        """Go to where one begins to read."""
        if self._first:
            self.call_after_refresh(self._go_to_first)

    def _go_to_first(self) -> None:
        before = [block for number in range(self._first) for block in self._blocks_of(number, self.wording)]
        width = self.query_exactly_one(PastText).content_size.width
        row = len(lay_out([*self._head(), *before], width)) + 1
        self.query_exactly_one("#text", Scroll).scroll_to(y=row, animate=False)

    def _head(self) -> list[Block]:
        times = said(self.wording, "from_to", started=when(self.talk.started), last=when(self.talk.last))
        return [
            Paragraph(Content.styled(visible(self.talk.title), HEADING)),
            Paragraph(Content.styled(times, QUIET)),
        ]

    def blocks(self, wording: Wording) -> Sequence[Block]:
        """The title and the time, then every turn."""
        blocks = self._head()
        for number in range(len(self._turns)):
            blocks += self._blocks_of(number, wording)
        return blocks

    def _blocks_of(self, number: int, wording: Wording) -> list[Block]:
        turn = self._turns[number]
        mark = Content.styled(MARK, HEADING)
        question = Content.styled(visible(turn.question).strip("\n"), "bold")
        blocks: list[Block] = [_GAP, Paragraph(question, mark, Content(" " * len(MARK)), margin=len(MARK)), _GAP]
        blocks += answer_blocks(turn.reply, wording, number=number, listed=True)
        if turn.id in self._verdicts:
            blocks.append(verdict_block(*self._verdicts[turn.id], wording))
        return blocks

    def turns_shown(self) -> Sequence[Turn]:
        """What there is to copy and to export."""
        return self._turns

    def turn_in_sight(self) -> Turn | None:
        """The turn in the middle of the screen; the last one where the end is in sight."""
        scroll = self.query_exactly_one("#text", Scroll)
        if scroll.scroll_y >= scroll.max_scroll_y:
            return next(reversed(self._turns), None)
        width = self.query_exactly_one(PastText).content_size.width
        end = len(lay_out(self.blocks(self.wording), width))
        for number in reversed(range(len(self._turns))):
            end -= len(lay_out(self._blocks_of(number, self.wording), width))
            if end <= scroll.scroll_y + scroll.size.height // 2:
                return self._turns[number]
        return next(iter(self._turns), None)

    def show_verdict(self, turn: str, verdict: Verdict, word: str) -> None:
        """Show what the person thinks of one of the answers."""
        self._verdicts[turn] = (verdict, word)
        self.query_exactly_one(PastText).say_again()

    def action_change(self, what: str) -> None:
        """Ask to go on with it, for another title, or for the end of it."""
        self.post_message(PastChange(self.talk.id, self.talk.title, what))


class TitleScreen(ListScreen):
    """Asks for another title; gives it where there is one."""

    def __init__(self, wording: Wording, title: str) -> None:
        super().__init__(wording)
        self._title = title

    def on_mount(self) -> None:
        """Begin with the title that it has."""
        self.query_exactly_one(Search).value = self._title

    def title_in(self, wording: Wording) -> str:
        """What is renamed."""
        return said(wording, "rename_title", title=visible(self._title))

    def rows(self, wording: Wording) -> Sequence[Row]:
        """One row, which takes what is typed."""
        self.query_exactly_one(Search).placeholder = said(wording, "new_title")
        typed = self.query_exactly_one(Search).value
        return [Row("title", said(wording, "rename_to", title=typed.strip()), also=typed)] if typed.strip() else []

    def choose(self, id: str) -> None:  # noqa: ARG002 - there is one row
        """End with the title."""
        self.dismiss(self.query_exactly_one(Search).value.strip())


class DeleteScreen(ListScreen):
    """Asks whether a conversation is to go; the first row keeps it."""

    def __init__(self, wording: Wording, title: str) -> None:
        super().__init__(wording)
        self._title = title

    def title_in(self, wording: Wording) -> str:
        """The question."""
        return said(wording, "delete_title", title=visible(self._title))

    def rows(self, wording: Wording) -> Sequence[Row]:
        """No and yes."""
        return [Row("keep", said(wording, "keep_it")), Row("delete", said(wording, "delete_it"))]


class RecallScreen(ListScreen):
    """The questions asked before, the latest first; gives the one chosen."""

    def __init__(self, wording: Wording, questions: Sequence[str], sought: str = "") -> None:
        super().__init__(wording)
        self._questions = list(dict.fromkeys(reversed(questions)))
        self._sought = sought

    def on_mount(self) -> None:
        """Begin with what is looked for."""
        self.query_exactly_one(Search).value = self._sought

    def title_in(self, wording: Wording) -> str:
        """What stands over the list."""
        return said(wording, "recall_title")

    def rows(self, wording: Wording) -> Sequence[Row]:  # noqa: ARG002 - questions stay as they were typed
        """A row a question, on one line."""
        return [
            Row(str(place), " ".join(question.split()), also=words_of(question))
            for place, question in enumerate(self._questions)
        ]

    def choose(self, id: str) -> None:
        """End with the question as it was typed."""
        self.dismiss(self._questions[int(id)])
