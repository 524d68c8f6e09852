"""Two or three questions in one message: where one ends and the next begins, and their replies as one; decides nothing."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.reply import Passage, Reply, opened
from advisor.text.fold import words

MOST = 3
FEWEST_WORDS = 3
"""Words of a question that can stand alone."""
_END = re.compile(r"(?<=\?)\s+|(?<=\?)$")
_JOINING = frozenset({"and", "et", "puis", "plus", "also", "aussi"})
_SIGNS = frozenset(".;:")
"""Without any of these words or signs a message is one question."""


def questions_of(message: str) -> tuple[str, ...]:
    """The questions of a message that holds nothing else, two or three of them; empty for any other message.

    Each ends with a question mark, or they are joined by "and" before a word that asks: those may be one question as well. Whoever
    announces two ("deux questions : ...") may join them by a mere "and".
    """
    found = [piece.strip() for piece in _END.split(message) if piece.strip()]
    if len(found) == 1 and _SIGNS.isdisjoint(message) and _JOINING.isdisjoint(words(message)):
        return ()
    from advisor.talk.asking import ANNOUNCED, ASKS, JOINT

    if announced := ANNOUNCED.match(message):
        message = message[announced.end() :]
        found = [piece.strip() for piece in _END.split(message) if piece.strip()]
    if len(found) == 1 or not all(piece.endswith("?") for piece in found):
        found = [piece.strip() for piece in JOINT.split(message.strip()) if piece.strip()]
        if announced and len(found) == 1:
            return _halves(message)
        if not announced and not all(ASKS.match(piece) for piece in found):
            return ()  # a story goes before its question, and is none
    if not 2 <= len(found) <= MOST:
        return ()
    return tuple(found) if all(len(words(piece)) >= FEWEST_WORDS for piece in found) else ()


def _halves(message: str) -> tuple[str, ...]:
    """The two sides of the only word between them that can join them; nothing where there are several, or none."""
    from advisor.talk.asking import BETWEEN

    borders = list(BETWEEN.finditer(message))
    halves = [(message[: one.start()].strip(), message[one.end() :].strip()) for one in borders]
    good = [pair for pair in halves if all(len(words(half)) >= FEWEST_WORDS for half in pair)]
    return good[0] if len(good) == 1 else ()


def are_apart(message: str, questions: Sequence[str]) -> bool:
    """Whether each is surely a question by itself, so that one without an answer says nothing against the others."""
    from advisor.talk.asking import ANNOUNCED

    return all(question.endswith("?") for question in questions) or ANNOUNCED.match(message) is not None


def _under(title: str, passages: tuple[Passage, ...], *, goes_on: bool) -> list[Passage]:
    """An answer's passages under its title, which stands over its point, or over what is told instead.

    Where another answer `goes_on`, with parts alone, what is open of this one is asked for as well.
    """
    open_at = opened(passages)
    found = [replace(one, asked=place in open_at) if goes_on else one for place, one in enumerate(passages)]
    found[0] = replace(found[0], heading=title)
    if (first := min(open_at)) > 0:
        found[first] = replace(found[first], heading=f"{title} · {found[first].heading}")
    return found


def together(question: str, opening: str, replies: Sequence[Reply]) -> Reply:
    """Several replies as one, in order; what can only be one thing (topic, path) is the first answer's.

    One that is no answer stands under its question, with its first sentence alone.
    """
    first = next(reply for reply in replies if reply.topic)
    passages: list[Passage] = []
    told: list[str] = []
    goes_on = any(passage.asked for reply in replies for passage in reply.passages)
    for reply in replies:
        title, text = (reply.title, reply.text) if reply.topic else (reply.question, reply.text.partition("\n\n")[0])
        passages += _under(title, reply.passages or (Passage("point", "", text),), goes_on=goes_on)
        told.append(f"### {title}\n\n{text}")
    text = "\n\n".join([opening, *told])
    return replace(
        first,
        question=question,
        text=text,
        also=tuple(reply.topic for reply in replies if reply.topic and reply is not first),
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
