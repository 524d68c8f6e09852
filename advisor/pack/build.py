"""From what the shapes read to the nouns of the field; the texts still know their places, and knows no file.

What the shapes have refused is missing here: it is left empty, and never reaches a library.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from advisor.library import Dialogue, Lexicon, PartAsked, Path, Sequel, Step, Trial
from advisor.model import (
    Answer,
    Claim,
    FollowUp,
    Neighbourhood,
    Part,
    Phrasing,
    Reference,
    SmallTalk,
    Topic,
    Variant,
    Words,
)
from advisor.pack.entries import NEIGHBOURHOOD, SECTIONS, SMALL_TALK, TOPIC, Question
from advisor.pack.fields import Fields, Values
from advisor.pack.places import Located
from advisor.pack.templates import expand


@dataclass(frozen=True, slots=True)
class Addition:
    """Questions for an entry that stands elsewhere; `kind` is that of the section that they stand in."""

    kind: str
    id: Located
    phrasings: tuple[Phrasing, ...]


@dataclass(slots=True)
class Entries:
    """What the files of one pack hold, in their order, before ids are compared; ids are `Located`."""

    topics: list[Topic] = field(default_factory=list)
    small_talk: list[SmallTalk] = field(default_factory=list)
    neighbourhoods: list[Neighbourhood] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    themes: list[tuple[Located, Words]] = field(default_factory=list)
    situations: list[tuple[Located, Words]] = field(default_factory=list)
    aims: list[tuple[Located, Words]] = field(default_factory=list)
    lexicons: list[Lexicon] = field(default_factory=list)
    background: list[Phrasing] = field(default_factory=list)
    trials: list[Trial] = field(default_factory=list)
    dialogues: list[Dialogue] = field(default_factory=list)
    sequels: list[Sequel] = field(default_factory=list)
    parts_asked: list[PartAsked] = field(default_factory=list)
    additions: list[Addition] = field(default_factory=list)
    claim_topics: list[tuple[Located, tuple[Located, ...]]] = field(default_factory=list)
    """Claim to the topics that should carry it."""
    incomplete: bool = False
    """Whether something was so wrong that it isn't known which ids it had."""

    def add(self, kind: str, values: Values) -> None:
        """Add what the shape of that kind has read."""
        if kind == "lexicon":
            self.lexicons.append(lexicon(values))
        elif kind == "background":
            self.background += phrasings({name: values[name] for name in values if name in ("fr", "en")})
        elif "id" not in values:
            self.incomplete = True
        elif kind in _ASKED and _ASKED[kind].adds(values):
            self.additions.append(Addition(kind, values["id"], tuple(phrasings(values.get("questions", {})))))
        elif kind == "topic":
            self.topics.append(topic(values))
        elif kind == "small_talk":
            self.small_talk.append(small_talk(values))
        elif kind == "neighbourhood":
            self.neighbourhoods.append(neighbourhood(values))
        else:
            self.paths.append(path(values))

    def phrasings(self) -> Iterator[Phrasing]:
        """Every question, by kind of entry."""
        asked: list[Topic | SmallTalk | Neighbourhood | Addition]
        asked = [*self.topics, *self.small_talk, *self.neighbourhoods, *self.additions]
        yield from (phrasing for each in asked for phrasing in each.phrasings)
        yield from self.background

    def add_sections(self, values: Values) -> None:
        """Add what the shape of a file with sections has read."""
        if not values.present & SECTIONS.fields.keys() <= values.keys():
            self.incomplete = True
        language = values.get("language", "fr")
        sections = {"topics": "topic", "small_talk": "small_talk", "neighbourhoods": "neighbourhood", "paths": "path"}
        for section, kind in sections.items():
            for each in values.get(section, ()):
                self.add(kind, each)
        for id_, each in values.get("claims", {}).items():
            self.claims.append(Claim(id_, each.get("section", "intro"), _spoken(each)))
            self.claim_topics.append((id_, each.get("topics", ())))
        for id_, each in values.get("sources", {}).items():
            self.references.append(Reference(id_, each.get("title", ""), each.get("url")))
        self.themes += values.get("themes", {}).items()
        self.situations += values.get("situations", {}).items()
        self.aims += values.get("aims", {}).items()
        if "lexicon" in values:
            self.add("lexicon", values["lexicon"])
        self.background += phrasings(values.get("background", {}))
        self.trials += trials(values.get("trials", ()), language)
        talks = values.get("dialogues", ())
        self.dialogues += [Dialogue(tuple(trials(each.get("turns", ()), language))) for each in talks]
        self.sequels += _sequels(values.get("sequels", {}))
        self.parts_asked += _parts_asked(values.get("parts_asked", {}))
        for topic_id, by_language in values.get("questions_by_part", {}).items():
            found = list(_by_part(by_language))
            self.additions.append(Addition("topic", topic_id, tuple(phrasing for _, phrasing in found)))
            self.parts_asked += [PartAsked(topic_id, part, one.text, one.language, first=True) for part, one in found]


_ASKED: Mapping[str, Fields] = {"topic": TOPIC, "small_talk": SMALL_TALK, "neighbourhood": NEIGHBOURHOOD}
"""The kinds of entry to which questions can be added from elsewhere."""


