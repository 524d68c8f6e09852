"""What is said of lessons, in both languages; French first, English equal. Knows nothing of how they are judged."""

from advisor.model import Language

SAID: dict[Language, dict[str, str]] = {
    "fr": {
        "is_it_right": "Si c'est la bonne réponse, {dites|dis} « c'est ça » : la question sera retenue.",
        "learnt": "Retenu : cette question mènera désormais à « {topic} ». Pour l'annuler : « oublie ça ».",
        "taken": "Pas retenu : ces connaissances ont déjà cette question sous « {owner} ».",
        "tried": "Pas retenu : une question d'essai presque pareille doit mener à « {owner} ».",
        "tried_nothing": "Pas retenu : une question d'essai presque pareille doit rester sans réponse.",
        "vague": "Pas retenu : la question est trop courte pour être reconnue à coup sûr.",
        "leaning": "Pas retenu : hors de cette conversation, ces mots ne diraient pas assez.",
        "recalled": "{Vous m'avez|Tu m'as} appris que cette question mène ici. Pour l'annuler : « oublie ça ».",
        "forgotten": "Oublié : « {question} ».",
        "nothing_to_forget": "Rien n'a encore été appris ici.",
        "nothing_to_accept": "Il n'y a pas de réponse écartée à remplacer : {dites|dis} d'abord « pas ça ».",
        "accepted": "D'accord, c'était « {topic} ».",
    },
    "en": {
        "is_it_right": "If that is the right answer, say “that's it”: the question will be remembered.",
        "learnt": "Remembered: this question leads to “{topic}” from now on. To undo it: “forget that”.",
        "taken": "Not remembered: this knowledge has that question under “{owner}” already.",
        "tried": "Not remembered: a test question that is nearly the same must lead to “{owner}”.",
        "tried_nothing": "Not remembered: a test question that is nearly the same must stay without an answer.",
        "vague": "Not remembered: the question is too short to be recognised for sure.",
        "leaning": "Not remembered: outside this conversation, these words wouldn't say enough.",
        "recalled": "You taught me that this question leads here. To undo it: “forget that”.",
        "forgotten": "Forgotten: “{question}”.",
        "nothing_to_forget": "Nothing was taught here yet.",
        "nothing_to_accept": "There is no answer set aside to replace: say “not that” first.",
        "accepted": "All right, it was “{topic}”.",
    },
}
