"""An answer is judged on lines too, and kept with the turn that it judges."""

import pytest
from calls import ON_SMALL, Call

from advisor.settings import Places, Settings
from advisor.store.opening import open_store

pytestmark = pytest.mark.usefixtures("small")


def chat(call: Call, *lines: str, lang: str = "fr") -> list[str]:
    done = call("--lang", lang, *ON_SMALL, "chat", feed="\n".join(lines).encode())
    assert (done.code, done.err) == (0, "")
    return done.out.replace("\u00a0", " ").replace("’", "'").strip().split("\n\n")


def test_a_verdict_is_kept_with_its_word_and_its_turn(call: Call, here: Places) -> None:
    said = chat(call, "/bien", "comment faire un cv", "/mauvais trop court", "nouveau", "good answer")
    assert said.count("Aucune réponse à juger pour l'instant.") == 2
    assert "Noté : mauvaise réponse. « pas ça » donne la suivante." in said
    store = open_store(here, Settings(), lambda words: pytest.fail(str(words)))
    held = store.everything()
    store.close()
    (one,) = held.feedback
    assert (one.verdict, one.word, one.turn) == ("down", "trop court", held.conversations[0].turns[0].id)


def test_a_verdict_is_answered_in_the_language_of_the_talk(call: Call) -> None:
    assert "Noted: a good answer." in chat(call, "how to write a cv", "/good", lang="en")
