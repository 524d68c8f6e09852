"""`advisor check`: prints what is wrong with packs of knowledge; judges nothing itself and knows no screen."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from advisor.errors import DONE, FAILED
from advisor.model import Language
from advisor.pack.places import printable
from advisor.text.typography import typeset

SAID: dict[Language, dict[str, tuple[str, str, str]]] = {
    "fr": {
        "errors": ("aucune erreur", "1 erreur", "{number} erreurs"),
        "warnings": ("aucun conseil", "1 conseil", "{number} conseils"),
        "below": (
            "",
            "Les connaissances du dessous ont 1 erreur : lancez advisor check {where}",
            "Les connaissances du dessous ont {number} erreurs : lancez advisor check {where}",
        ),
    },
    "en": {
        "errors": ("no errors", "1 error", "{number} errors"),
        "warnings": ("no warnings", "1 warning", "{number} warnings"),
        "below": (
            "",
            "The knowledge below has 1 error: run advisor check {where}",
            "The knowledge below has {number} errors: run advisor check {where}",
        ),
    },
}
"""What is said of none, of one and of several."""


def run(directories: Sequence[Path], as_json: bool, base: Sequence[Path], language: Language) -> int:
    """Print the findings on standard output and a summary on standard error; 1 where there are errors, else 0.

    Each directory is laid over those before it and over the base, whose own findings aren't repeated; without a
    directory it is the base that is checked. Raises KnowledgeError where a directory isn't there or can't be read.
    """
    from advisor.pack.load import check_over
    from advisor.pack.telling import told

    given = {_real(directory) for directory in directories}
    below = [directory for directory in base if _real(directory) not in given] if directories else []
    checked = check_over(list(directories) or list(base), below)
    errors = sum(finding.is_error for finding in checked.findings)
    warnings = len(checked.findings) - errors
    every = [told(finding, language) for finding in checked.findings]
    if as_json:
        findings = [each.as_json() for each in every]
        print(json.dumps({"errors": errors, "warnings": warnings, "findings": findings}, ensure_ascii=False, indent=2))
    else:
        for each in every:
            print(each)
    print(f"{_counted(errors, 'errors', language)}, {_counted(warnings, 'warnings', language)}.", file=sys.stderr)
    if checked.errors_below:
        where = printable(" ".join(str(directory) for directory in below))
        print(_counted(checked.errors_below, "below", language).format(where=where), file=sys.stderr)
    return FAILED if errors else DONE


def _real(directory: Path) -> str:
    try:
        return str(directory.resolve())
    except (OSError, RuntimeError, ValueError):
        return str(directory)


def _counted(number: int, what: str, language: Language) -> str:
    said = SAID[language][what][min(number, 2)]
    return (typeset(said, "fr") if language == "fr" else said).replace("{number}", str(number))
