"""What `advisor chat` keeps, and how past conversations are listed, found, read, renamed and deleted on lines."""

from pathlib import Path

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


def test_a_conversation_that_was_renamed_is_named_so_before_it_is_deleted(call: Call) -> None:
    chat(call, "comment faire un cv")
    said = chat(call, "historique", "renommer 1 Mon été", "supprimer 1")
    assert "Elle s'appelle maintenant « Mon été »." in said
    assert "Supprimer « Mon été » pour toujours ? Si oui : « supprimer 1 oui »." in said


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


def test_a_past_conversation_goes_on_in_itself_with_its_subject(call: Call, here: Places, tmp_path: Path) -> None:
    chat(call, "comment faire un cv", "nouveau", "bonjour")
    said = chat(call, "historique", "reprendre 2", "et combien de temps ?", f"/exporter {tmp_path / 'reprise.md'}")
    assert any("« reprendre 1 » la continue" in block for block in said)
    assert "Reprise de « comment faire un cv », là où elle s'était arrêtée :" in said
    assert "Vous : comment faire un cv" in said
    talks = {talk.title: talk for talk in kept(here).conversations}
    assert list(talks) == ["comment faire un cv", "bonjour"]
    assert [turn.question for turn in talks["comment faire un cv"].turns] == [
        "comment faire un cv",
        "et combien de temps ?",
    ]
    exported = (tmp_path / "reprise.md").read_text(encoding="utf-8")
    assert exported.index("comment faire un cv") < exported.index("et combien de temps")


@pytest.mark.parametrize(("lang", "line"), [("fr", "reprendre"), ("en", "/continue"), ("en", "/resume")])
def test_without_a_number_the_one_read_last_goes_on_else_the_latest(
    call: Call, here: Places, lang: str, line: str
) -> None:
    chat(call, "comment faire un cv", "nouveau", "bonjour", "nouveau", "merci")
    chat(call, line, "première suite", "relire 3", line, "deuxième suite", lang=lang)
    talks = {talk.title: [turn.question for turn in talk.turns] for talk in kept(here).conversations}
    assert talks == {
        "comment faire un cv": ["comment faire un cv", "deuxième suite"],
        "bonjour": ["bonjour"],
        "merci": ["merci", "première suite"],
    }


def test_the_conversation_of_now_is_not_taken_up_and_neither_is_none(call: Call, here: Places) -> None:
    assert chat(call, "reprendre")[1] == "Aucune conversation n'est gardée pour l'instant."
    assert chat(call, "/continue 3", lang="en")[1:3] == [
        "No conversation is kept yet.",
        "Which conversation? “history” shows them with their numbers; 3 is none of them.",
    ]
    said = chat(call, "comment faire un cv", "historique", "reprendre 1", "un exemple ?")
    assert "Cette conversation est déjà en cours." in said
    assert [len(talk.turns) for talk in kept(here).conversations] == [2]


def test_the_last_answer_of_a_conversation_that_goes_on_is_judged_and_looked_behind(call: Call, here: Places) -> None:
    chat(call, "comment faire un cv")
    said = chat(call, "reprendre", "/bien net", "pourquoi cette réponse", "source")
    assert not any("pas encore de réponse" in block for block in said)
    held = kept(here)
    assert [one.turn for one in held.feedback] == [held.conversations[0].turns[0].id]


def test_a_question_is_found_by_words_and_asked_again_by_number(call: Call, here: Places) -> None:
    chat(call, "comment faire un cv", "bonjour", "merci")
    said = chat(call, "mes questions", "/rappeler 3", "/rappeler CV", "/rappeler zzz")
    assert "2. bonjour" in said[1]
    assert "Vous : comment faire un cv" in said
    assert "1. comment faire un cv" in said[-3]
    assert "bonjour" not in said[-3]
    assert said[-2] == "Aucune question gardée ne contient « zzz »."
    assert [one.text for one in kept(here).questions].count("comment faire un cv") == 2


def test_where_nothing_is_kept_an_empty_list_says_so_and_where_to_change_it(call: Call, here: Places) -> None:
    here.settings_file.parent.mkdir(parents=True, exist_ok=True)
    here.settings_file.write_text("conversations = false\nhistory = false\n", encoding="utf-8")
    said = chat(call, "comment faire un cv", "historique", "mes questions")
    assert any("Les conversations ne sont pas gardées" in block and str(here.settings_file) in block for block in said)
    assert any("Les questions ne sont pas gardées" in block and str(here.settings_file) in block for block in said)


def test_a_conversation_says_when_it_began_and_when_it_was_last_gone_on_with(call: Call) -> None:
    said = chat(call, "comment faire un cv", "historique", "relire 1")
    assert any("(dernier message le " in block for block in said)
    assert any("(commencée le " in block and "dernier message le " in block for block in said)
