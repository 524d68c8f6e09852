"""Other keys for commands, as a person wrote them in the settings: which will do, and why others won't.

Knows no file. A key that won't do costs one sentence and leaves the command the keys that it has.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from advisor.commands import BY_ID, COMMANDS, Command, Place, spelt
from advisor.commands.eaten import eaten
from advisor.commands.keys import written_as
from advisor.tui.keys import EACH_ITS_OWN, EVERYWHERE

if TYPE_CHECKING:
    from advisor.model import Language, Words


Keymap = Mapping[str, tuple[str, ...]]

_PLACES_AT_ONCE: Sequence[tuple[Place, ...]] = (("prompt", "edit"), ("choice",), ("list", "edit"), ("list", "path"))
"""Places whose keys apply at the same time, each beside those that apply everywhere."""
_ON_TEXTS_ALONE = ("rename", "delete")
"""Commands in the place of lists that apply on a text over the talk, where there is no field."""
_NEVER_QUITS = "escape"


def keymap_of(written: Mapping[str, Sequence[str]]) -> tuple[dict[str, tuple[str, ...]], tuple[Words, ...]]:
    """The keys that will do, by the command's id, and a sentence for each one that won't."""
    notices: list[Words] = []
    found: dict[str, tuple[str, ...]] = {}
    for id, keys in written.items():
        fault, normal = _judged(id, keys)
        if fault is None:
            found[id] = normal
        else:
            notices.append(fault)
    while clash := _clash(found):
        id, key, other = clash
        del found[id]
        notices.append(
            _said(
                id,
                {
                    language: f"{spelt(key, language)} {'est déjà prise par' if language == 'fr' else 'is the key of'} {other}"
                    for language in _LANGUAGES
                },
            )
        )
    return found, tuple(notices)


_LANGUAGES: tuple[Language, ...] = ("fr", "en")


def _judged(id: str, keys: Sequence[str]) -> tuple[Words | None, tuple[str, ...]]:
    command = BY_ID.get(id)
    if command is None:
        return _unknown_id(id), ()
    normal: list[str] = []
    for written in keys:
        key = written_as(written)
        reason = _unknown_key(written) if key is None else _why_not(command, key)
        if reason is not None:
            return _said(id, reason), ()
        normal.append(key or "")
    if id in EACH_ITS_OWN and len(normal) != len(command.keys):
        count = len(command.keys)
        return _said(
            id, {"fr": f"il y faut {count} touches, dans l'ordre", "en": f"it needs {count} keys, in order"}
        ), ()
    if not normal and not command.names:
        return _said(
            id, {"fr": "sans touche, elle serait hors d'atteinte", "en": "without a key, it is out of reach"}
        ), ()
    return None, tuple(dict.fromkeys(normal))


def _unknown_id(id: str) -> Words:
    near = difflib.get_close_matches(id.lower(), BY_ID, n=1, cutoff=0.5)
    fr = f"la plus proche est « {near[0]} »" if near else f"les commandes sont : {', '.join(BY_ID)}"
    en = f"the nearest is “{near[0]}”" if near else f"the commands are: {', '.join(BY_ID)}"
    return {"fr": f"Touches : aucune commande ne s'appelle « {id} » ; {fr}.", "en": f"Keys: no command “{id}”; {en}."}


def _unknown_key(written: str) -> Words:
    from advisor.commands.keys import NAMED

    head, _, last = written.strip().lower().rpartition("+")
    near = difflib.get_close_matches(last, NAMED, n=1, cutoff=0.5)
    meant = f"{head}+{near[0]}" if near and head else near[0] if near else ""
    if head and written_as(f"{head}+a") is None:
        # The last part may be right and one before it wrong.
        parts = [
            next(iter(difflib.get_close_matches(part, ("alt", "ctrl", "shift"), n=1)), "") for part in head.split("+")
        ]
        meant = "+".join([*parts, last]) if all(parts) else ""
    if not meant or written_as(meant) is None:
        meant = "ctrl+y"
        return {
            "fr": f"aucune touche ne s'appelle « {written} » ; on écrit par exemple « f6 » ou « {meant} »",
            "en": f"no key is called “{written}”; write “f6” or “{meant}”, for instance",
        }
    return {
        "fr": f"aucune touche ne s'appelle « {written} » ; la plus proche est « {meant} »",
        "en": f"no key is called “{written}”; the nearest is “{meant}”",
    }


def _why_not(command: Command, key: str) -> Words | None:
    named = {language: spelt(key, language) for language in _LANGUAGES}
    if reason := eaten(key):
        return {"fr": f"{named['fr']} n'arrive pas : {reason['fr']}", "en": f"{named['en']} won't do: {reason['en']}"}
    if key == _NEVER_QUITS and command.id in ("quit", "interrupt"):
        return {"fr": f"{named['fr']} annule et ne quitte jamais", "en": f"{named['en']} cancels and never leaves"}
    typed = len(key.removeprefix("shift+")) == 1 or key.removeprefix("shift+") == "space"
    if typed and command.place != "path" and command.id not in ("take", *_ON_TEXTS_ALONE):
        return {
            "fr": f"{named['fr']} sert à écrire ; ajoutez Ctrl ou Alt, ou prenez une touche F",
            "en": f"{named['en']} is for writing; add Ctrl or Alt, or take an F key",
        }
    return None


def _said(id: str, reason: Words) -> Words:
    return {
        "fr": f"Touche de {id} : {reason['fr']}. Celle d'origine sert à la place.",
        "en": f"Key of {id}: {reason['en']}. The default serves instead.",
    }


def clashes(keymap: Keymap) -> Iterator[tuple[str, str, str]]:
    """(command, key, other command) for each key that would do two things at once, each pair both ways round."""
    for places in _PLACES_AT_ONCE:
        taken: dict[str, list[str]] = {}
        for command in COMMANDS:
            if _applies(command, places):
                for key in keymap.get(command.id, command.keys):
                    taken.setdefault(key, []).append(command.id)
        for key, ids in taken.items():
            yield from ((id, key, other) for id in ids for other in ids if id != other)


def _applies(command: Command, places: Sequence[Place]) -> bool:
    in_the_talk = "prompt" in places or "choice" in places
    if command.place == "talk":
        return in_the_talk or command.id in EVERYWHERE
    if command.id in _ON_TEXTS_ALONE and "edit" in places:
        return False
    return command.place in places or (command.id == "take" and in_the_talk)


def _clash(found: Keymap) -> tuple[str, str, str] | None:
    """A new key that would do two things; the command that was written last is the one that gives way."""
    order = list(found)
    clashing = [clash for clash in clashes(found) if clash[0] in found]
    return max(clashing, key=lambda clash: order.index(clash[0]), default=None)
