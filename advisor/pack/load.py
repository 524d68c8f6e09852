"""Packs to a library, or to what is wrong with them: one way for both, so that what the check passes also loads."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from advisor.errors import KnowledgeError
from advisor.garbage import uncollected
from advisor.library import Library
from advisor.pack.advice import advise
from advisor.pack.lay import Laid, lay, plain
from advisor.pack.phrasings import Asked, every_phrasing, judge_shared
from advisor.pack.places import Finding, in_order, printable
from advisor.pack.reader import Pack, read_pack
from advisor.pack.references import judge_references

__all__ = ["Checked", "Pack", "check_over", "check_packs", "load_library", "read_pack"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in packs laid over others."""

    findings: list[Finding]
    """In order; what is wrong with the packs below alone isn't among them."""
    errors_below: int


@dataclass(frozen=True, slots=True)
class _Survey:
    """Packs, what they are together, all their questions, and every error."""

    packs: list[Pack]
    laid: Laid
    every: list[Asked]
    errors: list[Finding]


@uncollected()
def load_library(directories: Sequence[Path]) -> Library:
    """All that the packs hold together, each laid over those before it.

    An entry replaces the earlier one of its id; a topic with only `id` and `questions` adds its questions to the
    one that exists. Raises KnowledgeError with the first error where there is one.
    """
    survey = _survey(_read(directories))
    errors = in_order(survey.errors)
    if errors:
        from advisor.pack.telling import told  # here, since wordings are needed only where something is wrong

        where = printable(" ".join(str(directory) for directory in directories))
        rest = len(errors) - 1
        raise KnowledgeError(
            str(errors[0]) + (f" (+ {rest} more; run advisor check {where})" if rest else ""),
            str(told(errors[0], "fr")) + (f" (+ {rest} de plus ; lancez advisor check {where})" if rest else ""),
        )
    library: Library = plain(survey.laid.library)
    return library


def check_packs(directories: Sequence[Path], base: Sequence[Path] = ()) -> list[Finding]:
    """All that is wrong with the packs as they lie over the base, in order; the base's own findings are left out.

    Raises KnowledgeError where a directory isn't there or can't be read.
    """
    return check_over(directories, base).findings


def check_over(directories: Sequence[Path], base: Sequence[Path]) -> Checked:
    """The same, with the number of errors that the base has by itself."""
    under = _read(base)
    survey = _survey([*under, *_read(directories)])
    below = {*_survey(under).errors}
    own_files = {file for pack in survey.packs[len(base) :] for file in pack.files}
    warnings = [each for each in _warnings(survey) if each.place.file in own_files]
    return Checked(in_order([*(each for each in survey.errors if each not in below), *warnings]), len(below))


def _read(directories: Sequence[Path]) -> list[tuple[Pack, list[Finding]]]:
    return [read_pack(directory) for directory in directories]


def _survey(read: Sequence[tuple[Pack, list[Finding]]]) -> _Survey:
    packs = [pack for pack, _ in read]
    errors = [each for _, found in read for each in found]
    laid, found = lay([pack.entries for pack in packs])
    ranks = {file: rank for rank, pack in enumerate(packs) for file in pack.files}
    every = every_phrasing(laid.library, ranks)
    found += [*judge_references(laid), *judge_shared(every)]
    if _is_incomplete(packs, errors):
        # What is lost would be missed everywhere else.
        found = [each for each in found if each.code in ("E301", "E310")]
    return _Survey(packs, laid, every, [*errors, *found])


def _warnings(survey: _Survey) -> list[Finding]:
    if _is_incomplete(survey.packs, survey.errors):
        return []
    return list(advise([pack.entries for pack in survey.packs], survey.laid, survey.every))


def _is_incomplete(packs: Sequence[Pack], errors: Sequence[Finding]) -> bool:
    return any(pack.entries.incomplete for pack in packs) or any(each.code.startswith("E1") for each in errors)
