"""What is kept of the talk: the store, opened and written beside the screen; knows no widget and no file.

An answer is on the disk before it is shown, so whatever stands in the talk outlives the program.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message

from advisor.tui.background import InTurn, in_background
from advisor.tui.faults import FaultLog

if TYPE_CHECKING:
    from advisor.model import Language
    from advisor.reply import Reply
    from advisor.store.port import Store, Tell

OpenStore = Callable[["Tell"], "Store"]

SECONDS_FOR_OPENING = 10.0
"""How long the first answer waits for a store that has to be mended."""
SECONDS_FOR_CLOSING = 5.0
"""How long the program waits on its way out for what is being written."""


class Record:
    """The store of a person, and the talk that is being kept in it."""

    def __init__(self, open_store: OpenStore, faults: FaultLog) -> None:
        self.store: Store | None = None
        """None until it is open."""
        self.conversation = ""
        """The talk of now."""
        self._open_store = open_store
        self._faults = faults
        self._is_settled = threading.Event()
        self._in_turn = InTurn("keeping")
        self._language: Language = "fr"
        self._kinds: tuple[bool, bool] | None = None
        self._draft = ""
        self._draft_waits = False
        self._tell: Callable[[Message], object] = lambda _message: None

    def open(self, tell: Callable[[Message], object]) -> None:
        """Begin to open the store; `tell` is given every message from here on, from whatever thread."""
        self._tell = tell
        in_background(self._open, "opening the store")

    def _open(self) -> None:
        from advisor.tui.past_messages import Noticed, StoreOpened  # not before the first picture

        try:
            store = self._open_store(lambda words: self._tell(Noticed(words)))
            questions = store.questions.latest()
        except Exception as error:  # noqa: BLE001 - whatever fails there, the talk goes on, and the log has it
            self._faults.keep(error)
        else:
            self.store = store
            if self._kinds is not None:
                store.keep(questions=self._kinds[0], conversations=self._kinds[1])
            self._tell(StoreOpened(store, questions, store.drafts.take()))
        finally:
            self._is_settled.set()

    def beside(self, work: Callable[[Store], object]) -> None:
        """Have something done with the store, behind all that was to be done before."""
        self._in_turn(lambda: self._do(work))

    def _do(self, work: Callable[[Store], object]) -> None:
        self._is_settled.wait(SECONDS_FOR_OPENING)
        if self.store is not None:
            try:
                work(self.store)
            except Exception as error:  # noqa: BLE001 - a fault costs what was to be done, never what comes behind it
                self._faults.keep(error)

    def keep_kinds(self, *, questions: bool, conversations: bool) -> None:
        """Keep these from here on, or no longer."""
        self._kinds = (questions, conversations)

        def keep(store: Store) -> None:
            store.keep(questions=questions, conversations=conversations)
            if not questions:
                store.drafts.clear()

        self.beside(keep)

    def begin(self, language: Language) -> None:
        """Begin another talk, which is kept from its first answer on."""
        self._language = language
        self.conversation = ""

    def go_on(self, conversation: str) -> None:
        """Keep what is said from here on at the end of a talk that is kept."""
        self.conversation = conversation

    def remember(self, question: str) -> None:
        """Keep a question that was sent."""
        self.beside(lambda store: store.questions.add(question))

    def keep_draft(self, text: str) -> None:
        """Keep what is being written; of texts that come faster than they can be kept, the last one."""
        self._draft = text
        if not self._draft_waits:
            self._draft_waits = True
            self._in_turn(self._keep_draft)

    def _keep_draft(self) -> None:
        self._draft_waits = False
        self._do(lambda store: store.drafts.keep(self._draft))

    def keep(self, question: str, reply: Reply, *, typed: bool) -> str | None:
        """Keep an answer before it is shown, and give the id of its turn; to be called beside the screen."""
        self._is_settled.wait(SECONDS_FOR_OPENING)
        store = self.store
        if store is None:
            return None
        try:
            self.conversation = self.conversation or store.conversations.begin(self._language)
            turn = store.conversations.add(self.conversation, question, reply)
            if typed and reply.kind == "unknown":
                nearest = [one.topic for one in reply.alternatives]
                store.unanswered.add(question, reply.language, nearest, reply.neighbourhood)
        except Exception as error:  # noqa: BLE001 - the answer is shown whether it can be kept or not
            self._faults.keep(error)
            return None
        return turn

    def close(self) -> None:
        """Wait for what is being written, and let go of the store."""
        if self.store is not None:
            done = threading.Event()
            self.beside(lambda _store: done.set())
            done.wait(SECONDS_FOR_CLOSING)
            self.store.close()
