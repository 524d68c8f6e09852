"""`advisor chat`: the conversation line by line, for screen readers, pipes and slow links; draws nothing.

The same commands as the full screen, by slash or plain word, where they make sense on lines; choices by their number.
"""

import sys
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from advisor.cli.adjusting import Adjusting
from advisor.cli.browsing import Browsing
from advisor.cli.judging import Judging
from advisor.cli.learning import Learning
from advisor.cli.lines import typed_lines
from advisor.cli.offering import Offering, number_in
from advisor.cli.past import Past
from advisor.cli.render import aloud, fitted
from advisor.cli.setting import Setting
from advisor.cli.taking import Taking
from advisor.cli.telling import MOST_REPEATED, Telling
from advisor.commands import BY_ID, COMMANDS, Command, Order, nearest, ordered
from advisor.errors import DONE
from advisor.model import Address, Language
from advisor.store.later import LessonsLater
from advisor.text.fold import LONGEST_MESSAGE
from advisor.text.typography import numeral, typeset

if TYPE_CHECKING:
    from advisor.advice.advisor import Advisor
    from advisor.reply import Reply
    from advisor.talk.conversation import Conversation

SAID: dict[Language, dict[str, str]] = {
    "fr": {
        "hello": "Bonjour ! Écrivez une question de carrière, puis Entrée. « aide » montre les commandes, "
        "« quitter » termine.",
        "you": "Vous : ",
        "bye": "À bientôt.",
        "new": "Autre conversation.",
        "not_that": "Non, pas ça",
        "dropped": "Rien n'est envoyé. Ctrl+C encore une fois pour quitter, ou « quitter ».",
        "too_long": "Ce texte est trop long ({size} caractères, {most} au plus). Rien n'a été demandé ni gardé.",
        "language": "Les réponses sont maintenant en français.",
        "formal": "Les prochaines réponses vouvoient.",
        "familiar": "Les prochaines réponses tutoient.",
        "screen_only": "Cette commande n'a d'effet qu'en plein écran : advisor.",
        "unknown": "Aucune commande ne s'appelle {typed} ; « aide » les montre toutes.",
        "near": "Aucune commande ne s'appelle {typed}. La plus proche est {near} ; « aide » les montre toutes.",
    },
    "en": {
        "hello": "Hello! Write a career question, then Enter. “help” shows the commands, “quit” ends.",
        "you": "You: ",
        "bye": "See you soon.",
        "new": "Another conversation.",
        "not_that": "No, not that",
        "dropped": "Nothing was sent. Ctrl+C once more to leave, or “quit”.",
        "too_long": "That text is too long ({size} characters, at most {most}). Nothing was asked or kept.",
        "language": "Answers are in English from now on.",
        "formal": "French answers to come say “vous”.",
        "familiar": "French answers to come say “tu”.",
        "screen_only": "That command only works on the full screen: advisor.",
        "unknown": "No command is called {typed}; “help” shows them all.",
        "near": "No command is called {typed}. The nearest is {near}; “help” shows them all.",
    },
}


def run(setting: Setting) -> int:
    """Talk until the person leaves or the input ends; raises AdvisorError where the input is no text."""
    chat = Chat(setting)
    chat.say("hello")
    try:
        for line in typed_lines(chat.prompt, chat.past.questions, lambda: chat.say("dropped")):
            if not chat.take(line):
                break
    except KeyboardInterrupt:
        chat.say("bye")
        raise
    finally:
        chat.past.close()
    chat.say("bye")
    return DONE


