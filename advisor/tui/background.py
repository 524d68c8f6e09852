"""Slow work beside the screen; knows neither what the work is nor who waits for it."""

import contextlib
import threading
from collections.abc import Callable
from queue import SimpleQueue


def in_background(work: Callable[[], None], name: str) -> None:
    """Run work in a thread that never keeps the program from ending.

    A worker of the toolkit would: it hands threads to an executor that is waited for on the way out, and building an
    index takes seconds.
    """
    threading.Thread(target=_until_gone, args=(work,), name=name, daemon=True).start()


def _until_gone(work: Callable[[], None]) -> None:
    # The loop is closed when the program ends under the work; there is nobody left to tell.
    with contextlib.suppress(RuntimeError):
        work()


class InTurn:
    """Work beside the screen that is done one piece after the other, in the order in which it was given."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._waiting: SimpleQueue[Callable[[], object]] = SimpleQueue()
        self._is_running = False

    def __call__(self, work: Callable[[], object]) -> None:
        """Have something done as soon as all that was given before is done; called by one thread alone."""
        self._waiting.put(work)
        if not self._is_running:
            self._is_running = True
            in_background(self._run, self._name)

    def _run(self) -> None:
        while True:
            self._waiting.get()()
