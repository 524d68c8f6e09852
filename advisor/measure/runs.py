"""A run: what was asked of which knowledge, all that was measured, and its JSON; words nothing and draws nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from advisor import __version__
from advisor.measure.asking import Asked
from advisor.measure.compare import FORMAT, Comparison
from advisor.measure.figures import Figures, Row, figures_of, row_of

_DIGITS = 6


@dataclass(frozen=True)
class Judged:
    """Judged questions and turns, with their figures; None where there are none."""

    asked: tuple[Asked, ...]
    turns: tuple[Asked, ...]
    figures: Figures | None
    dialogues: tuple[Row, ...]
    """The turns of the dialogues, a row a language."""

    @classmethod
    def of(cls, asked: Sequence[Asked], turns: Sequence[Asked] = ()) -> "Judged":
        """Questions and turns, summed up."""
        languages = dict.fromkeys(turn.question.language for turn in turns)
        rows = (
            row_of(code, "dialogue", [turn for turn in turns if turn.question.language == code]) for code in languages
        )
        return cls(tuple(asked), tuple(turns), figures_of(asked), tuple(rows))


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """What an index knows that was built from a share of each entry's phrasings."""

    percentage: float
    phrasings: int
    judged: Judged


@dataclass(frozen=True)
class Run:
    """One call of `advisor eval`."""

    knowledge: str
    """The fingerprint of the packs."""
    files: tuple[str, ...]
    judged: Judged | None
    """Of the files; None without any."""
    cross_validation: Judged | None = None
    curve: tuple[CurvePoint, ...] = ()
    comparison: Comparison | None = None

    def everything(self) -> tuple[Asked, ...]:
        """All that was asked of the whole index or of the folds."""
        parts = (part for part in (self.judged, self.cross_validation) if part)
        return tuple(one for part in parts for one in (*part.asked, *part.turns))

    def as_json(self) -> dict[str, Any]:
        """The object that `--json` writes and `--compare` reads."""
        return {
            "format": FORMAT,
            "version": __version__,
            "knowledge": self.knowledge,
            "files": list(self.files),
            **_judged_json(self.judged),
            "cross_validation": _judged_json(self.cross_validation) if self.cross_validation else None,
            "learning_curve": [
                {"percentage": point.percentage, "phrasings": point.phrasings, **_summed_json(point.judged)}
                for point in self.curve
            ],
            "comparison": _rounded(asdict(self.comparison)) if self.comparison else None,
        }


def _judged_json(judged: Judged | None) -> dict[str, Any]:
    if judged is None:
        return {"figures": None, "dialogues": [], "questions": [], "turns": []}
    return {
        **_summed_json(judged),
        "questions": [asked_json(one) for one in judged.asked],
        "turns": [asked_json(one) for one in judged.turns],
    }


def _summed_json(judged: Judged) -> dict[str, Any]:
    return {
        "figures": _rounded(asdict(judged.figures)) if judged.figures else None,
        "dialogues": _rounded([asdict(row) for row in judged.dialogues]),
    }


def asked_json(one: Asked) -> dict[str, Any]:
    """One judged question, as a saved run keeps it."""
    question = one.question
    return {
        "id": question.id,
        "lang": question.language,
        "style": question.style,
        "question": question.question,
        "expect": list(question.expect),
        "outcome": one.outcome,
        "kind": one.kind,
        "given": list(one.given),
        "top_1": one.top_1,
        "top_3": one.top_3,
        "confidence": round(one.confidence, _DIGITS),
        "ranked": list(one.ranked),
        "best": round(one.best, _DIGITS),
        "inside": round(one.inside, _DIGITS),
        "nearest": _rounded(asdict(one.nearest)) if one.nearest else None,
    }


def _rounded(value: Any) -> Any:
    """The same with every fraction at six digits."""
    if isinstance(value, float):
        return round(value, _DIGITS)
    if isinstance(value, Mapping):
        return {key: _rounded(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_rounded(one) for one in value]
    return value
