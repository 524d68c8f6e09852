"""Lays a run out as titled tables and charts, in words; knows neither text nor HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor import __version__
from advisor.measure.asking import ON_THE_MAP
from advisor.measure.charts import Bars, Chart, Line
from advisor.measure.compare import Changed, Comparison, Paired
from advisor.measure.figures import ALL, OFF, ON, Confusion, Figures, Row, Scope
from advisor.measure.formulas import wilson
from advisor.measure.runs import CurvePoint, Judged, Run
from advisor.measure.words import SAID, decimal, per_cent
from advisor.model import Language

MOST_CONFUSIONS = 25
COVERAGES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
_SIDES = (ON, OFF)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; the first `lead` columns hold words, the others numbers."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lead: int = 1
    told: int = 0
    """In a table of long texts, how many columns stand on one line before the texts are wrapped below; else 0."""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a report."""

    title: str
    note: str = ""
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart | Bars, ...] = ()
    level: int = 2


class Report:
    """One run in the words of one language."""

    def __init__(self, run: Run, language: Language) -> None:
        self._run = run
        self.language = language
        self._said = SAID[language]

    @property
    def title(self) -> str:
        """The heading of the whole."""
        return self._said["title"]

    @property
    def about(self) -> str:
        """Which knowledge, which program, which files."""
        about = self._said["knowledge"].format(knowledge=self._run.knowledge, version=__version__)
        files = self._said["files"].format(files=", ".join(self._run.files)) if self._run.files else ""
        return f"{about} {files}".strip()

    def sections(self) -> Iterator[Section]:
        """All parts, in the order in which they are read."""
        run = self._run
        if run.comparison:
            yield from self._comparison(run.comparison)
        if run.judged:
            yield from self._judged(run.judged)
        if run.curve:
            yield self._curve(run.curve)
        if run.cross_validation:
            note = self._said["cross_note"].format(asked=len(run.cross_validation.asked))
            yield Section(self._said["cross"], note)
            yield from self._judged(run.cross_validation)

    def _judged(self, judged: Judged) -> Iterator[Section]:
        figures = judged.figures
        if figures:
            yield from self._rows(figures)
        if judged.dialogues:
            yield self._dialogues(judged.dialogues)
        if figures:
            yield self._confidence(figures)
            yield self._risk(figures.scopes)
            if figures.confusions:
                yield self._confusions(figures.confusions)

    def _heads(self, *names: str) -> tuple[str, ...]:
        return tuple(self._said[name] for name in names)

    def _named(self, row: Row) -> tuple[str, str]:
        language = self._said["all"] if row.language == ALL else row.language
        return language, self._said[row.style] if row.style in _SIDES else row.style

    def _rows(self, figures: Figures) -> Iterator[Section]:
        inside = [row for row in figures.rows if not row.off_the_map]
        outside = [row for row in figures.rows if row.off_the_map]
        if inside:
            heads = self._heads("language", "style", "asked", "top_1", "top_3", *ON_THE_MAP, "interval")
            table = Table(heads, tuple(self._inside(row) for row in inside), 2)
            bars = [(" ".join(self._named(row)), _good(row) / row.asked) for row in figures.rows]
            chart = Bars(self._said["chart_styles"], tuple(bars))
            yield Section(self._said["answered"], self._said["answered_note"], (table,), (chart,))
        if outside:
            heads = self._heads(
                "language", "style", "asked", "refused_share", "offered off the map", "answered off the map", "interval"
            )
            table = Table(heads, tuple(self._outside(row) for row in outside), 2)
            yield Section(self._said["refused"], self._said["refused_note"], (table,))

    def _inside(self, row: Row) -> tuple[str, ...]:
        counts = (row.top_1, row.top_3, *(row.outcomes[one] for one in ON_THE_MAP))
        return (*self._named(row), str(row.asked), *self._shares(counts, row.asked), self._interval(row))

    def _outside(self, row: Row) -> tuple[str, ...]:
        counts = [row.outcomes[one] for one in ("refused", "offered off the map", "answered off the map")]
        return (*self._named(row), str(row.asked), *self._shares(counts, row.asked), self._interval(row))

    def _shares(self, counts: Sequence[int], whole: int) -> tuple[str, ...]:
        return tuple(per_cent(count, whole, self.language) for count in counts)

    def _interval(self, row: Row) -> str:
        low, high = wilson(_good(row), row.asked)
        return f"{100 * low:.0f}–{100 * high:.0f}"

    def _confidence(self, figures: Figures) -> Section:
        heads = self._heads("language", "ece", "ece_best", "brier", "auroc", "auroc_near", "auroc_far", "risk_area")
        bins = tuple(
            (
                self._spoken(scope),
                f"{decimal(one.low, self.language, 1)}–{decimal(one.high, self.language, 1)}",
                str(one.count),
                per_cent(one.weight, 1, self.language),
                decimal(one.confidence, self.language),
                decimal(one.right, self.language),
            )
            for scope in figures.scopes
            for one in scope.reliability
        )
        lines = tuple(
            Line(self._spoken(scope), tuple((one.confidence, one.right) for one in scope.reliability), dotted=True)
            for scope in figures.scopes
        )
        chart = Chart(
            self._said["chart_reliability"], self._said["promised"], self._said["came_true"], lines, diagonal=True
        )
        return Section(
            self._said["confidence"],
            self._said["confidence_note"],
            (
                Table(heads, tuple(self._scope(scope) for scope in figures.scopes)),
                Table(self._heads("language", "range", "asked", "share", "promised", "came_true"), bins, 2),
            ),
            (chart,),
        )

    def _scope(self, scope: Scope) -> tuple[str, ...]:
        values = (
            scope.ece, scope.ece_best, scope.brier, scope.auroc, scope.auroc_near, scope.auroc_far, scope.risk_area,
        )  # fmt: skip
        return (self._spoken(scope), *(decimal(value, self.language) for value in values))

    def _spoken(self, scope: Scope) -> str:
        return self._said["all"] if scope.language == ALL else scope.language

    def _risk(self, scopes: Sequence[Scope]) -> Section:
        rows = []
        for scope in scopes:
            for coverage in COVERAGES:
                point = next((one for one in scope.risk if one.coverage >= coverage - 1e-9), scope.risk[-1])
                rows.append(
                    (
                        self._spoken(scope),
                        per_cent(point.coverage, 1, self.language),
                        per_cent(point.risk, 1, self.language),
                        decimal(point.confidence, self.language),
                    )
                )
        lines = tuple(
            Line(self._spoken(scope), tuple((one.coverage, one.risk) for one in scope.risk)) for scope in scopes
        )
        chart = Chart(self._said["chart_risk"], self._said["coverage"], self._said["risk_share"], lines)
        table = Table(self._heads("language", "coverage", "risk_share", "from"), tuple(rows))
        return Section(self._said["risk"], self._said["risk_note"], (table,), (chart,))

    def _confusions(self, confusions: Sequence[Confusion]) -> Section:
        rows = []
        for one in confusions[:MOST_CONFUSIONS]:
            expected = one.expected or self._said[OFF]
            for place, example in enumerate(one.examples):
                near = example.nearest
                rows.append(
                    (
                        "" if place else expected,
                        "" if place else one.taken_for,
                        "" if place else str(one.count),
                        f"{example.id}: {example.question}",
                        f"{near.phrasing} ({decimal(near.cosine, self.language, 2)})" if near else "–",
                    )
                )
        note = self._said["confusions_note"]
        if len(confusions) > MOST_CONFUSIONS:
            note += " " + self._said["more"].format(count=len(confusions) - MOST_CONFUSIONS)
        heads = self._heads("expected", "taken_for", "count", "question", "nearest")
        return Section(self._said["confusions"], note, (Table(heads, tuple(rows), 5, told=3),))

    def _dialogues(self, rows: Sequence[Row]) -> Section:
        heads = self._heads("language", "turns", "turns_right", "offered", "wrong", "silent")
        table = Table(heads, tuple(self._turns(row) for row in rows))
        return Section(self._said["dialogues"], self._said["dialogues_note"], (table,))

    def _turns(self, row: Row) -> tuple[str, ...]:
        held = row.outcomes
        wrong = sum(held[one] for one in ("wrong", "offered in vain", "answered off the map", "offered off the map"))
        counts = (_good(row), held["offered"], wrong, held["silent"])
        return (row.language, str(row.asked), *self._shares(counts, row.asked))

    def _curve(self, points: Sequence[CurvePoint]) -> Section:
        rows = []
        lines: dict[str, list[tuple[float, float]]] = {}
        for point in points:
            figures = point.judged.figures
            for scope in figures.scopes if figures else ():
                row = figures.row(scope.language, ON) if figures else None
                if row is None:
                    continue
                language = self._spoken(scope)
                lines.setdefault(language, []).append((point.percentage / 100, row.top_1 / row.asked))
                rows.append(
                    (
                        f"{point.percentage:g}",
                        language,
                        str(point.phrasings),
                        *self._shares((row.top_1, row.top_3, row.outcomes["right"]), row.asked),
                        decimal(scope.auroc, self.language),
                        decimal(scope.ece, self.language),
                    )
                )
        heads = self._heads("percentage", "language", "phrasings", "top_1", "top_3", "right", "auroc", "ece")
        drawn = tuple(Line(name, tuple(sorted(held)), dotted=True) for name, held in lines.items())
        chart = Chart(self._said["chart_curve"], self._said["percentage"], self._said["top_1"], drawn)
        return Section(self._said["curve"], self._said["curve_note"], (Table(heads, tuple(rows), 2),), (chart,))

    def _comparison(self, comparison: Comparison) -> Iterator[Section]:
        heads = self._heads("measure", "before", "after", "lost", "gained", "p")
        rows = (self._paired("replies", comparison.replies), self._paired("top_1", comparison.top_1))
        note = self._said["comparison_note"].format(
            both=comparison.both, only_saved=comparison.only_saved, only_now=comparison.only_now
        )
        title = self._said["comparison"].format(saved=comparison.saved)
        yield Section(title, note, (Table(heads, rows),))
        if not comparison.changed:
            yield Section(self._said["changed"], self._said["nothing_changed"])
            return
        ordered = sorted(comparison.changed, key=lambda one: one.direction)
        table = Table(
            self._heads("change", "question", "expected", "before", "after"),
            tuple(self._change(one) for one in ordered),
            5,
            told=1,
        )
        yield Section(self._said["changed"], "", (table,))

    def _paired(self, name: str, paired: Paired) -> tuple[str, ...]:
        counts = (paired.before, paired.after, paired.test.only_before, paired.test.only_after)
        return (self._said[name], *map(str, counts), decimal(paired.test.p, self.language, 4))

    def _change(self, one: Changed) -> tuple[str, ...]:
        sign = {1: "+", -1: "−", 0: "="}[one.direction]
        expected = ", ".join(one.expect) or self._said[OFF]
        before, after = (
            f"{self._said.get(outcome, outcome)}: {', '.join(given) or self._said['none']}"
            for outcome, given in ((one.before, one.given_before), (one.after, one.given_after))
        )
        return sign, f"{one.id}: {one.question}", expected, before, after


def _good(row: Row) -> int:
    return row.outcomes["right"] + row.outcomes["refused"]
