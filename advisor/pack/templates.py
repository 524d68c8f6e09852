r"""Templates of questions: one line that stands for several phrasings; knows no topic and no language.

`{a|b}` is one of its alternatives, `[a]` is there or not, both nest, a backslash takes the next sign as it is.
The order of the expansions is that of reading: the first alternatives first, what is optional present before absent.
"""

import re
from functools import lru_cache
from itertools import product

from advisor.pack.phrase import Phrase, phrase

MOST_EXPANSIONS = 200
DEEPEST = 12
LONGEST = 2_000
"""Characters of a template."""

_SIGNS = "{}[]|\\"
_SPACES = re.compile(r"\s+")


class TemplateError(ValueError):
    """A template that can't be expanded; `offset` counts the characters before the fault."""

    def __init__(self, wrong: Phrase, offset: int) -> None:
        """Keep what is wrong, and where."""
        super().__init__(wrong, offset)
        self.wrong = wrong
        self.offset = offset


@lru_cache(maxsize=4096)
def expand(template: str) -> tuple[str, ...]:
    """Every phrasing that a template stands for, each once, spaces tidied; at most 200.

    Raises TemplateError where a sign doesn't close, alternatives are missing, or the template is too long, too deep,
    empty, or stands for too many.
    """
    if len(template) > LONGEST:
        raise TemplateError(phrase("template_too_long", most=LONGEST), LONGEST)
    expansions, end = _sequence(template, 0, "", 0)
    if end < len(template):
        raise TemplateError(phrase("sign_stray", sign=template[end]), end)
    tidied = tuple(dict.fromkeys(_tidy(each) for each in expansions))
    if not all(tidied):
        raise TemplateError(phrase("template_empty"), 0)
    return tidied


def _sequence(template: str, at: int, closing: str, depth: int) -> tuple[list[str], int]:
    """The expansions from `at` to a sign of `closing` or the end, and where that is."""
    pieces: list[list[str]] = []
    total = 1
    while at < len(template) and template[at] not in closing:
        begin, sign = at, template[at]
        if sign in "{[":
            if depth == DEEPEST:
                raise TemplateError(phrase("template_too_deep", levels=DEEPEST), at)
            piece, at = _group(template, at, depth + 1)
        elif sign in "}]|":
            break
        else:
            text, at = _literal(template, at)
            piece = [text]
        pieces.append(piece)
        total *= len(piece)
        if total > MOST_EXPANSIONS:
            raise TemplateError(phrase("template_too_many", most=MOST_EXPANSIONS), begin)
    return ["".join(parts) for parts in product(*pieces)], at


def _group(template: str, begin: int, depth: int) -> tuple[list[str], int]:
    closing = "}" if template[begin] == "{" else "]"
    found: list[str] = []
    alternatives = 0
    at = begin
    while True:
        branch, at = _sequence(template, at + 1, closing + "|", depth)
        found += branch
        alternatives += 1
        if len(found) > MOST_EXPANSIONS:
            raise TemplateError(phrase("template_too_many", most=MOST_EXPANSIONS), begin)
        if at == len(template):
            raise TemplateError(phrase("sign_unclosed", sign=template[begin]), begin)
        if template[at] == closing:
            break
        if template[at] != "|":
            raise TemplateError(phrase("sign_closes_nothing", sign=template[at], open=template[begin]), at)
        if closing == "]":
            raise TemplateError(phrase("bar_in_brackets"), at)
    if closing == "]":
        found.append("")
    elif alternatives == 1:
        raise TemplateError(phrase("no_alternatives"), begin)
    return list(dict.fromkeys(found)), at + 1


def _literal(template: str, at: int) -> tuple[str, int]:
    taken: list[str] = []
    while at < len(template):
        if template[at] == "\\":
            if at + 1 == len(template):
                raise TemplateError(phrase("backslash_last"), at)
            taken.append(template[at + 1])
            at += 2
        elif template[at] in _SIGNS:
            break
        else:
            taken.append(template[at])
            at += 1
    return "".join(taken), at


def _tidy(text: str) -> str:
    """One space between words, none before a comma or a full stop that an absent option left alone."""
    return re.sub(r" ([,.…])", r"\1", _SPACES.sub(" ", text)).strip()
