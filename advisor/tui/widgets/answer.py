"""What stands in the talk: questions, answers, and what the program itself has to say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from textual.content import Content
from textual.reactive import reactive

from advisor.tui.ink import HEADING, QUIET, WARNED, visible
from advisor.tui.page import Block, Paragraph
from advisor.tui.widgets.sheet import Sheet
from advisor.tui.words import Wording

if TYPE_CHECKING:
    from advisor.reply import Reply


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


class Answer(Sheet):
    """The reply to a question, one widget whatever its length."""

    def __init__(self, reply: Reply, wording: Wording) -> None:
        super().__init__(wording)
        self.reply = reply

    def blocks(self) -> Sequence[Block]:
        """The reply in parts."""
        from advisor.tui.answer_page import answer_blocks  # there is no answer in the first picture

        return answer_blocks(self.reply, self.wording)


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
