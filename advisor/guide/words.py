"""The standing phrases on paths, the article and confidence, in both languages; knows neither who says nor who shows them.

`{vous form|tu form}` as everywhere; `%(name)s` is where a value goes.
"""

from collections.abc import Iterable, Mapping

from advisor.model import LANGUAGES, Words

PHRASES: Mapping[str, Words] = {
    # Progress
    "state-open": {"fr": "à faire", "en": "open"},
    "state-done": {"fr": "faite", "en": "done"},
    "state-skipped": {"fr": "sautée", "en": "skipped"},
    "state-known": {"fr": "déjà connue", "en": "already known"},
    "not-begun": {"fr": "%(steps)s, %(hours)s h", "en": "%(steps)s, %(hours)s h"},
    "steps": {"fr": "%(count)s étapes", "en": "%(count)s steps"},
    "one-step": {"fr": "une étape", "en": "one step"},
    "begun": {
        "fr": "%(settled)s sur %(count)s, reste %(hours)s h, ensuite %(next)s",
        "en": "%(settled)s of %(count)s, %(hours)s h left, next %(next)s",
    },
    "finished": {"fr": "%(settled)s sur %(count)s, terminé", "en": "%(settled)s of %(count)s, finished"},
    "marked": {
        "fr": "%(step)s, « %(title)s » : %(state)s. Parcours %(path)s : %(standing)s.",
        "en": "%(step)s, “%(title)s”: %(state)s. Path %(path)s: %(standing)s.",
    },
    "no-step": {
        "fr": "Aucune étape ne s'appelle « %(typed)s ».%(near)s",
        "en": "No step is called “%(typed)s”.%(near)s",
    },
    "near-step": {"fr": " La plus proche est %(id)s.", "en": " The nearest is %(id)s."},
    "which-step": {
        "fr": "De quelle étape s'agit-il ? {Ajoutez|Ajoute} son numéro, par exemple %(command)s %(step)s.",
        "en": "Which step is it? Add its number, for example %(command)s %(step)s.",
    },
    "vanished": {
        "fr": "Étapes notées auparavant, que les parcours n'ont plus : %(list)s.",
        "en": "Steps noted earlier that the paths no longer have: %(list)s.",
    },
    # What can be chosen after a reply
    "go-on-path": {"fr": "Continuer par le parcours « %(title)s »", "en": "Go on with the path “%(title)s”"},
    "not-that": {"fr": "Non, pas ça", "en": "No, not that"},
    # Advice on paths
    "ask-situation": {"fr": "Où en {êtes-vous|es-tu} ?", "en": "Where do you stand?"},
    "ask-aim": {"fr": "Que {cherchez-vous|cherches-tu} ?", "en": "What are you after?"},
    "ask-hours": {
        "fr": "Combien d'heures par semaine {pouvez-vous|peux-tu} y consacrer ?",
        "en": "How many hours a week can you give to it?",
    },
    "hours-a-week": {"fr": "%(hours)s h par semaine", "en": "%(hours)s h a week"},
    "talked-of": {"fr": "{Vous avez|Tu as} parlé de %(topics)s.", "en": "You talked about %(topics)s."},
    "weeks": {
        "fr": "À %(pace)s h par semaine, %(hours)s h prennent environ %(weeks)s semaines.",
        "en": "At %(pace)s h a week, %(hours)s h take about %(weeks)s weeks.",
    },
    "one-week": {
        "fr": "À %(pace)s h par semaine, %(hours)s h tiennent en une semaine.",
        "en": "At %(pace)s h a week, %(hours)s h fit into one week.",
    },
    "long": {
        "fr": "À %(pace)s h par semaine, %(hours)s h prennent plus d'un an : {visez|vise} d'abord les premières étapes.",
        "en": "At %(pace)s h a week, %(hours)s h take more than a year: aim at the first steps to begin with.",
    },
    "begun-already": {
        "fr": "{Vous l'avez|Tu l'as} commencé : %(settled)s sur %(count)s.",
        "en": "You have begun it: %(settled)s of %(count)s.",
    },
    "first": {
        "fr": "À faire avant, si {vous le pouvez|tu le peux} : %(title)s (%(hours)s h).",
        "en": "To do first, if you can: %(title)s (%(hours)s h).",
    },
    "no-advice": {
        "fr": "Rien ne permet encore de conseiller un parcours : {répondez|réponds} aux trois questions, ou {parlez|parle} "
        "d'abord de ce qui {vous|te} préoccupe.",
        "en": "There is nothing yet to advise a path by: answer the three questions, or first talk about what is on "
        "your mind.",
    },
    # The article
    "section-intro": {"fr": "Ouverture", "en": "Opening"},
    "section-envol": {"fr": "L'envol du métier", "en": "The job's take-off"},
    "section-direction": {"fr": "La direction à prendre", "en": "The direction to take"},
    "of-the-article": {
        "fr": "« Le community manager doit-il évoluer ? », partie « %(section)s »",
        "en": "“Le community manager doit-il évoluer ?”, part “%(section)s”",
    },
    "our-words": {
        "fr": "Ce que dit l'article, avec nos mots :",
        "en": "What the article says, in our words:",
    },
    "beside": {"fr": "À côté de l'article :", "en": "Beside the article:"},
    "practice": {
        "fr": "Cette réponse repose sur l'usage courant du métier : aucune source précise ne la porte.",
        "en": "This answer rests on common practice in the trade: no single source carries it.",
    },
    "silent": {
        "fr": "L'article n'en parle pas : la réponse s'appuie sur ces références et sur l'usage courant du métier.",
        "en": "The article says nothing of it: the answer rests on these references and on common practice.",
    },
    "grew": {"fr": "Sujets nés de là :", "en": "Topics that grew from it:"},
    "nothing-grew": {"fr": "Aucun sujet n'en est né.", "en": "No topic grew from it."},
    "grew-together": {"fr": "Autres sujets nés des mêmes idées :", "en": "Other topics that grew from the same ideas:"},
    # Why this answer
    "decided": {"fr": "Les mots qui ont décidé : %(words)s.", "en": "The words that decided: %(words)s."},
    "went-on": {
        "fr": "Aucun mot n'a décidé à lui seul : la question suit ce qui a été dit avant.",
        "en": "No word decided by itself: the question follows what was said before.",
    },
    "chosen": {
        "fr": "Ce sujet a été choisi, il n'a pas été deviné.",
        "en": "This topic was chosen, not guessed.",
    },
    "read-as": {"fr": "J'ai lu « %(typed)s » comme « %(read_as)s ».", "en": "I read “%(typed)s” as “%(read_as)s”."},
    "sure": {"fr": "j'en suis sûr", "en": "I am sure"},
    "think": {"fr": "je le pense", "en": "I think so"},
    "hesitate": {"fr": "j'hésite", "en": "I hesitate"},
    "confidence": {
        "fr": "Ma confiance : %(percent)s, soit « %(word)s ».",
        "en": "My confidence: %(percent)s, that is “%(word)s”.",
    },
    "promise": {
        "fr": "Sur %(count)s questions d'essai auxquelles j'ai répondu avec ce mot, environ %(percent)s de mes réponses étaient "
        "justes.",
        "en": "Of %(count)s trial questions that I answered with this word, about %(percent)s of my answers were right.",
    },
    "few-promise": {
        "fr": "Questions d'essai auxquelles j'ai répondu avec ce mot : %(count)s, trop peu pour dire quelle part était juste.",
        "en": "Trial questions that I answered with this word: %(count)s, too few to say what share was right.",
    },
    "no-promise": {
        "fr": "Aucune question d'essai n'a reçu de réponse avec ce mot.",
        "en": "No trial question was answered with this word.",
    },
    "alternatives": {
        "fr": "Ce que la question pouvait aussi vouloir dire :",
        "en": "What the question could also mean:",
    },
    "refused": {
        "fr": "La question ressemble à ce que ces connaissances laissent exprès de côté.",
        "en": "The question resembles what this knowledge leaves out on purpose.",
    },
    "unmatched": {
        "fr": "Rien dans ces connaissances ne ressemble assez à la question.",
        "en": "Nothing in this knowledge resembles the question enough.",
    },
    # The curve of confidence
    "counted-on": {
        "fr": "Compté sur %(questions)s questions d'essai, jamais apprises : %(inside)s ont une réponse ici, les autres sont "
        "hors sujet. Les parts sont pondérées : les questions hors sujet y pèsent ensemble une question sur quatre.",
        "en": "Counted on %(questions)s trial questions, never learnt from: %(inside)s have an answer here, the others are "
        "off the subject. The shares are weighted: the questions off the subject weigh as one in four together.",
    },
    "counted-on-folds": {
        "fr": "Compté sur %(questions)s phrasés mis de côté, chacun posé sans avoir été appris : %(inside)s ont une réponse "
        "ici, les autres sont hors sujet. Les parts sont pondérées : les questions hors sujet y pèsent ensemble une question "
        "sur quatre.",
        "en": "Counted on %(questions)s phrasings held out, each asked without having been learnt: %(inside)s have an answer "
        "here, the others are off the subject. The shares are weighted: the questions off the subject weigh as one in four "
        "together.",
    },
    "lent": {
        "fr": "Ces connaissances ont trop peu de questions pour se mesurer : les chiffres sont ceux des connaissances d'origine.",
        "en": "This knowledge has too few questions to be measured: the figures are those of the built-in knowledge.",
    },
    "uncounted": {
        "fr": "Ces connaissances n'ont pas été mesurées : aucun chiffre n'appuie les mots de confiance.",
        "en": "This knowledge was not measured: no figures stand behind the words for confidence.",
    },
    "word-promised": {
        "fr": "« %(word)s » promet %(promised)s ; tenu : %(percent)s de %(count)s réponses",
        "en": "“%(word)s” promises %(promised)s; kept: %(percent)s of %(count)s answers",
    },
    "word-unpromised": {
        "fr": "« %(word)s » ne promet rien ; juste : %(percent)s de %(count)s réponses",
        "en": "“%(word)s” promises nothing; right: %(percent)s of %(count)s answers",
    },
    "word-few": {
        "fr": "« %(word)s » : trop peu de réponses d'essai (%(count)s) pour dire quelle part est juste",
        "en": "“%(word)s”: too few trial answers (%(count)s) to say what share is right",
    },
    "word-unused": {"fr": "« %(word)s » : aucune réponse d'essai", "en": "“%(word)s”: no trial answer"},
    "curve": {
        "fr": "La courbe : pour chaque tranche de confiance, la part de réponses justes.",
        "en": "The curve: for each range of confidence, the share of right answers.",
    },
    "bin": {
        "fr": "%(low)s à %(high)s : annoncé %(expected)s, juste %(right)s, %(count)s questions",
        "en": "%(low)s to %(high)s: expected %(expected)s, right %(right)s, %(count)s questions",
    },
}

Value = str | int | Words


def said(key: str, **values: Value) -> Words:
    """A phrase in each language, with its values; a value in several languages is put in by language."""
    return {
        language: PHRASES[key][language] % {name: _in(value, language) for name, value in values.items()}
        for language in LANGUAGES
    }


def percent(share: float) -> Words:
    """A share from 0 to 1 as people write it; only what is whole is called all or nothing."""
    rounded = min(99, max(1, round(share * 100))) if 0 < share < 1 else round(share * 100)
    return {"fr": f"{rounded} %", "en": f"{rounded}%"}


def count(number: int) -> Words:
    """A number as people write it."""
    return {"fr": f"{number:,}".replace(",", " "), "en": f"{number:,}"}


def quoted(texts: Iterable[Words]) -> Words:
    """Titles or words in a row, each in the quotation marks of its language."""
    every = list(texts)
    return {
        "fr": ", ".join(f"« {_in(text, 'fr')} »" for text in every),
        "en": ", ".join(f"“{_in(text, 'en')}”" for text in every),
    }


def _in(value: Value, language: str) -> object:
    if isinstance(value, (str, int)):
        return value
    return value.get(language) or next(iter(value.values()), "")
