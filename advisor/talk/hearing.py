"""How a message is heard that asks nothing: an introduction, a story, a remark; decides on no topic.

Only the words change, and what is offered: a reply stays what it was, choices or "I don't know".
"""

from dataclasses import replace

from advisor.reply import Reply
from advisor.talk.clauses import asks
from advisor.talk.compose import Composer
from advisor.talk.moves import Moves
from advisor.talk.voice import Voice
from advisor.text.fold import tokens

STORY = 6
"""Words from which a message that opens a talk and asks nothing tells something."""
LONG_STORY = 12
"""The same further on, where choices are offered."""


def heard(composer: Composer, reply: Reply, moves: Moves, voice: Voice, *, has_subject: bool) -> Reply:
    """A reply without an answer, choices or "I don't know", in words that fit what was no question.

    `has_subject` says whether something was answered before: then nobody introduces themselves any more.
    """
    if moves.care or asks(reply.question):
        return reply
    length = len(tokens(reply.question))
    introduces = (moves.introduces or bool(moves.persons)) and not has_subject
    tells = introduces or (moves.personal and length >= (LONG_STORY if has_subject else STORY))
    if reply.kind == "choices":
        return replace(reply, text=composer.list_of(reply.offered, "choices_told", voice)) if tells else reply
    if introduces:
        return composer.heard(replace(reply, neighbourhood=None), "pleased", voice)
    if reply.neighbourhood or not reply.offered:
        return reply
    if tells and not has_subject:
        return replace(reply, text=composer.list_of(reply.offered, "choices_told", voice))
    return composer.heard(reply, "listening", voice) if moves.personal or has_subject else reply


def asks_something(message: str) -> bool:
    """Whether a message is more than a cry: it asks, in so many words."""
    return len(tokens(message)) >= STORY and asks(message)
