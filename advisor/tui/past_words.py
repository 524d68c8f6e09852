"""The words about past conversations, in both languages; knows no widget."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.model import Words
    from advisor.tui.words import Wording

PHRASES: Mapping[str, Words] = {
    "past_title": {"fr": "Conversations passées", "en": "Past conversations"},
    "none_yet": {"fr": "Aucune conversation n'est gardée pour l'instant.", "en": "No conversation is kept yet."},
    "not_kept": {
        "fr": "Les conversations ne sont pas gardées ; cela se change dans les réglages ({settings}).",
        "en": "Conversations aren't kept; the settings change that ({settings}).",
    },
    "none_before": {
        "fr": "Aucune autre conversation n'est gardée pour l'instant.",
        "en": "No other conversation is kept yet.",
    },
    "one_turn": {"fr": "dernier message le {when} · une question", "en": "last message {when} · one question"},
    "turns": {"fr": "dernier message le {when} · {count} questions", "en": "last message {when} · {count} questions"},
    "from_to": {
        "fr": "Commencée le {started} · dernier message le {last}",
        "en": "Begun {started} · last message {last}",
    },
    "recall_title": {"fr": "Questions posées", "en": "Questions asked"},
    "no_question_yet": {"fr": "Aucune question n'a été posée pour l'instant.", "en": "No question has been asked yet."},
    "resumed": {
        "fr": "Reprise de « {title} », là où elle s'était arrêtée.",
        "en": "Going on with “{title}” where it was left.",
    },
    "rename_title": {"fr": "Renommer « {title} »", "en": "Rename “{title}”"},
    "new_title": {"fr": "{Votre|Ton} titre…", "en": "Your title…"},
    "rename_to": {"fr": "Renommer en « {title} »", "en": "Rename it “{title}”"},
    "renamed": {
        "fr": "La conversation s'appelle maintenant « {title} ».",
        "en": "The conversation is now called “{title}”.",
    },
    "delete_title": {"fr": "Supprimer « {title} » pour toujours ?", "en": "Delete “{title}” for good?"},
    "keep_it": {"fr": "Non, la garder", "en": "No, keep it"},
    "delete_it": {
        "fr": "Oui, la supprimer, avec ses questions et {votre|ton} avis sur ses réponses",
        "en": "Yes, delete it, with its questions and what you thought of its answers",
    },
    "deleted": {"fr": "La conversation est supprimée.", "en": "The conversation is deleted."},
    "not_there": {"fr": "Cette conversation n'est plus là.", "en": "That conversation is no longer there."},
    "not_kept_yet": {
        "fr": "Cette conversation n'est pas gardée : elle l'est à partir de sa première réponse, sauf réglage contraire.",
        "en": "This conversation isn't kept: it is from its first answer on, unless the settings say otherwise.",
    },
    "store_closed": {
        "fr": "Les conversations passées s'ouvrent encore, un instant.",
        "en": "Past conversations are still opening, one moment.",
    },
}


def said(wording: Wording, key: str, **values: object) -> str:
    """One of these, in the words of now; values are put in as they are."""
    return wording.of(PHRASES[key]).format(**values)


def when(instant: str) -> str:
    """A time that was kept, as a clock here shows it."""
    return datetime.fromisoformat(instant).astimezone().strftime("%d/%m/%Y %H:%M")
