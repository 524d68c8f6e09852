"""Which part of an answer a message behind it asks for; knows no reply and decides on no topic."""

from advisor.index.shelf import Shelf
from advisor.match.matcher import Matched, Matcher
from advisor.model import Part
from advisor.talk.compose import Composer
from advisor.talk.moves import MoveReader, Moves
from advisor.talk.voice import Voice
from advisor.text.features import stem
from advisor.text.fold import tokens

MOST_OF_IT = 0.6
"""The share of a message, by weight, that a part of an answer must hold to be taken for what was asked."""
ANY_OF_IT = 0.2
"""The share that tells which of the parts is the next, where the point was told before."""
ITS_OWN = 0.05
"""A word that this share of a topic's phrasings hold is what the topic is about: "how much?" behind rates asks for rates."""


class PartReader:
    """Reads the parts asked for in one base."""

    def __init__(self, matcher: Matcher, shelf: Shelf, composer: Composer, moves: MoveReader) -> None:
        self._matcher = matcher
        self._shelf = shelf
        self._composer = composer
        self._moves = moves

    def asked(self, topic: str, matched: Matched, moves: Moves, voice: Voice) -> Part | None:
        """The part of a topic's answer that a message asks for, or None for the answer as a whole.

        With words beside, what the topic as a whole is about is none of its parts.
        """
        about = {word for word in tokens(self._composer.title(topic, voice)) if not self._moves.is_glue(word)}
        is_part = moves.part is not None and not self._is_its_own(topic, matched, moves)
        if is_part and (not moves.rest or about.isdisjoint(moves.calls)):
            return moves.part
        return self._nearest(topic, matched, voice, MOST_OF_IT) if moves.brief else None

    def likely(self, topic: str, matched: Matched, voice: Voice) -> Part | None:
        """The part that a message about a topic whose point was told is likeliest after, or None.

        Reasons are long, and hold some word of most messages: that alone says nothing for them.
        """
        if surely := self._nearest(topic, matched, voice, MOST_OF_IT):
            return surely
        found = self._nearest(topic, matched, voice, ANY_OF_IT)
        return found if found != "detail" else None

    def _is_its_own(self, topic: str, matched: Matched, moves: Moves) -> bool:
        """Whether a call for an amount, which mostly is what something costs, is how people ask for the topic itself."""
        if not self._moves.is_amount(moves.calls):
            return False
        part, number = self._matcher.index.language(matched.reading.language), self._matcher.number(topic)
        return all(part.share_within(number, stem(word, part.language)) >= ITS_OWN for word in moves.calls)

    def _nearest(self, topic: str, matched: Matched, voice: Voice, least: float) -> Part | None:
        """The part of an answer that shares the weightiest words with a message, None where none holds `least` of it."""
        held = self._shelf.topic(topic)
        answer = held.answers.get(voice.language) if held else None
        if answer is None or matched.reading.language != voice.language:
            return None
        return self._composer.nearest_part(
            answer, matched.reading.words, self._matcher.index.language(voice.language), least
        )
