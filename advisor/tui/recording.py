"""Past conversations over the talk: looked for, read, renamed, deleted; knows the store by its port alone.

The store is asked beside the screen, one thing after the other; what comes of it is told by messages.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message

from advisor.tui.browsing import BrowsingApp

if TYPE_CHECKING:
    from advisor.settings import Settings
    from advisor.store.port import Store
    from advisor.store.records import PastConversation
    from advisor.tui.past_messages import (
        Noticed,
        PastChange,
        PastChanged,
        PastChosen,
        PastFound,
        PastMeant,
        PastRead,
        PastSought,
        PastTakenUp,
        StoreOpened,
        Verdicts,
    )
    from advisor.tui.ports import Advisor
    from advisor.tui.record import Record
    from advisor.tui.screens.talk import TalkScreen


class RecordingApp(BrowsingApp, inherit_bindings=False):
    """An application that keeps its talks; its heir holds the record and the talk."""

    _record: Record
    _talk: TalkScreen
    _settings: Settings

    def on_store_opened(self, event: StoreOpened) -> None:
        """Recall the questions and the draft of before, and keep marks of steps from here on."""
        self._talk.recall(event.questions, event.draft)
        self.keep_marks_in(event.store.steps, lambda work: self._record.beside(lambda _store: work()))

    async def on_noticed(self, event: Noticed) -> None:
        """Say in the talk what became of what is kept."""
        await self._talk.say(event.words)

    def on_unmount(self) -> None:
        """Let go of what is kept."""
        self._record.close()

    def _tell_past(self, key: str, **values: object) -> None:
        from advisor.tui.past_words import said

        self.tell(said(self._wording, key, **values))

    def _ask_store(self, work: Callable[[Store], Message]) -> None:
        """Have the store asked, and the answer told; or say that it isn't open."""
        if self._record.store is None:
            self._tell_past("store_closed")
        else:
            self._record.beside(lambda store: self.post_message(work(store)))

    # The list

    def _do_history(self, words: str = "") -> None:
        from advisor.tui.screens.past import PastScreen

        if self._record.store is None:
            self._tell_past("store_closed")
        else:
            self._open_over(PastScreen(self._wording, words, are_kept=self._settings.conversations))

    def on_past_sought(self, event: PastSought) -> None:
        """Look for conversations."""
        self._seek(event.text.strip())

    def _seek(self, text: str) -> None:
        from advisor.store.records import Found
        from advisor.tui.past_messages import PastFound

        def seek(store: Store) -> PastFound:
            if text:
                return PastFound(store.conversations.find(text))
            return PastFound(tuple(Found(head, 0, "") for head in store.conversations.latest()))

        self._ask_store(seek)

    def on_past_found(self, event: PastFound) -> None:
        """Show what was found, where the list is still shown."""
        from advisor.tui.screens.past import PastScreen

        for screen in self.screen_stack[1:]:
            if isinstance(screen, PastScreen):
                screen.know(event.found)

    # One of them

    def on_past_chosen(self, event: PastChosen) -> None:
        """Read a conversation."""
        self._read(event.id, event.turn)

    def _read(self, id: str, turn: int = 0) -> None:
        from advisor.tui.past_messages import PastRead

        self._ask_store(lambda store: PastRead(store.conversations.open(id), _verdicts(store), turn))

    def on_past_read(self, event: PastRead) -> None:
        """Show a conversation over the list."""
        from advisor.tui.screens.past import PastTalkScreen

        if event.talk is None:
            self._tell_past("not_there")
            return
        if isinstance(self.screen, PastTalkScreen):
            self.pop_screen()
        self.push_screen(PastTalkScreen(self._wording, event.talk, event.verdicts, event.turn))

    def on_past_change(self, event: PastChange) -> None:
        """Go on with it, ask how it is to be called, or whether it is to go."""
        if event.what == "go_on":
            self._ask_store(lambda store: _taken_up(store, event.id))
        elif event.what == "rename":
            self._ask_title(event.id, event.title)
        else:
            self._ask_end(event.id, event.title)

    async def on_past_taken_up(self, event: PastTakenUp) -> None:
        """Go on with a conversation where it was left."""
        from advisor.tui.screens.past import turns_of

        if event.talk is None:
            self._tell_past(event.key)
        elif (advisor := self._opened()) is not None:
            self._close_over()
            shown = turns_of(event.talk)
            await self._talk.go_on_from(shown, event.verdicts)
            self.begin_talk(advisor)
            self._record.go_on(event.talk.id)
            self._engine.go_on_from([one.reply for one in shown])
            self._tell_past("resumed", title=event.talk.title)

    @abstractmethod
    def begin_talk(self, advisor: Advisor) -> None:
        """Begin another talk with the engine."""

    def _ask_title(self, id: str, title: str) -> None:
        from advisor.tui.screens.past import TitleScreen

        def rename(given: str | None) -> None:
            if given:
                self._rename(id, given)

        self.push_screen(TitleScreen(self._wording, title), rename)

    def _rename(self, id: str, title: str) -> None:
        from advisor.tui.past_messages import PastChanged

        def change(store: Store) -> PastChanged:
            is_there = store.conversations.rename(id, title)
            talk = store.conversations.open(id)
            return PastChanged("renamed" if is_there and talk else "not_there", talk.title if talk else "", id)

        self._ask_store(change)

    def _ask_end(self, id: str, title: str) -> None:
        from advisor.tui.past_messages import PastChanged
        from advisor.tui.screens.past import DeleteScreen

        def end(given: str | None) -> None:
            if given == "delete":
                self._ask_store(
                    lambda store: PastChanged("deleted" if store.conversations.delete(id) else "not_there", title, id)
                )

        self.push_screen(DeleteScreen(self._wording, title), end)

    async def on_past_changed(self, event: PastChanged) -> None:
        """Say so, once it is on the disk, and show the list as it is now."""
        from advisor.tui.screens.past import PastScreen, PastTalkScreen

        self._tell_past(event.key, title=event.title)
        if event.key == "deleted" and event.id == self._record.conversation:
            self._record.begin(self._wording.language)
            await self._talk.action_new()  # what is gone for good is neither shown nor meant any more
        is_shown = isinstance(self.screen, PastTalkScreen) and self.screen.talk.id == event.id
        if is_shown and event.key == "renamed":
            self._read(event.id)
        elif is_shown:
            self.pop_screen()
        for screen in self.screen_stack[1:]:
            if isinstance(screen, PastScreen):
                self._seek(screen.sought.strip())

    # By name: the one that is being read, else the talk of now

    def _meant(self) -> str:
        """The id of the conversation that a command without a number is for; empty where it isn't kept."""
        return read.id if (read := self._past_talk()) else self._record.conversation

    def _past_talk(self) -> PastConversation | None:
        from advisor.tui.screens.past import PastTalkScreen

        being_read = self._being_read()
        return being_read.talk if isinstance(being_read, PastTalkScreen) else None

    def _mean(self, find: Callable[[Store], str], *, renames: bool = False) -> None:
        from advisor.tui.past_messages import PastMeant

        self._ask_store(lambda store: PastMeant(store.conversations.open(find(store)), renames))

    def on_past_meant(self, event: PastMeant) -> None:
        """Ask whether a conversation is to go, or how it is to be called, by the title that it has."""
        if event.talk is None:
            self._tell_past("not_there")
        elif event.renames:
            self._ask_title(event.talk.id, event.talk.title)
        else:
            self._ask_end(event.talk.id, event.talk.title)

    def _do_rename(self, words: str = "") -> None:
        if not (id := self._meant()):
            self._tell_past("not_kept_yet")
        elif words:
            self._rename(id, words)
        else:
            self._mean(lambda _store: id, renames=True)

    def _do_delete(self, words: str = "") -> None:
        if words.isdecimal():
            self._mean(lambda store: _numbered(store, words))
        elif words:
            self._do_history(words)
        elif id := self._meant():
            self._mean(lambda _store: id)
        else:
            self._tell_past("not_kept_yet")

    def _do_go_on(self, words: str = "") -> None:
        now = self._record.conversation
        if words.isdecimal():
            self._ask_store(lambda store: _taken_up(store, _numbered(store, words)))
        elif words:
            self._do_history(words)
        elif (read := self._past_talk()) is not None:
            self._ask_store(lambda store: _taken_up(store, read.id))
        else:
            self._ask_store(lambda store: _latest_taken_up(store, now))

    def _do_open_past(self, words: str = "") -> None:
        from advisor.tui.past_messages import PastRead

        if words.isdecimal():
            self._ask_store(lambda store: PastRead(store.conversations.open(_numbered(store, words)), _verdicts(store)))
        else:
            self._do_history(words)

    # Questions

    def _do_recall(self, words: str = "") -> None:
        from advisor.tui.screens.past import RecallScreen

        async def take(question: str) -> None:
            self._talk.put(question)

        if not self._talk.questions:
            self._tell_past("no_question_yet")
        else:
            self._open_over(RecallScreen(self._wording, self._talk.questions, words), take)


def _taken_up(store: Store, id: str) -> PastTakenUp:
    from advisor.tui.past_messages import PastTakenUp

    return PastTakenUp(store.conversations.open(id), _verdicts(store))


def _latest_taken_up(store: Store, now: str) -> PastTakenUp:
    """The conversation that was held last before the one of now."""
    from advisor.tui.past_messages import PastTakenUp

    before = next((one.id for one in store.conversations.latest(2) if one.id != now), None)
    return _taken_up(store, before) if before else PastTakenUp(None, {}, "none_before")


def _numbered(store: Store, number: str) -> str:
    """The id of a conversation by its place in the list, from 1, as a chat on lines counts them; nothing past its end."""
    place = int(number[:4])
    return next((one.id for one in store.conversations.latest(place)[place - 1 : place]), "") if place else ""


def _verdicts(store: Store) -> Verdicts:
    return {one.turn: (one.verdict, one.word) for one in store.lessons.feedback() if one.turn}
