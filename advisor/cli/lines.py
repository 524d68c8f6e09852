"""The lines that a person types: behind a prompt at a terminal, else as they come; knows no command and no answer."""

import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence

from advisor.cli.ask import lines_of_input
from advisor.cli.streams import is_terminal


def typed_lines(
    prompt: Callable[[], str], questions: Callable[[], Sequence[str]], dropped: Callable[[], None]
) -> Iterator[str]:
    """A person's lines: at a terminal with its own editing, and recall of some questions.

    There, an interrupt drops the line, which `dropped` says; a second one right behind it is raised.
    """
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        yield from lines_of_input()
        return
    with contextlib.suppress(ImportError):
        import readline  # gives `input` recall, search and editing where the system has it

        for question in questions():
            readline.add_history(question)
    interrupted = False
    while True:
        try:
            line = input(prompt())
        except EOFError:
            print()
            return
        except KeyboardInterrupt:
            print()
            if interrupted:
                raise
            interrupted = True
            dropped()
        else:
            interrupted = False
            yield line
