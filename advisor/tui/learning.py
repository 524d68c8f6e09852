"""Lessons on the screen: that an answer was the right one, what was learnt, forgetting it; knows the engine by its ports."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING

from advisor.commands import BY_ID
from advisor.tui.background import in_background
from advisor.tui.exchange import Errand
from advisor.tui.messages import LessonsRead
from advisor.tui.over import OverTalkApp
from advisor.tui.words import Wording

if TYPE_CHECKING:
    from advisor.reply import Reply
    from advisor.tui.ports import Conversation, Learner, OwnPhrasings


class LearningApp(OverTalkApp, inherit_bindings=False):
    """An application whose talk learns; its heir holds the talk."""

    _wording: Wording

    @abstractmethod
    async def have_answered(self, errand: Errand) -> None:
        """Put something to the talk."""

    def _do_accept(self) -> None:
        self._say_to_talk("accept", lambda learner: learner.accept())

    def _do_forget(self, words: str = "") -> None:
        if not words:
            self._say_to_talk("forget", lambda learner: learner.forget())
        elif own := self._own():
            in_background(lambda: self._forget_numbered(own, words.strip()), "forgetting")

    def _do_lessons(self) -> None:
        if own := self._own():
            in_background(lambda: self._read_lessons(own), "lessons")

    def _read_lessons(self, own: OwnPhrasings) -> None:
        self.post_message(LessonsRead(own.all()))

    def on_lessons_read(self, event: LessonsRead) -> None:
        """Show what was learnt; choosing a row forgets it."""
        from advisor.tui.screens.lessons import LessonsScreen

        advisor = self._opened()
        if advisor is None:
            return
        titles = {topic.id: topic.title for topic in advisor.topics()}
        own = advisor.own

        async def forget(id: str) -> None:
            question = next(one.question for one in event.lessons if one.id == id)
            if own is not None:
                in_background(lambda: self._forget(own, id, question), "forgetting")

        if event.lessons:
            self._open_over(LessonsScreen(self._wording, event.lessons, titles), forget)
        else:
            self.tell(self._wording("no_lessons"))

    def _own(self) -> OwnPhrasings | None:
        advisor = self._opened()
        if advisor is not None and advisor.own is None:
            self.tell(self._wording("no_lessons"))
        return advisor.own if advisor else None

    def _forget_numbered(self, own: OwnPhrasings, number: str) -> None:
        lessons = own.all()
        if number.isdecimal() and 0 < int(number) <= len(lessons):
            lesson = lessons[int(number) - 1]
            self._forget(own, lesson.id, lesson.question)
        else:
            self.call_from_thread(self.tell, self._wording("no_such_lesson", typed=number))

    def _forget(self, own: OwnPhrasings, id: str, question: str) -> None:
        said = "forgotten" if own.forget(id) else "no_lessons"
        self.call_from_thread(self.tell, self._wording(said, question=" ".join(question.split())))

    def _say_to_talk(self, command: str, says: Callable[[Learner], Reply]) -> None:
        def work(conversation: Conversation) -> Reply:
            from advisor.tui.ports import Learner  # not before the first picture

            if not isinstance(conversation, Learner):
                raise TypeError(f"{type(conversation).__name__} doesn't learn")
            return says(conversation)

        if self._own() is not None:
            label = self._wording.of(BY_ID[command].label)
            self.call_later(self.have_answered, Errand(label, work, typed=False))
