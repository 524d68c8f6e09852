"""The passages of an answer, and their text: which come first, what differs for a person; knows no shelf."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from advisor.model import LANGUAGES, PARTS, Answer, FollowUp, Part, Topic
from advisor.reply import Alternative, Passage, Reply, first_parts, remarks
from advisor.talk.voice import Voice
from advisor.talk.wording import HEADINGS, PERSONS

MOST_FOLLOW_UPS = 4
POINT: Part = "point"
USEFUL: tuple[Part, ...] = ("steps", "example", "mistakes", "detail", "time", "money", "next", "point")
"""In which order the parts go on from an answer whose point was told."""
SURELY = 0.6
"""Probability from which a part alone is told."""
OPENS = 0.4
"""Probability from which a part is opened beside the point: there, what isn't wanted is passed over more easily than found."""
MAYBE = 0.2
"""Probability from which a second part is told beside the likeliest."""


def opened_by(reply: Reply, passage: Passage) -> Reply:
    """An answer that opens with a passage of its own, which is what was asked for."""
    others = tuple(replace(one, asked=False) for one in reply.passages)
    return as_surely_meant(replace(reply, text=text_of((passage,), passage.part), passages=(passage, *others)))


def as_surely_meant(reply: Reply) -> Reply:
    """An answer that was asked for by a move, about whose topic there is no doubt."""
    return replace(
        reply, confidence=1.0, sureness="sure", alternatives=(Alternative(reply.topic or "", reply.title, 1.0),)
    )


def going_on(
    reply: Reply,
    told: Collection[str],
    likely: Sequence[tuple[Part, float]],
    opening: str,
    opened: Collection[str] = (),
    named: Collection[str] = (),
) -> Reply:
    """An answer whose point was told before, with what is next of it; as it is where the point wasn't told, or all was.

    `told` are keys of `told_in`. First comes what differs for those whom the message has `named`, or for the person where no part
    is likely asked for, with the part that is surely asked for, if one is; else the part that is `likely` asked for, of two that
    may be meant both, and where nothing is known the most useful one. What was only `opened` beside the point is told where it is
    surely asked for. `opening` says that it goes on, where that may not be what was asked for.
    """
    left = [place for place, one in enumerate(reply.passages) if _key(one) not in told]
    if POINT not in told or not left:
        return reply
    best = likely[0][1] if likely else 0.0
    own = [
        one
        for one in sorted(first_parts(reply))
        if one in left and (best < OPENS or _key(reply.passages[one]) in named)
    ]
    is_sure = best >= SURELY
    if is_sure and likely[0][0] in opened:  # it was passed over there
        left = sorted({*left, *(place for place, one in enumerate(reply.passages) if _key(one) == likely[0][0])})
    chosen = sorted({*own[:1], *(_meant(reply, left, likely) if is_sure or not own else ())})
    passages = tuple(replace(one, asked=place in chosen) for place, one in enumerate(reply.passages))
    before, _ = remarks(reply)  # what it all rests on was said with the point
    told_now = text_of([passages[place] for place in chosen], passages[chosen[0]].part)
    further = replace(reply, passages=passages)
    if shown_chance(further, likely) < SURELY or not likely:
        before.append(f"*{opening}*")
    return replace(further, text="\n\n".join([*before, told_now]))


def _meant(reply: Reply, left: Sequence[int], likely: Sequence[tuple[Part, float]]) -> list[int]:
    """The places of the parts to tell, of those that are left: the likeliest, and a second one that may be meant as well."""
    places = {one.part: place for place in left if _key(one := reply.passages[place]) == one.part}
    worth = [(places[part], chance) for part, chance in likely if part in places]
    if not worth:
        return [min(left, key=lambda place: USEFUL.index(reply.passages[place].part))]
    second = [place for place, chance in worth[1:2] if worth[0][1] < SURELY and chance >= MAYBE]
    return sorted([worth[0][0], *second])


