"""The forms of address in a French text, `{vous form|tu form}`: where they are wrong, and each side; knows no YAML.

Code and addresses are shown as they stand, braces included; what counts as such is what `advisor.text.typography`
leaves alone, or a text that is fine here would be shown with its braces.
"""

import re
from collections.abc import Iterator

from advisor.pack.phrase import Phrase, phrase

_LITERAL = re.compile(
    r"```.*?```|`[^`\n]*`|https?://[^\s)>\]]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+",
    re.DOTALL,
)
_SIGN = re.compile(r"[{}|]")


def fault(text: str) -> tuple[Phrase, int] | None:
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


def _forms(text: str) -> tuple[list[tuple[int, int, int]], tuple[Phrase, int] | None]:
    """Where each form opens, is divided and closes, up to the first fault."""
    forms: list[tuple[int, int, int]] = []
    if "{" not in text and "}" not in text:
        return forms, None
    begin = -1
    bars: list[int] = []
    for at, sign in _signs(text):
        if sign == "{":
            if begin >= 0:
                return forms, (phrase("brace_inside"), at)
            begin, bars = at, []
        elif sign == "|":
            bars.append(at)
        elif sign == "}":
            if begin < 0:
                return forms, (phrase("brace_unopened"), at)
            if len(bars) != 1:
                return forms, (phrase("bars", bars=len(bars)) if bars else phrase("no_bar"), begin)
            forms.append((begin, bars[0], at))
            begin = -1
        elif begin >= 0:
            return forms, (phrase("brace_literal"), at)
    return forms, (phrase("brace_unclosed"), begin) if begin >= 0 else None


def _signs(text: str) -> Iterator[tuple[int, str]]:
    """The offsets of braces and bars, and of what is shown as it stands, whose sign is empty."""
    done = 0
    for literal in _LITERAL.finditer(text):
        yield from ((found.start(), found.group()) for found in _SIGN.finditer(text, done, literal.start()))
        yield literal.start(), ""
        done = literal.end()
    yield from ((found.start(), found.group()) for found in _SIGN.finditer(text, done))
