"""Replies as the conversation on lines tells them: the point first, the other parts by name; chooses no answer.

Which parts come first is decided as for the full screen; what was told once isn't told again.
"""

import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from advisor.cli.render import aloud, opening_of, sources_of
from advisor.commands import plain
from advisor.model import Language
from advisor.reply import Passage, Reply, first_parts, remarks
from advisor.text.typography import typeset

MOST_REPEATED = 40
"""Characters of what was typed that are repeated."""
SAID: dict[Language, dict[str, str]] = {
    "fr": {
        "point": "L'essentiel",
        "parts": "Autres parties : {list}. « partie {example} » en ouvre une, « partie » la suivante, « tout » le reste.",
        "one_part": "Autre partie : {list}. « partie » l'ouvre.",
        "source": "Source : {title}",
        "so_many_sources": "{count} sources : « source » les montre.",
        "ask": "La suite, par son numéro :",
        "no_answer": "Il n'y a pas encore de réponse.",
        "is_whole": "La dernière réponse est déjà là en entier.",
        "no_such_part": "Aucune autre partie ne s'appelle « {typed} ». Il reste : {list}.",
    },
    "en": {
        "point": "The point",
        "parts": "Other parts: {list}. “part {example}” opens one, “part” the next, “all” the rest.",
        "one_part": "Another part: {list}. “part” opens it.",
        "source": "Source: {title}",
        "so_many_sources": "{count} sources: “sources” shows them.",
        "ask": "What next, by its number:",
        "no_answer": "There is no answer yet.",
        "is_whole": "The last answer is there in full.",
        "no_such_part": "No other part is called “{typed}”. There are: {list}.",
    },
}


class Telling:
    """The last answer of a talk, as far as it was told."""

    def __init__(self, write: Callable[[str], None], *, whole: bool) -> None:
        """`whole` has answers told with all their parts at once."""
        self._write = write
        self._is_whole = whole
        self._last: Reply | None = None
        self._told: set[int] = set()

    def forget(self) -> None:
        """Begin another talk."""
        self._last = None

    def commands(self) -> Mapping[str, Callable[[str, Language], None]]:
        """What can be done, by the ids of the commands: each is given the words behind it and the language to speak."""
        return {"part": self._part, "whole": self._rest}

    def tell(self, reply: Reply, choices: Sequence[str]) -> None:
        """Tell a reply as far as it comes first, with what can be chosen after it."""
        self._last = reply
        self._told = set(first_parts(reply, whole=self._is_whole))
        self._aloud([opening_of(reply), _text(reply, self._told), reply.lesson, *self._behind(), _list(reply, choices)])

    def tell_again(self, reply: Reply) -> None:
        """Tell a reply of another time, with all that was told then and nothing to choose."""
        told = first_parts(reply, whole=True)
        self._aloud([opening_of(reply), _text(reply, told), reply.lesson, sources_of(reply)])

    def _aloud(self, blocks: Iterable[str]) -> None:
        self._write(aloud("\n\n".join(block for block in blocks if block), sys.stdout))

    def _behind(self) -> Sequence[str]:
        """What the last answer rests on, in brief where some of its parts weren't told, and how to hear those."""
        reply, left = self._last, self._left()
        if reply is None or not left:
            return (sources_of(reply),) if reply else ()
        names = list(left.values())
        key = "parts" if len(names) > 1 else "one_part"
        line = _said(key, reply.language, list=", ".join(names), example=names[-1 if len(names) < 3 else 1].lower())
        if not reply.sources:
            return (line,)
        brief = {"count": len(reply.sources), "title": reply.sources[0].title}
        return line, _said("so_many_sources" if len(reply.sources) > 1 else "source", reply.language, **brief)

    def _left(self) -> Mapping[int, str]:
        """The places of the passages that weren't told, with their names."""
        if self._last is None:
            return {}
        return {
            place: one.heading or _said("point", self._last.language)
            for place, one in enumerate(self._last.passages)
            if place not in self._told
        }

    def _part(self, words: str, language: Language) -> None:
        """Tell the next part of the last answer, or the one whose heading holds some words."""
        left = self._left()
        meant = [place for place, name in left.items() if plain(words) in plain(name)]
        if meant:
            self._tell_more(meant[:1])
        elif left:
            typed = "".join(filter(str.isprintable, words))[:MOST_REPEATED]
            self._write(_said("no_such_part", language, typed=typed, list=", ".join(left.values())))
        else:
            self._write(_said("is_whole" if self._last else "no_answer", language))

    def _rest(self, _words: str, language: Language) -> None:
        """Tell all parts of the last answer that weren't told."""
        if left := self._left():
            self._tell_more(list(left))
        else:
            self._write(_said("is_whole" if self._last else "no_answer", language))

    def _tell_more(self, places: Sequence[int]) -> None:
        if self._last is not None:
            self._told |= set(places)
            passages = self._last.passages
            told = [_with_heading(passages[place]) for place in places]
            self._aloud([*told, *self._behind()[:1]])


def _text(reply: Reply, told: Collection[int]) -> str:
    """What a reply says, with those of its passages that are told."""
    if len(told) == len(reply.passages):
        return reply.text
    opening, closing = remarks(reply)
    passages = (_with_heading(one) for place, one in enumerate(reply.passages) if place in told)
    return "\n\n".join(block for block in (reply.care, *opening, *passages, *closing) if block)


def _with_heading(passage: Passage) -> str:
    return f"**{passage.heading}**\n\n{passage.text}" if passage.heading else passage.text


def _list(reply: Reply, choices: Sequence[str]) -> str:
    """What can be chosen, each behind its number; topics that the text lists already aren't listed again."""
    listed = len(reply.follow_ups) if reply.kind in ("choices", "unknown") else 0
    lines = [f"{number}. {label}" for number, label in enumerate(choices, 1)][listed:]
    return "\n".join(lines if listed or not lines else [_said("ask", reply.language), *lines])


def _said(key: str, language: Language, **values: object) -> str:
    return typeset(SAID[language][key], language).format(**values)
