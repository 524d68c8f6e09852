"""`advisor templates`: lists the questions that templates stand for; expands nothing itself and knows no screen."""

import sys
from collections.abc import Iterable
from pathlib import Path

from advisor.errors import DONE, FAILED, KnowledgeError
from advisor.model import Language
from advisor.pack.places import printable
from advisor.reasons import reason_of


def run(path_or_template: str, language: Language) -> int:
    """List what a template, or every template of a file or a pack, yields, one phrasing a line; 1 where one can't be.

    A file or a pack gives `file:line:column: template` before the phrasings, which are indented. Raises KnowledgeError
    where there is no such file or directory, or it can't be read.
    """
    path = Path(path_or_template)
    if path_or_template and _exists(path):
        return _list_all(path, language)
    if path.suffix in (".yaml", ".yml"):
        shown = printable(path_or_template)
        raise KnowledgeError(f"There is no file {shown}.", f"Il n'y a pas de fichier {shown}.")
    return _list_one(path_or_template, language)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _list_one(template: str, language: Language) -> int:
    from advisor.pack.templates import TemplateError, expand

    try:
        for phrasing in expand(template):
            print(printable(phrasing))
    except TemplateError as error:
        from advisor.pack.telling import worded

        print(printable(template), file=sys.stderr)
        mark = f"{' ' * len(printable(template[: error.offset]))}^"
        print(f"{mark} {worded(error.wrong, language)}", file=sys.stderr)
        return FAILED
    return DONE


def _list_all(path: Path, language: Language) -> int:
    from advisor.pack.build import Entries
    from advisor.pack.places import Finding, Place, in_order, place_of
    from advisor.pack.reader import read_file, read_pack
    from advisor.pack.telling import told

    findings: Iterable[Finding]
    try:
        if path.is_dir():
            pack, findings = read_pack(path)
            entries = pack.entries
        else:
            entries = Entries()
            findings = read_file(path.read_bytes(), path.as_posix(), entries)
    except OSError as error:
        shown, reason = printable(str(path)), reason_of(error)
        raise KnowledgeError(
            f"The file {shown} can't be read: {reason['en']}.",
            f"Le fichier {shown} ne peut pas être lu : {reason['fr']}.",
        ) from None
    expanded: dict[tuple[Place, str], dict[str, None]] = {}
    for phrasing in entries.phrasings():
        if phrasing.family:
            expanded.setdefault((place_of(phrasing.family), phrasing.family), {})[phrasing.text] = None
    for (place, template), phrasings in sorted(expanded.items(), key=lambda item: item[0]):
        print(f"{place}: {printable(template)}")
        for text in phrasings:
            print(f"  {printable(text)}")
    errors = [finding for finding in in_order(findings) if finding.is_error]
    for finding in errors:
        print(told(finding, language), file=sys.stderr)
    return FAILED if errors else DONE
