"""Puts what was decided on into a reply: which answer, which part of it opens, how sure it is; decides on no topic."""

from dataclasses import replace

from advisor.match.matcher import Matched, Matcher
from advisor.reply import Reply
from advisor.talk.compose import Composer
from advisor.talk.decide import Decision, Thresholds, is_near, nearest_of, neighbourhood_of
from advisor.talk.evidence import Evidence, still_of
from advisor.talk.moves import MoveReader, Moves
from advisor.talk.parts import PartReader
from advisor.talk.passages import going_on, opened_for, shown_chance
from advisor.talk.subjects import Subjects
from advisor.talk.voice import Voice


class Teller:
    """Tells what was decided in one talk, whose subjects it is told."""

    def __init__(
        self,
        matcher: Matcher,
        composer: Composer,
        parts: PartReader,
        thresholds: Thresholds,
        subjects: Subjects,
        moves: MoveReader,
    ) -> None:
        self._matcher = matcher
        self._composer = composer
        self._parts = parts
        self._thresholds = thresholds
        self._subjects = subjects
        self._evidence = Evidence(matcher, composer, moves)
        self.persons: tuple[str, ...] = ()
        """Those as whom the person has spoken."""

    def hear_persons(self, moves: Moves) -> None:
        """Remember as whom the person speaks in a message."""
        self.persons = tuple(dict.fromkeys((*self.persons, *moves.persons)))

    def reply(
        self,
        question: str,
        matched: Matched,
        decision: Decision,
        moves: Moves,
        voice: Voice,
        *,
        last: Reply | None,
        turns: int,
        before: str = "",
    ) -> Reply:
        """A decision in words; `before` is what was asked `before`, where the message says what that was about."""
        match = decision.matches[0] if decision.matches else None
        if decision.kind == "answer" and match is not None and match.entry.kind == "small_talk":
            reply = self._composer.small_talk(question, match.entry.id, voice, turns)
        elif decision.kind == "answer" and match is not None:
            return self.answer(question, match.entry.id, matched, moves, voice, decision.confidence, before=before)
        elif decision.kind == "choices":
            reply = self._composer.choices(question, [match.entry.id for match in decision.matches], voice)
        else:
            match, nearest = None, nearest_of(matched) if is_near(matched) else ()
            refused = last.neighbourhood if last is not None else None
            reason = neighbourhood_of(matched) or still_of(refused, matched, moves)
            reason = None if moves.care else reason  # who is in distress is told no reason
            again = reason is not None and reason == refused
            reply = self._composer.unknown(question, voice, nearest, reason, again=again)
        return self._evidence.behind(reply, matched, decision.confidence, match, voice)

    def answer(
        self,
        question: str,
        topic: str,
        matched: Matched,
        moves: Moves,
        voice: Voice,
        confidence: float,
        *,
        chosen: bool = False,
        before: str = "",
    ) -> Reply:
        """The answer on a topic, with the part that is asked for: by the message, and by what was asked `before` it."""
        goes_on = bool(self._subjects.told_of(topic))
        is_offered = self._subjects.likeliest is not None and self._subjects.likeliest.topic == topic
        called = self._parts.called(topic, matched, moves, voice)
        part = called if chosen or ((goes_on or is_offered) and not moves.rest) else None
        reply = self._composer.answer(question, topic, voice, part, self.persons)
        asked = self._matcher.match(f"{before} {matched.question}", matched.reading.language) if before else matched
        likely = [] if part else self._parts.likely(topic, asked, called, voice, first=not goes_on)
        if not goes_on:
            reply = reply if asked.shares else opened_for(reply, likely)  # a word or two tell of no part
        elif not part:
            told = set(self._subjects.told_of(topic)) - set(moves.persons)  # who names themselves again means that
            opened, again = self._subjects.opened_of(topic), voice.phrase("again")
            reply = going_on(reply, told, likely, again, opened, moves.persons)
        found = next((match for match in matched.answered if match.entry.id == topic), None)
        reply = self._evidence.behind(reply, matched, confidence, found, voice)
        return replace(reply, sureness=self._thresholds.sureness(confidence * shown_chance(reply, likely)))
