"""The talk: asks what is typed, shows what comes back, loses nothing; knows neither settings nor other screens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from advisor.commands import BY_ID, Command
from advisor.commands.talk import TALK
from advisor.tui.engine import Engine
from advisor.tui.exchange import Errand
from advisor.tui.history import QuestionHistory
from advisor.tui.keys import EVERYWHERE, bindings
from advisor.tui.messages import CommandGiven, NotKept, PathWanted, Progressed, Replied, StayedClosed, Stumbled, Told
from advisor.tui.screens.worded import WordedScreen
from advisor.tui.widgets.answer import Answer, Note, Question, Welcome
from advisor.tui.widgets.conversation import Conversation
from advisor.tui.widgets.entry import Entry
from advisor.tui.widgets.prompt import LONGEST, Prompt
from advisor.tui.widgets.status import StatusLine
from advisor.tui.words import Wording

if TYPE_CHECKING:
    from advisor.model import Words
    from advisor.tui.offers import Offer
    from advisor.tui.ports import Advisor
    from advisor.tui.widgets.choices import Choice, Choices


_OWN = ("reject", "copy", "new", "page_up", "page_down", "cancel")
_RANKED = tuple(sorted((command for command in TALK if command.rank), key=lambda command: command.rank))


class TalkScreen(WordedScreen[None]):
    """The screen that the program opens with and comes back to."""

    AUTO_FOCUS = "#prompt"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(*_OWN, action=lambda command, _key: command.id),
    ]

    def __init__(self, wording: Wording, engine: Engine, history: QuestionHistory) -> None:
        super().__init__(wording)
        self._engine = engine
        self._history = history
        self._talk = Conversation(wording, self._welcome(), id="conversation")
        self._entry = Entry(wording, history, id="entry")
        self._status = StatusLine(wording, _RANKED, state=wording("opening"))
        self._asked: dict[Errand, Question] = {}
        self._last_answer: Answer | None = None
        self._stage = ""
        self._offered = 0

    def compose(self) -> ComposeResult:
        """Lay out the talk over the prompt over the keys."""
        yield self._talk
        yield self._entry
        yield self._status

    def _welcome(self) -> Welcome:
        return Welcome(self.wording)

    @property
    def _prompt(self) -> Prompt:
        return self._entry.prompt

    def reword(self, wording: Wording) -> None:
        """Hand the words down."""
        self._talk.wording = wording
        self._entry.wording = wording
        self._show_state()

    @on(Conversation.Moved)
    def _show_state(self) -> None:
        state = (
            (self.wording.stage(self._stage) if self._stage else self.wording("opening")) if self._is_opening else ""
        )
        if not state and self._talk.more_below:
            state = self.wording("below", page_down=self.wording.key("page_down"))
        self._status.state = state

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
        from advisor.tui.offers import starters

        for notice in advisor.notices:
            await self.say(notice)
        self._show_state()
        for question in self._asked.values():
            question.wait = "looking"
        if not self._asked and self._last_answer is None:
            await self._offer(*starters(advisor))

    async def on_stayed_closed(self, event: StayedClosed) -> None:
        """Say why, and give back what waits."""
        self._engine.reason_closed = event.reason
        self._show_state()
        while await self._take_back():
            pass
        await self._say_closed()

    async def _say_closed(self) -> None:
        await self._note(self._engine.why_closed, warning=True)

    async def on_replied(self, event: Replied) -> None:
        """Show a reply under its question."""
        from advisor.tui.offers import offers_of

        if not self._engine.settle(event.errand):
            return
        question = self._asked.pop(event.errand)
        question.wait = ""
        reply = event.reply
        self._last_answer = Answer(reply, self.wording)
        await self._talk.add(self._last_answer)
        advisor = self._engine.advisor
        titles = {path.id: path.title for path in advisor.paths()} if advisor and reply.path else {}
        await self._offer(*offers_of(reply, titles))
        self._talk.show(question)

    async def on_stumbled(self, event: Stumbled) -> None:
        """Give the question back, with one sentence."""
        if not self._engine.settle(event.errand):
            return
        await self._give_back(event.errand)
        await self._note(
            lambda wording: wording("stumbled", fault=event.fault, older=wording.key("older")), warning=True
        )

    async def _ask(self, errand: Errand) -> None:
        question = Question(errand.question, self.wording, "looking" if self._engine.is_open else "waiting")
        self._asked[errand] = question
        self._prompt.focus()
        await self._offer()
        await self._talk.add(question, follow=True)
        self._talk.show(question)
        self._engine.ask(errand)
        if self._engine.reason_closed is not None:
            await self._take_back()
            await self._say_closed()

    async def _offer(self, *offers: Offer) -> None:
        self._prompt.on_offer = self._offered = len(offers)
        await self._talk.offer(*offers)

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

    async def _note(self, say: Callable[[Wording], str], *, warning: bool = False) -> None:
        note = Note(say, self.wording, warning=warning)
        await self._talk.add(note)
        self._talk.show(note)

    def _tell(self, key: str, **values: object) -> None:
        self.post_message(Told(self.wording(key, **values)))

    # What a person does

    @on(Entry.Asked)
    async def _send(self, event: Entry.Asked) -> None:
        await self._send_question(event.question)

    @on(Entry.Commanded)
    async def _obey(self, event: Entry.Commanded) -> None:
        await self.give(event.command, event.words)

    @on(Entry.Misnamed)
    def _name_help(self, event: Entry.Misnamed) -> None:
        help_name = BY_ID["help"].name(self.wording.language)
        self._tell("unknown_command", typed=event.typed[:40], help=help_name)

    async def _send_question(self, text: str) -> None:
        try:
            self._history.remember(text)
        except OSError as error:
            self.post_message(NotKept(error.strerror or str(error)))
        await self._ask(Errand(text, lambda conversation: conversation.ask(text)))

    async def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Do what was chosen."""
        await self.follow(event.offer)

    async def follow(self, offer: Offer) -> None:
        """Do what was chosen."""
        label = offer.label(self.wording)
        if offer.does == "path":
            self.post_message(PathWanted(offer.target))
            self._prompt.on_offer = self._offered
        elif offer.does == "question":
            await self._send_question(label)
        elif offer.does == "reject":
            await self._ask(Errand(label, lambda conversation: conversation.reject(), typed=False))
        else:
            errand = Errand(label, lambda conversation: conversation.choose(offer.target, label), typed=False)
            await self._ask(errand)

    async def give(self, command: Command, words: str = "") -> None:
        """Carry out a command, or hand it on to whoever can."""
        if command.id in EVERYWHERE or not hasattr(self, f"action_{command.id}"):
            self.post_message(CommandGiven(command, words))
        else:
            await self.run_action(command.id)

    @on(Prompt.NumberGiven)
    def _take(self, event: Prompt.NumberGiven) -> None:
        self._talk.take(event.number)

    @on(Prompt.Refused)
    def _refuse(self, event: Prompt.Refused) -> None:
        self._tell("too_long", size=event.size, most=LONGEST)

    @on(Entry.ChoicesWanted)
    def _go_to_choices(self) -> None:
        self._talk.focus_choices()

    def on_choices_escaped(self) -> None:
        """Go on to the prompt."""
        self._prompt.focus()

    def on_choice_typed_on(self, event: Choice.TypedOn) -> None:
        """Go on writing in the prompt."""
        self._prompt.focus()
        self._prompt.insert(event.text)

    async def action_reject(self) -> None:
        """Ask for the next best answer."""
        from advisor.tui.offers import Offer

        if self._last_answer is None:
            self._tell("nothing_to_reject")
        else:
            await self.follow(Offer("reject"))

    def action_copy(self) -> None:
        """Copy the last answer."""
        if self._last_answer is None:
            self._tell("nothing_to_copy")
        else:
            self.app.copy_to_clipboard(self._last_answer.text().encode("utf-8", "replace").decode())
            self._tell("copied")

    async def action_new(self) -> None:
        """Begin another talk."""
        from advisor.tui.offers import starters

        while await self._take_back():
            pass
        self._last_answer = None
        await self._talk.begin_again(self._welcome())
        if self._engine.advisor is not None:
            self.post_message(CommandGiven(BY_ID["new"]))
            await self._offer(*starters(self._engine.advisor))
        self._prompt.focus()

    def action_page_up(self) -> None:
        """Read what came before."""
        self._talk.scroll_page_up(force=True)

    def action_page_down(self) -> None:
        """Read on."""
        self._talk.scroll_page_down(force=True)

    async def action_cancel(self) -> None:
        """Close the completion, leave the choices, or take a question back; nothing else."""
        if self._entry.close_completion():
            return
        if not self._prompt.has_focus:
            self._prompt.focus()
        else:
            await self._take_back()
