"""Takes along what was said: to the clipboard and into files; knows no engine and draws nothing.

Tools and disks may take their time, so both are reached from a thread, which only posts what came of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from advisor.commands import BY_ID
from advisor.errors import AdvisorError
from advisor.tui.background import in_background
from advisor.tui.messages import Exported, ExportRefused, Told
from advisor.tui.over import OverTalkApp

if TYPE_CHECKING:
    from advisor.export.file import Wish
    from advisor.export.models import Model
    from advisor.export.transcript import Transcript, Turn
    from advisor.reply import Reply
    from advisor.tui.screens.talk import TalkScreen
    from advisor.tui.words import Wording


class TakingApp(OverTalkApp, inherit_bindings=False):
    """An application from whose talk one can copy and export; its heir holds the talk."""

    _wording: Wording
    _talk: TalkScreen

    def turns(self) -> Sequence[Turn]:
        """What was asked and answered: in the past conversation that is being read, else in the talk."""
        being_read = self._being_read()
        return being_read.turns_shown() if being_read else self._talk.turns

    def _reply_in_sight(self) -> Reply | None:
        """The answer that is being read: in a past conversation the one in sight, else the last of the talk."""
        being_read = self._being_read()
        turn = being_read.turn_in_sight() if being_read else next(reversed(self._talk.turns), None)
        return turn.reply if turn else None

    def copy_to_clipboard(self, text: str) -> None:
        """Ask the terminal to put a text on the clipboard, through tmux or screen as well."""
        from advisor.export.clipboard import printable, sequence

        self._clipboard = printable(text)
        if self._driver is not None:
            self._driver.write(sequence(text))

    def take_to_clipboard(self, text: str, what: str) -> None:
        """Copy a text by the terminal and by the system's tool, and say which of them it was."""
        self.copy_to_clipboard(text)
        language = self._wording.language
        export = BY_ID["export"].name(language)

        def hand_over() -> None:
            from advisor.export.clipboard import Copied, by_tool
            from advisor.export.said import copied

            self.post_message(Told(copied(what, text, Copied(by_tool(text), terminal=True), language, export)))

        in_background(hand_over, "copying")

    def _say(self, key: str, **values: object) -> str:
        from advisor.export.said import say

        return say(key, self._wording.language, **values)

    def _transcript(self) -> Transcript:
        from advisor.export.transcript import Transcript

        return Transcript(tuple(self.turns()), self._wording.language)

    def _do_copy(self) -> None:
        from advisor.export.plain import answer_text

        if (reply := self._reply_in_sight()) is None:
            self.tell(self._say("nothing"))
        else:
            self.take_to_clipboard(answer_text(reply), self._say("answer"))

    def _do_copy_all(self) -> None:
        from advisor.export.plain import conversation_text

        if not self.turns():
            self.tell(self._say("nothing"))
        else:
            self.take_to_clipboard(conversation_text(self._transcript()), self._say("conversation"))

    def _do_copy_model(self, words: str = "") -> None:
        from advisor.export.models import chosen, models_of

        reply = self._reply_in_sight()
        models = models_of(reply) if reply else ()
        if not models:
            self.tell(self._say("no_model"))
        elif (model := chosen(models, words)) is not None:
            self._copy_model(model)
        else:
            from advisor.tui.screens.taking import ModelsScreen

            def copy(id: str | None) -> None:
                if id is not None:
                    self._copy_model(models[int(id)])

            self.push_screen(ModelsScreen(self._wording, models), copy)

    def _copy_model(self, model: Model) -> None:
        self.take_to_clipboard(model.text, self._say("model", label=model.label))

    def _do_export(self, words: str = "") -> None:
        from advisor.export.file import wish

        transcript = self._transcript()
        if not transcript.turns:
            self.tell(self._say("nothing_to_export"))
        elif words:
            self._export(transcript, wish(words))
        else:
            from advisor.tui.screens.taking import ExportScreen

            self.push_screen(
                ExportScreen(self._wording, transcript.turns[0].at, lambda wanted: self._export(transcript, wanted))
            )

    def _export(self, transcript: Transcript, wanted: Wish) -> None:
        def write() -> None:
            from advisor.export.file import written

            try:
                self.post_message(Exported(written(transcript, wanted)))
            except AdvisorError as refused:
                self.post_message(ExportRefused(refused))

        in_background(write, "exporting")

    async def on_exported(self, event: Exported) -> None:
        """Say where it went."""
        from advisor.export.said import exported
        from advisor.tui.screens.taking import ExportScreen

        if isinstance(self.screen, ExportScreen):
            self.pop_screen()
        await self._note(lambda wording: exported(event.done, wording.language))

    async def on_export_refused(self, event: ExportRefused) -> None:
        """Say why nothing was saved; whoever chose it from the form can do so again."""
        from advisor.export.said import not_written
        from advisor.tui.screens.taking import ExportScreen

        error = event.error

        def refused(wording: Wording) -> str:
            return not_written(error, wording.language)

        if isinstance(self.screen, ExportScreen):
            self.screen.try_again()
            self.tell(refused(self._wording), warning=True)
        else:
            await self._note(refused, warning=True)

    async def _note(self, say: Callable[[Wording], str], *, warning: bool = False) -> None:
        """Let the talk say what must not vanish while it is read; over another screen, say it in passing as well."""
        await self._talk.note(say, warning=warning)
        if self.screen is not self._talk:
            self.tell(say(self._wording), warning=warning)
