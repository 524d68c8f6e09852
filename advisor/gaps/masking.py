"""Masks personal details in what people type: mail and web addresses, numbers, streets, names; knows no topic.

Rather a word too many than a name too few: a masked question can still be understood, a name that got out can't be taken
back. What is hidden becomes `[…]`, which holds no word, so that nothing is learnt from it.
"""

import re
import unicodedata
from collections.abc import Callable

from advisor.gaps.streets import without_streets
from advisor.gaps.walk import MARK, STOPS, name_end, several
from advisor.text.fold import fold

Knows = Callable[[str], bool]
"""Whether a word is one of the trade: no name, though it may begin with a capital."""

_I = re.IGNORECASE
_GAP = r"[ \t\u00a0\u202f]*"
_HOST = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+"
_ENDINGS = r"(?:com|fr|net|org|be|ch|ca|eu|io|info|uk|us|de|es|it|lu|qc|app|dev|blog|tv|bzh|paris|gouv|edu)"
_MAIL = re.compile(r"[^\s@<>()\[\],;:]*[^\s@<>()\[\],;:.]@[^\s@<>()\[\],;:]*[^\W_]", _I)
_SPELT_MAIL = re.compile(
    r"[\w.+-]+\s*(?:\(\s*(?:at|a|arobase)\s*\)|\[\s*(?:at|a|arobase)\s*\]|\barobase\b|\bat\b|@)\s*"
    r"[\w-]+(?:\s*(?:\.(?=\w)|\bpoint\b|\bdot\b|\(\s*(?:dot|point)\s*\)|\[\s*(?:dot|point)\s*\])\s*(?:\w{2,}))+",
    _I,
)
_ADDRESS = re.compile(
    rf"(?:\b(?:https?|ftp)://|\bwww\.)[^\s<>«»\"“”]+|\b{_HOST}{_ENDINGS}\b(?::\d+)?(?:/[^\s<>«»\"“”]*)?", _I
)
_PARTS = re.compile(r"(?:(?:https?|ftp)://)?(?:[^/@\s]*@)?(?:www\.)?([^/?#:\s]*)(.*)", _I | re.DOTALL)
_PLATFORMS = several(
    "behance.net discord.com discord.gg dribbble.com facebook.com github.com gitlab.com instagram.com linkedin.com linktr.ee "
    "malt.fr malt.com mastodon.social medium.com pinterest.com pinterest.fr reddit.com snapchat.com substack.com t.me "
    "telegram.me threads.net tiktok.com tumblr.com twitch.tv twitter.com viadeo.com vimeo.com whatsapp.com wordpress.com x.com "
    "youtube.com"
)
"""Where the name stands behind the host, so that the host may stay."""
_HANDLE = re.compile(r"@[\w](?:[\w.-]*\w)?")
_PSEUDO = re.compile(
    rf"\b(?:insta|instagram|snap|snapchat|tiktok|twitter|discord|telegram|skype|linkedin|facebook|fb|pseudo|username|login)"
    rf"{_GAP}(?::|=|c'est)[ \t]*([\w.-]*\w)",
    _I,
)
_IBAN = re.compile(r"\b[a-z]{2}\d{2}(?:[ .-]?[a-z0-9]{2,4}){3,9}(?:[ .-]?\d{1,4})?\b", _I)
_FEWEST_IBAN_DIGITS = 10
_NUMBER = re.compile(r"[+(]*\d(?:[ \t\u00a0\u202f.\-/()_]{0,3}\d){7,}")
_LOCAL_NUMBER = re.compile(r"(?<!\d)\d{3}[-.]\d{4}(?!\d)")
_REFERENCE = re.compile(r"\b(?=\w*\d\w*\d\w*\d\w*\d)(?=\w*[a-z])\w{9,}\b", _I)
"""A number of some file or card, letters and four digits or more in one word."""
_CALLED = re.compile(
    r"\b(?:j(?:e|')?\s*m\s*['e]?\s*ap+el+e?s?|on\s+m'?\s*ap+el+e|ap+el+e[sz]?[- ]+moi|je\s+me\s+(?:nomme|pr[ée]nomme)"
    r"|mon\s+(?:pr[ée])?nom(?:\s+de\s+famille)?\s*(?:est|c'est|:|=)|(?:mon\s+)?(?:pr[ée])?nom\s*[:=]"
    r"|my\s+(?:full\s+|first\s+|last\s+|sur|nick)?name\s*(?:'?s\b|is|:|=)|(?:full\s+|first\s+|last\s+|sur)?name\s*[:=]"
    r"|i'?\s*a?m\s+called|(?:they|people|friends)\s+call\s+me|call\s+me|signed?\s*[:,]|sign[ée]e?\s*[:,]"
    r"|\b(?:mr|mrs|mme|mlle|dr)\b\.?)",
    _I,
)
"""Behind these stands a name, however it is written."""
_MAYBE_CALLED = re.compile(
    r"\b(?:moi\s+c'est|c'est|je\s+suis|ici|i\s+am|i'm|im|this\s+is|it's|m\.|ms\.?|miss|monsieur|madame|mademoiselle|prof\.?"
    r"|cordialement|regards|cheers|merci|thanks|bises|bien\s+[àa]\s+(?:vous|toi)|yours(?:\s+\w+)?)(?=[\s,:!.\n]|$)",
    _I,
)
"""Behind these may stand a name; then it begins with a capital."""


