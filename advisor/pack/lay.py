"""Lays packs over each other, later over earlier; says which ids stand twice or are missing, and knows no file."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from advisor.library import Dialogue, Lexicon, Library, PartAsked, Path, Sequel, Trial
from advisor.model import Claim, FollowUp, Neighbourhood, Phrasing, Reference, SmallTalk, Topic, Words
from advisor.pack.braces import sides
from advisor.pack.build import Addition, Entries
from advisor.pack.entries import FOLLOW_UPS, TITLE
from advisor.pack.phrase import phrase
from advisor.pack.places import Finding, Located, finding, place_of, quoted
from advisor.pack.shapes import nearest
from advisor.text.fold import words

_Entry = TypeVar("_Entry")
_Asked = Topic | SmallTalk | Neighbourhood
_KINDS: Mapping[str, type[_Asked]] = {"topic": Topic, "small_talk": SmallTalk, "neighbourhood": Neighbourhood}


@dataclass(frozen=True, slots=True)
class Laid:
    """The packs as one library whose texts still know their places."""

    library: Library
    claim_topics: Mapping[str, tuple[Located, ...]]
    """Claim to the topics that should carry it."""


def lay(packs: Sequence[Entries]) -> tuple[Laid, list[Finding]]:
    """The packs as one: a later entry replaces the earlier one of its id, questions alone are added to it."""
    findings: list[Finding] = []
    asked: dict[str, _Asked] = {}
    paths: dict[str, Path] = {}
    claims: dict[str, Claim] = {}
    references: dict[str, Reference] = {}
    named: dict[str, dict[str, Words]] = {"theme": {}, "situation": {}, "aim": {}}
    claim_topics: dict[str, tuple[Located, ...]] = {}
    background: list[Phrasing] = []
    trials: list[Trial] = []
    dialogues: list[Dialogue] = []
    sequels: list[Sequel] = []
    parts_asked: list[PartAsked] = []
    for pack in packs:
        entries: list[_Asked] = [*pack.topics, *pack.small_talk, *pack.neighbourhoods]
        new = _by_id(entries, _id, "entry", findings)
        _refuse_other_kinds(asked, new, findings)
        asked |= new
        paths |= _by_id(pack.paths, _id, "path", findings)
        claims |= _by_id(pack.claims, _id, "claim", findings)
        references |= _by_id(pack.references, _id, "source", findings)
        for what, pairs in (("theme", pack.themes), ("situation", pack.situations), ("aim", pack.aims)):
            named[what] |= {id_: said for id_, (_, said) in _by_id(pairs, _first, what, findings).items()}
        claim_topics |= dict(pack.claim_topics)
        background += pack.background
        trials += pack.trials
        dialogues += pack.dialogues
        sequels += pack.sequels
        parts_asked += pack.parts_asked
        _add(asked, pack.additions, findings)
    library = Library(
        topics={id_: each for id_, each in asked.items() if isinstance(each, Topic)},
        small_talk={id_: each for id_, each in asked.items() if isinstance(each, SmallTalk)},
        neighbourhoods={id_: each for id_, each in asked.items() if isinstance(each, Neighbourhood)},
        background=tuple(background),
        trials=tuple(trials),
        dialogues=tuple(dialogues),
        sequels=tuple(sequels),
        parts_asked=tuple(parts_asked),
        paths=paths,
        claims=claims,
        references=references,
        themes=named["theme"],
        situations=named["situation"],
        aims=named["aim"],
        lexicon=merged([lexicon for pack in packs for lexicon in pack.lexicons]),
    )
    return Laid(_with_own_phrasings(library), claim_topics), findings


def _id(entry: Any) -> str:
    id_: str = entry.id
    return id_


def _first(pair: tuple[str, object]) -> str:
    return pair[0]


def _by_id(
    entries: Iterable[_Entry], name: Callable[[_Entry], str], what: str, findings: list[Finding]
) -> dict[str, _Entry]:
    found: dict[str, _Entry] = {}
    for entry in entries:
        id_ = name(entry)
        if id_ in found:
            first = str(place_of(name(found[id_])))
            findings.append(finding("E301", place_of(id_), "id_twice", entry=phrase(what), id=quoted(id_), first=first))
        else:
            found[id_] = entry
    return found


def _refuse_other_kinds(known: Mapping[str, _Asked], new: Mapping[str, _Asked], findings: list[Finding]) -> None:
    for id_, entry in new.items():
        before = known.get(id_)
        if before is not None and type(before) is not type(entry):
            below = str(place_of(before.id))
            findings.append(finding("E301", place_of(entry.id), "id_of_another_kind", id=quoted(id_), below=below))


def _add(asked: dict[str, _Asked], additions: Iterable[Addition], findings: list[Finding]) -> None:
    gathered: dict[str, list[Phrasing]] = {}
    for addition in additions:
        entry = asked.get(addition.id)
        if isinstance(entry, _KINDS[addition.kind]):
            gathered.setdefault(addition.id, []).extend(addition.phrasings)
            continue
        known = tuple(id_ for id_, each in asked.items() if isinstance(each, _KINDS[addition.kind]))
        id_, kind = quoted(addition.id), phrase(addition.kind)
        mend = nearest(addition.id, known) or phrase("complete_entry")
        findings.append(finding("E302", place_of(addition.id), "nothing_to_add_to", id=id_, entry=kind, mend=mend))
    for id_, more in gathered.items():
        asked[id_] = replace(asked[id_], phrasings=(*asked[id_].phrasings, *more))


def _with_own_phrasings(library: Library) -> Library:
    """Titles and follow-ups are phrasings too, where nobody wrote the same."""
    asked: dict[str, list[FollowUp]] = {}
    following: list[Topic | SmallTalk] = [*library.topics.values(), *library.small_talk.values()]
    for entry in following:
        for follow_up in entry.follow_ups:
            asked.setdefault(follow_up.topic, []).append(follow_up)
    return replace(
        library,
        topics={id_: _more(each, asked.get(id_, [])) for id_, each in library.topics.items()},
        small_talk={id_: _more(each, []) for id_, each in library.small_talk.items()},
        neighbourhoods={id_: _more(each, []) for id_, each in library.neighbourhoods.items()},
    )


_Any = TypeVar("_Any", Topic, SmallTalk, Neighbourhood)


def _more(entry: _Any, follow_ups: Iterable[FollowUp]) -> _Any:
    known = {(each.language, tuple(words(each.text))) for each in entry.phrasings}
    more = [
        Phrasing(Located(side, place_of(text)), language, TITLE)
        for language, text in entry.title.items()
        for side in (sides(text) if language == "fr" else (text,))
    ]
    more += [Phrasing(text, language, FOLLOW_UPS) for each in follow_ups for language, text in each.words.items()]
    kept: list[Phrasing] = []
    for each in more:
        key = (each.language, tuple(words(each.text)))
        if key not in known:
            known.add(key)
            kept.append(each)
    return replace(entry, phrasings=(*entry.phrasings, *kept))


def merged(lexicons: Sequence[Lexicon]) -> Lexicon:
    """One lexicon: abbreviations replace earlier ones of the same form, everything else is added."""
    abbreviations: dict[str, dict[str, str]] = {}
    synonyms: dict[str, tuple[tuple[str, ...], ...]] = {}
    translations: list[Mapping[str, tuple[str, ...]]] = []
    persons: dict[str, dict[str, tuple[str, ...]]] = {}
    parts: dict[str, dict[str, tuple[str, ...]]] = {}
    dialogue: dict[str, dict[str, tuple[str, ...]]] = {}
    for each in lexicons:
        for language, forms in each.abbreviations.items():
            abbreviations.setdefault(language, {}).update(forms)
        for language, groups in each.synonyms.items():
            synonyms[language] = tuple(dict.fromkeys((*synonyms.get(language, ()), *groups)))
        translations += [group for group in each.translations if group not in translations]
        for into, section in ((persons, each.persons), (parts, each.parts), (dialogue, each.dialogue)):
            for name, by_language in section.items():
                known = into.setdefault(name, {})
                for language, said in by_language.items():
                    known[language] = tuple(dict.fromkeys((*known.get(language, ()), *said)))
    return Lexicon(abbreviations, synonyms, tuple(translations), persons, parts, dialogue)


def plain(value: Any) -> Any:
    """The same value with ordinary texts, which no longer know their places."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple):
        return tuple(plain(each) for each in value)
    if isinstance(value, Mapping):
        return {plain(key): plain(each) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return type(value)(**{name: plain(getattr(value, name)) for name in _names_of(type(value))})
    return value


@cache
def _names_of(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))
