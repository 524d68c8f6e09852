"""What stands in the talk: questions, answers, and what the program itself has to say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from typing import TYPE_CHECKING, Literal

from textual.content import Content
from textual.reactive import reactive

from advisor.tui.ink import HEADING, QUIET, WARNED, visible
from advisor.tui.messages import Behind, BehindWanted
from advisor.tui.page import Block, Paragraph
from advisor.tui.widgets.sheet import Sheet, text_of
from advisor.tui.words import Wording

if TYPE_CHECKING:
    from advisor.reply import Reply
    from advisor.store.records import Verdict


MARK = "› "

Wait = Literal["", "waiting", "looking"]


class Question(Sheet):
    """A question as it was typed, brackets and all, and whether it still waits."""

    wait: reactive[Wait] = reactive[Wait]("", layout=True, init=False)

    def __init__(self, question: str, wording: Wording, wait: Wait = "") -> None:
        super().__init__(wording)
        self.question = question
        self.set_reactive(Question.wait, wait)

    def watch_wait(self) -> None:
        """Say that the question waits, or no longer."""
        self.say_again()

    def blocks(self) -> Sequence[Block]:
        """The question behind its mark, then what it waits for."""
        mark = Content.styled(MARK, HEADING)
        text = Content.styled(visible(self.question).strip("\n"), "bold")
        asked = Paragraph(text, mark, Content(" " * len(MARK)), margin=len(MARK))
        if not self.wait:
            return (asked,)
        words = self.wording(self.wait, cancel=self.wording.key("cancel"))
        indent = Content(" " * len(MARK))
        return asked, Paragraph(Content.styled(words, QUIET), indent, indent, margin=len(MARK))


def verdict_block(verdict: Verdict, word: str, wording: Wording) -> Block:
    """What the person thinks of an answer."""
    said = wording(f"verdict_{verdict}")
    if word:
        said = wording("with_word", verdict=said, word=visible(word))
    return Paragraph(Content.styled(said, QUIET), hang=Content("  "))


class Answer(Sheet):
    """The reply to a question, one widget whatever its length: its point or the part asked for, until more is opened."""

    _numbers = count(1)

    def __init__(
        self,
        reply: Reply,
        wording: Wording,
        turn: str | None = None,
        *,
        whole: bool = False,
        verdict: tuple[Verdict, str] | None = None,
    ) -> None:
        from advisor.tui.answer_page import first_parts  # here and below: there is no answer in the first picture

        super().__init__(wording)
        self.reply = reply
        self.turn = turn
        """The id under which it is kept, if it is."""
        self._verdict = verdict
        self.number = next(self._numbers)
        """What tells it from the others, also where several are drawn as one."""
        asked_for_a_part = any(one.asked for one in reply.passages)
        every = frozenset(range(len(reply.passages)))
        self._opened = every if whole and not asked_for_a_part else first_parts(reply)

    def blocks(self) -> Sequence[Block]:
        """The parts that are open, with how to open the others."""
        return [*self._shown(closed=True), *self._judged()]

    def text(self) -> str:
        """The parts that are open."""
        return text_of(self._shown())

    def _shown(self, *, closed: bool = False) -> list[Block]:
        from advisor.tui.answer_page import answer_blocks

        return answer_blocks(self.reply, self.wording, opened=self._opened, number=self.number, closed=closed)

    def open_part(self, place: int) -> None:
        """Open one more of the reply's passages, without drawing it yet."""
        self._opened |= {place}

    def open_all(self) -> None:
        """Open all of them, without drawing them yet."""
        self._opened = frozenset(range(len(self.reply.passages)))

    def action_open_behind(self, what: Behind, _number: int = 0) -> None:
        """Have what is behind the answer opened."""
        self.post_message(BehindWanted(what, self.reply))

    def show_verdict(self, verdict: Verdict, word: str) -> None:
        """Show what the person thinks of it."""
        self._verdict = (verdict, word)
        self.say_again()

    def _judged(self) -> list[Block]:
        return [verdict_block(*self._verdict, self.wording)] if self._verdict else []

    def action_open_part(self, place: int, _number: int = 0) -> None:
        """Show one part more."""
        self.open_part(place)
        self.say_again()

    def action_open_whole(self, _number: int = 0) -> None:
        """Show all parts."""
        self.open_all()
        self.say_again()


class Note(Sheet):
    """Something that the program says in the talk, in whatever language it speaks at the time."""

    def __init__(
        self,
        say: Callable[[Wording], str],
        wording: Wording,
        *,
        warning: bool = False,
    ) -> None:
        super().__init__(wording)
        self._say = say
        self._style = WARNED if warning else ""

    def blocks(self) -> Sequence[Block]:
        """The sentence."""
        return (Paragraph(Content.styled(visible(self._say(self.wording)), self._style)),)


class Welcome(Sheet):
    """What the talk opens with."""

    def blocks(self) -> Sequence[Block]:
        """A greeting, and how to begin."""
        say = self.wording
        return (
            Paragraph(Content.assemble((say("hello"), "bold"), " ", say("welcome"))),
            Paragraph(Content()),
            Paragraph(Content(say("no_idea", topics=say.key("topics")))),
        )
