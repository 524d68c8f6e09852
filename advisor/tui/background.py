"""Slow work beside the screen; knows neither what the work is nor who waits for it."""

import contextlib
import threading
from collections.abc import Callable


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
