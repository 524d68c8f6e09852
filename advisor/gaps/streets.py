"""Hides streets, post codes and towns behind them, as they are written in French and in English; knows no names."""

import re

from advisor.gaps.walk import MARK, PARTICLES, STOPS, several
from advisor.text.fold import fold

_I = re.IGNORECASE
_WORD = r"[^\W\d_][\w'’.-]*"
_FRENCH = re.compile(
    rf"(?:\b\d{{1,4}}\s*(?:bis|ter|quater|[a-d](?=[\s,]))?\s*,?\s*)"
    rf"\b(rue|avenue|av\.?|ave\.?|boulevard|boul\.?|bd\.?|bld\.?|blvd\.?|place|pl\.|impasse|imp\.|all[ée]e|all\.|chemin|ch\.|"
    rf"route|rte|quai|square|passage|faubourg|fbg|r[ée]sidence|r[ée]s\.|lotissement|sentier|esplanade|hameau|mont[ée]e|"
    rf"promenade|rond[- ]point|traverse|venelle|cit[ée])(?=\s)((?:\s+{_WORD}){{1,7}})",
    _I,
)
_NAMED = re.compile(
    r"\b(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Bb]d|[Ii]mpasse|[Aa]ll[ée]e|[Qq]uai|[Cc]hemin)"
    r"(?:\s+(?:de|du|des|la|le|les|l'|d'))*\s*((?:[A-ZÀ-Ý][\w'’.-]*\s*)+)"
)
"""A street without a number: its name begins with a capital."""
_ENGLISH = re.compile(
    rf"\b\d{{1,5}}[a-z]?\s*,?\s+((?:{_WORD}\s+){{1,3}})"
    r"(?:street|str?\.?|road|rd\.?|avenue|ave\.?|lane|ln\.?|drive|dr\.?|boulevard|blvd\.?|court|ct\.?|close|crescent|"
    r"terrace|square|sq\.?|gardens|gdns|grove|mews|park|way|place|row|hill|walk)\b\.?",
    _I,
)
_COUNTED = several(
    "year years month months week weeks day days hour hours minute minutes people person tip tips post posts step steps "
    "follower followers euro euros dollar dollars pound pounds client clients k percent"
)
_POST_CODES = (
    re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s+\d[a-z]{2}\b", _I),  # British
    re.compile(r"\b[a-z]\d[a-z][ -]?\d[a-z]\d\b", _I),  # Canadian
    re.compile(
        r"\b(?:[FBLD]-)?\d{5}(?:-\d{4})?[ ,]+(?!(?i:euros?|eur|usd|dollars?|abonn|follow|vues|likes|k\b))"
        r"[A-ZÀ-Ý][\w'’-]*(?:[ -][A-ZÀ-Ý][\w'’-]*)*"
    ),
    re.compile(r"(?<=\[…\])[ ,]+(?:(?:[FBL]|CH|NL)-)?\d{4,5}\b(?:[ ,]+[A-ZÀ-Ý][\w'’-]*)*"),
)
"""With the town where it begins with a capital; the last one behind a street that was hidden."""


def without_streets(text: str) -> str:
    """The text with a mark in the place of streets with their numbers, post codes and the towns behind those."""
    text = _FRENCH.sub(_hide_french, text)
    text = _NAMED.sub(lambda found: MARK + " " * found[0].endswith(" "), text)
    text = _ENGLISH.sub(_hide_english, text)
    for code in _POST_CODES:
        text = code.sub(f" {MARK}" if code is _POST_CODES[-1] else MARK, text)
    return re.sub(r"\[…\](?: ?\[…\])+", MARK, text)


def _hide_french(found: "re.Match[str]") -> str:
    """Hide the number, the kind of street and its name, as far as the name goes."""
    end = 0
    for word in re.finditer(rf"\s+({_WORD})", found[2]):
        folded = fold(word[1]).replace("’", "'")
        if folded in PARTICLES or folded.split("'")[0] in ("d", "l"):
            if "'" in folded:
                end = word.end()
            continue
        if folded.strip(".") in STOPS:
            break
        end = word.end()
        if end > 0 and not _goes_on(found[2], end):
            break
    return MARK + found[2][end:] if end else found[0]


def _goes_on(rest: str, place: int) -> bool:
    """Whether the name of a street goes on behind a word: with a particle or a capital, or as its second word."""
    following = re.match(rf"\s+({_WORD})", rest[place:])
    if following is None:
        return False
    word = following[1]
    return fold(word) in PARTICLES or word[:1].isupper() or rest[:place].count(" ") <= 2


def _hide_english(found: "re.Match[str]") -> str:
    inner = [fold(word).strip(".") for word in found[1].split()]
    return found[0] if any(word in STOPS or word in _COUNTED for word in inner) else MARK
