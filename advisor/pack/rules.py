"""The table of every rule that a pack of knowledge is held to; knows only the codes, not how they are judged.

The codes are stable: E1 reading a file, E2 the shape of an entry, E3 what entries say of each other, W4 advice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: an error keeps a pack from being loaded, a warning doesn't."""

    code: str
    severity: Severity
    summary: str
    """One line for people, with no full stop."""


_SUMMARIES = {
    "E101": "a file can't be read: missing rights, not UTF-8, or characters that no text holds",
    "E102": "the YAML is broken",
    "E103": "a tab where YAML wants spaces",
    "E104": "too many values in one file, often aliases that multiply each other",
    "E105": "a file is larger than 2 MB",
    "E106": "a key stands twice in one mapping",
    "E107": "a merge key (`<<`)",
    "E108": "a link that leads out of the pack, or to a directory",
    "E109": "more than one YAML document in a file",
    "E110": "a YAML tag such as `!!python`",
    "E111": "lists and mappings nested deeper than 32 levels",
    "E112": "a pack without a single YAML file",
    "E201": "an unknown key",
    "E202": "a missing key",
    "E203": "a value of the wrong type",
    "E204": "a bare value that YAML doesn't read as text (`no`, `12:30`, `1_000`, a date, `null`)",
    "E205": "nothing where something is needed",
    "E206": "an id with characters that ids don't have, or a too long one",
    "E207": "a template that can't be expanded",
    "E208": "an unknown language code",
    "E209": "braces in a French text that don't hold `{vous form|tu form}`",
    "E301": "an id that stands twice",
    "E302": "a topic that doesn't exist",
    "E303": "a claim that doesn't exist",
    "E304": "a source that doesn't exist",
    "E305": "a path or a step that doesn't exist",
    "E306": "paths or steps that need each other in a circle",
    "E307": "a theme that doesn't exist",
    "E308": "a situation or an aim that doesn't exist",
    "E310": "the same question under two topics",
    "W401": "a language is missing here that the pack has elsewhere",
    "W402": "nearly the same question under two topics",
    "W403": "nearly the same question twice under one topic",
    "W404": "fewer than three questions in a language",
    "W405": "a claim that no answer carries",
    "W406": "a source that nothing rests on",
    "W407": "a situation or an aim that no path suits",
    "W408": "two questions of two topics that are closer to each other than to any of their own",
}

RULES: Mapping[str, Rule] = MappingProxyType(
    {code: Rule(code, "warning" if code[0] == "W" else "error", summary) for code, summary in _SUMMARIES.items()}
)
"""Code to rule, in the order of the codes."""
