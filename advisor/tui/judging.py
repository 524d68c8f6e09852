"""What a person thinks of an answer, kept beside the screen; knows the store by its port alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.tui.over import OverTalkApp

if TYPE_CHECKING:
    from advisor.store.records import Verdict
    from advisor.tui.record import Record
    from advisor.tui.screens.talk import TalkScreen
    from advisor.tui.words import Wording


class JudgingApp(OverTalkApp, inherit_bindings=False):
    """An application whose answers can be judged; its heir holds the talk and the record."""

    _record: Record
    _talk: TalkScreen
    _wording: Wording

    def _do_good(self, words: str = "") -> None:
        self._judge("up", words)

    def _do_bad(self, words: str = "") -> None:
        self._judge("down", words)

    def _judge(self, verdict: Verdict, word: str) -> None:
        answer = self._talk.last_answer
        if answer is None:
            self.tell(self._wording("nothing_to_judge"))
            return
        reply, turn = answer.reply, answer.turn
        self._record.beside(lambda store: store.lessons.judge(reply, verdict, word, turn))
        answer.show_verdict(verdict, word)
        wording = self._wording
        self.tell(wording(f"judged_{verdict}", reject=wording.key("reject"), bad=wording.key("bad")))
