"""What can go wrong, and the exit code that says so; knows no screen and no file format.

AdvisorError            the work could not be done (exit 1)
├── KnowledgeError      a pack of knowledge that cannot be read or loaded
├── StaleIndexError          an index that is truncated, foreign or older: whoever holds it builds another
└── UsageError          the command was called wrongly (exit 2)

Each message is one sentence for the person, in plain words, that says what to do.
"""

from collections.abc import Sequence

DONE = 0
FAILED = 1
WRONG_USAGE = 2


class AdvisorError(Exception):
    """The work could not be done; `fr` says it in French, where that is not left to the English sentence."""

    exit_code = FAILED

    def __init__(self, message: str, fr: str = "", exact: Sequence[str] = ()) -> None:
        """Names in the sentences that must be shown as they are, whatever is in them, are given as `exact` too."""
        super().__init__(message)
        self._fr = fr
        self.exact = tuple(exact)

    def said(self, language: str) -> str:
        """The sentence in a language."""
        return self._fr if language == "fr" and self._fr else str(self)


class KnowledgeError(AdvisorError):
    """A pack of knowledge cannot be read or loaded."""


class StaleIndexError(AdvisorError):
    """An index cannot serve this knowledge."""


class UsageError(AdvisorError):
    """The command was called wrongly."""

    exit_code = WRONG_USAGE
