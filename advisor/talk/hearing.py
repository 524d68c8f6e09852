"""How a message is heard that asks nothing: an introduction, a story, a remark; decides on no topic."""

from dataclasses import replace

from advisor.reply import Reply
from advisor.talk.compose import Composer
from advisor.talk.moves import Moves
from advisor.talk.voice import Voice
from advisor.text.fold import tokens

LONG_STORY = 12
"""Words of a message that tells something, from which that is thanked for where choices are offered."""

DOUBTFUL = 0.6
"""Confidence up to which "I don't know" may be wrong: a story that opens a talk is thanked for then, too."""


def heard(composer: Composer, reply: Reply, moves: Moves, voice: Voice, *, has_subject: bool) -> Reply:
    """A reply that has no answer, in words that fit what was no question; any other reply as it is.

    `has_subject` says whether something was answered before: then nobody introduces themselves any more.
    """
    if moves.care or moves.asking:
        return reply
    introduces = moves.introduces and not has_subject
    is_story = moves.personal and len(tokens(reply.question)) >= LONG_STORY
    may_be_meant = (
        reply.kind == "unknown" and not has_subject and not reply.neighbourhood and reply.confidence <= DOUBTFUL
    )
    if reply.offered and (
        (reply.kind == "choices" and (introduces or is_story)) or (may_be_meant and is_story and not introduces)
    ):
        return replace(reply, text=composer.list_of(reply.offered, "choices_told", voice))
    if reply.kind != "unknown":
        return reply
    if introduces:
        return composer.heard(replace(reply, neighbourhood=None), "pleased", voice)
    is_lost = reply.offered and not reply.neighbourhood
    return composer.heard(reply, "listening", voice) if is_lost and (moves.personal or has_subject) else reply
