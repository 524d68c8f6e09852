"""A person's own phrasings over an index: recognised beside it, so that nothing has to be built; knows no conversation.

A phrasing is admitted only as far as no other question loses by it. Its reach is the likeness from which another question is
taken for it: at least `REACH`, and above the likeness of every labelled question that should get another reply, and of every
phrasing that the knowledge has under another entry. Where such a question is as good as the same, nothing is learnt.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from threading import RLock

from advisor.index.reader import Vector
from advisor.index.shelf import Shelf
from advisor.lessons.lesson import Keeper, Kept, Lesson, Taught
from advisor.match.likeness import Weights, likeness, weighed
from advisor.match.matcher import Matcher
from advisor.match.reading import Reading, languages_of, read
from advisor.model import Language
from advisor.talk.moves import MoveReader
from advisor.talk.several import are_apart, questions_of
from advisor.text.features import stem, stems

REACH = 0.85
"""Of 217 labelled questions whose nearest phrasing is that alike, 215 belong to the same entry."""
CONFIDENCE = 0.98
"""Of a question that is recognised by a phrasing of the person's own: rounded down from those 215 of 217."""
SAME = 0.9998
"""Likeness from which two questions are the same, but for the rounding of stored weights."""
_ABOVE = 1e-4
FEWEST_TELLING = 2
"""Words, beyond those that everybody writes, that a question needs to be recognised."""

FEWEST_TELLING_LEANING = 4
"""The same of one that looks as if it leant on what was said before; with so many it stands by itself."""


@dataclass(frozen=True, slots=True)
class _Tried:
    """A labelled question as it is read in one language."""

    weights: Weights
    best: str
    """The entry that answers it best, empty where none should."""


