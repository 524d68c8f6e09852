"""The entry: reads the arguments, hands over to one command, turns errors into one line and an exit code.

Knows no command from the inside and imports none before it is asked for, so that `--help` stays fast.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from advisor import __version__
from advisor.cli.streams import give_up_output, is_terminal, say, speak, speak_utf8
from advisor.errors import DONE, FAILED, WRONG_USAGE, AdvisorError

if TYPE_CHECKING:
    from advisor.cli.call import Call
    from advisor.cli.setting import Setting
    from advisor.model import Language

INTERRUPTED = 130
CALM = 50_000
"""Objects made before garbage is looked for: a question makes fewer, and looking costs it a twentieth of its time."""

NO_TERMINAL: dict[Language, str] = {
    "fr": "il n'y a pas de terminal ici ; pour une question : advisor ask VOTRE QUESTION ; pour converser : advisor chat",
    "en": "there is no terminal here; to ask a question: advisor ask YOUR QUESTION; to converse: advisor chat",
}
REFUSED: dict[Language, str] = {
    "fr": "le système a refusé : {reason}.",
    "en": "the system refused: {reason}.",
}
FAULT: dict[Language, str] = {
    "fr": "une erreur du programme l'a arrêté ({kind}) ; ce qui s'est passé est noté dans {log}.",
    "en": "a fault of the program stopped it ({kind}); what happened is noted in {log}.",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit code: 0 done, 1 could not be done, 2 wrong usage, 130 interrupted."""
    gc.set_threshold(CALM)
    given = list(sys.argv[1:] if arguments is None else arguments)
    language: Language = "fr"
    try:
        from advisor.cli.setting import spoken

        language = spoken(given)
        speak(language, given)
        speak_utf8()
        code = _run(given, language)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except AdvisorError as error:
        say(f"advisor: {error.said(language)}")
        return error.exit_code
    except BrokenPipeError:
        give_up_output()  # whoever read it has gone, and knows
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        give_up_output()
        from advisor.reasons import reason_of

        reason = reason_of(error)[language]
        say(f"advisor: {REFUSED[language].format(reason=f'{reason} ({error.filename})' if error.filename else reason)}")
        return FAILED
    except Exception as error:  # noqa: BLE001 - the outermost edge: one sentence for the person, the trace in the log
        say(f"advisor: {FAULT[language].format(kind=type(error).__name__, log=_noted(error, given))}")
        return FAILED


def _noted(error: Exception, given: Sequence[str]) -> Path:
    """Keep the trace of a fault, and say where."""
    from advisor.cli.setting import places_of
    from advisor.tui.faults import FaultLog

    log = places_of(given).state / "faults.log"
    FaultLog(log).keep(error)
    return log


def _run(given: Sequence[str], language: Language) -> int:
    from advisor.cli.call import understood
    from advisor.cli.options import HELP, VERSION

    call = understood(given)
    if call.has(HELP):
        from advisor.cli.help import help_text

        print(help_text(call.command, language))
        return DONE
    if call.has(VERSION):
        print(f"advisor {__version__}")
        return DONE
    return _carry_out(call, language)


def _carry_out(call: Call, language: Language) -> int:
    from advisor.cli.options import CONVERSATION, JSON, YAML, YES
    from advisor.cli.setting import Setting

    setting = Setting.of(call, language)
    as_json = call.has(JSON)
    match call.command.name if call.command else "":
        case "ask":
            from advisor.cli import ask

            return ask.run(call.words, setting, as_json=as_json, as_conversation=call.has(CONVERSATION))
        case "chat":
            from advisor.cli import chat

            return chat.run(setting)
        case "paths":
            from advisor.cli import paths

            return paths.run(call, setting, as_json=as_json)
        case "check":
            from advisor.cli import check

            return check.run([Path(one) for one in call.words], as_json, setting.packs(), language)
        case "eval":
            from advisor.cli import eval as measure

            return measure.run(call, setting, as_json=as_json)
        case "gaps":
            from advisor.cli import gaps

            return gaps.run(call.words, setting, as_json=as_json, as_patch=call.has(YAML))
        case "data":
            from advisor.cli import data

            return data.run(call.words, setting, as_json=as_json, without_asking=call.has(YES))
        case "completions":
            from advisor.cli import completions

            return completions.run(call.words[0], language)
        case "templates":
            from advisor.cli import templates

            return templates.run(call.words[0], language)
        case _:
            return _talk(setting)


def _talk(setting: Setting) -> int:
    """The chat, where there is a terminal to draw it on."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        say(f"advisor: {NO_TERMINAL[setting.language]}")
        return WRONG_USAGE
    # Nothing that the first picture is made of is garbage, and looking for some costs it a tenth of its time.
    gc.disable()
    from advisor.tui.app import run

    return run(
        setting.opener(),
        setting.settings,
        setting.places,
        lang=setting.lang,
        notices=setting.notices,
        introduce=not setting.only,
    )
