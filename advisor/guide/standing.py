"""How far a person is on a path, in words, and which step somebody means; keeps nothing itself."""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from advisor.guide.words import PHRASES, said
from advisor.library import Path, Step
from advisor.model import Words
from advisor.store.progress import PathProgress, progress, vanished
from advisor.store.records import StepMark, StepState

STATES: tuple[StepState, ...] = ("open", "done", "skipped", "known")
SIGNS: Mapping[StepState, str] = {"open": "[ ]", "done": "[x]", "skipped": "[-]", "known": "[=]"}
"""What stands before a step, so that no colour need tell its state."""
_NO_ID = re.compile(r"[^A-Za-z0-9.-]+")
_APART = re.compile(r"[\s,;]+")
_LONGEST_ID = 20


def state_words(state: StepState) -> Words:
    """A state in a word or two."""
    return PHRASES[f"state-{state}"]


def standing(path: Path, done: PathProgress) -> Words:
    """A path's size before it is begun, then how many steps are settled, the hours left and the next step."""
    if not done.settled:
        steps = said("one-step") if len(path.steps) == 1 else said("steps", count=len(path.steps))
        return said("not-begun", steps=steps, hours=path.hours)
    if done.next is None:
        return said("finished", settled=done.settled, count=len(done.states))
    return said("begun", settled=done.settled, count=len(done.states), hours=done.hours_left, next=done.next)


def steps_named(words: str) -> tuple[str, ...]:
    """What may be ids of steps, apart by spaces or commas."""
    return tuple(filter(None, _APART.split(words)))


def find_step(typed: str, paths: Sequence[Path]) -> tuple[Path, Step] | None:
    """The step of that id, or that had it formerly; case doesn't count."""
    wanted = typed.strip().casefold()
    for path in paths:
        for step in path.steps:
            if wanted in (step.id.casefold(), *(id.casefold() for id in step.formerly)):
                return path, step
    return None


def no_such_step(typed: str, paths: Sequence[Path]) -> Words:
    """The sentence that says so, with the nearest step where one is near."""
    known = {step.id.casefold(): step.id for path in paths for step in path.steps}
    near = get_close_matches(typed.strip().casefold()[: 2 * _LONGEST_ID], known, n=1, cutoff=0.5)
    # what was typed becomes part of a text that is set in type: only what an id can hold is repeated
    shown = _NO_ID.sub("", typed)[:_LONGEST_ID]
    return said("no-step", typed=shown, near=said("near-step", id=known[near[0]]) if near else "")


def marked(path: Path, step: Step, state: StepState, marks: Mapping[str, StepMark]) -> Words:
    """What to say when a step was marked: its state, then how far the path is."""
    done = progress(path, marks)
    return said(
        "marked",
        step=step.id,
        title=step.title,
        state=state_words(state),
        path=path.id,
        standing=standing(path, done),
    )


def left_over(paths: Sequence[Path], marks: Mapping[str, StepMark]) -> Words | None:
    """The sentence on steps that no path has any more; None where there are none."""
    gone = [mark for mark in vanished(paths, marks) if mark.state != "open"]
    if not gone:
        return None
    named = {
        language: ", ".join(f"{_NO_ID.sub('', mark.id)[:64]} ({state_words(mark.state)[language]})" for mark in gone)
        for language in ("fr", "en")
    }
    return said("vanished", list=named)
