"""The prompt and the commands that complete it; tells questions from commands, and carries out neither."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive

from advisor.commands import Command, Order, completions, meant, ordered
from advisor.tui.history import QuestionHistory
from advisor.tui.keys import rebind
from advisor.tui.widgets.prompt import Prompt
from advisor.tui.words import Wording

if TYPE_CHECKING:
    from advisor.tui.widgets.completion import Completion


class Entry(Vertical, can_focus=False):
    """Where a person writes."""

    wording: reactive[Wording] = reactive(Wording("fr"), init=False)

    @dataclass(eq=False, repr=False)
    class Asked(Message):
        """A question was sent."""

        question: str

    @dataclass(eq=False, repr=False)
    class Commanded(Message):
        """A command was sent, by whatever name, perhaps with words behind it."""

        command: Command
        words: str = ""

    @dataclass(eq=False, repr=False)
    class Misnamed(Message):
        """What was sent looks like a command, and is none."""

        typed: str

    @dataclass(eq=False, repr=False)
    class Written(Message):
        """The text in the prompt is another one; told behind whatever was sent before it."""

        text: str

    class ChoicesWanted(Message):
        """Tab was pressed with nothing to complete."""

    def __init__(self, wording: Wording, history: QuestionHistory, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.prompt = Prompt(history, id="prompt")
        """The field."""
        self.prompt.placeholder = wording("placeholder")
        rebind(self.prompt, wording.keymap)
        self._completion: Completion | None = None
        self.set_reactive(Entry.wording, wording)

    def compose(self) -> ComposeResult:
        """Lay out the completion over the prompt."""
        yield self.prompt

    def watch_wording(self, wording: Wording) -> None:
        """Word everything anew; what is typed stays."""
        self.prompt.placeholder = wording("placeholder")
        if self._completion is not None:
            self._completion.wording = wording
            self._completion.found = self._names()

    def close_completion(self) -> bool:
        """Put the completion away; False where there was none."""
        if self._completion is None or not self._completion.found:
            return False
        self._completion.found = ()
        return True

    @on(Prompt.Submitted)
    def _sort_out(self, event: Prompt.Submitted) -> None:
        event.stop()
        order = ordered(event.text)
        if order is None and self._completion is not None and event.text.startswith("/"):
            pointed_at = self._completion.command_pointed_at
            order = Order(pointed_at) if pointed_at is not None else None
        if order is not None:
            self.post_message(self.Commanded(order.command, order.words))
        elif event.text.startswith("/") and len(event.text.split()) == 1:
            self.prompt.give_back(event.text)
            self.post_message(self.Misnamed(event.text))
        else:
            self.post_message(self.Asked(event.text))

    @on(Prompt.Changed)
    async def _complete(self) -> None:
        self.post_message(self.Written(self.prompt.text))
        found = self._names()
        if found and self._completion is None:
            from advisor.tui.widgets.completion import Completion  # there is none in the first picture

            self._completion = Completion(self.wording, id="completion")
            await self.mount(self._completion, before=self.prompt)
        if self._completion is not None:
            self._completion.found = found

    def _names(self) -> tuple[tuple[str, Command], ...]:
        typed = self.prompt.text
        named = typed.startswith("/") and "\n" not in typed and not meant(typed)
        return tuple(completions(typed, self.wording.language)) if named else ()

    @on(Prompt.CompletionWanted)
    def _finish_name(self, event: Prompt.CompletionWanted) -> None:
        event.stop()
        if not self.on_completion_taken():
            self.post_message(self.ChoicesWanted())

    def on_completion_taken(self) -> bool:
        """Write out the name that the pointer is on; False where there is none."""
        name = self._completion.name_pointed_at if self._completion is not None else None
        if name is not None:
            self.prompt.put(name)
            self.prompt.focus()
        return name is not None

    @on(Prompt.Stepped)
    def _step(self, event: Prompt.Stepped) -> None:
        event.stop()
        if self._completion is not None and self._completion.found:
            self._completion.step(event.steps)
        else:
            self.prompt.walk(event.steps)
