"""What is to be told, before any language: the name of a wording and what goes into it; knows no wording itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Phrase:
    """A wording by its name, with the values of its fields."""

    name: str
    values: tuple[tuple[str, Value], ...] = ()


class Overheard(str):
    """What another program said, in English."""

    __slots__ = ()


Value: TypeAlias = str | int | Phrase | tuple[str | Phrase, ...]
"""A text that is the same in every language, a count, another phrase, or several."""


def phrase(name: str, /, **values: Value) -> Phrase:
    """The wording of that name, filled with the values."""
    return Phrase(name, tuple(values.items()))
