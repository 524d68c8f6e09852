"""A conversation to take along: its questions, its replies and when they were said; knows no format and no screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from advisor.export.document import Block, Heading, Inline, Items, Paragraph, Run, read
from advisor.model import Language
from advisor.reply import Reply
from advisor.text.typography import typeset

SAID: Mapping[Language, Mapping[str, str]] = {
    "fr": {
        "title": "Conversation avec Advisor",
        "you": "Vous",
        "question": "Question {number}",
        "sure": "j'en suis sûr",
        "think": "je le pense",
        "hesitate": "j'hésite",
        "read_as": "J'ai lu « {typed} » comme « {read_as} ».",
        "sources": "Sources",
        "ask": "À demander ensuite",
        "colon": " :",
        "when": "{day} {month} {year}, {hour} h {minute}",
        "time": "{hour} h {minute}",
    },
    "en": {
        "title": "Conversation with Advisor",
        "you": "You",
        "question": "Question {number}",
        "sure": "I am sure",
        "think": "I think so",
        "hesitate": "I hesitate",
        "read_as": "I read “{typed}” as “{read_as}”.",
        "sources": "Sources",
        "ask": "Worth asking next",
        "colon": ":",
        "when": "{day} {month} {year}, {hour}:{minute}",
        "time": "{hour}:{minute}",
    },
}
MONTHS: Mapping[Language, tuple[str, ...]] = {
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}


@dataclass(frozen=True, slots=True)
class Turn:
    """A question as it was put, its reply, and when that came; `at` says its own time zone."""

    question: str
    reply: Reply
    at: datetime
    id: str | None = None
    """Under which it is kept, if it is."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """A conversation; `language` is that of the words around it."""

    turns: tuple[Turn, ...]
    language: Language

    def say(self, key: str, **values: object) -> str:
        """One of the words around the conversation."""
        return typeset(SAID[self.language][key], self.language).format(**values)

    def when(self, at: datetime, key: str = "when") -> str:
        """A time in words: the day and the hour, or the hour alone."""
        month = MONTHS[self.language][at.month - 1]
        return self.say(key, day=at.day, month=month, year=at.year, hour=f"{at.hour:02}", minute=f"{at.minute:02}")


def reply_blocks(reply: Reply) -> tuple[Block, ...]:
    """All that a reply says: its topic and how sure it is, its text, what it rests on, what to ask next."""

    def say(key: str, **values: object) -> str:
        return typeset(SAID[reply.language][key], reply.language).format(**values)

    blocks: list[Block] = []
    if reply.corrections:
        read_as = (say("read_as", typed=one.typed, read_as=one.read_as) for one in reply.corrections)
        blocks.append(Paragraph(tuple((Run(line),) for line in read_as)))
    if reply.kind == "answer" and reply.title:
        sureness = (Run(f" ({say(reply.sureness)})"),) if reply.sureness else ()
        blocks.append(Paragraph(((Run(reply.title, bold=True), *sureness),)))
    blocks += read(reply.text)
    if reply.sources:
        listed: list[Inline] = [
            (Run(one.title), Run(" "), Run(one.url, url=one.url)) if one.url else (Run(one.title),)
            for one in reply.sources
        ]
        blocks += [Heading((Run(say("sources")),)), _list(listed)]
    if reply.follow_ups and reply.kind in ("answer", "small_talk"):
        blocks += [Heading((Run(say("ask")),)), _list([(Run(one),) for one in reply.follow_ups])]
    return tuple(blocks)


def _list(lines: list[Inline]) -> Items:
    return Items(tuple((Paragraph((line,)),) for line in lines))
