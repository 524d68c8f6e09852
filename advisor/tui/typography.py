"""The one place where words of the interface become what a person reads: forms of address, apostrophes, spaces."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from advisor.text.typography import spoken, typeset

if TYPE_CHECKING:
    from advisor.model import Address, Language


@lru_cache(maxsize=1024)
def set_in_type(text: str, language: Language, address: Address) -> str:
    """A text with one form of address chosen and its punctuation as printers set it."""
    return typeset(spoken(text, address), language)
