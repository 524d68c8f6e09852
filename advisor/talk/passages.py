"""The passages of an answer, and their text: which come first, what differs for a person; knows no shelf."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from advisor.model import PARTS, Answer, FollowUp, Part, Topic
from advisor.reply import Alternative, Passage, Reply, first_parts
from advisor.talk.voice import Voice
from advisor.talk.wording import HEADINGS, PERSONS

MOST_FOLLOW_UPS = 4
USEFUL: tuple[Part, ...] = ("steps", "example", "mistakes", "detail", "time", "money", "next", "point")
"""In which order the parts go on from an answer whose point was told."""


def opened_by(reply: Reply, passage: Passage) -> Reply:
    """An answer that opens with a passage of its own, which is what was asked for."""
    others = tuple(replace(one, asked=False) for one in reply.passages)
    return replace(
        reply,
        text=text_of((passage,), passage.part),
        passages=(passage, *others),
        confidence=1.0,
        sureness="sure",
        alternatives=(Alternative(reply.topic or "", reply.title, 1.0),),
    )


def going_on(reply: Reply, told: Collection[str], likely: Part | None, opening: str) -> Reply:
    """An answer that was given before, opened by a passage that wasn't told; as it is where all were.

    `told` are the headings of those that were. First comes what differs for the person, then the part that is `likely`
    asked for, then the most useful one.
    """
    left = [one for place, one in enumerate(reply.passages) if place and one.heading not in told]
    if not left:
        return reply
    own = first_parts(replace(reply, passages=reply.passages[:1] + tuple(left)))
    chosen = next((one for place, one in enumerate(left, 1) if place in own), None) or min(
        left, key=lambda one: (one.part != likely, USEFUL.index(one.part))
    )
    chosen_open = replace(chosen, asked=True, text=f"{opening}\n\n{chosen.text}")
    passages = tuple(chosen_open if one is chosen else one for one in reply.passages)
    return replace(reply, text=text_of((chosen_open,), chosen.part), passages=passages)


def headings_told(reply: Reply) -> frozenset[str]:
    """The headings of the passages of an answer that were open at first."""
    return frozenset(reply.passages[place].heading for place in first_parts(reply))


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
