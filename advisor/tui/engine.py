"""The engine as the interface talks to it: opened and asked in threads, one thing at a time; knows no widget.

What comes of it is told by messages.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.message import Message

from advisor.errors import AdvisorError
from advisor.tui.background import in_background
from advisor.tui.exchange import Errand, Exchange
from advisor.tui.faults import FaultLog
from advisor.tui.messages import Opened, Progressed, Replied, StayedClosed, Stumbled

if TYPE_CHECKING:
    from advisor.model import Address, Language, Words
    from advisor.reply import Reply
    from advisor.tui.ports import Advisor, Conversation, OpenAdvisor
    from advisor.tui.record import Record
    from advisor.tui.words import Wording

MOST_RESUMED = 50
"""Turns of a talk that is taken up again that the engine is told: what lies further back is no subject to return to."""


class Engine:
    """An advisor that may not be open yet, and the talk held with it."""

    def __init__(self, open_advisor: OpenAdvisor, faults: FaultLog, record: Record) -> None:
        self.advisor: Advisor | None = None
        self.reason_closed: Words | None = None
        """Why it won't open, for the person; None while it opens or is open."""
        self._open_advisor = open_advisor
        self._faults = faults
        self._record = record
        self.last_reply: Reply | None = None
        """The reply that was shown last in this talk."""
        self.talked_of: list[str] = []
        """The topics that this talk was answered with, in order, each once."""
        self._replies: dict[Errand, Reply] = {}
        self._exchange = Exchange()
        self._conversation: Conversation | None = None
        self._talking = threading.Lock()
        self._tell: Callable[[Message], object] = lambda _message: None

    @property
    def is_open(self) -> bool:
        """Whether it can answer."""
        return self._conversation is not None

    def why_closed(self, wording: Wording) -> str:
        """The sentence that says why nothing can be answered."""
        reason = wording.of(self.reason_closed) if self.reason_closed else wording("no_engine")
        return wording("closed", reason=reason)

    def open(self, tell: Callable[[Message], object]) -> None:
        """Begin to open the knowledge; `tell` is given every message from here on, from whatever thread."""
        self._tell = tell
        in_background(self._open, "opening")

    def _open(self) -> None:
        try:
            advisor = self._open_advisor(self._progress)
        except AdvisorError as error:
            self._tell(StayedClosed({language: error.said(language) for language in ("fr", "en")}))
        except Exception as error:  # noqa: BLE001 - whatever fails in the engine, the person is told and the log has it
            self._faults.keep(error)
            self._tell(StayedClosed({}))
        else:
            self._tell(Opened(advisor))

    def _progress(self, stage: str) -> None:
        self._tell(Progressed(stage))

    def begin(self, advisor: Advisor, language: Language | None, address: Address, first_language: Language) -> None:
        """Begin a talk, and get on with what waits."""
        self.advisor = advisor
        self._conversation = advisor.conversation(language, address, first_language)
        self._record.begin(first_language)
        self.last_reply = None
        self.talked_of = []
        self._go_on()

    def go_on_from(self, replies: Sequence[Reply]) -> None:
        """Have the talk go on where these replies left it: what is asked next may lean on the last of them."""
        conversation = self._conversation
        if conversation is None or not replies:
            return
        self.last_reply = replies[-1]
        self.talked_of = list(dict.fromkeys(one.topic for one in replies if one.kind == "answer" and one.topic))
        in_background(lambda: self._resume(conversation, replies[-MOST_RESUMED:]), "going on")

    def _resume(self, conversation: Conversation, replies: Sequence[Reply]) -> None:
        with self._talking:
            try:
                conversation.resume(replies)
            except Exception as error:  # noqa: BLE001 - a fault leaves the talk without its context, no more
                self._faults.keep(error)

    def speak(self, language: Language | None, address: Address) -> None:
        """Have the answers to come in a language and a form of address."""
        if self._conversation is not None:
            self._conversation.language = language
            self._conversation.address = address

    def remember(self, question: str) -> None:
        """Keep a question that was sent, whatever comes of it."""
        self._record.remember(question)

    def keep_draft(self, text: str) -> None:
        """Keep what is being written."""
        self._record.keep_draft(text)

    def ask(self, errand: Errand) -> None:
        """Have something answered as soon as it can be."""
        self._exchange.add(errand)
        self._go_on()

    def react(self, reply: Reply, reacts: Callable[[Conversation], str], tell: Callable[[str], object]) -> None:
        """Have the talk take in what the person thinks of its last reply; `tell` is given what it has to say, if anything.

        Nothing happens once something else is asked: the talk would take it for what it says of that.
        """
        conversation = self._conversation
        if conversation is not None:
            in_background(lambda: self._react(conversation, reply, reacts, tell), "reacting")

    def _react(
        self,
        conversation: Conversation,
        reply: Reply,
        reacts: Callable[[Conversation], str],
        tell: Callable[[str], object],
    ) -> None:
        with self._talking:
            is_last = conversation is self._conversation and reply is self.last_reply and self._exchange.is_idle
            try:
                said = reacts(conversation) if is_last else ""
            except Exception as error:  # noqa: BLE001 - a fault costs the lesson, never the talk
                self._faults.keep(error)
                return
        if said:
            tell(said)

    def take_back(self) -> Errand | None:
        """Give up the newest errand."""
        taken = self._exchange.take_back()
        self._go_on()
        return taken

    def settle(self, errand: Errand) -> bool:
        """Whether an errand that has come to its end is still wanted; the next one starts."""
        wanted = self._exchange.finish(errand)
        reply = self._replies.pop(errand, None)
        if wanted and reply is not None:
            self.last_reply = reply
            if reply.kind == "answer" and reply.topic:
                self.talked_of = list(dict.fromkeys((*self.talked_of, reply.topic, *reply.also)))
        self._go_on()
        return wanted

    def _go_on(self) -> None:
        conversation = self._conversation
        if conversation is None:
            return
        errand = self._exchange.start()
        if errand is not None:
            in_background(lambda: self._answer(conversation, errand), "answering")

    def _answer(self, conversation: Conversation, errand: Errand) -> None:
        try:
            # An errand that was given up may still be running, and the talk is no place for two.
            with self._talking:
                reply = errand.work(conversation)
                is_wanted = conversation is self._conversation and self._exchange.runs(errand)
                turn = self._record.keep(errand.question, reply, typed=errand.typed) if is_wanted else None
        except Exception as error:  # noqa: BLE001 - a fault costs one answer, never the talk
            self._faults.keep(error)
            self._tell(Stumbled(errand, type(error).__name__))
        else:
            self._replies[errand] = reply
            self._tell(Replied(errand, reply, turn))
