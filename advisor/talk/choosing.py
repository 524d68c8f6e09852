"""What stands before a question in one message: a choice ("2. how long does that take?"), a courtesy ("ok, thanks. and ...").

Works on the clauses of a message and the expressions of the lexicon; knows no topic and decides nothing.
"""

from advisor.talk.clauses import clauses_of
from advisor.talk.found import AGREEING, ORDINALS
from advisor.talk.moves import MoveReader
from advisor.text.fold import tokens

FEWEST_WORDS = 2
"""Words beside the choice that are worth reading."""


def choice_in(message: str, moves: MoveReader, offered: int) -> tuple[int | None, str]:
    """The place of the choice that a message takes, of so many offered, and the rest of it; None where it takes none, or only that.

    The choice is a clause by itself, at the beginning or behind a yes.
    """
    clauses = clauses_of(message)
    while clauses and moves.read(clauses[0]).move in AGREEING:
        clauses = clauses[1:]
    if len(clauses) < 2:
        return None, ""
    place = _place(clauses[0], moves, offered)
    rest = " ".join(clauses[1:])
    return (place, rest) if place is not None and len(tokens(rest)) >= FEWEST_WORDS else (None, "")


def beyond_courtesy(message: str, moves: MoveReader) -> str:
    """A message without the thanks and the like that open it, where what is left asks something."""
    clauses = clauses_of(message)
    place = 0
    while place < len(clauses) and moves.opening("courtesy", said := tokens(clauses[place])) == len(said) > 0:
        place += 1
    rest = " ".join(clauses[place:])
    is_question = len(tokens(rest)) > FEWEST_WORDS and moves.read(rest).asking
    return rest if place and is_question else message


def _place(clause: str, moves: MoveReader, offered: int) -> int | None:
    said = moves.read(clause)
    if said.move == "last":
        return offered - 1
    place = ORDINALS.index(said.move) if said.move in ORDINALS else said.step - 1 if said.is_of_list else None
    return place if place is not None and 0 <= place < offered else None
