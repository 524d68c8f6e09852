"""Where something stands in a file, and what is wrong there; knows no YAML and no rule beyond its code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from advisor.pack.phrase import Phrase, Value
    from advisor.pack.rules import Severity
    from advisor.pack.telling import Told

_UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
_LONGEST_QUOTE = 60


def printable(text: str) -> str:
    """The text on one line that any terminal takes: what can't be seen is escaped."""
    return _UNPRINTABLE.sub(lambda found: found.group().encode("unicode_escape").decode("ascii"), text)


def quoted(text: str) -> str:
    """The text between backticks, cut where it is long."""
    short = text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"
    return f"`{printable(short)}`"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A character of a file; `line` and `column` count characters from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """The form `file:line:column`."""
        return f"{printable(self.file)}:{self.line}:{self.column}"


class Located(str):
    """A text that knows where it stands; otherwise a text like any other."""

    __slots__ = ("_verbatim", "place")

    place: Place
    _verbatim: int | None

    def __new__(cls, text: str, place: Place, verbatim: int | None = None) -> Self:
        """`verbatim`: columns from the place to the first letter, where the file spells the text letter by letter."""
        self = super().__new__(cls, text)
        self.place = place
        self._verbatim = verbatim
        return self

    def place_at(self, offset: int) -> Place:
        """Where the character of that offset stands, or the text itself where the file spells it otherwise."""
        if self._verbatim is None:
            return self.place
        return Place(self.place.file, self.place.line, self.place.column + self._verbatim + offset)


def place_of(text: str, otherwise: str = "") -> Place:
    """The place of a located text; the start of the file `otherwise` for any other text."""
    return text.place if isinstance(text, Located) else Place(otherwise)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at a place; `advisor.pack.telling` tells it in a language."""

    place: Place
    severity: Severity
    code: str
    wrong: Phrase
    """What is wrong and what to do about it, as the name of a wording and what goes into it."""

    def __str__(self) -> str:
        """The form `file:line:column: CODE message`, on one line, in English."""
        return str(self._told())

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return self._told().message

    @property
    def mend(self) -> str:
        """What to do about it, in English; may be empty."""
        return self._told().mend

    @property
    def is_error(self) -> bool:
        """Whether it keeps the pack from being loaded."""
        return self.severity == "error"

    def _told(self) -> Told:
        from advisor.pack.telling import told  # here, since wordings are needed only where something is wrong

        return told(self, "en")


def finding(code: str, place: Place, wording: str, /, **values: Value) -> Finding:
    """A finding of the severity that the table of rules gives to its code, in the wording of that name."""
    # Here, since every question looks at the files of its packs and hardly ever finds anything.
    from advisor.pack.phrase import phrase
    from advisor.pack.rules import RULES

    return Finding(place, RULES[code].severity, code, phrase(wording, **values))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings by file, line, column, code and English text, each once: the order is the same in every language."""
    return sorted(set(findings), key=lambda each: (each.place, each.code, each.message, each.mend))
