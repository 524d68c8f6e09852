"""The lessons of a store that is opened when they are first needed, since many a question never needs them; decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.model import Language
    from advisor.store.port import Store
    from advisor.store.records import OwnPhrasing


class LessonsLater:
    """What a person has taught, in a store that may not be open yet."""

    def __init__(self, open_store: Callable[[], Store], *, stays_open: bool = True) -> None:
        """A store that doesn't stay open is let go of once the phrasings are read."""
        self._open = open_store
        self._stays_open = stays_open
        self._opened: Store | None = None

    @property
    def _store(self) -> Store:
        if self._opened is None:
            self._opened = self._open()
        return self._opened

    def phrasings(self) -> tuple[OwnPhrasing, ...]:
        """All that were taught, in order."""
        found = self._store.lessons.phrasings()
        if not self._stays_open:
            self._store.close()
            self._opened = None
        return found

    def reject(self, question: str, language: Language, wrong: str) -> str:
        """Keep that a topic missed a question, and give the id under which to say what was right."""
        return self._store.lessons.reject(question, language, wrong)

    def choose(self, rejection: str, right: str) -> bool:
        """Keep the topic chosen after a rejection."""
        return self._store.lessons.choose(rejection, right)

    def teach(self, question: str, language: Language, topic: str) -> str:
        """Keep a person's own way to ask about a topic, and give its id."""
        return self._store.lessons.teach(question, language, topic)

    def forget(self, phrasing: str) -> bool:
        """Let go of a phrasing; False where it isn't there."""
        return self._store.lessons.forget(phrasing)


def has_lessons(file: Path) -> bool:
    """Whether a person's own phrasings lie in a file: a glance, for whoever would rather not open the store."""
    if not file.exists():
        return False
    from advisor.store.sqlite import peek

    return peek.has_lessons(file)
