"""What a person means who says that the last reply wasn't it ("no, not a portfolio: the strategy they ask for").

Works on the clauses of a message and the expressions of the lexicon; knows no topic and decides nothing.
"""

from collections.abc import Collection, Sequence

from advisor.talk.clauses import clauses_of
from advisor.talk.moves import MoveReader
from advisor.text.fold import tokens

FEWEST_WORDS = 2
"""Words that what is meant has at least."""
MOST_BEFORE = 2
"""Words that may stand before the clause that says no ("translation? no. i mean ...")."""
FEWEST_BEHIND_NO = 4
"""The same behind a mere "no", which may as well answer something."""
LONGEST_DENIED = 2
"""Words behind "not" among which the one is that isn't meant."""
DENIED_UP_TO = 8
"""Words of a clause that names what isn't meant ("not the salary,")."""


def meant_instead(message: str, moves: MoveReader, spoken_of: Collection[str]) -> tuple[str, bool]:
    """What a message means instead of what was replied, and whether it says so in so many words.

    Nothing where it corrects nothing, or doesn't say by what. A mere "no" before something may as well answer, or protest.
    `spoken_of` are the folded words of what was replied to and of what it was taken for: "pas le portfolio, ..." denies what
    was spoken of, "pas mal, ..." doesn't.
    """
    corrects = refuses = False
    kept: list[str] = []
    clauses = [clause for clause in clauses_of(message) if tokens(clause)]
    for place, clause in enumerate(clauses):
        words = tokens(clause)
        is_first = not kept or (place == 1 and len(tokens(kept[0])) <= MOST_BEFORE)
        taken = max(moves.opening("corrects", words), moves.opening("means", words) if refuses else 0)
        if is_first and len(words) == 1 and moves.is_whole("no", words):
            refuses, kept = True, []
        elif moves.is_whole("no", words):
            kept.append(clause)  # "not yet" answers something
        elif is_first and moves.is_whole("reject", words):
            corrects, kept = True, []
        elif is_first and taken:
            names_what_it_is_not = moves.opening("negates", words[taken:]) and place + 1 < len(clauses)
            corrects, kept = True, [] if names_what_it_is_not else [_without(clause, taken)]
        elif _denies(words, moves, spoken_of) and (place + 1 < len(clauses) or kept):
            corrects, kept = True, [] if is_first else kept
        else:
            kept.append(clause)
    meant = _without_denied(" ".join(kept), moves, spoken_of) if corrects or refuses else ""
    is_enough = len(tokens(meant)) >= (FEWEST_WORDS if corrects else FEWEST_BEHIND_NO)
    return (meant, corrects) if is_enough else ("", False)


def _without_denied(text: str, moves: MoveReader, spoken_of: Collection[str]) -> str:
    """A text without what it says that isn't meant ("un emploi, pas freelance"), whose words would speak for that.

    What the person hasn't got is meant ("j'ai pas de portfolio").
    """
    said = text.split()
    kept: list[str] = []
    at = 0
    while at < len(said):
        behind = tokens(" ".join(said[at : at + 2]))
        if moves.opening("negates", behind) and not moves.opening("lacks", behind):
            near = [tokens(word) for word in said[at + 1 : at + 1 + LONGEST_DENIED]]
            denied = next((place for place, words in enumerate(near, 1) if _speaks_of(words, moves, spoken_of)), 0)
            if denied:
                at += 1 + denied
                continue
        kept.append(said[at])
        at += 1
    return " ".join(kept)


def _denies(words: list[str], moves: MoveReader, spoken_of: Collection[str]) -> bool:
    """Whether a clause names what isn't meant."""
    disowned, taken = moves.opening("disowns", words), moves.opening("denies", words)
    return len(words) <= DENIED_UP_TO and (disowned > 0 or (taken > 0 and _speaks_of(words[taken:], moves, spoken_of)))


def _speaks_of(words: Sequence[str], moves: MoveReader, spoken_of: Collection[str]) -> bool:
    return any(word in spoken_of and not moves.is_glue(word) for word in words)


def _without(clause: str, taken: int) -> str:
    """A clause without its first words, as typed where a border between words falls there: "j'ai" is two."""
    chunks = clause.split()
    for place, chunk in enumerate(chunks):
        if taken <= 0:
            return " ".join(chunks[place:])
        here = tokens(chunk)
        if len(here) > taken:
            return " ".join((*here[taken:], *chunks[place + 1 :]))
        taken -= len(here)
    return ""
