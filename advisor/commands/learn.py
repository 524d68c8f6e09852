"""The commands of what a person teaches: that an answer was the right one, what was learnt, and forgetting it."""

from advisor.commands.command import NUMBERS, Command

LEARN: tuple[Command, ...] = (
    Command(
        "accept",
        "talk",
        {"fr": "C'était ça", "en": "That's it"},
        {
            "fr": "Après « pas ça », dit que la nouvelle réponse est la bonne : la question est retenue.",
            "en": "After “not that”, says that the new answer is the right one: the question is remembered.",
        },
        names={"fr": ("exact",), "en": ("right",)},
        aliases=("c'est ça", "c'était ça", "c'est bien ça", "oui c'est ça", "that's it", "that was it", "that's right"),
    ),
    Command(
        "lessons",
        "talk",
        {"fr": "Leçons", "en": "Lessons"},
        {
            "fr": "Montre les questions retenues et le sujet où elles mènent ; en choisir une l'oublie.",
            "en": "Shows the questions remembered and the subject that they lead to; choosing one forgets it.",
        },
        names={"fr": ("leçons",), "en": ("lessons",)},
        aliases=("leçons", "lessons"),
    ),
    Command(
        "forget",
        "talk",
        {"fr": "Oublier", "en": "Forget"},
        {
            "fr": "Oublie la dernière question retenue ou reconnue.",
            "en": "Forgets the question that was remembered or recognised last.",
        },
        names={"fr": ("oublier",), "en": ("forget",)},
        aliases=("oublie ça", "oubliez ça", "oublier ça", "forget that", "oublier", "forget"),
        after_alias=NUMBERS,
        words={"fr": "NUMÉRO", "en": "NUMBER"},
    ),
)
