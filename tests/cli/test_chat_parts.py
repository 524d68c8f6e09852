"""What follows an answer on lines: its subject outlives the program, and its other parts come by a command."""

import pytest
from calls import Call

from advisor.settings import Places, Settings
from advisor.store.opening import open_store
from advisor.store.records import Everything

pytestmark = pytest.mark.usefixtures("built_in")


def kept(here: Places) -> Everything:
    store = open_store(here, Settings(), lambda _words: None)
    held = store.everything()
    store.close()
    return held


def chat(call: Call, *lines: str) -> list[str]:
    done = call("--lang", "fr", "chat", feed="\n".join(lines).encode())
    assert done.code == 0
    return done.out.replace("\u00a0", " ").replace("’", "'").strip().split("\n\n")


def test_a_conversation_that_goes_on_another_day_knows_what_it_was_about(call: Call, here: Places) -> None:
    chat(call, "comment faire un cv ?")
    chat(call, "reprendre", "et combien de temps ?", "la deuxième")
    (talk,) = kept(here).conversations
    first, second, third = talk.turns
    assert (first.topic, second.topic) == ("cv", "cv")
    assert [passage.part for passage in second.reply.passages if passage.asked] == ["time"]
    assert third.topic == second.reply.offered[1]


def test_the_rest_of_an_answer_in_part_comes_by_the_command_of_the_full_screen(call: Call, here: Places) -> None:
    said = chat(call, "/tout", "comment faire un cv ?", "/tout", "un exemple ?", "/tout")
    assert said[1] == "Il n'y a pas encore de réponse."
    assert "La dernière réponse est déjà là en entier." in said
    held = kept(here)
    turns = held.conversations[0].turns
    assert [turn.question.replace("\u00a0", " ") for turn in turns] == [
        "comment faire un cv ?",
        "un exemple ?",
        "Toute la réponse",
    ]
    assert not any(passage.asked for passage in turns[-1].reply.passages)
    assert [one.text for one in held.questions] == ["comment faire un cv ?", "un exemple ?"]


def test_the_form_of_address_outlives_the_conversation_in_which_it_was_asked_for(call: Call) -> None:
    said = chat(call, "/tu", "nouveau", "comment faire un cv ?", "nouveau", "/vous", "reprendre", "un exemple ?")
    answer = next(block for block in said if block.startswith(("Fais une page", "Faites une page")))
    assert answer.startswith("Fais ")
