"""Indexes built from a part of the knowledge, to see what it would know with less; judges nothing itself.

For a learning curve, a share of each entry's phrasings. For cross-validation, all but one fold: what one hand wrote
stands in one fold, and so does all that a template yields, so that no question meets its own twin.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import blake2b
from math import ceil
from pathlib import Path
from typing import TypeVar

from advisor.advice.advisor import Advisor
from advisor.advice.ready import Ready
from advisor.index.reader import Index
from advisor.index.store import IndexFile
from advisor.library import Library, PartAsked, Sequel
from advisor.measure.asking import Asked, Questioner, Step
from advisor.measure.labels import FAR, NEAR, Labelled, Question
from advisor.measure.runs import CurvePoint, Judged
from advisor.model import LANGUAGES, Neighbourhood, Phrasing, SmallTalk, Topic

FOLDS = 3
GIVEN = frozenset({"title", "follow-ups"})
"""Hands of phrasings that nobody wrote as questions: always learnt from, never asked."""

Keep = Callable[[Sequence[Phrasing]], Sequence[Phrasing]]
_Entry = TypeVar("_Entry", Topic, SmallTalk, Neighbourhood)
_Said = TypeVar("_Said", Sequel, PartAsked)


@contextmanager
def advisor_over(library: Library) -> Iterator[Advisor]:
    """An advisor over a library, its index in a scratch directory."""
    from advisor.learn.build import build  # here, since it brings scikit-learn along

    with tempfile.TemporaryDirectory(prefix="advisor-measure-", ignore_cleanup_errors=True) as room:
        path = Path(room) / "part.index"
        build(library, "part", path)
        index = Index(IndexFile(path))
        try:
            yield Advisor(Ready(index))
        finally:
            index.close()


def learning_curve(
    library: Library, percentages: Sequence[float], labelled: Labelled, progress: Callable[[float], None], step: Step
) -> Iterator[CurvePoint]:
    """What indexes built from these percentages of each entry's phrasings make of some labelled questions."""
    for percentage in percentages:
        progress(percentage)
        part = share_of(library, percentage / 100)
        with advisor_over(part) as advisor:
            questioner = Questioner(advisor)
            asked = list(questioner.ask(labelled.questions, step))
            turns = list(questioner.talk(labelled.dialogues))
        yield CurvePoint(percentage, sum(1 for _ in phrasings_of(part)), Judged.of(asked, turns))


def share_of(library: Library, share: float) -> Library:
    """The library with that share of each entry's phrasings in each language, drawn by hash: a smaller share is in a larger.

    Of what is said behind each topic, sequels and what asks for parts, the same share is kept: the index learns from them as well.
    """

    def keep(phrasings: Sequence[Phrasing]) -> Sequence[Phrasing]:
        kept: set[Phrasing] = set()
        for language in LANGUAGES:
            spoken = sorted((one for one in phrasings if one.language == language), key=lambda one: draw(one.text))
            kept.update(spoken[: ceil(share * len(spoken))])
        return [one for one in phrasings if one in kept]

    thinned = replace(
        library,
        sequels=_share_behind(library.sequels, share),
        parts_asked=_share_behind(library.parts_asked, share),
    )
    return with_phrasings(thinned, keep)


def _share_behind(said: Sequence[_Said], share: float) -> tuple[_Said, ...]:
    """A share of what is said for each topic in each language, in its order."""
    behind: dict[tuple[str, str], list[_Said]] = {}
    for one in sorted(said, key=lambda one: draw(one.text)):
        behind.setdefault((one.topic, one.language), []).append(one)
    left = {one for held in behind.values() for one in held[: ceil(share * len(held))]}
    return tuple(one for one in said if one in left)


def with_phrasings(library: Library, keep: Keep) -> Library:
    """The library with each entry's phrasings, and the background, as `keep` leaves them."""

    def kept(entries: Mapping[str, _Entry]) -> dict[str, _Entry]:
        return {id: replace(entry, phrasings=tuple(keep(entry.phrasings))) for id, entry in entries.items()}

    return replace(
        library,
        topics=kept(library.topics),
        small_talk=kept(library.small_talk),
        neighbourhoods=kept(library.neighbourhoods),
        background=tuple(keep(library.background)),
    )


def phrasings_of(library: Library) -> Iterator[tuple[str | None, str, Phrasing]]:
    """Every phrasing with the entry that answers it, None for none, and a style that says what kind of entry it is of."""
    for topic in library.topics.values():
        yield from ((topic.id, "topic", one) for one in topic.phrasings)
    for talk in library.small_talk.values():
        yield from ((talk.id, "smalltalk", one) for one in talk.phrasings)
    for neighbourhood in library.neighbourhoods.values():
        yield from ((None, NEAR, one) for one in neighbourhood.phrasings)
    yield from ((None, FAR, one) for one in library.background)


@dataclass(frozen=True, slots=True)
class Fold:
    """What is learnt from, and the questions that are asked of it."""

    taught: Library
    questions: tuple[Question, ...]


def folds_of(library: Library, count: int = FOLDS) -> Iterator[Fold]:
    """The library in folds by hand; where it has fewer hands than folds, by what is written."""
    places = _places([one for _, _, one in phrasings_of(library)], count)
    for fold in range(count):
        held = [(entry, style, one) for entry, style, one in phrasings_of(library) if places.get(_key(one)) == fold]
        questions: dict[str, Question] = {}
        for entry, style, one in held:
            language = next((code for code in LANGUAGES if code == one.language), None)
            if language is not None:
                id = f"{language}:{draw(one.text):012x}"
                questions.setdefault(id, Question(id, language, one.text, (entry,) if entry else (), style))
        if questions:
            taught = with_phrasings(library, lambda all: [one for one in all if places.get(_key(one)) != fold])  # noqa: B023
            yield Fold(taught, tuple(questions.values()))


def cross_validated(library: Library, progress: Callable[[int, int], None], step: Step) -> Judged:
    """Every phrasing that a hand wrote, asked of an index that never saw its hand."""
    asked: list[Asked] = []
    for number, fold in enumerate(folds_of(library), 1):
        progress(number, FOLDS)
        with advisor_over(fold.taught) as advisor:
            asked += Questioner(advisor).ask(fold.questions, step)
    return Judged.of(asked)


_Key = tuple[str, str]


def _key(phrasing: Phrasing) -> _Key:
    """What names a phrasing's fold: its template, or else itself."""
    return (phrasing.language, phrasing.family or phrasing.text)


def _places(phrasings: Sequence[Phrasing], count: int) -> Mapping[_Key, int]:
    """The fold of every template and of every phrasing without one; those that nobody wrote as questions have none.

    A hand's fold is its place in the alphabet; a text that two hands wrote stands where the first of them does.
    """
    written = [one for one in phrasings if one.hand not in GIVEN]
    hands = sorted({one.hand for one in written if one.hand})
    turn = {hand: place % count for place, hand in enumerate(hands)} if len(hands) >= count else {}
    given = {_key(one) for one in phrasings if one.hand in GIVEN}
    places: dict[_Key, int] = {}
    for one in written:
        key = _key(one)
        if key not in given:
            places.setdefault(key, turn.get(one.hand, draw(key[1]) % count))
    return places


def draw(text: str) -> int:
    """A number that a text always draws."""
    return int.from_bytes(blake2b(text.encode(), digest_size=6).digest(), "big")
