"""The prompt and the commands that complete it; tells questions from commands, and carries out neither."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive

from advisor.commands import Command, completions, meant
from advisor.tui.history import QuestionHistory
from advisor.tui.widgets.completion import Completion
from advisor.tui.widgets.prompt import Prompt
from advisor.tui.words import Wording


class Entry(Vertical, can_focus=False):
    """Where a person writes."""

    DEFAULT_CSS = """
    Entry {
        height: auto;
    }
    """

    wording: reactive[Wording] = reactive(Wording("fr"), init=False)

    @dataclass
    class Asked(Message):
        """A question was sent."""

        question: str

    @dataclass
    class Commanded(Message):
        """A command was sent, by whatever name."""

        command: Command

    @dataclass
    class Misnamed(Message):
        """What was sent looks like a command, and is none."""

        typed: str

    class ChoicesWanted(Message):
        """Tab was pressed with nothing to complete."""

    def __init__(self, wording: Wording, history: QuestionHistory, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._history = history
        self.set_reactive(Entry.wording, wording)

    def compose(self) -> ComposeResult:
        """Lay out the completion over the prompt."""
        yield Completion(self.wording, id="completion")
        prompt = Prompt(self._history, id="prompt")
        prompt.placeholder = self.wording("placeholder")
        yield prompt

    @property
    def prompt(self) -> Prompt:
        """The field."""
        return self.query_exactly_one("#prompt", Prompt)

    @property
    def _completion(self) -> Completion:
        return self.query_exactly_one("#completion", Completion)

    def watch_wording(self, wording: Wording) -> None:
        """Word everything anew; what is typed stays."""
        self._completion.wording = wording
        self.prompt.placeholder = wording("placeholder")
        self._complete()

    def close_completion(self) -> bool:
        """Put the completion away; False where there was none."""
        was_open = bool(self._completion.found)
        self._completion.found = ()
        return was_open

    @on(Prompt.Submitted)
    def _sort_out(self, event: Prompt.Submitted) -> None:
        event.stop()
        pointed = self._completion.found[self._completion.pointed][1] if self._completion.found else None
        command = meant(event.text) or (pointed if event.text.startswith("/") else None)
        if command is not None:
            self.post_message(self.Commanded(command))
        elif event.text.startswith("/") and len(event.text.split()) == 1:
            self.prompt.give_back(event.text)
            self.post_message(self.Misnamed(event.text))
        else:
            self.post_message(self.Asked(event.text))

    @on(Prompt.Changed)
    def _complete(self) -> None:
        typed = self.prompt.text
        named = typed.startswith("/") and "\n" not in typed and not meant(typed)
        self._completion.found = tuple(completions(typed, self.wording.language)) if named else ()

    @on(Prompt.CompletionWanted)
    def _finish_name(self, event: Prompt.CompletionWanted) -> None:
        event.stop()
        if not self._take_name():
            self.post_message(self.ChoicesWanted())

    @on(Completion.Taken)
    def _take_name(self) -> bool:
        name = self._completion.name_pointed_at
        if name is not None:
            self.prompt.put(name)
            self.prompt.focus()
        return name is not None

    @on(Prompt.Stepped)
    def _step(self, event: Prompt.Stepped) -> None:
        event.stop()
        if self._completion.found:
            self._completion.step(event.steps)
        else:
            self.prompt.walk(event.steps)
