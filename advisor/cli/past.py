"""What `advisor chat` keeps, and past conversations on lines: listed, found, read, renamed, deleted, given to go on with.

Holds no talk.

A conversation is named by its number in the list that was shown last.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.cli.setting import Setting
from advisor.cli.streams import say
from advisor.model import Language
from advisor.reply import Reply
from advisor.text.typography import typeset

if TYPE_CHECKING:
    from advisor.store.port import Store
    from advisor.store.records import Found, PastConversation, PastTurn

MOST_LISTED = 20
AGREED = frozenset({"oui", "yes"})
SAID: dict[Language, dict[str, str]] = {
    "fr": {
        "none": "Aucune conversation n'est gardée pour l'instant.",
        "none_kept": "Les conversations ne sont pas gardées ; cela se change dans le fichier de réglages ({file}).",
        "not_found": "Aucune conversation ne contient « {words} ».",
        "one_turn": "{number}. {title} (dernier message le {when}, une question)",
        "turns": "{number}. {title} (dernier message le {when}, {count} questions)",
        "from_to": "{title} (commencée le {started}, dernier message le {last})",
        "how": "« relire 1 » relit la première, « reprendre 1 » la continue ; /renommer 1 NOUVEAU TITRE, /supprimer 1, "
        "/historique MOTS.",
        "how_on": "« reprendre » continue cette conversation.",
        "resumed": "Reprise de « {title} », là où elle s'était arrêtée :",
        "is_now": "Cette conversation est déjà en cours.",
        "number": "De quelle conversation ? « historique » les montre avec leurs numéros ; {typed} n'en est pas un.",
        "no_number": "De quelle conversation ? « historique » les montre avec leurs numéros, par exemple « relire 1 ».",
        "no_title": "Quel titre ? Par exemple : /renommer {number} Mon premier poste",
        "renamed": "Elle s'appelle maintenant « {title} ».",
        "sure": "Supprimer « {title} » pour toujours ? Si oui : « supprimer {number} oui ».",
        "deleted": "Elle est supprimée.",
        "gone": "Cette conversation n'est plus là.",
        "you": "Vous : ",
        "questions": "Les dernières questions :",
        "ask_again": "/rappeler 1 repose la première ; /rappeler MOTS en cherche d'autres.",
        "no_questions": "Aucune question n'est gardée pour l'instant.",
        "no_questions_kept": "Les questions ne sont pas gardées ; cela se change dans le fichier de réglages ({file}).",
        "no_such_question": "Aucune question gardée ne contient « {words} ».",
    },
    "en": {
        "none": "No conversation is kept yet.",
        "none_kept": "Conversations aren't kept; the file of settings changes that ({file}).",
        "not_found": "No conversation holds “{words}”.",
        "one_turn": "{number}. {title} (last message {when}, one question)",
        "turns": "{number}. {title} (last message {when}, {count} questions)",
        "from_to": "{title} (begun {started}, last message {last})",
        "how": "“reread 1” reads the first again, /continue 1 goes on with it; /rename 1 NEW TITLE, /delete 1, "
        "/history WORDS.",
        "how_on": "/continue goes on with this conversation.",
        "resumed": "Going on with “{title}” where it was left:",
        "is_now": "That conversation is the one of now.",
        "number": "Which conversation? “history” shows them with their numbers; {typed} is none of them.",
        "no_number": "Which conversation? “history” shows them with their numbers, for example “reread 1”.",
        "no_title": "What title? For example: /rename {number} My first job",
        "renamed": "It is called “{title}” now.",
        "sure": "Delete “{title}” for good? If so: “delete {number} yes”.",
        "deleted": "It is deleted.",
        "gone": "That conversation is no longer there.",
        "you": "You: ",
        "questions": "The latest questions:",
        "ask_again": "/recall 1 asks the first again; /recall WORDS looks for others.",
        "no_questions": "No question is kept yet.",
        "no_questions_kept": "Questions aren't kept; the file of settings changes that ({file}).",
        "no_such_question": "No question kept holds “{words}”.",
    },
}

Show = Callable[[str], None]


class Past:
    """What is kept of a chat and of those before it."""

    def __init__(self, setting: Setting, show: Show, show_reply: Callable[[Reply], None]) -> None:
        self.language: Language = setting.language
        self._setting = setting
        self._show = show
        self._show_reply = show_reply
        self._store: Store | None = None
        self._conversation = ""
        self._listed: Sequence[Found] = ()
        self._read_last = ""
        self._questions_listed: Sequence[str] = ()
        self.done: Mapping[str, Callable[[str], None]] = {
            "history": self._list,
            "open_past": self._read,
            "rename": self._rename,
            "delete": self._delete,
        }
        """What to do for each command, with the words behind it."""

    @property
    def store(self) -> "Store":
        """What is kept; opened when it is first needed, so that the greeting waits for nothing."""
        if self._store is None:
            from advisor.store.opening import open_store

            setting = self._setting
            self._store = open_store(setting.places, setting.settings, lambda words: say(words[self.language]))
        return self._store

    def begin(self) -> None:
        """Begin another talk, which is kept from its first answer on."""
        self._conversation = ""

    def keep(self, question: str, reply: Reply, *, typed: bool = True) -> str:
        """Keep an answer before it is shown, and give the id of its turn; a question that was typed is kept as such."""
        store = self.store
        if typed:
            store.questions.add(question)
        self._conversation = self._conversation or store.conversations.begin(self.language)
        turn = store.conversations.add(self._conversation, question, reply)
        if typed and reply.kind == "unknown":
            nearest = [one.topic for one in reply.alternatives]
            store.unanswered.add(question, reply.language, nearest, reply.neighbourhood)
        return turn

    def close(self) -> None:
        """Let go of the store."""
        if self._store is not None:
            self._store.close()

    def _say(self, key: str, **values: object) -> None:
        self._show(self._said(key, **values))

    def _said(self, key: str, **values: object) -> str:
        return typeset(SAID[self.language][key], self.language).format(**values)

    def _say_none(self, key: str, words: str) -> None:
        """Say that there is nothing, and where to change it if nothing is kept."""
        settings = self._setting.settings
        is_kept = {"none": settings.conversations, "no_questions": settings.history}.get(key, True)
        self._say(key if is_kept else f"{key}_kept", words=words, file=self._setting.places.settings_file)

    def _list(self, words: str) -> None:
        from advisor.store.records import Found

        talks = self.store.conversations
        if words:
            self._listed = talks.find(words, MOST_LISTED)
        else:
            self._listed = tuple(Found(head, 0, "") for head in talks.latest(MOST_LISTED))
        if not self._listed:
            self._say_none("not_found" if words else "none", words)
            return
        lines = [line for number, found in enumerate(self._listed, 1) for line in self._lines(number, found)]
        self._show("\n".join([*lines, self._said("how")]))

    def _lines(self, number: int, found: "Found") -> Sequence[str]:
        talk = found.conversation
        key = "one_turn" if talk.turns == 1 else "turns"
        line = self._said(key, number=number, title=talk.title, when=_when(talk.last), count=talk.turns)
        return (line, f"   {found.excerpt}") if found.excerpt and found.excerpt != talk.title else (line,)

    def _named(self, words: str) -> tuple[int, str, str] | None:
        """The number, the id, and the words behind it; None where no conversation is named, which is said."""
        number, _, rest = words.partition(" ")
        if not self._listed:
            self._list("")
        if number.isdecimal() and 0 < int(number) <= len(self._listed):
            return int(number), self._listed[int(number) - 1].conversation.id, rest.strip()
        self._say("number" if number else "no_number", typed=number)
        return None

    def _read(self, words: str) -> None:
        named = self._named(words)
        if named is None:
            return
        talk = self.store.conversations.open(named[1])
        if talk is None:
            self._say("gone")
            return
        self._read_last = talk.id
        self._say("from_to", title=talk.title, started=_when(talk.started), last=_when(talk.last))
        for turn in talk.turns:
            self._show_turn(turn)
        if talk.id != self._conversation:
            self._say("how_on")

    def _show_turn(self, turn: "PastTurn") -> None:
        self._show(self._said("you") + turn.question)
        self._show_reply(turn.reply)

    def take_up(self, words: str) -> "PastConversation | None":
        """The conversation to go on with: the one of a number, else the one read last, else the latest before this one.

        What is kept from here on is kept in it, and its last question is shown. None where there is none, which is said.
        """
        named = self._named(words) if words else (0, self._read_last or self._latest_before(), "")
        if named is None:
            return None
        talk = self.store.conversations.open(named[1])
        if talk is None or not talk.turns or talk.id == self._conversation:
            self._say("is_now" if talk and talk.turns else "gone" if named[1] else "none")
            return None
        self._conversation, self._read_last = talk.id, ""
        self._say("resumed", title=talk.title)
        self._show(self._said("you") + talk.turns[-1].question)
        return talk

    def _latest_before(self) -> str:
        heads = self.store.conversations.latest(2)
        return next((one.id for one in heads if one.id != self._conversation), "")

    def _rename(self, words: str) -> None:
        named = self._named(words)
        if named is None:
            return
        number, id, title = named
        if not title:
            self._say("no_title", number=number)
        elif self.store.conversations.rename(id, title):
            talk = self.store.conversations.open(id)
            named_now = talk.title if talk else title
            head = replace(self._listed[number - 1].conversation, title=named_now)
            self._listed = [
                replace(one, conversation=head) if place == number else one for place, one in enumerate(self._listed, 1)
            ]
            self._say("renamed", title=named_now)
        else:
            self._say("gone")

    def _delete(self, words: str) -> None:
        named = self._named(words)
        if named is None:
            return
        number, id, answer = named
        if answer.casefold() not in AGREED:
            self._say("sure", title=self._listed[number - 1].conversation.title, number=number)
            return
        if id == self._conversation:
            self.begin()
        self._say("deleted" if self.store.conversations.delete(id) else "gone")

    def recalled(self, words: str) -> str | None:
        """The question of a number in the last list of questions, to ask again; None where they were listed instead."""
        if words.isdecimal():
            self._questions_listed = self._questions_listed or self._find_questions("")
            if 0 < int(words) <= len(self._questions_listed):
                return self._questions_listed[int(words) - 1]
        self._questions_listed = self._find_questions(words)
        if not self._questions_listed:
            self._say_none("no_such_question" if words else "no_questions", words)
            return None
        lines = [f"{number}. {' '.join(one.split())}" for number, one in enumerate(self._questions_listed, 1)]
        self._show("\n".join([self._said("questions"), *lines, self._said("ask_again")]))
        return None

    def _find_questions(self, words: str) -> Sequence[str]:
        if words:
            return self.store.questions.search(words, MOST_LISTED)
        return list(dict.fromkeys(reversed(self.store.questions.latest())))[:MOST_LISTED]

    def questions(self) -> Sequence[str]:
        """All that are kept, on one line each, the most recent at the end."""
        return [" ".join(question.split()) for question in self.store.questions.latest()]


def _when(instant: str) -> str:
    """A time that was kept, as a clock here shows it."""
    from datetime import datetime

    return datetime.fromisoformat(instant).astimezone().strftime("%d/%m/%Y %H:%M")
