"""Writes the manual pages, one a language, from the table of options: `python docs/make_manual.py`."""

import re
from collections.abc import Iterator
from pathlib import Path

from advisor import __version__
from advisor.cli.options import COMMANDS, DESCRIPTION, EXAMPLES, PROGRAM, SHARED, Command, Option
from advisor.errors import DONE, FAILED, WRONG_USAGE
from advisor.model import Language, Words

MANUAL = Path(__file__).resolve().parent / "man"

SAID: dict[str, Words] = {
    "name": {"fr": "NOM", "en": "NAME"},
    "synopsis": {"fr": "SYNOPSIS", "en": "SYNOPSIS"},
    "description": {"fr": "DESCRIPTION", "en": "DESCRIPTION"},
    "commands": {"fr": "COMMANDES", "en": "COMMANDS"},
    "options": {"fr": "OPTIONS", "en": "OPTIONS"},
    "environment": {"fr": "ENVIRONNEMENT", "en": "ENVIRONMENT"},
    "exit": {"fr": "CODE DE SORTIE", "en": "EXIT STATUS"},
    "examples": {"fr": "EXEMPLES", "en": "EXAMPLES"},
    "brief": {
        "fr": "conseils de carrière pour community managers, dans le terminal",
        "en": "career advice for community managers, in the terminal",
    },
    "option": {"fr": "option", "en": "option"},
    "command": {"fr": "COMMANDE", "en": "COMMAND"},
    "everywhere": {
        "fr": "Toutes les commandes comprennent ces options, avant ou après leur nom.",
        "en": "Every command understands these, before or behind its name.",
    },
    "more": {
        "fr": "Dans la conversation, /aide montre les touches et les commandes.",
        "en": "In the conversation, /help shows the keys and the commands.",
    },
}
VARIABLES: dict[str, Words] = {
    "ADVISOR_LANG": {"fr": "comme --lang", "en": "as --lang"},
    "ADVISOR_DATA": {"fr": "comme --data", "en": "as --data"},
    "ADVISOR_KNOWLEDGE": {
        "fr": "comme --knowledge ; plusieurs dossiers se séparent comme dans PATH",
        "en": "as --knowledge; several directories are separated as in PATH",
    },
    "NO_COLOR": {"fr": "pas de couleurs", "en": "no colours"},
}
CODES: dict[int, Words] = {
    DONE: {"fr": "fait, même si la question reste sans réponse", "en": "done, even where the question has no answer"},
    FAILED: {
        "fr": "impossible ; une ligne sur l'erreur standard dit pourquoi",
        "en": "it could not be done; one line on standard error says why",
    },
    WRONG_USAGE: {"fr": "mauvais usage", "en": "wrong usage"},
    130: {"fr": "interrompu", "en": "interrupted"},
}


def manual(language: Language) -> str:
    """The page in one language."""
    return "\n".join(_page(language)) + "\n"


def _page(language: Language) -> Iterator[str]:
    def section(key: str) -> str:
        return f".SH {SAID[key][language]}"

    yield '.\\" Made by docs/make_manual.py from advisor/cli/options.py.'
    yield f'.TH {PROGRAM.upper()} 1 "" "Advisor {__version__}"'
    # Words are looked for and copied, so that none is cut.
    yield from (".nh", ".ad l")
    yield section("name")
    yield f"{PROGRAM} \\- {_text(SAID['brief'][language])}"
    yield section("synopsis")
    yield f".B {PROGRAM}"
    yield f"[{SAID['option'][language]} ...]"
    yield f"[\\fI{SAID['command'][language]}\\fR ...]"
    yield section("description")
    yield _text(DESCRIPTION[language])
    yield _text(SAID["more"][language])
    yield section("commands")
    for command in COMMANDS:
        yield from _command(command, language)
    yield section("options")
    yield _text(SAID["everywhere"][language])
    for option in SHARED:
        yield from _option(option, language)
    yield section("environment")
    for name, words in VARIABLES.items():
        yield from (".TP", f".B {name}", _text(f"{words[language]}."))
    yield section("exit")
    for code, words in CODES.items():
        yield from (".TP", f".B {code}", _text(f"{words[language]}."))
    yield section("examples")
    yield ".nf"
    yield from map(_text, EXAMPLES[language])
    yield ".fi"


def _command(command: Command, language: Language) -> Iterator[str]:
    shown = command.words[language] if command.words else ""
    words = _text(shown + (" ..." if command.most is None else ""))
    yield ".TP"
    yield f"\\fB{PROGRAM} {command.name}\\fR" + (f" {words if command.least else f'[{words}]'}" if shown else "")
    yield _text(f"{command.help[language]}.")
    if command.words_help:
        yield from (".br", _text(f"{shown}{' :' if language == 'fr' else ':'} {command.words_help[language]}."))
    if command.options:
        yield ".RS"
        for option in command.options:
            yield from _option(option, language)
        yield ".RE"


def _option(option: Option, language: Language) -> Iterator[str]:
    names = ", ".join(f"\\fB{_text(name)}\\fR" for name in (option.name, option.short) if name)
    value = " " + ("|".join(option.choices) or f"\\fI{_text(option.value[language])}\\fR") if option.value else ""
    yield from (".TP", f"{names}{value}", _text(f"{option.help[language]}."))


def _text(text: str) -> str:
    """A line in which the formatter sees nothing but text."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", text)


PAGES: dict[Path, Language] = {MANUAL / "advisor.1": "en", MANUAL / "fr" / "advisor.1": "fr"}

if __name__ == "__main__":
    for file, language in PAGES.items():
        file.write_text(manual(language), encoding="utf-8")
