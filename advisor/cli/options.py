"""What the command line understands: commands, options and their help in both languages; does nothing itself."""

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from advisor import __version__
from advisor.errors import WRONG_USAGE
from advisor.model import Language

HELP: dict[str, dict[Language, str]] = {
    "program": {
        "fr": "Conseils de carrière pour community managers. Sans commande : la conversation dans le terminal.",
        "en": "Career advice for community managers. Without a command: the conversation in the terminal.",
    },
    "examples": {
        "fr": "Exemples :\n  advisor\n  advisor ask comment trouver un premier poste\n"
        "  advisor ask --json 'combien coûte un blog ?'\n  advisor check mon-dossier",
        "en": "Examples:\n  advisor\n  advisor ask how do I find a first job\n"
        "  advisor ask --json 'what does a blog cost?'\n  advisor check my-folder",
    },
    "ask": {"fr": "répond à une question et se termine", "en": "answers one question and ends"},
    "chat": {
        "fr": "la même conversation ligne à ligne, sans plein écran",
        "en": "the same conversation line by line, with no full screen",
    },
    "paths": {"fr": "les parcours d'apprentissage, ou l'un d'eux", "en": "the learning paths, or one of them"},
    "check": {"fr": "vérifie un dossier de connaissances", "en": "checks a directory of knowledge"},
    "templates": {
        "fr": "montre les questions qu'un modèle de phrase donne",
        "en": "lists the questions that a template stands for",
    },
    "question": {
        "fr": "la question, sans guillemets ; - : une question par ligne sur l'entrée standard",
        "en": "the question, quotes not needed; -: one question a line from standard input",
    },
    "conversation": {
        "fr": "les lignes forment une conversation ; une ligne vide en commence une autre",
        "en": "the lines are one conversation; an empty line starts another",
    },
    "path": {"fr": "l'identifiant d'un parcours, par exemple P4", "en": "the id of a path, for example P4"},
    "dir": {
        "fr": "le dossier à vérifier ; sinon, les connaissances en usage",
        "en": "the directory; else the knowledge in use",
    },
    "template": {"fr": "un modèle, un fichier ou un dossier", "en": "a template, a file or a directory"},
    "lang": {
        "fr": "langue : fr, en, ou auto (celle de la question)",
        "en": "language: fr, en, or auto (the question's own)",
    },
    "json": {"fr": "écrit du JSON", "en": "writes JSON"},
    "knowledge": {
        "fr": "un dossier de connaissances posé par-dessus celles d'origine ; peut se répéter",
        "en": "a directory of knowledge laid over the built-in one; may be repeated",
    },
    "only": {
        "fr": "les dossiers donnés remplacent les connaissances d'origine",
        "en": "the directories given replace the built-in knowledge",
    },
    "data": {
        "fr": "le dossier où le programme garde vos données",
        "en": "the directory where the program keeps your data",
    },
    "version": {"fr": "montre la version et se termine", "en": "shows the version and ends"},
    "help": {"fr": "montre cette aide et se termine", "en": "shows this help and ends"},
    "options": {"fr": "options", "en": "options"},
    "commands": {"fr": "commandes", "en": "commands"},
    "usage": {"fr": "usage : ", "en": "usage: "},
    "see": {"fr": "voir", "en": "see"},
}


class Parser(argparse.ArgumentParser):
    """A parser that names what is wrong in one line and ends with the exit code of wrong usage."""

    language: Language = "fr"

    def error(self, message: str) -> NoReturn:
        """End with one line on standard error."""
        print(f"advisor: {message} ({HELP['see'][self.language]} advisor --help)", file=sys.stderr)
        sys.exit(WRONG_USAGE)

    def format_usage(self) -> str:
        """The usage line under its name in the language."""
        return super().format_usage().replace("usage: ", HELP["usage"][self.language], 1)

    def format_help(self) -> str:
        """The whole help, the usage line under its name in the language."""
        return super().format_help().replace("usage: ", HELP["usage"][self.language], 1)


def parser(language: Language) -> Parser:
    """The parser of everything that `advisor` understands, with help in a language."""

    def said(key: str) -> str:
        return HELP[key][language]

    shared = _shared(said)
    main = Parser(
        "advisor",
        description=said("program"),
        epilog=said("examples"),
        parents=[shared],
        add_help=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    main.language = language
    main.add_argument("--version", action="version", version=f"advisor {__version__}", help=said("version"))
    main._optionals.title = said("options")
    commands = main.add_subparsers(dest="command", metavar="COMMAND", title=said("commands"), parser_class=Parser)

    def command(name: str) -> Parser:
        added: Parser = commands.add_parser(
            name, help=said(name), description=said(name), parents=[shared], add_help=False, allow_abbrev=False
        )
        added.language = language
        added._optionals.title = said("options")
        added._positionals.title = "arguments"
        return added

    ask = command("ask")
    ask.add_argument("question", nargs="*", metavar="QUESTION", help=said("question"))
    ask.add_argument("--conversation", action="store_true", help=said("conversation"))
    command("paths").add_argument("path", nargs="?", metavar="ID", help=said("path"))
    command("check").add_argument("directories", nargs="*", metavar="DIR", help=said("dir"))
    command("templates").add_argument("template", metavar="TEMPLATE", help=said("template"))
    return main


def _shared(said: Callable[[str], str]) -> Parser:
    """The options that every command understands, before or behind its name."""
    shared = Parser(add_help=False, argument_default=argparse.SUPPRESS, allow_abbrev=False)
    shared.add_argument("--help", "-h", action="help", help=said("help"))
    shared.add_argument("--lang", choices=("fr", "en", "auto"), help=said("lang"))
    shared.add_argument("--json", action="store_true", help=said("json"))
    shared.add_argument("--knowledge", action="append", metavar="DIR", help=said("knowledge"))
    shared.add_argument("--only", action="store_true", help=said("only"))
    shared.add_argument("--data", metavar="DIR", help=said("data"))
    return shared


def parse(arguments: Sequence[str], language: Language) -> argparse.Namespace:
    """The arguments as a namespace with every option in it; ends the program on wrong usage or for help."""
    defaults = argparse.Namespace(command=None, lang=None, json=False, knowledge=None, only=False, data=None)
    # `advisor ask -` and questions that hold a lone dash: argparse takes `-` for an argument, as it should
    return parser(language).parse_args(list(arguments), defaults)
