"""What the conversation on lines has learnt: said to be right, listed with numbers, forgotten; judges nothing."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from advisor.model import Language
from advisor.text.typography import typeset

if TYPE_CHECKING:
    from advisor.advice.advisor import Advisor
    from advisor.lessons.conversation import LearningConversation
    from advisor.reply import Reply
    from advisor.store.records import Verdict

SAID: dict[Language, dict[str, str]] = {
    "fr": {
        "none": "Aucune question n'est retenue.",
        "one": "{number}. « {question} » mène à : {topic}",
        "how": "/oublier 1 oublie la première.",
        "number": "Laquelle ? « leçons » les montre avec leurs numéros ; {typed} n'en est pas un.",
        "forgotten": "Oublié : « {question} ».",
    },
    "en": {
        "none": "No question is remembered.",
        "one": "{number}. “{question}” leads to: {topic}",
        "how": "/forget 1 forgets the first.",
        "number": "Which one? “lessons” shows them with their numbers; {typed} is none of them.",
        "forgotten": "Forgotten: “{question}”.",
    },
}

Show = Callable[[str], None]


class Learning:
    """The lessons of a chat."""

    def __init__(
        self,
        advisor: "Advisor",
        talk: "Callable[[], object]",
        show: Show,
        show_reply: "Callable[[Reply], None]",
    ) -> None:
        self._advisor = advisor
        self._talk = talk
        self._show = show
        self._show_reply = show_reply

    def commands(self) -> Mapping[str, Callable[[str, Language], None]]:
        """What can be done, by the ids of the commands; nothing where the advisor doesn't learn."""
        if self._advisor.own is None:
            return {}
        return {"accept": self._accept, "lessons": self._list, "forget": self._forget}

    def _learner(self) -> "LearningConversation":
        from advisor.lessons.conversation import LearningConversation

        talk = self._talk()
        assert isinstance(talk, LearningConversation)  # as there are own phrasings
        return talk

    def judged(self, verdict: "Verdict") -> str:
        """Have an answer that is called good after one that missed be learnt, and let go of where it is called bad then."""
        if self._advisor.own is None:
            return ""
        return self._learner().confirm() if verdict == "up" else self._learner().withdraw()

    def _accept(self, _words: str, _language: Language) -> None:
        self._show_reply(self._learner().accept())

    def _list(self, _words: str, language: Language) -> None:
        own = self._advisor.own
        kept = own.all() if own else ()
        if not kept:
            self._show(_said("none", language))
            return
        titles = {one.topic: self._advisor.shelf.title(one.topic) for one in kept}
        lines = [
            _said(
                "one",
                language,
                number=number,
                question=" ".join(one.question.split()),
                topic=titles[one.topic].get(language) or next(iter(titles[one.topic].values())),
            )
            for number, one in enumerate(kept, 1)
        ]
        self._show("\n".join([*lines, _said("how", language)]))

    def _forget(self, words: str, language: Language) -> None:
        own = self._advisor.own
        if not words or own is None:
            self._show_reply(self._learner().forget())
            return
        kept = own.all()
        if words.isdecimal() and 0 < int(words) <= len(kept) and own.forget(kept[int(words) - 1].id):
            self._show(_said("forgotten", language, question=" ".join(kept[int(words) - 1].question.split())))
        else:
            self._show(_said("number", language, typed=words))


def _said(key: str, language: Language, **values: object) -> str:
    return typeset(SAID[language][key], language).format(**values)
