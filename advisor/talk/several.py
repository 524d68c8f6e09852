"""Two or three questions in one message: where one ends and the next begins, and their replies as one; decides nothing."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.reply import Passage, Reply
from advisor.text.fold import words

MOST = 3
FEWEST_WORDS = 3
"""Words of a question that can stand alone."""
_END = re.compile(r"(?<=\?)\s+|(?<=\?)$")


def questions_of(message: str) -> tuple[str, ...]:
    """The questions of a message that holds nothing else, two or three of them; empty for any other message."""
    found = [piece.strip() for piece in _END.split(message) if piece.strip()]
    if not 2 <= len(found) <= MOST or not all(piece.endswith("?") for piece in found):
        return ()
    return tuple(found) if all(len(words(piece)) >= FEWEST_WORDS for piece in found) else ()


def together(question: str, opening: str, replies: Sequence[Reply]) -> Reply:
    """Several answers as one reply, in order; what can only be one thing (topic, path) is the first one's."""
    first = replies[0]
    passages: list[Passage] = []
    for reply in replies:
        point, *others = reply.passages
        passages += [replace(point, heading=reply.title), *others]
    text = "\n\n".join([opening, *(f"### {reply.title}\n\n{reply.text}" for reply in replies)])
    return replace(
        first,
        question=question,
        text=text,
        also=tuple(reply.topic for reply in replies[1:] if reply.topic),
        confidence=min(reply.confidence for reply in replies),
        passages=tuple(passages),
        alternatives=tuple(dict.fromkeys(one for reply in replies for one in reply.alternatives[:1]))
        + first.alternatives[1:3],
        sources=tuple(dict.fromkeys(one for reply in replies for one in reply.sources)),
        because=tuple(dict.fromkeys(one for reply in replies for one in reply.because)),
        corrections=tuple(dict.fromkeys(one for reply in replies for one in reply.corrections)),
        follow_ups=tuple(dict.fromkeys(one for reply in replies for one in reply.follow_ups[:2]))[:4],
        offered=tuple(dict.fromkeys(one for reply in replies for one in reply.offered[:2]))[:4],
    )
