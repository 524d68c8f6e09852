"""What is kept comes back as it was, in another program too."""

from dataclasses import replace

import pytest
from conftest import Open
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import FULL, fill, reply

from advisor.reply import Reply
from advisor.settings import Places, Settings
from advisor.store.opening import open_store, store_in_memory
from advisor.store.port import Store
from advisor.store.records import LONGEST_TEXT, Everything

NASTY = [
    "[b]'; DROP TABLE turns; --",
    "\0",
    "\ud800",
    "é" * 10_000,
    "e\u0301te\u0301",
    "🧑‍💻",
    '%_*"',
    "$(rm -rf)",
    "\n\n",
]


def test_a_reply_comes_back_whole(store: Store, open_here: Open) -> None:
    talk = store.conversations.begin("fr")
    store.conversations.add(talk, FULL.question, FULL)
    found = open_here().conversations.open(talk)
    assert found is not None
    assert [turn.reply for turn in found.turns] == [FULL]


@pytest.mark.parametrize("kind", ["choices", "small_talk", "unknown"])
def test_each_kind_of_reply_comes_back(store: Store, kind: str) -> None:
    talk = store.conversations.begin("en")
    said = Reply("hello", "en", kind, "Hello!", neighbourhood="repairs" if kind == "unknown" else None)  # type: ignore[arg-type]
    store.conversations.add(talk, "hello", said)
    found = store.conversations.open(talk)
    assert found is not None
    assert found.turns[0].reply == said


def test_a_reply_of_a_later_version_shows_what_is_understood(store: Store) -> None:
    talk = store.conversations.begin("fr")
    store.conversations.add(talk, FULL.question, FULL)
    (kept,) = store.everything().conversations
    newer = replace(kept.turns[0], answer={**kept.turns[0].answer, "mood": {"is": 3}})
    assert newer.reply == FULL
    assert replace(newer, answer={"text": "Un texte.", "sources": 5}).reply.text == "Un texte."


def test_a_talk_is_kept_from_its_first_turn_on_and_bears_its_first_question(store: Store) -> None:
    talk = store.conversations.begin("fr")
    assert store.conversations.latest() == ()
    store.conversations.add(talk, "Comment\n  débuter ?", reply())
    store.conversations.add(talk, "Et après ?", reply())
    (head,) = store.conversations.latest()
    assert (head.id, head.title, head.turns) == (talk, "Comment débuter ?", 2)


def test_the_latest_talk_comes_first_by_its_last_turn(store: Store) -> None:
    first, second = (store.conversations.begin("fr") for _ in range(2))
    for talk in (first, second, first):
        store.conversations.add(talk, f"question de {talk}", reply())
    assert [head.id for head in store.conversations.latest()] == [first, second]
    assert [head.id for head in store.conversations.latest(1, skip=1)] == [second]


def test_a_talk_is_renamed_and_found_by_its_new_title(store: Store) -> None:
    talk = store.conversations.begin("fr")
    store.conversations.add(talk, "Comment débuter ?", reply())
    assert store.conversations.rename(talk, "Mon [b]projet[/b] d'été")
    store.conversations.add(talk, "Et après ?", reply())
    (found,) = store.conversations.find("ete projet")
    assert (found.conversation.title, found.turn) == ("Mon [b]projet[/b] d'été", 0)
    assert not store.conversations.rename("none", "x")


def test_deleting_a_talk_takes_along_what_was_kept_for_its_sake(store: Store) -> None:
    fill(store)
    gone, stays = (head.id for head in store.conversations.latest(2))
    store.conversations.add(stays, "comment réparer un vélo", reply())
    assert store.conversations.delete(gone)
    assert not store.conversations.delete(gone)
    assert store.conversations.open(gone) is None
    assert store.questions.latest() == ("Question 0 à l'œuvre ?", "Question 1 à l'œuvre ?")
    assert len(store.lessons.feedback()) == 2
    assert len(store.unanswered.all()) == 1
    assert store.conversations.delete(stays)
    assert store.unanswered.all() == ()


def test_a_turn_added_to_a_talk_that_was_deleted_meanwhile_is_kept(store: Store, open_here: Open) -> None:
    talk = store.conversations.begin("fr")
    store.conversations.add(talk, "une question", reply())
    open_here().conversations.delete(talk)
    store.conversations.add(talk, "une autre", reply())
    found = store.conversations.open(talk)
    assert found is not None
    assert [turn.question for turn in found.turns] == ["une autre"]


