"""One talk: from a message to a reply, remembering what was said before; knows no screen and no file."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.index.shelf import Shelf
from advisor.match.matcher import Matched, Matcher
from advisor.match.reading import language_of
from advisor.model import Address, Language
from advisor.reply import Reply
from advisor.talk.compose import Composer
from advisor.talk.decide import Decision, Thresholds
from advisor.talk.evidence import chosen_before_others, left_of, missed_by, without
from advisor.talk.found import AGREEING, IN_LANGUAGE, ORDINALS, REMARKED
from advisor.talk.moves import MoveReader, Moves
from advisor.talk.parts import PartReader
from advisor.talk.passages import as_surely_meant, going_on
from advisor.talk.several import together
from advisor.talk.subjects import Subjects
from advisor.talk.telling import Teller
from advisor.talk.understanding import Understanding
from advisor.talk.voice import Voice
from advisor.text.fold import tokens

BOTH = 2
"""Choices that are answered at once."""
NAMING = 5
"""Words of a correction that says what a question was about, and doesn't ask it again."""


class Conversation:
    """One talk over one base: `language` None answers each question in its own language."""

    def __init__(
        self,
        matcher: Matcher,
        shelf: Shelf,
        language: Language | None = None,
        address: Address = "vous",
        first_language: Language = "fr",
        moves: MoveReader | None = None,
    ) -> None:
        self.language = language
        self.address: Address = address
        self._matcher = matcher
        self._shelf = shelf
        self._composer = Composer(shelf)
        self._thresholds = Thresholds.of(matcher.index.meta["thresholds"])
        self._moves = moves or MoveReader(matcher.index.expressions)
        self._subjects = Subjects()
        self._understanding = Understanding(matcher, shelf, self._thresholds, self._subjects, self._moves)
        parts = PartReader(matcher, shelf, self._composer, self._moves)
        self._teller = Teller(matcher, self._composer, parts, self._thresholds, self._subjects, self._moves)
        self._spoken: Language = first_language
        self._last: Reply | None = None
        self._rejected: set[str] = set()
        self._turns = 0

    def ask(self, question: str) -> Reply:
        """Reply to a message as typed; any text gets a reply."""
        self._turns += 1
        if not tokens(question):
            return self._composer.remark(question, "empty", self._voice(self._spoken))
        language, moves = self._language_of(question), self._moves.read(question)
        self.address = moves.address or self.address
        if moves.move is None:
            self._rejected.clear()  # what missed one question may be what another asks for
        self._teller.hear_persons(moves)
        if moves.danger:
            return self._keep(self._composer.remark(question, "danger", self._voice(language)))
        reply = (
            self._by_move(question, moves, language)
            or self._chosen_and_more(question)
            or self._instead(question)
            or self._to_several(question)
            or self._by_match(question, moves)
        )
        if moves.care:
            from advisor.talk.hearing import cared_for

            reply = cared_for(self._composer, reply, moves.care, self._voice(reply.language))
        return self._keep(reply)

    def choose(self, topic: str, question: str = "") -> Reply:
        """Answer with a topic, whatever was asked; raises KeyError where the base has no such topic."""
        voice, last = self._voice(self._spoken), self._last
        question = question or self._composer.title(topic, voice)
        if last is not None and last.kind == "choices" and topic in last.offered:
            reply = self._taken(question, topic, last)
        else:
            reply = self._composer.answer(question, topic, voice, persons=self._teller.persons)
        ranked = self._composer.alternatives(chosen_before_others(topic, last), voice)
        reply = replace(reply, confidence=1.0, sureness="sure", alternatives=ranked)
        self._rejected.discard(topic)
        return self._keep(reply)

    def reject(self, question: str = "") -> Reply:
        """The next best after an answer or choices that missed."""
        voice, last = self._voice(self._spoken), self._last
        if last is None or last.kind not in ("answer", "choices", "small_talk", "unknown"):
            return self._composer.remark(question, "nothing_before", voice)
        asked = question or last.question
        self._forget(missed_by(last))
        left = [one for one in left_of(last, self._rejected) if self._composer.knows(one.topic)]
        if not left:
            return self._keep(replace(self._composer.remark(asked, "no_more", voice), alternatives=last.alternatives))
        reply = self._composer.answer(asked, left[0].topic, voice, persons=self._teller.persons)
        reply = replace(reply, confidence=left[0].confidence, sureness="hesitate", corrections=last.corrections)
        return self._keep(replace(reply, alternatives=tuple(left)))

    def resume(self, replies: Sequence[Reply]) -> None:
        """Take up a talk that was held before, by its replies in order; what the base no longer has is passed over."""
        for reply in replies:
            self._turns += 1
            moves = self._moves.read(reply.question)
            self.address = moves.address or self.address
            if moves.move is None:
                self._rejected.clear()
            self._teller.hear_persons(moves)
            if moves.move == "rejoice":
                self._subjects.turn_to_news(self._matcher.match(reply.question, spoken=self._spoken))
            if moves.move == "reject" and self._last is not None:
                self._forget(missed_by(self._last))
            elif moves.move is None:
                self._turned_down(reply.question)
            if known := self._composer.still_known(reply):
                self._keep(known)

    def _forget(self, topics: Sequence[str]) -> None:
        """Take topics for what the person doesn't speak of."""
        self._rejected.update(topics)
        self._subjects.forget(topics)

    def _keep(self, reply: Reply) -> Reply:
        """Remember a reply as the last one, and its topic as the subject."""
        self._spoken = reply.language if self.language is None else self._spoken
        self._subjects.answered(reply)
        self._last = reply
        return reply

    def _voice(self, language: Language) -> Voice:
        return Voice(self.language or language, self.address)

    def _language_of(self, said: str) -> Language:
        return language_of(self._matcher.index, said, self._spoken, goes_on=self._last is not None)

    def _by_move(self, question: str, moves: Moves, language: Language) -> Reply | None:
        """The reply to a message that is a move and no question, or None."""
        last, move, voice = self._last, moves.move, self._voice(language)
        if moves.step and last is not None:
            return self._numbered(question, moves, last)
        if move is None:
            return None
        if move in IN_LANGUAGE:
            return self._in_language(question, IN_LANGUAGE[move], last)
        if move == "rejoice":
            self._subjects.turn_to_news(self._matcher.match(question, spoken=self._spoken))
        if move == "whence" and self._subjects.topic:
            return self._composer.whence(
                question, self._subjects.topic, self._voice(self._spoken), self._teller.persons
            )
        if move in REMARKED:
            on_offer = last.offered if last is not None and last.kind == "choices" else ()
            key = "listening" if move == "react" and not (on_offer or self._subjects) else move
            return replace(self._composer.remark(question, key, voice), offered=on_offer)
        if move == "unsure" or (move == "acknowledge" and (last is None or last.kind != "choices")):
            return self._composer.remark(question, move, self._voice(self._spoken) if last else voice)
        if last is None:
            return self._composer.remark(question, "as_you_like" if move == "no" else "nothing_offered", voice)
        self._spoken = language if self.language is None and move != "acknowledge" else self._spoken
        if move == "reject" or (move == "no" and last.kind == "choices"):
            return self.reject(question)
        if move in (*ORDINALS, "last"):
            place = len(last.offered) - 1 if move == "last" else ORDINALS.index(move)
            if last.offered and place < len(last.offered):
                return self.choose(last.offered[place], question)
            return self._composer.remark(question, "nothing_offered", voice) if not last.offered else None
        if move == "both" and last.kind == "choices":
            return self._both(question, last)
        if move in (*AGREEING, "more"):
            goes_on = move == "more" or not last.offered or any(passage.asked for passage in last.passages)
            further = self._further(question) if goes_on and last.kind != "choices" else None
            if further or last.offered:
                return further or self.choose(last.offered[0], question)
        return self._composer.remark(question, "as_you_like" if move == "no" else "nothing_offered", voice)

    def _both(self, question: str, last: Reply) -> Reply:
        """The answers on the first two of the choices."""
        taken = [self._taken(question, topic, last) for topic in last.offered[:BOTH]]
        return together(question, self._voice(self._spoken).phrase("both"), taken)

    def _taken(self, question: str, topic: str, last: Reply) -> Reply:
        """The answer on one of the choices, with what they were asked for; no word of that question decided on it."""
        voice, moves = self._voice(self._spoken), self._moves.read(last.question)
        asked = self._matcher.match(last.question, spoken=self._spoken)
        return replace(self._teller.answer(question, topic, asked, moves, voice, 1.0), because=(), corrections=())

    def _further(self, question: str) -> Reply | None:
        """What wasn't told yet of the topic spoken of; None without one, or where all was."""
        if not (topic := self._subjects.topic):
            return None
        reply = self._composer.answer(question, topic, voice := self._voice(self._spoken), persons=self._teller.persons)
        further = going_on(reply, self._subjects.told_of(topic), (), voice.phrase("again"))
        return as_surely_meant(further) if further is not reply else None

    def _in_language(self, question: str, language: Language, last: Reply | None) -> Reply:
        """The last answer, or the choices, once more in a language, which the talk keeps unless the settings fix another."""
        self._spoken = language if self.language is None else self._spoken
        if last is not None and last.kind == "choices":
            again = self._composer.choices(last.question, last.offered, self._voice(self._spoken))
        elif last is not None and last.kind == "answer" and self._subjects.topic:
            again = self.choose(self._subjects.topic, question)
        else:
            return self._composer.remark(question, "as_you_like", self._voice(self._spoken))
        return replace(again, confidence=last.confidence, sureness=last.sureness, alternatives=last.alternatives)

    def _numbered(self, question: str, moves: Moves, last: Reply) -> Reply | None:
        """The choice of that number, or the step of the answer that was last given, or None where there is none."""
        if last.kind == "choices" or (moves.is_of_list and last.offered and last.kind == "unknown"):
            return self.choose(last.offered[moves.step - 1], question) if moves.step <= len(last.offered) else None
        topic, voice = self._subjects.topic, self._voice(self._spoken)
        return self._composer.step(question, topic, moves.step, voice, self._teller.persons) if topic else None

    def _chosen_and_more(self, message: str) -> Reply | None:
        """The reply to who takes a choice and says more in the same message; None to any other message."""
        if self._last is None or not self._last.offered:
            return None
        from advisor.talk.choosing import choice_in  # nothing was offered before a first question

        titles = [self._composer.title(one, self._voice(self._last.language)) for one in self._last.offered]
        topic, more = choice_in(message, self._moves, self._last, titles)
        if not topic or not more:
            return self.choose(topic, message) if topic else None
        moves, voice = self._moves.read(more), self._voice(self._spoken)
        ranked = self._composer.alternatives(chosen_before_others(topic, self._last), voice)
        matched = self._understanding.match(more, moves, self._spoken, goes_on=True)
        self._rejected.discard(topic)
        return replace(
            self._teller.answer(message, topic, matched, moves, voice, 1.0, chosen=True), alternatives=ranked
        )

    def _instead(self, message: str) -> Reply | None:
        """The reply to who says that the last one wasn't it, and what is meant; None to any other message."""
        meant = self._turned_down(message)
        return (self._to_several(meant) or self._by_match(meant, self._moves.read(meant), message)) if meant else None

    def _turned_down(self, message: str) -> str:
        """What a message means instead of what the last reply was taken for, which is forgotten; nothing for any other."""
        if self._last and (meant := self._understanding.meant_instead(message, self._last, self._spoken)):
            self._forget(missed_by(self._last))
            return meant
        return ""

    def _to_several(self, message: str) -> Reply | None:
        """The reply to a message of two or three questions, or None where they don't stand alone."""
        replies = [
            self._in_words(
                question, matched, decision, self._moves.read(question), self._voice(matched.reading.language)
            )
            for question, matched, decision in self._understanding.of_several(message, self._spoken)
        ]
        return together(message, self._voice(replies[0].language).phrase("several"), replies) if replies else None

    def _by_match(self, question: str, moves: Moves, typed: str = "") -> Reply:
        """The reply to what a message asks; `typed` is the whole of it, where that is only a part."""
        asked = moves.switch or question
        matched = self._understanding.match(asked, moves, self._spoken, goes_on=self._last is not None)
        if typed:
            question, matched = typed, without(matched, self._rejected, self._thresholds.sure)
        moves = self._moves.mended(moves, matched.reading.words)
        voice = self._voice(matched.reading.language)
        interrupted = self._last is not None and self._last.kind == "unknown" and bool(self._last.alternatives)
        decision = self._understanding.of(matched, moves, self._rejected, interrupted=interrupted)
        reply = self._in_words(question, matched, decision, moves, voice, self._corrected(asked) if typed else "")
        if reply.kind not in ("choices", "unknown"):
            return reply
        from advisor.talk.hearing import heard

        opens, voice = self._last is None or self._last.kind == "small_talk", self._voice(reply.language)
        return heard(self._composer, reply, moves, voice, opens=opens, has_subject=bool(self._subjects))

    def _in_words(
        self, question: str, matched: Matched, decision: Decision, moves: Moves, voice: Voice, before: str = ""
    ) -> Reply:
        return self._teller.reply(
            question, matched, decision, moves, voice, last=self._last, turns=self._turns, before=before
        )

    def _corrected(self, meant: str) -> str:
        """The question that a message corrects, where it only says what that was about ("je parlais de l'atelier")."""
        if self._last is None or len(tokens(meant)) > NAMING or self._moves.read(meant).asking:
            return ""
        return self._last.question
