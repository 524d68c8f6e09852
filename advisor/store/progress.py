"""How far a person is on a learning path, from what was noted of its steps; knows no database and no screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.library import Path, Step
from advisor.store.records import StepMark, StepState

SETTLED: tuple[StepState, ...] = ("done", "known", "skipped")
"""States that leave nothing to do."""


@dataclass(frozen=True, slots=True)
class PathProgress:
    """One path and the state of each step, in the path's order."""

    path: str
    states: Mapping[str, StepState]
    hours_left: int
    """Hours of the steps that are open."""
    next: str | None
    """The first open step whose needs on this path are settled, else the first open one; None where none is open."""

    @property
    def settled(self) -> int:
        """How many steps leave nothing to do."""
        return sum(state in SETTLED for state in self.states.values())

    @property
    def share(self) -> float:
        """From 0 to 1: how much of the path is behind the person; a path without steps has nothing behind it."""
        return self.settled / len(self.states) if self.states else 0.0


def mark_of(step: Step, marks: Mapping[str, StepMark]) -> StepMark | None:
    """What was noted of a step: under its id, else last under one of its former ids."""
    if step.id in marks:
        return marks[step.id]
    former = [marks[id] for id in step.formerly if id in marks]
    return max(former, key=lambda mark: mark.at, default=None)


def progress(path: Path, marks: Mapping[str, StepMark]) -> PathProgress:
    """How far a person is on a path."""
    states: dict[str, StepState] = {}
    for step in path.steps:
        mark = mark_of(step, marks)
        states[step.id] = mark.state if mark else "open"
    waiting = [step for step in path.steps if states[step.id] == "open"]
    ready = (step for step in waiting if all(states.get(id, "done") != "open" for id in step.needs))
    following = next(ready, waiting[0] if waiting else None)
    return PathProgress(path.id, states, sum(step.hours for step in waiting), following.id if following else None)


def vanished(paths: Sequence[Path], marks: Mapping[str, StepMark]) -> tuple[StepMark, ...]:
    """What was noted of steps that no path has any more, oldest first: it stays as it was."""
    known = {id for path in paths for step in path.steps for id in (step.id, *step.formerly)}
    return tuple(sorted((mark for id, mark in marks.items() if id not in known), key=lambda mark: mark.at))
