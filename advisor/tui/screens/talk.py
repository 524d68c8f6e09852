"""The talk: what a person can do in it, by key, by command and by choice; knows neither settings nor other screens."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from advisor.commands import BY_ID, Command, nearest, plain
from advisor.text.fold import LONGEST_MESSAGE
from advisor.tui.exchange import Errand
from advisor.tui.keys import EVERYWHERE, bindings, is_typed
from advisor.tui.messages import CommandGiven, PathWanted
from advisor.tui.screens.asking import Asking
from advisor.tui.widgets.entry import Entry
from advisor.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from textual.events import Key

    from advisor.tui.offers import Offer
    from advisor.tui.widgets.choices import Choice, Choices


_OWN = ("reject", "part", "whole", "new", "page_up", "page_down", "cancel")


class TalkScreen(Asking):
    """The screen that the program opens with and comes back to."""

    AUTO_FOCUS = "#prompt"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(*_OWN, action=lambda command, _key: command.id),
    ]

    def on_key(self, event: Key) -> None:
        """Write what is typed while nothing has the focus, as in the first moments."""
        if self.focused is None and is_typed(event) and event.character:
            event.stop()
            self.go_on_writing(event.character)

    @on(Entry.Asked)
    async def _send(self, event: Entry.Asked) -> None:
        await self._send_question(event.question)

    @on(Entry.Commanded)
    async def _obey(self, event: Entry.Commanded) -> None:
        await self.give(event.command, event.words)

    @on(Entry.Misnamed)
    def _name_help(self, event: Entry.Misnamed) -> None:
        help_name = BY_ID["help"].name(self.wording.language)
        near = nearest(event.typed, self.wording.language)
        self._tell("near_command" if near else "unknown_command", typed=event.typed[:40], help=help_name, near=near)

    async def _send_question(self, text: str) -> None:
        self._history.remember(text)
        self._engine.remember(text)
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
        elif offer.does == "command":
            await self.give(BY_ID[offer.target])
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
        elif command.words:
            getattr(self, f"action_{command.id}")(words)
        else:
            await self.run_action(command.id)

    @on(Prompt.NumberGiven)
    def _take(self, event: Prompt.NumberGiven) -> None:
        self._talk.take(event.number)

    @on(Prompt.Refused)
    def _refuse(self, event: Prompt.Refused) -> None:
        self._tell("too_long", size=event.size, most=LONGEST_MESSAGE)

    @on(Entry.ChoicesWanted)
    def _go_to_choices(self) -> None:
        self._talk.focus_choices()

    def on_choices_escaped(self) -> None:
        """Go on to the prompt."""
        self._prompt.focus()

    def on_choice_typed_on(self, event: Choice.TypedOn) -> None:
        """Go on writing in the prompt."""
        self.go_on_writing(event.text)

    async def action_reject(self) -> None:
        """Ask for the next best answer."""
        from advisor.tui.offers import Offer

        if self._last_answer is None:
            self._tell("nothing_to_reject")
        else:
            await self.follow(Offer("reject"))

    def action_whole(self) -> None:
        """Open the parts of the last answer that weren't asked for."""
        if self._last_answer is not None:
            self._talk.open_part(self._last_answer, None)

    def action_part(self, words: str = "") -> None:
        """Open the next part of the last answer that isn't shown, or the one whose heading holds some words."""
        if self._last_answer is None:
            self._tell("no_part_yet")
            return
        answer = self._last_answer.answer
        headings = {place: answer.reply.passages[place].heading for place in answer.closed}
        meant = [place for place, heading in headings.items() if plain(words) in plain(heading)]
        if meant:
            self._talk.open_part(self._last_answer, meant[0])
        elif headings:
            listed = ", ".join(headings.values())
            self._tell("no_such_part", typed=words[:40], list=listed)
        else:
            self._tell("all_parts_open")

    async def action_new(self) -> None:
        """Begin another talk."""
        while await self._take_back():
            pass
        self._last_answer = None
        self.turns = []
        await self._talk.begin_again(self._welcome())
        if self._engine.advisor is not None:
            self.post_message(CommandGiven(BY_ID["new"]))
            await self._offer(*self._beginnings(self._engine.advisor))
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
