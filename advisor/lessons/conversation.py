"""A talk that learns: an answer turned down and the right one chosen teach its question; knows no store and no screen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor.index.shelf import Shelf
from advisor.lessons.lesson import Lesson
from advisor.lessons.own import CONFIDENCE, OwnPhrasings
from advisor.lessons.wording import SAID
from advisor.match.matcher import Matcher
from advisor.match.reading import languages_of
from advisor.model import Address, Language
from advisor.reply import Reply
from advisor.talk.conversation import Conversation
from advisor.talk.found import AGREEING
from advisor.talk.moves import MoveReader


@dataclass(frozen=True, slots=True)
class _Missed:
    """A question whose reply was turned down, once or several times."""

    question: str
    language: Language
    wrong: tuple[str, ...]


class LearningConversation(Conversation):
    """One talk over one base and what a person has taught."""

    def __init__(
        self,
        matcher: Matcher,
        shelf: Shelf,
        language: Language | None,
        address: Address,
        first_language: Language,
        moves: MoveReader,
        own: OwnPhrasings,
    ) -> None:
        super().__init__(matcher, shelf, language, address, first_language, moves)
        self._own = own
        self._question = ""
        self._missed: _Missed | None = None
        self._lesson = ""
        """The phrasing that was learnt or recognised last."""
        self._confirmed = ""
        """The phrasing that was learnt as an answer was called good."""

    def ask(self, question: str) -> Reply:
        """Reply to a message as typed: by the person's own phrasings where one is meant, else as the base says."""
        self._confirmed = ""
        move = self._moves.read(question).move
        if self._missed is not None and move in AGREEING and self._last is not None and self._last.kind == "answer":
            return self.accept(question)
        if move is None:
            self._question, self._missed = question, None
            if taught := self._own.recall(question):
                self._turns += 1
                self._spoken = taught.language
                self._lesson = taught.id
                reply = replace(super().choose(taught.topic, question), confidence=CONFIDENCE)
                return self._remember(replace(reply, lesson=self._say("recalled")))
        return super().ask(question)

    def choose(self, topic: str, question: str = "") -> Reply:
        """Answer with a topic; where it replaces an answer that missed, its question is learnt."""
        missed = self._missed if self._is_meant(topic) else None
        self._missed, self._confirmed = None, ""
        if missed is None and not self._is_still_asked(topic):
            self._question = ""
        reply = super().choose(topic, question)
        return reply if missed is None else self._remember(replace(reply, lesson=self._learn(missed, topic)))

    def reject(self, question: str = "") -> Reply:
        """The next best after an answer or choices that missed."""
        self._confirmed = ""
        self._miss()
        reply = super().reject(question)
        if reply.kind == "answer" and self._missed is not None and self._own.learns:
            reply = self._remember(replace(reply, lesson=self._say("is_it_right")))
        return reply

    def resume(self, replies: Sequence[Reply]) -> None:
        """Take up a talk that was held before; an answer that was turned down in it can still be put right."""
        for reply in replies:
            move = self._moves.read(reply.question).move
            if move == "reject":
                self._miss()
            elif move is None:
                chosen = reply.kind == "answer" and reply.question == reply.title
                self._question, self._missed = "" if chosen else reply.question, None
            elif move in AGREEING:
                self._missed = None
            super().resume([reply])

    def accept(self, question: str = "") -> Reply:
        """Keep that the answer after one that missed is the right one."""
        right = self._right
        if right is None:
            return Reply(question, self._voice(self._spoken).language, "unknown", self._say("nothing_to_accept"))
        said, lesson = self._say("accepted", topic=right.title), self.confirm()
        self._confirmed = ""
        return Reply(question, right.language, "unknown", f"{said}\n\n{lesson}" if lesson else said)

    def confirm(self) -> str:
        """Keep that the last answer is right, where it came after one that missed; what to say of it, or nothing."""
        missed, right = self._missed, self._right
        if missed is None or right is None or right.topic is None:
            return ""
        self._missed, before = None, self._lesson
        said = self._learn(missed, right.topic)
        self._confirmed = self._lesson if self._lesson != before else ""
        return said

    def withdraw(self) -> str:
        """Let go of what was learnt as the last answer was confirmed; what to say of it, or nothing."""
        confirmed, self._confirmed = self._confirmed, ""
        found = next((one for one in self._own.all() if one.id == confirmed), None)
        if found is None or not self._own.forget(confirmed):
            return ""
        return self._say("forgotten", question=found.question)

    def forget(self, question: str = "") -> Reply:
        """Let go of the phrasing that was learnt or recognised last, else of the latest of all."""
        kept = self._own.all()
        found = next((one for one in kept if one.id == self._lesson), kept[-1] if kept else None)
        self._lesson = ""
        if found is None or not self._own.forget(found.id):
            text = self._say("nothing_to_forget")
        else:
            text = self._say("forgotten", question=found.question)
        return Reply(question, self._voice(self._spoken).language, "unknown", text)

    def _miss(self) -> None:
        """Remember that the last reply missed what was asked."""
        last = self._last
        if last is not None and self._question and last.kind in ("answer", "choices", "small_talk", "unknown"):
            before = self._missed.wrong if self._missed else ()
            wrong = (last.topic,) if last.topic else last.offered if last.kind == "choices" else ()
            language = self._missed.language if self._missed else self._language_asked()
            self._missed = _Missed(self._question, language, tuple(dict.fromkeys((*before, *wrong))))

    @property
    def _right(self) -> Reply | None:
        """The answer that can be called right after one that missed."""
        last = self._last
        return last if self._missed is not None and last is not None and last.kind == "answer" and last.topic else None

    def _is_meant(self, topic: str) -> bool:
        """Whether a topic is chosen as what was asked, and not as a question to go on with."""
        last = self._last
        if self._missed is None or last is None or topic in self._missed.wrong:
            return False
        return last.kind == "choices" or topic not in last.offered

    def _is_still_asked(self, topic: str) -> bool:
        """Whether a topic is chosen for the last question, so that turning it down says something of that question."""
        last = self._last
        if last is None:
            return False
        others = {one.topic for one in last.alternatives}.difference(last.offered)
        return last.kind == "choices" or topic == last.topic or topic in others

    def _learn(self, missed: _Missed, topic: str) -> str:
        """Learn a question, and what to say of it."""
        lesson = self._own.learn(missed.question, missed.language, missed.wrong, topic)
        if lesson is None:
            return ""
        if lesson.taught is not None:
            self._lesson = lesson.taught.id
        return self._told(lesson)

    def _told(self, lesson: Lesson) -> str:
        if lesson.outcome == "tried" and not lesson.owner:
            return self._say("tried_nothing")
        voice = self._voice(self._spoken)
        titles = {one.topic: one.title for one in self._composer.alternatives([(lesson.topic, 1.0)], voice)}
        owner = self._title(lesson.owner) if lesson.owner else ""
        return self._say(lesson.outcome, topic=titles[lesson.topic], owner=owner)

    def _title(self, entry: str) -> str:
        voice = self._voice(self._spoken)
        refused = self._shelf.neighbourhood(entry)
        return voice.words(refused.title) if refused else self._composer.alternatives([(entry, 1.0)], voice)[0].title

    def _language_asked(self) -> Language:
        """The language of the last question, as far as its words tell; else that of the talk."""
        likely = languages_of(self._matcher.index, self._question)
        return likely[0] if len(likely) == 1 or self._spoken not in likely else self._spoken

    def _say(self, key: str, **values: str) -> str:
        voice = self._voice(self._spoken)
        return voice.say(SAID[voice.language][key]).format(**values)

    def _remember(self, reply: Reply) -> Reply:
        self._last = reply
        return reply
