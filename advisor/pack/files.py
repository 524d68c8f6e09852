"""Which files a pack is made of; knows directories and links, opens no YAML."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.errors import KnowledgeError
from advisor.pack.places import Finding, Place, finding, printable, quoted
from advisor.reasons import reason_of

if TYPE_CHECKING:
    from advisor.pack.phrase import Value

SUFFIXES = (".yaml", ".yml")
LARGEST_FILE = 2_000_000
"""Bytes; a larger file isn't read."""


@dataclass(frozen=True, slots=True)
class PackFile:
    """One YAML file: `relative` to its pack with forward slashes, `shown` as people are told of it."""

    path: Path
    relative: str
    shown: str

    def contents(self) -> bytes | None:
        """The bytes, at most one more than LARGEST_FILE; None where they can't be read."""
        try:
            with self.path.open("rb") as stream:
                return stream.read(LARGEST_FILE + 1)
        except OSError:
            return None


def pack_files(directory: Path) -> tuple[list[PackFile], list[Finding]]:
    """The YAML files of a pack by their relative paths, and what kept others out; hidden ones don't count.

    Raises KnowledgeError where the directory isn't there or can't be read.
    """
    try:
        root = directory.resolve(strict=True)
        next(root.iterdir(), None)
    except NotADirectoryError:
        raise KnowledgeError(
            f"{printable(str(directory))} is not a directory: give the directory that holds the knowledge.",
            f"{printable(str(directory))} n'est pas un dossier : donnez le dossier qui contient les connaissances.",
        ) from None
    except FileNotFoundError:
        raise KnowledgeError(
            f"There is no directory {printable(str(directory))} to read knowledge from.",
            f"Il n'y a pas de dossier {printable(str(directory))} où lire des connaissances.",
        ) from None
    except (OSError, RuntimeError, ValueError) as error:
        reason = reason_of(error)
        raise KnowledgeError(
            f"The directory {printable(str(directory))} can't be read: {reason['en']}.",
            f"Le dossier {printable(str(directory))} ne peut pas être lu : {reason['fr']}.",
        ) from None
    files: list[PackFile] = []
    findings: list[Finding] = []

    def unreadable(error: OSError) -> None:
        place = Place(_shown(directory, Path(error.filename).relative_to(root).as_posix()))
        findings.append(finding("E101", place, "directory_unreadable", reason=_reason(error)))

    for folder, names, leaves in os.walk(root, onerror=unreadable):
        names[:] = [name for name in names if not name.startswith(".")]
        for name in [*names, *leaves]:
            path = Path(folder, name)
            relative = path.relative_to(root).as_posix()
            file = PackFile(path, relative, _shown(directory, relative))
            if name in names:
                if path.is_symlink():
                    findings.append(finding("E108", Place(file.shown), "link_to_directory"))
            elif not name.startswith(".") and name.lower().endswith(SUFFIXES):
                if refused := _refusal(file, root):
                    findings.append(refused)
                else:
                    files.append(file)
    if not files and not findings:
        findings.append(finding("E112", Place(_shown(directory, "")), "no_yaml"))
    return sorted(files, key=lambda file: file.relative), findings


def _shown(directory: Path, relative: str) -> str:
    return (directory / relative).as_posix()


def _refusal(file: PackFile, root: Path) -> Finding | None:
    place = Place(file.shown)
    try:
        target = file.path.resolve(strict=True)
        status = target.stat()
    except (OSError, RuntimeError) as error:
        return finding("E101", place, "file_unreadable", reason=_reason(error))
    if not target.is_relative_to(root):
        return finding("E108", place, "link_out", target=quoted(str(target)))
    if not stat.S_ISREG(status.st_mode):
        return finding("E101", place, "no_file")
    if status.st_size > LARGEST_FILE:
        return finding("E105", place, "file_too_large", size=status.st_size, most=LARGEST_FILE)
    return None


def _reason(error: OSError | RuntimeError) -> Value:
    from advisor.pack.phrase import Overheard, phrase

    return Overheard(error.strerror or error) if isinstance(error, OSError) else phrase("link_to_itself")
