"""A choice and more in one message ("2. how long does that take?"): which was taken, and what was said beside it.

Works on the clauses of a message and the expressions of the lexicon; knows no topic and decides nothing.
"""

from collections.abc import Sequence

from advisor.reply import Reply
from advisor.talk.clauses import clauses_of
from advisor.talk.found import AGREEING, ORDINALS
from advisor.talk.moves import MoveReader
from advisor.text.features import stem, stems
from advisor.text.fold import tokens

FEWEST_WORDS = 2
"""Words beside the choice that are worth reading."""
LONGEST_CHOICE = 3
"""Words that a choice is made of at most ("the first one")."""
_Choice = tuple[int | None, str]
"""The place of the choice that was taken, None for none, and the rest of the message."""


def choice_in(message: str, moves: MoveReader, last: Reply, titles: Sequence[str]) -> tuple[str, str]:
    """The topic that a message takes of those that the last reply offers, and the rest of the message; nothing where it takes none.

    Who types one of the questions that are offered takes it, and who answers choices with words that one of their `titles` alone
    holds ("the interview, on the phone"). Else the choice is a clause by itself ("2. how long does that take?") or stands with a
    courtesy ("1 please"). Where choices were all that was replied, it may also come last ("the first matters more. 2"), or open a
    message that goes on ("3 but only on mobile"): behind an answer, that counts something. A bare choice is a move.
    """
    typed = tokens(message)
    asked = [tokens(question) for question in last.follow_ups[: len(last.offered)]]
    place, rest = (asked.index(typed), "") if typed in asked else _taken(message, moves, last)
    if place is None and last.kind == "choices":
        place, rest = _named(clauses_of(message), moves, titles, last.language)
    return ("", "") if place is None else (last.offered[place], rest)


def _named(clauses: Sequence[str], moves: MoveReader, titles: Sequence[str], language: str) -> _Choice:
    """The choice whose title alone holds all that the first clause says."""
    said = {stem(word, language) for word in tokens(clauses[0]) if not moves.is_glue(word)} if clauses else set()
    held = [stems(tokens(title), language) for title in titles]
    whole = [place for place, of_title in enumerate(held) if said <= set(of_title)]
    if not said or len(whole) != 1 or any(said & set(one) for place, one in enumerate(held) if place != whole[0]):
        return None, ""
    return whole[0], " ".join(clauses[1:])


def _taken(message: str, moves: MoveReader, last: Reply) -> _Choice:
    """The choice by its number or place."""
    offered, is_asked = len(last.offered), last.kind == "choices"
    clauses = clauses_of(message)
    while clauses and moves.read(clauses[0]).move in AGREEING:
        clauses = clauses[1:]
    if not clauses:
        return None, ""
    for at in dict.fromkeys((0, len(clauses) - 1) if is_asked else (0,)):
        place = _place(clauses[at], moves, offered)
        rest = " ".join(clauses[:at] + clauses[at + 1 :])
        if place is not None and tokens(rest) and _is_polite(tokens(rest), moves):
            return place, ""
        if place is not None and len(tokens(rest)) >= FEWEST_WORDS:
            return place, rest
    return _opening(clauses, moves, offered, is_asked=is_asked)


def _opening(clauses: Sequence[str], moves: MoveReader, offered: int, *, is_asked: bool) -> _Choice:
    """The choice that opens a message and goes on without a border, maybe behind a yes."""
    words = tokens(clauses[0])
    agreed = moves.opening("yes", words) or moves.opening("acknowledge", words)
    for begin in dict.fromkeys((0, agreed)):
        for end in range(begin + 1, min(begin + LONGEST_CHOICE, len(words)) + 1):
            place, behind = _place(" ".join(words[begin:end]), moves, offered), words[end:]
            if place is None:
                continue
            if _is_polite(behind, moves) and (behind or begin):
                return place, " ".join(clauses[1:])
            if is_asked and moves.opening("joint", behind):
                return place, " ".join((*behind, *clauses[1:]))
    return None, ""


def _is_polite(words: Sequence[str], moves: MoveReader) -> bool:
    """Whether words are a courtesy, or none."""
    return moves.opening("polite", words) == len(words)


def _place(clause: str, moves: MoveReader, offered: int) -> int | None:
    said = moves.read(clause)
    if said.move == "last":
        place = offered - 1
    elif said.move in ORDINALS:
        place = ORDINALS.index(said.move)
    elif said.is_of_list:
        place = said.step - 1
    else:
        return None
    return place if 0 <= place < offered else None
