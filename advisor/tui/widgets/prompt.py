"""Where a question is written: several lines, a history behind it, nothing typed ever lost; knows no command."""

from dataclasses import dataclass
from typing import ClassVar
from unicodedata import combining, normalize

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from advisor.text.fold import LONGEST_MESSAGE
from advisor.tui.history import QuestionHistory
from advisor.tui.ink import visible
from advisor.tui.keys import bindings, editing, is_typed, taking

DIGITS = frozenset("123456789")
ALONE = 0.6
"""Seconds after which a digit is a choice: “10 ans d'expérience, est-ce trop ?” begins with one, too."""


class Prompt(TextArea, inherit_bindings=False, inherit_css=False):
    """The field at the bottom of the talk.

    Its style is in the style sheet of the talk alone: that of the class that it comes from, mostly for code, costs the
    first picture some milliseconds.
    """

    COMPONENT_CLASSES = TextArea.COMPONENT_CLASSES
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("send", "newline", "older", "newer", "complete", action=lambda command, _key: command.id),
        *taking(),
        *editing(),
    ]

    @dataclass(eq=False, repr=False)
    class Submitted(Message):
        """The text is to be sent."""

        text: str

    class CompletionWanted(Message):
        """Tab was pressed."""

    @dataclass(eq=False, repr=False)
    class Stepped(Message):
        """Up or Down was pressed with nowhere to go in the text; -1 towards the older."""

        steps: int

    @dataclass(eq=False, repr=False)
    class Refused(Message):
        """A text was too long to be pasted."""

        size: int

    @dataclass(eq=False, repr=False)
    class NumberGiven(Message):
        """A choice is wanted by its number."""

        number: int

    def __init__(self, history: QuestionHistory, *, id: str | None = None) -> None:
        super().__init__(id=id, highlight_cursor_line=False)
        self.on_offer = 0
        """How many choices there are to take."""
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

    async def _on_key(self, event: events.Key) -> None:
        """Do what a key is bound to at its turn among the keys typed.

        The toolkit runs bindings from another queue: typed fast or sent by a program, the Enter after a question would
        overtake its last letters.
        """
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            if await self.app.run_action(binding.action, self):
                event.stop()
                event.prevent_default()
                return
        if self._puts_on(event.character or ""):
            event.stop()
            event.prevent_default()
            return
        if event.is_printable and not is_typed(event):
            event.prevent_default()
            return
        await super()._on_key(event)

    def _puts_on(self, accent: str) -> bool:
        """Put an accent that comes after its letter, as some keyboards send it, on that letter; False for no such accent.

        Left apart, the two would look like one character and be erased as two.
        """
        row, column = self.cursor_location
        if not accent or not combining(accent) or not column or self.selected_text:
            return False
        letter = self.document.get_line(row)[column - 1]
        together = normalize("NFC", letter + accent)
        if len(together) == 1:
            self._replace_via_keyboard(together, (row, column - 1), (row, column))
        return len(together) == 1

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A digit may be a choice where there is one to take and nothing is typed, else it is a character."""
        if action == "take":
            number, always = parameters
            return isinstance(number, int) and number <= self.on_offer and (bool(always) or self.is_empty)
        return True

    def action_take(self, number: int, always: bool) -> None:
        """Take a choice by its number, once; a digit alone as soon as it is sure that no question begins with it."""
        if always:
            self._take(number)
        else:
            self._type(str(number))
            self.set_timer(ALONE, lambda: self._take_alone(number))

    def _take_alone(self, number: int) -> None:
        if self.text == str(number) and number <= self.on_offer:
            self.put("")
            self._take(number)

    def _take(self, number: int) -> None:
        self.on_offer = 0
        self.post_message(self.NumberGiven(number))

    def action_send(self) -> None:
        """Hand over what is typed, if anything is; the number of a choice takes it."""
        text = self.text.strip()
        if text in DIGITS and int(text) <= self.on_offer:
            self._take_alone(int(text))
        elif text:
            self.post_message(self.Submitted(text))
            self.put("")

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
        self.take_in(self.app.clipboard)

    async def _on_paste(self, event: events.Paste) -> None:
        """Take in what the terminal pastes, unless it is too long."""
        event.prevent_default()
        event.stop()
        self.take_in(event.text)

    def take_in(self, pasted: str) -> None:
        """Put a text where the cursor is, unless it is too long."""
        text = normalize("NFC", visible(pasted.replace("\r\n", "\n").replace("\r", "\n")))
        size = len(self.text) - len(self.selected_text) + len(text)
        if size > LONGEST_MESSAGE:
            self.post_message(self.Refused(size))
        else:
            self._type(text)

    def _type(self, text: str) -> None:
        start, end = self.selection
        if result := self._replace_via_keyboard(text, start, end):
            self.selection = Selection.cursor(result.end_location)
        self.scroll_cursor_visible()
