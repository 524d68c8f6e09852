"""Recognises the moves of a talk in a person's words: a refusal, a choice, a part asked for, a leaning on what was said.

Works on the expressions of the lexicon; knows no topic and no reply.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from advisor.index.expressions import Expressions
from advisor.model import PERSONS, Address, Part
from advisor.talk.found import (
    ADDRESSED,
    ASSERTED,
    STEPS,
    Expression,
    Found,
    care_in,
    is_danger,
    move_in,
    opening_in,
    part_in,
)
from advisor.text.fold import tokens

LONGEST_LEANING = 12
"""A longer message says by itself what it is about."""

WANTED = ("steps", "example")
"""Parts that people call for in so many words, whatever they say beside ("give me the steps, it's in five weeks")."""
FEWEST_CALLING = 2
"""Words of such a call."""
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
    address: Address | None = None
    """The form of address that the person asks for."""


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
        if moves.part in WANTED and not moves.bare:
            from advisor.talk.clauses import asks, clauses_of  # few messages ask for one

            first, *others = clauses_of(message)
            call = self._read(tuple(tokens(first)))
            if call.bare and len(call.calls) >= FEWEST_CALLING and others and not asks(" ".join(others)):
                moves = replace(moves, bare=True, rest=())
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
            persons=tuple(person for person in PERSONS if person in moves.persons or person in again.persons),
        )

    def _read(self, said: tuple[str, ...]) -> Moves:
        found = self._found(said)
        part, asking, denied = part_in(found, said)
        called = {place for one in found if (one.said.table, one.said.key) == ("parts", part) for place in one.places}
        polite = {place for one in found if one.said.key == "polite" for place in one.places}
        persons = {place for one in found if one.said.table == "persons" for place in one.places}
        covered = called | denied | polite | persons
        opening = opening_in("leaning", found, 0)
        rest = tuple(
            word
            for place, word in enumerate(said)
            if place >= opening and place not in covered and not self.is_glue(word)
        )
        leaning = opening > 0 and len(said) <= LONGEST_LEANING
        held = {(one.said.table, one.said.key) for one in found}
        return Moves(
            said=said,
            move=move_in(found, len(said)),
            part=part,
            calls=tuple(said[place] for place in asking),
            bare=part is not None and len(called.union(range(opening), denied, polite)) == len(said),
            rest=rest,
            leaning=leaning,
            pointing=len(said) <= LONGEST_POINTING and ("dialogue", "pointing") in held,
            asking=("dialogue", "asking") in held,
            opens_asking=opening_in("asking", found, opening) > 0,
            personal=("dialogue", "personal") in held,
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
            care=care_in(found),
            danger=is_danger(found, len(said)),
            address=next((form for key, form in ADDRESSED.items() if ("dialogue", key) in held), None),
        )

    def is_glue(self, word: str) -> bool:
        """Whether a word is one that everybody writes, in either language."""
        return ("dialogue", "glue") in self._expressions.meanings(word)

    def opening(self, key: str, words: Sequence[str]) -> int:
        """How many of the first words are the longest expression of a kind of talk, 0 for none."""
        reach = min(self._expressions.reach(words[0]), len(words)) if words else 0
        for end in range(reach, 0, -1):
            if ("dialogue", key) in self._expressions.meanings(" ".join(words[:end])):
                return end
        return 0

    def is_whole(self, move: str, words: Sequence[str]) -> bool:
        """Whether words are a bare move."""
        return self._read(tuple(words)).move == move

    def _step(self, said: tuple[str, ...], found: Sequence[Found]) -> int:
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

    def _found(self, said: tuple[str, ...]) -> list[Found]:
        places = [
            (at, said[at:end])
            for at in range(len(said))
            for end in range(at + 1, min(at + self._expressions.reach(said[at]), len(said)) + 1)
        ]
        return [
            Found(at, Expression(words, table, key))
            for at, words in places
            for table, key in self._expressions.meanings(" ".join(words))
        ]

    def _after_switch(self, said: tuple[str, ...], found: Sequence[Found]) -> str:
        """What follows words that announce another subject or refuse the last one ("bref, autre chose : ...").

        Up to `MOST_FILLERS` words of glue may stand before them ("ok, different question: ...").
        """
        for fillers in self._fillers(said):
            behind = fillers
            while taken := max(opening_in("switch", found, behind), opening_in("reject", found, behind)):
                behind += taken
            if fillers < behind < len(said):
                return " ".join(said[behind:])
        return ""

    def _opens(self, move: str, said: tuple[str, ...], found: Sequence[Found]) -> bool:
        """Whether a message opens with a move, behind up to `MOST_FILLERS` words of glue ("ok, back to ...")."""
        return any(opening_in(move, found, fillers) for fillers in self._fillers(said))

    def _fillers(self, said: tuple[str, ...]) -> Iterator[int]:
        """How many words of glue the opening may be looked for behind."""
        for fillers in range(min(MOST_FILLERS, len(said) - 1) + 1):
            yield fillers
            if not self.is_glue(said[fillers]):
                return