def _nobody(_: str) -> bool:
    return False


def masked(text: str, knows: Knows = _nobody) -> str:
    """The text with `[…]` in the place of what may tell who wrote it; masking twice changes nothing more."""
    text = unicodedata.normalize("NFC", text).replace("’", "'").replace("ʼ", "'")
    while (found := _once(text, knows)) != text:  # what was hidden may bring together what was apart
        text = found
    return text


def _once(text: str, knows: Knows) -> str:
    text = _MAIL.sub(MARK, text)
    text = _SPELT_MAIL.sub(lambda found: found[0] if _is_plain_talk(found[0]) else MARK, text)
    text = _ADDRESS.sub(lambda found: _web(found[0], knows), text)
    text = _HANDLE.sub(MARK, text)
    text = _PSEUDO.sub(
        lambda found: (
            found[0] if fold(found[1]).split("-")[0] in STOPS or knows(found[1]) else found[0][: -len(found[1])] + MARK
        ),
        text,
    )
    text = _IBAN.sub(_account, text)
    text = without_streets(text)
    text = _NUMBER.sub(MARK, text)
    text = _LOCAL_NUMBER.sub(MARK, text)
    text = _REFERENCE.sub(MARK, text)
    text = _without_names(text, _CALLED, None)
    return _without_names(text, _MAYBE_CALLED, knows)


def _web(address: str, knows: Knows) -> str:
    """A web address: the host of a platform or one that the trade knows, without what follows; else nothing of it."""
    parts = _PARTS.fullmatch(address)
    host, rest = (parts[1].lower(), parts[2]) if parts else ("", "")
    language, _, whole = host.partition(".")
    is_public = host in _PLATFORMS or (len(language) == 2 and whole in _PLATFORMS)
    if is_public or (host.count(".") == 1 and knows(host.split(".")[0])):
        return f"{host}/{MARK}" if rest.strip("/") else host
    return MARK


def _account(found: "re.Match[str]") -> str:
    """A mark for a bank account, without the words behind it that happen to be as long as its groups."""
    account = re.match(r".*\d[^\W_]*", found[0])
    if account is None or sum(map(str.isdigit, found[0])) < _FEWEST_IBAN_DIGITS:
        return found[0]
    return MARK + found[0][account.end() :]


def _is_plain_talk(found: str) -> bool:
    """Whether what looks like a spelt mail address is a sentence ("look at canva dot they ...")."""
    return not re.search(r"(?:\.|point|dot)\W*\s*(?:com|fr|net|org|be|ch|ca|eu|io|info|uk|us|gmail|edu)\b", found, _I)


def _without_names(text: str, marker: "re.Pattern[str]", knows: Knows | None) -> str:
    """The text without the words that name a person behind a marker; with `knows`, only words with a capital."""
    kept: list[str] = []
    place = 0
    for found in marker.finditer(text):
        if found.end() < place:
            continue
        begin, end = name_end(text, found.end(), knows)
        if end > begin:
            kept += [text[place:begin], MARK]
            place = end
    return "".join([*kept, text[place:]])
