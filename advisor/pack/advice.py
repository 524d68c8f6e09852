"""Advice on laid packs (W4): what is missing in a language, what nothing uses; knows no YAML and no file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from advisor.library import Library
from advisor.model import PARTS, Topic
from advisor.pack.build import Entries
from advisor.pack.lay import Laid
from advisor.pack.phrase import Phrase, phrase
from advisor.pack.phrasings import Asked, judge_closer, judge_few, judge_near
from advisor.pack.places import Finding, finding, place_of, quoted

ANSWER = "answer"
_Said = Mapping[str, object]


def advise(packs: Sequence[Entries], laid: Laid, every: Sequence[Asked]) -> Iterator[Finding]:
    """Every warning; `every` holds all phrasings in order."""
    for pack in packs:
        yield from _missing_languages(pack)
    yield from judge_near(every)
    yield from judge_closer(every)
    yield from judge_few(laid.library)
    yield from _unused(laid.library)


def _missing_languages(pack: Entries) -> Iterator[Finding]:
    """W401, one finding an entry and language."""
    entries = [(id_, list(said)) for id_, said in _worded(pack)]
    spoken = sorted({language for _, said in entries for _, words in said for language in words})
    for id_, said in entries:
        for language in spoken:
            silent = list(dict.fromkeys(what for what, words in said if words and language not in words))
            if ANSWER in silent:
                silent = [what for what in silent if not (isinstance(what, str) and what.startswith(f"{ANSWER}."))]
            if silent:
                named = phrase(language)
                yield finding("W401", place_of(id_), "silent", id=quoted(id_), language=named, parts=tuple(silent))


def _worded(pack: Entries) -> Iterator[tuple[str, Iterable[tuple[str | Phrase, _Said]]]]:
    """Every entry with its words by what they are."""
    for topic in pack.topics:
        yield topic.id, _words_of_topic(topic)
    for talk in pack.small_talk:
        follow_ups = [("follow_ups", each.words) for each in talk.follow_ups]
        yield talk.id, [("title", talk.title), ("replies", talk.replies), *follow_ups]
    for off in pack.neighbourhoods:
        yield off.id, [("title", off.title), ("why", off.why), ("instead", off.instead)]
    for path in pack.paths:
        words = [("title", path.title), ("summary", path.summary), ("audience", path.audience), ("pace", path.pace)]
        reasons = [
            (phrase("suited", entry=phrase(what), id=id_), said)
            for what, suited in (("situation", path.situations), ("aim", path.aims))
            for id_, said in suited.items()
        ]
        yield path.id, [*words, *reasons]
        for step in path.steps:
            words = [("title", step.title), ("outcome", step.outcome), ("practice", step.practice)]
            yield step.id, [*words, ("proof", step.proof)]
    for claim in pack.claims:
        yield claim.id, [(phrase("words"), claim.words)]
    for id_, said in (*pack.themes, *pack.situations, *pack.aims):
        yield id_, [(phrase("words"), said)]


def _words_of_topic(topic: Topic) -> Iterator[tuple[str | Phrase, _Said]]:
    yield "title", topic.title
    yield ANSWER, topic.answers
    for part in PARTS[1:]:
        said = {language: answer.part(part) for language, answer in topic.answers.items()}
        yield f"{ANSWER}.{part}", {language: text for language, text in said.items() if text}
    yield from ((phrase("variant_for", person=each.person), each.words) for each in topic.variants)
    yield from ((phrase("follow_up_to", topic=each.topic), each.words) for each in topic.follow_ups)


def _unused(library: Library) -> Iterator[Finding]:
    """W405, W406 and W407."""
    carried = {id_ for topic in library.topics.values() for id_ in topic.claims}
    for claim in library.claims.values():
        if claim.id not in carried:
            yield finding("W405", place_of(claim.id), "claim_uncarried", id=quoted(claim.id))
    rested_on = {id_ for topic in library.topics.values() for id_ in topic.sources}
    rested_on |= {id_ for path in library.paths.values() for step in path.steps for id_ in step.resources}
    for source in library.references.values():
        if source.id not in rested_on:
            yield finding("W406", place_of(source.id), "source_unused", id=quoted(source.id))
    for what, known in (("situation", library.situations), ("aim", library.aims)):
        suited = {id_ for path in library.paths.values() for id_ in getattr(path, f"{what}s")}
        for id_ in known:
            if id_ not in suited:
                yield finding("W407", place_of(id_), "unsuited", entry=phrase(what), id=quoted(id_))
