"""The commands that open what lies behind an answer, and those that note where one stands on a path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.commands.command import STEPS, Command

if TYPE_CHECKING:
    from advisor.model import Words

_STEP: Words = {"fr": "ÉTAPE", "en": "STEP"}
_CLAIMS = tuple(f"a{number}" for number in range(1, 100))
"""What ids of claims look like."""

BROWSE: tuple[Command, ...] = (
    Command(
        "source",
        "talk",
        {"fr": "Source", "en": "Source"},
        {
            "fr": "Montre ce sur quoi repose la dernière réponse : les idées de l'article, avec nos mots, et les références.",
            "en": "Shows what the last answer rests on: the article's claims, in our words, and the references.",
        },
        keys=("f6",),
        names={"fr": ("source",), "en": ("sources",)},
        aliases=("source", "sources"),
    ),
    Command(
        "why",
        "talk",
        {"fr": "Pourquoi", "en": "Why"},
        {
            "fr": "Dit pourquoi cette réponse : les mots qui ont décidé, et ce que vaut la confiance annoncée.",
            "en": "Says why this answer: the words that decided, and what the confidence is worth.",
        },
        keys=("f7",),
        names={"fr": ("pourquoi",), "en": ("why",)},
        aliases=("pourquoi cette réponse", "why this answer"),
    ),
    Command(
        "map",
        "talk",
        {"fr": "Carte", "en": "Map"},
        {
            "fr": "Ouvre la carte de l'article : ses idées, partie par partie, et les sujets qui en sont nés.",
            "en": "Opens the map of the article: its claims, part by part, and the topics that grew from them.",
        },
        keys=("f9",),
        names={"fr": ("carte",), "en": ("map",)},
        aliases=("carte", "map", "carte de l'article", "la carte de l'article", "article map", "map of the article"),
        after_alias=_CLAIMS,
        words={"fr": "IDÉE", "en": "CLAIM"},
    ),
    Command(
        "advice",
        "talk",
        {"fr": "Conseil", "en": "Advice"},
        {
            "fr": "Conseille des parcours, d'après la conversation et trois questions.",
            "en": "Advises learning paths, by the conversation and three questions.",
        },
        names={"fr": ("conseil",), "en": ("advice",)},
        aliases=("quel parcours pour moi", "which path for me"),
        words={"fr": "SITUATION BUT HEURES", "en": "SITUATION AIM HOURS"},
    ),
    Command(
        "confidence",
        "talk",
        {"fr": "Confiance", "en": "Confidence"},
        {
            "fr": "Montre ce que valent « j'en suis sûr », « je le pense » et « j'hésite », chiffres à l'appui.",
            "en": "Shows what “I am sure”, “I think so” and “I hesitate” are worth, with the figures.",
        },
        names={"fr": ("confiance",), "en": ("confidence",)},
        aliases=("confiance", "confidence"),
    ),
    Command(
        "done",
        "path",
        {"fr": "Faite", "en": "Done"},
        {"fr": "Note une étape comme faite.", "en": "Marks a step as done."},
        keys=("d",),
        names={"fr": ("fait", "faite"), "en": ("done",)},
        aliases=("fait", "faite", "done"),
        after_alias=STEPS,
        rank=3,
        words=_STEP,
    ),
    Command(
        "skip",
        "path",
        {"fr": "Sautée", "en": "Skipped"},
        {"fr": "Note une étape comme sautée.", "en": "Marks a step as skipped."},
        keys=("s",),
        names={"fr": ("sauter",), "en": ("skip",)},
        aliases=("sauter", "skip"),
        after_alias=STEPS,
        rank=4,
        words=_STEP,
    ),
    Command(
        "known",
        "path",
        {"fr": "Connue", "en": "Known"},
        {"fr": "Note une étape comme déjà connue.", "en": "Marks a step as already known."},
        keys=("k",),
        names={"fr": ("connu", "connue"), "en": ("known",)},
        aliases=("connu", "connue", "known"),
        after_alias=STEPS,
        rank=5,
        words=_STEP,
    ),
    Command(
        "reopen",
        "path",
        {"fr": "À faire", "en": "Reopen"},
        {"fr": "Rouvre une étape : elle est à faire.", "en": "Opens a step again: it is still to do."},
        keys=("o",),
        names={"fr": ("rouvrir",), "en": ("reopen",)},
        aliases=("rouvrir", "reopen"),
        after_alias=STEPS,
        rank=6,
        words=_STEP,
    ),
)
