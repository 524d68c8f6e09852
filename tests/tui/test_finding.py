"""What is typed into a search finds what it begins, accents aside, and forgives a slip where nothing fits as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.tui.finding import matching

TEXTS = ("Négocier l'entretien", "Écrire un CV", "Apprentissage et portfolio", "Port franc")


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("", [0, 1, 2, 3]),
        ("  ", [0, 1, 2, 3]),
        ("ECRI", [1]),
        ("l’entretien", [0]),
        ("port", [2, 3]),
        ("port fran", [3]),
        ("portfolyo", [2]),
        ("protfolio", [2]),
        ("aprentisage", [2]),
        ("nego entretein", [0]),
        ("xv", []),
        ("cw", []),
        ("zzzz", []),
        ("[b]", []),
    ],
)
def test_what_was_typed_is_found(typed: str, places: list[int]):
    assert matching(typed, TEXTS) == places


def test_what_fits_as_typed_is_not_joined_by_what_nearly_fits():
    assert matching("ports", ["ports", "porte"]) == [0]


@given(st.text(max_size=30))
def test_whatever_is_typed_finds_some_of_the_texts_or_none(typed: str):
    assert set(matching(typed, TEXTS)) <= set(range(len(TEXTS)))


@given(st.sampled_from(["negocier", "apprentissage", "portfolio"]), st.integers(0, 7))
def test_a_letter_left_out_still_finds_a_long_word(word: str, place: int):
    assert matching(word[:place] + word[place + 1 :], TEXTS) == matching(word, TEXTS)
