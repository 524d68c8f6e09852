"""One talk: from a message to a reply, remembering what was said before; knows no screen and no file."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.index.shelf import Shelf
from advisor.match.matcher import Matched, Matcher
from advisor.match.reading import FEW, language_of
from advisor.model import Address, Language
from advisor.reply import Reply
from advisor.talk.compose import Composer
from advisor.talk.decide import Decision, Thresholds, decide, is_near, nearest_of, neighbourhood_of
from advisor.talk.evidence import Evidence, chosen_before_others, left_of, missed_by
from advisor.talk.moves import AGREEING, IN_LANGUAGE, ORDINALS, REMARKED, MoveReader, Moves
from advisor.talk.parts import PartReader
from advisor.talk.passages import as_surely_meant, going_on
from advisor.talk.several import are_apart, questions_of, together
from advisor.talk.subjects import Subjects, news_in
from advisor.talk.voice import Voice
from advisor.text.fold import tokens


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
        self._evidence = Evidence(matcher, self._composer, self._moves)
        self._parts = PartReader(matcher, shelf, self._composer, self._moves)
        self._spoken: Language = first_language
        self._subjects = Subjects()
        self._last: Reply | None = None
        self._rejected: set[str] = set()
        self._persons: tuple[str, ...] = ()
        self._turns = 0

    def ask(self, question: str) -> Reply:
        """Reply to a message as typed; any text gets a reply."""
        self._turns += 1
        if not tokens(question):
            return self._composer.remark(question, "empty", self._voice(self._spoken))
        language = self._language_of(question)
        moves = self._moves.read(question)
        if moves.move is None:
            self._rejected.clear()  # what missed one question may be what another asks for
        self._persons_of(moves)
        if moves.danger:
            return self._keep(self._composer.remark(question, "danger", self._voice(language)))
        reply = (
            self._by_move(question, moves, language) or self._to_several(question) or self._by_match(question, moves)
        )
        if moves.care:
            from advisor.talk.hearing import asks_something

            voice, asks = self._voice(reply.language), asks_something(question)
            reply = self._composer.caring(reply, moves.care, voice, asks=asks)
        return self._keep(reply)

    def choose(self, topic: str, question: str = "") -> Reply:
        """Answer with a topic, whatever was asked; raises KeyError where the base has no such topic."""
        voice = self._voice(self._spoken)
        asked = question or self._composer.title(topic, voice)
        reply = self._composer.answer(asked, topic, voice, persons=self._persons)
        ranked = chosen_before_others(topic, self._last)
        reply = replace(reply, confidence=1.0, sureness="sure", alternatives=self._composer.alternatives(ranked, voice))
        self._rejected.discard(topic)
        return self._keep(reply)

    def reject(self, question: str = "") -> Reply:
        """The next best after an answer or choices that missed."""
        voice = self._voice(self._spoken)
        last = self._last
        if last is None or last.kind not in ("answer", "choices", "small_talk", "unknown"):
            return self._composer.remark(question, "nothing_before", voice)
        asked = question or last.question
        self._forget(missed_by(last))
        left = [one for one in left_of(last, self._rejected) if self._composer.knows(one.topic)]
        if not left:
            return self._keep(replace(self._composer.remark(asked, "no_more", voice), alternatives=last.alternatives))
        reply = self._composer.answer(asked, left[0].topic, voice, persons=self._persons)
        seen = replace(reply, alternatives=tuple(left), corrections=last.corrections)
        return self._keep(replace(seen, confidence=left[0].confidence, sureness="hesitate"))

    def resume(self, replies: Sequence[Reply]) -> None:
        """Take up a talk that was held before, by its replies in order; what the base no longer has is passed over."""
        for reply in replies:
            self._turns += 1
            moves = self._moves.read(reply.question)
            if moves.move is None:
                self._rejected.clear()
            self._persons_of(moves)
            if moves.move == "rejoice":
                self._turn_to_news(reply.question)
            if moves.move == "reject" and self._last is not None:
                self._forget(missed_by(self._last))
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
            self._turn_to_news(question)
        if move == "whence" and self._subjects.topic:
            return self._composer.whence(question, self._subjects.topic, self._voice(self._spoken), self._persons)
        if move in REMARKED:
            on_offer = last.offered if last is not None and last.kind == "choices" else ()
            key = "listening" if move == "react" and not (on_offer or self._subjects) else move
            return replace(self._composer.remark(question, key, voice), offered=on_offer)
        if move == "unsure" or (move == "acknowledge" and (last is None or last.kind != "choices")):
            return self._composer.remark(question, move, self._voice(self._spoken) if last else voice)
        if last is None:
            return self._composer.remark(question, "as_you_like" if move == "no" else "nothing_offered", voice)
        if self.language is None and move != "acknowledge":
            self._spoken = language
        if move == "reject" or (move == "no" and last.kind == "choices"):
            return self.reject(question)
        if move in (*ORDINALS, "last"):
            place = len(last.offered) - 1 if move == "last" else ORDINALS.index(move)
            if last.offered and place < len(last.offered):
                return self.choose(last.offered[place], question)
            return self._composer.remark(question, "nothing_offered", voice) if not last.offered else None
        if move in (*AGREEING, "more"):
            goes_on = move == "more" or not last.offered or any(passage.asked for passage in last.passages)
            further = self._further(question) if goes_on and last.kind != "choices" else None
            if further or last.offered:
                return further or self.choose(last.offered[0], question)
        return self._composer.remark(question, "as_you_like" if move == "no" else "nothing_offered", voice)

    def _further(self, question: str) -> Reply | None:
        """What wasn't told yet of the topic spoken of; None without one, or where all was."""
        if not (topic := self._subjects.topic):
            return None
        reply = self._composer.answer(question, topic, voice := self._voice(self._spoken), persons=self._persons)
        further = going_on(reply, self._subjects.told_of(topic), None, voice.phrase("again"))
        return as_surely_meant(further) if further is not reply else None

    def _turn_to_news(self, news: str) -> None:
        if subject := news_in(self._matcher.match(news, spoken=self._spoken)):
            self._subjects.turn_to(subject)

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
        return self._composer.step(question, topic, moves.step, voice, self._persons) if topic else None

    def _to_several(self, message: str) -> Reply | None:
        """The reply to a message of two or three questions, or None where they don't stand alone."""
        replies: list[Reply] = []
        questions = questions_of(message)
        for question in questions:
            matched = self._matcher.match(question, spoken=self._spoken)
            decision = decide(matched, self._thresholds)
            is_answer = decision.kind == "answer" and decision.matches[0].entry.kind == "topic"
            if not is_answer and not (decision.kind == "unknown" and are_apart(questions)):
                return None
            voice = self._voice(matched.reading.language)
            replies.append(self._reply(question, matched, decision, self._moves.read(question), voice))
        if len({reply.topic for reply in replies}) < 2:
            return None
        return together(message, self._voice(replies[0].language).phrase("several"), replies)

    def _by_match(self, question: str, moves: Moves) -> Reply:
        asked = moves.switch or question
        matched = self._matcher.match(asked, self._leaning_language(asked, moves), self._spoken)
        moves = self._moves.mended(moves, matched.reading.words)
        voice = self._voice(matched.reading.language)
        alone = decide(matched, self._thresholds)
        if alone.kind != "answer":
            from advisor.talk.clauses import agreed  # most questions are understood as a whole

            alone = agreed(self._matcher, self._thresholds, matched, alone)
        interrupted = self._last is not None and self._last.kind == "unknown" and bool(self._last.alternatives)
        last = self._subjects.last
        if moves.back and last:
            from advisor.talk.context import return_to

            if topic := return_to(matched, alone, self._subjects.topics, interrupted):
                return self._answered(question, topic, matched, moves, voice, last.confidence)
        is_named = (
            alone.kind == "answer" and bool(matched.shares) and not (moves.leaning or moves.pointing or moves.part)
        )
        decision = alone
        if last and not is_named and not (moves.switch and alone.kind == "answer"):
            from advisor.talk.context import Custom, in_context, subject_of  # a first question has nothing behind it

            subject = subject_of(self._shelf, self._matcher, last.topic, last.language, last.confidence)
            custom = Custom.of(self._matcher.index.meta["curves"])
            decision = in_context(
                self._matcher, self._thresholds, custom, matched, moves, subject, interrupted=interrupted
            )
        reply = self._reply(question, matched, decision, moves, voice)
        if reply.kind not in ("choices", "unknown"):
            return reply
        from advisor.talk.hearing import heard

        return heard(self._composer, reply, moves, self._voice(reply.language), has_subject=bool(last))

    def _leaning_language(self, question: str, moves: Moves) -> Language | None:
        """The language to read a message in that leans on the talk, where its few words don't tell."""
        if moves.care and len(tokens(question)) <= FEW:
            return self._spoken  # "burn-out" is French too, and whom to turn to depends on where one lives
        if self._last is not None and (moves.leaning or moves.pointing or len(tokens(question)) <= FEW):
            return self._language_of(question)
        return None

    def _reply(self, question: str, matched: Matched, decision: Decision, moves: Moves, voice: Voice) -> Reply:
        """A decision in words."""
        match = decision.matches[0] if decision.matches else None
        if decision.kind == "answer" and match is not None and match.entry.kind == "small_talk":
            reply = self._composer.small_talk(question, match.entry.id, voice, self._turns)
            return self._evidence.behind(reply, matched, decision.confidence, match, self._voice(reply.language))
        if decision.kind == "answer" and match is not None:
            return self._answered(question, match.entry.id, matched, moves, voice, decision.confidence)
        if decision.kind == "choices":
            reply = self._composer.choices(question, [match.entry.id for match in decision.matches], voice)
            return self._evidence.behind(reply, matched, decision.confidence, match, self._voice(reply.language))
        neighbourhood = None if moves.care else neighbourhood_of(matched)  # who is in distress is told no reason
        nearest = nearest_of(matched) if is_near(matched) else ()
        reply = self._composer.unknown(question, voice, nearest, neighbourhood)
        return self._evidence.behind(reply, matched, decision.confidence, None, self._voice(reply.language))

    def _answered(
        self,
        question: str,
        topic: str,
        matched: Matched,
        moves: Moves,
        voice: Voice,
        confidence: float,
    ) -> Reply:
        goes_on = topic == self._subjects.topic and bool(self._subjects.told_of(topic))
        part = self._parts.asked(topic, matched, moves, voice) if goes_on and moves.part else None
        reply = self._composer.answer(question, topic, voice, part, self._persons_of(moves))
        if goes_on and not moves.part:
            likely = self._parts.likely(topic, matched, voice)
            told = set(self._subjects.told_of(topic)) - set(moves.persons)  # who names themselves again means that
            reply = going_on(reply, told, likely, voice.phrase("again"))
        chosen = next((match for match in matched.answered if match.entry.id == topic), None)
        return self._evidence.behind(reply, matched, confidence, chosen, self._voice(reply.language))

    def _persons_of(self, moves: Moves) -> tuple[str, ...]:
        """Those as whom the person has spoken, in this message or before."""
        self._persons = tuple(dict.fromkeys((*self._persons, *moves.persons)))
        return self._persons
