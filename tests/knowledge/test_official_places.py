"""Who reads a sum of money or a rule of law learns there and then where it is officially checked; knows no single rule.

In words. A text is held to it when it tells

- a sum of money: a number with a currency, in figures or in round words ("200 €", "cent euros");
- a rate: a percentage, in a sentence that names contributions or a tax;
- a legal duration: a number of hours, days, weeks, months or years, in figures or in words, in a sentence that names what
  the law sets bounds to, such as an internship, a trial period, unemployment benefits, the training account, an invoice;
- a date of the law: a year, in a sentence that names a law, a code, a European act, or the register of titles.

A sentence that opens with a pronoun counts with the one before. The text itself, and not its neighbour, then names the
site of a public body, as a follow-up may show one part alone; the topic or a step of the path cites that site among its
sources; and a year stands in the text. Not held to it: what is cited, the sums of an example that calls itself invented
(a true rate in it is held), and the budget that a step of a path sets.
"""

import re
from collections.abc import Iterator

import pytest
from shown_texts import CITED, Shown, sentences, without_literals

from advisor.library import Library

OFFICIAL = (
    "BLS20",
    "CNIL",
    "EUR-LEX",
    "FRANCE-COMPETENCES",
    "FRANCE-TRAVAIL",
    "MON-COMPTE-FORMATION",
    "SERVICE-PUBLIC",
    "URSSAF",
    "VAE",
)
"""The references that are sites of public bodies, where whoever reads may check."""
BUDGETS = frozenset({"steps.practice"})
"""Parts whose sums are only what the reader is asked to spend at most."""

