"""What stands behind a reply: how sure it is, what else was likely, the words that decided, the words that were mended."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from advisor.match.matcher import Match, Matched, Matcher
from advisor.match.reading import Reading
from advisor.reply import Alternative, Correction, Reply
from advisor.talk.compose import Composer
from advisor.talk.decide import LEAST_FOR_A_REASON, Thresholds
from advisor.talk.moves import MoveReader, Moves
from advisor.talk.reasons import words_that_decided
from advisor.talk.voice import Voice
from advisor.text.features import stem
from advisor.text.fold import spellings, tokens

MOST_ALTERNATIVES = 5
WORTH_A_TRY = 0.05
"""Confidence from which the next best is answered where even the best wasn't."""


class Evidence:
    """Adds what stands behind replies of one base."""

    def __init__(self, matcher: Matcher, composer: Composer, moves: MoveReader) -> None:
        self._matcher = matcher
        self._composer = composer
        self._moves = moves
        self._thresholds = Thresholds.of(matcher.index.meta["thresholds"])

    def behind(self, reply: Reply, matched: Matched, confidence: float, chosen: Match | None, voice: Voice) -> Reply:
        """A reply with what the matcher saw; `chosen` is the match that was answered, if one was."""
        ranked = [(match.entry.id, match.confidence) for match in matched.answered]
        if reply.topic and (not ranked or ranked[0][0] != reply.topic):
            ranked = [(reply.topic, confidence), *((id, one) for id, one in ranked if id != reply.topic)]
        typed = spellings(reply.question)  # of which the matcher may have seen the end alone, folded
        entry = chosen.number if chosen else (matched.matches[0].number if matched.matches else None)
        return replace(
            reply,
            confidence=confidence,
            sureness=self._thresholds.sureness(confidence) if reply.kind == "answer" else None,
            alternatives=self._composer.alternatives(ranked[:MOST_ALTERNATIVES], voice),
            because=self._because(matched, entry, typed) if entry is not None and reply.kind != "unknown" else (),
            corrections=tuple(self._corrections(matched.reading, typed)),
        )

    def _corrections(self, reading: Reading, typed: Mapping[str, str]) -> Iterator[Correction]:
        """The words that were read as others, written with their accents; another ending is no other word."""
        part = self._matcher.index.language(reading.language)
        for one in reading.corrections:
            if stem(one.typed, reading.language) != stem(one.read_as, reading.language):
                written = " ".join(part.written.get(word, word) for word in one.read_as.split(" "))
                yield Correction(typed.get(one.typed, one.typed), written)

    def _because(self, matched: Matched, entry: int, typed: Mapping[str, str]) -> tuple[str, ...]:
        decided = words_that_decided(self._matcher, matched, entry, self._moves.is_glue)
        return tuple(typed.get(word, word) for word in decided)


def missed_by(reply: Reply) -> tuple[str, ...]:
    """The topics that a reply was wrong about, where it missed."""
    if reply.topic:
        return (reply.topic, *reply.also)
    if reply.neighbourhood:
        return (reply.neighbourhood,)
    return reply.offered if reply.kind == "choices" else ()


def words_of(reply: Reply) -> frozenset[str]:
    """The folded words of what a reply replied to, and of what it was taken for."""
    return frozenset(tokens(f"{reply.question} {reply.title}"))


def still_of(refused: str | None, matched: Matched, moves: Moves) -> str | None:
    """The neighbourhood that was refused last, where a message without a reason of its own goes on about it, or None."""
    if refused is None:
        return None
    likeliest = matched.refused
    if likeliest is not None and likeliest.entry.id == refused:
        return refused
    is_of_nothing_else = likeliest is None or likeliest.score < LEAST_FOR_A_REASON
    return refused if is_of_nothing_else and (moves.leaning or moves.pointing) else None


def without(matched: Matched, rejected: Collection[str], sure: float) -> Matched:
    """What the matcher found without what was turned down, but for what it is `sure` of."""
    left = tuple(match for match in matched.matches if match.entry.id not in rejected or match.confidence >= sure)
    return replace(matched, matches=left) if left else matched


def chosen_before_others(topic: str, last: Reply | None) -> list[tuple[str, float]]:
    """A topic that was chosen, with certainty, then the others that were offered with it, with their confidence.

    Where it turns out not to be that, those come next.
    """
    if last is None or topic not in last.offered:
        return [(topic, 1.0)]
    likely = {one.topic: one.confidence for one in last.alternatives}
    return [(topic, 1.0), *((one, likely.get(one, 0.0)) for one in last.offered if one != topic)]


def left_of(last: Reply, rejected: Collection[str]) -> list[Alternative]:
    """What may be meant where the last reply wasn't it, likeliest first; behind a miss only what is worth a try."""
    return [
        one
        for one in last.alternatives
        if one.topic not in rejected
        and (last.kind != "unknown" or one.confidence >= WORTH_A_TRY or one.topic in last.offered)
    ]
