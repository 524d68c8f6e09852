"""Sets text as its readers expect it: the form of address, French and English typography; knows no topic.

Writers type straight apostrophes and plain spaces; what people read has typographic ones. Code spans, code blocks and
web addresses are left as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.model import Address

NO_BREAK = "\u00a0"
NARROW = "\u202f"
_ADDRESSED = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
_LITERAL = re.compile(r"(```.*?```|`[^`\n]*`|https?://[^\s)>\]]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+)", re.DOTALL)

_FRENCH: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=\w)'(?=\w|«)|(?<=\w)'(?=\s|$|[*_»])"), "’"),
    (re.compile(r"\.{3}"), "…"),
    (re.compile(f"«[ {NO_BREAK}{NARROW}]*"), f"«{NO_BREAK}"),
    (re.compile(f"[ {NO_BREAK}{NARROW}]*»"), f"{NO_BREAK}»"),
    (re.compile(r" +(?=[;!?])"), NARROW),
    (re.compile(r" +(?=:(?:\s|$))", re.MULTILINE), NO_BREAK),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), NARROW),
    (re.compile(r"(?<=\d) (?=[%€$£](?!\w)|k€|h\b|min\b)"), NO_BREAK),
)
_ENGLISH: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
    (re.compile(r"(?:(?<=^)|(?<=[\s(\[*_—–-]))'(?=\S)", re.MULTILINE), "‘"),
    (re.compile(r"(?<=\S)'"), "’"),
    (re.compile(r"\.{3}"), "…"),
)


def spoken(text: str, address: Address) -> str:
    """The text in one form of address: `{Choisissez|Choisis}` becomes one of its sides."""
    side = r"\1" if address == "vous" else r"\2"
    return _outside_literals(text, lambda plain: _ADDRESSED.sub(side, plain))


def typeset(text: str, language: str) -> str:
    """The text with the apostrophes, spaces and dots that readers of the language expect; idempotent."""
    rules = _FRENCH if language == "fr" else _ENGLISH

    def apply(plain: str) -> str:
        for pattern, replacement in rules:
            plain = pattern.sub(replacement, plain)
        return plain

    return _outside_literals(text, apply)


def _outside_literals(text: str, change: Callable[[str], str]) -> str:
    pieces = _LITERAL.split(text)
    return "".join(piece if place % 2 else change(piece) for place, piece in enumerate(pieces))