def opened_for(reply: Reply, likely: Sequence[tuple[Part, float]]) -> Reply:
    """A first answer on a topic, with the part marked that the question is likely after."""
    meant = {part for part, chance in likely[:1] if chance >= OPENS}
    passages = tuple(replace(one, likely=one.part in meant and _key(one) in meant) for one in reply.passages)
    return replace(reply, passages=passages) if meant else reply


def shown_chance(reply: Reply, likely: Sequence[tuple[Part, float]]) -> float:
    """The probability that what an answer goes on with is what was asked for; 1 where nothing is known of that."""
    asked = {one.part for one in reply.passages if one.asked and _key(one) == one.part}
    return min(1.0, sum(chance for part, chance in likely if part in asked)) if likely and asked else 1.0


def told_in(reply: Reply) -> frozenset[str]:
    """What an answer told of its topic: parts and persons, in whatever language; of several answers in one, each point."""
    if reply.also:
        return frozenset((POINT,))
    return frozenset(_key(reply.passages[place]) for place in first_parts(reply)) - {""}


def opened_in(reply: Reply) -> frozenset[str]:
    """What an answer told beside its point unasked, as `told_in` names it."""
    return (
        frozenset(_key(one) for one in reply.passages if one.likely and not one.asked)
        if not reply.also
        else frozenset()
    )


def _key(passage: Passage) -> str:
    """A passage's part, or the person whom it is for; nothing for what belongs to no answer, such as a single step."""
    return POINT if passage.part == POINT else _keys().get(passage.heading, "")


@lru_cache(maxsize=1)
def _keys() -> Mapping[str, str]:
    return {
        Voice(language).say(heading): key
        for language in LANGUAGES
        for key, heading in (*HEADINGS[language].items(), *PERSONS[language].items())
    }


def answer_in(topic: Topic, voice: Voice) -> tuple[Answer, Voice, bool]:
    """The answer in the voice's language, or in another one where the base has none, and whether it is another."""
    if voice.language in topic.answers:
        return topic.answers[voice.language], voice, False
    for language in ("fr", "en"):
        if language in topic.answers:
            return topic.answers[language], Voice(language, voice.address), True
    raise KeyError(topic.id)


def passages_of(answer: Answer, voice: Voice, asked: Part | None) -> tuple[Passage, ...]:
    """The parts that an answer has, in their order, the one asked for marked."""
    headings = HEADINGS[voice.language]
    found = []
    for part in PARTS:
        content = answer.part(part)
        if not content:
            continue
        if isinstance(content, str):
            text = content.strip()
        elif part == "steps":
            text = "\n".join(f"{n}. {item}" for n, item in enumerate(content, 1))
        else:
            text = "\n".join(f"- {item}" for item in content)
        heading = "" if part == "point" else voice.say(headings[part])
        found.append(Passage(part, heading, voice.say(text), asked=part == asked))
    return tuple(found)


def with_variants(
    passages: tuple[Passage, ...], topic: Topic, voice: Voice, persons: Sequence[str]
) -> tuple[Passage, ...]:
    """What differs for the persons that the question names comes right after the point."""
    variants = [
        Passage("detail", voice.say(PERSONS[voice.language][variant.person]), voice.words(variant.words))
        for variant in topic.variants
        if variant.person in persons
    ]
    return (*passages[:1], *variants, *passages[1:])


def text_of(passages: Sequence[Passage], asked: Part | None) -> str:
    """The passages as Markdown; of an answer to a follow-up, only the part that it asks for."""
    shown = [passage for passage in passages if passage.asked] if asked else []
    return "\n\n".join(
        f"**{passage.heading}**\n\n{passage.text}" if passage.heading else passage.text for passage in shown or passages
    )


def asked_of(follow_ups: Sequence[FollowUp], voice: Voice) -> tuple[str, ...]:
    """What a person may ask next, in their words."""
    return tuple(voice.words(follow_up.words) for follow_up in follow_ups[:MOST_FOLLOW_UPS])
