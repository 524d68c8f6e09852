"""From what a person types to words that can be compared; knows no language and no topic.

Folding is the same for knowledge and questions: lower case, no accents, ligatures in two letters, one kind
of apostrophe. Elisions (`l'offre`, `qu'on`) become two words, because people type them in every way.
"""

import re
import unicodedata
from functools import lru_cache

MOST_WORDS = 240
"""A longer question is read by its first and its last words: stories open with the subject and end with the question."""
LONGEST_MESSAGE = 20_000
"""Characters that a person may send at once."""
LONGEST_WORD = 40
"""Longer strings of letters are no words; they are cut so that nothing downstream grows with them."""

REMEMBERED = 65_536
"""Texts whose words are kept: as many as a large knowledge has phrasings."""
MOST_REMEMBERED = 1000
"""Characters of a text that is worth keeping: a page is pasted once."""

SIGNS = frozenset("%€$£")
_LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "’": "'", "ʼ": "'", "‘": "'", "`": "'", "´": "'"}
)
_WORD = re.compile(r"[^\W_]+|[%€$£]")
_NUMBER = re.compile(r"\d+(?:er|ere|e|eme|nd|rd|st|th|k|m|h|ans?)?$")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")


def fold(text: str) -> str:
    """Lower case without accents or ligatures; idempotent, never longer than four times the text."""
    if text.isascii():
        return text.lower().replace("`", "'")
    spread = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return _BEYOND_ASCII.sub(_without_mark, spread).translate(_LIGATURES).lower()


def _without_mark(character: re.Match[str]) -> str:
    return "" if unicodedata.combining(character[0]) else character[0]


def tokens(text: str) -> list[str]:
    """The folded words of a text in their order, numbers included; of a very long text, its beginning and its end."""
    return list(_tokens(text) if len(text) <= MOST_REMEMBERED else _tokens.__wrapped__(text))


@lru_cache(maxsize=REMEMBERED)
def _tokens(text: str) -> tuple[str, ...]:
    """The same; remembered, since a question is folded by each who reads it, and a phrasing when it is read and when learnt."""
    if len(text) > MOST_WORDS * LONGEST_WORD * 2:
        half = MOST_WORDS * LONGEST_WORD
        text = f"{text[:half]} {text[-half:]}"
    found = [word[:LONGEST_WORD] for word in _WORD.findall(_DRAWN_OUT.sub(r"\1\1", fold(text)))]
    if len(found) > MOST_WORDS:
        return (*found[: MOST_WORDS // 2], *found[-MOST_WORDS // 2 :])
    return tuple(found)


def typed_words(text: str) -> list[str]:
    """The words of a text as they are typed, accents and capitals kept."""
    found: list[str] = _WORD.findall(unicodedata.normalize("NFC", text[: MOST_WORDS * LONGEST_WORD]))
    return found


def spellings(text: str) -> dict[str, str]:
    """Each folded word of a text with its first spelling there, accents and capitals kept."""
    found: dict[str, str] = {}
    for word in typed_words(text):
        found.setdefault(fold(word), word)
    return found


def words(text: str) -> list[str]:
    """The tokens that can be evidence of a subject: numbers are none, and signs (`%`, `€`) only beside words.

    Letters drawn out ("stppppp") come back as two of them.
    """
    found = [word for word in tokens(text) if not _NUMBER.match(word)]
    return found if any(word not in SIGNS for word in found) else []
