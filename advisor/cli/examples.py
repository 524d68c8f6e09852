"""Calls of each command as a person would write them, for its help; does nothing itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.model import Language

Calls = Mapping["Language", tuple[str, ...]]


def _alike(*calls: str) -> Calls:
    return {"fr": calls, "en": calls}


OF_COMMANDS: Mapping[str, Calls] = {
    "ask": {
        "fr": ("advisor ask comment trouver un premier poste", "advisor ask --json - < questions.txt"),
        "en": ("advisor ask how do I find a first job", "advisor ask --json - < questions.txt"),
    },
    "chat": {
        "fr": ("advisor chat", "advisor chat --lang fr", "advisor chat < questions.txt"),
        "en": ("advisor chat", "advisor chat --lang en", "advisor chat < questions.txt"),
    },
    "paths": _alike("advisor paths P9", "advisor paths --done P9.1 --done P9.2", "advisor paths --hours 5"),
    "check": {"fr": ("advisor check mon-dossier",), "en": ("advisor check my-folder",)},
    "eval": _alike("advisor eval questions.jsonl", "advisor eval questions.jsonl --html page.html"),
    "gaps": _alike("advisor gaps", "advisor gaps questions.txt --yaml"),
    "data": {
        "fr": ("advisor data path", "advisor data export copie.json"),
        "en": ("advisor data path", "advisor data export copy.json"),
    },
    "templates": {
        "fr": ("advisor templates 'comment {faire|écrire} un CV'",),
        "en": ("advisor templates 'how do I {write|make} a CV'",),
    },
    "completions": _alike('eval "$(advisor completions bash)"'),
}
