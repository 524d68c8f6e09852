"""The talk as it scrolls: its turns in chapters, the choices at its end, and where the reader is; knows no engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.dom import DOMNode
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from advisor.tui.widgets.answer import Answer, Question, Spoken
from advisor.tui.widgets.sheet import Sheet
from advisor.tui.words import Wording

if TYPE_CHECKING:
    from advisor.tui.offers import Offer
    from advisor.tui.widgets.choices import Choices


CHAPTER = 24
"""Sheets a chapter. The toolkit goes over every widget at every layout, so a closed chapter becomes one."""

SEEN = 4
"""Rows of what was opened, its heading among them, that are enough of it to stay where one reads."""


class Chapter(Vertical, can_focus=False):
    """Some sheets in a row."""

    def is_done_with(self) -> bool:
        """Whether nothing in it can change any more but the language."""
        return not any(isinstance(sheet, Question) and sheet.wait for sheet in self.children)


class Conversation(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Everything said so far; follows what is new unless the reader has scrolled away."""

    wording: reactive[Wording] = reactive(Wording("fr"), init=False)
    more_below: reactive[bool] = reactive(False, init=False)

    class Moved(Message):
        """What lies below the screen has come or gone."""

    def __init__(self, wording: Wording, *first: Sheet, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(Conversation.wording, wording)
        self._chapters = [Chapter(*first)]
        self._follows = True
        self._placing = False
        self._shown: Widget | None = first[0] if first else None
        self._row = 0
        """The row of what is shown that is never lost for the end."""
        self._choices: Choices | None = None

    def on_mount(self) -> None:
        """Follow what grows, by whatever it grows."""
        self.screen.screen_layout_refresh_signal.subscribe(self, lambda _screen: self._place(), immediate=True)

    def compose(self) -> ComposeResult:
        """Begin with what the program says first."""
        yield from self._chapters

    def watch_wording(self, wording: Wording) -> None:
        """Say everything in the words of now."""
        for sheet in self.query(Sheet):
            sheet.wording = wording
        if self._choices is not None:
            self._choices.wording = wording

    def watch_more_below(self) -> None:
        """Tell that the end has come into view, or gone out of it."""
        self.post_message(self.Moved())

    async def add(self, sheet: Sheet, *, follow: bool = False) -> None:
        """Put a sheet at the end; `follow` brings back a reader who has scrolled away."""
        sheet.wording = self.wording
        if follow:
            self._follows = True
        chapter = self._chapters[-1]
        if len(chapter.children) >= CHAPTER:
            await self._close_chapters()
            chapter = Chapter()
            self._chapters.append(chapter)
            await self.mount(chapter, before=self._choices)
        await chapter.mount(sheet)

    async def add_behind(self, sheet: Sheet, other: Sheet) -> None:
        """Put a sheet right behind another one, whatever came after that meanwhile."""
        if other is next(reversed(self._chapters[-1].children), None):
            await self.add(sheet)
            return
        sheet.wording = self.wording
        await other.parent.mount(sheet, after=other)  # type: ignore[union-attr]  # it stands in a chapter

    async def _close_chapters(self) -> None:
        # the last one stays, since what was drawn of the past is kept, and all of it is drawn once some is in sight
        for chapter in [one for one in self._chapters[:-1] if one.is_done_with()]:
            from advisor.tui.widgets.past import Past  # not before there is one

            said = [sheet.said for sheet in chapter.children if isinstance(sheet, Spoken)]
            place = self.children.index(chapter)
            before = self.children[place - 1] if place else None
            with self.app.batch_update():
                if isinstance(before, Past) and before.has_room_for(said):
                    before.take(said)
                else:
                    await self.mount(Past(said, self.wording), before=chapter)
                for sheet in chapter.children:
                    sheet.refresh()  # lets go of what was drawn of it, which the toolkit would keep
                await chapter.remove()
            self._chapters.remove(chapter)

    def show(self, widget: Widget, row: int = 0) -> None:
        """Keep the end in sight, but never lose a row of this widget for it, the first where no other is named."""
        self._shown, self._row = widget, row
        self.call_after_refresh(self._place)

    def on_sheet_said_more(self, event: Sheet.SaidMore) -> None:
        """Go to what was opened, unless it can be seen from here."""
        event.stop()
        row = self._top_of(event.sheet) + event.row
        if not self.scroll_y <= row <= self.scroll_y + self.size.height - SEEN:
            self._follows = True
            self.show(event.sheet, event.row)

    def open_part(self, answer: Answer, place: int | None) -> None:
        """Have an answer show one part more, or all of them for None, wherever it is drawn."""
        sheets: list[Any] = [answer] if answer.is_attached else list(self.query("Past"))
        for sheet in sheets:
            if place is None:
                sheet.action_open_whole(answer.number)
            else:
                sheet.action_open_part(place, answer.number)

    async def offer(self, *offers: Offer) -> None:
        """Put other choices at the end."""
        if self._choices is None:
            from advisor.tui.widgets.choices import Choices  # there is none in the first picture

            self._choices = Choices(self.wording, id="choices")
            await self.mount(self._choices)
        await self._choices.change(offers)

    def take(self, number: int) -> None:
        """Choose by number."""
        if self._choices is not None:
            self._choices.take(number)

    def focus_choices(self) -> None:
        """Go to the first choice, if there is one."""
        if self._choices is not None:
            self._choices.focus_first()

    async def begin_again(self, *first: Sheet) -> None:
        """Forget everything."""
        self._shown, self._row = first[0] if first else None, 0
        self._follows = True
        self._scroll(0.0)
        await self.offer()
        await self.query_children().exclude("#choices").remove()
        self._chapters = [Chapter(*first)]
        await self.mount(*self._chapters, before=self._choices)

    def _place(self) -> None:
        if not self._follows:
            self._look_below()
            return
        target = float(self.max_scroll_y)
        if self._shown is not None and self._shown.is_attached:
            target = min(target, float(self._top_of(self._shown) + self._row))
        self._scroll(target)
        self._look_below()

    def _scroll(self, row: float) -> None:
        """Go to a row without being taken for the reader."""
        self._placing = True
        self.scroll_to(y=row, animate=False, immediate=True, force=True)
        self._placing = False

    def _top_of(self, widget: Widget) -> int:
        """The row of a widget in the whole talk; what is on the screen may be a scroll behind."""
        row = 0
        node: DOMNode | None = widget
        while isinstance(node, Widget) and node is not self:
            row += node.virtual_region.y
            node = node.parent
        return row

    def _look_below(self) -> None:
        self.more_below = self.scroll_y < self.max_scroll_y - 1

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Notice a reader who scrolls away, or comes back to the end."""
        super().watch_scroll_y(old_value, new_value)
        if not self._placing:
            self._follows = new_value >= self.max_scroll_y - 1
            if self._follows:
                self._shown = None
        self._look_below()
