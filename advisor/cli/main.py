"""The entry: reads the arguments, hands over to one command, turns errors into one line and an exit code.

Knows no command from the inside and imports none before it is asked for, so that `--help` stays fast.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.errors import FAILED, WRONG_USAGE, AdvisorError
from advisor.model import Language

if TYPE_CHECKING:
    from advisor.cli.setting import Setting

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit code: 0 done, 1 could not be done, 2 wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = _spoken(given)
    from advisor.cli.options import parse

    try:
        return _run(parse(given, language), language)
    except AdvisorError as error:
        print(f"advisor: {error.said(language)}", file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # whoever read the output has gone; nothing more may be written, not even when Python closes it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as leaving:  # argparse leaves this way
        return leaving.code if isinstance(leaving.code, int) else WRONG_USAGE


def _spoken(given: Sequence[str]) -> Language:
    """The language for help and errors, before the arguments are understood."""
    from advisor.settings import screen_language

    for place, one in enumerate(given):
        if one.startswith("--lang="):
            return screen_language(one.partition("=")[2])
        if one == "--lang" and place + 1 < len(given):
            return screen_language(given[place + 1])
    return screen_language(os.environ.get("ADVISOR_LANG", "auto"))


def _run(options: Namespace, language: Language) -> int:
    from advisor.cli.setting import Setting

    setting = Setting.of(options, language)
    match options.command:
        case "ask":
            from advisor.cli import ask

            return ask.run(options.question, setting, as_json=options.json, as_conversation=options.conversation)
        case "paths":
            from advisor.cli import paths

            return paths.run(options.path, setting, as_json=options.json)
        case "check":
            from advisor.cli import check

            return check.run([Path(one) for one in options.directories], options.json, setting.packs())
        case "templates":
            from advisor.cli import templates

            return templates.run(options.template)
        case _:
            return _talk(setting)


def _talk(setting: "Setting") -> int:
    """The chat, where there is a terminal to draw it on."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print(f"advisor: {NO_TERMINAL[setting.language]}", file=sys.stderr)
        return WRONG_USAGE
    from advisor.tui.app import run

    return run(setting.opener(), setting.settings, setting.places, lang=setting.lang, notices=setting.notices)


NO_TERMINAL: dict[Language, str] = {
    "fr": "il n'y a pas de terminal ici ; pour une question sans écran : advisor ask VOTRE QUESTION",
    "en": "there is no terminal here; to ask without a screen: advisor ask YOUR QUESTION",
}
