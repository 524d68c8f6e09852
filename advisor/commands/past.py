"""The commands that lead to what was said before: past conversations, and questions to ask again."""

from advisor.commands.command import NUMBERS, Command

PAST: tuple[Command, ...] = (
    Command(
        "history",
        "talk",
        {"fr": "Historique", "en": "History"},
        {
            "fr": "Ouvre les conversations passées, à chercher par les mots des questions et des réponses.",
            "en": "Opens past conversations, to be searched by the words of questions and answers.",
        },
        keys=("f5",),
        names={"fr": ("historique", "conversations"), "en": ("history", "conversations")},
        aliases=("historique", "history", "mes conversations", "my conversations", "past conversations"),
        words={"fr": "MOTS", "en": "WORDS"},
    ),
    Command(
        "recall",
        "talk",
        {"fr": "Rappeler", "en": "Recall"},
        {
            "fr": "Cherche parmi les questions déjà posées, la plus récente d'abord, pour en reprendre une ; "
            "ligne à ligne, par son numéro.",
            "en": "Searches the questions asked before, the latest first, to bring one back; line by line, by its number.",
        },
        keys=("ctrl+f",),
        names={"fr": ("rappeler", "retrouver"), "en": ("recall",)},
        aliases=("mes questions", "my questions", "rappeler", "recall"),
        after_alias=NUMBERS,
        words={"fr": "MOTS", "en": "WORDS"},
    ),
    Command(
        "open_past",
        "talk",
        {"fr": "Relire", "en": "Read again"},
        {
            "fr": "Relit une conversation, par son numéro dans la liste.",
            "en": "Reads a conversation again, by its number in the list.",
        },
        names={"fr": ("relire",), "en": ("reread",)},
        aliases=("relire", "reread"),
        after_alias=NUMBERS,
        words={"fr": "NUMÉRO", "en": "NUMBER"},
    ),
    Command(
        "go_on",
        "list",
        {"fr": "Continuer", "en": "Continue"},
        {
            "fr": "Reprend la conversation ouverte là où elle s'était arrêtée ; par son nom, la dernière ou celle d'un "
            "numéro de la liste.",
            "en": "Goes on with the open conversation where it was left; by its name, with the last one or that of a number "
            "in the list.",
        },
        keys=("c",),
        names={"fr": ("reprendre", "continuer"), "en": ("continue", "resume")},
        aliases=("reprendre", "reprendre la conversation", "pick up", "pick up the conversation"),
        after_alias=NUMBERS,
        words={"fr": "NUMÉRO", "en": "NUMBER"},
        rank=3,
    ),
    Command(
        "rename",
        "list",
        {"fr": "Renommer", "en": "Rename"},
        {
            "fr": "Donne un autre titre à la conversation ouverte ; ligne à ligne, à celle d'un numéro.",
            "en": "Gives the open conversation another title; line by line, the one of a number.",
        },
        keys=("r",),
        names={"fr": ("renommer",), "en": ("rename",)},
        aliases=("renommer", "rename"),
        anything_after=NUMBERS,
        rank=4,
        words={"fr": "TITRE", "en": "TITLE"},
    ),
    Command(
        "delete",
        "list",
        {"fr": "Supprimer", "en": "Delete"},
        {
            "fr": "Supprime la conversation ouverte ou celle d'un numéro, après confirmation.",
            "en": "Deletes the open conversation or the one of a number, once confirmed.",
        },
        keys=("delete",),
        names={"fr": ("supprimer",), "en": ("delete",)},
        aliases=("supprimer", "delete"),
        after_alias=(*NUMBERS, "oui", "yes"),
        rank=5,
        words={"fr": "NUMÉRO", "en": "NUMBER"},
    ),
)
