"""Model texts found in answers, to copy as they stand."""

import pytest

from advisor.advice.advisor import Advisor
from advisor.export.models import Model, models_of
from advisor.reply import Passage, Reply


def test_each_quote_and_each_code_is_a_model_under_its_label() -> None:
    text = "Premier message :\n> Bonjour,\n> merci.\n\nRelance :\n> Encore **moi**.\n\n- Lien :\n  ```\n  a=1\n  ```"
    reply = Reply("q", "fr", "answer", text, title="Écrire")
    assert models_of(reply) == (
        Model("Premier message", "Bonjour,\nmerci."),
        Model("Relance", "Encore moi."),
        Model("Lien", "a=1"),
    )


def test_the_title_is_the_label_where_nothing_stands_before() -> None:
    reply = Reply(
        "q", "fr", "answer", "autre", title="Écrire", passages=(Passage("example", "Un exemple", "> Bonjour"),)
    )
    assert models_of(reply) == (Model("Écrire", "Bonjour"),)


@pytest.mark.parametrize(("language", "first"), [("fr", "Bonjour Madame Diallo,"), ("en", "Dear Ms Diallo,")])
def test_the_message_to_an_employer_is_found_whole(advisor: Advisor, language: str, first: str) -> None:
    asked = {"fr": "écrire à une entreprise", "en": "write a message to a recruiter"}[language]
    models = models_of(advisor.conversation().ask(asked))
    assert len(models) == 2
    assert models[0].text.split("\n")[0] == first
    assert models[0].text.endswith("Alex Roy")
    assert ">" not in models[0].text
