"""Judges the questions of laid packs against each other; knows no file and no index."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from advisor.library import Library
from advisor.model import Neighbourhood, Phrasing, SmallTalk, Topic
from advisor.pack.closer import closer_pairs
from advisor.pack.entries import FOLLOW_UPS, TITLE
from advisor.pack.near import are_near, near_pairs
from advisor.pack.phrase import Phrase, phrase
from advisor.pack.places import Finding, Place, finding, place_of, quoted
from advisor.text.fold import words

BACKGROUND = ""
"""The owner of questions that nobody answers."""
FEW = 3
"""Questions in a language below which there are few."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A phrasing, whose it is, and its words after folding."""

    owner: str
    phrasing: Phrasing
    words: tuple[str, ...]

    @property
    def place(self) -> Place:
        """Where it stands."""
        return place_of(self.phrasing.text)

    @property
    def is_written(self) -> bool:
        """Whether it was written as a question, and isn't a title or a follow-up."""
        return self.phrasing.hand not in (TITLE, FOLLOW_UPS)

    def __str__(self) -> str:
        """The question between backticks."""
        return quoted(self.phrasing.text)


def every_phrasing(library: Library, ranks: Mapping[str, int]) -> list[Asked]:
    """All phrasings that have words, by the rank of their file's pack and by place: the first is nobody's copy."""
    entries: list[Topic | SmallTalk | Neighbourhood]
    entries = [*library.topics.values(), *library.small_talk.values(), *library.neighbourhoods.values()]
    owned = [(entry.id, each) for entry in entries for each in entry.phrasings]
    owned += [(BACKGROUND, each) for each in library.background]
    every = [Asked(owner, each, found) for owner, each in owned if (found := tuple(words(each.text)))]
    return sorted(every, key=lambda asked: (ranks.get(asked.place.file, 0), asked.place, asked.words, asked.owner))


def judge_shared(every: Iterable[Asked]) -> list[Finding]:
    """E310: a question that after folding stands under two owners in one language, found at the later one."""
    firsts: dict[tuple[str, tuple[str, ...]], Asked] = {}
    findings: dict[tuple[Place, str, str], Finding] = {}
    for asked in every:
        first = firsts.setdefault((asked.phrasing.language, asked.words), asked)
        if asked.owner != first.owner:
            once = asked.place, asked.owner, first.owner
            findings.setdefault(once, _beside(first, asked, "E310", "question_twice"))
    return list(findings.values())


def judge_near(every: Iterable[Asked]) -> Iterator[Finding]:
    """W402 and W403: for each question the earlier one that is most like it, under another owner and under its own."""
    nearest: dict[tuple[Place, str], tuple[float, Asked, Asked]] = {}
    for spoken in _by_language(every).values():
        for (first, second), likeness in near_pairs([asked.words for asked in spoken]).items():
            code = _code(spoken[first], spoken[second])
            once = spoken[second].place, code
            if code and (once not in nearest or nearest[once][0] < likeness):
                nearest[once] = likeness, spoken[first], spoken[second]
    for (_, code), (_, earlier, later) in nearest.items():
        yield _beside(earlier, later, code, "question_near" if code == "W402" else "question_near_own")


def judge_closer(every: Iterable[Asked]) -> Iterator[Finding]:
    """W408: a question that is closer to one under another owner than to any of its own, as that one is to it.

    Owners with so few questions that W404 says so have none that another could be close to.
    """
    for language, asked_in_it in _by_language(asked for asked in every if asked.is_written and asked.owner).items():
        number = Counter(asked.owner for asked in asked_in_it)
        spoken = [asked for asked in asked_in_it if number[asked.owner] >= FEW]
        for first, second, _ in closer_pairs([(asked.owner, asked.words) for asked in spoken], language):
            earlier, later = spoken[first], spoken[second]
            from_template = bool(earlier.phrasing.family) or bool(later.phrasing.family)
            if not from_template and not are_near(earlier.words, later.words):
                yield _beside(earlier, later, "W408", "question_closer")


def _beside(earlier: Asked, later: Asked, code: str, wording: str) -> Finding:
    """What is said of a question because of one that stands earlier."""
    return finding(
        code,
        later.place,
        wording,
        question=str(later),
        owner=_named(later),
        other=str(earlier),
        its_owner=_named(earlier),
        place=str(earlier.place),
    )


def _by_language(every: Iterable[Asked]) -> dict[str, list[Asked]]:
    spoken: dict[str, list[Asked]] = {}
    for asked in every:
        spoken.setdefault(asked.phrasing.language, []).append(asked)
    return spoken


def _code(first: Asked, second: Asked) -> str:
    """The rule that a pair of nearly the same questions falls under; nothing where it is as it should be.

    Templates are written to differ from one another, and from what people typed, by the word that counts.
    """
    if first.owner != second.owner:
        from_templates = bool(first.phrasing.family) and bool(second.phrasing.family)
        return "" if first.words == second.words or from_templates else "W402"
    from_template = bool(first.phrasing.family) or bool(second.phrasing.family)
    return "W403" if first.is_written and second.is_written and not from_template else ""


def _named(asked: Asked) -> str | Phrase:
    return quoted(asked.owner) if asked.owner else phrase("background")


def judge_few(library: Library) -> Iterator[Finding]:
    """W404: an entry with fewer than three questions in a language that it speaks."""
    for topic in library.topics.values():
        yield from _few(topic.id, {*topic.title, *topic.answers}, topic.phrasings)
    for small_talk in library.small_talk.values():
        yield from _few(small_talk.id, {*small_talk.title, *small_talk.replies}, small_talk.phrasings)
    for neighbourhood in library.neighbourhoods.values():
        yield from _few(neighbourhood.id, {*neighbourhood.title, *neighbourhood.why}, neighbourhood.phrasings)


def _few(id_: str, languages: set[str], phrasings: Iterable[Phrasing]) -> Iterator[Finding]:
    counts = dict.fromkeys(languages, 0)
    for phrasing in phrasings:
        if phrasing.hand not in (TITLE, FOLLOW_UPS):
            counts[phrasing.language] = counts.get(phrasing.language, 0) + 1
    for language, count in sorted(counts.items()):
        if count < FEW:
            yield finding(
                "W404",
                place_of(id_),
                ("no_question", "one_question", "few_questions")[min(count, 2)],
                id=quoted(id_),
                count=count,
                language=phrase(language),
            )
