"""Why the system or a parser refused, in words of ours; knows no file and no screen.

What seldom happens is told in the system's own words.
"""

from __future__ import annotations

import errno
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.model import Words

FULL: Words = {"fr": "le disque est plein", "en": "the disk is full"}
_DENIED: Words = {"fr": "l'accès est refusé", "en": "access is denied"}
_REASONS: Mapping[int, Words] = {
    errno.ENOENT: {"fr": "il n'y a rien de ce nom", "en": "there is nothing of that name"},
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EISDIR: {"fr": "c'est un dossier", "en": "it is a folder"},
    errno.ENOTDIR: {"fr": "un nom du chemin n'est pas celui d'un dossier", "en": "a name in the path is no folder's"},
    errno.ENOTEMPTY: {"fr": "le dossier n'est pas vide", "en": "the folder isn't empty"},
    errno.EEXIST: {"fr": "ce nom est déjà pris", "en": "that name is taken"},
    errno.ENAMETOOLONG: {"fr": "le nom est trop long", "en": "the name is too long"},
    errno.ELOOP: {"fr": "des liens tournent en rond", "en": "links lead round in a circle"},
    errno.ENOSPC: FULL,
    errno.EDQUOT: {"fr": "la place accordée est épuisée", "en": "the room allowed is used up"},
    errno.EFBIG: {"fr": "le fichier serait trop gros", "en": "the file would be too large"},
    errno.EROFS: {"fr": "le disque est en lecture seule", "en": "the disk is read-only"},
    errno.EBUSY: {"fr": "un autre programme s'en sert", "en": "another program is using it"},
    errno.EIO: {"fr": "le disque ne répond pas comme il faut", "en": "the disk doesn't answer as it should"},
    errno.ENXIO: {"fr": "rien n'est branché là", "en": "nothing is plugged in there"},
    errno.EMFILE: {"fr": "trop de fichiers sont ouverts", "en": "too many files are open"},
    errno.ENOMEM: {"fr": "la mémoire manque", "en": "there is too little memory"},
}
_PLACE = re.compile(r"line (\d+),? column (\d+)")


class UnusableError(OSError):
    """A file can't be used, for a reason that is no system's."""

    def __init__(self, words: Words) -> None:
        super().__init__(words["en"])
        self.words = words


def reason_of(fault: BaseException) -> Words:
    """Why something could not be read or written; in the system's own words where it seldom happens."""
    if isinstance(fault, UnusableError):
        return fault.words
    if isinstance(fault, UnicodeDecodeError):
        return {"fr": "ce n'est pas du texte en UTF-8", "en": "it isn't text in UTF-8"}
    if not isinstance(fault, OSError):
        return {"fr": str(fault), "en": str(fault)}
    said = fault.strerror or str(fault)
    return _REASONS.get(fault.errno or 0) or {"fr": said, "en": said}


def not_valid(language: str, fault: BaseException) -> Words:
    """That a text isn't what it should be, such as JSON, and from where on, where the parser says so."""
    place = _PLACE.search(str(fault))
    fr, en = (f", ligne {place[1]}, colonne {place[2]}", f", line {place[1]}, column {place[2]}") if place else ("", "")
    return {"fr": f"ce n'est pas du {language} valide{fr}", "en": f"this isn't valid {language}{en}"}