_NUMBER = (
    r"(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|an?|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve)"
)
SUM = re.compile(
    r"\d ?k?[€$£]|[€$£] ?\d|\d ?(?:euros?|dollars?|francs?|pounds?|EUR|USD|GBP|CAD|CHF|F?CFA)\b"
    r"|\b(?:cents?|mille|hundred|thousand) (?:euros|dollars|francs|pounds)\b",
    re.IGNORECASE,
)
RATE = re.compile(r"\d ?%|\d (?:pour cent|per cent|percent)\b")
LEVIES = re.compile(r"\b(?:cotisations?|impôts?|TVA|contributions?|taxe?s?|VAT|levy|levies)\b", re.IGNORECASE)
DURATION = re.compile(
    rf"\b{_NUMBER}[ -](?:heures?|jours?|semaines?|mois|ans?|années?|hours?|days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)
BOUNDED = re.compile(
    r"\b(?:stages?|stagiaires?|gratifications?|période d'essai|préavis|immersions?|PMSMP|VAE|validation des acquis|CPF"
    r"|alternance|apprentissage|chômage|allocations?|ARE|ARCE|ACRE|congés payés|SMIC|délais? de paiement|factures?"
    r"|interns?|internships?|placements?|trial period|notice period|apprenticeships?|unemployment|benefits|paid leave"
    r"|minimum wage|payment terms|invoices?)\b"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LAW = re.compile(
    r"\b(?:lois?|décrets?|règlement européen|RGPD|répertoire national|RNCP|de niveau \d|laws?|decrees?|national register"
    r"|GDPR|at level \d)\b|\bCode d[eu]\b|\b(?:AI|Labour|Education) (?:Act|Code)\b"
)
PRONOUN = re.compile(r"(?:Ils?|Elles?|It|They|Cette|This)\b")
INVENTED = re.compile(r"\b(?:ficti(?:f|ve)s?|inventée?s?|imaginée?s?|invented|imagined|made[ -]up)\b", re.IGNORECASE)


def held(text: str, part: str) -> Iterator[str]:
    """The sentences of a text that the rule in words holds it to."""
    is_example = part.endswith(".example")
    own = without_literals(text) if is_example else CITED.sub(" ", without_literals(text))
    is_sum_free = part in BUDGETS or (is_example and bool(INVENTED.search(own)))
    for sentence in _joined(sentences(own)):
        tells_law = (
            (RATE.search(sentence) and LEVIES.search(sentence))
            or (DURATION.search(sentence) and BOUNDED.search(sentence))
            or (YEAR.search(sentence) and LAW.search(sentence))
        )
        if tells_law or (SUM.search(sentence) and not is_sum_free):
            yield sentence


def _joined(said: list[str]) -> Iterator[str]:
    """The sentences, each that opens with a pronoun behind the one that it speaks of."""
    for place, sentence in enumerate(said):
        is_led = bool(place and PRONOUN.match(sentence))
        yield f"{said[place - 1]} {sentence}" if is_led else sentence


def sites(library: Library) -> dict[str, str]:
    """The addresses as an answer names them, each with the reference that it stands for."""
    urls = {id_: library.references[id_].url or "" for id_ in OFFICIAL}
    return {url.removeprefix("https://").removeprefix("www.").partition("/")[0]: id_ for id_, url in urls.items()}


def cited(library: Library, owner: str) -> set[str]:
    """The references of a topic, or of the steps of a path."""
    if owner in library.topics:
        return set(library.topics[owner].sources)
    steps = library.paths[owner].steps if owner in library.paths else ()
    return {id_ for step in steps for id_ in step.resources}


def places(text: str, library: Library) -> set[str]:
    """The official references whose site a text names."""
    return {id_ for site, id_ in sites(library).items() if re.search(rf"(?<![\w.-]){re.escape(site)}(?![\w-])", text)}


@pytest.fixture(scope="module")
def telling(texts: list[Shown]) -> list[tuple[Shown, list[str]]]:
    """The texts that the rule holds, with the sentences for which it does."""
    found = [(each, list(held(each.text, each.part))) for each in texts if each.part != "follow_ups.words"]
    return [(each, told) for each, told in found if told]


def test_money_and_law_say_where_they_are_checked(telling: list[tuple[Shown, list[str]]], library: Library) -> None:
    assert [(each.place, told) for each, told in telling if not places(each.text, library)] == []


def test_that_place_is_among_the_sources(telling: list[tuple[Shown, list[str]]], library: Library) -> None:
    missing = [
        (each.place, named)
        for each, _ in telling
        if (named := places(each.text, library)) and not named & cited(library, each.owner)
    ]
    assert missing == []


def test_they_say_of_which_year_they_are(telling: list[tuple[Shown, list[str]]]) -> None:
    assert [(each.place, told) for each, told in telling if not YEAR.search(each.text)] == []


def test_both_languages_are_held_alike(telling: list[tuple[Shown, list[str]]]) -> None:
    by_language = {
        language: {(each.owner, each.part) for each, _ in telling if each.language == language}
        for language in ("fr", "en")
    }
    assert by_language["fr"] == by_language["en"]
    assert len(by_language["fr"]) >= 15


@pytest.mark.parametrize(
    "text",
    [
        "Un débutant gagnait 24 000 € par an en 2024.",
        "In 2024 a beginner earned €24,000.",
        "Le forfait vaut deux cents euros.",
        "Les cotisations prennent 25,6 % des recettes.",
        "VAT takes 20% of it.",
        "Un stage dure six mois au plus.",
        "The trial period may not exceed 4 months.",
        "La loi du 21 décembre 2022 a tout changé.",
        "The AI Act applies since 2026.",
        "The work immersion is unpaid. It lasts a month.",
    ],
)
def test_the_rule_catches(text: str) -> None:
    assert list(held(text, "answers.detail"))[-1:] == [text]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Selon l'Apec, 61 % y lisaient tout en 2018.", "answers.detail"),
        ("Trois mois d'essai suffisent.", "answers.time"),
        ("Le contrat suit un stage.", "answers.detail"),
        ("« Huit inscriptions, à 11 € l'une » parle de résultat.", "answers.detail"),
        ("Cas fictif : 40 ventes à 30 €.", "answers.example"),
        ("Run a test of 150 euros at most.", "steps.practice"),
    ],
)
def test_the_rule_leaves_alone(text: str, part: str) -> None:
    assert list(held(text, part)) == []


def test_an_invented_example_is_held_to_its_true_rate() -> None:
    assert list(held("Exemple fictif, avec 25,6 % de cotisations.", "answers.example")) != []
