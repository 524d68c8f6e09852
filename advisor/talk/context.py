"""What a message means behind those before it: stays on the subject, moves on, or leaves; knows no wording.

Every entry that a message may be about is weighed by what the matcher finds in the message alone, by what it finds when
the subject's title stands before it, and by how people go on in a talk: they mostly stay, or go to a topic beside. The
weights are fitted when the index is built, on the trial dialogues of the knowledge; their order is part of the format.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log, log1p
from typing import Any

from advisor.index.reader import LanguageIndex
from advisor.index.shelf import Shelf
from advisor.match.confidence import Curve
from advisor.match.matcher import Match, Matched, Matcher
from advisor.match.reading import read
from advisor.model import Language
from advisor.talk.decide import Decision, Thresholds, neighbourhood_of
from advisor.talk.moves import Moves
from advisor.text.features import stem

OFFERED = 3
"""Topics offered where no one of them is likely enough."""
FOLLOWING = 3
"""Topics that people go on to from the subject with such words, looked at whatever else speaks for them."""
UNHEARD = 8.0
"""What a word that nobody knows weighs among those that a message brings: as much as a rare one."""
NOTHING = -1.0
"""The classifier's decision value where there is no entry to decide on."""
ANOTHER = 0.9
"""Confidence from which a message that announces a return speaks of another topic nevertheless."""
NAMED = 0.5
"""Confidence from which a message that comes back names the topic that it comes back to."""
SURELY_OFF = 0.9
"""Probability of being off the map from which not even a call for a part of the answer says that a message is about it."""
FLOOR = 0.002
"""Confidence of an entry that the matcher did not find worth weighing."""
TURN_SIGNALS = (
    "alone",
    "behind",
    "rival",
    "stays",
    "stays_leaning",
    "stays_pointing",
    "stays_part",
    "stays_support",
    "stays_length",
    "stays_inside",
    "beside",
    "beside_leaning",
    "beside_support",
    "elsewhere_leaning",
    "elsewhere_inside",
    "elsewhere_support",
    "small_talk",
    "sequel",
    "sequel_margin",
    "stays_echo",
)
OFF_SIGNALS = (
    "inside",
    "refused_cosine",
    "support",
    "leaning",
    "pointing",
    "length",
    "best",
    "unknown",
    "sequel",
    "sequel_refused",
    "asking",
    "opens_asking",
    "personal",
    "interrupted",
    "echo",
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What the talk is about: a topic, its column, the topics beside it, and how sure it is that the person meant it."""

    topic: str
    number: int
    title: str
    beside: tuple[str, ...]
    confidence: float
    words: frozenset[str]
    """The stems of its answer in the language of the talk."""
    point: frozenset[str]
    """Those of its point, which was told."""


def subject_of(shelf: Shelf, matcher: Matcher, topic: str, language: Language, confidence: float) -> Subject:
    """A topic as the subject of a talk in a language; raises KeyError where the base has no such topic."""
    held = shelf.topic(topic)
    if held is None:
        raise KeyError(topic)
    beside = (*held.related, *(one.topic for one in held.follow_ups))
    return Subject(
        topic,
        matcher.number(topic),
        held.title.get(language) or next(iter(held.title.values())),
        tuple(one for one in dict.fromkeys(beside) if one != topic),
        confidence,
        shelf.answer_stems(topic, language),
        shelf.point_stems(topic, language),
    )


@dataclass(frozen=True, slots=True)
class Turn:
    """A message behind others, as numbers: for each entry id its signals, and those of leaving the map."""

    entries: Mapping[str, list[float]]
    off: list[float]


@dataclass(frozen=True, slots=True)
class Custom:
    """How people go on in a talk, as fitted."""

    right: Curve
    off: Curve

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Custom":
        """The curves as the index stores them."""
        return cls(Curve.of(stored["turn"]), Curve.of(stored["off"]))


def weigh(matcher: Matcher, matched: Matched, moves: Moves, subject: Subject, *, interrupted: bool) -> Turn:
    """The signals of every entry that a message behind a subject may be about.

    `interrupted` says whether something off the map stands between the two.
    """
    part = matcher.index.language(matched.reading.language)
    text = f"{subject.title} {matched.question}"
    together = matcher.match_reading(text, read(matcher.index, text, matched.reading.language))
    alone = {match.entry.id: match.confidence for match in matched.answered}
    behind = {match.entry.id: match.confidence for match in together.answered}
    kinds = {match.entry.id: match.entry.kind for match in (*matched.answered, *together.answered)}
    sequel = matcher.scores_behind(matched.reading, subject.topic)
    following = part.best(sequel, FOLLOWING + 1)
    entries = matcher.index.entries
    next_best = [entries[number].id for number in following[:FOLLOWING] if entries[number].kind == "topic"]
    inside = _odds(matched.in_scope)
    known = support(part, moves.rest, subject.number, subject.words)
    echo = echoed(part, moves.rest, subject.point)
    length = log1p(len(moves.rest))
    signals: dict[str, list[float]] = {}
    for id in dict.fromkeys((subject.topic, *subject.beside, *alone, *behind, *next_best)):
        number = matcher.number(id)
        rival = following[0] if following[0] != number else following[1]
        stays = float(id == subject.topic)
        beside = float(id in subject.beside)
        elsewhere = 1.0 - stays - beside
        signals[id] = [
            _odds(alone.get(id, 0.0)),
            _odds(behind.get(id, 0.0)),
            _odds(max((chance for other, chance in alone.items() if other != id), default=0.0)),
            stays,
            stays * moves.leaning,
            stays * moves.pointing,
            stays * (moves.part is not None),
            stays * known,
            stays * length,
            stays * inside,
            beside,
            beside * moves.leaning,
            support(part, moves.rest, number) if beside else 0.0,
            elsewhere * moves.leaning,
            elsewhere * inside,
            support(part, moves.rest, number) if elsewhere else 0.0,
            float(kinds.get(id) == "small_talk"),
            sequel[number],
            sequel[number] - sequel[rival],
            stays * echo,
        ]
    off = [
        inside,
        matched.refused.cosine if matched.refused else 0.0,
        known,
        float(moves.leaning),
        float(moves.pointing),
        length,
        _odds(max(alone.values(), default=0.0)),
        len(matched.reading.unknown) / max(1, len(matched.reading.typed)),
        max((score for score, entry in zip(sequel, entries, strict=True) if entry.answered), default=NOTHING),
        max((score for score, entry in zip(sequel, entries, strict=True) if not entry.answered), default=NOTHING),
        float(moves.asking),
        float(moves.opens_asking),
        float(moves.personal),
        float(interrupted),
        echo,
    ]
    return Turn(signals, off)


def _odds(chance: float) -> float:
    """The logarithm of the odds, between those of `FLOOR` and of its opposite."""
    chance = min(1 - FLOOR, max(FLOOR, chance))
    return log(chance / (1 - chance))


def in_context(
    matcher: Matcher,
    thresholds: Thresholds,
    custom: Custom,
    matched: Matched,
    moves: Moves,
    subject: Subject,
    rejected: Collection[str] = (),
    *,
    interrupted: bool,
) -> Decision:
    """Decide on a message behind a subject; an answer's match may have been found by the talk alone.

    What was `rejected` is answered, or offered, only where the words of the message are enough to find it.
    """
    if moves.bare or (moves.part and not moves.rest and not _leads_away(matched, subject, thresholds)):
        return Decision("answer", (made_by_talk(matcher, subject.topic, subject.confidence),), subject.confidence)
    turn = weigh(matcher, matched, moves, subject, interrupted=interrupted)
    alone = {match.entry.id for match in matched.answered}
    left = {id: signals for id, signals in turn.entries.items() if id in alone or id not in rejected} or turn.entries
    chances = {id: custom.right(signals) for id, signals in left.items()}
    best = max(chances, key=lambda id: chances[id])
    off = custom.off(turn.off)
    if off > max(chances[best], thresholds.leave):
        if moves.part and off < SURELY_OFF and neighbourhood_of(matched) is None:
            return Decision(
                "answer", (made_by_talk(matcher, subject.topic, chances[subject.topic]),), chances[subject.topic]
            )
        return Decision("unknown", (), off)
    if chances[best] >= thresholds.follow:
        found = next((match for match in matched.answered if match.entry.id == best), None)
        return Decision("answer", (found or made_by_talk(matcher, best, chances[best]),), chances[best])
    topics = [id for id in chances if matcher.index.entries[matcher.number(id)].kind == "topic"]
    likeliest = sorted(topics, key=lambda id: -chances[id])[:OFFERED]
    made = tuple(made_by_talk(matcher, id, chances[id]) for id in likeliest)
    return Decision("choices", made, min(1.0, sum(match.confidence for match in made)))


def _leads_away(matched: Matched, subject: Subject, thresholds: Thresholds) -> bool:
    """Whether a call for a part, with words beside, speaks for a topic beside the subject ("how long a week")."""
    best = matched.answered[0] if matched.answered else None
    return best is not None and best.confidence >= thresholds.answer and best.entry.id in subject.beside


def made_by_talk(matcher: Matcher, id: str, confidence: float) -> Match:
    """A match that the talk has found, not the words."""
    number = matcher.number(id)
    return Match(matcher.index.entries[number], number, confidence, 0.0, 0.0, -1)


def support(part: LanguageIndex, rest: Sequence[str], number: int, also: Collection[str] = ()) -> float:
    """The share of a message's words, beyond glue, that an entry's phrasings (or `also`) hold; 1.0 without any.

    A word counts as much as it is rare, by its inverse document frequency; one that nobody knows, as `UNHEARD`.
    """
    weights = _weights(part, rest)
    if not weights:
        return 1.0
    held = (weight for one, weight in weights if one in also or part.holds(number, one))
    return sum(held) / sum(weight for _, weight in weights)


def echoed(part: LanguageIndex, rest: Sequence[str], told: Collection[str]) -> float:
    """The share of a message's words, beyond glue, that stand in what it was told; 0.0 without any.

    Who repeats a word asks of it ("early, how early?"), whatever else has that word.
    """
    weights = _weights(part, rest)
    return (
        sum(weight for one, weight in weights if one in told) / sum(weight for _, weight in weights) if weights else 0.0
    )


def _weights(part: LanguageIndex, rest: Sequence[str]) -> list[tuple[str, float]]:
    """The stems of words with what each counts; empty where none counts anything."""
    said = [stem(word, part.language) for word in rest if not word.isdigit()]
    weights = [(one, part.rarity_of(one)) for one in said]
    weights = [(one, UNHEARD if weight < 0 else weight) for one, weight in weights]
    return weights if any(weight for _, weight in weights) else []


def return_to(matched: Matched, alone: Decision, spoken: Sequence[str], interrupted: bool) -> str | None:
    """The topic that a message comes back to, of those spoken of: the one that its words name, else the last but one.

    The last one is come back to where it is clearly named, or where something `interrupted` it that was refused. None where
    the words surely speak by themselves for a topic that wasn't spoken of, or that was turned down.
    """
    found = alone.matches[0].entry if alone.kind == "answer" and alone.confidence >= ANOTHER else None
    if found is not None and found.kind == "topic" and found.id not in spoken:
        return None
    for match in matched.answered:
        if match.entry.id in spoken and (match.entry.id != spoken[-1] or match.confidence >= NAMED):
            return match.entry.id
    return spoken[-1] if interrupted else spoken[-2] if len(spoken) > 1 else None
