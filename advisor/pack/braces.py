"""The forms of address in a French text, `{vous form|tu form}`: where they are wrong, and each side; knows no YAML.

What stands in a code span is code, braces included.
"""

import re
from collections.abc import Iterator

_TICKS = re.compile(r"`+")
_SIGN = re.compile(r"[{}|]")


def fault(text: str) -> tuple[str, int] | None:
    """The first brace that doesn't open, close and hold exactly one bar: what is wrong, and its offset."""
    return _forms(text)[1]


def sides(text: str) -> tuple[str, ...]:
    """The text as each form of address reads it: two texts, or one where they are the same or the braces are wrong."""
    forms, wrong = _forms(text)
    if wrong:
        return (text,)
    vous = tu = ""
    done = 0
    for begin, bar, end in forms:
        vous += text[done:begin] + text[begin + 1 : bar]
        tu += text[done:begin] + text[bar + 1 : end]
        done = end + 1
    return tuple(dict.fromkeys((vous + text[done:], tu + text[done:])))


def _forms(text: str) -> tuple[list[tuple[int, int, int]], tuple[str, int] | None]:
    """Where each form opens, is divided and closes, up to the first fault."""
    forms: list[tuple[int, int, int]] = []
    if "{" not in text and "}" not in text:
        return forms, None
    begin = -1
    bars: list[int] = []
    for at in _signs(text):
        if text[at] == "{":
            if begin >= 0:
                return forms, ("a brace opens inside another", at)
            begin, bars = at, []
        elif text[at] == "|":
            bars.append(at)
        elif begin < 0:
            return forms, ("a brace closes that was never opened", at)
        elif len(bars) != 1:
            return forms, (f"braces hold {len(bars) or 'no'} bars instead of one", begin)
        else:
            forms.append((begin, bars[0], at))
            begin = -1
    return forms, ("a brace is never closed", begin) if begin >= 0 else None


def _signs(text: str) -> Iterator[int]:
    """The offsets of braces and bars outside code spans."""
    done = 0
    for begin, end in [*_code_spans(text), (len(text), len(text))]:
        yield from (found.start() for found in _SIGN.finditer(text, done, begin))
        done = end


def _code_spans(text: str) -> list[tuple[int, int]]:
    """Where code spans begin and end: a run of backticks up to the next run of the same length, as in Markdown."""
    runs = [found.span() for found in _TICKS.finditer(text)]
    closing: list[int | None] = []
    next_of_length: dict[int, int] = {}
    for index in range(len(runs) - 1, -1, -1):
        begin, end = runs[index]
        closing.append(next_of_length.get(end - begin))
        next_of_length[end - begin] = index
    closing.reverse()
    spans = []
    index = 0
    while index < len(runs):
        closes_at = closing[index]
        if closes_at is not None:
            spans.append((runs[index][0], runs[closes_at][1]))
            index = closes_at
        index += 1
    return spans
