"""The map of the article: its claims by section, the topics that grew from each, and what an answer rests on.

Gives words as Markdown in both languages; knows no index and no screen.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisor.guide.words import PHRASES, said
from advisor.model import Claim, Reference, Section, Topic, Words

SECTIONS: tuple[Section, ...] = ("intro", "envol", "direction")


@dataclass(frozen=True, slots=True)
class Growth:
    """A claim, and the topics whose answers carry it, in the order of the topics."""

    claim: Claim
    topics: tuple[Topic, ...]


def growths(claims: Iterable[Claim], topics: Iterable[Topic]) -> tuple[Growth, ...]:
    """Every claim with what grew from it, by section in the order of the article."""
    carried: dict[str, list[Topic]] = {}
    for topic in topics:
        for id in topic.claims:
            carried.setdefault(id, []).append(topic)
    ordered = sorted(claims, key=lambda claim: SECTIONS.index(claim.section))
    return tuple(Growth(claim, tuple(carried.get(claim.id, ()))) for claim in ordered)


def section_words(section: Section) -> Words:
    """What a section of the article is called here."""
    return PHRASES[f"section-{section}"]


def claim_page(growth: Growth) -> Iterator[Words]:
    """A claim in our words, with its place in the article, and what announces the topics below."""
    claim = growth.claim
    yield said("of-the-article", section=section_words(claim.section))
    yield said_strongly(claim.id, claim.words)
    yield said("grew" if growth.topics else "nothing-grew")


def sources_page(
    topics: Sequence[Topic], claims: Mapping[str, Claim], references: Sequence[Reference]
) -> Iterator[Words]:
    """What an answer on some topics rests on: each claim by section, then the references with their addresses."""
    carried = {id: claims[id] for topic in topics for id in topic.claims if id in claims}
    for section in SECTIONS:
        here = [claim for claim in carried.values() if claim.section == section]
        if here:
            yield _heading(said("of-the-article", section=section_words(section)))
            yield PHRASES["our-words"]
            yield from (said_strongly(claim.id, claim.words) for claim in here)
    if references:
        yield _heading(PHRASES["beside"]) if carried else PHRASES["silent"]
        yield _list([_reference(one) for one in references])
    elif not carried:
        yield PHRASES["practice"]


def beside(topics: Sequence[Topic], every: Sequence[Growth]) -> tuple[Topic, ...]:
    """Other topics that grew from the same claims, those that share most first."""
    own = {topic.id for topic in topics}
    carried = {id for topic in topics for id in topic.claims}
    shared: dict[str, int] = {}
    found: dict[str, Topic] = {}
    for growth in every:
        if growth.claim.id in carried:
            for topic in growth.topics:
                if topic.id not in own:
                    shared[topic.id] = shared.get(topic.id, 0) + 1
                    found[topic.id] = topic
    return tuple(sorted(found.values(), key=lambda topic: -shared[topic.id]))


def said_strongly(id: str, words: Words) -> Words:
    """Words behind the id that they go by."""
    return {language: f"**{id}.** {text}" for language, text in words.items()}


def _heading(words: Words) -> Words:
    return {language: f"**{text}**" for language, text in words.items()}


def _reference(one: Reference) -> str:
    return f"{one.title} <{one.url}>" if one.url else one.title


def _list(items: Sequence[str]) -> Words:
    text = "\n".join(f"- {item}" for item in items)
    return {"fr": text, "en": text}