@pytest.mark.parametrize(
    ("sought", "turn"),
    [
        ("OEUVRE", 1),
        ("œuv quest", 1),
        ("numero 2", 2),
        ("l'œuvre", 1),
        ("28 000", 1),
        ("e\u0301tapes", None),
        ("", None),
        ("?!", None),
    ],
)
def test_search_folds_accents_and_finds_beginnings_of_words(store: Store, sought: str, turn: int | None) -> None:
    fill(store)
    found = store.conversations.find(sought)
    assert (found[0].turn if found else None) == turn
    for one in found:
        for begin, end in one.matches:
            assert one.excerpt[begin:end].strip()


@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_that_a_person_types_is_anything_but_text(store: Store, nasty: str) -> None:
    talk = store.conversations.begin("fr", nasty)
    store.conversations.add(talk, nasty, reply(nasty, nasty))
    store.questions.add(nasty)
    store.lessons.judge(reply(nasty), "up", nasty)
    store.unanswered.add(nasty, "fr", (nasty,))
    store.conversations.find(nasty)
    store.questions.search(nasty)
    found = store.conversations.open(talk)
    assert found is not None
    assert found.turns[0].question == nasty.replace("\0", "\ufffd").replace("\ud800", "\ufffd")
    assert len(store.everything().questions) == 1


def test_a_question_of_a_megabyte_keeps_its_beginning_and_its_end(store: Store) -> None:
    store.questions.add("début " + "x" * 1_000_000 + " fin")
    (kept,) = store.questions.latest()
    assert len(kept) == LONGEST_TEXT
    assert kept.startswith("début ")
    assert kept.endswith(" fin")


def test_a_question_asked_twice_in_a_row_is_kept_once(store: Store) -> None:
    for question in ("un", "deux", "deux", "un"):
        store.questions.add(question)
    assert store.questions.latest() == ("un", "deux", "un")
    assert store.questions.latest(2) == ("deux", "un")


def test_the_history_is_searched_by_pieces_of_text_latest_first(store: Store) -> None:
    for question in ("Combien ça coûte ?", "Où ?", "COMBIEN DE TEMPS", "Combien ça coûte ?"):
        store.questions.add(question)
    assert store.questions.search("combien") == ("Combien ça coûte ?", "COMBIEN DE TEMPS")
    assert store.questions.search("ca cou") == ("Combien ça coûte ?",)
    assert store.questions.search("%") == ()


def test_the_last_mark_of_a_step_counts(store: Store, open_here: Open) -> None:
    store.steps.mark("P1.1", "done")
    open_here().steps.mark("P1.1", "open")
    store.steps.mark("P1.1", "known")
    assert {id: mark.state for id, mark in open_here().steps.marks().items()} == {"P1.1": "known"}


def test_a_second_thought_on_a_turn_replaces_the_first(store: Store) -> None:
    talk = store.conversations.begin("fr")
    turn = store.conversations.add(talk, "q", reply())
    store.lessons.judge(reply(), "up", turn=turn)
    store.lessons.judge(reply(), "down", "à côté", turn)
    store.lessons.judge(reply(), "up")
    assert [(one.verdict, one.word, one.turn) for one in store.lessons.feedback()] == [
        ("down", "à côté", turn),
        ("up", "", None),
    ]


def test_lessons_are_taught_chosen_and_forgotten(store: Store) -> None:
    id = store.lessons.reject("le fixe", "fr", "cv")
    assert store.lessons.choose(id, "salary")
    assert not store.lessons.choose("none", "salary")
    assert [(one.wrong, one.right) for one in store.lessons.rejections()] == [("cv", "salary")]
    store.lessons.teach("la paie", "fr", "cv")
    taught = store.lessons.teach("la paie", "fr", "salary")
    assert [(one.id, one.topic) for one in store.lessons.phrasings()] == [(taught, "salary")]
    assert store.lessons.forget(taught)
    assert not store.lessons.forget(taught)


