"""`advisor ask`: questions from arguments or standard input, replies as text or JSON; decides no answer."""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from advisor.cli.setting import Setting
from advisor.cli.streams import is_terminal, write_json
from advisor.errors import DONE, AdvisorError, UsageError
from advisor.reply import Reply

if TYPE_CHECKING:
    from advisor.talk.conversation import Conversation


def run(words: Sequence[str], setting: Setting, *, as_json: bool, as_conversation: bool) -> int:
    """Answer one question, or one a line; raises UsageError without a question, AdvisorError where input is no text."""
    from_input = list(words) == ["-"] or (not words and sys.stdin is not None and not is_terminal(sys.stdin))
    if not words and not from_input:
        raise UsageError(
            "ask what? For example: advisor ask how do I find a first job",
            "quelle question ? Par exemple : advisor ask comment trouver un premier poste",
        )
    advisor = setting.open(setting.lessons_kept())

    def begin() -> "Conversation":
        return advisor.conversation(setting.answers, setting.address, setting.language)

    def write(reply: Reply) -> None:
        if as_json:
            write_json(reply.as_json())
        else:
            from advisor.cli.render import rendered

            print(rendered(reply, sys.stdout), end="\n\n" if from_input else "\n", flush=True)

    if not from_input:
        write(begin().ask(" ".join(words)))
        return DONE
    talk = begin()
    for line in lines_of_input():
        if as_conversation and not line.strip():
            talk = begin()
            continue
        write(talk.ask(line))
        if not as_conversation:
            talk = begin()
    return DONE


def lines_of_input() -> Iterator[str]:
    """The lines of standard input, each as soon as it is there; raises AdvisorError where one isn't UTF-8."""
    if sys.stdin is None:
        raise AdvisorError("there is no standard input to read.", "il n'y a pas d'entrée standard à lire.")
    for number, raw in enumerate(sys.stdin.buffer, 1):
        try:
            yield raw.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise AdvisorError(
                f"line {number} of standard input isn't UTF-8 (byte {error.start + 1}); save it as UTF-8 and send it again.",
                f"la ligne {number} de l'entrée standard n'est pas en UTF-8 (octet {error.start + 1}) ; "
                "enregistrez-la en UTF-8 et renvoyez-la.",
            ) from None
