"""What is said after something was copied or exported, in both languages, for every face; does neither."""

from collections.abc import Mapping

from advisor.errors import AdvisorError
from advisor.export.clipboard import Copied, fits_a_terminal
from advisor.export.file import Written
from advisor.model import Language, Words
from advisor.text.typography import typeset, typeset_message

SAID: Mapping[str, Words] = {
    "answer": {"fr": "Réponse", "en": "Answer"},
    "conversation": {"fr": "Conversation entière", "en": "Whole conversation"},
    "selection": {"fr": "Sélection", "en": "Selection"},
    "model": {"fr": "Texte modèle « {label} »", "en": "Model text “{label}”"},
    "by_tool": {"fr": "{what} : copie faite ({tool}).", "en": "{what}: copied ({tool})."},
    "by_tmux": {
        "fr": "{what} : copie demandée à tmux et au terminal, sans savoir s'ils l'ont faite. Rien ne se colle ? {export}",
        "en": "{what}: tmux and the terminal were asked to copy; whether they did can't be known. Nothing pastes? {export}",
    },
    "by_terminal": {
        "fr": "{what} : copie demandée au terminal, sans savoir s'il l'a faite. Rien ne se colle ? {export}",
        "en": "{what}: the terminal was asked to copy; whether it did can't be known. Nothing pastes? {export}",
    },
    "too_long": {
        "fr": "{what} : copie demandée au terminal, mais ce texte est long pour lui. Rien ne se colle ? {export}",
        "en": "{what}: sent to the terminal, but long for it. Nothing pastes? {export}",
    },
    "nowhere": {
        "fr": "{what} : rien ici ne mène au presse-papiers. Pour un fichier : {export}",
        "en": "{what}: nothing here leads to the clipboard. For a file: {export}",
    },
    "nothing": {"fr": "Rien à copier pour l'instant.", "en": "Nothing to copy yet."},
    "nothing_to_export": {"fr": "Rien à exporter pour l'instant.", "en": "Nothing to export yet."},
    "no_model": {
        "fr": "La dernière réponse ne contient pas de texte modèle.",
        "en": "The last answer holds no model text.",
    },
    "which_model": {
        "fr": "Il y a {count} textes modèles : {command} suivi du numéro.",
        "en": "There are {count} model texts: {command} with the number.",
    },
    "written": {"fr": "Conversation enregistrée : {file}", "en": "Conversation saved: {file}"},
    "written_beside": {
        "fr": "{taken} existait déjà et reste tel quel. Conversation enregistrée : {file}",
        "en": "{taken} was there already and stays as it is. Conversation saved: {file}",
    },
    "not_written": {"fr": "Rien n'est enregistré : {reason}", "en": "Nothing was saved: {reason}"},
    "markdown": {"fr": "Markdown, à retravailler", "en": "Markdown, to work on"},
    "html": {"fr": "Page HTML, à lire et à imprimer", "en": "HTML page, to read and to print"},
    "text": {"fr": "Texte simple", "en": "Plain text"},
}


def say(key: str, language: Language, **values: object) -> str:
    """One sentence, with values put in as they are."""
    return typeset(SAID[key][language], language).format(**values)


def copied(what: str, text: str, how: Copied, language: Language, export: str) -> str:
    """What was copied, how, and what to do where it can't be known; `export` is the command that never fails to tell."""
    if how.tool and how.tool != "tmux":
        return say("by_tool", language, what=what, tool=how.tool)
    key = "nowhere"
    if how.terminal:
        key = "by_tmux" if how.tool else "by_terminal" if fits_a_terminal(text) else "too_long"
    return say(key, language, what=what, export=export)


def not_written(error: AdvisorError, language: Language) -> str:
    """Why nothing was saved."""
    return say("not_written", language, reason=typeset_message(error.said(language), language, error.exact))


def exported(done: Written, language: Language) -> str:
    """Where a conversation went, and which file it left alone."""
    return say("written_beside" if done.taken else "written", language, file=done.file, taken=done.taken)
