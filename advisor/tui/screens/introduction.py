"""Three screens for whoever comes for the first time: language, what this is for, where their data lies.

Knows neither the file of settings nor the talk: what is chosen is told, and how it ended.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from advisor.model import Words
from advisor.settings import Places
from advisor.tui.beginnings import BEGINNINGS, SAID, Beginning
from advisor.tui.ink import QUIET, visible
from advisor.tui.keys import bindings, is_typed
from advisor.tui.markdown import read_markdown
from advisor.tui.messages import SettingChosen, WrittenOn
from advisor.tui.offers import Offer
from advisor.tui.page import Block, Paragraph
from advisor.tui.screens.worded import WordedScreen
from advisor.tui.widgets.choices import Choice, Choices
from advisor.tui.widgets.sheet import Sheet
from advisor.tui.widgets.status import StatusLine
from advisor.tui.words import Wording

_LANGUAGES = {"french": "fr", "english": "en", "either": "auto"}
SKIP = {"fr": "Passer", "en": "Skip"}
_GAP = Paragraph(Content())
_ACTIONS = {"back": "skip", "list_up": "go('page_up')", "list_down": "go('page_down')"}


@dataclass(frozen=True, slots=True)
class Introduced:
    """How it ended: what is worth asking by this person."""

    questions: tuple[Words, ...] = ()


class Told(Sheet):
    """What a page says, asked of its screen in the words of now."""

    def __init__(self, say: Callable[[Wording], Sequence[Block]], wording: Wording, *, id: str) -> None:
        super().__init__(wording, id=id)
        self._say = say

    def blocks(self) -> Sequence[Block]:
        """What the screen has to say."""
        return self._say(self.wording)


class Room(VerticalScroll, can_focus=False, inherit_bindings=False):
    """What a page scrolls in."""


class IntroductionScreen(WordedScreen[Introduced]):
    """One page after the other; a choice leads to the next, Esc or a letter typed to the talk."""

    CSS_PATH = "introduction.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(*_ACTIONS, action=lambda command, _key: _ACTIONS[command.id])

    def __init__(self, wording: Wording, places: Places) -> None:
        super().__init__(wording)
        self._places = places
        self._pages = (
            (self._on_language, tuple(_item(key) for key in _LANGUAGES)),
            (
                self._on_what,
                (*(Offer("command", str(n), title=one.title) for n, one in enumerate(BEGINNINGS)), _item("other")),
            ),
            (self._on_data, (_item("begin"), _item("keep_nothing"))),
        )
        self.page = 0
        """Which of the pages is shown, from 0."""
        self._has_shown = -1
        self._beginning: Beginning | None = None
        self._is_over = False

    def compose(self) -> ComposeResult:
        """Lay out the text, with what there will be to try, over what can be chosen, which is always in sight."""
        with Room(id="room"):
            yield Told(lambda wording: self._pages[self.page][0](wording), self.wording, id="told")
            yield Told(self._to_try, self.wording, id="to-try")
        yield Choices(self.wording, id="choices")
        yield StatusLine(self.wording)

    @on(events.Mount)
    async def _show_first(self) -> None:
        await self._show()

    def reword(self, wording: Wording) -> None:
        """Say the page in other words."""
        super().reword(wording)
        self.query_exactly_one(Choices).wording = wording

    def _show_keys(self, screen: Screen[Any]) -> None:
        """Name the key that leads out after what it does here."""
        super()._show_keys(screen)
        for line in self.query(StatusLine):
            line.commands = tuple(replace(one, label=SKIP) if one.id == "back" else one for one in line.commands)

    async def _show(self) -> None:
        choices = self.query_exactly_one(Choices)
        await choices.change(self._pages[self.page][1])
        for told in self.query(Told):
            told.say_again()
        spoken = self.page == 0 and self.wording.language == "en"
        list(choices.query_children(Choice))[1 if spoken else 0].focus()
        self.query_exactly_one(StatusLine).state = f"{self.page + 1}/{len(self._pages)}"
        self.query_exactly_one(Room).scroll_home(animate=False)

    # The pages

    def _on_language(self, wording: Wording) -> list[Block]:
        return [*_read(wording, "language", skip=wording.key("back")), _GAP, *_read(wording, "which_language")]

    def _on_what(self, wording: Wording) -> list[Block]:
        return [*_read(wording, "can"), _GAP, *_read(wording, "where_are_you")]

    def _on_data(self, wording: Wording) -> list[Block]:
        paths = {
            "lies": {"data": _short(self._places.store_file)},
            "settings": {"file": _short(self._places.settings_file)},
        }
        lines = [
            Paragraph(Content(visible(_say(wording, key, **path))), hang=Content("  ")) for key, path in paths.items()
        ]
        change = _read(wording, "change", settings=wording.key("settings"))
        return [*_read(wording, "nothing_leaves"), _GAP, *lines, _GAP, *change]

    def _to_try(self, wording: Wording) -> list[Block]:
        pointed_at = self.focused
        place = pointed_at.number - 1 if isinstance(pointed_at, Choice) and self.page == 1 else len(BEGINNINGS)
        if place >= len(BEGINNINGS):
            return []
        quiet = [Content.styled(wording.of(question), QUIET) for question in BEGINNINGS[place].questions]
        return [
            Paragraph(Content(_say(wording, "to_try"))),
            *(Paragraph(one, Content("  "), Content("    ")) for one in quiet),
        ]

    def on_descendant_focus(self) -> None:
        """Show what there is to try where the pointer is; where there is little room, the text makes some for it."""
        self.query_exactly_one("#to-try", Told).say_again()
        if self._has_shown == self.page:
            self.call_after_refresh(self.query_exactly_one(Room).scroll_end, animate=False)
        self._has_shown = self.page

    # What a person does

    async def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Do what was chosen, and go on."""
        chosen = event.offer.target
        if chosen in _LANGUAGES:
            self.post_message(SettingChosen("language", _LANGUAGES[chosen]))
        elif chosen.isdigit():
            self._beginning = BEGINNINGS[int(chosen)]
        elif chosen == "keep_nothing":
            self.post_message(SettingChosen("history", False))
            self.post_message(SettingChosen("conversations", False))
        if self.page + 1 < len(self._pages):
            self.page += 1
            await self._show()
        else:
            self._end()

    def on_choices_escaped(self) -> None:
        """Stay on the page: go round to its first choice."""
        self.query_exactly_one(Choices).focus_first()

    def on_choice_typed_on(self, event: Choice.TypedOn) -> None:
        """Let whoever begins to write go on in the talk."""
        self._end(event.text)

    def on_key(self, event: events.Key) -> None:
        """The same before a choice has the focus."""
        if self.focused is None and is_typed(event) and event.character:
            event.stop()
            self._end(event.character)

    def on_paste(self, event: events.Paste) -> None:
        """Let whoever pastes a question go on in the talk."""
        event.stop()
        self._end(event.text)

    def action_go(self, where: str) -> None:
        """Scroll the text."""
        getattr(self.query_exactly_one(Room), f"scroll_{where}")(animate=False)

    def action_skip(self) -> None:
        """Go to the talk."""
        self._end()

    def _end(self, typed: str = "") -> None:
        """Go to the talk, once, and let it have what was typed: letters that follow fast come here too."""
        if typed:
            self.app.post_message(WrittenOn(typed))
        if not self._is_over:
            self._is_over = True
            self.dismiss(Introduced(self._beginning.questions if self._beginning else ()))


def _short(file: Path) -> str:
    """A file as people write it: ~ for what is theirs."""
    with contextlib.suppress(ValueError, RuntimeError):
        return str(Path("~") / file.relative_to(Path.home()))
    return str(file)


def _item(key: str) -> Offer:
    return Offer("command", key, title=SAID[key])


def _say(wording: Wording, key: str, **values: object) -> str:
    return wording.of(SAID[key]).format(**values)


def _read(wording: Wording, key: str, **values: object) -> list[Block]:
    return read_markdown(_say(wording, key, **values))
