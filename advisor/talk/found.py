"""The expressions of the lexicon that a message holds, and the move, part and need that they make; knows no topic and no reply."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.model import PARTS, Address, Language, Part

ORDINALS = ("first", "second", "third", "fourth")
STEPS = tuple(f"step-{number}" for number in range(1, 7))
"""Ask for one of the steps of an answer, or for one of the choices, by its number."""
IN_LANGUAGE: Mapping[str, Language] = {"in-french": "fr", "in-english": "en"}
"""Moves that ask for a language."""
ADDRESSED: Mapping[str, Address] = {"say-tu": "tu", "say-vous": "vous"}
"""Moves that ask for a form of address."""
REMARKED = ("rejoice", "complain", "react", "whence", "keeps", "errs", "sums", "luck", *ADDRESSED)
"""Moves that get a word of their own."""
BARE = ("reject", "more", *ORDINALS, "last", "both", "yes", "no", "acknowledge", "unsure", *REMARKED, *IN_LANGUAGE)
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
DENYING = ("pas", "not")
"""Words in front of what isn't asked for."""
CARES = ("violence", "grief", "distress", "strain", "fear")
"""What someone may need words for, the most pressing first."""


@dataclass(frozen=True, slots=True, eq=False)
class Expression:
    """Words that mean something in a talk; `key` is the move, part or person that they stand for."""

    words: tuple[str, ...]
    table: str
    key: str


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """An expression in a message, at the number of its first word."""

    at: int
    said: Expression

    @property
    def length(self) -> int:
        """Its words."""
        return len(self.said.words)

    @property
    def places(self) -> range:
        """The numbers of its words in the message."""
        return range(self.at, self.at + self.length)


def move_in(found: Sequence[Found], length: int) -> str | None:
    """The move whose expression the message is, but for a word; the longest expression decides."""
    moves = [
        (one.length, one.said.key)
        for one in found
        if one.said.table == "dialogue"
        and one.said.key in BARE
        and length - one.length <= (MOST_EXTRA if one.length > 1 and one.said.key not in UNMIXED else 0)
    ]
    return max(moves)[1] if moves else None


def part_in(found: Sequence[Found], said: Sequence[str]) -> tuple[Part | None, range, set[int]]:
    """The part asked for by the longest expression in the message, and the places of that expression's words.

    One that is denied isn't asked for ("not how long, an example"): the places of such words, with what denies them, come last.
    """
    parts = [one for one in found if one.said.table == "parts"]
    denied = {
        place
        for one in parts
        if one.at and said[one.at - 1] in DENYING
        for place in range(one.at - 1, one.at + one.length)
    }
    asked = [(-one.length, PARTS.index(one.said.key), one.at) for one in parts if one.at not in denied]
    if not asked:
        return None, range(0), denied
    length, part, at = min(asked)
    return PARTS[part], range(at, at - length), denied


def care_in(found: Sequence[Found]) -> str:
    """What the person needs words for; none for what they only tire of ("j'en peux plus des horaires")."""
    tired_of = [one for one in found if one.said.key == "wearies"]
    needs = {
        one.said.key
        for one in found
        if one.said.key in CARES and not any(each.at == one.at and each.length > one.length for each in tired_of)
    }
    return next((one for one in CARES if one in needs), "")


def is_danger(found: Sequence[Found], length: int) -> bool:
    """Whether someone speaks of ending their life, and doesn't exaggerate ("not to the point of ...").

    What is denied in so many words is no danger; what is said beside that is ("not suicidal, but i want to die").
    """
    keys = {one.said.key for one in found if one.said.table == "dialogue"}
    denied = {place for one in found if one.said.key == "denies-danger" for place in one.places}
    dangers = [one for one in found if one.said.key == "danger" and denied.isdisjoint(one.places)]
    ends = any(one.said.key == "danger-last" and one.places[-1] == length - 1 for one in found)
    return bool(dangers or ends) and "exaggerates" not in keys


def opening_in(move: str, found: Sequence[Found], at: int) -> int:
    """How many words the longest expression of a move takes at a place of a message, 0 for none."""
    said = (one for one in found if one.at == at and one.said.table == "dialogue" and one.said.key == move)
    return max((one.length for one in said), default=0)
