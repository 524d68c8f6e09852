"""What numbers in a message are there for: a sum to do, the age of who introduces themselves; knows no reply."""

import re

_SUM = re.compile(
    r"[0-9] ?(?:[a-z€$£%] ?)?(?:[x×*÷]|fois|times|(?:divis[ée]|multipli[ée]) par|(?:divided|multiplied) by) ?[0-9]",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"combien|how much|\bis what\b|what(?:'s|s| is| does)\b|\bfait\b|\bmakes\b|equals|=", re.IGNORECASE
)
"""An arithmetic problem is two numbers with what to do with them, and a word that asks for the result."""
LONGEST_SUM = 120
"""Characters: a longer message tells more than a problem."""
_AGED = re.compile(
    r"\W*(?:[^\W\d]+, ?[0-9]{2}(?: ?ans\b| ?yo\b| ?y/o\b|,(?! ?[0-9]))|[0-9]{2} ?(?:ans\b(?! ?d)|yo\b|y/o\b|years? old\b))",
    re.IGNORECASE,
)
"""How people introduce themselves in a line: "Karim, 34 ans, ..."."""
BEGINNING = 240
"""Characters that are looked at."""


def asks_for_a_sum(message: str) -> bool:
    """Whether a message asks for the result of a sum, and tells little else."""
    plain = _plain(message)
    return len(message) <= LONGEST_SUM and bool(_SUM.search(plain) and _RESULT.search(plain))


def tells_an_age(message: str) -> bool:
    """Whether a message opens with how old the person is."""
    return bool(_AGED.match(_plain(message)))


def _plain(message: str) -> str:
    """The beginning of a message with single blanks: the patterns try every way to share out longer ones."""
    return " ".join(message[:BEGINNING].split())
