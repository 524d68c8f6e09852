"""Recognises the moves of a talk in a person's words: a refusal, a choice, a part asked for, a leaning on what was said.

Works on the expressions of the lexicon; knows no topic and no reply.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from advisor.model import LANGUAGES, PARTS, PERSONS, Language, Part
from advisor.text.fold import tokens

ORDINALS = ("first", "second", "third", "fourth")
BARE = ("reject", "more", *ORDINALS, "last", "yes", "no")
"""Moves that are a whole message."""
MOST_EXTRA = 1
"""Words beside an expression that a bare move may still hold ("non, pas ça, merci")."""
LONGEST_LEANING = 12
"""A longer message says by itself what it is about."""

MOST_FILLERS = 2
LONGEST_POINTING = 9
"""A longer message brings along what it points at."""

Expressions = Mapping[str, Mapping[str, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Moves:
    """What a message does in the talk, beside what it asks."""

    move: str | None = None
    """One of `BARE`, where the message is nothing else."""
    part: Part | None = None
    """The part of an answer that it asks for."""
    rest: tuple[str, ...] = ()
    """The words that belong to no expression of `part` and are no mere glue."""
    leaning: bool = False
    """Whether it opens as something that leans on what was said before."""
    pointing: bool = False
    """Whether a short message points at something said before."""
    switch: str = ""
    """What remains of the message behind words that announce another subject; nothing where none is announced."""
    back: bool = False
    """Whether it announces a return to what was said earlier."""
    persons: tuple[str, ...] = ()
    """Those as whom the person speaks."""
    distress: bool = False
    danger: bool = False


class MoveReader:
    """Reads moves by one base's lexicon."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        self._dialogue: Expressions = lexicon["dialogue"]
        self._parts: Expressions = lexicon["parts"]
        self._persons: Expressions = lexicon["persons"]

    def read(self, message: str, language: Language) -> Moves:
        """The moves of a message; expressions of both languages count, since people mix them."""
        said = tokens(message)
        languages = (language, "en" if language == "fr" else "fr")
        part, covered = self._part(said, languages)
        glue = {word for code in languages for word in self._said("glue", code)}
        opening = self._opening("leaning", said, languages)
        rest = tuple(
            word for place, word in enumerate(said) if place >= opening and place not in covered and word not in glue
        )
        return Moves(
            move=self._move(said, languages),
            part=part,
            rest=rest,
            leaning=opening > 0 and len(said) <= LONGEST_LEANING,
            pointing=len(said) <= LONGEST_POINTING and self._holds(said, self._dialogue, "pointing", languages),
            switch=self._after_switch(said, languages),
            back=self._opens("back", said, languages),
            persons=tuple(p for p in PERSONS if self._holds(said, self._persons, p, languages)),
            distress=self._holds(said, self._dialogue, "distress", languages),
            danger=self._holds(said, self._dialogue, "danger", languages),
        )

    def _said(self, move: str, language: str) -> Sequence[str]:
        return self._dialogue.get(move, {}).get(language, ())

    def _move(self, said: Sequence[str], languages: Sequence[str]) -> str | None:
        """The move whose expression the message is, but for glue; the longest expression decides."""
        whole = " ".join(said)
        best: tuple[int, str] | None = None
        for move in BARE:
            for language in languages:
                for expression in self._said(move, language):
                    length = expression.count(" ") + 1
                    spare = len(said) - length
                    if 0 <= spare <= MOST_EXTRA and (spare == 0 or length > 1) and _within(expression, whole):
                        best = max(best or (0, ""), (length, move))
        return best[1] if best else None

    def _part(self, said: Sequence[str], languages: Sequence[str]) -> tuple[Part | None, frozenset[int]]:
        """The part asked for by the longest expression in the message, and the places of that expression's words."""
        best: tuple[int, Part | None, frozenset[int]] = (0, None, frozenset())
        whole = " ".join(said)
        for part in PARTS:
            for language in languages:
                for expression in self._parts.get(part, {}).get(language, ()):
                    length = expression.count(" ") + 1
                    if length > best[0] and _within(expression, whole):
                        place = f" {whole} ".index(f" {expression} ")
                        first = f" {whole} "[:place].count(" ")
                        best = (length, part, frozenset(range(first, first + length)))
        return best[1], best[2]

    def _after_switch(self, said: Sequence[str], languages: Sequence[str]) -> str:
        """What follows words that announce another subject, several of them included ("bref, autre chose : ...").

        Up to `MOST_FILLERS` words of glue may stand before them ("ok, different question: ...").
        """
        for fillers in range(MOST_FILLERS + 1):
            rest = list(said[fillers:])
            while taken := self._opening("switch", rest, languages):
                rest = rest[taken:]
            if len(rest) < len(said) - fillers:
                return " ".join(rest)
            if not (rest and self.is_glue(rest[0])):
                break
        return ""

    def _opens(self, move: str, said: Sequence[str], languages: Sequence[str]) -> bool:
        """Whether a message opens with a move, behind up to `MOST_FILLERS` words of glue ("ok, back to ...")."""
        for fillers in range(min(MOST_FILLERS, len(said) - 1) + 1):
            if self._opening(move, said[fillers:], languages):
                return True
            if not self.is_glue(said[fillers]):
                break
        return False

    def is_glue(self, word: str) -> bool:
        """Whether a word is one that everybody writes, in either language."""
        return any(word in self._said("glue", code) for code in LANGUAGES)

    def _opening(self, move: str, said: Sequence[str], languages: Sequence[str]) -> int:
        """How many words the longest expression of a move takes at the start of a message, 0 for none."""
        whole = " ".join(said)
        taken = 0
        for language in languages:
            for expression in self._said(move, language):
                if whole == expression or whole.startswith(f"{expression} "):
                    taken = max(taken, expression.count(" ") + 1)
        return taken

    def _holds(self, said: Sequence[str], table: Expressions, key: str, languages: Sequence[str]) -> bool:
        whole = " ".join(said)
        return any(_within(expression, whole) for code in languages for expression in table.get(key, {}).get(code, ()))


def _within(expression: str, whole: str) -> bool:
    return f" {expression} " in f" {whole} "
