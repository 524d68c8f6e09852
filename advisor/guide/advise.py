"""Which learning paths suit a person, from what the talk was about and from three answers, each with its reasons.

Knows no screen, no store and no index: it weighs paths, topics and marks that it is given.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from advisor.guide.standing import standing as standing_of
from advisor.guide.words import quoted, said
from advisor.library import Path
from advisor.model import Topic, Words
from advisor.store.progress import PathProgress, progress
from advisor.store.records import StepMark

MOST = 3
"""Paths advised at a time: more would be a list again."""
PACES = (2, 4, 6, 10)
"""Hours a week to choose from, where nobody types a number."""
MOST_HOURS = 80
YEAR = 52
MAIN_AIM, OTHER_AIM = 6.0, 5.0
MAIN_SITUATION, OTHER_SITUATION = 2.0, 1.5
"""What it is worth that a path serves an aim and suits a situation; the first that it names is what it is made for."""
MISFIT = 0.9
"""What it costs that a path is for other situations than the person's."""
LEADS_THERE, READS = 1.0, 0.5
"""What a topic that leads to the path, and one that it reads, are worth."""
MOST_TALK = 1.9
"""What the whole talk is worth at most: with a situation, still less than an aim that a misfit serves."""
TOO_LONG = 1.0

ReasonKind = Literal["aim", "situation", "talk", "begun", "time", "before"]


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of somebody who looks for a path; nothing of it need be known."""

    situation: str = ""
    aim: str = ""
    hours: int = 0
    """A week; 0 where nobody said."""

    @property
    def is_unknown(self) -> bool:
        """Whether nothing was answered that a path could suit."""
        return not (self.situation or self.aim)


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for a path, in words."""

    kind: ReasonKind
    words: Words


@dataclass(frozen=True, slots=True)
class Advice:
    """A path that suits, and why."""

    path: Path
    reasons: tuple[Reason, ...]
    progress: PathProgress
    weeks: int | None = None
    """How long what is left takes, where the hours a week are known."""


def person_of(typed: str, situations: Sequence[str], aims: Sequence[str]) -> Person | None:
    """Three numbers as the answers that they stand for, 0 for none; a name stands for itself; None where they don't fit."""
    words = typed.replace(",", " ").split()
    if len(words) != 3:
        return None
    situation, aim = (_chosen(word, known) for word, known in zip(words, (situations, aims), strict=False))
    hours = words[2].casefold().removesuffix("h")
    if situation is None or aim is None or not (hours.isascii() and hours.isdigit()) or int(hours[:4]) > MOST_HOURS:
        return None
    return Person(situation, aim, int(hours))


def _chosen(word: str, known: Sequence[str]) -> str | None:
    if word in known:
        return word
    if word.isascii() and word.isdigit() and int(word[:4]) <= len(known):
        return known[int(word) - 1] if int(word) else ""
    return None


def advise(
    paths: Sequence[Path], person: Person, talked: Sequence[Topic] = (), marks: Mapping[str, StepMark] | None = None
) -> tuple[Advice, ...]:
    """The paths that suit, best first; none where nothing speaks for any, and none that is finished.

    An aim outweighs a situation, and both outweigh the talk. Between equals the shorter path comes first: it is the one
    that gets finished.
    """
    weighed = [(_weight(path, person, talked), path) for path in paths]
    standing = {path.id: progress(path, marks or {}) for path in paths}
    found = []
    for number, (weight, path) in enumerate(weighed):
        left = standing[path.id]
        if weight <= 0 or (left.states and left.next is None):
            continue
        weeks = ceil(left.hours_left / person.hours) if person.hours else None
        if weeks is not None and weeks > YEAR:
            weight -= TOO_LONG
        reasons = tuple(_reasons(path, person, talked, standing, weeks, paths))
        found.append((-weight, left.hours_left, number, Advice(path, reasons, left, weeks)))
    return tuple(advice for *_, advice in sorted(found, key=lambda each: each[:3])[:MOST])


def _weight(path: Path, person: Person, talked: Sequence[Topic]) -> float:
    weight = _worth(person.aim, path.aims, MAIN_AIM, OTHER_AIM)
    weight += _worth(person.situation, path.situations, MAIN_SITUATION, OTHER_SITUATION)
    weight += min(MOST_TALK, sum(_leads(topic, path) for topic in talked))
    is_misfit = person.situation and path.situations and person.situation not in path.situations
    return weight - MISFIT if is_misfit else weight


def _worth(named: str, suited: Mapping[str, Words], main: float, other: float) -> float:
    if named not in suited:
        return 0.0
    return main if named == next(iter(suited)) else other


def _leads(topic: Topic, path: Path) -> float:
    if topic.path == path.id:
        return LEADS_THERE
    return READS if any(topic.id in step.topics for step in path.steps) else 0.0


def _reasons(
    path: Path,
    person: Person,
    talked: Sequence[Topic],
    standing: Mapping[str, PathProgress],
    weeks: int | None,
    paths: Sequence[Path],
) -> list[Reason]:
    """Why this path, what weighs most first; then what to know about its time and what is advised before it."""
    reasons: list[Reason] = []
    if words := path.aims.get(person.aim):
        reasons.append(Reason("aim", words))
    if words := path.situations.get(person.situation):
        reasons.append(Reason("situation", words))
    heard = {topic.id: topic.title for topic in talked if _leads(topic, path)}
    if heard:
        reasons.append(Reason("talk", said("talked-of", topics=quoted(list(heard.values())[-MOST:]))))
    own = standing[path.id]
    if own.settled:
        reasons.append(Reason("begun", said("begun-already", settled=own.settled, count=len(own.states))))
    if weeks is not None:
        key = "long" if weeks > YEAR else "weeks" if weeks > 1 else "one-week"
        reasons.append(Reason("time", said(key, pace=person.hours, hours=own.hours_left, weeks=weeks)))
    for before in paths:
        left = standing[before.id]
        if before.id in path.needs and left.next is not None:
            reasons.append(Reason("before", said("first", title=before.title, hours=left.hours_left)))
    return reasons


def advice_words(advice: Advice) -> Words:
    """A path with its size or how far one is, and its reasons as a list."""
    size = standing_of(advice.path, advice.progress)
    return {
        language: "\n".join(
            [
                f"**{advice.path.id} · {_in(advice.path.title, language)}** ({size[language]})",
                *(f"- {_in(reason.words, language)}" for reason in advice.reasons),
            ]
        )
        for language in ("fr", "en")
    }


def _in(words: Words, language: str) -> str:
    return words.get(language) or next(iter(words.values()), "")
