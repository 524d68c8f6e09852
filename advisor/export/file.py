"""Writes a conversation to a file of a person's choice: never over another one, and says where it went; knows no screen."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from advisor.errors import AdvisorError
from advisor.export.document import clean
from advisor.export.transcript import Transcript
from advisor.reasons import reason_of

Format = Literal["markdown", "html", "text"]
FORMATS: tuple[Format, ...] = ("markdown", "html", "text")
"""The first is taken where nothing is said."""
SUFFIX: Mapping[Format, str] = {"markdown": ".md", "html": ".html", "text": ".txt"}
WORDS: Mapping[str, Format] = {
    "markdown": "markdown",
    "md": "markdown",
    "html": "html",
    "htm": "html",
    "text": "text",
    "texte": "text",
    "txt": "text",
}
"""The words by which a format is asked for."""
FOREIGN = ("pdf", "docx", "doc", "odt", "rtf", "epub", "json", "csv", "word", "png")
"""Words and endings of formats that people may ask for and that nothing here writes."""
FILLERS = ("en", "as", "in", "au", "format")
_ENDINGS: Mapping[str, Format] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
}
_NO_NAME = re.compile(r'[<>:"|?*]')
"""What one system or another takes in no name of a file."""
MOST_TRIES = 1_000


@dataclass(frozen=True, slots=True)
class Wish:
    """How a conversation is wanted: `name` may hold folders, and is empty where it is left to the program."""

    format: Format
    name: str = ""
    foreign: str = ""
    """The format that was asked for, where there is no such one here."""


@dataclass(frozen=True, slots=True)
class Written:
    """Where a conversation went; `taken` is the name that was wanted, where another file had it already."""

    file: Path
    taken: str = ""


def wish(words: str) -> Wish:
    """What the words behind the command ask for: a format, a name, both in either order, or nothing."""
    waiting = clean(words).strip().split()
    found: Format | None = None
    while waiting and (waiting[0].casefold() in FILLERS or (found is None and waiting[0].casefold() in WORDS)):
        found = WORDS.get(waiting.pop(0).casefold(), found)
    if len(waiting) > 1 and found is None and waiting[-1].casefold() in WORDS:
        found = WORDS[waiting.pop().casefold()]
        while len(waiting) > 1 and waiting[-1].casefold() in FILLERS:
            waiting.pop()
    name = " ".join(waiting).strip("\"'«» ")
    last = name.casefold().rpartition(".")[2]
    if found is None and last in FOREIGN:
        return Wish(FORMATS[0], name, last)
    return Wish(found or _ENDINGS.get(Path(name).suffix.casefold(), FORMATS[0]), name)


def named(wanted: Wish, began: datetime | None) -> Path:
    """The file that a wish means: with the ending of its format, in the folder given or the one that the program is in."""
    path = Path(os.path.expanduser(wanted.name))  # noqa: PTH111  (pathlib raises for a home of nobody)
    if not wanted.name or wanted.name.endswith(("/", os.sep)) or os.path.isdir(path):  # noqa: PTH112  (pathlib may raise)
        path /= f"advisor-{began or datetime.now():%Y-%m-%d-%Hh%M}"
    if path.suffix.casefold() in _ENDINGS and _ENDINGS[path.suffix.casefold()] == wanted.format:
        ending = path.suffix
        path = path.with_suffix("")
    else:
        ending = SUFFIX[wanted.format]
    path = path.with_name(_NO_NAME.sub("-", path.name) + ending)
    return path if path.is_absolute() else _folder() / path


def _folder() -> Path:
    """The current directory, as with every command of a terminal; documents, then home, where nothing can be put there."""
    try:
        here = Path.cwd()
        if os.access(here, os.W_OK):
            return here
    except OSError:  # it was deleted under the program
        pass
    from platformdirs import user_documents_path

    documents = user_documents_path()
    return documents if documents.is_dir() else Path.home()


def written(transcript: Transcript, wanted: Wish) -> Written:
    """Write a conversation; raises AdvisorError, in both languages, where that can't be done."""
    if wanted.foreign:
        raise _no_such_format(wanted.foreign)
    began = transcript.turns[0].at if transcript.turns else None
    target = named(wanted, began)
    text = _writer(wanted.format)(transcript).encode("utf-8")
    for number in range(1, MOST_TRIES):
        file = target if number == 1 else target.with_name(f"{target.stem}-{number}{target.suffix}")
        try:
            _write(file, text)
        except FileExistsError:
            continue
        except (OSError, ValueError) as fault:
            raise _refused(file, fault) from fault
        return Written(file, target.name if number > 1 else "")
    raise _refused(target, FileExistsError(f"{MOST_TRIES}"))


def _writer(format: Format) -> Callable[[Transcript], str]:
    # Only one of them is ever wanted at a time.
    if format == "html":
        from advisor.export.page import html_page

        return html_page
    if format == "text":
        from advisor.export.plain import conversation_text

        return conversation_text
    from advisor.export.markdown import markdown_page

    return markdown_page


def _write(file: Path, text: bytes) -> None:
    """Write a file that isn't there yet, whole or not at all."""
    with file.open("xb") as stream:
        try:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        except BaseException:
            stream.close()
            file.unlink(missing_ok=True)
            raise


def _no_such_format(format: str) -> AdvisorError:
    formats = ", ".join(FORMATS[:-1])
    return AdvisorError(
        f"{format} is no format here; choose {formats} or {FORMATS[-1]}. A browser prints the HTML page to PDF.",
        f"{format} n'est pas un format d'ici ; choisissez {formats} ou {FORMATS[-1]}. Un navigateur imprime la page HTML en PDF.",
    )


def _refused(file: Path, fault: Exception) -> AdvisorError:
    if not isinstance(fault, ValueError) and not file.parent.is_dir():
        return AdvisorError(
            f"there is no folder {file.parent}; create it, or choose another one.",
            f"le dossier {file.parent} n'existe pas ; créez-le, ou choisissez-en un autre.",
            exact=[str(file.parent)],
        )
    reason = reason_of(fault)
    return AdvisorError(
        f"{file} can't be written ({reason['en']}); choose another name or another folder.",
        f"{file} ne peut pas être écrit ({reason['fr']}) ; choisissez un autre nom ou un autre dossier.",
        exact=[str(file)],
    )
