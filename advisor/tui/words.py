"""Every word of the interface, in both languages; knows no widget and no command (those bring their own words)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from advisor.commands import BY_ID, Command, spelt
from advisor.text.typography import numeral
from advisor.tui.typography import set_in_type

if TYPE_CHECKING:
    from advisor.model import Address, Language, Words


WORDS: Mapping[str, Words] = {
    "title": {"fr": "Advisor · conseil de carrière", "en": "Advisor · career advice"},
    "hello": {"fr": "Bonjour !", "en": "Hello!"},
    "welcome": {
        "fr": "{Posez|Pose} une question de carrière, en français ou en anglais, comme elle {vous|te} vient : "
        "les fautes ne gênent pas, et rien ne quitte cette machine.",
        "en": "Ask a career question, in French or in English, just as it comes: mistakes are no trouble, "
        "and nothing leaves this machine.",
    },
    "no_idea": {
        "fr": "Aucune idée pour commencer ? Des exemples viennent ci-dessous ; {topics} montre tous les sujets.",
        "en": "No idea where to start? Examples come below; {topics} shows all topics.",
    },
    "placeholder": {"fr": "{Votre|Ta} question…", "en": "Your question…"},
    "opening": {"fr": "j'ouvre les connaissances…", "en": "opening the knowledge…"},
    "stage-index": {"fr": "j'apprends les questions…", "en": "learning the questions…"},
    "stage-calibration": {"fr": "je mesure mes doutes…", "en": "measuring my doubts…"},
    "stage-dialogues": {"fr": "j'apprends à converser…", "en": "learning to converse…"},
    "waiting": {
        "fr": "La réponse vient dès que les connaissances sont ouvertes. {cancel} : reprendre la question.",
        "en": "The answer comes as soon as the knowledge is open. {cancel}: take the question back.",
    },
    "looking": {"fr": "Je cherche…", "en": "Looking…"},
    "closed": {
        "fr": "Je ne peux pas répondre : {reason}",
        "en": "I can't answer: {reason}",
    },
    "no_engine": {"fr": "les connaissances ne se sont pas ouvertes.", "en": "the knowledge did not open."},
    "stumbled": {
        "fr": "Un défaut du programme m'a empêché de répondre ({fault}). {Votre|Ta} question n'est pas perdue : elle "
        "est revenue dans la zone de saisie, ou se rappelle par {older}.",
        "en": "A fault in the program kept me from answering ({fault}). Your question is not lost: it is back in the "
        "prompt, or {older} brings it back.",
    },
    "sure": {"fr": "j'en suis sûr", "en": "I am sure"},
    "think": {"fr": "je le pense", "en": "I think so"},
    "hesitate": {"fr": "j'hésite", "en": "I hesitate"},
    "read_as": {"fr": "J'ai lu {list}.", "en": "I read {list}."},
    "one_read_as": {"fr": "« {typed} » comme « {read_as} »", "en": "“{typed}” as “{read_as}”"},
    "subject": {"fr": "Sujet : {title}", "en": "Topic: {title}"},
    "sureness": {"fr": "{words} ({why})", "en": "{words} ({why})"},
    "source": {"fr": "Source ({press}) : {list}", "en": "Source ({press}): {list}"},
    "sources": {"fr": "Sources ({press}) :", "en": "Sources ({press}):"},
    "so_many_sources": {"fr": "{count} sources ({press})", "en": "{count} sources ({press})"},
    "no_source": {"fr": "Source : l'usage courant du métier", "en": "Source: common practice of the trade"},
    "rather": {"fr": "Plutôt : {title}", "en": "Rather: {title}"},
    "whole_answer": {"fr": "Tout : {open}", "en": "All: {open}"},
    "next_part": {"fr": "Suivante : {open}", "en": "Next: {open}"},
    "no_part_yet": {"fr": "Aucune réponse à ouvrir pour l'instant.", "en": "No answer to open yet."},
    "all_parts_open": {"fr": "La dernière réponse est ouverte en entier.", "en": "The last answer is open in full."},
    "no_such_part": {
        "fr": "Aucune partie fermée ne s'appelle « {typed} ». Il reste : {list}.",
        "en": "No closed part is called “{typed}”. There are: {list}.",
    },
    "nothing_to_judge": {"fr": "Aucune réponse à juger pour l'instant.", "en": "No answer to judge yet."},
    "judged_up": {
        "fr": "Noté : bonne réponse. {bad} si c'était une erreur.",
        "en": "Noted: a good answer. {bad} if that was a mistake.",
    },
    "judged_down": {
        "fr": "Noté : mauvaise réponse ({bad}). {reject} donne la suivante.",
        "en": "Noted: a bad answer ({bad}). {reject} gives the next best.",
    },
    "verdict_up": {"fr": "+ Bonne réponse, selon {vous|toi}", "en": "+ A good answer, you say"},
    "verdict_down": {"fr": "− Mauvaise réponse, selon {vous|toi}", "en": "− A bad answer, you say"},
    "with_word": {"fr": "{verdict} : « {word} »", "en": "{verdict}: “{word}”"},
    "below": {"fr": "▼ suite : {page_down}", "en": "▼ more: {page_down}"},
    "nothing_to_reject": {"fr": "Aucune réponse à écarter pour l'instant.", "en": "No answer to turn down yet."},
    "too_long": {
        "fr": "Ce texte est trop long ({size} caractères, {most} au plus). "
        "Rien n'a été collé, et le brouillon est intact.",
        "en": "That text is too long ({size} characters, at most {most}). "
        "Nothing was pasted, and the draft is untouched.",
    },
    "unknown_command": {
        "fr": "Aucune commande ne s'appelle {typed}. {help} les montre toutes.",
        "en": "No command is called {typed}. {help} shows them all.",
    },
    "near_command": {
        "fr": "Aucune commande ne s'appelle {typed}. La plus proche est {near} ; {help} les montre toutes.",
        "en": "No command is called {typed}. The nearest is {near}; {help} shows them all.",
    },
    "leave": {"fr": "{again} encore une fois pour quitter, ou {quit}.", "en": "{again} once more to leave, or {quit}."},
    "not_kept": {
        "fr": "Je ne peux rien garder ici ({reason}). La conversation continue.",
        "en": "I can't keep anything here ({reason}). The talk goes on.",
    },
    "theme_is": {"fr": "Couleurs : {theme}", "en": "Colours: {theme}"},
    "settings_title": {"fr": "Réglages", "en": "Settings"},
    "settings_file": {
        "fr": "Tout cela, et les touches, s'écrit aussi à la main dans {file}.",
        "en": "All this, and the keys, can be written by hand too, in {file}.",
    },
    "language_is": {
        "fr": "L'écran et les prochaines réponses sont en français.",
        "en": "The screen and the answers to come are in English.",
    },
    "address_is_vous": {
        "fr": "Les prochaines réponses vous vouvoient.",
        "en": "The French answers to come say “vous”.",
    },
    "address_is_tu": {
        "fr": "Les prochaines réponses te tutoient.",
        "en": "The French answers to come say “tu”.",
    },
    "still_opening": {
        "fr": "Les connaissances s'ouvrent encore, un instant.",
        "en": "The knowledge is still opening, one moment.",
    },
    "lessons_title": {"fr": "Retenu (Entrée oublie)", "en": "Remembered (Enter forgets)"},
    "leads_to": {"fr": "mène à : {topic}", "en": "leads to: {topic}"},
    "no_lessons": {"fr": "Aucune question n'est retenue.", "en": "No question is remembered."},
    "no_such_lesson": {
        "fr": "Aucune question retenue n'a le numéro {typed}.",
        "en": "No question remembered has the number {typed}.",
    },
    "forgotten": {"fr": "Oublié : « {question} ».", "en": "Forgotten: “{question}”."},
    "topics_title": {"fr": "Tous les sujets", "en": "All topics"},
    "paths_title": {"fr": "Parcours d'apprentissage", "en": "Learning paths"},
    "commands_title": {"fr": "Commandes", "en": "Commands"},
    "map_title": {"fr": "La carte de l'article", "en": "The map of the article"},
    "source_title": {"fr": "Sur quoi repose cette réponse", "en": "What this answer rests on"},
    "why_title": {"fr": "Pourquoi cette réponse", "en": "Why this answer"},
    "confidence_title": {"fr": "Ce que valent les mots de confiance", "en": "What the words for confidence are worth"},
    "advice_title": {"fr": "Des parcours qui conviennent", "en": "Paths that suit"},
    "to_read_title": {"fr": "À lire pour cette étape", "en": "To read for this step"},
    "export_title": {"fr": "Enregistrer la conversation", "en": "Save the conversation"},
    "file_name": {"fr": "Nom du fichier, ou rien…", "en": "Name of the file, or nothing…"},
    "models_title": {"fr": "Quel texte copier ?", "en": "Which text to copy?"},
    "search": {"fr": "Chercher…", "en": "Search…"},
    "nothing_found": {"fr": "Rien ne correspond à cette recherche.", "en": "Nothing matches this search."},
    "nothing_there": {"fr": "Rien ici pour l'instant.", "en": "Nothing here yet."},
    "found": {"fr": "{count} sur {total}", "en": "{count} of {total}"},
    "for_whom": {"fr": "**Pour qui.** {text}", "en": "**For whom.** {text}"},
    "pace": {"fr": "**Rythme.** {hours} h en tout. {text}", "en": "**Pace.** {hours} h in all. {text}"},
    "needs": {"fr": "**À savoir avant.** {list}", "en": "**Know first.** {list}"},
    "practice": {"fr": "**Pratique.** {text}", "en": "**Practice.** {text}"},
    "proof": {"fr": "**Preuve.** {text}", "en": "**Proof.** {text}"},
    "related": {"fr": "**Sujets.** {list}", "en": "**Topics.** {list}"},
    "resources": {"fr": "**Pour apprendre.** {list}", "en": "**To learn from.** {list}"},
    "step_about": {"fr": " · {hours} h · {state}", "en": " · {hours} h · {state}"},
    "mark_as": {"fr": "Noter.", "en": "Mark."},
    "nothing_to_read": {"fr": "Cette étape ne renvoie à aucun sujet.", "en": "This step leads to no topic."},
    "get_advice": {
        "fr": "Quel parcours {vous|te} conviendrait ? Trois questions",
        "en": "Which path would suit you? Three questions",
    },
    "rather_not": {"fr": "Je préfère ne pas le dire", "en": "I'd rather not say"},
    "any_pace": {"fr": "Je ne sais pas encore", "en": "I don't know yet"},
    "ask_three": {"fr": "Répondre aux trois questions", "en": "Answer the three questions"},
    "show_curve": {
        "fr": "Ce que valent ces mots, chiffres à l'appui",
        "en": "What these words are worth, with the figures",
    },
    "no_answer_of_the_base": {
        "fr": "Ce qui vient d'être dit n'était pas une réponse de la base et n'a pas de source.",
        "en": "What was just said was no answer of the base and has no source.",
    },
    "no_answer_yet": {
        "fr": "Il n'y a pas encore de réponse : {posez|pose} d'abord une question.",
        "en": "There is no answer yet: ask a question first.",
    },
    "no_claim": {
        "fr": "L'article n'a pas d'idée de ce numéro : {carte} les montre toutes.",
        "en": "The article has no claim of that number: {carte} shows them all.",
    },
    "wrong_advice": {
        "fr": "{Donnez|Donne} trois nombres : situation (1 à {situations}), but (1 à {aims}), heures par semaine ; 0 pour ne "
        "pas le dire.",
        "en": "Give three numbers: situation (1 to {situations}), aim (1 to {aims}), hours a week; 0 for what you'd rather "
        "not say.",
    },
    "not_opened_yet": {
        "fr": "Ce qui est gardé s'ouvre encore, un instant.",
        "en": "What is kept is still opening, one moment.",
    },
    "help_title": {"fr": "Aide", "en": "Help"},
    "help_intro": {
        "fr": "{Écrivez|Écris} une question et {appuyez|appuie} sur {send}. Chaque commande a une touche, un nom après "
        "une barre oblique, ou un mot simple : « aide » vaut {help_name}.",
        "en": "Write a question and press {send}. Every command has a key, a name after a slash, or a plain word: "
        "“help” is as good as {help_name}.",
    },
    "help_talk": {"fr": "Dans la conversation", "en": "In the conversation"},
    "help_prompt": {"fr": "En écrivant", "en": "While writing"},
    "help_edit": {"fr": "Dans tout champ de saisie", "en": "In any field"},
    "help_choice": {"fr": "Sur un choix", "en": "On a choice"},
    "help_list": {"fr": "Dans une liste ou une page", "en": "In a list or a page"},
    "help_path": {"fr": "Sur un parcours", "en": "On a learning path"},
    "plain_words": {"fr": "ou : {list}", "en": "or: {list}"},
    "help_mouse": {
        "fr": "La souris sélectionne, {copy} copie la sélection, la molette défile.",
        "en": "The mouse selects, {copy} copies the selection, the wheel scrolls.",
    },
}


@dataclass(frozen=True, slots=True)
class Wording:
    """The words in one language and one form of address."""

    language: Language
    address: Address = "vous"
    keymap: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    """The keys of commands that have others than those of the table, by the command's id."""

    def __call__(self, key: str, **values: object) -> str:
        """The words under a key, with values put in as they are: nothing in them is read as a form of address."""
        return self.of(WORDS[key]).format(**{name: self._shown(value) for name, value in values.items()})

    def _shown(self, value: object) -> object:
        """A value as people write it: a large number in groups of three digits."""
        if not isinstance(value, int):
            return value
        return numeral(value, self.language)

    def of(self, words: Words) -> str:
        """One text of several languages, set in type; the other language where this one is missing."""
        text = words.get(self.language) or next(iter(words.values()), "")
        return set_in_type(text, self.language, self.address)

    def stage(self, name: str) -> str:
        """What the opening is at; a stage that has no words goes by its name."""
        return self(f"stage-{name}") if f"stage-{name}" in WORDS else name

    def label(self, command: Command) -> str:
        """One or two words for a command."""
        return self.of(command.label)

    def help(self, command: Command) -> str:
        """One sentence for a command."""
        return self.of(command.help)

    def bound(self, command: Command) -> Command:
        """A command with the keys that it has here."""
        return replace(command, keys=self.keymap[command.id]) if command.id in self.keymap else command

    def key(self, command_id: str) -> str:
        """The first key of a command, as keyboards name it, or its name where it has none."""
        command = self.bound(BY_ID[command_id])
        return spelt(command.keys[0], self.language) if command.keys else command.name(self.language)
