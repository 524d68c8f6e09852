"""What can be chosen by its number in the conversation on lines: what is under a reply, or a list of topics; answers nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.model import Language, Words
from advisor.text.typography import typeset

if TYPE_CHECKING:
    from advisor.advice.advisor import Advisor
    from advisor.guide.offers import Offer
    from advisor.reply import Reply
    from advisor.talk.voice import Voice

MOST_DIGITS = 9
"""Digits of a number that may be a choice; of a longer one, only the beginning is repeated."""
SAID: dict[Language, dict[str, str]] = {
    "fr": {
        "no_choice": "Il n'y a pas de choix {typed} : les numéros vont de 1 à {most}.",
        "only_choice": "Il n'y a pas de choix {typed} : il n'y a que le 1.",
        "nothing": "Il n'y a pas de choix {typed} : rien n'est proposé pour l'instant.",
        "open": "Un numéro ouvre son sujet.",
    },
    "en": {
        "no_choice": "There is no choice {typed}: the numbers go from 1 to {most}.",
        "only_choice": "There is no choice {typed}: there is only 1.",
        "nothing": "There is no choice {typed}: nothing is on offer now.",
        "open": "A number opens its topic.",
    },
}


@dataclass(frozen=True, slots=True)
class _Worded:
    """A voice, as what is on offer asks for it."""

    voice: "Voice"

    def of(self, words: Words) -> str:
        """The words in its language."""
        return self.voice.words(words)


class Offering:
    """What is on offer in one talk, the last list that was shown."""

    def __init__(self, advisor: "Advisor") -> None:
        self._advisor = advisor
        self._offers: Sequence[tuple[Offer, str]] = ()

    def forget(self) -> None:
        """Begin another talk."""
        self._offers = ()

    def under(self, reply: "Reply", voice: "Voice") -> Sequence[str]:
        """What can be chosen after a reply, in words and in the order of its numbers; it is on offer from now on."""
        from advisor.guide.offers import offers_of

        titles = {path.id: path.title for path in self._advisor.paths()} if reply.path else {}
        found = offers_of(reply, titles)
        self._offers = [(offer, offer.label(_Worded(voice))) for offer in found]
        return [f"{label} ({offer.target})" if offer.does == "path" else label for offer, label in self._offers]

    def topics(self, voice: "Voice") -> str:
        """All topics by theme, as Markdown; they are on offer from now on."""
        from advisor.guide.offers import Offer

        topics = self._advisor.topics()
        self._offers = [(Offer("topic", one.id, title=one.title), voice.words(one.title)) for one in topics]
        lines: list[str] = []
        theme = ""
        for number, topic in enumerate(topics, 1):
            if topic.theme != theme:
                theme = topic.theme
                title = self._advisor.themes().get(theme)
                lines += ["", f"**{voice.words(title) if title else theme}**"]
            lines.append(f"{number}. {voice.words(topic.title)}")
        return "\n".join([*lines, "", SAID[voice.language]["open"]]).strip()

    def taken(self, number: str) -> "tuple[Offer, str] | None":
        """What has that number, with its label; None where nothing has."""
        wanted = int(number) if len(number) <= MOST_DIGITS else 0
        return self._offers[wanted - 1] if 0 < wanted <= len(self._offers) else None

    def no_choice(self, number: str, language: Language) -> str:
        """The sentence on a number that nothing on offer has."""
        most = len(self._offers)
        key = "no_choice" if most > 1 else "only_choice" if most else "nothing"
        typed = number if len(number) <= MOST_DIGITS else f"{number[:MOST_DIGITS]}..."
        return typeset(SAID[language][key].format(typed=typed, most=most), language)


def number_in(line: str) -> str:
    """The number that a line is, as `2` and `2.` are; nothing for any other line."""
    bare = line.strip().rstrip(".)").rstrip()
    return bare if bare.isdecimal() else ""
