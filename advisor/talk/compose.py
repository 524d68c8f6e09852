"""Composes replies from the shelf's texts: an answer in parts, choices, small talk, "I don't know"; decides nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from advisor.index.shelf import Shelf
from advisor.match.signals import SHORT
from advisor.model import Part, Topic
from advisor.reply import Alternative, Passage, Reply, Source
from advisor.talk.passages import MOST_FOLLOW_UPS, answer_in, asked_of, opened_by, passages_of, text_of, with_variants
from advisor.talk.voice import Voice
from advisor.talk.wording import SECTIONS
from advisor.text.fold import words as folded
from advisor.text.typography import typeset

ON_DISCOURAGEMENT = "persevere"
"""The topic that speaks to who has lost heart."""
LIKELY = 0.2
"""Probability from which a topic is worth naming to who asked nothing."""
SECTION_ORDER = ("intro", "envol", "direction")


class Composer:
    """Makes replies of one base's texts."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def title(self, topic: str, voice: Voice) -> str:
        """A topic's title."""
        return voice.words(self._shelf.title(topic))

    def answer(
        self, question: str, topic_id: str, voice: Voice, part: Part | None = None, persons: Sequence[str] = ()
    ) -> Reply:
        """The answer on a topic: all of it, or first of all the part asked for."""
        topic = self._shelf.topic(topic_id)
        if topic is None:
            raise KeyError(topic_id)
        answer, own_voice, foreign = answer_in(topic, voice)
        passages = passages_of(answer, own_voice, part)
        passages = with_variants(passages, topic, voice, persons)
        lines = [text for text in (text_of(passages, part), self._basis(topic, voice)) if text]
        if foreign:
            lines.insert(0, f"*{voice.phrase('no_translation')}*")
        return Reply(
            question,
            voice.language,
            "answer",
            "\n\n".join(lines),
            topic=topic.id,
            title=voice.words(topic.title),
            sources=tuple(self._sources(topic, voice)),
            path=topic.path,
            follow_ups=asked_of(topic.follow_ups, voice),
            offered=tuple(follow_up.topic for follow_up in topic.follow_ups[:MOST_FOLLOW_UPS]),
            passages=passages,
        )

    def step(
        self, question: str, topic_id: str, number: int, voice: Voice, persons: Sequence[str] = ()
    ) -> Reply | None:
        """One of the steps of an answer, from 1; None where it has none of that number."""
        topic = self._shelf.topic(topic_id)
        if topic is None:
            raise KeyError(topic_id)
        answer, own_voice, _ = answer_in(topic, voice)
        steps = answer.steps
        if not 0 < number <= len(steps):
            return None
        said = own_voice.say(steps[number - 1])
        passage = Passage("steps", f"{voice.phrase('step')} {number}", said, asked=True)
        return opened_by(self.answer(question, topic_id, voice, persons=persons), passage)

    def whence(self, question: str, topic_id: str, voice: Voice, persons: Sequence[str] = ()) -> Reply:
        """What an answer rests on."""
        reply = self.answer(question, topic_id, voice, persons=persons)
        lines = [f"- {one.title} ({one.url})" if one.url else f"- {one.title}" for one in reply.sources]
        said = "\n".join(lines) or voice.phrase("practice")
        return opened_by(reply, Passage("detail", voice.phrase("whence_heading"), said, asked=True))

    def _basis(self, topic: Topic, voice: Voice) -> str:
        """The sentence that says when no claim of the article carries an answer, or no source at all."""
        if topic.claims:
            return ""
        return f"*{voice.phrase('silent' if topic.sources else 'practice')}*"

    def _sources(self, topic: Topic, voice: Voice) -> Iterable[Source]:
        claims = [self._shelf.claim(id) for id in topic.claims]
        sections = {claim.section for claim in claims if claim}
        for section in SECTION_ORDER:
            if section in sections:
                yield Source(section, voice.say(SECTIONS[voice.language][section]))
        for id in topic.sources:
            reference = self._shelf.reference(id)
            if reference:
                yield Source(reference.id, typeset(reference.title, "en"), reference.url)

    def small_talk(self, question: str, id: str, voice: Voice, turn: int = 0) -> Reply:
        """A reply of small talk; `turn` walks through the ways to say it."""
        talk = self._shelf.small_talk(id)
        if talk is None:
            raise KeyError(id)
        said = talk.replies.get(voice.language) or next(iter(talk.replies.values()))
        return Reply(
            question,
            voice.language,
            "small_talk",
            voice.say(said[turn % len(said)]),
            topic=talk.id,
            title=voice.words(talk.title),
            follow_ups=asked_of(talk.follow_ups, voice),
            offered=tuple(follow_up.topic for follow_up in talk.follow_ups[:MOST_FOLLOW_UPS]),
        )

    def choices(self, question: str, topics: Sequence[str], voice: Voice) -> Reply:
        """The question back, with the topics that it may be about."""
        return Reply(
            question,
            voice.language,
            "choices",
            self.list_of(topics, "choices", voice),
            follow_ups=self._ways_to_ask(topics, voice),
            offered=tuple(topics),
        )

    def unknown(
        self,
        question: str,
        voice: Voice,
        nearest: Sequence[str] = (),
        neighbourhood: str | None = None,
        *,
        again: bool = False,
    ) -> Reply:
        """An honest "I don't know": why it stays out and where to ask, or what the base knows that comes nearest.

        Why is not said `again` to who goes on about it.
        """
        lines: list[str] = []
        refused = self._shelf.neighbourhood(neighbourhood) if neighbourhood else None
        if refused is not None:
            lines += [voice.phrase("still_out") if again else voice.words(refused.why), voice.words(refused.instead)]
            nearest = [*(id for id in refused.nearest if self.knows(id)), *nearest]
        else:
            lines.append(voice.phrase("unknown"))
        offered = list(dict.fromkeys(nearest))[:3]
        if offered:
            lines.append(self.list_of(offered, "nearest", voice))
        if refused is None:
            lines.append(voice.phrase("unknown_help"))
        return Reply(
            question,
            voice.language,
            "unknown",
            "\n\n".join(lines),
            neighbourhood=refused.id if refused else None,
            follow_ups=self._ways_to_ask(offered, voice),
            offered=tuple(offered),
        )

    def caring(self, reply: Reply, need: str, voice: Voice, *, asks: bool) -> Reply:
        """A reply to someone who needs a kind word: that first, and an answer behind it only where it is surely meant.

        Who `asks` something beside a word of distress wants to know it ("burnt out at my agency [...] should I go freelance?").
        """
        if need == "fear" and reply.kind == "answer" and reply.sureness != "hesitate":
            return reply  # who is afraid of an interview is told how to prepare for it
        care = voice.phrase(need)
        is_meant = reply.kind == "answer" and (reply.sureness == "sure" or reply.topic == ON_DISCOURAGEMENT)
        is_named = (
            reply.kind == "choices" and reply.offered[0] == ON_DISCOURAGEMENT and len(folded(reply.question)) <= SHORT
        )
        is_asked = asks and need in ("distress", "strain") and reply.kind in ("answer", "choices")
        if not (is_meant or is_named or is_asked):
            reply = self.remark(reply.question, "with_you", voice)
        return replace(reply, text=f"{care}\n\n{reply.text}", care=care)

    def heard(self, reply: Reply, key: str, voice: Voice) -> Reply:
        """An "I don't know" in other words, to what is no question; topics are named where one is at all likely."""
        likely = [one.topic for one in reply.alternatives if one.confidence >= LIKELY and one.topic in reply.offered]
        lines = [voice.phrase(key)] + ([self.list_of(likely, "nearest", voice)] if likely else [])
        return replace(
            reply, text="\n\n".join(lines), offered=tuple(likely), follow_ups=self._ways_to_ask(likely, voice)
        )

    def remark(self, question: str, key: str, voice: Voice) -> Reply:
        """One of the standing phrases as a reply to what is no question."""
        return Reply(question, voice.language, "unknown", voice.phrase(key))

    def still_known(self, reply: Reply) -> Reply | None:
        """A reply of another day without what the base no longer has; None where that is what it answered with."""
        if reply.kind == "answer" and not (reply.topic and self.knows(reply.topic)):
            return None
        offered = reply.offered if all(map(self.knows, reply.offered)) else ()
        return replace(reply, offered=offered, also=tuple(filter(self.knows, reply.also)))

    def knows(self, topic: str) -> bool:
        """Whether the base answers on a topic."""
        return self._shelf.has("topics", topic)

    def alternatives(self, ranked: Iterable[tuple[str, float]], voice: Voice) -> tuple[Alternative, ...]:
        """Topics and small talk with their titles, for a reply's `alternatives`."""
        found = []
        for id, confidence in ranked:
            if self.knows(id):
                title = self.title(id, voice)
            else:
                talk = self._shelf.small_talk(id)
                title = voice.words(talk.title) if talk else id
            found.append(Alternative(id, title, confidence))
        return tuple(found)

    def list_of(self, topics: Sequence[str], opening: str, voice: Voice) -> str:
        """Topics by their titles, numbered, under one of the standing phrases."""
        return "\n".join(
            [voice.phrase(opening), "", *(f"{n}. {self.title(id, voice)}" for n, id in enumerate(topics, 1))]
        )

    def _ways_to_ask(self, topics: Sequence[str], voice: Voice) -> tuple[str, ...]:
        return tuple(voice.words(self._shelf.way_to_ask(id)) for id in topics)[:MOST_FOLLOW_UPS]
