"""Notes where a person stands with the steps of learning paths; knows no list and no page, only that some show marks.

Marks are read and written beside the screen, one after the other, and shown once they are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from advisor.tui.background import InTurn
from advisor.tui.messages import MarksRead, StepWanted
from advisor.tui.over import OverTalkApp

if TYPE_CHECKING:
    from advisor.store.port import Steps
    from advisor.store.records import StepMark, StepState
    from advisor.tui.ports import Advisor
    from advisor.tui.words import Wording


@runtime_checkable
class ShowsMarks(Protocol):
    """A screen that shows where the person stands."""

    def know_marks(self, marks: Mapping[str, StepMark]) -> None:
        """Show where the person stands now; no other screen may have a method of this name."""


class MarkingApp(OverTalkApp, inherit_bindings=False):
    """An application in which steps can be marked; its heir says where the knowledge is."""

    _wording: Wording
    _steps: Steps | None = None
    """Where marks are kept; None until the store is open."""
    _marks: Mapping[str, StepMark] = {}
    _in_turn: Callable[[Callable[[], object]], None] | None = None

    def keep_marks_in(self, steps: Steps, in_turn: Callable[[Callable[[], object]], None] | None = None) -> None:
        """Keep marks there from now on, and read those that are there.

        `in_turn` does one thing after the other, where somebody else writes beside the screen, too.
        """
        self._steps = steps
        self._in_turn = in_turn or InTurn("marks")
        self._read_marks()

    def _read_marks(self) -> None:
        if self._steps is not None:
            steps = self._steps
            self._beside(lambda: MarksRead(steps.marks()))

    def on_step_wanted(self, event: StepWanted) -> None:
        """Note where the person stands with a step."""
        self._mark(event.step_id, event.state)

    def _mark_typed(self, state: StepState, command: str, words: str) -> None:
        from advisor.commands import BY_ID
        from advisor.guide.standing import find_step, no_such_step, steps_named
        from advisor.guide.words import said

        if not (advisor := self._opened()):
            return
        paths = advisor.paths()
        named = steps_named(words)
        found = [find_step(one, paths) for one in named]
        if None in found:
            self.tell(self._wording.of(no_such_step(named[found.index(None)], paths)))
            return
        for there in filter(None, found):
            self._mark(there[1].id, state)
        if not named:
            example = next((step.id for path in paths for step in path.steps), "")
            name = BY_ID[command].name(self._wording.language)
            self.tell(self._wording.of(said("which-step", command=name, step=example)))

    def _do_done(self, words: str = "") -> None:
        self._mark_typed("done", "done", words)

    def _do_skip(self, words: str = "") -> None:
        self._mark_typed("skipped", "skip", words)

    def _do_known(self, words: str = "") -> None:
        self._mark_typed("known", "known", words)

    def _do_reopen(self, words: str = "") -> None:
        self._mark_typed("open", "reopen", words)

    def _mark(self, step_id: str, state: StepState) -> None:
        if self._steps is None:
            self.tell(self._wording("not_opened_yet"))
        elif advisor := self._opened():
            self._beside(partial(_marked, self._steps, advisor, step_id, state))

    def _beside(self, work: Callable[[], MarksRead]) -> None:
        """Do something with the store beside the screen, and post what comes of it."""
        if self._in_turn is not None:
            self._in_turn(lambda: self.post_message(work()))

    def on_marks_read(self, event: MarksRead) -> None:
        """Show where the person stands, and say what was just noted."""
        self._marks = event.marks
        for screen in self.screen_stack[1:]:
            if isinstance(screen, ShowsMarks):
                screen.know_marks(event.marks)
        if event.said is not None:
            self.tell(self._wording.of(event.said))


def _marked(steps: Steps, advisor: Advisor, step_id: str, state: StepState) -> MarksRead:
    """Mark a step and say what is left; what is posted is on the disk."""
    from advisor.guide.standing import find_step, marked

    steps.mark(step_id, state)
    marks = steps.marks()
    found = find_step(step_id, advisor.paths())
    return MarksRead(marks, marked(*found, state, marks) if found else None)
