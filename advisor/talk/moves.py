"""Recognises the moves of a talk in a person's words: a refusal, a choice, a part asked for, a leaning on what was said.

Works on the expressions of the lexicon; knows no topic and no reply.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.index.expressions import Expressions
from advisor.model import PARTS, PERSONS, Language, Part
from advisor.text.fold import tokens

ORDINALS = ("first", "second", "third", "fourth")
STEPS = tuple(f"step-{number}" for number in range(1, 7))
"""Ask for one of the steps of an answer, or for one of the choices, by its number."""
IN_LANGUAGE: Mapping[str, Language] = {"in-french": "fr", "in-english": "en"}
"""Moves that ask for a language."""
REMARKED = ("rejoice", "complain", "react", "whence", "keeps", "errs", "sums")
"""Moves that get a word of their own."""
BARE = ("reject", "more", *ORDINALS, "last", "yes", "no", "acknowledge", "unsure", *REMARKED, *IN_LANGUAGE)
"""Moves that are a whole message."""
ALONE = ("acknowledge", "unsure")
"""Moves that have no word beside them: it may be what is asked ("d'accord. Pourquoi ?")."""
UNMIXED = (*ALONE, *IN_LANGUAGE)
"""Moves beside which any word makes another message ("CV in English")."""
ASSERTED = (*ALONE, "rejoice", "react")
"""Moves that a question mark makes a question ("ça a marché ?")."""
AGREEING = ("yes", "acknowledge")
"""Moves that agree, where something was asked."""
MOST_EXTRA = 1
"""Words beside an expression that a bare move may still hold ("non, pas ça, merci")."""
CARES = ("violence", "grief", "distress")
"""What someone may need words for, the most pressing first."""
LONGEST_LEANING = 12
"""A longer message says by itself what it is about."""

MOST_FILLERS = 2
LONGEST_POINTING = 9
"""A longer message brings along what it points at."""


@dataclass(frozen=True, slots=True, eq=False)
class Moves:
    """What a message does in the talk, beside what it asks."""

    said: tuple[str, ...] = ()
    """Its folded words."""
    move: str | None = None
    """One of `BARE`, where the message is nothing else."""
    part: Part | None = None
    """The part of an answer that it asks for."""
    calls: tuple[str, ...] = ()
    """The words that ask for it."""
    bare: bool = False
    """Whether it asks for a part and holds no word beside."""
    rest: tuple[str, ...] = ()
    """The words that belong to no expression of `part` or `persons` and are no mere glue."""
    leaning: bool = False
    """Whether it opens as something that leans on what was said before."""
    pointing: bool = False
    """Whether a short message points at something said before."""
    asking: bool = False
    """Whether it ends with a question mark, or holds a word that asks."""
    opens_asking: bool = False
    """Whether it opens with a word that asks, behind whatever leans on what was said."""
    personal: bool = False
    """Whether it speaks of the person, or of others whom they know."""
    brief: bool = False
    """Whether it is so short, or leans so much on what was said, that it asks for a part of an answer only."""
    switch: str = ""
    """What remains of the message behind words that announce another subject; nothing where none is announced."""
    back: bool = False
    """Whether it announces a return to what was said earlier."""
    step: int = 0
    """The number of the step, or of the choice, that a short message asks for, from 1; 0 for none."""
    is_of_list: bool = False
    """Whether that number is one of a list ("number 2"), rather than of steps."""
    persons: tuple[str, ...] = ()
    """Those as whom the person speaks."""
    introduces: bool = False
    """Whether it tells who the person is."""
    care: str = ""
    """What the person needs words for, one of `CARES`."""
    danger: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _Expression:
    """Words that mean something in a talk; `key` is the move, part or person that they stand for."""

    words: tuple[str, ...]
    table: str
    key: str


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """An expression in a message, at the number of its first word."""

    at: int
    said: _Expression

    @property
    def length(self) -> int:
        return len(self.said.words)

    @property
    def places(self) -> range:
        return range(self.at, self.at + self.length)


class MoveReader:
    """Reads moves by one base's lexicon; expressions of both languages count, since people mix them."""

    def __init__(self, expressions: Expressions) -> None:
        self._expressions = expressions

    def read(self, message: str) -> Moves:
        """The moves of a message; with a question mark, what would only acknowledge asks for something ("c'est bien ?")."""
        moves = self._read(tuple(tokens(message)))
        if any(map(str.isdigit, message)):
            from advisor.talk.numbers import asks_for_a_sum, tells_an_age  # most messages hold none

            move = moves.move or ("sums" if asks_for_a_sum(message) else None)
            moves = replace(moves, move=move, introduces=moves.introduces or tells_an_age(message))
        if not message.rstrip().endswith("?"):
            return moves
        return replace(moves, asking=True, move=None if moves.move in ASSERTED else moves.move)

    def mended(self, moves: Moves, spelt: Sequence[str]) -> Moves:
        """The moves of a message whose words have been spelt as the knowledge writes them, with those seen before."""
        if moves.said == tuple(spelt):
            return moves
        again = self._read(tuple(spelt))
        bare = moves.bare or (moves.part is None and again.bare)
        return replace(
            moves,
            part=moves.part or again.part,
            calls=moves.calls or again.calls,
            bare=bare,
            rest=() if bare else again.rest,
            leaning=moves.leaning or again.leaning,
            pointing=moves.pointing or again.pointing,
            brief=moves.brief or again.brief,
            persons=tuple(person for person in PERSONS if person in moves.persons or person in again.persons),
        )

    def _read(self, said: tuple[str, ...]) -> Moves:
        found = self._found(said)
        part, asking = _part(found)
        covered = {*asking, *(place for one in found if one.said.table == "persons" for place in one.places)}
        opening = _opening("leaning", found, 0)
        rest = tuple(
            word
            for place, word in enumerate(said)
            if place >= opening and place not in covered and not self.is_glue(word)
        )
        leaning = opening > 0 and len(said) <= LONGEST_LEANING
        held = {(one.said.table, one.said.key) for one in found}
        return Moves(
            said=said,
            move=_move(found, len(said)),
            part=part,
            calls=tuple(said[place] for place in asking),
            bare=part is not None and len({*range(opening), *asking}) == len(said),
            rest=rest,
            leaning=leaning,
            pointing=len(said) <= LONGEST_POINTING and ("dialogue", "pointing") in held,
            asking=("dialogue", "asking") in held,
            opens_asking=_opening("asking", found, opening) > 0,
            personal=("dialogue", "personal") in held,
            brief=leaning or len(said) <= LONGEST_POINTING,
            switch=self._after_switch(said, found),
            back=self._opens("back", said, found),
            step=self._step(said, found),
            is_of_list=("dialogue", "numbering") in held,
            persons=tuple(
                person
                for person in PERSONS
                if ("persons", person) in held and not (person == "experienced" and ("dialogue", "demanded") in held)
            ),
            introduces=("dialogue", "introduces") in held,
            care=_care(found),
            danger=_is_danger(found, len(said)),
        )

    def is_glue(self, word: str) -> bool:
        """Whether a word is one that everybody writes, in either language."""
        return ("dialogue", "glue") in self._expressions.meanings(word)

    def _step(self, said: tuple[str, ...], found: Sequence[_Found]) -> int:
        """The number of the step that a message asks for and little else; 0 for none, or for one in passing."""
        asked = [(one.length, -STEPS.index(one.said.key), one) for one in found if one.said.key in STEPS]
        if not asked:
            return 0
        one = max(asked, key=lambda each: each[:2])[2]
        told = {each.at for each in found if each.said.key == "telling"} | set(one.places)
        is_alone = all(place in told or self.is_glue(word) for place, word in enumerate(said))
        return 1 + STEPS.index(one.said.key) if is_alone else 0

    def is_amount(self, said: Sequence[str]) -> bool:
        """Whether words ask for an amount and don't say of what ("how much?")."""
        return ("dialogue", "amount") in self._expressions.meanings(" ".join(said))

    def _found(self, said: tuple[str, ...]) -> list[_Found]:
        places = [
            (at, said[at:end])
            for at in range(len(said))
            for end in range(at + 1, min(at + self._expressions.reach(said[at]), len(said)) + 1)
        ]
        return [
            _Found(at, _Expression(words, table, key))
            for at, words in places
            for table, key in self._expressions.meanings(" ".join(words))
        ]

    def _after_switch(self, said: tuple[str, ...], found: Sequence[_Found]) -> str:
        """What follows words that announce another subject or refuse the last one ("bref, autre chose : ...").

        Up to `MOST_FILLERS` words of glue may stand before them ("ok, different question: ...").
        """
        for fillers in self._fillers(said):
            behind = fillers
            while taken := max(_opening("switch", found, behind), _opening("reject", found, behind)):
                behind += taken
            if fillers < behind < len(said):
                return " ".join(said[behind:])
        return ""

    def _opens(self, move: str, said: tuple[str, ...], found: Sequence[_Found]) -> bool:
        """Whether a message opens with a move, behind up to `MOST_FILLERS` words of glue ("ok, back to ...")."""
        return any(_opening(move, found, fillers) for fillers in self._fillers(said))

    def _fillers(self, said: tuple[str, ...]) -> Iterator[int]:
        """How many words of glue the opening may be looked for behind."""
        for fillers in range(min(MOST_FILLERS, len(said) - 1) + 1):
            yield fillers
            if not self.is_glue(said[fillers]):
                return


