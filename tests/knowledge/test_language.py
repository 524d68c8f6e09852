"""How the texts are written: plain signs in the files and typographic ones for readers, one form of address at a time,
words for everybody, no promise, and no figure without its year.
"""

import re
from collections.abc import Iterator

import pytest
from shown_texts import CITED, Shown, sentences, without_literals
from topic_map import SMALL_TALK

from advisor.model import Address
from advisor.text.typography import spoken, typeset

TYPOGRAPHIC = re.compile("[\u2018\u2019\u201c\u201d\u00a0\u202f\u2026\u2013\u2014\t]")
"""Signs that typesetting makes out of plain ones."""
LEFT_PLAIN = {
    "fr": re.compile(
        r"""\ [;!?»]|«\ |\ :(?=\s|$)            # a plain space where none may break
        |\d\ (?=\d{3}\b|[%€])
        |\w[;!?»](?=\s|$)|[^\s\d\u00a0]:(?=\s|$)|«\w  # no space at all
        |\w'\w|\.\.\.|["“”‘]                   # signs that French doesn't have
        |\ ,|\ \.(?!\d)""",
        re.VERBOSE,
    ),
    "en": re.compile(r"""[\s\u00a0\u202f][;!?:](?=\s|$)|['"«»]|\.\.\.|\ ,|\d\ %""", re.VERBOSE),
}
DOTTED = re.compile(
    r"[·•‧]|\w\((?:e|es|s|ne|nes|se|ses|rice|trice|euse)\)|\w/(?:e|se|trice|euse)\b|\w\.(?:e|es|ne|nes)\b"
)

PAIR = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
VOUS = re.compile(r"\b(?:vous|votre|vos|vôtres?|êtes)\b|\b(?!(?:chez|assez|nez)\b)\w{2,}ez\b", re.IGNORECASE)
ORDERS = re.compile(r"\b(?:re)?(?:faites|dites)\b", re.IGNORECASE)
"""Orders in the vous form that could be participles as well."""
TU = re.compile(r"\b(?:tu|te|toi|tes|ton|ta)\b|\bt'|\b(?:le|la|les) tien(?:ne)?s?\b", re.IGNORECASE)
NOUNS = re.compile(r"\brendez-vous\b|\b(?:le|un|du|quel) ton\b|(?<=: )ton(?=,)", re.IGNORECASE)
"""Words that only look like a form of address: an appointment, the tone of a text."""

PROMISE = re.compile(
    r"\bgaranti\w*|\bassurée? (?:de\b|d')|\bà coup sûr\b|\bà tous les coups\b|\bsans risque\b|\binfaillible"
    r"|\bguarante\w*|\b(?:are|be|is) (?:sure|certain) to\b|\bnever fails?\b|\b(?:risk-free|foolproof)\b",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"\b(?:pas|personne|aucune?|rien|nul)\b|\b(?:nobody|nothing|no|not|never|none|cannot)\b|n't\b", re.IGNORECASE
)

FIGURE = re.compile(r"\d ?(?:%|€|k€|\$|£)|\d (?:euros?|dollars?|EUR|USD)\b|[€$£]\d")
NO_FIGURE = re.compile(r"\b0 ?%")
"""Nothing at all is no statistic."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
OF_THE_WORLD = frozenset(
    {"answers.point", "answers.detail", "answers.time", "answers.money", "answers.next", "variants.words"}
)
"""Where a figure is said of the world; the examples are invented and say so, steps and mistakes hold sums."""
SENTENCES_BEFORE = 2
"""How far back the year of a figure may stand."""


def prose(text: str) -> str:
    """What the program says in its own name: no code, no address on the web, nothing cited."""
    return NOUNS.sub(" ", CITED.sub(" ", without_literals(text)))


def speaking_to_the_reader(texts: list[Shown]) -> Iterator[Shown]:
    """The French texts but for those that the reader says to the program."""
    for each in texts:
        is_readers = each.part == "follow_ups.words" or (each.part == "title" and each.owner in SMALL_TALK)
        if each.language == "fr" and not is_readers:
            yield each


def test_the_files_hold_plain_signs(texts: list[Shown]) -> None:
    assert [str(each) for each in texts if TYPOGRAPHIC.search(without_literals(each.text))] == []
    assert [str(each) for each in texts if re.search(r"\S {2,}\S", each.text)] == []


def test_what_is_typeset_has_every_sign_that_readers_expect(texts: list[Shown]) -> None:
    plain = [
        (str(each), found.group())
        for each in texts
        for form in each.forms
        for found in LEFT_PLAIN[each.language].finditer(without_literals(typeset(form, each.language)))
    ]
    assert plain == []


def test_nobody_is_put_in_dots_or_parentheses(texts: list[Shown]) -> None:
    assert [str(each) for each in texts if DOTTED.search(without_literals(each.text))] == []


def test_braces_hold_the_vous_form_and_then_the_tu_form(texts: list[Shown]) -> None:
    wrong = [
        (str(each), vous, tu)
        for each in texts
        for vous, tu in PAIR.findall(each.text)
        if not (VOUS.search(vous) or ORDERS.search(vous)) or VOUS.search(tu) or TU.search(vous)
    ]
    assert wrong == []
    assert [str(each) for each in texts if each.language == "en" and PAIR.search(each.text)] == []


@pytest.mark.parametrize(("address", "other"), [("tu", VOUS), ("vous", TU)], ids=["tu", "vous"])
def test_one_form_of_address_never_slips_into_the_other(
    texts: list[Shown], address: Address, other: re.Pattern[str]
) -> None:
    slips = [
        (str(each), found.group())
        for each in speaking_to_the_reader(texts)
        for found in other.finditer(prose(spoken(each.text, address)))
    ]
    assert slips == []


def test_nothing_is_promised(texts: list[Shown]) -> None:
    promises = [
        (each.place, sentence)
        for each in texts
        if each.part != "answers.mistakes"
        for form in each.forms
        for sentence in sentences(prose(form))
        if PROMISE.search(sentence) and not DENIED.search(sentence)
    ]
    assert promises == []


def undated_figures(text: str) -> Iterator[str]:
    """The sentences with a share or a sum of money that has no year, there or shortly before."""
    said = sentences(prose(text))
    for place, sentence in enumerate(said):
        figures = NO_FIGURE.sub("", sentence)
        if FIGURE.search(figures) and not YEAR.search(" ".join(said[max(0, place - SENTENCES_BEFORE) : place + 1])):
            yield sentence


def test_a_figure_has_its_year(texts: list[Shown]) -> None:
    undated = [
        (each.place, sentence) for each in texts if each.part in OF_THE_WORLD for sentence in undated_figures(each.text)
    ]
    assert undated == []
    assert list(undated_figures("Selon l'Apec, 61 % y lisaient tout.")) != []
    assert list(undated_figures("En 2018, l'Apec a compté. Résultat : 61 %.")) == []
