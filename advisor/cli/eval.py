"""`advisor eval`: measures the advisor on files of labelled questions, or on its own phrasings; computes nothing itself."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.cli.call import Call
from advisor.cli.options import COMPARE, CROSS_VALIDATE, HTML, PERCENTAGES
from advisor.cli.render import width_of
from advisor.cli.setting import Setting
from advisor.cli.streams import is_terminal, say, write_json
from advisor.errors import DONE, UsageError
from advisor.model import Language

if TYPE_CHECKING:
    from advisor.library import Library
    from advisor.measure.labels import Labelled
    from advisor.measure.runs import CurvePoint, Judged, Run

STEPS = 500
"""Questions between two signs of life."""

SAID: dict[Language, dict[str, str]] = {
    "fr": {
        "asked": "{done} questions sur {whole}...",
        "curve": "J'apprends {percentage} % des phrases...",
        "fold": "Validation croisée, partie {number} sur {whole} : j'apprends le reste...",
        "unknown": "attention : aucune entrée ne s'appelle {ids} ; ce qui l'attend ne peut pas être juste.",
        "page": "La page est dans {file}.",
    },
    "en": {
        "asked": "{done} of {whole} questions...",
        "curve": "Learning {percentage}% of the phrasings...",
        "fold": "Cross-validation, part {number} of {whole}: learning the rest...",
        "unknown": "warning: there is no entry called {ids}; what expects it can't be right.",
        "page": "The page is in {file}.",
    },
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one call of the command asks for."""

    files: tuple[Path, ...]
    page: Path | None
    saved: Path | None
    percentages: tuple[float, ...]
    cross_validated: bool

    @classmethod
    def of(cls, call: Call) -> "Wanted":
        """The call understood; raises UsageError where there is nothing to measure on."""
        page, saved, listed = (call.last(option) for option in (HTML, COMPARE, PERCENTAGES))
        crossed = call.has(CROSS_VALIDATE)
        files = tuple(Path(word) for word in call.words)
        if not files and (listed or not crossed):
            raise UsageError(
                "measure on what? Give files of labelled questions" + ("" if listed else ", or --cross-validate"),
                "mesurer sur quoi ? Il faut des fichiers de questions étiquetées"
                + ("" if listed else ", ou --cross-validate"),
            )
        if page and not Path(page).absolute().parent.is_dir():
            raise UsageError(
                f"there is no directory for {page}",
                f"il n'y a pas de dossier pour {page}",
            )
        return cls(
            files, Path(page) if page else None, Path(saved) if saved else None, _percentages(listed or ""), crossed
        )


def _percentages(listed: str) -> tuple[float, ...]:
    """The percentages of a list such as `10,25,100`; raises UsageError where one is none."""
    found = []
    for one in filter(None, (part.strip().removesuffix("%").strip() for part in listed.split(","))):
        try:
            value = float(one)
        except ValueError:
            value = 0.0
        if not 0 < value <= 100:
            raise UsageError(
                f"“{one}” in --percentages is no number above 0 and up to 100",
                f"« {one} » dans --percentages n'est pas un nombre au-dessus de 0 et jusqu'à 100",
            )
        found.append(value)
    if listed and not found:
        raise UsageError("--percentages needs a number", "--percentages demande un nombre")
    return tuple(found)


def run(call: Call, setting: Setting, *, as_json: bool) -> int:
    """Measure, then write text, JSON and the page as asked; raises AdvisorError for files that can't be used."""
    from advisor.measure.compare import compare, read_saved
    from advisor.measure.runs import Run

    wanted = Wanted.of(call)
    labelled = _labelled(wanted.files)
    saved = read_saved(wanted.saved) if wanted.saved else None
    packs = setting.packs()
    judged = _judged(labelled, setting) if labelled else None
    library = _library(packs) if wanted.cross_validated or wanted.percentages else None
    curve = _curve(library, wanted.percentages, labelled, setting.language) if library and labelled else ()
    crossed = _crossed(library, setting.language) if library and wanted.cross_validated else None
    done = Run(_fingerprint(packs), tuple(map(str, wanted.files)), judged, crossed, curve)
    if saved is not None and wanted.saved:
        comparison = compare(wanted.saved, saved, done.everything())
        done = Run(done.knowledge, done.files, judged, crossed, curve, comparison)
    _write(done, wanted.page, setting.language, as_json=as_json)
    return DONE


def _write(done: "Run", page: Path | None, language: Language, *, as_json: bool) -> None:
    from advisor.measure.report import Report

    if page:
        from advisor.measure.page import as_page

        page.write_text(as_page(Report(done, language)), encoding="utf-8", newline="\n")
        say(SAID[language]["page"].format(file=page))
    if as_json:
        write_json(done.as_json(), indent=1)
    else:
        from advisor.measure.text import as_text

        print(as_text(Report(done, language), width_of(sys.stdout)))


def _labelled(files: Sequence[Path]) -> "Labelled | None":
    from advisor.measure.labels import read_labelled

    return read_labelled(files) if files else None


def _library(packs: Sequence[Path]) -> "Library":
    from advisor.pack.load import load_library

    return load_library(packs)


def _fingerprint(packs: Sequence[Path]) -> str:
    from advisor.pack.fingerprint import fingerprint

    return fingerprint(packs)


def _judged(labelled: "Labelled", setting: Setting) -> "Judged":
    """What the advisor in use makes of the files."""
    from advisor.measure.asking import Questioner
    from advisor.measure.runs import Judged

    questioner = Questioner(setting.open())
    missing = labelled.unknown(questioner.known())
    if missing:
        say(SAID[setting.language]["unknown"].format(ids=", ".join(missing)))
    asked = list(questioner.ask(labelled.questions, _Signs(setting.language)))
    return Judged.of(asked, list(questioner.talk(labelled.dialogues)))


def _curve(
    library: "Library", percentages: Sequence[float], labelled: "Labelled", language: Language
) -> "tuple[CurvePoint, ...]":
    from advisor.measure.folds import learning_curve

    def progress(percentage: float) -> None:
        say(SAID[language]["curve"].format(percentage=f"{percentage:g}"))

    return tuple(learning_curve(library, percentages, labelled, progress, _Signs(language)))


def _crossed(library: "Library", language: Language) -> "Judged":
    from advisor.measure.folds import cross_validated

    def progress(number: int, whole: int) -> None:
        say(SAID[language]["fold"].format(number=number, whole=whole))

    return cross_validated(library, progress, _Signs(language))


class _Signs:
    """Says now and then on a terminal how far the questions are."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._watched = is_terminal(sys.stderr)

    def __call__(self, done: int, whole: int) -> None:
        if self._watched and done and done % STEPS == 0:
            say(SAID[self._language]["asked"].format(done=done, whole=whole))
