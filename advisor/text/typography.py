"""Sets text as its readers expect it: the form of address, French and English typography; knows no topic.

Writers type straight apostrophes and plain spaces; what people read has typographic ones. Code spans, code blocks and
web addresses are left as they are.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from advisor.model import Address

    Rules = tuple[tuple[str, str], ...]
    """What to look for, and what to put there."""

NO_BREAK = "\u00a0"
NARROW = "\u202f"
_ADDRESSED = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
_LITERAL = re.compile(r"(```.*?```|`[^`\n]*`|https?://[^\s)>\]]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+)", re.DOTALL)
_HOLE = "\ua015"
"""A letter that nobody here writes: what stands in for a name is a word to the rules."""
_FILLED = f"{_HOLE}(\\d+){_HOLE}"
_NAMES = r"(?<=« )[^«»]+(?= »)|(?<=“)[^“”]+(?=”)|[^\s«»“”()]*[/\\][^\s«»“”()]*|[\w'-]+\.(?!\d)\w{1,8}\b"

_FRENCH: Rules = (
    (r"(?<=\w)'(?=\w|«)|(?<=\w)'(?=\s|$|[*_»])", "’"),
    (r"\.{3}", "…"),
    (f"«[ {NO_BREAK}{NARROW}]*", f"«{NO_BREAK}"),
    (f"[ {NO_BREAK}{NARROW}]*»", f"{NO_BREAK}»"),
    (r" +(?=[;!?])", NARROW),
    (r"(?m) +(?=:(?:\s|$))", NO_BREAK),
    (r"(?<=\d) (?=\d{3}(?!\d))", NARROW),
    (r"(?<=\d) (?=[%€$£](?!\w)|k€|h\b|min\b)", NO_BREAK),
)
_ENGLISH: Rules = (
    (r"(?<=\w)'(?=\w)", "’"),
    (r"(?m)(?:(?<=^)|(?<=[\s(\[*_—–-]))'(?=\S)", "‘"),
    (r"(?<=\S)'", "’"),
    (r"\.{3}", "…"),
)


@lru_cache(maxsize=2)
def _rules(language: str) -> list[tuple[re.Pattern[str], str]]:
    """The rules of a language, made ready when they are first wanted: hardly a call wants those of both."""
    return [(re.compile(pattern), put) for pattern, put in (_FRENCH if language == "fr" else _ENGLISH)]


def spoken(text: str, address: Address) -> str:
    """The text in one form of address: `{Choisissez|Choisis}` becomes one of its sides."""
    side = r"\1" if address == "vous" else r"\2"
    return _outside_literals(text, lambda plain: _ADDRESSED.sub(side, plain))


def typeset(text: str, language: str) -> str:
    """The text with the apostrophes, spaces and dots that readers of the language expect; idempotent."""

    def apply(plain: str) -> str:
        for pattern, replacement in _rules(language):
            plain = pattern.sub(replacement, plain)
        return plain

    return _outside_literals(text, apply)


def typeset_message(text: str, language: str, exact: Iterable[str] = ()) -> str:
    """A message with its punctuation as readers expect it, around names that must stay as they are.

    Those are what is given as `exact`, what stands in quotation marks, and whatever looks like a file.
    """
    if _HOLE in text:
        return text
    held: list[str] = []

    def hold(found: re.Match[str]) -> str:
        held.append(found[0])
        return f"{_HOLE}{len(held) - 1}{_HOLE}"

    names = "|".join(re.escape(one) for one in sorted(set(exact), key=len, reverse=True) if one.strip())
    pattern = re.compile(f"{names}|{_NAMES}" if names else _NAMES)
    return re.sub(_FILLED, lambda found: held[int(found[1])], typeset(pattern.sub(hold, text), language))


def _outside_literals(text: str, change: Callable[[str], str]) -> str:
    pieces = _LITERAL.split(text)
    return "".join(piece if place % 2 else change(piece) for place, piece in enumerate(pieces))


def numeral(number: int, language: str) -> str:
    """A whole number as people write it: large ones in groups of three digits."""
    return f"{number:,}".replace(",", NARROW) if language == "fr" else f"{number:,}"
