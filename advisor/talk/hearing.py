"""How a message is heard that asks nothing: an introduction, a story, a remark; decides on no topic.

Only the words change, and what is offered: a reply stays what it was, choices or "I don't know". Beside a word of care alone an
answer that isn't surely meant is withheld.
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
SURELY_OUT = 0.9
"""Probability of being off the map from which who introduces themselves is told why, rather than asked for a question."""


def heard(composer: Composer, reply: Reply, moves: Moves, voice: Voice, *, opens: bool, has_subject: bool) -> Reply:
    """A reply without an answer, choices or "I don't know", in words that fit what was no question.

    `opens` says whether the message opens the talk, but for a greeting: later nobody introduces themselves any more. Who tells
    something where the talk `has_subject` is asked which point to go into.
    """
    if moves.care or asks(reply.question):
        return reply
    length = len(tokens(reply.question))
    introduces = (moves.introduces or bool(moves.persons)) and opens
    tells = introduces or (moves.personal and length >= (STORY if opens else LONG_STORY))
    if reply.kind == "choices":
        return replace(reply, text=composer.list_of(reply.offered, "choices_told", voice)) if tells else reply
    if introduces and not (reply.neighbourhood and reply.confidence >= SURELY_OUT):
        return composer.heard(replace(reply, neighbourhood=None), "pleased", voice)
    if reply.neighbourhood or not reply.offered:
        return reply
    if tells and opens:
        return replace(reply, text=composer.list_of(reply.offered, "choices_told", voice))
    return (
        composer.heard(reply, "react" if has_subject else "listening", voice) if moves.personal or not opens else reply
    )


def cared_for(composer: Composer, reply: Reply, need: str, voice: Voice) -> Reply:
    """A reply with the kind word that the person needs; whoever asks something gets that as well."""
    asked = len(tokens(reply.question)) >= STORY and asks(reply.question)
    return composer.caring(reply, need, voice, asks=asked)