def test_the_oldest_unanswered_questions_go(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("advisor.store.sqlite.learnt.MOST_UNANSWERED", 3)
    for number in range(5):
        store.unanswered.add(f"q{number}", "fr")
    assert [one.question for one in store.unanswered.all()] == ["q2", "q3", "q4"]


def test_a_draft_is_kept_replaced_and_let_go(store: Store) -> None:
    for text in ("C", "Co", "Combien\n  gagne"):
        store.drafts.keep(text)
    assert [one.text for one in store.everything().drafts] == ["Combien\n  gagne"]
    store.drafts.keep(" \n")
    assert store.everything().drafts == ()
    assert store.drafts.take() == ""


def test_the_latest_draft_is_taken_by_the_next_program_and_the_others_wait(open_here: Open) -> None:
    for text in ("la première", "la seconde"):
        one = open_here()
        one.drafts.keep(text)
        one.close()
    one = open_here()
    assert one.drafts.take() == "la seconde"
    one.drafts.keep("la seconde, plus longue")
    assert [draft.text for draft in one.everything().drafts] == ["la première", "la seconde, plus longue"]
    one.drafts.keep("")
    one.close()
    assert open_here().drafts.take() == "la première"


def test_of_a_draft_that_grows_too_long_what_was_kept_stays(store: Store) -> None:
    store.drafts.keep("x" * LONGEST_TEXT)
    store.drafts.keep("x" * (LONGEST_TEXT + 1))
    assert [len(one.text) for one in store.everything().drafts] == [LONGEST_TEXT]


@pytest.mark.parametrize("nasty", NASTY)
def test_any_draft_is_but_a_text(store: Store, nasty: str, open_here: Open) -> None:
    store.drafts.keep(f"a{nasty}")
    store.close()
    assert open_here().drafts.take() == f"a{nasty}".replace("\0", "\ufffd").replace("\ud800", "\ufffd")


def test_without_a_history_no_draft_is_kept_and_one_that_was_goes(here: Places, store: Store) -> None:
    store.drafts.keep("secret")
    store.close()
    without = open_store(here, Settings(history=False), lambda _words: None)
    assert without.drafts.take() == ""
    assert without.everything().drafts == ()
    without.drafts.keep("secret")
    assert without.everything().drafts == ()
    without.close()


def test_what_is_not_to_be_kept_is_not(store: Store) -> None:
    fill(store)
    before = store.everything()
    store.keep(questions=False, conversations=False)
    talk = store.conversations.begin("fr")
    turn = store.conversations.add(talk, "secret", reply("secret"))
    store.questions.add("secret")
    store.unanswered.add("secret", "fr")
    store.lessons.choose(store.lessons.reject("secret", "fr", "cv"), "salary")
    store.lessons.judge(reply("secret"), "up", turn=turn)
    after = store.everything()
    assert "secret" not in repr(after)
    assert replace(after, feedback=before.feedback) == before
    assert after.feedback[-1].verdict == "up"


def test_settings_say_what_is_kept(here: Places) -> None:
    store = open_store(here, Settings(history=False, conversations=False), lambda _words: None)
    fill(store)
    store.close()
    assert store.everything().conversations == store.everything().questions == ()


def test_reading_makes_no_file(store: Store, here: Places) -> None:
    assert store.everything() == Everything()
    assert store.questions.latest() == ()
    assert store.drafts.take() == ""
    store.drafts.keep("")
    store.drafts.clear()
    store.close()
    assert not here.data.exists()


def test_only_the_owner_reads_the_file(store: Store, here: Places) -> None:
    store.questions.add("q")
    for file in here.data.iterdir():
        assert file.stat().st_mode & 0o077 == 0 or file.suffix == "", file


def test_a_store_in_memory_keeps_until_the_end_and_says_so() -> None:
    store = store_in_memory()
    fill(store)
    assert len(store.conversations.latest()) == 3
    assert not store.is_kept


@given(st.lists(st.text(max_size=60), max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_question_comes_back(questions: list[str]) -> None:
    store = store_in_memory()
    talk = store.conversations.begin("fr")
    for question in questions:
        store.conversations.add(talk, question, reply(question))
    found = store.conversations.open(talk)
    kept = [turn.question for turn in found.turns] if found else []
    assert kept == [question.replace("\0", "\ufffd") for question in questions]
    for question in questions:
        store.conversations.find(question)


def test_the_questions_of_before_are_taken_over_once(here: Places, open_here: Open) -> None:
    here.state.mkdir(parents=True)
    lines = ['{"question": "une"}', '{"ques', '{"question": "deux [b]"}', "[1]", "\udcff"]
    here.history_file.write_bytes("\n".join(lines).encode("utf-8", "surrogateescape"))
    store = open_here()
    assert store.questions.latest() == ("une", "deux [b]")
    assert not here.history_file.exists()
    store.questions.add("trois")
    assert open_here().questions.latest() == ("une", "deux [b]", "trois")
