"""What a command is: an id, a place, words, keys and names; knows no particular command and no screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from advisor.model import Language, Words


Place = Literal["talk", "prompt", "edit", "choice", "list", "path"]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do; keys are spelt as Textual spells them."""

    id: str
    place: Place
    """Where it applies: in the talk, on the prompt, in any field that is typed in, on a choice, in a list or a text."""
    label: Words
    """One or two words, for the line of keys."""
    help: Words
    """One sentence."""
    keys: tuple[str, ...] = ()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Language to what follows the slash; the first name is the one that is shown."""
    aliases: tuple[str, ...] = ()
    """Plain words of either language that mean the command when they are the whole message."""
    rank: int = 0
    """Place in the line of keys, 1 first; 0 stays out of it."""
    words: Words | None = None
    """What may follow the slash name, as the help shows it; None where nothing may."""
    after_alias: tuple[str, ...] = ()
    """The only words that may follow a plain word, too: with others, the message is a question."""
    anything_after: tuple[str, ...] = ()
    """Words of which one must come right behind a plain word before anything else may follow."""

    def name(self, language: Language) -> str:
        """The slash name to show in a language, or nothing where the command has none."""
        names = self.names.get(language, ())
        return f"/{names[0]}" if names else ""

    def call(self, language: Language) -> str:
        """The slash name with what may follow it."""
        return f"{self.name(language)} [{self.words[language]}]" if self.words else self.name(language)


NUMBERS = tuple(map(str, range(1, 21)))
"""The numbers that a list on lines gives, as words behind a plain word."""
PATHS = tuple(f"{letter}{number}" for letter in "fp" for number in ("", *range(1, 100)))
"""What ids of paths look like."""
STEPS = (*PATHS, *map(str, range(1, 100)))
"""What ids of steps consist of, as `P9.1` does of two."""


@dataclass(frozen=True, slots=True)
class Order:
    """A command that was given, with the words behind it."""

    command: Command
    words: str = ""
