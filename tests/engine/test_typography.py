from hypothesis import given
from hypothesis import strategies as st

from advisor.text.typography import spoken, typeset, typeset_message


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


def test_names_in_a_message_stay_as_they_are():
    for language in ("fr", "en"):
        text = "it's l'été ! d'ici «d'où ?» : /tmp/l'eau : ici, l'avenir.md, « l'an ! » “l'an !”"
        said = typeset_message(text, language, ["l'été ! d'ici"])
        for name in ("l'été ! d'ici", "/tmp/l'eau", "l'avenir.md", "l'an !"):
            assert name in said
        assert "it’s" in said
    assert typeset_message("Rien n'est là : l'un ; l'autre", "fr", ["", " "]) == (
        "Rien n’est là\u00a0: l’un\u202f; l’autre"
    )


@given(st.text(alphabet="aé \ua0151'/«»“”.\\\n :", max_size=60), st.lists(st.text(max_size=3), max_size=3))
def test_any_message_can_be_set(text: str, exact: list[str]):
    said = typeset_message(text, "fr", exact)
    for one in exact:
        if one.strip() and "\ua015" not in one:
            assert said.count(one) >= (one in text)


@given(st.text(alphabet="aé '\"«»:;!?.`\n1 2€%’ ", max_size=60), st.sampled_from(["fr", "en"]))
def test_setting_twice_changes_nothing_more(text: str, language: str):
    once = typeset(text, language)
    assert typeset(once, language) == once
