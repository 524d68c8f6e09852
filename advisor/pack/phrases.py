"""What is put into the wordings of findings, in both languages: nouns, faults, offers; knows no finding.

French nouns of entries come with their article, as what is said of them would otherwise depend on it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from advisor.model import Language

Wordings = Mapping[str, Mapping[Language, str]]

_FORM: Wordings = {
    "both_said": {"fr": "{message} ; {mend}", "en": "{message}; {mend}"},
    "both": {"fr": "{first} et {last}", "en": "{first} and {last}"},
}
_MENDS: Wordings = {
    "did_you_mean": {"fr": "vouliez-vous dire `{name}` ?", "en": "did you mean `{name}`?"},
    "one_of": {"fr": "au choix : {names}", "en": "one of {names}"},
    "known_keys": {"fr": "les clés possibles : {names}", "en": "known keys: {names}"},
    "quote_signs": {
        "fr": "mettez entre guillemets les textes qui contiennent `: ` ou ` #`, ou commencent par un signe",
        "en": "quote texts that hold `: `, ` #`, or begin with a sign",
    },
    "keys_alone": {
        "fr": "rien qu'avec {only}, ses questions s'ajoutent à une entrée qui existe",
        "en": "(with {only} alone, it adds its questions to an entry that exists)",
    },
    "complete_entry": {
        "fr": "donnez-lui un titre et ce qu'il faut d'autre à une telle entrée",
        "en": "give it a title and what else such an entry needs",
    },
}
_VALUES: Wordings = {
    "text": {"fr": "un texte", "en": "a text"},
    "list": {"fr": "une liste", "en": "a list"},
    "mapping": {"fr": "des paires `clé: valeur`", "en": "a mapping"},
    "value": {"fr": "une valeur", "en": "a value"},
    "bool": {"fr": "un oui ou un non", "en": "a yes or no"},
    "number": {"fr": "un nombre", "en": "a number"},
    "timestamp": {"fr": "une date", "en": "a date"},
    "null": {"fr": "une absence de valeur", "en": "nothing"},
    "sign": {"fr": "un signe à part", "en": "a sign of its own"},
    "something_else": {"fr": "autre chose", "en": "something else"},
    "mapping_of": {"fr": "des paires `clé: valeur` ({entry})", "en": "a mapping ({entry})"},
    "mapping_by_language": {
        "fr": "des paires `langue: texte`",
        "en": "a mapping from language to words",
    },
    "whole_number": {
        "fr": "un nombre entier de {least} à {most} en chiffres",
        "en": "a whole number from {least} to {most} in figures",
    },
    "id": {
        "fr": "un id : minuscules sans accent, chiffres et traits d'union, 64 au plus",
        "en": "an id: lower-case letters, digits and hyphens, at most 64",
    },
    "code": {
        "fr": "un id : lettres sans accent, chiffres, points et traits d'union, 64 au plus",
        "en": "an id: letters, digits, dots and hyphens, at most 64",
    },
    "hand": {
        "fr": "{id} ; ni `{title}` ni `{follow_ups}`",
        "en": "{id}; neither `{title}` nor `{follow_ups}`",
    },
    "web_address": {"fr": "une adresse web (`https://...`)", "en": "a web address (`https://...`)"},
    "file": {"fr": "une entrée, des sections ou une liste de sujets", "en": "an entry, sections or a list of topics"},
    "fr": {"fr": "français", "en": "fr"},
    "en": {"fr": "anglais", "en": "en"},
    "its_words": {"fr": "ses mots (`fr` ou `en`)", "en": "its words (`fr` or `en`)"},
    "link_to_itself": {"fr": "le lien mène à lui-même", "en": "the link leads to itself"},
}
_ENTRIES: Wordings = {
    "entry": {"fr": "l'entrée", "en": "entry"},
    "topic": {"fr": "le sujet", "en": "topic"},
    "topic-file": {"fr": "le fichier de sujet", "en": "topic-file"},
    "topic_or_small_talk": {"fr": "le sujet ou l'échange d'usage", "en": "topic or small talk"},
    "answer": {"fr": "la réponse", "en": "answer"},
    "variant": {"fr": "la variante", "en": "variant"},
    "follow-up": {"fr": "la question de suite", "en": "follow-up"},
    "template": {"fr": "le modèle", "en": "template"},
    "small_talk": {"fr": "l'échange d'usage", "en": "small_talk"},
    "small_talk-file": {"fr": "le fichier d'échange d'usage", "en": "small_talk-file"},
    "neighbourhood": {"fr": "le voisinage", "en": "neighbourhood"},
    "neighbourhood-file": {"fr": "le fichier de voisinage", "en": "neighbourhood-file"},
    "path": {"fr": "le parcours", "en": "path"},
    "path-file": {"fr": "le fichier de parcours", "en": "path-file"},
    "step": {"fr": "l'étape", "en": "step"},
    "step_or_path": {"fr": "l'étape ou le parcours", "en": "step or path"},
    "claim": {"fr": "l'affirmation", "en": "claim"},
    "source": {"fr": "la source", "en": "source"},
    "theme": {"fr": "le thème", "en": "theme"},
    "situation": {"fr": "la situation", "en": "situation"},
    "aim": {"fr": "le but", "en": "aim"},
    "lexicon": {"fr": "le lexique", "en": "lexicon"},
    "lexicon-file": {"fr": "le fichier de lexique", "en": "lexicon-file"},
    "background": {"fr": "le hors-sujet", "en": "the background"},
    "background-file": {"fr": "le fichier de hors-sujet", "en": "background-file"},
    "sections-file": {"fr": "le fichier de sections", "en": "sections-file"},
    "trial": {"fr": "la question d'essai", "en": "trial"},
    "dialogue": {"fr": "la conversation d'essai", "en": "dialogue"},
}
_PARTS: Wordings = {
    "words": {"fr": "ses mots", "en": "its words"},
    "suited": {"fr": "{entry} {id}", "en": "the {entry} {id}"},
    "variant_for": {"fr": "la variante pour {person}", "en": "the variant for {person}"},
    "follow_up_to": {"fr": "la question de suite vers {topic}", "en": "the follow-up to {topic}"},
}
_BRACES: Wordings = {
    "brace_inside": {"fr": "une accolade s'ouvre dans une autre", "en": "a brace opens inside another"},
    "brace_unopened": {
        "fr": "une accolade se ferme sans avoir été ouverte",
        "en": "a brace closes that was never opened",
    },
    "brace_unclosed": {"fr": "une accolade n'est jamais fermée", "en": "a brace is never closed"},
    "no_bar": {
        "fr": "des accolades n'ont pas de barre, il en faut une",
        "en": "braces hold no bars instead of one",
    },
    "bars": {
        "fr": "des accolades ont {bars} barres, il en faut une",
        "en": "braces hold {bars} bars instead of one",
    },
    "brace_literal": {
        "fr": "des accolades contiennent du code ou une adresse, qui se montrent tels quels",
        "en": "braces hold code or an address, which is shown as it stands",
    },
}
_TEMPLATES: Wordings = {
    "template_too_long": {
        "fr": "le modèle dépasse {most} caractères",
        "en": "the template is longer than {most} characters",
    },
    "template_empty": {"fr": "le modèle peut donner un texte vide", "en": "the template may come out empty"},
    "template_too_deep": {"fr": "plus de {levels} niveaux imbriqués", "en": "nested deeper than {levels} levels"},
    "template_too_many": {"fr": "plus de {most} phrases", "en": "more than {most} expansions"},
    "sign_stray": {
        "fr": "un `{sign}` de trop (une barre oblique inverse devant le laisse tel quel)",
        "en": "a stray `{sign}` (a backslash before it takes it as it is)",
    },
    "sign_unclosed": {"fr": "`{sign}` n'est jamais fermé", "en": "`{sign}` is never closed"},
    "sign_closes_nothing": {
        "fr": "`{sign}` ne ferme rien ; c'est `{open}` qui est ouvert",
        "en": "`{sign}` closes nothing; `{open}` is open",
    },
    "bar_in_brackets": {
        "fr": "`|` va entre des accolades : écrivez `[{{a|b}}]`",
        "en": "`|` belongs between braces: write `[{{a|b}}]`",
    },
    "no_alternatives": {
        "fr": "les accolades contiennent un choix : écrivez `{{a|b}}`",
        "en": "braces hold alternatives: write `{{a|b}}`",
    },
    "backslash_last": {
        "fr": "une barre oblique inverse prend le signe qui la suit, et rien ne la suit",
        "en": "a backslash takes the sign after it, and none follows",
    },
}
PHRASES: Wordings = MappingProxyType({**_FORM, **_MENDS, **_VALUES, **_ENTRIES, **_PARTS, **_BRACES, **_TEMPLATES})
"""Name of a phrase to language to its words."""

OVERHEARD: Mapping[str, str] = MappingProxyType(
    {
        "Permission denied": "accès refusé",
        "Too many levels of symbolic links": "trop de liens à la suite",
        "unexpected content": "quelque chose d'inattendu",
        "block sequence entries are not allowed in this context": "un élément de liste n'a pas sa place ici",
        "could not find expected ':'": "un deux-points est attendu",
        "did not find expected ',' or ']'": "une virgule ou `]` est attendue",
        "did not find expected ',' or '}'": "une virgule ou `}` est attendue",
        "did not find expected '-' indicator": "un tiret de liste est attendu",
        "did not find expected <document start>": "quelque chose suit la fin de la valeur",
        "did not find expected comment or line break": "un commentaire ou une fin de ligne est attendu",
        "did not find expected key": "une clé est attendue",
        "did not find expected node content": "une valeur est attendue",
        "did not find expected alphabetic or numeric character": "un nom d'ancre ou d'alias est attendu",
        "did not find expected whitespace or line break": "une espace ou une fin de ligne est attendue",
        "found character that cannot start any token": "aucune valeur ne commence par ce signe",
        "found undefined tag handle": "cette étiquette n'est définie nulle part",
        "found unexpected ':'": "il y a un deux-points de trop",
        "found unexpected document indicator": "le document finit au milieu d'une valeur",
        "found unexpected end of stream": "le fichier finit au milieu d'une valeur",
        "found unknown escape character": "cette séquence d'échappement n'existe pas",
        "mapping keys are not allowed in this context": "une clé n'a pas sa place ici",
        "mapping values are not allowed in this context": "un deux-points n'a pas sa place ici",
    }
)
"""What the YAML parser and the system say, in English, and the same in French; the rest is quoted."""
