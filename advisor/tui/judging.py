"""What a person thinks of an answer, kept beside the screen; knows the store by its port alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.tui.messages import Told
from advisor.tui.over import OverTalkApp

if TYPE_CHECKING:
    from advisor.reply import Reply
    from advisor.store.records import Verdict
    from advisor.tui.ports import Conversation
    from advisor.tui.record import Record
    from advisor.tui.screens.talk import TalkScreen
    from advisor.tui.words import Wording


class JudgingApp(OverTalkApp, inherit_bindings=False):
    """An application whose answers can be judged; its heir holds the talk and the record."""

    _record: Record
    _confirmed: Reply | None = None
    """The answer that was called right last, after one that missed."""
    _talk: TalkScreen
    _wording: Wording

    def _do_good(self, words: str = "") -> None:
        self._judge("up", words)

    def _do_bad(self, words: str = "") -> None:
        self._judge("down", words)

    def _judge(self, verdict: Verdict, word: str) -> None:
        if (being_read := self._being_read()) is not None:
            turn = being_read.turn_in_sight()
            if turn is not None and turn.id is not None:
                self._keep_verdict(turn.reply, verdict, word, turn.id)
                being_read.show_verdict(turn.id, verdict, word)
        elif (answer := self._talk.last_answer) is None:
            self.tell(self._wording("nothing_to_judge"))
        else:
            self._keep_verdict(answer.reply, verdict, word, answer.turn)
            answer.show_verdict(verdict, word)
            self._teach(answer.reply, verdict)

    def _keep_verdict(self, reply: Reply, verdict: Verdict, word: str, turn: str | None) -> None:
        self._record.beside(lambda store: store.lessons.judge(reply, verdict, word, turn))
        self.tell(self._noted(verdict))

    def _noted(self, verdict: Verdict) -> str:
        wording = self._wording
        return wording(f"judged_{verdict}", reject=wording.key("reject"), bad=wording.key("bad"))

    def _teach(self, reply: Reply, verdict: Verdict) -> None:
        """Have a good answer after one that missed be learnt, and unlearnt where that was a mistake."""
        if verdict == "down" and reply is not self._confirmed:
            return
        self._confirmed = reply if verdict == "up" else None

        def react(talk: Conversation) -> str:
            from advisor.tui.ports import Learner  # not before the first picture

            if not isinstance(talk, Learner):
                return ""
            return talk.confirm() if verdict == "up" else talk.withdraw()

        noted = self._noted(verdict)
        self._engine.react(reply, react, lambda said: self.post_message(Told(f"{noted} {said}")))
