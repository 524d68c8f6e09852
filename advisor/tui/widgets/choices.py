"""What can be chosen next, item by item, by digit, by key and by mouse; knows no answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from advisor.tui.ink import HEADING, visible
from advisor.tui.keys import bindings, is_typed, rebind, taking
from advisor.tui.offers import Offer
from advisor.tui.page import Block, Paragraph
from advisor.tui.widgets.sheet import Sheet
from advisor.tui.words import Wording


class Choice(Sheet, can_focus=True):
    """One item; the pointer before it shows where one is, colours or not."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Choice {
        padding: 0 1;
    }
    Choice:hover {
        background: $marked;
    }
    Choice:focus {
        background: $marked;
        text-style: bold;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("open", action=lambda _command, _key: "open"),
        *bindings("previous", action=lambda _command, _key: "leave(-1)"),
        *bindings("next", action=lambda _command, _key: "leave(1)"),
        *taking(),
    ]

    @dataclass(eq=False, repr=False)
    class Taken(Message):
        """The item is wanted; by a key it is the one that the keys before have led to, which may not have the focus yet."""

        choice: "Choice"
        by_key: bool = False

    @dataclass(eq=False, repr=False)
    class Left(Message):
        """The focus is to go to a neighbour: -1 before, 1 after."""

        choice: "Choice"
        steps: int

    @dataclass(eq=False, repr=False)
    class NumberGiven(Message):
        """An item is wanted by its number."""

        number: int

    @dataclass(eq=False, repr=False)
    class TypedOn(Message):
        """Someone began to write while an item had the focus."""

        text: str

    def __init__(self, number: int, offer: Offer, wording: Wording) -> None:
        super().__init__(wording)
        rebind(self, wording.keymap)
        self.number = number
        self.offer = offer
        self._is_typed_on = False

    def blocks(self) -> Sequence[Block]:
        """The digit that takes the item, and its label."""
        digit = str(self.number) if self.number < 10 else " "
        pointer = "›" if self.has_focus else " "
        lead = Content.styled(f"{pointer}{digit} ", HEADING)
        return (Paragraph(Content(visible(self.offer.label(self.wording))), lead, Content("   "), margin=3),)

    def watch_has_focus(self, focused: bool) -> None:
        """Move the pointer."""
        super().watch_has_focus(focused)
        self.say_again()

    def on_click(self) -> None:
        """Take the item."""
        self.post_message(self.Taken(self))

    def action_open(self) -> None:
        """Take the item."""
        self.post_message(self.Taken(self, by_key=True))

    def action_leave(self, steps: int) -> None:
        """Go to a neighbour."""
        self.post_message(self.Left(self, steps))

    def action_take(self, number: int, _always: bool) -> None:
        """Take whichever item has a number."""
        self.post_message(self.NumberGiven(number))

    def on_focus(self) -> None:
        """Take digits for choices again."""
        self._is_typed_on = False

    def on_key(self, event: events.Key) -> None:
        """Hand what is typed to whoever takes it; behind a letter a digit is typed too, though the focus is still on its way."""
        is_bound = event.key in self._bindings.key_to_bindings and not self._is_typed_on
        if is_typed(event) and event.character and not is_bound:
            event.stop()
            event.prevent_default()
            self._is_typed_on = True
            self.post_message(self.TypedOn(event.character))

    def on_paste(self, event: events.Paste) -> None:
        """Hand on what is pasted."""
        event.stop()
        self.post_message(self.TypedOn(event.text))


class Choices(Vertical, can_focus=False):
    """The items on offer now."""

    DEFAULT_CSS = """
    Choices {
        height: auto;
    }
    """

    @dataclass(eq=False, repr=False)
    class Chosen(Message):
        """Something on offer was chosen."""

        offer: Offer

    class Escaped(Message):
        """The focus has gone past the first or the last item."""

    def __init__(self, wording: Wording, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.wording = wording
        """For the items to come; those that are there are sheets like any other."""
        self.offers: tuple[Offer, ...] = ()
        self._pointed = -1
        """The place of the item that the focus is on, or on its way to."""

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Notice where the focus is."""
        if isinstance(event.widget, Choice) and event.widget.has_focus:
            self._pointed = event.widget.number - 1

    async def change(self, offers: Sequence[Offer]) -> None:
        """Offer other things instead."""
        self.offers = tuple(offers)
        self._pointed = -1
        for choice in self.query_children(Choice):
            choice.refresh()  # lets go of what was drawn of it, which the toolkit would keep
        await self.recompose()

    def compose(self) -> ComposeResult:
        """Lay out the items."""
        for number, offer in enumerate(self.offers, 1):
            yield Choice(number, offer, self.wording)

    def focus_first(self) -> bool:
        """Go to the first item; False where there is none."""
        first = next(iter(self.query_children(Choice)), None)
        if first is not None:
            self._pointed = 0
            first.focus()
        return first is not None

    def on_choice_taken(self, event: Choice.Taken) -> None:
        """Say what was chosen rather than which item."""
        event.stop()
        items = list(self.query_children(Choice))
        is_ahead = event.by_key and 0 <= self._pointed < len(items)
        self.post_message(self.Chosen(items[self._pointed].offer if is_ahead else event.choice.offer))

    def on_choice_number_given(self, event: Choice.NumberGiven) -> None:
        """Say what was chosen, if there are so many."""
        event.stop()
        self.take(event.number)

    def take(self, number: int) -> None:
        """Choose by number."""
        if number <= len(self.offers):
            self.post_message(self.Chosen(self.offers[number - 1]))

    def on_choice_left(self, event: Choice.Left) -> None:
        """Go to the neighbour, or out at either end."""
        event.stop()
        items = list(self.query_children(Choice))
        place = self._pointed + event.steps if event.choice in items else -1
        if 0 <= place < len(items):
            self._pointed = place
            items[place].focus()
        else:
            self.post_message(self.Escaped())
