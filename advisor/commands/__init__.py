"""The one table of what a person can tell the program to do, by key, by slash and by plain word; knows no screen.

Key bindings, the line of keys, help, completion and the command list are all made from it, so that none of
them can promise what another doesn't keep.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING

from advisor.commands.browse import BROWSE
from advisor.commands.command import Command, Order, Place
from advisor.commands.hands import HANDS
from advisor.commands.keys import all_spelt, spelt
from advisor.commands.learn import LEARN
from advisor.commands.past import PAST
from advisor.commands.take import TAKE
from advisor.commands.talk import TALK

if TYPE_CHECKING:
    from advisor.model import Language


__all__ = [
    "BY_ID",
    "COMMANDS",
    "Command",
    "Order",
    "Place",
    "all_spelt",
    "completions",
    "meant",
    "nearest",
    "ordered",
    "plain",
    "spelt",
]

COMMANDS: tuple[Command, ...] = (*TALK, *BROWSE, *TAKE, *LEARN, *PAST, *HANDS)
BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}


def plain(text: str) -> str:
    """A message reduced to what a name is compared by: lower case, no accents, single spaces, no closing marks."""
    spread = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    bare = "".join(c for c in spread if not unicodedata.combining(c))
    return re.sub(r"[\s,.;:!?…-]+", " ", bare).strip()


def _spellings() -> dict[str, Command]:
    found: dict[str, Command] = {}
    for command in COMMANDS:
        for names in command.names.values():
            found |= {f"/{plain(name)}": command for name in names}
        found |= {plain(alias): command for alias in command.aliases}
    return found


_SPELLINGS = _spellings()
_LONGEST = max(map(len, _SPELLINGS)) + 8
NEAR = 0.65
"""From which likeness on a name is suggested for one that isn't there."""
LONGEST_ORDER = 1_000
"""Characters of a command with the words behind it; what is longer is a question."""


def meant(message: str) -> Command | None:
    """The command that a whole message means, by slash or by plain word; a question means none."""
    message = message.strip()
    if len(message) > _LONGEST or "\n" in message:
        return None
    if message.startswith("/"):
        return _SPELLINGS.get(f"/{plain(message[1:])}")
    return _SPELLINGS.get(plain(message))


def ordered(message: str) -> Order | None:
    """The command that a message gives, with the words behind it; a question gives none."""
    message = message.strip()
    command = meant(message)
    if command is not None:
        return Order(command)
    first, _, rest = message.partition(" ")
    if not rest or "\n" in message or len(message) > LONGEST_ORDER:
        return None
    command = meant(first)
    if command is None or command.words is None:
        return None
    if not first.startswith("/") and not _may_follow(rest, command):
        return None
    return Order(command, rest.strip())


def _may_follow(rest: str, command: Command) -> bool:
    """Whether words behind a plain word leave it the command that it is alone."""
    words = plain(rest).split()
    return set(words) <= set(command.after_alias) or words[0] in command.anything_after


def completions(typed: str, language: Language) -> list[tuple[str, Command]]:
    """Slash names that begin as typed, with their commands: those of the language first, no command twice."""
    if not typed.startswith("/"):
        return []
    beginning = plain(typed[1:])
    found: dict[str, tuple[str, Command]] = {}
    for tongue in sorted(("fr", "en"), key=lambda code: code != language):
        for command in COMMANDS:
            for name in command.names.get(tongue, ()):
                if plain(name).startswith(beginning):
                    found.setdefault(command.id, (f"/{name}", command))
    return list(found.values())


def nearest(typed: str, language: Language) -> str | None:
    """The slash name that was probably meant by one that isn't there, if any: one of the language before the other's."""
    import difflib  # here, since who names a command that there is never needs it

    first = plain(typed.strip().lstrip("/").partition(" ")[0])[: 2 * _LONGEST]
    for tongue in sorted(("fr", "en"), key=lambda code: code != language):
        known = {plain(name): name for command in COMMANDS for name in command.names.get(tongue, ())}
        if found := difflib.get_close_matches(first, known, n=1, cutoff=NEAR):
            return f"/{known[found[0]]}"
    return None
