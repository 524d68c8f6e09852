"""Every learning path can be walked: few steps, in an order, each practised and proved, and its hours add up."""

import re

from shown_texts import Shown, count_words

from advisor.library import Library, Step
from advisor.model import LANGUAGES

FOUNDATION = "F"
LONGEST_STEP = 40
"""Hours after which a step would be a path of its own."""
_STEP_ID = re.compile(r"\b(?:P\d+\.\d+|F\d)\b")
_PATH_ID = re.compile(r"\b(?:P\d+|F)\b(?!\.\d)")


def steps_of(library: Library) -> dict[str, Step]:
    return {step.id: step for path in library.paths.values() for step in path.steps}


def test_a_foundation_and_twelve_paths_of_five_to_eight_steps(library: Library) -> None:
    assert len(library.paths) >= 13
    assert {
        path.id: len(path.steps)
        for path in library.paths.values()
        if not (3 if path.id == FOUNDATION else 5) <= len(path.steps) <= 8
    } == {}


def test_the_hours_of_the_steps_add_up(library: Library) -> None:
    for path in library.paths.values():
        assert (path.id, sum(step.hours for step in path.steps)) == (path.id, path.hours)
        assert {step.id: step.hours for step in path.steps if not 1 <= step.hours <= LONGEST_STEP} == {}


def test_a_step_needs_only_what_can_be_done_before_it(library: Library) -> None:
    known = steps_of(library)
    for path in library.paths.values():
        done = {other.id for other in library.paths.values() if other is not path}
        done |= {id_ for id_ in known if not id_.startswith(f"{path.id}.")}
        for step in path.steps:
            assert set(step.needs) <= done | {path.id}, step.id
            done.add(step.id)


def test_every_step_has_something_to_read_and_every_topic_a_path(library: Library) -> None:
    read = {topic for step in steps_of(library).values() for topic in step.topics}
    assert {step.id for step in steps_of(library).values() if not step.topics} == set()
    assert library.topics.keys() - read == set()


def test_every_claim_of_a_path_is_one_that_its_topics_carry(library: Library) -> None:
    for path in library.paths.values():
        carried = {claim for step in path.steps for topic in step.topics for claim in library.topics[topic].claims}
        assert set(path.claims) <= carried, path.id


def test_steps_are_told_shortly(texts: list[Shown]) -> None:
    most = {"steps.title": 11, "steps.outcome": 30, "steps.practice": 60, "steps.proof": 20, "pace": 20}
    long = [str(each) for each in texts for form in each.forms if count_words(form) > most.get(each.part, 10_000)]
    assert long == []


def test_paths_and_steps_that_a_text_names_exist(library: Library, texts: list[Shown]) -> None:
    known = library.paths.keys() | steps_of(library).keys()
    of_paths = [each for each in texts if each.owner in library.paths]
    named = {id_ for each in of_paths for pattern in (_STEP_ID, _PATH_ID) for id_ in pattern.findall(each.text)}
    assert named <= known


def test_a_proof_of_each_step_is_a_thing_that_can_be_shown(library: Library) -> None:
    for step in steps_of(library).values():
        assert {language: bool(step.proof[language].strip()) for language in LANGUAGES} == {"fr": True, "en": True}
        assert step.proof["fr"] != step.outcome["fr"]
