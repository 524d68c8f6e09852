"""How the talk asks the engine and shows what comes back, losing nothing; knows no key and no command of a person's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

from advisor.commands.talk import TALK
from advisor.tui.engine import Engine
from advisor.tui.exchange import Errand
from advisor.tui.history import QuestionHistory
from advisor.tui.messages import Progressed, Replied, StayedClosed, Stumbled, Told
from advisor.tui.said import SaidAnswer
from advisor.tui.screens.worded import WordedScreen
from advisor.tui.widgets.answer import Answer, Note, Question, Welcome
from advisor.tui.widgets.conversation import Conversation
from advisor.tui.widgets.entry import Entry
from advisor.tui.widgets.prompt import Prompt
from advisor.tui.widgets.status import StatusLine
from advisor.tui.words import Wording

if TYPE_CHECKING:
    from advisor.export.transcript import Turn
    from advisor.model import Words
    from advisor.reply import Reply
    from advisor.tui.offers import Offer
    from advisor.tui.past_messages import Verdicts
    from advisor.tui.ports import Advisor


_RANKED = tuple(sorted((command for command in TALK if command.rank), key=lambda command: command.rank))


class Asking(WordedScreen[None]):
    """A talk in which questions are asked and answered; what a person can do in it is for its heirs to say."""

    def __init__(self, wording: Wording, engine: Engine, history: QuestionHistory) -> None:
        super().__init__(wording)
        self._engine = engine
        self._history = history
        self._talk = Conversation(wording, self._welcome(), id="conversation")
        self._entry = Entry(wording, history, id="entry")
        self._status = StatusLine(wording, _RANKED, state=wording("opening"))
        self._asked: dict[Errand, Question] = {}
        self._last_answer: Answer | None = None
        self.shows_all = False
        """Whether answers come with all their parts open."""
        self.turns: list[Turn] = []
        """What was asked and answered since the talk began."""
        self._suggested: tuple[Offer, ...] = ()
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
            await self._offer(*self._beginnings(advisor))

    def _beginnings(self, advisor: Advisor) -> tuple[Offer, ...]:
        from advisor.tui.offers import starters

        return self._suggested or starters(advisor)

    @property
    def last_answer(self) -> Answer | None:
        """The answer that stands last in the talk."""
        return self._last_answer

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was asked yet, and nothing is being written."""
        return not self._asked and self._last_answer is None and self._prompt.is_empty

    async def begin_with(self, *offers: Offer) -> None:
        """Offer something else to begin with than the topics that everybody is offered."""
        self._suggested = offers
        if self._engine.advisor is not None and not self._asked and self._last_answer is None:
            await self._offer(*self._beginnings(self._engine.advisor))

    def go_on_writing(self, text: str) -> None:
        """Take in what was typed or pasted elsewhere."""
        self._prompt.focus()
        self._prompt.take_in(text)

    async def on_stayed_closed(self, event: StayedClosed) -> None:
        """Say why, and give back what waits."""
        self._engine.reason_closed = event.reason
        self._show_state()
        while await self._take_back():
            pass
        await self._say_closed()

    async def _say_closed(self) -> None:
        await self.note(self._engine.why_closed, warning=True)

    async def on_replied(self, event: Replied) -> None:
        """Show a reply under its question."""
        from datetime import datetime

        from advisor.export.transcript import Turn
        from advisor.tui.offers import offers_of

        if not self._engine.settle(event.errand):
            return
        question = self._asked.pop(event.errand)
        question.wait = ""
        reply = event.reply
        self.turns.append(Turn(event.errand.question, reply, datetime.now().astimezone(), event.turn))
        self._last_answer = Answer(SaidAnswer(reply, whole=self.shows_all), self.wording, event.turn)
        await self._talk.add_behind(self._last_answer, question)
        if self._asked:
            self._last_answer.list_topics()  # the choices below will be another's
        await self._offer(*offers_of(reply, self._path_titles(reply)))
        self._talk.show(question)

    async def on_stumbled(self, event: Stumbled) -> None:
        """Give the question back, with one sentence."""
        if not self._engine.settle(event.errand):
            return
        await self._give_back(event.errand)
        await self.note(
            lambda wording: wording("stumbled", fault=event.fault, older=wording.key("older")), warning=True
        )

    async def have_answered(self, errand: Errand) -> None:
        """Put something to the engine that a person didn't type."""
        await self._ask(errand)

    async def _ask(self, errand: Errand) -> None:
        question = Question(errand.question, self.wording, "looking" if self._engine.is_open else "waiting")
        self._asked[errand] = question
        self._prompt.focus()
        await self._offer()
        if self._last_answer is not None:
            self._last_answer.list_topics()
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

    async def go_on_from(self, turns: Sequence[Turn], verdicts: Verdicts) -> None:
        """Show a talk that goes on: its last turn as it was shown, those before as one sheet."""
        from advisor.tui.offers import offers_of
        from advisor.tui.widgets.past import Past

        while await self._take_back():
            pass
        sheets = [sheet for turn in turns for sheet in self._sheets_of(turn, verdicts)]
        self.turns = list(turns)
        past = [sheet.said for sheet in sheets[:-2]]
        for said in past:
            if isinstance(said, SaidAnswer):
                said.list_topics()
        await self._talk.begin_again(*([Past(past, self.wording)] if past else []))
        for sheet in sheets[-2:]:
            await self._talk.add(sheet)
            self._last_answer = sheet if isinstance(sheet, Answer) else self._last_answer
        if turns:
            await self._offer(*offers_of(turns[-1].reply, self._path_titles(turns[-1].reply)))
            self._talk.show(sheets[-2])
        self._prompt.focus()

    def _sheets_of(self, turn: Turn, verdicts: Verdicts) -> tuple[Question, Answer]:
        verdict = verdicts.get(turn.id) if turn.id else None
        answer = SaidAnswer(turn.reply, whole=self.shows_all, verdict=verdict)
        return Question(turn.question, self.wording), Answer(answer, self.wording, turn.id)

    def _path_titles(self, reply: Reply) -> Mapping[str, Words]:
        advisor = self._engine.advisor
        return {path.id: path.title for path in advisor.paths()} if advisor and reply.path else {}

    @property
    def questions(self) -> Sequence[str]:
        """The questions that can be recalled, the most recent at the end."""
        return self._history.questions

    def recall(self, questions: Sequence[str], draft: str = "") -> None:
        """Have questions of before behind those that were asked since, and a draft of before in the prompt.

        Where something is being written already, the draft is the last of those questions.
        """
        has_room = self._prompt.is_empty
        self._history.fill(questions if has_room or not draft else (*questions, draft))
        if draft and has_room:
            self._prompt.put(draft)
        elif draft:
            self._engine.remember(draft)

    @on(Entry.Written)
    def _keep_draft(self, event: Entry.Written) -> None:
        self._engine.keep_draft(self._history.behind(event.text))

    def put(self, question: str) -> None:
        """Put a question into the prompt, before whatever is typed; one that was only recalled makes room for it."""
        if self._prompt.text in self._history.questions:
            self._prompt.put(question)
        else:
            self._prompt.give_back(question)
        self._prompt.focus()

    async def say(self, words: Words) -> None:
        """Put something in the talk that the program has to say."""
        await self.note(lambda wording: wording.of(words))

    async def note(self, say: Callable[[Wording], str], *, warning: bool = False) -> None:
        """Put something in the talk, worded anew whenever the language changes."""
        note = Note(say, self.wording, warning=warning)
        await self._talk.add(note)
        self._talk.show(note)

    def _tell(self, key: str, **values: object) -> None:
        self.post_message(Told(self.wording(key, **values)))
