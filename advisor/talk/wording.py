"""The advisor's own standing phrases in both languages; knows nothing of how a reply is chosen.

French first, English equal: the same keys, tested. `{vous form|tu form}` as everywhere.
"""

from advisor.model import Part

HEADINGS: dict[str, dict[Part, str]] = {
    "fr": {
        "point": "En un mot",
        "detail": "Pourquoi",
        "steps": "Que faire",
        "mistakes": "À éviter",
        "example": "Un exemple",
        "time": "Le temps qu'il faut",
        "money": "Ce que cela coûte",
        "next": "Et ensuite",
    },
    "en": {
        "point": "In a word",
        "detail": "Why",
        "steps": "What to do",
        "mistakes": "What to avoid",
        "example": "An example",
        "time": "How long it takes",
        "money": "What it costs",
        "next": "What next",
    },
}

SECTIONS: dict[str, dict[str, str]] = {
    "fr": {
        "intro": "« Le community manager doit-il évoluer ? », ouverture",
        "envol": "« Le community manager doit-il évoluer ? », partie sur l'envol du métier",
        "direction": "« Le community manager doit-il évoluer ? », partie sur la direction à prendre",
    },
    "en": {
        "intro": "“Le community manager doit-il évoluer ?”, opening",
        "envol": "“Le community manager doit-il évoluer ?”, part on the job's take-off",
        "direction": "“Le community manager doit-il évoluer ?”, part on the direction to take",
    },
}

PERSONS: dict[str, dict[str, str]] = {
    "fr": {
        "beginner": "Pour qui débute",
        "experienced": "Avec de l'expérience",
        "employee": "Pour une personne salariée",
        "job-seeker": "En recherche d'emploi",
        "freelance": "Pour une activité indépendante",
        "shy": "Pour une personne timide",
        "career-changer": "En reconversion",
        "no-degree": "Sans diplôme",
        "outside-france": "Hors de France",
    },
    "en": {
        "beginner": "If you are starting out",
        "experienced": "If you have experience",
        "employee": "If you are employed",
        "job-seeker": "If you are looking for a job",
        "freelance": "If you are freelance",
        "shy": "If you are shy",
        "career-changer": "If you are changing careers",
        "no-degree": "If you have no degree",
        "outside-france": "Outside France",
    },
}

PHRASES: dict[str, dict[str, str]] = {
    "fr": {
        "silent": "L'article d'où part cette base n'en parle pas ; cette réponse s'appuie sur les références citées "
        "et sur la pratique courante du métier.",
        "practice": "Cette réponse repose sur la pratique courante du métier : aucune source précise ne la porte.",
        "choices": "Je ne suis pas sûr de bien comprendre. {Cherchez-vous|Cherches-tu} l'un de ces sujets ?",
        "unknown": "Je ne sais pas répondre à cela.",
        "nearest": "Ce que je connais de plus proche :",
        "unknown_help": "Je connais le métier de community manager et sa carrière : embauche, mobile, mesures, "
        "écriture, réputation, formation, indépendance. {Essayez|Essaie} avec d'autres mots, ou "
        "{demandez|demande} « que sais-tu faire ? ».",
        "empty": "{Écrivez|Écris} une question, même courte : je ferai de mon mieux.",
        "too_long": "C'est un long message : je n'en ai lu que le début et la fin.",
        "no_more": "Je n'ai pas de meilleure piste. {Pouvez-vous|Peux-tu} le dire avec d'autres mots ?",
        "nothing_before": "Il n'y a pas encore de réponse à écarter : {posez|pose} d'abord une question.",
        "no_translation": "Cette base ne répond sur ce sujet que dans une autre langue.",
        "sources": "Source",
    },
    "en": {
        "silent": "The article that this base grew from says nothing about it; this answer rests on the references "
        "named and on common practice in the trade.",
        "practice": "This answer rests on common practice in the trade: no single source carries it.",
        "choices": "I am not sure I understand. Is it one of these subjects?",
        "unknown": "I don't know the answer to that.",
        "nearest": "The nearest things I know:",
        "unknown_help": "I know the community manager's job and career: getting hired, mobile, metrics, writing, "
        "reputation, training, freelancing. Try other words, or ask “what can you do?”.",
        "empty": "Write a question, even a short one, and I'll do my best.",
        "too_long": "That is a long message: I have read only its beginning and its end.",
        "no_more": "I have no better lead. Could you put it another way?",
        "nothing_before": "There is no answer to set aside yet: ask a question first.",
        "no_translation": "This base answers on that subject in another language only.",
        "sources": "Source",
    },
}
