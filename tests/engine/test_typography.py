from hypothesis import given
from hypothesis import strategies as st

from advisor.text.typography import spoken, typeset


def test_french_gets_its_spaces_and_apostrophes():
    assert typeset("L'offre : « oui » ! 1 200 €, 3 %...", "fr") == (
        "L’offre\u00a0: «\u00a0oui\u00a0»\u202f! 1\u202f200\u00a0€, 3\u00a0%…"
    )


def test_english_gets_its_quotes():
    assert typeset("It's 'fine', isn't it?", "en") == "It’s ‘fine’, isn’t it?"


def test_code_and_addresses_stay_as_they_are():
    text = "Voir `l'option : x` et https://exemple.fr/l'offre : ici."
    assert typeset(text, "fr") == "Voir `l'option : x` et https://exemple.fr/l'offre\u00a0: ici."


def test_one_form_of_address_is_chosen():
    assert spoken("{Ouvrez|Ouvre} {votre|ton} blog.", "vous") == "Ouvrez votre blog."
    assert spoken("{Ouvrez|Ouvre} {votre|ton} blog.", "tu") == "Ouvre ton blog."
    assert spoken("`{a|b}`", "tu") == "`{a|b}`"


@given(st.text(alphabet="aé '\"«»:;!?.`\n1 2€%’ ", max_size=60), st.sampled_from(["fr", "en"]))
def test_setting_twice_changes_nothing_more(text: str, language: str):
    once = typeset(text, language)
    assert typeset(once, language) == once
