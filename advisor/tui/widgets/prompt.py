"""Where a question is written: several lines, a history behind it, nothing typed ever lost; knows no command."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from advisor.tui.history import QuestionHistory
from advisor.tui.keys import bindings, editing
from advisor.tui.markdown import visible

LONGEST = 20_000
"""Characters that a question may have; the engine reads no more."""


class Prompt(TextArea, inherit_bindings=False):
    """The field at the bottom of the talk."""

    DEFAULT_CSS = """
    Prompt {
        height: auto;
        min-height: 3;
        max-height: 8;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # Before the field itself, which would take Enter for a new line.
        *bindings("send", action=lambda _command, _key: "send", priority=True),
        *bindings("newline", action=lambda _command, _key: "newline"),
        *bindings("older", action=lambda _command, _key: "older"),
        *bindings("newer", action=lambda _command, _key: "newer"),
        *bindings("complete", action=lambda _command, _key: "complete"),
        *editing(),
    ]

    @dataclass
    class Submitted(Message):
        """The text is to be sent."""

        text: str

    class CompletionWanted(Message):
        """Tab was pressed."""

    @dataclass
    class Stepped(Message):
        """Up or Down was pressed with nowhere to go in the text; -1 towards the older."""

        steps: int

    @dataclass
    class Refused(Message):
        """A text was too long to be pasted."""

        size: int

    def __init__(self, history: QuestionHistory, *, id: str | None = None) -> None:
        super().__init__(id=id, highlight_cursor_line=False)
        self._history_of_questions = history

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not self.document.get_line(0) and self.document.line_count == 1

    def put(self, text: str) -> None:
        """Show a text with the cursor at its end; undo brings back what was there."""
        self.replace(visible(text), *self._everything)
        self.move_cursor(self.document.end)

    def give_back(self, text: str) -> None:
        """Put a text before whatever is typed."""
        draft = self.text
        self.put(f"{text}\n{draft}" if draft.strip() else text)

    def walk(self, steps: int) -> None:
        """Show the question before or after the one shown."""
        history = self._history_of_questions
        question = history.older(self.text) if steps < 0 else history.newer()
        if question is not None:
            self.put(question)
            if steps < 0:
                self.move_cursor((0, len(self.document.get_line(0))))

    @property
    def _everything(self) -> tuple[tuple[int, int], tuple[int, int]]:
        return (0, 0), self.document.end

    def action_send(self) -> None:
        """Send what is typed, if anything is."""
        if text := self.text.strip():
            self.post_message(self.Submitted(text))

    def action_newline(self) -> None:
        """Start a new line where the cursor is."""
        self._type("\n")

    def action_older(self) -> None:
        """Go up a line, or back in the history from the first."""
        if self.navigator.is_first_wrapped_line(self.cursor_location):
            self.post_message(self.Stepped(-1))
        else:
            self.action_cursor_up()

    def action_newer(self) -> None:
        """Go down a line, or towards the draft from the last."""
        if self.navigator.is_last_wrapped_line(self.cursor_location):
            self.post_message(self.Stepped(1))
        else:
            self.action_cursor_down()

    def action_complete(self) -> None:
        """Ask for the end of a command."""
        self.post_message(self.CompletionWanted())

    def action_paste(self) -> None:
        """Paste what was copied in this program."""
        self._take_in(self.app.clipboard)

    async def _on_paste(self, event: events.Paste) -> None:
        """Take in what the terminal pastes, unless it is too long."""
        event.prevent_default()
        event.stop()
        self._take_in(event.text)

    def _take_in(self, pasted: str) -> None:
        text = visible(pasted.replace("\r\n", "\n").replace("\r", "\n"))
        size = len(self.text) - len(self.selected_text) + len(text)
        if size > LONGEST:
            self.post_message(self.Refused(size))
        else:
            self._type(text)

    def _type(self, text: str) -> None:
        start, end = self.selection
        if result := self._replace_via_keyboard(text, start, end):
            self.selection = Selection.cursor(result.end_location)
        self.scroll_cursor_visible()
