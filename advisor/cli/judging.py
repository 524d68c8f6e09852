"""Thumbs up or down on lines: keeps what a person thinks of the last answer, with their word for it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from advisor.model import Language
from advisor.text.typography import typeset

if TYPE_CHECKING:
    from advisor.reply import Reply
    from advisor.store.port import Store
    from advisor.store.records import Verdict

SAID: dict[Language, dict[str, str]] = {
    "fr": {
        "none": "Aucune réponse à juger pour l'instant.",
        "up": "Noté : bonne réponse.",
        "down": "Noté : mauvaise réponse. « pas ça » donne la suivante.",
    },
    "en": {
        "none": "No answer to judge yet.",
        "up": "Noted: a good answer.",
        "down": "Noted: a bad answer. “not that” gives the next best.",
    },
}


class Judging:
    """The last answer, and what is thought of it."""

    def __init__(
        self, store: "Callable[[], Store]", write: Callable[[str], None], teach: "Callable[[Verdict], str]"
    ) -> None:
        """`teach` has the talk learn from a verdict, and gives what there is to say of that, if anything."""
        self._store = store
        self._write = write
        self._teach = teach
        self._last: tuple[Reply, str] | None = None

    def remember(self, reply: "Reply", turn: str) -> None:
        """Note the last answer, and the id under which it is kept."""
        self._last = (reply, turn)

    def forget(self) -> None:
        """Begin another talk."""
        self._last = None

    def commands(self) -> Mapping[str, Callable[[str, Language], None]]:
        """What can be done, by the ids of the commands: each is given the words behind it and the language to speak."""
        return {"good": partial(self._judge, "up"), "bad": partial(self._judge, "down")}

    def _judge(self, verdict: "Verdict", word: str, language: Language) -> None:
        if self._last is not None:
            reply, turn = self._last
            self._store().lessons.judge(reply, verdict, word, turn)
        self._write(typeset(SAID[language][verdict if self._last else "none"], language))
        if self._last is not None and (taught := self._teach(verdict)):
            self._write(taught)
