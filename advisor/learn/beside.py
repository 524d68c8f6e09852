"""Does work in a process beside this one; knows neither phrasings nor indexes.

LIBLINEAR draws its random numbers from one place for a whole process, so that a second fit at the same time needs a
process of its own. Where none can be started, or it dies, the work is done here: later, and just the same.

It is an interpreter of its own that is spoken to by its standard streams, since the standard library's way would run the
caller's script a second time, and fails where a screen has taken the error stream.
"""

import gc
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import TypeVar

from threadpoolctl import threadpool_limits

Given = TypeVar("Given")
Made = TypeVar("Made")

_SERVE = "from advisor.learn.beside import serve; serve()"


class Beside:
    """A process that does one piece of work at a time, where there is one."""

    def __init__(self, process: subprocess.Popen[bytes] | None) -> None:
        self._process = process

    @property
    def is_there(self) -> bool:
        """Whether something can be done at the same time."""
        return self._process is not None

    def start(self, work: Callable[[Given], Made], given: Given) -> Callable[[], Made]:
        """Begin some work on something; what is returned waits for it, and raises what the work raises.

        Work that was begun before must have been waited for: both processes would write, and neither would read.
        `work` is a function of a module, and never makes None.
        """
        if not self.send((work, given)):
            return lambda: work(given)
        return lambda: self._received(work, given)

    def send(self, what: object) -> bool:
        """Hand something to the process, if it is there."""
        if self._process is None or self._process.stdin is None:
            return False
        try:
            pickle.dump(what, self._process.stdin)
            self._process.stdin.flush()
        except OSError:
            self._process = None
            return False
        return True

    def _received(self, work: Callable[[Given], Made], given: Given) -> Made:
        made: Made | None = None
        if self._process is not None and self._process.stdout is not None:
            try:
                made = pickle.load(self._process.stdout)
            except (OSError, EOFError, pickle.UnpicklingError):
                self._process = None
        return work(given) if made is None else made


@contextmanager
def beside(first: Callable[[Given], Made], *, wanted: bool) -> Iterator[Beside]:
    """A process for work until the block ends; none unless it is wanted and there is a core for it.

    `first` is what it will be asked to do first: it imports the module of that function while this process goes on.
    """
    process = _started() if wanted and (os.cpu_count() or 1) > 1 else None
    other = Beside(process)
    try:
        other.send(first)
        with _alone_on_its_core() if process else nullcontext():
            yield other
    finally:
        if process is not None:
            process.kill()
            process.communicate()


def _alone_on_its_core() -> threadpool_limits:
    """Linear algebra in one thread: several threads of two processes wait for one another."""
    return threadpool_limits(limits=1)


def _started() -> subprocess.Popen[bytes] | None:
    if not sys.executable:
        return None
    try:
        return subprocess.Popen(
            [sys.executable, "-c", _SERVE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
    except OSError:
        return None


def serve() -> None:
    """Do each work that the standard input names on what it names, until nobody listens any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever waits for this process is interrupted, and ends it
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints is no answer
    try:
        pickle.load(asked)  # a function: only its module is wanted by now
        _alone_on_its_core()
        gc.disable()  # the process ends with the work
        while True:
            work, given = pickle.load(asked)
            pickle.dump(_done(work, given), answers)
            answers.flush()
    except (OSError, EOFError):
        return


def _done(work: Callable[[Given], Made], given: Given) -> Made | None:
    """None where the work fails: whoever asked does it again, and sees how it fails."""
    try:
        return work(given)
    except Exception:  # noqa: BLE001  (it is raised where it can be told)
        return None
