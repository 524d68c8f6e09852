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


def test_the_point_comes_first_and_the_other_parts_are_named(call: Call) -> None:
    said = chat(call, "parle-moi du cv")
    assert said[2].startswith("Faites une page sobre")
    assert said[3] == (
        "Autres parties : Pourquoi, Que faire, À éviter, Un exemple, Le temps qu'il faut, Ce que cela coûte, Et ensuite. "
        "« partie que faire » en ouvre une, « partie » la suivante, « tout » le reste."
    )
    assert said[4] == "3 sources : « source » les montre."
    assert said[5].startswith("La suite, par son numéro :\n1. ")


def test_the_part_that_a_question_is_likely_after_comes_with_the_point(call: Call) -> None:
    said = chat(call, "comment faire un cv ?")
    assert said[2].startswith("Faites une page sobre")
    assert said[3] == "Que faire"
    others = next(block for block in said if block.startswith("Autres parties : "))
    assert "Que faire" not in others.partition("« partie")[0]


def test_parts_are_told_by_name_one_by_one_and_all_and_none_twice(call: Call, here: Places) -> None:
    lines = ("/tout", "parle-moi du cv", "/partie COUT", "partie", "/partie zzz", "tout", "tout", "/part")
    said = chat(call, *lines)
    assert said[1] == "Il n'y a pas encore de réponse."
    for heading in ("Ce que cela coûte", "Pourquoi", "Que faire", "À éviter", "Un exemple", "Et ensuite"):
        assert said.count(heading) == 1, heading
    assert said.index("Ce que cela coûte") < said.index("Pourquoi") < said.index("Que faire")
    assert (
        "Aucune autre partie ne s'appelle « zzz ». Il reste : Que faire, À éviter, Un exemple, Le temps qu'il faut, "
        "Et ensuite."
    ) in said
    assert said.count("La dernière réponse est déjà là en entier.") == 2
    assert [block for block in said if block.startswith("Sources : ")] == [said[-4]]
    assert [turn.question for turn in kept(here).conversations[0].turns] == ["parle-moi du cv"]


def test_the_part_asked_for_is_told_alone_and_the_rest_by_a_word(call: Call) -> None:
    said = chat(call, "comment faire un cv ?", "un exemple ?", "tout")
    asked = next(place for place, block in enumerate(said) if block == "Un exemple")
    others = next(block for block in said[asked:] if block.startswith("Autres parties : "))
    assert others.startswith("Autres parties : L'essentiel, Pourquoi, Que faire, À éviter, Le temps qu'il faut, ")
    assert sum(block.startswith("Faites une page sobre") for block in said) == 2
    assert said.count("Un exemple") == 1


def test_the_setting_has_answers_told_whole(call: Call, here: Places) -> None:
    here.config.mkdir(parents=True)
    here.settings_file.write_text('answers = "whole"\n', encoding="utf-8")
    said = chat(call, "comment faire un cv ?", "tout", "un exemple ?")
    assert "Que faire" in said
    assert "La dernière réponse est déjà là en entier." in said
    assert said.count("Un exemple") == 2
    assert sum(block.startswith("Autres parties : ") for block in said) == 1


def test_the_form_of_address_outlives_the_conversation_in_which_it_was_asked_for(call: Call) -> None:
    said = chat(call, "/tu", "nouveau", "comment faire un cv ?", "nouveau", "/vous", "reprendre", "un exemple ?")
    answer = next(block for block in said if block.startswith(("Fais une page", "Faites une page")))
    assert answer.startswith("Fais ")