class Chat:
    """One talk on lines."""

    def __init__(self, setting: Setting) -> None:
        self.language: Language = setting.language
        self._answers: Language | None = setting.answers
        self._address: Address = setting.address
        self._telling = Telling(self._write, whole=setting.settings.answers == "whole")
        self.past = Past(setting, self._write, self._telling.tell_again)
        self._advisor: Advisor = setting.open(LessonsLater(lambda: self.past.store), learns=setting.settings.history)
        self._talk = self._begin()
        self._taking = Taking(self._write)
        self._adjusting = Adjusting(setting, self._write)
        self._judging = Judging(lambda: self.past.store, self._write, lambda verdict: self._learning.judged(verdict))
        self._browsing = Browsing(self._advisor, setting, self._markdown, lambda: self._talk.address)
        self._offering = Offering(self._advisor)
        self._learning = Learning(self._advisor, lambda: self._talk, self._write, self._telling.tell_again)
        self._done: Mapping[str, Callable[[str], None]] = {
            **self.past.done,
            "go_on": self._go_on,
            "recall": self._recall,
            "help": self._help,
            "commands": self._help,
            "topics": self._topics,
            "language": self._change_language,
            "settings": lambda _words: self._adjusting.list(self.language),
            "reject": lambda _words: self._answer(self._said("not_that"), self._talk.reject(), typed=False),
            "new": self._new,
            "formal": self._formal,
            "familiar": self._familiar,
        } | {
            id: partial(self._in_language, does)
            for id, does in {
                **self._taking.commands(),
                **self._judging.commands(),
                **self._browsing.commands(),
                **self._learning.commands(),
                **self._telling.commands(),
            }.items()
        }

    def take(self, line: str) -> bool:
        """Reply to a line; False where it ends the talk."""
        order = ordered(line)
        if order is not None and order.command.id == "quit":
            return False
        if order is not None:
            self._obey(order)
        elif line.strip().startswith("/"):
            self._name_help(line)
        elif len(line) > LONGEST_MESSAGE:
            self.say("too_long", size=numeral(len(line), self.language), most=numeral(LONGEST_MESSAGE, self.language))
        elif number := number_in(line):
            self._choose(number)
        elif line.strip():
            self._ask(line)
        return True

    def _ask(self, question: str) -> None:
        self._answer(question, self._talk.ask(question))

    def _choose(self, number: str) -> None:
        """Do what has a number in the list that was shown last."""
        found = self._offering.taken(number)
        if found is None:
            self._write(self._offering.no_choice(number, self.language))
            return
        offer, label = found
        match offer.does:
            case "path":
                self._obey(Order(BY_ID["paths"], offer.target))
            case "command":
                self._obey(Order(BY_ID[offer.target]))
            case "question":
                self._ask(label)
            case "reject":
                self._answer(label, self._talk.reject(), typed=False)
            case _:
                self._answer(label, self._talk.choose(offer.target, label), typed=False)

    def _name_help(self, typed: str) -> None:
        first = "".join(filter(str.isprintable, typed.split()[0]))[:MOST_REPEATED]
        near = nearest(first, self.language)
        self.say("near" if near else "unknown", typed=first, near=near)

    def _obey(self, order: Order) -> None:
        does = self._done.get(order.command.id)
        if does is None:
            self.say("screen_only")
        else:
            does(order.words)

    def _answer(self, question: str, reply: "Reply", *, typed: bool = True) -> None:
        turn = self.past.keep(question, reply, typed=typed)
        self._judging.remember(reply, turn)
        self._taking.remember(question, reply)
        self._browsing.remember(reply)
        self._tell(reply)

    def _tell(self, reply: "Reply") -> None:
        from advisor.talk.voice import Voice

        self._telling.tell(reply, self._offering.under(reply, Voice(reply.language, self._talk.address)))

    def _in_language(self, does: Callable[[str, Language], None], words: str) -> None:
        does(words, self.language)

    def _said(self, key: str, **values: object) -> str:
        return typeset(SAID[self.language][key], self.language).format(**values)

    def say(self, key: str, **values: object) -> None:
        """One of the chat's own sentences."""
        self._write(self._said(key, **values))

    def prompt(self) -> str:
        """What stands before the person's line."""
        return self._said("you")

    def _write(self, text: str) -> None:
        print(fitted(text, sys.stdout), end="\n\n", flush=True)

    def _begin(self) -> "Conversation":
        return self._advisor.conversation(self._answers, self._address, self.language)

    def _new(self, _words: str) -> None:
        self._begin_again()
        self.past.begin()
        self.say("new")

    def _begin_again(self) -> None:
        self._talk = self._begin()
        self._taking.forget()
        self._judging.forget()
        self._browsing.forget()
        self._telling.forget()
        self._offering.forget()

    def _go_on(self, words: str) -> None:
        talk = self.past.take_up(words)
        if talk is None:
            return
        self._begin_again()
        replies = [turn.reply for turn in talk.turns]
        self._talk.resume(replies)
        for turn, reply in zip(talk.turns, replies, strict=True):
            self._judging.remember(reply, turn.id)
            self._taking.remember(turn.question, reply, turn.at)
            self._browsing.remember(reply)
        self._tell(replies[-1])

    def _recall(self, words: str) -> None:
        question = self.past.recalled(words)
        if question is not None:
            self._write(f"{self.prompt()}{question}")
            self._ask(question)

    def _change_language(self, _words: str) -> None:
        self.language = "en" if self.language == "fr" else "fr"
        self._answers = self._talk.language = self.past.language = self.language
        self.say("language")
        self._adjusting.keep("language", self.language, self.language)

    def _formal(self, _words: str) -> None:
        self._speak("vous")
        self.say("formal")
        self._adjusting.keep("address", "vous", self.language)

    def _familiar(self, _words: str) -> None:
        self._speak("tu")
        self.say("familiar")
        self._adjusting.keep("address", "tu", self.language)

    def _speak(self, address: Address) -> None:
        self._address = self._talk.address = address

    def _help(self, _words: str) -> None:
        lines = [_line_of(command, self.language) for command in COMMANDS if command.id in (*self._done, "quit")]
        self._write("\n".join(lines))

    def _topics(self, _words: str) -> None:
        from advisor.talk.voice import Voice

        self._markdown(self._offering.topics(Voice(self.language, self._talk.address)))

    def _markdown(self, text: str) -> None:
        text = typeset(text, self.language)
        self._write(aloud(text, sys.stdout))


def _line_of(command: Command, language: Language) -> str:
    name = command.call(language)
    return (
        f"{name}: {command.help[language]}" if language == "en" else typeset(f"{name} : {command.help[language]}", "fr")
    )
