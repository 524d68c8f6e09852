"""Compares a run with a saved one, question by question; asks nothing and words nothing."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from advisor.errors import AdvisorError
from advisor.measure.asking import OFF_THE_MAP, ON_THE_MAP, Asked
from advisor.measure.formulas import McNemar, mcnemar
from advisor.reasons import reason_of

FORMAT = 1
"""Of the JSON that a run writes; rises whenever a field changes its meaning."""
RIGHT = ("right", "refused")
"""Outcomes of a question that was answered right, or rightly refused."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One question of a saved run."""

    question: str
    outcome: str
    given: tuple[str, ...]
    top_1: bool
    expects: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """One question whose reply is another than in the saved run."""

    id: str
    question: str
    expect: tuple[str, ...]
    before: str
    after: str
    """The outcomes."""
    given_before: tuple[str, ...]
    given_after: tuple[str, ...]

    @property
    def direction(self) -> int:
        """1 where it got right, -1 where it was right, 0 for another change."""
        return (self.after in RIGHT) - (self.before in RIGHT)


@dataclass(frozen=True, slots=True)
class Paired:
    """One thing measured in both runs over the same questions."""

    before: int
    after: int
    test: McNemar


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs over the questions that both asked, in the same words."""

    saved: str
    """The name of the file."""
    both: int
    only_saved: int
    only_now: int
    replies: Paired
    """Answered right, or rightly refused."""
    top_1: Paired
    """The likeliest entry answers it; questions on the map alone."""
    changed: tuple[Changed, ...]


def read_saved(path: Path) -> Mapping[str, Kept]:
    """The questions of a saved run by id; raises AdvisorError where the file is none."""
    try:
        saved = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        reason = reason_of(error)
        raise AdvisorError(
            f"{path} can't be read: {reason['en']}.", f"{path} est illisible : {reason['fr']}."
        ) from None
    except (ValueError, RecursionError):
        raise _not_saved(path) from None
    if not isinstance(saved, dict) or saved.get("format") != FORMAT:
        raise _not_saved(path)
    try:
        parts = [saved, saved["cross_validation"] or {}]
        return {
            str(row["id"]): _kept(row) for part in parts for row in (*part.get("questions", ()), *part.get("turns", ()))
        }
    except (KeyError, TypeError, AttributeError):
        raise _not_saved(path) from None


def _kept(row: Mapping[str, Any]) -> Kept:
    if row["outcome"] not in (*ON_THE_MAP, *OFF_THE_MAP):
        raise KeyError(row["outcome"])
    given = tuple(str(one) for one in row["given"])
    return Kept(str(row["question"]), row["outcome"], given, bool(row["top_1"]), bool(row["expect"]))


def _not_saved(path: Path) -> AdvisorError:
    return AdvisorError(
        f"{path} isn't a run that this version saved with --json.",
        f"{path} n'est pas un résultat enregistré avec --json par cette version.",
    )


def compare(path: Path, saved: Mapping[str, Kept], asked: Sequence[Asked]) -> Comparison:
    """A run against a saved one; a question counts where both asked it under the same id, in the same words."""
    pairs = [
        (saved[one.question.id], one)
        for one in asked
        if one.question.id in saved and saved[one.question.id].question == one.question.question
    ]
    on_the_map = [(before, after) for before, after in pairs if before.expects and after.question.on_the_map]
    return Comparison(
        str(path),
        len(pairs),
        len(saved) - len(pairs),
        len(asked) - len(pairs),
        _paired([before.outcome in RIGHT for before, _ in pairs], [after.right for _, after in pairs]),
        _paired([before.top_1 for before, _ in on_the_map], [after.top_1 for _, after in on_the_map]),
        tuple(
            Changed(
                after.question.id,
                after.question.question,
                after.question.expect,
                before.outcome,
                after.outcome,
                before.given,
                after.given,
            )
            for before, after in pairs
            if (before.outcome, before.given) != (after.outcome, after.given)
        ),
    )


def _paired(before: Sequence[bool], after: Sequence[bool]) -> Paired:
    return Paired(sum(before), sum(after), mcnemar(before, after))
