"""Judges what entries say of each other (E3) over packs that are laid; knows no YAML and reads no file."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from advisor.library import Library, Path, Step
from advisor.model import SmallTalk, Topic
from advisor.pack.lay import Laid
from advisor.pack.phrase import phrase
from advisor.pack.places import Finding, finding, place_of, quoted
from advisor.pack.shapes import nearest

_Named = tuple[str, str, str, Mapping[str, object]]


def judge_references(laid: Laid) -> list[Finding]:
    """Every dangling id, every circle, every step whose id is taken."""
    library = laid.library
    steps, findings = _steps(library.paths)
    findings += [
        finding(code, place_of(id_), "no_such", entry=phrase(what), id=quoted(id_), mend=nearest(id_, known))
        for code, what, id_, known in _named(laid, steps)
        if id_ not in known
    ]
    findings += _circles(library.paths, steps)
    return findings


def _steps(paths: Mapping[str, Path]) -> tuple[dict[str, Step], list[Finding]]:
    known: dict[str, Step] = {}
    findings = []
    every = [step for path in paths.values() for step in path.steps]
    for step in every:
        same = known.get(step.id) or paths.get(step.id)
        if same is not None:
            other = str(place_of(same.id))
            findings.append(finding("E301", place_of(step.id), "id_of_another_step", id=quoted(step.id), other=other))
        known.setdefault(step.id, step)
    former: dict[str, str] = {}
    for step in every:
        for id_ in step.formerly:
            if id_ in known or former.get(id_, step.id) != step.id:
                owner = quoted(step.id)
                findings.append(finding("E301", place_of(id_), "id_of_two_formerly", id=quoted(id_), step=owner))
            former.setdefault(id_, step.id)
    return known, findings


def _named(laid: Laid, steps: Mapping[str, Step]) -> Iterator[_Named]:
    """Every id that is named: the rule it falls under, what it should be, the id, and those that exist."""
    library = laid.library
    for topic in library.topics.values():
        if topic.theme:
            yield "E307", "theme", topic.theme, library.themes
        yield from (("E302", "topic", id_, library.topics) for id_ in topic.related)
        yield from (("E303", "claim", id_, library.claims) for id_ in topic.claims)
        yield from (("E304", "source", id_, library.references) for id_ in topic.sources)
        if topic.path is not None:
            yield "E305", "path", topic.path, library.paths
    followed: list[Topic | SmallTalk] = [*library.topics.values(), *library.small_talk.values()]
    for entry in followed:
        yield from (("E302", "topic", each.topic, library.topics) for each in entry.follow_ups)
    for neighbourhood in library.neighbourhoods.values():
        yield from (("E302", "topic", id_, library.topics) for id_ in neighbourhood.nearest)
    for named in laid.claim_topics.values():
        yield from (("E302", "topic", id_, library.topics) for id_ in named)
    yield from _named_by_paths(library, steps)
    answered = {**library.topics, **library.small_talk}
    for trial in (*library.trials, *(turn for dialogue in library.dialogues for turn in dialogue.turns)):
        yield from (("E302", "topic_or_small_talk", id_, answered) for id_ in trial.expect)
    yield from (("E302", "topic", one.topic, library.topics) for one in library.parts_asked if not one.first)
    for sequel in library.sequels:
        yield from (("E302", "topic", id_, library.topics) for id_ in (sequel.subject, sequel.topic))


def _named_by_paths(library: Library, steps: Mapping[str, Step]) -> Iterator[_Named]:
    for path in library.paths.values():
        yield from (("E305", "path", id_, library.paths) for id_ in path.needs)
        yield from (("E303", "claim", id_, library.claims) for id_ in path.claims)
        yield from (("E308", "situation", id_, library.situations) for id_ in path.situations)
        yield from (("E308", "aim", id_, library.aims) for id_ in path.aims)
        for step in path.steps:
            yield from (("E305", "step_or_path", id_, {**steps, **library.paths}) for id_ in step.needs)
            yield from (("E302", "topic", id_, library.topics) for id_ in step.topics)
            yield from (("E304", "source", id_, library.references) for id_ in step.resources)


def _circles(paths: Mapping[str, Path], steps: Mapping[str, Step]) -> list[Finding]:
    """One finding for each circle, at the need that closes it; a path is done when its steps are.

    Walks without recursion, as a chain may be long.
    """
    needs: dict[str, Sequence[str]] = {
        path.id: (*path.needs, *(step.id for step in path.steps)) for path in paths.values()
    }
    needs |= {step.id: step.needs for step in steps.values()}
    parts = {path.id: {step.id for step in path.steps} for path in paths.values()}
    findings = []
    done: set[str] = set()
    for start in needs:
        trail: list[str] = []
        on_trail: set[str] = set()
        waiting = [(start, iter(needs[start]))] if start not in done else []
        while waiting:
            current, rest = waiting[-1]
            if current not in on_trail:
                trail.append(current)
                on_trail.add(current)
            needed = next((id_ for id_ in rest if id_ in needs and id_ not in done), None)
            if needed is None:
                waiting.pop()
                done.add(trail.pop())
                on_trail.discard(current)
            elif needed in on_trail:
                circle = [*trail[trail.index(needed) :], needed]
                named = [to for by, to in pairwise(circle) if to not in parts.get(by, ())]
                findings.append(finding("E306", place_of(named[-1]), "circle", circle=" → ".join(circle)))
            else:
                waiting.append((needed, iter(needs[needed])))
    return findings
