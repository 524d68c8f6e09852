"""What `advisor chat` keeps, and how past conversations are listed, found, read, renamed and deleted on lines."""

import pytest
from calls import ON_SMALL, Call

from advisor.settings import Places, Settings
from advisor.store.opening import open_store
from advisor.store.records import Everything

pytestmark = pytest.mark.usefixtures("small")


def kept(here: Places) -> Everything:
    store = open_store(here, Settings(), lambda _words: None)
    held = store.everything()
    store.close()
    return held


def chat(call: Call, *lines: str, lang: str = "fr") -> list[str]:
    done = call("--lang", lang, *ON_SMALL, "chat", feed="\n".join(lines).encode())
    assert done.code == 0
    assert done.err == ""
    return done.out.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'").strip().split("\n\n")


def test_questions_and_answers_are_kept_and_listed_the_next_time(call: Call, here: Places) -> None:
    chat(call, "comment faire un cv", "nouveau", "réparer un vélo bleu")
    held = kept(here)
    assert [talk.title for talk in held.conversations] == ["comment faire un cv", "réparer un vélo bleu"]
    assert [one.text for one in held.questions] == ["comment faire un cv", "réparer un vélo bleu"]
    said = chat(call, "historique")[1]
    assert "1. réparer un vélo bleu (" in said
    assert "2. comment faire un cv (" in said
    assert "comment faire un cv" in chat(call, "mes questions")[1]


def test_unanswered_questions_are_kept(call: Call, here: Places) -> None:
    chat(call, "zxcv qwerty plomberie")
    held = kept(here)
    kinds = [turn.kind for talk in held.conversations for turn in talk.turns]
    assert [one.question for one in held.unanswered] == ["zxcv qwerty plomberie"] * kinds.count("unknown")
    assert kinds == ["unknown"]


def test_a_conversation_is_found_read_renamed_and_deleted_by_number(call: Call, here: Places) -> None:
    chat(call, "comment faire un cv", "nouveau", "bonjour")
    said = chat(
        call, "/historique CV", "relire 1", "/renommer 1 Mon [b]été[/b]", "supprimer 1", "supprimer 1 oui", "history"
    )
    assert "1. comment faire un cv" in said[1]
    assert "bonjour" not in said[1]
    assert any(block == "Vous : comment faire un cv" for block in said)
    assert any("Elle s'appelle maintenant « Mon [b]été[/b] »" in block for block in said)
    (asked,) = [block for block in said if "pour toujours" in block]
    assert "supprimer 1 oui" in asked
    assert "comment faire un cv" not in said[-2]
    assert [talk.title for talk in kept(here).conversations] == ["bonjour"]


@pytest.mark.parametrize("line", ["relire 7", "/supprimer x", "/renommer 0 x", "relire", "/renommer 1", "/history zzz"])
def test_what_names_no_conversation_says_what_to_do_and_changes_nothing(call: Call, here: Places, line: str) -> None:
    chat(call, "comment faire un cv")
    before = kept(here)
    for lang in ("fr", "en"):
        said = chat(call, line, lang=lang)
        assert len(said) > 2
    assert kept(here) == before


def test_with_nothing_kept_the_list_says_so(call: Call, here: Places) -> None:
    assert chat(call, "historique")[1] == "Aucune conversation n'est gardée pour l'instant."
    assert chat(call, "history", lang="en")[1] == "No conversation is kept yet."
    assert not here.data.exists()


def test_settings_say_what_is_kept(call: Call, here: Places) -> None:
    here.config.mkdir(parents=True)
    here.settings_file.write_text("history = false\nconversations = false\n", encoding="utf-8")
    chat(call, "comment faire un cv")
    assert kept(here) == Everything()


def test_a_chat_that_can_keep_nothing_goes_on_and_says_so_once(call: Call, here: Places) -> None:
    here.data.parent.mkdir(parents=True, exist_ok=True)
    here.data.write_text("a file where a directory should be")
    done = call("--lang", "fr", *ON_SMALL, "chat", feed=b"comment faire un cv\ncv\nhistorique\n")
    assert done.code == 0
    assert done.err.count("Rien ne peut") == 1
    assert "1. comment faire un cv" in done.out
