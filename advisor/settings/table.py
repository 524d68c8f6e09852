"""The one declared table of settings: defaults, choices and the words for them; knows no file and no screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from advisor.model import Words


Value = str | bool

_YES_OR_NO: Mapping[Value, Words] = {True: {"fr": "oui", "en": "yes"}, False: {"fr": "non", "en": "no"}}


def _setting(default: Value, values: Mapping[Value, Words], title: Words, help: Words) -> Any:
    return field(default=default, metadata={"values": values, "title": title, "help": help})


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose; the fields but the last are the table of settings, each with its values and its words."""

    language: str = _setting(
        "auto",
        {
            "auto": {"fr": "automatique", "en": "automatic"},
            "fr": {"fr": "français", "en": "French"},
            "en": {"fr": "anglais", "en": "English"},
        },
        {"fr": "Langue", "en": "Language"},
        {
            "fr": "Langue de l'écran et des réponses ; auto : celle du système à l'écran, celle de chaque question en réponse.",
            "en": "Language of the screen and of the answers; auto: the system's on screen, each question's own in answers.",
        },
    )
    address: str = _setting(
        "vous",
        {"vous": {"fr": "vous", "en": "vous"}, "tu": {"fr": "tu", "en": "tu"}},
        {"fr": "Forme d'adresse", "en": "Form of address"},
        {
            "fr": "Vouvoiement ou tutoiement dans les réponses en français.",
            "en": "How answers in French address the reader.",
        },
    )
    theme: str = _setting(
        "dark",
        {
            "dark": {"fr": "sombres", "en": "dark"},
            "light": {"fr": "claires", "en": "light"},
            "contrast-dark": {"fr": "contraste fort, fond sombre", "en": "high contrast, dark"},
            "contrast-light": {"fr": "contraste fort, fond clair", "en": "high contrast, light"},
        },
        {"fr": "Couleurs", "en": "Colours"},
        {
            "fr": "Couleurs : sombres, claires, ou l'un des deux contrastes forts.",
            "en": "Colours: dark, light, or one of two high contrasts.",
        },
    )
    animation: str = _setting(
        "auto",
        {"auto": {"fr": "automatique", "en": "automatic"}, "on": _YES_OR_NO[True], "off": _YES_OR_NO[False]},
        {"fr": "Animations", "en": "Animations"},
        {
            "fr": "Défilement animé ; auto : oui, sauf à travers ssh.",
            "en": "Animated scrolling; auto: yes, but not over ssh.",
        },
    )
    answers: str = _setting(
        "point",
        {
            "point": {"fr": "l'essentiel d'abord", "en": "the point first"},
            "whole": {"fr": "en entier", "en": "in full"},
        },
        {"fr": "Réponses", "en": "Answers"},
        {
            "fr": "Montre d'abord le conseil, le reste s'ouvrant partie par partie ; ou tout, d'un coup.",
            "en": "Shows the advice first, with the rest to open part by part; or everything at once.",
        },
    )
    history: bool = _setting(
        True,
        _YES_OR_NO,
        {"fr": "Garder les questions", "en": "Keep questions"},
        {
            "fr": "Garde les questions posées, pour les rappeler plus tard.",
            "en": "Keeps the questions asked, to bring them back later.",
        },
    )
    conversations: bool = _setting(
        True,
        _YES_OR_NO,
        {"fr": "Garder les conversations", "en": "Keep conversations"},
        {
            "fr": "Garde les conversations, questions et réponses, pour les retrouver plus tard.",
            "en": "Keeps the conversations, questions and answers, to find them again later.",
        },
    )
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    """Other keys of commands, by the command's id, as written; only a screen can tell whether they will do."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table."""

    key: str
    default: Value
    values: Mapping[Value, Words]
    """What it can be, each with the words for it."""
    title: Words
    help: Words

    @property
    def choices(self) -> tuple[Value, ...]:
        """What it can be."""
        return tuple(self.values)

    def allows(self, value: object) -> bool:
        """Whether a value is one of the choices; a number is never a boolean here."""
        return any(value == choice and type(value) is type(choice) for choice in self.values)


TABLE: Mapping[str, Setting] = {
    f.name: Setting(f.name, f.default, **f.metadata)  # type: ignore[arg-type]
    for f in fields(Settings)
    if f.metadata
}
