"""Copying and exporting in the conversation on lines: what is written is the same as on the full screen; asks no advisor.

The terminal's clipboard is only spoken to where there is a terminal.
"""

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from advisor.cli.streams import is_terminal
from advisor.commands import BY_ID
from advisor.errors import AdvisorError
from advisor.model import Language

if TYPE_CHECKING:
    from advisor.export.transcript import Turn
    from advisor.reply import Reply

Write = Callable[[str], None]


class Taking:
    """What was said so far, to take along."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._turns: list[Turn] = []

    def remember(self, question: str, reply: "Reply", at: str | None = None) -> None:
        """Keep a turn, until the talk ends or another one begins; `at` is when it was, where that isn't now."""
        from datetime import datetime

        from advisor.export.transcript import Turn

        when = datetime.fromisoformat(at) if at else datetime.now()
        self._turns.append(Turn(question, reply, when.astimezone()))

    @property
    def last(self) -> "Reply | None":
        """The last reply."""
        return self._turns[-1].reply if self._turns else None

    def forget(self) -> None:
        """Begin another talk."""
        self._turns.clear()

    def commands(self) -> Mapping[str, Callable[[str, Language], None]]:
        """What can be done, by the ids of the commands: each is given the words behind it and the language to speak."""
        return {
            "copy": self._copy,
            "copy_model": self._copy_model,
            "copy_all": self._copy_all,
            "export": self._export,
        }

    def _say(self, key: str, language: Language, **values: object) -> None:
        from advisor.export.said import say

        self._write(say(key, language, **values))

    def _copy(self, _words: str, language: Language) -> None:
        from advisor.export.plain import answer_text
        from advisor.export.said import say

        if not self._turns:
            self._say("nothing", language)
        else:
            self._hand_over(answer_text(self._turns[-1].reply), say("answer", language), language)

    def _copy_all(self, _words: str, language: Language) -> None:
        from advisor.export.plain import conversation_text
        from advisor.export.said import say
        from advisor.export.transcript import Transcript

        if not self._turns:
            self._say("nothing", language)
        else:
            text = conversation_text(Transcript(tuple(self._turns), language))
            self._hand_over(text, say("conversation", language), language)

    def _copy_model(self, words: str, language: Language) -> None:
        from advisor.export.models import chosen, models_of
        from advisor.export.said import say

        models = models_of(self._turns[-1].reply) if self._turns else ()
        if not models:
            self._say("no_model", language)
        elif (model := chosen(models, words)) is not None:
            self._hand_over(model.text, say("model", language, label=model.label), language)
        else:
            command = BY_ID["copy_model"].name(language)
            listed = [say("which_model", language, count=len(models), command=command)]
            listed += [f"{number}. {model.label}" for number, model in enumerate(models, 1)]
            self._write("\n".join(listed))

    def _hand_over(self, text: str, what: str, language: Language) -> None:
        from advisor.export.clipboard import Copied, by_tool, sequence
        from advisor.export.said import copied

        at_terminal = is_terminal(sys.stdout)
        if at_terminal:
            sys.stdout.write(sequence(text))
            sys.stdout.flush()
        how = Copied(by_tool(text), terminal=at_terminal)
        self._write(copied(what, text, how, language, BY_ID["export"].name(language)))

    def _export(self, words: str, language: Language) -> None:
        from advisor.export.file import wish, written
        from advisor.export.said import exported, not_written
        from advisor.export.transcript import Transcript

        if not self._turns:
            self._say("nothing_to_export", language)
            return
        try:
            done = written(Transcript(tuple(self._turns), language), wish(words))
        except AdvisorError as refused:
            self._write(not_written(refused, language))
        else:
            self._write(exported(done, language))
