"""What is on offer in `advisor chat` is chosen by its number, as on the full screen, and no other number is a question."""

import pytest
from calls import Call
from test_chat_history import chat, kept

from advisor.settings import Places

pytestmark = pytest.mark.usefixtures("small")
PATH = "Continuer par le parcours « Se faire embaucher »"


def test_a_number_that_is_no_choice_is_asked_of_nobody(call: Call, here: Places) -> None:
    said = chat(call, "3", "comment faire un cv", "99", "0", "12.", "9" * 5000)
    assert said[1] == "Il n'y a pas de choix 3 : rien n'est proposé pour l'instant."
    for number in ("99", "0", "12", "999999999…"):
        assert f"Il n'y a pas de choix {number} : les numéros vont de 1 à 4." in said
    assert [turn.question for talk in kept(here).conversations for turn in talk.turns] == ["comment faire un cv"]
    assert "There is no choice 7: nothing is on offer now." in chat(call, "7", lang="en")


def test_what_the_full_screen_offers_is_offered_by_number_in_its_order(call: Call, here: Places) -> None:
    said = chat(call, "comment faire un cv", "3", "1", "pas ça", "3")
    (listed,) = [block for block in said if PATH in block]
    assert listed.splitlines() == [
        "La suite, par son numéro :",
        "1. Faut-il un blog ?",
        "2. Comment rencontrer des recruteurs ?",
        f"3. {PATH} (P1)",
        "4. Non, pas ça",
    ]
    assert any(block.startswith("P1 · Se faire embaucher") for block in said)
    held = kept(here)
    assert [turn.topic for turn in held.conversations[0].turns][:2] == ["cv", "blog"]
    assert [one.text for one in held.questions] == ["comment faire un cv"]


def test_not_that_has_a_number(call: Call, here: Places) -> None:
    chat(call, "comment faire un cv", "4")
    turns = kept(here).conversations[0].turns
    assert [turn.question for turn in turns] == ["comment faire un cv", "Non, pas ça"]
    assert turns[1].topic != "cv"


def test_topics_have_numbers_that_open_them_until_something_else_is_listed(call: Call, here: Places) -> None:
    said = chat(call, "sujets", "2", "4")
    assert "Chercher\n1. Le CV\n2. Le blog\n3. Les rencontres" in said
    assert "Trois articles pour commencer." in said
    assert "Il n'y a pas de choix 4 : il n'y a que le 1." in said
    assert [turn.topic for turn in kept(here).conversations[0].turns] == ["blog"]


def test_a_conversation_that_goes_on_offers_what_its_last_answer_does(call: Call, here: Places) -> None:
    chat(call, "comment faire un cv")
    chat(call, "2", "reprendre", "2")
    turns = kept(here).conversations[0].turns
    assert [turn.topic for turn in turns] == ["cv", "blog", "networking"][::2]
    assert "rien n'est proposé" in chat(call, "comment faire un cv", "nouveau", "1")[-2]
