"""Writes the help of the program and of each command from the table of options; decides nothing."""

import shutil
import textwrap
from collections.abc import Sequence

from advisor.cli.examples import OF_COMMANDS
from advisor.cli.options import COMMANDS, DESCRIPTION, EXAMPLES, PROGRAM, SHARED, Command, Option
from advisor.model import Language

WIDEST = 100
_INDENT = "  "
_GAP = 2

SAID: dict[Language, dict[str, str]] = {
    "fr": {
        "usage": "Usage : ",
        "commands": "Commandes",
        "arguments": "Arguments",
        "options": "Options",
        "examples": "Exemples",
        "more": "advisor COMMANDE --help en dit plus sur une commande.",
        "command": "COMMANDE",
        "option": "option",
    },
    "en": {
        "usage": "Usage: ",
        "commands": "Commands",
        "arguments": "Arguments",
        "options": "Options",
        "examples": "Examples",
        "more": "advisor COMMAND --help says more of a command.",
        "command": "COMMAND",
        "option": "option",
    },
}


def help_text(command: Command | None, language: Language) -> str:
    """The help of a command, or of the program as a whole."""
    said = SAID[language]
    width = min(WIDEST, max(40, shutil.get_terminal_size((80, 24)).columns))
    if command is None:
        lines = _usage(f"{PROGRAM} [{said['option']} ...] [{said['command']} ...]", said["usage"], width)
        lines += textwrap.wrap(DESCRIPTION[language], width)
        lines += _block(said["commands"], [(one.name, one.help[language]) for one in COMMANDS], width)
    else:
        words = f" {_words(command, language)}" if command.words else ""
        lines = _usage(f"{PROGRAM} {command.name} [{said['option']} ...]{words}", said["usage"], width)
        lines += textwrap.wrap(f"{PROGRAM} {command.name} {command.help[language]}.", width)
        if command.words and command.words_help:
            lines += _block(said["arguments"], [(command.words[language], command.words_help[language])], width)
    options = command.understood if command else SHARED
    lines += _block(said["options"], [(_spelt(one, language), one.help[language]) for one in options], width)
    if command is None:
        lines += ["", *textwrap.wrap(said["more"], width)]
    examples = OF_COMMANDS[command.name] if command else EXAMPLES
    lines += ["", said["examples"], *(f"{_INDENT}{example}" for example in examples[language])]
    return "\n".join(lines)


def _usage(call: str, label: str, width: int) -> list[str]:
    return [*textwrap.wrap(label + call, width, subsequent_indent=" " * len(label)), ""]


def _words(command: Command, language: Language) -> str:
    word = (command.words or {}).get(language, "") + (" ..." if command.most is None else "")
    return word if command.least else f"[{word}]"


def _spelt(option: Option, language: Language) -> str:
    names = f"{option.name}, {option.short}" if option.short else option.name
    if option.choices:
        return f"{names} {{{','.join(option.choices)}}}"
    return f"{names} {option.value[language]}" if option.value else names


def _block(title: str, rows: Sequence[tuple[str, str]], width: int) -> list[str]:
    """A titled table of two columns; where it is narrow, what is said stands below what it is said of."""
    room = max(len(name) for name, _ in rows) + _GAP
    stacked = width - len(_INDENT) - room < 24
    lines = ["", title]
    for name, said in rows:
        if stacked:
            lines.append(f"{_INDENT}{name}")
            lines += textwrap.wrap(said, width, initial_indent=_INDENT * 3, subsequent_indent=_INDENT * 3)
            continue
        hang = _INDENT + " " * room
        lines += textwrap.wrap(said, width, initial_indent=f"{_INDENT}{name:<{room}}", subsequent_indent=hang)
    return lines
