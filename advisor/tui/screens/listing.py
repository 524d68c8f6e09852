"""A list over the talk, by groups, searched as one types; knows nothing of what it lists."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from advisor.tui.finding import matching
from advisor.tui.ink import HEADING, QUIET, visible
from advisor.tui.keys import bindings, editing, is_typed, rebind
from advisor.tui.messages import Told
from advisor.tui.page import Paragraph
from advisor.tui.screens.worded import WordedScreen
from advisor.tui.widgets.laid import Laid
from advisor.tui.widgets.status import StatusLine
from advisor.tui.words import Wording

LONGEST_SOUGHT = 1_000
"""Characters that the field takes from a paste."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to choose: what it is called, a line about it, the group that it stands in."""

    id: str
    title: str
    about: str = ""
    group: str = ""
    also: str = ""
    """Words that find it too."""


class Search(Input, inherit_bindings=False):
    """The field above the list."""

    BINDINGS: ClassVar[list[BindingType]] = editing(one_line=True)

    @dataclass(eq=False, repr=False)
    class Refused(Message):
        """A text was too long to be pasted."""

        size: int

    async def _on_key(self, event: events.Key) -> None:
        """Write what is typed; a letter with Alt is a key and no letter."""
        if event.is_printable and not is_typed(event):
            event.prevent_default()
            return
        await super()._on_key(event)

    def _on_paste(self, event: events.Paste) -> None:
        """Take in what the terminal pastes as one line, unless it is too long to be looked for."""
        event.prevent_default()
        event.stop()
        text = visible(" ".join(event.text.split()))
        if len(self.value) + len(text) > LONGEST_SOUGHT:
            self.post_message(self.Refused(len(self.value) + len(text)))
        else:
            self.replace(text, *self.selection)


class Rows(OptionList, can_focus=False, inherit_bindings=False):
    """The list itself; the field keeps the focus, so that typing always searches."""


_ACTIONS = {"select": "select", "back": "back"} | {
    "line_up": "move('cursor_up')",
    "line_down": "move('cursor_down')",
    "list_up": "move('page_up')",
    "list_down": "move('page_down')",
}


class ListScreen(WordedScreen[str]):
    """A list to choose from; gives the id of the row chosen, or nothing."""

    CSS_PATH = "listing.tcss"
    AUTO_FOCUS = "Search"
    BINDINGS: ClassVar[list[BindingType]] = bindings(*_ACTIONS, action=lambda command, _key: _ACTIONS[command.id])

    title_key = ""
    titles_first = False
    """Whether rows whose title is what was typed come before those where the line about it is."""

    @abstractmethod
    def rows(self, wording: Wording) -> Sequence[Row]:
        """All rows in their order, in the words of now."""

    def compose(self) -> ComposeResult:
        """Lay out title, field, list and keys."""
        yield Static(id="list-title", markup=False)
        search = Search(id="search", select_on_focus=False)
        rebind(search, self.wording.keymap)
        yield search
        yield Rows(id="rows")
        yield StatusLine(self.wording)

    def on_mount(self) -> None:
        """Show everything."""
        self.reword(self.wording)

    def reword(self, wording: Wording) -> None:
        """Word the title and the rows anew; what was typed goes on searching."""
        self.query_exactly_one("#list-title", Static).update(self.title_in(wording))
        self.query_exactly_one(Search).placeholder = wording("search")
        self.fill_anew()

    def title_in(self, wording: Wording) -> str:
        """What stands over the list."""
        return wording(self.title_key)

    def nothing_in(self, wording: Wording) -> str:
        """What stands in the place of rows where there are none."""
        return wording("nothing_there")

    @on(Input.Changed)
    def _fill(self) -> None:
        everything = self.rows(self.wording)
        texts = [f"{row.title} {row.about} {row.group} {row.also}" for row in everything]
        wanted = self.query_exactly_one(Search).value
        found = [everything[place] for place in matching(wanted, texts)]
        if self.titles_first and wanted.strip():
            titled = {found[place].id for place in matching(wanted, [f"{row.title} {row.also}" for row in found])}
            found.sort(key=lambda row: row.id not in titled)
        rows = self.query_exactly_one(Rows)
        rows.clear_options()
        nothing = self.wording("nothing_found") if wanted.strip() else self.nothing_in(self.wording)
        rows.add_options(self._options(found) or [Option(nothing, disabled=True)])
        rows.highlighted = next((n for n, option in enumerate(rows.options) if not option.disabled), None)
        rows.scroll_home(animate=False)
        count = self.wording("found", count=len(found), total=len(everything))
        self.query_exactly_one(StatusLine).state = count

    def fill_anew(self) -> None:
        """Show rows that have changed; the pointer stays where it was."""
        rows = self.query_exactly_one(Rows)
        pointed_at = rows.highlighted
        self._fill()
        if pointed_at is not None and pointed_at < rows.option_count:
            rows.highlighted = pointed_at

    def _options(self, found: Sequence[Row]) -> list[Option]:
        options: list[Option] = []
        group = ""
        for row in found:
            if row.group and row.group != group:
                group = row.group
                options.append(self.heading(group))
            indent = Content("  " if row.group else "")
            below = indent + "  "
            blocks = [Paragraph(Content(visible(row.title)), indent, below)]
            about = row.about.split("\n") if row.about else []
            blocks += [Paragraph(Content.styled(visible(line.strip()), QUIET), below, below) for line in about]
            options.append(Option(Laid(*blocks), id=row.id))
        return options

    def heading(self, group: str) -> Option:
        """What stands over a group."""
        return Option(Content.styled(visible(group), HEADING), disabled=True)

    @on(Search.Refused)
    def _refuse(self, event: Search.Refused) -> None:
        self.post_message(Told(self.wording("too_long", size=event.size, most=LONGEST_SOUGHT)))

    def action_move(self, action: str) -> None:
        """Move the pointer of the list."""
        rows = self.query_exactly_one(Rows)
        getattr(rows, f"action_{action}")()

    def action_select(self) -> None:
        """Choose the row with the pointer."""
        option = self.query_exactly_one(Rows).highlighted_option
        if option is not None and option.id is not None:
            self.choose(option.id)

    @on(OptionList.OptionSelected)
    def _select_by_mouse(self, event: OptionList.OptionSelected) -> None:
        if event.option_id is not None:
            self.choose(event.option_id)

    def choose(self, id: str) -> None:
        """End with a row."""
        self.dismiss(id)

    def action_back(self) -> None:
        """End with nothing."""
        self.dismiss(None)
