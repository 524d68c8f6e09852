"""Reads the arguments of a call against the table of options, or says in either language what is wrong with them.

The standard library's parser would say it in English alone, lose the words of a question that stand behind an option,
and name no nearest spelling.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from advisor.cli.options import COMMAND, COMMANDS, HELP, PROGRAM, SHARED, VERSION, Command, Option
from advisor.errors import UsageError

if TYPE_CHECKING:
    from advisor.model import Language

_OPTION = re.compile(r"--?[A-Za-z]")
"""What begins otherwise is a word, so that `-`, `-5 %` and `->` can stand in a question."""
_ENDS_AT_ONCE = (HELP.name, VERSION.name)
NEAR = 0.65
"""From which likeness on a name is suggested: two letters of five may differ, but no other word is offered for it."""


@dataclass(slots=True)
class Call:
    """The arguments of one call, understood."""

    command: Command | None = None
    words: list[str] = field(default_factory=list)
    """What follows the command's name."""
    switches: set[str] = field(default_factory=set)
    values: dict[str, list[str]] = field(default_factory=dict)
    """Every value given to each option, in order."""

    def has(self, option: Option) -> bool:
        """Whether a switch is on."""
        return option.name in self.switches

    def last(self, option: Option) -> str | None:
        """The value given last, which wins; None where none was given."""
        given = self.values.get(option.name)
        return given[-1] if given else None

    def every(self, option: Option) -> tuple[str, ...]:
        """All values given."""
        return tuple(self.values.get(option.name, ()))


def understood(arguments: Sequence[str]) -> Call:
    """The arguments as a call; raises UsageError at the first that makes no sense, unless help is asked for before."""
    call = Call()
    waiting = deque(arguments)
    while waiting:
        one = waiting.popleft()
        if one == "--":
            for word in waiting:
                _take_word(call, word)
            break
        if _OPTION.match(one):
            name = _take_option(call, one, waiting)
            if name in _ENDS_AT_ONCE:
                return call
        else:
            _take_word(call, one)
    _judge(call)
    return call


def _take_word(call: Call, word: str) -> None:
    if call.command is not None:
        call.words.append(word)
        return
    call.command = COMMAND.get(word)
    if call.command is None:
        near = _nearest(word, COMMAND)
        raise UsageError(
            f"there is no command “{word}”; " + (f"the nearest is {near}" if near else "to ask: advisor ask QUESTION"),
            f"il n'y a pas de commande « {word} » ; "
            + (f"la plus proche est {near}" if near else "pour une question : advisor ask QUESTION"),
        )


def _take_option(call: Call, written: str, waiting: deque[str]) -> str:
    """Note one option, with its value where it has one, and give its name."""
    name, equals, glued = written.partition("=")
    option = _named(name, call.command)
    if not option.value:
        if equals:
            raise UsageError(f"{option.name} takes no value", f"{option.name} ne prend pas de valeur")
        call.switches.add(option.name)
        return option.name
    value = glued if equals else waiting.popleft() if waiting and not _OPTION.match(waiting[0]) else ""
    if not value:
        raise UsageError(
            f"{option.name} needs a value: {_listed(option, 'en')}",
            f"il manque une valeur à {option.name} : {_listed(option, 'fr')}",
        )
    if option.choices and value not in option.choices:
        raise UsageError(
            f"{option.name} can't be “{value}”; choose {_listed(option, 'en')}",
            f"{option.name} ne peut pas valoir « {value} » ; au choix : {_listed(option, 'fr')}",
        )
    call.values.setdefault(option.name, []).append(value)
    return option.name


def _named(name: str, command: Command | None) -> Option:
    """The option of that name, be it another command's: which one is meant may not be known yet."""
    known = [*SHARED, *(option for one in COMMANDS for option in one.options)]
    for option in known:
        if name in (option.name, option.short):
            return option
    near = _nearest(name, [option.name for option in known])
    where = f"{PROGRAM} {command.name}" if command else PROGRAM
    raise UsageError(
        f"there is no option “{name}”; " + (f"the nearest is {near}" if near else f"{where} --help lists them"),
        f"il n'y a pas d'option « {name} » ; "
        + (f"la plus proche est {near}" if near else f"{where} --help les montre toutes"),
    )


def _judge(call: Call) -> None:
    """Refuse options of another command and words that are too few or too many."""
    own = {option.name: command for command in COMMANDS for option in command.options}
    for name in sorted(call.switches | set(call.values)):
        if name in own and own[name] is not call.command:
            belongs = f"{PROGRAM} {own[name].name}"
            raise UsageError(f"{name} goes with {belongs}", f"{name} va avec {belongs}")
    command = call.command
    if command is None:
        return
    what = command.name
    for name, instead in command.without.items():
        if name in call.switches | set(call.values):
            raise UsageError(
                f"{what} doesn't take {name}; {instead['en']}", f"{what} ne prend pas {name} ; {instead['fr']}"
            )
    wanted = command.words or {"fr": "", "en": ""}
    if len(call.words) < command.least:
        raise UsageError(f"{what} needs one word more: {wanted['en']}", f"il manque un mot à {what} : {wanted['fr']}")
    if command.most is not None and len(call.words) > command.most:
        over = call.words[command.most]
        raise UsageError(
            f"{what} takes one {wanted['en']} and no more; “{over}” is too many",
            f"{what} prend un {wanted['fr']} et pas davantage ; « {over} » est de trop",
        )
    for word in call.words[:1] if command.choices else ():
        if word not in command.choices:
            raise UsageError(
                f"{what} doesn't know “{word}”; choose {_listed(command, 'en')}",
                f"{what} ne connaît pas « {word} » ; au choix : {_listed(command, 'fr')}",
            )


def _nearest(name: str, known: Iterable[str]) -> str | None:
    """The name that was probably meant, if any; the dashes that all options share count for nothing."""
    import difflib  # here, since a call that is right never needs it

    bare = {one.lstrip("-"): one for one in known}
    found = difflib.get_close_matches(name.lower().lstrip("-"), bare, n=1, cutoff=NEAR)
    return bare[found[0]] if found else None


def _listed(one: Option | Command, language: Language) -> str:
    if not one.choices:
        return (one.value or {}).get(language, "") if isinstance(one, Option) else ""
    return f"{', '.join(one.choices[:-1])} {'ou' if language == 'fr' else 'or'} {one.choices[-1]}"
