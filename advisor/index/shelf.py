"""The library's texts inside the index: each entry as JSON of its own, read only when it is shown; knows no matching.

The answer path takes its words from here, so that it reads no YAML. Phrasings are not kept: the classifier has them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Any, TypeVar

from advisor.index.store import IndexFile, Section
from advisor.model import (
    PARTS,
    Answer,
    Claim,
    FollowUp,
    Neighbourhood,
    Part,
    Reference,
    SmallTalk,
    Topic,
    Variant,
    Words,
)
from advisor.text.features import stems
from advisor.text.fold import words
from advisor.text.typography import spoken

if TYPE_CHECKING:
    from advisor.library import Library, Path, Trial

KINDS = ("topics", "small_talk", "neighbourhoods", "paths", "claims", "references")
NAMED = ("themes", "situations", "aims")
"""Kinds of which only the words are kept."""
REMEMBERED = 256
"""Topics kept as they were read, some kilobytes each."""
_LEFT_OUT = frozenset({"phrasings"})
_T = TypeVar("_T")


def shelf_sections(library: Library) -> Mapping[str, Section]:
    """The sections that hold the texts: one blob, and for each kind its ids with offset and length."""
    blob = bytearray()
    contents: dict[str, dict[str, tuple[int, int]]] = {}
    for kind in KINDS:
        contents[kind] = {}
        for id, entry in getattr(library, kind).items():
            raw = json.dumps(plain(entry), ensure_ascii=False, separators=(",", ":")).encode()
            contents[kind][id] = (len(blob), len(raw))
            blob += raw
    heads = {id: [topic.theme, dict(topic.title)] for id, topic in library.topics.items()}
    asked: dict[str, dict[str, str]] = {}
    followed: list[Topic | SmallTalk] = [*library.topics.values(), *library.small_talk.values()]
    for entry in followed:
        for follow_up in entry.follow_ups:
            asked.setdefault(follow_up.topic, dict(follow_up.words))
    trials = [*library.trials, *(turn for talk in library.dialogues for turn in talk.turns)]
    listed = {
        "contents": contents,
        "heads": heads,
        "asked": asked,
        **{kind: {id: dict(words) for id, words in getattr(library, kind).items()} for kind in NAMED},
    }
    return {
        "shelf.contents": json.dumps(listed, ensure_ascii=False).encode(),
        "shelf.text": bytes(blob),
        "shelf.trials": json.dumps([plain(one) for one in trials], ensure_ascii=False).encode(),
    }


def plain(value: Any) -> Any:
    """A frozen dataclass as JSON can hold it: empty fields and phrasings left out."""
    if is_dataclass(value):
        held = ((f.name, getattr(value, f.name)) for f in fields(value) if f.name not in _LEFT_OUT)
        return {name: plain(one) for name, one in held if one not in (None, "", (), {})}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return str(value) if isinstance(value, str) else value


class Shelf:
    """The texts of an open index."""

    def __init__(self, file: IndexFile) -> None:
        self._file = file
        self.topic = lru_cache(REMEMBERED)(self._topic)
        """A topic by its id, or None; remembered, as talks come back to the same ones."""
        self.answer_stems = lru_cache(REMEMBERED)(self._answer_stems)
        """The stems of a topic's answer in a language, or in the one that there is; none without a topic."""
        self.point_stems = lru_cache(REMEMBERED)(partial(self._answer_stems, parts=PARTS[:1]))
        """Those of its point alone."""

    @cached_property
    def _listed(self) -> dict[str, Any]:
        listed: dict[str, Any] = self._file.json("shelf.contents")
        return listed

    def ids(self, kind: str) -> Iterator[str]:
        """The ids of a kind, in the library's order."""
        return iter(self._listed["contents"][kind])

    def has(self, kind: str, id: str) -> bool:
        """Whether there is an entry of that kind and id."""
        return id in self._listed["contents"][kind]

    def title(self, topic: str) -> Words:
        """A topic's title, without reading the topic."""
        title: Words = self._listed["heads"][topic][1]
        return title

    def way_to_ask(self, topic: str) -> Words:
        """A question that the topic answers, in a person's words; its title where no other topic leads to it."""
        words: Words = self._listed["asked"].get(topic) or self.title(topic)
        return words

    def theme(self, topic: str) -> str:
        """The theme that a topic belongs to, empty for none."""
        theme: str = self._listed["heads"][topic][0]
        return theme

    @property
    def themes(self) -> Mapping[str, Words]:
        """The titles of the themes."""
        return self._named("themes")

    @property
    def situations(self) -> Mapping[str, Words]:
        """Where a person may stand, to be advised a path."""
        return self._named("situations")

    @property
    def aims(self) -> Mapping[str, Words]:
        """What a person may want, to be advised a path."""
        return self._named("aims")

    def _named(self, kind: str) -> Mapping[str, Words]:
        named: Mapping[str, Words] = self._listed[kind]
        return named

    def trials(self) -> tuple[Trial, ...]:
        """The labelled questions, those of talks included: what a person teaches must not spoil them."""
        from advisor.library import Trial  # here and below: no answer needs it

        return tuple(_made(Trial, one) for one in self._file.json("shelf.trials"))

    def _read(self, kind: str, id: str) -> dict[str, Any] | None:
        found = self._listed["contents"][kind].get(id)
        if found is None:
            return None
        raw = self._file.raw("shelf.text")[found[0] : found[0] + found[1]]
        entry: dict[str, Any] = json.loads(bytes(raw))
        return entry

    def _topic(self, id: str) -> Topic | None:
        held = self._read("topics", id)
        if held is None:
            return None
        held["answers"] = {code: _made(Answer, parts) for code, parts in held["answers"].items()}
        held["variants"] = tuple(_made(Variant, one) for one in held.get("variants", ()))
        held["follow_ups"] = _follow_ups(held)
        return _made(Topic, held)

    def _answer_stems(self, id: str, language: str, parts: Sequence[Part] = PARTS) -> frozenset[str]:
        held = self.topic(id)
        if held is None:
            return frozenset()
        answer = held.answers.get(language) or next(iter(held.answers.values()))
        texts = map(answer.part, parts)
        said = spoken(" ".join(one if isinstance(one, str) else " ".join(one) for one in texts), "vous")
        return frozenset(stems(words(said), language))

    def small_talk(self, id: str) -> SmallTalk | None:
        """A small-talk entry, or None."""
        held = self._read("small_talk", id)
        if held is None:
            return None
        held["replies"] = {code: tuple(said) for code, said in held["replies"].items()}
        held["follow_ups"] = _follow_ups(held)
        return _made(SmallTalk, held)

    def neighbourhood(self, id: str) -> Neighbourhood | None:
        """A refused neighbourhood, or None."""
        held = self._read("neighbourhoods", id)
        return None if held is None else _made(Neighbourhood, {"what": "", **held})

    def path(self, id: str) -> Path | None:
        """A learning path, or None."""
        held = self._read("paths", id)
        if held is None:
            return None
        from advisor.library import Path, Step

        held["steps"] = tuple(_made(Step, {**_NO_STEP_WORDS, **one}) for one in held.get("steps", ()))
        return _made(Path, {**_NO_PATH_WORDS, **held})

    def claim(self, id: str) -> Claim | None:
        """A claim of the article, or None."""
        held = self._read("claims", id)
        return None if held is None else _made(Claim, held)

    def reference(self, id: str) -> Reference | None:
        """A source beside the article, or None."""
        held = self._read("references", id)
        return None if held is None else _made(Reference, held)


_NO_STEP_WORDS: dict[str, Any] = {"outcome": {}, "practice": {}, "proof": {}, "hours": 0}
_NO_PATH_WORDS: dict[str, Any] = {"summary": {}, "audience": {}, "pace": {}, "hours": 0}


def _follow_ups(held: Mapping[str, Any]) -> tuple[FollowUp, ...]:
    return tuple(_made(FollowUp, one) for one in held.get("follow_ups", ()))


def _made(kind: type[_T], held: Mapping[str, Any]) -> _T:
    """A dataclass from JSON: lists become tuples, since frozen data hold no lists."""
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in held.items()})
