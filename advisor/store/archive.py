"""All that is kept of a person as readable JSON, and back; knows neither where the JSON lies nor where things are kept."""

import json
from dataclasses import dataclass, replace

from advisor.errors import AdvisorError
from advisor.reasons import not_valid
from advisor.store.codec import Misfit, made, plain
from advisor.store.records import Everything, PastTurn, cut, now

FORMAT = "advisor-data"
VERSION = 1
_OPENING = ("format", "version", "exported", "settings")


class ArchiveError(AdvisorError):
    """A file isn't an export, or not one that this version understands."""


@dataclass(frozen=True, slots=True)
class Archive:
    """All that an export holds."""

    everything: Everything
    settings: str | None = None
    """The file of settings as it was written; None where there was none."""


def written(archive: Archive) -> str:
    """An export, as text: indented, accents as they are, the same each time but for its date."""
    opening = dict(zip(_OPENING, (FORMAT, VERSION, now(), archive.settings), strict=True))
    return json.dumps(opening | plain(archive.everything), ensure_ascii=False, indent=2) + "\n"


def read(text: str) -> Archive:
    """An export out of its text; raises ArchiveError, which says what in it is wrong, and nothing is taken in."""
    try:
        held = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as fault:
        wrong = not_valid("JSON", fault)
        raise ArchiveError(
            f"{wrong['en']}; give the file that advisor data export wrote.",
            f"{wrong['fr']} ; donnez le fichier écrit par advisor data export.",
        ) from None
    if not isinstance(held, dict) or held.get("format") != FORMAT:
        raise ArchiveError(
            "this isn't an export of Advisor; give the file that advisor data export wrote.",
            "ce n'est pas un export d'Advisor ; donnez le fichier écrit par advisor data export.",
        )
    if held.get("version") != VERSION:
        raise ArchiveError(
            f"this export is of version {held.get('version')!r}, and this program reads version {VERSION}; update Advisor.",
            f"cet export est de version {held.get('version')!r}, et ce programme lit la version {VERSION} ; "
            "mettez Advisor à jour.",
        )
    try:
        settings = made(_Settings, {"settings": held.get("settings")}).settings
        everything = made(Everything, {key: value for key, value in held.items() if key not in _OPENING})
    except Misfit as misfit:
        raise ArchiveError(
            f"in this export, {misfit.where}: {misfit.en}; nothing was imported.",
            f"dans cet export, {misfit.where} : {misfit.fr} ; rien n'a été importé.",
        ) from None
    return Archive(_shortened(everything), settings)


@dataclass(frozen=True, slots=True)
class _Settings:
    settings: str | None


def _shortened(everything: Everything) -> Everything:
    """The same with questions no longer than those that are kept, so that an export written by hand fits too."""

    def turn(one: PastTurn) -> PastTurn:
        return replace(one, question=cut(one.question))

    talks = tuple(replace(talk, turns=tuple(map(turn, talk.turns))) for talk in everything.conversations)
    asked = tuple(replace(one, text=cut(one.text)) for one in everything.questions)
    drafts = tuple(replace(one, text=cut(one.text)) for one in everything.drafts)
    return replace(everything, conversations=talks, questions=asked, drafts=drafts)
