"""A choice and more in one message ("2. how long does that take?"): which was taken, and what was said beside it.

Works on the clauses of a message and the expressions of the lexicon; knows no topic and decides nothing.
"""

from collections.abc import Sequence

from advisor.talk.clauses import clauses_of
from advisor.talk.found import AGREEING, ORDINALS
from advisor.talk.moves import MoveReader
from advisor.text.fold import tokens

FEWEST_WORDS = 2
"""Words beside the choice that are worth reading."""
LONGEST_CHOICE = 3
"""Words that a choice is made of at most ("the first one")."""


def choice_in(message: str, moves: MoveReader, asked: Sequence[str]) -> tuple[int | None, str]:
    """The place of the choice that a message takes, and the rest of it; None where it takes none.

    `asked` are the choices as questions; who types one of them takes it. Else the choice is a clause by itself ("2. how long does
    that take?", "sorry, the first matters more. 2"), or opens a message that goes on behind a joint ("3 but only on mobile",
    "1 please"). A bare choice is a move, and none of these.
    """
    offered = len(asked)
    typed = tokens(message)
    if typed in (questions := [tokens(question) for question in asked]):
        return questions.index(typed), ""
    clauses = clauses_of(message)
    while clauses and moves.read(clauses[0]).move in AGREEING:
        clauses = clauses[1:]
    if not clauses:
        return None, ""
    for at in dict.fromkeys((0, len(clauses) - 1)):
        place = _place(clauses[at], moves, offered)
        rest = " ".join(clauses[:at] + clauses[at + 1 :])
        if place is not None and len(tokens(rest)) >= FEWEST_WORDS:
            return place, rest
    words = tokens(clauses[0])
    joined = moves.opening("yes", words) or moves.opening("acknowledge", words)
    for begin in dict.fromkeys((0, joined)):
        for end in range(begin + 1, min(begin + LONGEST_CHOICE, len(words)) + 1):
            place = _place(" ".join(words[begin:end]), moves, offered)
            behind = words[end:]
            if place is not None and (moves.opening("joint", behind) or (begin and not behind)):
                is_said = len(behind) > moves.opening("joint", behind) or len(clauses) > 1
                return place, " ".join((*behind, *clauses[1:])) if is_said else ""
    return None, ""


def _place(clause: str, moves: MoveReader, offered: int) -> int | None:
    said = moves.read(clause)
    if said.move == "last":
        return offered - 1
    place = ORDINALS.index(said.move) if said.move in ORDINALS else said.step - 1 if said.is_of_list else None
    return place if place is not None and 0 <= place < offered else None
