"""Draws charts as inline SVG, in colours that the page names; knows no run and no words of its own.

Values are shares from 0 to 1 on both axes.
"""

from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 460, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 48, 14, 14, 44
_TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_BAR, _GAP, _LABEL = 16, 6, 170


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chart; `dotted` marks its points."""

    name: str
    points: tuple[tuple[float, float], ...]
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Lines over two axes; `diagonal` draws where both are equal."""

    title: str
    across: str
    up: str
    lines: tuple[Line, ...]
    diagonal: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar a label."""

    title: str
    rows: tuple[tuple[str, float], ...]


def svg(chart: Chart | Bars) -> str:
    """The chart as one element, with its title for those who can't see it."""
    return _bars(chart) if isinstance(chart, Bars) else _lines(chart)


def _opened(title: str, width: float, height: float) -> str:
    return (
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title>"
    )


def _across(value: float) -> float:
    return round(_LEFT + value * (WIDTH - _LEFT - _RIGHT), 1)


def _up(value: float) -> float:
    return round(HEIGHT - _BOTTOM - value * (HEIGHT - _TOP - _BOTTOM), 1)


def _text(x: float, y: float, text: str, kind: str = "start") -> str:
    return f'<text x="{x}" y="{y}" class="{kind}">{escape(text)}</text>'


def _lines(chart: Chart) -> str:
    parts = [_opened(chart.title, WIDTH, HEIGHT)]
    for tick in _TICKS:
        parts.append(
            f'<path class="grid" d="M{_across(0)} {_up(tick)}H{_across(1)}M{_across(tick)} {_up(0)}V{_up(1)}"/>'
        )
        parts.append(_text(_across(0) - 6, _up(tick) + 4, f"{100 * tick:.0f}", "end"))
        parts.append(_text(_across(tick), _up(0) + 16, f"{100 * tick:.0f}", "middle"))
    parts.append(_text(_across(0.5), HEIGHT - 8, chart.across, "middle"))
    parts.append(f'<text transform="translate(12 {_up(0.5)}) rotate(-90)" class="middle">{escape(chart.up)}</text>')
    if chart.diagonal:
        parts.append(f'<path class="diagonal" d="M{_across(0)} {_up(0)}L{_across(1)} {_up(1)}"/>')
    for number, line in enumerate(chart.lines):
        parts.append(_drawn(line, number))
        if len(chart.lines) > 1:
            parts.append(_text(_across(1) - 4, _up(0) - 8 - 15 * number, line.name, f"end ink{number % 4}"))
    return "".join([*parts, "</svg>"])


def _drawn(line: Line, number: int) -> str:
    places = [(_across(x), _up(y)) for x, y in line.points]
    if not places:
        return ""
    path = "L".join(f"{x} {y}" for x, y in places)
    drawn = f'<path class="line stroke{number % 4}" d="M{path}"/>'
    if line.dotted:
        drawn += "".join(
            f'<circle class="fill{number % 4}" cx="{x}" cy="{y}" r="4"><title>{100 * a:.1f} → {100 * b:.1f}</title></circle>'
            for (x, y), (a, b) in zip(places, line.points, strict=True)
        )
    return drawn


def _bars(chart: Bars) -> str:
    height = len(chart.rows) * (_BAR + _GAP) + _GAP
    room = WIDTH - _LABEL - 50
    parts: list[str] = [_opened(chart.title, WIDTH, height)]
    for number, (label, value) in enumerate(chart.rows):
        top = _GAP + number * (_BAR + _GAP)
        parts.append(_text(_LABEL - 8, top + _BAR - 4, label, "end"))
        parts.append(f'<rect class="track" x="{_LABEL}" y="{top}" width="{room}" height="{_BAR}"/>')
        parts.append(f'<rect class="fill0" x="{_LABEL}" y="{top}" width="{round(room * value, 1)}" height="{_BAR}"/>')
        parts.append(_text(_LABEL + room + 6, top + _BAR - 4, f"{100 * value:.1f}"))
    return "".join([*parts, "</svg>"])
