"""`advisor data`: where a person's data lies, all of it as JSON, back again, and none of it; knows no way to keep it."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.cli.setting import Setting
from advisor.cli.streams import is_terminal, say, write_json
from advisor.errors import DONE, AdvisorError, UsageError
from advisor.model import Language
from advisor.settings import replace_file
from advisor.text.typography import typeset

if TYPE_CHECKING:
    from advisor.store.port import Store

YES = frozenset({"oui", "o", "yes", "y"})
SAID: dict[Language, dict[str, str]] = {
    "fr": {
        "settings": "réglages",
        "data": "données",
        "state": "journal",
        "cache": "cache",
        "exported": "Tout est exporté dans {file}.",
        "imported": "Importé : {counts}.",
        "nothing_new": "Tout ce que contient cet export était déjà là.",
        "settings_stay": "Les réglages restent ceux de {file} ; ceux de l'export n'y sont pas repris.",
        "goes": "Seront effacés : {counts}.",
        "nothing": "Il n'y a rien à effacer.",
        "ask": "Effacer tout cela pour toujours ? (oui/non) ",
        "stays": "Rien n'a été effacé.",
        "gone": "Tout est effacé.",
        "empty": "aucune conversation, aucune question",
        "conversations": "conversations",
        "questions": "questions de l'historique",
        "steps": "étapes marquées",
        "feedback": "avis sur des réponses",
        "rejections": "réponses écartées",
        "unanswered": "questions sans réponse",
        "phrasings": "formulations apprises",
        "drafts": "brouillons",
        "turns": "réponses",
    },
    "en": {
        "settings": "settings",
        "data": "data",
        "state": "log",
        "cache": "cache",
        "exported": "Everything is exported to {file}.",
        "imported": "Imported: {counts}.",
        "nothing_new": "All that this export holds was there already.",
        "settings_stay": "The settings stay those of {file}; those of the export aren't taken over.",
        "goes": "To be deleted: {counts}.",
        "nothing": "There is nothing to delete.",
        "ask": "Delete all of that for good? (yes/no) ",
        "stays": "Nothing was deleted.",
        "gone": "Everything is deleted.",
        "empty": "no conversation, no question",
        "conversations": "conversations",
        "questions": "questions of the history",
        "steps": "steps marked",
        "feedback": "opinions on answers",
        "rejections": "answers turned down",
        "unanswered": "unanswered questions",
        "phrasings": "phrasings taught",
        "drafts": "drafts",
        "turns": "answers",
    },
}


def run(words: Sequence[str], setting: Setting, *, as_json: bool, without_asking: bool) -> int:
    """Do one thing with the data; raises UsageError for a thing that isn't known, AdvisorError where it can't be done."""
    action, file = words[0] if words else "path", words[1] if len(words) > 1 else None
    known: Mapping[str, Callable[[], None]] = {
        "path": lambda: _path(setting, as_json=as_json),
        "export": lambda: _export(file, setting),
        "import": lambda: _import(file, setting),
        "delete": lambda: _delete(setting, without_asking=without_asking),
    }
    if action not in known:
        raise UsageError(
            f"data does path, export, import or delete, and no “{action}”",
            f"data connaît path, export, import ou delete, mais pas « {action} »",
        )
    if file is not None and action in ("path", "delete"):
        raise UsageError(
            f"data {action} takes no file; “{file}” is too many",
            f"data {action} ne prend pas de fichier ; « {file} » est de trop",
        )
    known[action]()
    return DONE


def _said(setting: Setting, key: str, **values: object) -> str:
    return typeset(SAID[setting.language][key], setting.language).format(**values)


def _path(setting: Setting, *, as_json: bool) -> None:
    held = setting.places
    where = {"settings": held.settings_file, "data": held.store_file, "state": held.state, "cache": held.cache}
    if as_json:
        write_json({name: str(path) for name, path in where.items()}, indent=2)
        return
    names = {name: _said(setting, name) for name in where}
    room = max(map(len, names.values()))
    for name, path in where.items():
        print(f"{names[name]:<{room}}  {path}")


def _open(setting: Setting) -> "Store":
    """The store; raises AdvisorError where what lies there is another version's, OSError where it can't be read."""
    from advisor.store.opening import open_store

    file = setting.places.store_file
    if file.exists():
        file.open("rb").close()
    store = open_store(setting.places, setting.settings, lambda words: say(words[setting.language]))
    store.questions.latest(1)
    if store.refused is not None:
        raise store.refused
    return store


def _export(file: str | None, setting: Setting) -> None:
    from advisor.store.archive import Archive, written

    store = _open(setting)
    kept = setting.places.settings_file
    settings = kept.read_text(encoding="utf-8", errors="replace") if kept.exists() else None
    text = written(Archive(store.everything(), settings))
    store.close()
    if file is None or file == "-":
        sys.stdout.write(text)
        return
    target = Path(file)
    if target.exists():
        raise AdvisorError(
            f"{file} exists already, and nothing is written over it; give another name.",
            f"{file} existe déjà, et rien n'est écrit par-dessus ; donnez un autre nom.",
        )
    replace_file(target, text)
    say(_said(setting, "exported", file=target.absolute()))


def _import(file: str | None, setting: Setting) -> None:
    from advisor.store.archive import read

    archive = read(_text(file))
    store = _open(setting)
    merged = store.merge(archive.everything)
    kept = store.is_kept
    store.close()
    if not kept:
        raise AdvisorError(
            "nothing was imported, since nothing can be kept there.", "rien n'est importé : rien ne peut y être gardé."
        )
    new = dict(merged.added) | {"turns": merged.turns}
    counts = _counted(new, setting)
    say(_said(setting, "imported", counts=counts) if counts else _said(setting, "nothing_new"))
    if archive.settings is not None:
        _take_settings(archive.settings, setting)


def _take_settings(text: str, setting: Setting) -> None:
    file = setting.places.settings_file
    if not file.exists():
        replace_file(file, text)
    elif file.read_text(encoding="utf-8", errors="replace") != text:
        say(_said(setting, "settings_stay", file=file))


def _text(file: str | None) -> str:
    """What is to be imported; raises UsageError where nothing is given, AdvisorError where it isn't UTF-8."""
    if file is None and (sys.stdin is None or is_terminal(sys.stdin)):
        raise UsageError(
            "import what? For example: advisor data import my-data.json",
            "importer quoi ? Par exemple : advisor data import mes-donnees.json",
        )
    try:
        if file is None or file == "-":
            return sys.stdin.buffer.read().decode("utf-8")
        return Path(file).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise AdvisorError(
            "this isn't UTF-8; give the file that advisor data export wrote.",
            "ce n'est pas de l'UTF-8 ; donnez le fichier écrit par advisor data export.",
        ) from None


