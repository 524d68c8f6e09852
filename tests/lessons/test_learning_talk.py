"""How a talk teaches: what is turned down and chosen is learnt, what merely follows isn't; all of it can be undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor.advice.advisor import Advisor
from advisor.advice.ready import Ready
from advisor.index.reader import Index
from advisor.lessons.conversation import LearningConversation
from advisor.lessons.wording import SAID
from advisor.settings import Settings, places
from advisor.store.opening import open_store, store_in_memory
from advisor.store.port import Store

QUESTION = "mon texte est trop long pour un petit écran"


@pytest.fixture
def store() -> Iterator[Store]:
    held = store_in_memory()
    yield held
    held.close()


@pytest.fixture
def talk(index: Index, store: Store) -> LearningConversation:
    begun = Advisor(Ready(index), store.lessons).conversation()
    assert isinstance(begun, LearningConversation)
    return begun


def taught(store: Store) -> list[tuple[str, str]]:
    return [(one.question, one.topic) for one in store.lessons.phrasings()]


@pytest.mark.parametrize("yes", ["oui", "oui !"])
def test_the_next_best_is_learnt_once_the_person_says_yes(talk: LearningConversation, store: Store, yes: str):
    wrong = talk.ask(QUESTION).topic
    right = talk.ask("non pas ça").topic
    assert taught(store) == []
    reply = talk.ask(yes)
    assert "Retenu" in reply.text
    assert taught(store) == [(QUESTION, right)]
    assert [(one.wrong, one.right) for one in store.lessons.rejections()] == [(wrong, right)]


@pytest.mark.parametrize("no", ["non pas ça", "Non, pas ça"])
def test_what_was_turned_down_before_the_program_was_left_can_be_put_right_afterwards(
    talk: LearningConversation, index: Index, store: Store, no: str
):
    replies = [talk.ask("bonjour"), talk.ask(QUESTION), talk.ask(no)]
    later = Advisor(Ready(index), store.lessons).conversation()
    later.resume(replies)
    assert "Retenu" in later.ask("c'est ça").text
    assert taught(store) == [(QUESTION, replies[-1].topic)]


def test_a_talk_taken_up_after_a_choice_or_a_yes_teaches_nothing(
    talk: LearningConversation, index: Index, store: Store
):
    agreed = [talk.ask(QUESTION), talk.ask("non pas ça"), talk.ask("oui")]
    chosen = talk.choose("salary")
    chosen = [talk.ask(QUESTION), talk.reject("non pas ça"), talk.choose("salary", chosen.title)]
    known = taught(store)
    for replies in (agreed, chosen):
        later = Advisor(Ready(index), store.lessons).conversation()
        later.resume(replies)
        later.ask("c'est ça")
    assert taught(store) == known


def test_a_topic_chosen_from_the_list_after_a_no_is_learnt(talk: LearningConversation, store: Store):
    talk.ask(QUESTION)
    talk.reject()
    reply = talk.choose("why-blog")
    assert "Retenu" in reply.lesson
    assert taught(store) == [(QUESTION, reply.topic)]


def test_a_follow_up_taken_after_a_no_is_no_lesson(talk: LearningConversation, store: Store):
    talk.ask(QUESTION)
    following = next(one for one in talk.reject().offered)
    assert talk.choose(following).lesson == ""
    assert talk.ask("oui").lesson == ""
    assert taught(store) == []


def test_a_no_to_a_follow_up_says_nothing_of_the_question_before(talk: LearningConversation, store: Store):
    following = talk.ask(QUESTION).offered[0]
    talk.choose(following, "une suite")
    talk.reject()
    talk.accept()
    assert taught(store) == []
    assert store.lessons.rejections() == ()


def test_a_no_to_a_choice_for_the_question_is_one_to_the_question(talk: LearningConversation, store: Store):
    other = next(one.topic for one in talk.ask(QUESTION).alternatives[1:] if talk._shelf.has("topics", one.topic))
    talk.choose(other)
    talk.reject()
    talk.choose("salary")
    assert [(one.question, one.wrong) for one in store.lessons.rejections()] == [(QUESTION, other)]


def test_a_topic_that_was_turned_down_is_no_lesson_either(talk: LearningConversation, store: Store):
    wrong = talk.ask(QUESTION).topic
    talk.reject()
    assert wrong is not None
    assert talk.choose(wrong).lesson == ""
    assert taught(store) == []


def test_another_question_ends_what_was_turned_down(talk: LearningConversation, store: Store):
    talk.ask(QUESTION)
    talk.reject()
    talk.ask("comment faire un bon CV ?")
    talk.choose("salary")
    assert taught(store) == []


def test_without_a_no_nothing_is_learnt(talk: LearningConversation, store: Store):
    talk.ask(QUESTION)
    talk.choose("salary")
    assert "pas ça" in talk.accept().text
    assert taught(store) == []


def test_what_was_learnt_can_be_forgotten_and_says_so(talk: LearningConversation, store: Store):
    before = talk.ask(QUESTION).topic
    talk.reject()
    talk.accept()
    assert QUESTION in talk.forget().text
    assert taught(store) == []
    assert "Rien" in talk.forget().text
    again = Advisor(Ready(talk._matcher.index), store.lessons).conversation().ask(QUESTION)
    assert (again.topic, again.lesson) == (before, "")


def test_a_refusal_names_the_reason_in_the_language_and_the_address_of_the_talk(index: Index, store: Store):
    talk = Advisor(Ready(index), store.lessons).conversation("en")
    talk.ask("salary")
    talk.reject()
    assert talk.choose("cv").lesson.startswith("Not remembered")
    assert taught(store) == []


def test_lessons_survive_the_program(index: Index, tmp_path: Path):
    file = places(tmp_path)
    first = open_store(file, Settings(), lambda words: None)
    talk = Advisor(Ready(index), first.lessons).conversation()
    assert isinstance(talk, LearningConversation)
    talk.ask(QUESTION)
    right = talk.reject().topic
    talk.accept()
    first.close()
    second = open_store(file, Settings(), lambda words: None)
    reply = Advisor(Ready(index), second.lessons, learns=False).conversation().ask(QUESTION)
    assert (reply.topic, bool(reply.lesson)) == (right, True)
    second.close()


def test_where_nothing_is_learnt_nothing_is_said_of_it(index: Index, store: Store):
    talk = Advisor(Ready(index), store.lessons, learns=False).conversation()
    talk.ask(QUESTION)
    talk.ask("non pas ça")
    assert "Retenu" not in talk.ask("oui").text
    assert taught(store) == []
    assert store.lessons.rejections() == ()


def test_both_languages_say_the_same_things():
    assert SAID["fr"].keys() == SAID["en"].keys()


def test_a_good_answer_after_a_no_is_learnt_once_and_let_go_of_where_that_was_a_mistake(
    talk: LearningConversation, store: Store
):
    talk.ask(QUESTION)
    assert talk.confirm() == ""
    right = talk.reject().topic
    assert "Retenu" in talk.confirm()
    assert taught(store) == [(QUESTION, right)]
    assert talk.confirm() == ""
    assert QUESTION in talk.withdraw()
    assert taught(store) == []
    assert talk.withdraw() == ""


def test_a_mistake_lets_go_of_nothing_but_what_was_confirmed(talk: LearningConversation, store: Store):
    store.lessons.teach("une autre question de tous les jours", "fr", "salary")
    talk.ask(QUESTION)
    talk.reject()
    talk.accept()
    assert len(taught(store)) == 2
    talk.ask("comment faire un bon CV ?")
    assert talk.withdraw() == ""
    assert len(taught(store)) == 2


def test_an_answer_that_was_turned_down_itself_is_not_confirmed(talk: LearningConversation, store: Store):
    talk.ask(QUESTION)
    while talk.reject().kind == "answer":
        pass
    assert talk.confirm() == ""
    assert taught(store) == []
