"""Where a person stands with the steps of learning paths, as the command line reads and notes it; shows nothing.

The store is opened only where there is one, or where something is to be noted.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from advisor.cli.call import Call
from advisor.cli.options import DONE_STEP, KNOWN_STEP, REOPEN_STEP, SKIP_STEP, Option
from advisor.cli.setting import Setting
from advisor.cli.streams import say
from advisor.errors import AdvisorError
from advisor.library import Path, Step

if TYPE_CHECKING:
    from advisor.store.port import Store
    from advisor.store.records import StepMark, StepState

MARKING: "tuple[tuple[Option, StepState], ...]" = (
    (DONE_STEP, "done"),
    (SKIP_STEP, "skipped"),
    (KNOWN_STEP, "known"),
    (REOPEN_STEP, "open"),
)
"""The option that gives each state."""


def marks_of(setting: Setting) -> "Mapping[str, StepMark]":
    """All that was noted; nothing where there is no store yet."""
    if not setting.places.store_file.exists():
        return {}
    store = _open(setting)
    try:
        return store.steps.marks()
    finally:
        store.close()


def wanted(call: Call, paths: Sequence[Path]) -> "Sequence[tuple[Path, Step, StepState]]":
    """The steps that a call marks, each with its path and its new state; raises AdvisorError for one that isn't there."""
    found = []
    for option, state in MARKING:
        for typed in call.every(option):
            step = find(typed, paths)
            found.append((*step, state))
    return found


def find(typed: str, paths: Sequence[Path]) -> tuple[Path, Step]:
    """A step by its id, or by one that it had; raises AdvisorError with the nearest one."""
    from advisor.guide.standing import find_step, no_such_step

    found = find_step(typed, paths)
    if found is None:
        words = no_such_step(typed, paths)
        raise AdvisorError(*(words[code][0].lower() + words[code][1:] for code in ("en", "fr")))
    return found


def note(setting: Setting, steps: "Sequence[tuple[Step, StepState]]") -> "Mapping[str, StepMark]":
    """Mark steps, and give all marks as they are kept then; raises AdvisorError where nothing can be kept."""
    store = _open(setting)
    try:
        for step, state in steps:
            store.steps.mark(step.id, state)
        marks = store.steps.marks()
        if not store.is_kept:
            raise AdvisorError(
                "nothing can be kept here, so the step was not marked.",
                "rien ne peut être gardé ici : l'étape n'a pas été notée.",
            )
        return marks
    finally:
        store.close()


def _open(setting: Setting) -> "Store":
    from advisor.store.opening import open_store

    return open_store(setting.places, setting.settings, lambda words: say(words[setting.language]))