def _sequels(given: Mapping[str, Any]) -> Iterator[Sequel]:
    for subject, by_language in given.items():
        for language, by_topic in by_language.items():
            for topic, texts in by_topic.items():
                yield from (Sequel(subject, topic, text, language) for text in texts)


def _parts_asked(given: Mapping[str, Any]) -> Iterator[PartAsked]:
    for topic, by_language in given.items():
        for language, by_part in by_language.items():
            for part, texts in by_part.items():
                yield from (PartAsked(topic, part, text, language) for text in texts)


def _by_part(given: Mapping[str, Any]) -> Iterator[tuple[Part, Phrasing]]:
    for language, by_hand in given.items():
        for hand, by_part in by_hand.items():
            for part, texts in by_part.items():
                yield from ((part, Phrasing(text, language, hand)) for text in texts)


def phrasings(questions: Mapping[str, Any]) -> Iterator[Phrasing]:
    """The phrasings that questions by language, or by language and hand, stand for; templates are expanded."""
    for language, given in questions.items():
        by_hand = given if isinstance(given, Mapping) else {"": given}
        for hand, items in by_hand.items():
            for question in items:
                yield from _phrasings_of(question, language, hand)


def _phrasings_of(question: Question, language: str, hand: str) -> Iterator[Phrasing]:
    if not question.is_template:
        yield Phrasing(question.text, language, hand)
        return
    for text in expand(str(question.text)):
        yield Phrasing(Located(text, question.text.place), language, hand, family=question.text)


def trials(given: Iterable[Values], language: str) -> Iterator[Trial]:
    """Labelled questions; `language` is that of those that name none."""
    for each in given:
        if "question" in each:
            yield Trial(each["question"], each.get("language", language), each.get("expect", ()))


def topic(values: Values) -> Topic:
    """A topic."""
    answers = {language: _answer(given) for language, given in values.get("answer", {}).items()}
    return Topic(
        id=values["id"],
        title=values.get("title", {}),
        answers=answers,
        theme=values.get("theme", ""),
        claims=values.get("claims", ()),
        sources=values.get("sources", ()),
        related=values.get("related", ()),
        path=values.get("path"),
        variants=tuple(Variant(each.get("for", ""), _spoken(each)) for each in values.get("variants", ())),
        follow_ups=_follow_ups(values),
        phrasings=tuple(phrasings(values.get("questions", {}))),
    )


def small_talk(values: Values) -> SmallTalk:
    """A move of small talk."""
    replies = {
        language: given if isinstance(given, tuple) else (given,)
        for language, given in values.get("replies", {}).items()
    }
    return SmallTalk(
        id=values["id"],
        title=values.get("title", {}),
        replies=replies,
        follow_ups=_follow_ups(values),
        phrasings=tuple(phrasings(values.get("questions", {}))),
    )


def neighbourhood(values: Values) -> Neighbourhood:
    """A refused neighbourhood."""
    return Neighbourhood(
        id=values["id"],
        title=values.get("title", {}),
        what=values.get("what", ""),
        why=values.get("why", {}),
        instead=values.get("instead", {}),
        nearest=values.get("nearest", ()),
        phrasings=tuple(phrasings(values.get("questions", {}))),
    )


def path(values: Values) -> Path:
    """A learning path."""
    return Path(
        id=values["id"],
        title=values.get("title", {}),
        summary=values.get("summary", {}),
        audience=values.get("audience", {}),
        hours=values.get("hours", 0),
        pace=values.get("pace", {}),
        steps=tuple(_step(each) for each in values.get("steps", ()) if "id" in each),
        needs=values.get("needs", ()),
        claims=values.get("claims", ()),
        situations=values.get("situations", {}),
        aims=values.get("aims", {}),
    )


def lexicon(values: Values) -> Lexicon:
    """A lexicon."""
    translations = tuple(
        {language: given if isinstance(given, tuple) else (given,) for language, given in group.items()}
        for group in values.get("translations", ())
    )
    return Lexicon(
        abbreviations=values.get("abbreviations", {}),
        synonyms=values.get("synonyms", {}),
        translations=translations,
        persons=values.get("persons", {}),
        parts=values.get("parts", {}),
        dialogue=values.get("dialogue", {}),
    )


def _answer(given: Any) -> Answer:
    return Answer(point=given) if isinstance(given, str) else Answer(**{"point": "", **given})


def _step(values: Values) -> Step:
    return Step(
        id=values["id"],
        title=values.get("title", {}),
        outcome=values.get("outcome", {}),
        practice=values.get("practice", {}),
        proof=values.get("proof", {}),
        hours=values.get("hours", 0),
        needs=values.get("needs", ()),
        topics=values.get("topics", ()),
        resources=values.get("resources", ()),
        formerly=values.get("formerly", ()),
    )


def _follow_ups(values: Values) -> tuple[FollowUp, ...]:
    return tuple(FollowUp(each["topic"], _spoken(each)) for each in values.get("follow_ups", ()) if "topic" in each)


def _spoken(values: Values) -> Words:
    return {language: values[language] for language in ("fr", "en") if language in values}