def _delete(setting: Setting, *, without_asking: bool) -> None:
    from advisor.store.opening import open_store
    from advisor.store.removal import files_of, remove

    files = files_of(setting.places)
    if not files:
        say(_said(setting, "nothing"))
        return
    store = open_store(setting.places, setting.settings, lambda words: say(words[setting.language]))
    everything = store.everything()
    store.close()
    counts = {each.name: len(getattr(everything, each.name)) for each in fields(everything)}
    say(_said(setting, "goes", counts=_counted(counts, setting) or _said(setting, "empty")))
    for file in files_of(setting.places):
        say(f"  {file}")
    if not (without_asking or _agreed(setting)):
        say(_said(setting, "stays"))
        return
    remove(setting.places)
    say(_said(setting, "gone"))


def _agreed(setting: Setting) -> bool:
    """Whether the person says so; raises UsageError where there is nobody to ask."""
    if not is_terminal(sys.stdin):
        raise UsageError(
            "nothing was deleted, since nobody is there to ask; with --yes, it is done without asking",
            "rien n'a été effacé, faute de pouvoir vous le demander ; avec --yes, cela se fait sans demander",
        )
    try:
        return input(_said(setting, "ask")).strip().casefold() in YES
    except EOFError:
        return False


def _counted(counts: Mapping[str, int], setting: Setting) -> str:
    return ", ".join(f"{_said(setting, name)} ({count})" for name, count in counts.items() if count)
