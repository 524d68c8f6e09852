"""`advisor check`: prints what is wrong with packs of knowledge; judges nothing itself and knows no screen."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from advisor.errors import DONE, FAILED
from advisor.pack.places import printable


def run(directories: Sequence[Path], as_json: bool, base: Sequence[Path]) -> int:
    """Print the findings on standard output and a summary on standard error; 1 where there are errors, else 0.

    Each directory is laid over those before it and over the base, whose own findings aren't repeated; without a
    directory it is the base that is checked. Raises KnowledgeError where a directory isn't there or can't be read.
    """
    from advisor.pack.load import check_over

    given = {_real(directory) for directory in directories}
    below = [directory for directory in base if _real(directory) not in given] if directories else []
    checked = check_over(list(directories) or list(base), below)
    errors = sum(finding.is_error for finding in checked.findings)
    warnings = len(checked.findings) - errors
    if as_json:
        findings = [finding.as_json() for finding in checked.findings]
        print(json.dumps({"errors": errors, "warnings": warnings, "findings": findings}, ensure_ascii=False, indent=2))
    else:
        for finding in checked.findings:
            print(finding)
    print(f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}.", file=sys.stderr)
    if checked.errors_below:
        where = printable(" ".join(str(directory) for directory in below))
        below_it = f"The knowledge below has {_counted(checked.errors_below, 'error')}: run advisor check {where}"
        print(below_it, file=sys.stderr)
    return FAILED if errors else DONE


def _real(directory: Path) -> str:
    try:
        return str(directory.resolve())
    except (OSError, RuntimeError, ValueError):
        return str(directory)


def _counted(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
