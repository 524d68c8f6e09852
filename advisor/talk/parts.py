"""Which part of an answer a message asks for; knows no reply and decides on no topic.

Behind an answer an expression of the lexicon that is the whole message settles it ("how long?"). Else each part is weighed: by what
people said who were after it, by the words that it shares with the message, and by whether an expression calls it.
"""

from collections.abc import Mapping
from functools import lru_cache, partial
from math import exp, log

from advisor.index.parts_asked import ASKED, BEHIND, FIRST, Counts, counts_in, features_of
from advisor.index.reader import LanguageIndex
from advisor.index.shelf import Shelf
from advisor.match.confidence import Curve
from advisor.match.matcher import Matched, Matcher
from advisor.match.reading import Reading
from advisor.model import PARTS, Part
from advisor.talk.compose import Composer
from advisor.talk.moves import MoveReader, Moves
from advisor.talk.voice import Voice
from advisor.text.features import stem, stems
from advisor.text.fold import tokens, words
from advisor.text.typography import spoken

ITS_OWN = 0.05
"""A word that this share of a topic's phrasings hold is what the topic is about: "how much?" behind rates asks for rates."""
REMEMBERED = 64
"""Answers whose stems are kept."""
FAR = 8.0
"""How many natural logarithms of odds the counts speak for or against a part at most."""
MILD = 0.3
"""The power of the probabilities by which the counts speak a second time, since their words are no independent witnesses."""
CURVES = {BEHIND: "part", FIRST: "first_part"}
"""The curve of each model."""


class PartReader:
    """Reads the parts asked for in one base."""

    def __init__(self, matcher: Matcher, shelf: Shelf, composer: Composer, moves: MoveReader) -> None:
        self._matcher = matcher
        self._shelf = shelf
        self._composer = composer
        self._moves = moves
        self._curves = {name: Curve.of(matcher.index.meta["curves"][curve]) for name, curve in CURVES.items()}
        self._counts = lru_cache(maxsize=None)(lambda code, name: counts_in(matcher.index.file, code, name))
        self._stems = lru_cache(REMEMBERED)(partial(stems_by_part, shelf))

    def called(self, topic: str, matched: Matched, moves: Moves, voice: Voice) -> Part | None:
        """The part of a topic's answer that an expression in a message calls, or None.

        With words beside, what the topic as a whole is about is none of its parts.
        """
        part, number = self._matcher.index.language(matched.reading.language), self._matcher.number(topic)
        return called_part(moves, self._moves, part, number, self._composer.title(topic, voice))

    def likely(
        self, topic: str, matched: Matched, called: Part | None, voice: Voice, *, first: bool = False
    ) -> list[tuple[Part, float]]:
        """The parts of a topic's answer with the probability that a message is after each, likeliest first.

        Who asks of the topic `first` may be after its point: then they don't add up to one.
        """
        name = FIRST if first else BEHIND
        answer = self._stems(topic, voice.language)
        part = self._matcher.index.language(matched.reading.language)
        if part.language != voice.language:
            answer = dict.fromkeys(answer, frozenset())
        counts = self._counts(part.language, name)
        signals = part_signals(part, counts, topic, matched.reading, matched.question, called, answer)
        found = {one: self._curves[name](of_part) for one, of_part in signals.items()}
        whole = max(1.0, sum(found.values())) if first else sum(found.values()) or 1.0
        return sorted(((one, chance / whole) for one, chance in found.items()), key=lambda pair: -pair[1])


def called_part(said: Moves, moves: MoveReader, part: LanguageIndex, number: int, title: str) -> Part | None:
    """The part that an expression in a message calls, or None: what the entry as a whole is about is none of its parts.

    A call for an amount, which mostly is what something costs, may be how people ask for the topic itself.
    """
    if said.part is None:
        return None
    if moves.is_amount(said.calls) and all(
        part.share_within(number, stem(word, part.language)) >= ITS_OWN for word in said.calls
    ):
        return None
    about = {word for word in tokens(title) if not moves.is_glue(word)}
    return said.part if not said.rest or about.isdisjoint(said.calls) else None


def stems_by_part(shelf: Shelf, topic: str, language: str) -> dict[Part, frozenset[str]]:
    """The stems of each part that a topic's answer in a language has, but for its point; empty where there is none."""
    held = shelf.topic(topic)
    answer = held.answers.get(language) if held else None
    found: dict[Part, frozenset[str]] = {}
    for part in ASKED:
        content = answer.part(part) if answer else ""
        text = content if isinstance(content, str) else " ".join(content)
        if text:
            found[part] = frozenset(stems(words(spoken(text, "vous")), language))
    return found


def said_in(topic: str, reading: Reading, question: str) -> frozenset[str]:
    """What of a message about a topic is counted."""
    said = stems(list(reading.words), reading.language)
    return features_of(topic, said, asks=question.rstrip().endswith("?"))


def part_signals(
    part: LanguageIndex,
    counts: Counts,
    topic: str,
    reading: Reading,
    question: str,
    called: Part | None,
    answer: Mapping[Part, frozenset[str]],
) -> dict[Part, list[float]]:
    """What speaks for each part of an answer: people's words, words shared with its text, whether it is called, which it is.

    A shared word counts as much as it is rare in the language, and as few of the parts hold it. Their order is part of the
    format.
    """
    chances = counts.log_chances(said_in(topic, reading, question))
    rarity = {one: part.rarity(one) for one in set(stems(list(reading.words), part.language))}
    whole = sum(rarity.values()) or 1.0
    holders = {one: sum(one in held for held in answer.values()) for one in rarity}
    tells = {one: rarity[one] * log((len(answer) + 1) / (holders[one] + 0.5)) for one in rarity if holders[one]}
    shared = {
        one: sum(weight for word, weight in tells.items() if word in held) / whole for one, held in answer.items()
    }
    rivals = [one for one in PARTS if one in answer or (one not in ASKED and counts.asks_for(one))]
    odds, mild = (_odds({one: power * chances[one] for one in rivals}) for power in (1.0, MILD))
    found = {}
    for one in answer:
        most = max((share for other, share in shared.items() if other != one), default=0.0)
        is_other = called in answer and called != one
        found[one] = [odds[one], mild[one], shared[one], shared[one] - most, float(one == called), float(is_other)]
        found[one] += [float(one == each) for each in ASKED]
    return found


def _odds(chances: Mapping[Part, float]) -> Mapping[Part, float]:
    """Logarithms of the odds of each part against the others together, from logarithms of their probabilities."""
    most = max(chances.values(), default=0.0)
    raised = {one: exp(chance - most) for one, chance in chances.items()}
    whole = sum(raised.values())
    return {one: max(-FAR, min(FAR, log((each + 1e-9) / (whole - each + 1e-9)))) for one, each in raised.items()}