class OwnPhrasings:
    """What a person has taught, over one base; may be used by several threads."""

    def __init__(
        self, matcher: Matcher, shelf: Shelf, moves: MoveReader, keeper: Keeper, *, learns: bool = True
    ) -> None:
        """Where it doesn't learn, it only recognises what was learnt before."""
        self._matcher = matcher
        self._index = matcher.index
        self._shelf = shelf
        self._moves = moves
        self._keeper = keeper
        self.learns = learns
        self._lock = RLock()
        self._tried: dict[Language, list[_Tried]] = {}
        self._reaching: dict[str, Taught | None] = {}

    def recall(self, question: str) -> Taught | None:
        """The person's own phrasing that a question is, or None."""
        with self._lock:
            if not self._remembered:
                return None
            said = self._moves.read(question)
            if said.danger or said.care:
                return None
            found = [
                (alike, one)
                for reading in self._readings(question)
                for alike, one in self._alike(reading)
                if alike >= one.reach
            ]
            return max(found, key=lambda pair: pair[0])[1] if found else None

    def _alike(self, reading: Reading) -> Iterator[tuple[float, Taught]]:
        """The phrasings that are like a question, the last taught first, but where another entry's are at least as like it."""
        weights = weighed(self._index, reading.words, reading.language)
        for kept, own in reversed(self._remembered):
            alike = likeness(weights, own) if kept.language == reading.language else 0.0
            # judged only here: nearly all questions are like none, and then cost next to nothing
            if alike < REACH or (taught := self._judged(kept)) is None:
                continue
            if alike >= SAME or self._nearest_other(reading, weights, taught.topic)[0] < alike:
                yield alike, taught

    def learn(self, question: str, language: Language, wrong: Sequence[str], right: str) -> Lesson | None:
        """Take a question for one on a topic from now on, if no other question loses by it; None where nothing is learnt."""
        with self._lock:
            keeper = self._keeper
            if not self.learns:
                return None
            for topic in wrong:
                keeper.choose(keeper.reject(question, language, topic), right)
            lesson = self.judge(question, language, right)
            if lesson.taught is None:
                return lesson
            id = keeper.teach(question, language, right)
            self.__dict__.pop("_remembered", None)
            return replace(lesson, taught=replace(lesson.taught, id=id))

    def judge(self, question: str, language: Language, topic: str) -> Lesson:
        """Whether a question could be learnt, and how far it would reach; keeps nothing."""
        said = self._moves.read(question)
        several = questions_of(question)  # those that are joined by "and" may be one
        is_several = bool(several) and are_apart(question, several)
        if said.move or said.danger or said.care or said.back or said.switch or is_several:
            return Lesson("leaning", topic)
        reading = read(self._index, question, language)
        part = self._index.language(language)
        telling = {
            one for one in stems(list(reading.words), language) if part.rarity(one) > 0 or part.rarity_of(one) < 0
        }
        if len(telling) < FEWEST_TELLING:
            return Lesson("vague", topic)
        leans = said.leaning or said.pointing or (said.part and not said.rest)
        if leans and len(telling) < FEWEST_TELLING_LEANING:
            return Lesson("leaning", topic)
        weights = weighed(self._index, reading.words, language)
        tried, expected = self._nearest_trial(weights, language, topic)
        if tried >= SAME:
            return Lesson("tried", topic, expected)
        other, owner = self._nearest_other(reading, weights, topic)
        if other >= SAME:
            return Lesson("taken", topic, owner)
        reach = max(REACH, tried + _ABOVE, other + _ABOVE)
        return Lesson("learnt", topic, taught=Taught("", question, language, topic, weights, reach))

    def all(self) -> tuple[Kept, ...]:
        """All that was taught on topics that the knowledge has, in order."""
        with self._lock:
            return tuple(kept for kept, _ in self._remembered)

    def forget(self, id: str) -> bool:
        """Let go of a phrasing; False where it isn't there."""
        with self._lock:
            self.__dict__.pop("_remembered", None)
            return self._keeper.forget(id)

    @cached_property
    def _remembered(self) -> list[tuple[Kept, Weights]]:
        """The kept phrasings whose topic the knowledge still has, with their words as it reads them now."""
        return [
            (kept, weighed(self._index, read(self._index, kept.question, kept.language).words, kept.language))
            for kept in self._keeper.phrasings()
            if self._shelf.has("topics", kept.topic)
        ]

    def _judged(self, kept: Kept) -> Taught | None:
        """A kept phrasing as far as it reaches in the knowledge as it is now; None where it would do harm."""
        if kept.id not in self._reaching:
            taught = self.judge(kept.question, kept.language, kept.topic).taught
            self._reaching[kept.id] = taught and replace(taught, id=kept.id)
        return self._reaching[kept.id]

    def _readings(self, question: str) -> Iterator[Reading]:
        for language in languages_of(self._index, question):
            yield read(self._index, question, language)

    def _nearest_trial(self, weights: Weights, language: Language, topic: str) -> tuple[float, str]:
        """How alike the nearest labelled question is that the topic doesn't answer best, and what does."""
        if language not in self._tried:
            self._tried[language] = [
                _Tried(weighed(self._index, reading.words, language), trial.expect[0] if trial.expect else "")
                for trial in self._shelf.trials()
                for reading in self._readings(trial.question)
                if reading.language == language
            ]
        others = (one for one in self._tried[language] if one.best != topic)
        return max(((likeness(weights, one.weights), one.best) for one in others), default=(0.0, ""))

    def _nearest_other(self, reading: Reading, weights: Weights, topic: str) -> tuple[float, str]:
        """How alike the nearest phrasing of another entry is, and which entry that is."""
        part = self._index.language(reading.language)
        rows = {stem(word, reading.language): part.vector([word]).words for word in reading.words}
        # each word once, and all of them: the matcher's own comparison is quicker, and coarser for long questions
        exact = Vector([], [], [(row[0][0], weights[one]) for one, row in rows.items() if row])
        found = (
            (part.nearest(exact, number)[0], entry.id)
            for number, entry in enumerate(self._index.entries)
            if entry.id != topic
        )
        return max(found, default=(0.0, ""))
