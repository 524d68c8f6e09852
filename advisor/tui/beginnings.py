"""What a newcomer is told and asked, in both languages: where a person stands, and three questions to try for each.

Knows no screen and no topic; a test asks the built-in knowledge every question.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.model import Words


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where a person stands, and what is worth asking from there."""

    title: Words
    questions: tuple[Words, ...]


BEGINNINGS: tuple[Beginning, ...] = (
    Beginning(
        {"fr": "Je cherche un premier poste", "en": "I am looking for a first job"},
        (
            {
                "fr": "Comment décrocher un premier poste sans expérience ?",
                "en": "How do I get a first job with no experience?",
            },
            {
                "fr": "Que mettre dans mon portfolio sans client ?",
                "en": "What goes into a portfolio when I have no client?",
            },
            {
                "fr": "Combien gagne un community manager débutant ?",
                "en": "What does a junior community manager earn?",
            },
        ),
    ),
    Beginning(
        {"fr": "Je suis en poste", "en": "I have the job"},
        (
            {"fr": "Comment prouver mon utilité par des chiffres ?", "en": "How do I prove my worth with figures?"},
            {"fr": "Comment demander une augmentation ?", "en": "How do I ask for a raise?"},
            {
                "fr": "L'intelligence artificielle va-t-elle me remplacer ?",
                "en": "Will artificial intelligence replace me?",
            },
        ),
    ),
    Beginning(
        {"fr": "Je suis à mon compte, ou j'y pense", "en": "I am freelance, or think of it"},
        (
            {"fr": "Quel tarif demander à la journée ?", "en": "What day rate should I charge?"},
            {"fr": "Comment trouver mes premiers clients ?", "en": "How do I find my first clients?"},
            {"fr": "Freelance ou salarié : comment choisir ?", "en": "Should I go freelance?"},
        ),
    ),
)

SAID: Mapping[str, Words] = {
    "language": {
        "fr": "Bienvenue. Trois écrans, puis la conversation ; {skip} les passe, ou {écrivez|écris} {votre|ta} question.",
        "en": "Welcome. Three screens, then the conversation; {skip} skips them, or just write your question.",
    },
    "which_language": {"fr": "**Quelle langue ?**", "en": "**Which language?**"},
    "french": {"fr": "Français", "en": "Français"},
    "english": {"fr": "English", "en": "English"},
    "either": {"fr": "Les deux, selon la question", "en": "Both, after each question"},
    "can": {
        "fr": "**Ce que je sais faire.** {Posez|Pose} une question de carrière de community manager comme elle {vous|te} "
        "vient : un conseil d'abord, puis les étapes, un exemple, le temps et le coût, avec la source. Je dis à quel point "
        "j'en suis sûr, et quand je ne sais pas.",
        "en": "**What I can do.** Ask a question about a community manager's career just as it comes: advice first, then "
        "the steps, an example, the time and the cost, with the source. I say how sure I am, and when I don't know.",
    },
    "where_are_you": {"fr": "**Où en {êtes-vous|es-tu} ?**", "en": "**Where do you stand?**"},
    "other": {"fr": "Autre chose", "en": "Something else"},
    "to_try": {"fr": "À essayer ensuite :", "en": "To try next:"},
    "nothing_leaves": {
        "fr": "**Rien ne quitte cette machine.** Ni compte, ni réseau, ni statistiques.",
        "en": "**Nothing leaves this machine.** No account, no network, no statistics.",
    },
    "lies": {
        "fr": "Questions, conversations et progrès : {data}",
        "en": "Questions, conversations and progress: {data}",
    },
    "settings": {"fr": "Réglages : {file}", "en": "Settings: {file}"},
    "change": {
        "fr": "{settings} : ce qui est gardé. `advisor data delete` efface tout.",
        "en": "{settings}: what is kept. `advisor data delete` deletes all of it.",
    },
    "begin": {"fr": "Commencer", "en": "Begin"},
    "keep_nothing": {
        "fr": "Commencer, sans garder ni questions ni conversations",
        "en": "Begin, and keep neither questions nor conversations",
    },
}
