"""Where knowledge lies: the built-in pack, the packs laid over it, and the index that was shipped; reads nothing."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from advisor.errors import KnowledgeError, UsageError

_PACKAGE = Path(__file__).resolve().parent.parent
SHIPPED_INDEX = _PACKAGE / "built-in.index"
"""The index of the built-in knowledge, which the wheel carries; a checkout has none."""


def built_in() -> Path:
    """The built-in pack: inside the package where it was installed, beside it in a checkout; raises KnowledgeError."""
    for candidate in (_PACKAGE / "knowledge", _PACKAGE.parent / "knowledge"):
        if (candidate / "themes.yaml").is_file():
            return candidate
    raise KnowledgeError(
        "The built-in knowledge is missing from this installation; install the program again.",
        "Les connaissances d'origine manquent à cette installation ; réinstallez le programme.",
    )


def directories(given: Sequence[str], only: bool, environ: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """The packs to lay over each other, the built-in one first unless `only`; raises UsageError and KnowledgeError."""
    named = list(given) or [one for one in environ.get("ADVISOR_KNOWLEDGE", "").split(os.pathsep) if one]
    if only and not named:
        raise UsageError(
            "--only needs --knowledge DIR, which says what to use instead of the built-in knowledge.",
            "--only demande --knowledge DOSSIER, qui dit quoi utiliser à la place des connaissances d'origine.",
        )
    over = tuple(Path(os.path.expanduser(one)) for one in named)  # noqa: PTH111  (pathlib raises for a home of nobody)
    return over if only else (built_in(), *over)
