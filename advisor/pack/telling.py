"""Tells in a language what was found: fills the wordings; knows no rule, no file and no screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from advisor.model import Language
from advisor.pack.phrase import Overheard, Phrase, Value, phrase
from advisor.pack.phrases import OVERHEARD, PHRASES
from advisor.pack.places import Finding, printable
from advisor.pack.wordings import WORDINGS
from advisor.text.typography import NARROW, NO_BREAK, typeset


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in a language: `message` says what is wrong, `mend` what to do about it (may be empty)."""

    finding: Finding
    message: str
    mend: str
    sentence: str
    """Both on one line."""

    def __str__(self) -> str:
        """The form `file:line:column: CODE message`, on one line."""
        return f"{self.finding.place}: {self.finding.code} {self.sentence}"

    def as_json(self) -> dict[str, str | int]:
        """The finding as a flat object for programs."""
        place = self.finding.place
        return {
            "file": printable(place.file),
            "line": place.line,
            "column": place.column,
            "severity": self.finding.severity,
            "code": self.finding.code,
            "message": self.message,
            "mend": self.mend,
        }


class _Count(int):
    """A number that groups its thousands as French does."""

    def __format__(self, form: str) -> str:
        return super().__format__(form).replace(",", NARROW)


def told(finding: Finding, language: Language) -> Told:
    """The finding in a language."""
    message, mend = (
        printable(_filled(template, finding.wrong.values, language))
        for template in WORDINGS[finding.wrong.name][language]
    )
    sentence = worded(phrase("both_said", message=message, mend=mend), language) if mend else message
    return Told(finding, message, mend, sentence)


def worded(value: Value, language: Language) -> str:
    """A phrase, or what goes into one, in a language."""
    match value:
        case Phrase():
            return _filled(PHRASES[value.name][language], value.values, language)
        case tuple():
            return ", ".join(worded(each, language) for each in value)
        case Overheard() if language == "fr":
            return typeset(OVERHEARD[value], "fr") if value in OVERHEARD else f"«{NO_BREAK}{value}{NO_BREAK}»"
        case _:
            return str(value)


def _filled(template: str, values: Sequence[tuple[str, Value]], language: Language) -> str:
    if language == "fr":
        template = _typeset(template)
    return template.format(**{name: _field(value, language) for name, value in values})


def _field(value: Value, language: Language) -> str | int:
    if isinstance(value, int):
        return _Count(value) if language == "fr" else value
    return worded(value, language)


@lru_cache(maxsize=256)
def _typeset(template: str) -> str:
    return typeset(template, "fr")
