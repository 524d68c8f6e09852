"""What stands in the talk: questions, answers, and what the program itself has to say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from textual.content import Content
from textual.reactive import reactive

from advisor.tui.ink import HEADING, QUIET, WARNED, visible
from advisor.tui.messages import Behind, BehindWanted
from advisor.tui.page import Block, Paragraph
from advisor.tui.said import Said, SaidAnswer
from advisor.tui.widgets.sheet import Sheet, text_of
from advisor.tui.words import Wording

if TYPE_CHECKING:
    from advisor.reply import Reply
    from advisor.store.records import Verdict


MARK = "› "

Wait = Literal["", "waiting", "looking"]


class Spoken(Sheet):
    """A sheet of the talk: what it says outlives it."""

    def __init__(self, said: Said, wording: Wording) -> None:
        super().__init__(wording)
        self.said = said

    def blocks(self) -> Sequence[Block]:
        """What is said, in the words of now."""
        return self.said.blocks(self.wording)


class Question(Spoken):
    """A question as it was typed, brackets and all, and whether it still waits."""

    wait: reactive[Wait] = reactive[Wait]("", layout=True, init=False)

    def __init__(self, question: str, wording: Wording, wait: Wait = "") -> None:
        super().__init__(Said(lambda _wording: (_question_block(question),)), wording)
        self.question = question
        self.set_reactive(Question.wait, wait)

    def watch_wait(self) -> None:
        """Say that the question waits, or no longer."""
        self.say_again()

    def blocks(self) -> Sequence[Block]:
        """The question behind its mark, then what it waits for."""
        asked = super().blocks()
        if not self.wait:
            return asked
        words = self.wording(self.wait, cancel=self.wording.key("cancel"))
        indent = Content(" " * len(MARK))
        return *asked, Paragraph(Content.styled(words, QUIET), indent, indent, margin=len(MARK))


def _question_block(question: str) -> Block:
    text = Content.styled(visible(question).strip("\n"), "bold")
    return Paragraph(text, Content.styled(MARK, HEADING), Content(" " * len(MARK)), margin=len(MARK))


class Answer(Spoken):
    """The reply to a question, one widget whatever its length."""

    def __init__(self, answer: SaidAnswer, wording: Wording, turn: str | None = None) -> None:
        super().__init__(answer, wording)
        self.answer = answer
        self.turn = turn
        """The id under which it is kept, if it is."""

    @property
    def reply(self) -> Reply:
        """What was replied."""
        return self.answer.reply

    @property
    def number(self) -> int:
        """What tells it from the others, also where several are drawn as one."""
        return self.answer.number

    def text(self) -> str:
        """The parts that are open."""
        return text_of(self.answer.open_blocks(self.wording))

    def list_topics(self) -> None:
        """Name the topics that were to choose from, since the choices below go."""
        if self.reply.offered and not self.reply.passages:
            self.answer.list_topics()
            self.say_again()

    def show_verdict(self, verdict: Verdict, word: str) -> None:
        """Show what the person thinks of it."""
        self.answer.verdict = (verdict, word)
        self.say_again()

    def action_open_behind(self, what: Behind, _number: int = 0) -> None:
        """Have what is behind the answer opened."""
        self.post_message(BehindWanted(what, self.reply))

    def action_open_part(self, place: int, _number: int = 0) -> None:
        """Show one part more."""
        self.say_more(lambda: self.answer.open_part(place))

    def action_open_whole(self, _number: int = 0) -> None:
        """Show all parts."""
        self.say_more(self.answer.open_all)


class Note(Spoken):
    """Something that the program says in the talk, in whatever language it speaks at the time."""

    def __init__(
        self,
        say: Callable[[Wording], str],
        wording: Wording,
        *,
        warning: bool = False,
    ) -> None:
        style = WARNED if warning else ""
        super().__init__(Said(lambda wording: (Paragraph(Content.styled(visible(say(wording)), style)),)), wording)


class Welcome(Spoken):
    """What the talk opens with."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(Said(_welcome_blocks), wording)


def _welcome_blocks(say: Wording) -> Sequence[Block]:
    return (
        Paragraph(Content.assemble((say("hello"), "bold"), " ", say("welcome"))),
        Paragraph(Content()),
        Paragraph(Content(say("no_idea", topics=say.key("topics")))),
    )
