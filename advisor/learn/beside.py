"""Does one kind of work in a process beside this one; knows neither phrasings nor indexes.

LIBLINEAR draws its random numbers from one place for a whole process, so that a second fit at the same time needs a
process of its own. Where none can be started, or it dies, the work is done here: later, and just the same.
"""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, redirect_stderr
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


class Beside(Generic[Given, Made]):
    """One kind of work, done in a process of its own where there is one."""

    def __init__(self, work: Callable[[Given], Made], connection: Connection | None) -> None:
        self._work = work
        self._connection = connection

    @property
    def is_there(self) -> bool:
        """Whether something can be done at the same time."""
        return self._connection is not None

    def start(self, given: Given) -> Callable[[], Made]:
        """Begin the work on something; what is returned waits for it, and raises what the work raises."""
        if not self._is_sent(given):
            return lambda: self._work(given)
        return lambda: self._received(given)

    def _is_sent(self, given: Given) -> bool:
        if self._connection is None:
            return False
        try:
            self._connection.send(given)
        except OSError:
            self._connection = None
            return False
        return True

    def _received(self, given: Given) -> Made:
        try:
            made: Made | None = self._connection.recv() if self._connection else None
        except (OSError, EOFError):
            self._connection = made = None
        return self._work(given) if made is None else made


@contextmanager
def beside(work: Callable[[Given], Made], *, wanted: bool) -> Iterator[Beside[Given, Made]]:
    """A process for some work, alone with it until the block ends; none unless it is wanted and there is a core for it.

    `work` is a function of a module: the process imports it while this one goes on. It never makes None.
    """
    if not wanted or (os.cpu_count() or 1) < 2:
        yield Beside(work, None)
        return
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(theirs, work), daemon=True)
    try:
        with _own_errors():
            process.start()
    except (OSError, RuntimeError, AssertionError, ValueError):  # no more processes, or not from here
        yield Beside(work, None)
        return
    finally:
        theirs.close()
    try:
        yield Beside(work, ours)
    finally:
        ours.close()
        process.terminate()
        process.join()


def _own_errors() -> AbstractContextManager[object]:
    """The error stream that the process began with, since the one of a screen is no file that another could be given."""
    return redirect_stderr(sys.__stderr__) if sys.__stderr__ is not sys.stderr else nullcontext()


def _serve(connection: Connection, work: Callable[[Given], Made]) -> None:
    """Work until nobody listens any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever waits for this process is interrupted, and ends it
    try:
        while True:
            connection.send(_done(work, connection.recv()))
    except (OSError, EOFError):
        connection.close()


def _done(work: Callable[[Given], Made], given: Given) -> Made | None:
    """None where the work fails: whoever asked does it again, and sees how it fails."""
    try:
        return work(given)
    except Exception:  # noqa: BLE001  (it is raised where it can be told)
        return None
