"""The one place where words of the interface become what a person reads: forms of address, apostrophes, spaces."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.model import Address, Language


_ADDRESS = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")


@lru_cache(maxsize=1024)
def set_in_type(text: str, language: Language, address: Address) -> str:
    """A text with one form of address chosen and its punctuation as printers set it."""
    text = _ADDRESS.sub(r"\1" if address == "vous" else r"\2", text).replace("'", "’")
    if language == "fr":
        text = re.sub(r" +([;!?])", "\u202f\\1", text)
        text = re.sub(r" +:", "\u00a0:", text)
        text = re.sub(r"« *", "«\u00a0", text)
        text = re.sub(r" *»", "\u00a0»", text)
    return text
