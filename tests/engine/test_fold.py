import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from advisor.text.fold import LONGEST_WORD, MOST_WORDS, fold, tokens, words


def test_accents_ligatures_and_apostrophes_fold_alike():
    for typed in ("L’œuvre d'été", "l'oeuvre d’ete", "L'ŒUVRE D'ÉTÉ", unicodedata.normalize("NFD", "l'œuvre d'été")):
        assert tokens(typed) == ["l", "oeuvre", "d", "ete"]


def test_elisions_become_words_of_their_own():
    assert tokens("qu'on s’y met, aujourd'hui ?") == ["qu", "on", "s", "y", "met", "aujourd", "hui"]


def test_numbers_are_tokens_but_no_evidence():
    assert tokens("1200 € par mois, 2e année, 35h") == ["1200", "€", "par", "mois", "2e", "annee", "35h"]
    assert words("1200 par mois, 2e année, 35h, 1er") == ["par", "mois", "annee"]


def test_drawn_out_letters_are_cut_to_two():
    assert tokens("stppppp aidez moiiii") == ["stpp", "aidez", "moii"]


def test_a_long_text_is_read_by_its_two_ends():
    text = "début " + "milieu " * 50_000 + "fin"
    found = tokens(text)
    assert len(found) <= MOST_WORDS
    assert found[0] == "debut"
    assert found[-1] == "fin"


@given(st.text())
def test_folding_is_idempotent_and_bounded(text: str):
    once = fold(text)
    assert fold(once) == once
    assert len(once) <= 4 * len(text) + 20 * sum(not c.isascii() for c in text)


@given(st.text(max_size=400))
def test_tokens_are_plain_short_words(text: str):
    for token in tokens(text):
        assert 0 < len(token) <= LONGEST_WORD
        assert token == token.lower()
        assert not any(c.isspace() for c in token)
