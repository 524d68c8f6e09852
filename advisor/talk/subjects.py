"""What a talk has spoken of: its topics in their order, and what was told of each; knows no wording and decides nothing."""

from collections.abc import Collection
from dataclasses import dataclass

from advisor.match.matcher import Matched
from advisor.model import Language
from advisor.reply import Reply
from advisor.talk.passages import opened_in, told_in

AT_ALL_LIKELY = 0.2
"""Confidence from which good news is taken to be about a topic."""


@dataclass(frozen=True, slots=True, eq=False)
class Spoken:
    """A topic that was spoken of: in which language, and how sure its answer was."""

    topic: str
    language: Language
    confidence: float


class Subjects:
    """The topics of a talk, the last at the end."""

    def __init__(self) -> None:
        self._spoken: list[Spoken] = []
        self._told: dict[str, set[str]] = {}
        self._opened: dict[str, frozenset[str]] = {}
        self._offered: Spoken | None = None

    def __bool__(self) -> bool:
        return bool(self._spoken)

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics, each once, where it was last spoken of."""
        return tuple(one.topic for one in self._spoken)

    @property
    def last(self) -> Spoken | None:
        """What is spoken of now."""
        return self._spoken[-1] if self._spoken else None

    @property
    def topic(self) -> str | None:
        """The topic that is spoken of now."""
        return self.last.topic if self.last else None

    @property
    def likeliest(self) -> Spoken | None:
        """What the next message is likeliest about: the first of the choices that were just offered, else what is spoken of."""
        return self._offered or self.last

    def answered(self, reply: Reply) -> None:
        """Remember the topics of an answer, and what it told, or that choices are on offer."""
        self._offered = None
        if reply.kind == "choices" and reply.offered:
            confidence = next((one.confidence for one in reply.alternatives if one.topic == reply.offered[0]), 0.0)
            self._offered = Spoken(reply.offered[0], reply.language, confidence)
        if reply.kind == "answer" and reply.topic:
            for topic in (*reversed(reply.also), reply.topic):
                told = told_in(reply)
                new = opened_in(reply) - self._told.get(topic, set())
                self._opened[topic] = (self._opened.get(topic, frozenset()) - told) | (new & told)
                self._told.setdefault(topic, set()).update(told)
                self.turn_to(Spoken(topic, reply.language, reply.confidence))

    def turn_to(self, spoken: Spoken) -> None:
        """Make a topic the last one."""
        self.forget((spoken.topic,))
        self._spoken.append(spoken)

    def turn_to_news(self, matched: Matched) -> None:
        """Make what good news is about the last topic: "what do they ask?" behind "I got an interview!" asks of the interview."""
        best = next((match for match in matched.answered if match.entry.kind == "topic"), None)
        if best is not None and best.confidence >= AT_ALL_LIKELY:
            self.turn_to(Spoken(best.entry.id, matched.reading.language, best.confidence))

    def forget(self, topics: Collection[str]) -> None:
        """Take topics for what isn't spoken of; what was told of them was told nevertheless."""
        self._spoken = [one for one in self._spoken if one.topic not in topics]
        if self._offered is not None and self._offered.topic in topics:
            self._offered = None

    def opened_of(self, topic: str) -> Collection[str]:
        """What of that was only opened beside the point."""
        return self._opened.get(topic, ())

    def told_of(self, topic: str) -> Collection[str]:
        """What was told of a topic, as `told_in` names it."""
        return self._told.get(topic, ())
