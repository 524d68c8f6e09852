"""`advisor chat`: the conversation line by line, for screen readers, pipes and slow links; draws nothing.

The same commands as the full screen, by slash or plain word, where they make sense on lines; choices by their number.
"""

import contextlib
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from advisor.cli.adjusting import Adjusting
from advisor.cli.ask import lines_of_input
from advisor.cli.browsing import Browsing
from advisor.cli.judging import Judging
from advisor.cli.learning import Learning
from advisor.cli.past import Past
from advisor.cli.render import aloud, fitted, rendered
from advisor.cli.setting import Setting
from advisor.cli.streams import is_terminal
from advisor.cli.taking import Taking
from advisor.commands import COMMANDS, Command, Order, ordered
from advisor.errors import DONE
from advisor.model import Address, Language
from advisor.store.later import LessonsLater
from advisor.text.typography import typeset

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
        "whole": "Toute la réponse",
        "is_whole": "La dernière réponse est déjà là en entier.",
        "no_answer": "Il n'y a pas encore de réponse.",
        "language": "Les réponses sont maintenant en français.",
        "formal": "Les prochaines réponses vouvoient.",
        "familiar": "Les prochaines réponses tutoient.",
        "screen_only": "Cette commande n'a d'effet qu'en plein écran : advisor.",
        "unknown": "Aucune commande ne s'appelle {typed} ; « aide » les montre toutes.",
    },
    "en": {
        "hello": "Hello! Write a career question, then Enter. “help” shows the commands, “quit” ends.",
        "you": "You: ",
        "bye": "See you soon.",
        "new": "Another conversation.",
        "not_that": "No, not that",
        "whole": "The whole answer",
        "is_whole": "The last answer is there in full.",
        "no_answer": "There is no answer yet.",
        "language": "Answers are in English from now on.",
        "formal": "French answers to come say “vous”.",
        "familiar": "French answers to come say “tu”.",
        "screen_only": "That command only works on the full screen: advisor.",
        "unknown": "No command is called {typed}; “help” shows them all.",
    },
}


def run(setting: Setting) -> int:
    """Talk until the person leaves or the input ends; raises AdvisorError where the input is no text."""
    chat = Chat(setting)
    chat.say("hello")
    try:
        for line in _typed(chat):
            if not chat.take(line):
                break
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
        self.past = Past(setting, self._write, lambda reply: self._write(rendered(reply, sys.stdout, in_chat=True)))
        self._advisor: Advisor = setting.open(LessonsLater(lambda: self.past.store), learns=setting.settings.history)
        self._talk = self._begin()
        self._taking = Taking(self._write)
        self._adjusting = Adjusting(setting, self._write)
        self._judging = Judging(lambda: self.past.store, self._write, lambda verdict: self._learning.judged(verdict))
        self._browsing = Browsing(self._advisor, setting, self._markdown, lambda: self._talk.address)
        self._learning = Learning(
            self._advisor,
            lambda: self._talk,
            self._write,
            lambda reply: self._write(rendered(reply, sys.stdout, in_chat=True)),
        )
        self._done: Mapping[str, Callable[[str], None]] = {
            **self.past.done,
            "go_on": self._go_on,
            "recall": self._recall,
            "whole": self._whole,
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
            self.say("unknown", typed=line.strip())
        elif line.strip():
            self._ask(line)
        return True

    def _ask(self, question: str) -> None:
        self._answer(question, self._talk.ask(question))

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
        self._write(rendered(reply, sys.stdout, in_chat=True))

    def _in_language(self, does: Callable[[str, Language], None], words: str) -> None:
        does(words, self.language)

    def _said(self, key: str, **values: str) -> str:
        return typeset(SAID[self.language][key], self.language).format(**values)

    def say(self, key: str, **values: str) -> None:
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

    def _recall(self, words: str) -> None:
        question = self.past.recalled(words)
        if question is not None:
            self._write(f"{self.prompt()}{question}")
            self._ask(question)

    def _whole(self, _words: str) -> None:
        last = self._taking.last
        if last is None or last.topic is None or not any(passage.asked for passage in last.passages):
            self.say("is_whole" if last else "no_answer")
        else:
            self._answer(self._said("whole"), self._talk.choose(last.topic), typed=False)

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
        lines: list[str] = []
        theme = ""
        for topic in self._advisor.topics():
            if topic.theme != theme:
                theme = topic.theme
                titles = self._advisor.themes().get(theme, {})
                lines += ["", f"**{titles.get(self.language, theme)}**"]
            lines.append(f"- {topic.title.get(self.language) or next(iter(topic.title.values()))}")
        self._markdown("\n".join(lines).strip())

    def _markdown(self, text: str) -> None:
        text = typeset(text, self.language)
        self._write(aloud(text, sys.stdout))


def _line_of(command: Command, language: Language) -> str:
    name = command.call(language)
    return (
        f"{name}: {command.help[language]}" if language == "en" else typeset(f"{name} : {command.help[language]}", "fr")
    )


def _typed(chat: Chat) -> Iterator[str]:
    """The person's lines: at a terminal behind a prompt, with its own editing and recall; else as they come."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        yield from lines_of_input()
        return
    with contextlib.suppress(ImportError):
        import readline  # gives `input` recall, search and editing where the system has it

        for question in chat.past.questions():
            readline.add_history(question)
    while True:
        try:
            yield input(chat.prompt())
        except EOFError:
            print()
            return
