"""The talk: asks what is typed, shows what comes back, loses nothing; knows neither settings nor other screens."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from advisor.commands import BY_ID, Command, completions, meant
from advisor.commands.talk import TALK
from advisor.model import Words
from advisor.tui.engine import Engine
from advisor.tui.exchange import Errand
from advisor.tui.history import QuestionHistory
from advisor.tui.keys import EVERYWHERE, bindings
from advisor.tui.messages import CommandGiven, NotKept, PathWanted, Progressed, Replied, StayedClosed, Stumbled
from advisor.tui.offers import Offer, offers_of, starters
from advisor.tui.ports import Advisor
from advisor.tui.screens.worded import WordedScreen
from advisor.tui.widgets.answer import Answer, Note, Question
from advisor.tui.widgets.choices import Choice, Choices
from advisor.tui.widgets.completion import Completion
from advisor.tui.widgets.conversation import Conversation
from advisor.tui.widgets.prompt import LONGEST, Prompt
from advisor.tui.widgets.status import StatusLine
from advisor.tui.words import Wording

_OWN = ("reject", "copy", "new", "page_up", "page_down", "cancel")
_RANKED = tuple(sorted((command for command in TALK if command.rank), key=lambda command: command.rank))


class TalkScreen(WordedScreen[None]):
    """The screen that the program opens with and comes back to."""

    AUTO_FOCUS = "#prompt"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(*_OWN, action=lambda command, _key: command.id),
        # Before the prompt, which would type the digits.
        *bindings("take", action=lambda _command, key: f"take({key[-1]}, {key.startswith('alt+')})", priority=True),
    ]

    def __init__(self, wording: Wording, engine: Engine, history: QuestionHistory) -> None:
        super().__init__(wording)
        self._engine = engine
        self._history = history
        self._asked: dict[Errand, Question] = {}
        self._last_answer: Answer | None = None
        self._stage = ""

    def compose(self) -> ComposeResult:
        """Lay out the talk over the prompt over the keys."""
        yield Conversation(self.wording, self._welcome(), id="conversation")
        yield Completion(self.wording, id="completion")
        prompt = Prompt(self._history, id="prompt")
        prompt.placeholder = self.wording("placeholder")
        yield prompt
        yield StatusLine(self.wording, _RANKED, state=self.wording("opening"))

    def _welcome(self) -> Note:
        return Note(lambda wording: wording("welcome", topics=wording.key("topics")), self.wording, markdown=True)

    @property
    def _talk(self) -> Conversation:
        return self.query_exactly_one("#conversation", Conversation)

    @property
    def _prompt(self) -> Prompt:
        return self.query_exactly_one("#prompt", Prompt)

    @property
    def _completion(self) -> Completion:
        return self.query_exactly_one("#completion", Completion)

    def reword(self, wording: Wording) -> None:
        """Hand the words down."""
        self._talk.wording = wording
        self._completion.wording = wording
        self._complete_again()
        self._prompt.placeholder = wording("placeholder")
        self._show_state()

    @on(Conversation.Moved)
    def _show_state(self) -> None:
        state = self._stage or self.wording("opening") if self._is_opening else ""
        if not state and self._talk.more_below:
            state = self.wording("below", page_down=self.wording.key("page_down"))
        self.query_exactly_one(StatusLine).state = state

    @property
    def _is_opening(self) -> bool:
        return not self._engine.is_open and self._engine.reason_closed is None

    # The engine

    def on_progressed(self, event: Progressed) -> None:
        """Show what the opening is at."""
        self._stage = event.stage
        self._show_state()

    async def welcome_in(self, advisor: Advisor) -> None:
        """Say what the opened knowledge has to say, and offer something to begin with."""
        for notice in advisor.notices:
            await self.say(notice)
        self._show_state()
        for question in self._asked.values():
            question.wait = "looking"
        if not self._asked and self._last_answer is None:
            await self._talk.offer(*starters(advisor))

    async def on_stayed_closed(self, event: StayedClosed) -> None:
        """Say why, and give back what waits."""
        self._engine.reason_closed = event.reason
        self._show_state()
        while await self._take_back():
            pass
        await self._say_closed()

    async def _say_closed(self) -> None:
        reason = self._engine.reason_closed
        await self._note(lambda wording: wording("closed", reason=reason or wording("no_engine")), classes="-warning")

    async def on_replied(self, event: Replied) -> None:
        """Show a reply under its question."""
        if not self._engine.settle(event.errand):
            return
        question = self._asked.pop(event.errand)
        question.wait = ""
        reply = event.reply
        self._last_answer = Answer(reply, self.wording)
        await self._talk.add(self._last_answer)
        advisor = self._engine.advisor
        titles = {path.id: path.title for path in advisor.paths()} if advisor and reply.path else {}
        await self._talk.offer(*offers_of(reply, titles))
        self._talk.show(question)

    async def on_stumbled(self, event: Stumbled) -> None:
        """Give the question back, with one sentence."""
        if not self._engine.settle(event.errand):
            return
        await self._give_back(event.errand)
        await self._note(
            lambda wording: wording("stumbled", fault=event.fault, older=wording.key("older")), classes="-warning"
        )

    async def _ask(self, errand: Errand) -> None:
        question = Question(errand.question, self.wording, "looking" if self._engine.is_open else "waiting")
        self._asked[errand] = question
        self._prompt.focus()
        await self._talk.offer()
        await self._talk.add(question, follow=True)
        self._talk.show(question)
        self._engine.ask(errand)
        if self._engine.reason_closed is not None:
            await self._take_back()
            await self._say_closed()

    async def _take_back(self) -> bool:
        errand = self._engine.take_back()
        if errand is not None:
            await self._give_back(errand)
        return errand is not None

    async def _give_back(self, errand: Errand) -> None:
        await self._asked.pop(errand).remove()
        if errand.typed:
            self._prompt.give_back(errand.question)

    async def say(self, words: Words) -> None:
        """Put something in the talk that the program has to say."""
        await self._note(lambda wording: wording.of(words))

    async def _note(self, say: Callable[[Wording], str], classes: str | None = None) -> None:
        note = Note(say, self.wording, classes=classes)
        await self._talk.add(note)
        self._talk.show(note)

    # What a person does

    @on(Prompt.Submitted)
    async def _send(self, event: Prompt.Submitted) -> None:
        command = meant(event.text) or (BY_ID[pointed] if (pointed := self._pointed_at) else None)
        if command is not None:
            self._prompt.put("")
            await self.give(command)
        elif event.text.startswith("/") and " " not in event.text:
            help_name = BY_ID["help"].name(self.wording.language)
            self.notify(self.wording("unknown_command", typed=event.text[:40], help=help_name), markup=False)
        else:
            self._prompt.put("")
            await self._send_question(event.text)

    async def _send_question(self, text: str) -> None:
        try:
            self._history.remember(text)
        except OSError as error:
            self.post_message(NotKept(error.strerror or str(error)))
        await self._ask(Errand(text, lambda conversation: conversation.ask(text)))

    @on(Choices.Chosen)
    async def _choose(self, event: Choices.Chosen) -> None:
        await self.follow(event.offer)

    async def follow(self, offer: Offer) -> None:
        """Do what was chosen."""
        label = offer.label(self.wording)
        if offer.does == "path":
            self.post_message(PathWanted(offer.target))
        elif offer.does == "question":
            await self._send_question(label)
        elif offer.does == "reject":
            await self._ask(Errand(label, lambda conversation: conversation.reject(), typed=False))
        else:
            errand = Errand(label, lambda conversation: conversation.choose(offer.target, label), typed=False)
            await self._ask(errand)

    async def give(self, command: Command) -> None:
        """Carry out a command, or hand it on to whoever can."""
        if command.id in EVERYWHERE or not hasattr(self, f"action_{command.id}"):
            self.post_message(CommandGiven(command))
        else:
            await self.run_action(command.id)

    @on(Prompt.Refused)
    def _refuse(self, event: Prompt.Refused) -> None:
        self.notify(self.wording("too_long", size=event.size, most=LONGEST), severity="warning", markup=False)

    @on(Prompt.Stepped)
    def _step(self, event: Prompt.Stepped) -> None:
        if self._completion.found:
            self._completion.step(event.steps)
        else:
            self._prompt.walk(event.steps)

    @on(Prompt.Changed)
    def _complete_again(self) -> None:
        typed = self._prompt.text
        exact = meant(typed) if typed.startswith("/") else None
        found = () if exact or "\n" in typed else tuple(completions(typed, self.wording.language))
        self._completion.found = found

    @property
    def _pointed_at(self) -> str | None:
        completion = self._completion
        return completion.found[completion.pointed][1].id if completion.found else None

    @on(Prompt.CompletionWanted)
    def _complete(self) -> None:
        if not self._take_completion() and not self._talk.choices.focus_first():
            self._prompt.focus()

    @on(Completion.Taken)
    def _take_completion(self) -> bool:
        name = self._completion.name_pointed_at
        if name is not None:
            self._prompt.put(name)
            self._prompt.focus()
        return name is not None

    @on(Choices.Escaped)
    def _back_to_prompt(self) -> None:
        self._prompt.focus()

    @on(Choice.TypedOn)
    def _type_on(self, event: Choice.TypedOn) -> None:
        self._prompt.focus()
        self._prompt.insert(event.text)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A digit is a choice where there is one to take, and a character elsewhere."""
        if action == "take":
            number, always = parameters
            offered = len(self._talk.choices.offers)
            return isinstance(number, int) and number <= offered and (bool(always) or self._prompt.is_empty)
        return True

    async def action_take(self, number: int, _always: bool) -> None:
        """Take the choice of a number."""
        await self.follow(self._talk.choices.offers[number - 1])

    async def action_reject(self) -> None:
        """Ask for the next best answer."""
        if self._last_answer is None:
            self.notify(self.wording("nothing_to_reject"), markup=False)
        else:
            await self.follow(Offer("reject"))

    def action_copy(self) -> None:
        """Copy the last answer."""
        if self._last_answer is None:
            self.notify(self.wording("nothing_to_copy"), markup=False)
        else:
            self.app.copy_to_clipboard(self._last_answer.text().encode("utf-8", "replace").decode())
            self.notify(self.wording("copied"), markup=False)

    async def action_new(self) -> None:
        """Begin another talk."""
        while await self._take_back():
            pass
        self._last_answer = None
        await self._talk.begin_again(self._welcome())
        if self._engine.advisor is not None:
            self.post_message(CommandGiven(BY_ID["new"]))
            await self._talk.offer(*starters(self._engine.advisor))
        self._prompt.focus()

    def action_page_up(self) -> None:
        """Read what came before."""
        self._talk.scroll_page_up(force=True)

    def action_page_down(self) -> None:
        """Read on."""
        self._talk.scroll_page_down(force=True)

    async def action_cancel(self) -> None:
        """Close the completion, leave the choices, or take a question back; nothing else."""
        if self._completion.found:
            self._completion.found = ()
        elif not self._prompt.has_focus:
            self._prompt.focus()
        else:
            await self._take_back()
