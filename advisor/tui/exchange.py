"""Questions on their way to the engine: they wait while it opens, are answered one by one, and can be taken back.

Knows no widget and no thread.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.reply import Reply
    from advisor.tui.ports import Conversation


@dataclass(frozen=True, slots=True, eq=False)
class Errand:
    """Something to have answered."""

    question: str
    """What stands in the talk as the question."""
    work: Callable[[Conversation], Reply]
    typed: bool = True
    """Whether a person typed it, and wants it back where nothing comes of it."""


@dataclass(slots=True)
class Exchange:
    """The errands under way, oldest first."""

    _waiting: deque[Errand] = field(default_factory=deque)
    _running: Errand | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return self._running is None and not self._waiting

    def add(self, errand: Errand) -> None:
        """Let an errand wait its turn."""
        self._waiting.append(errand)

    def start(self) -> Errand | None:
        """The errand whose turn it is, or None while another one runs."""
        if self._running is not None or not self._waiting:
            return None
        self._running = self._waiting.popleft()
        return self._running

    def runs(self, errand: Errand) -> bool:
        """Whether an errand is being answered and still wanted."""
        return errand is self._running

    def finish(self, errand: Errand) -> bool:
        """Whether an errand that has come to its end is still wanted."""
        wanted = errand is self._running
        if wanted:
            self._running = None
        return wanted

    def take_back(self) -> Errand | None:
        """The newest errand, which nobody waits for any longer; None where there is none."""
        if self._waiting:
            return self._waiting.pop()
        taken, self._running = self._running, None
        return taken