def _move(found: Sequence[_Found], length: int) -> str | None:
    """The move whose expression the message is, but for a word; the longest expression decides."""
    moves = [
        (one.length, one.said.key)
        for one in found
        if one.said.table == "dialogue"
        and one.said.key in BARE
        and length - one.length <= (MOST_EXTRA if one.length > 1 and one.said.key not in UNMIXED else 0)
    ]
    return max(moves)[1] if moves else None


def _part(found: Sequence[_Found]) -> tuple[Part | None, range]:
    """The part asked for by the longest expression in the message, and the places of that expression's words."""
    asked = [(-one.length, PARTS.index(one.said.key), one.at) for one in found if one.said.table == "parts"]
    if not asked:
        return None, range(0)
    length, part, at = min(asked)
    return PARTS[part], range(at, at - length)


def _care(found: Sequence[_Found]) -> str:
    """What the person needs words for; none for what they only tire of ("j'en peux plus des horaires")."""
    tired_of = [one for one in found if one.said.key == "wearies"]
    needs = {
        one.said.key
        for one in found
        if one.said.key in CARES and not any(each.at == one.at and each.length > one.length for each in tired_of)
    }
    return next((one for one in CARES if one in needs), "")


def _is_danger(found: Sequence[_Found], length: int) -> bool:
    """Whether someone speaks of ending their life, and neither denies it nor exaggerates ("not to the point of ...")."""
    keys = {one.said.key for one in found if one.said.table == "dialogue"}
    ends = any(one.said.key == "danger-last" and one.places[-1] == length - 1 for one in found)
    return ("danger" in keys or ends) and "exaggerates" not in keys


def _opening(move: str, found: Sequence[_Found], at: int) -> int:
    """How many words the longest expression of a move takes at a place of a message, 0 for none."""
    said = (one for one in found if one.at == at and one.said.table == "dialogue" and one.said.key == move)
    return max((one.length for one in said), default=0)
