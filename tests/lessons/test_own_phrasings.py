"""What is taught is recognised, and no other question loses by it, whatever is taught."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from advisor.advice.advisor import Advisor
from advisor.advice.ready import Ready
from advisor.index.reader import Index
from advisor.lessons.own import CONFIDENCE, REACH, OwnPhrasings
from advisor.library import Library, Trial
from advisor.model import Language
from advisor.store.opening import store_in_memory
from advisor.store.port import Store
from tests.conftest import labelled

QUESTION = "comment on fait pour que les gens cliquent sur ma bio"
RIGHT = "show-specialty"


@pytest.fixture
def store() -> Iterator[Store]:
    held = store_in_memory()
    yield held
    held.close()


@pytest.fixture
def learning(index: Index, store: Store) -> Advisor:
    return Advisor(Ready(index), store.lessons)


@pytest.fixture
def own(learning: Advisor) -> OwnPhrasings:
    assert learning.own is not None
    return learning.own


@pytest.fixture(scope="module")
def trials(library: Library) -> list[Trial]:
    """Every regression question: the trial questions and those of the development set."""
    more = [
        Trial(str(row["question"]), str(row["lang"]), tuple(row["expect"]))  # type: ignore[arg-type]
        for row in labelled("questions-dev.jsonl")
    ]
    assert len(library.trials) > 1000
    return [*library.trials, *more]


def language(code: str) -> Language:
    return "fr" if code == "fr" else "en"


def test_a_taught_question_is_answered_with_its_topic_anew_and_amid_a_talk(learning: Advisor, own: OwnPhrasings):
    assert learning.conversation().ask(QUESTION).topic != RIGHT
    lesson = own.learn(QUESTION, "fr", ["cost-metrics"], RIGHT)
    assert lesson is not None
    assert lesson.outcome == "learnt"
    talk = learning.conversation()
    for before in (None, "quel est le salaire d'un community manager ?"):
        if before:
            talk.ask(before)
        reply = talk.ask(f"{QUESTION.capitalize()} ?")
        assert (reply.kind, reply.topic, reply.confidence) == ("answer", RIGHT, CONFIDENCE)
        assert reply.lesson


@pytest.mark.parametrize(
    "question",
    [
        "Commment on fait pr que les gens cliquent sur ma bio ??",
        "sur ma bio, comment on fait pour que les gens cliquent",
    ],
)
def test_typos_and_another_order_of_the_words_are_the_same_question(own: OwnPhrasings, question: str):
    own.learn(QUESTION, "fr", [], RIGHT)
    assert (found := own.recall(question)) is not None
    assert found.topic == RIGHT


@pytest.mark.parametrize(
    "question", ["comment on fait pour que les gens lisent mon blog", "les gens", "cliquer", "bonjour", ""]
)
def test_other_questions_are_not(own: OwnPhrasings, question: str):
    own.learn(QUESTION, "fr", [], RIGHT)
    assert own.recall(question) is None


@pytest.mark.parametrize(
    ("question", "spoken", "topic", "outcome"),
    [
        ("bonjour", "fr", "freelance-rates", "vague"),
        ("salaire", "fr", "cv", "vague"),
        ("et pour ça ?", "fr", "cv", "vague"),
        ("oui", "fr", "cv", "leaning"),
        ("je veux mourir", "fr", "cv", "leaning"),
        ("Quels mots-clés mettre dans mon CV de community manager ?", "fr", "salary", "tried"),
        ("what is the capital of mongolia and who rules there", "en", "salary", "learnt"),
        ("zzz qqq", "fr", "no-such-topic", "learnt"),
    ],
)
def test_what_would_do_harm_is_refused_with_a_reason(own: OwnPhrasings, question, spoken, topic, outcome):
    assert own.judge(question, spoken, topic).outcome == outcome


def test_what_the_knowledge_says_itself_is_never_taken_away(own: OwnPhrasings, library: Library):
    """However long: of the phrasings of three topics, each is refused to another, but for those that tell little."""
    asked = [(id, one) for id in ("salary", "cv", "first-90-days") for one in library.topics[id].phrasings]
    judged = [(id, own.judge(one.text, language(one.language), "portfolio")) for id, one in asked]
    # a misspelt word may be mended otherwise in a question, whose other words count, than where all phrasings were read: so are 16
    assert sum(lesson.outcome == "learnt" for _, lesson in judged) <= 0.02 * len(asked)
    assert [lesson.owner for id, lesson in judged if lesson.outcome == "taken" and lesson.owner != id] == []
    assert sum(lesson.outcome == "taken" for _, lesson in judged) > len(asked) / 2


@st.composite
def lessons(draw: st.DrawFn, asked: list[Trial], topics: list[str]) -> tuple[str, Language, str]:
    """A labelled question, changed a little or not at all, taught to any topic."""
    trial = draw(st.sampled_from(asked))
    words = trial.question.split()
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(words) - 1))
        match draw(st.sampled_from(["drop", "repeat", "move", "add"])):
            case "drop" if len(words) > 1:
                words.pop(place)
            case "repeat":
                words.insert(place, words[place])
            case "move":
                words.append(words.pop(place))
            case _:
                words.insert(place, draw(st.sampled_from(["vraiment", "svp", "really", "zorglub", "pas", "not"])))
    return " ".join(words), language(trial.language), draw(st.sampled_from(topics))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_teaching_never_spoils_the_reply_to_a_regression_question(
    index: Index, trials: list[Trial], library: Library, data: st.DataObject
):
    store = store_in_memory()
    own = Advisor(Ready(index), store.lessons).own
    assert own is not None
    taught = data.draw(st.lists(lessons(list(library.trials), list(library.topics)), min_size=1, max_size=4))
    for question, spoken, topic in taught:
        own.learn(question, spoken, [], topic)
    if own.all():
        for trial in library.trials:
            found = own.recall(trial.question)
            assert found is None or found.topic == trial.expect[:1][0], (trial, found)
    store.close()


def test_teaching_every_unanswered_regression_question_changes_no_reply_of_the_others(
    index: Index, trials: list[Trial], library: Library, store: Store
):
    """The worst pupil: whatever isn't answered is taught to the next topic in the list; all replies are compared."""
    plain, taught = Advisor(Ready(index)), Advisor(Ready(index), store.lessons)
    before = {trial.question: plain.conversation().ask(trial.question) for trial in trials}
    topics = list(library.topics)
    unanswered = [trial for trial in trials if before[trial.question].kind == "unknown"]
    assert taught.own is not None
    learnt = 0
    for place, trial in enumerate(unanswered[:150]):
        lesson = taught.own.learn(
            f"{trial.question} zorglub", language(trial.language), [], topics[place % len(topics)]
        )
        learnt += lesson is not None and lesson.outcome == "learnt"
    assert learnt > 20
    known = {trial.question for trial in library.trials}
    for trial in trials:
        after = taught.conversation().ask(trial.question)
        if trial.question in known:
            assert (after.kind, after.topic, after.text) == (
                before[trial.question].kind,
                before[trial.question].topic,
                before[trial.question].text,
            )


def test_a_topic_that_vanished_is_passed_over_and_its_phrasing_stays_kept(index: Index, store: Store):
    store.lessons.teach("une question sur un sujet disparu depuis", "fr", "gone-topic")
    store.lessons.teach(QUESTION, "fr", RIGHT)
    own = Advisor(Ready(index), store.lessons).own
    assert own is not None
    assert [one.topic for one in own.all()] == [RIGHT]
    assert own.recall("une question sur un sujet disparu depuis") is None
    assert len(store.lessons.phrasings()) == 2


def test_what_was_taught_before_is_held_to_the_questions_of_today(index: Index, store: Store, library: Library):
    """A phrasing that came in by an import, or from other knowledge, is judged as if it were taught now."""
    trial = next(one for one in library.trials if len(one.question) > 40 and one.expect and one.expect[0] != "cv")
    store.lessons.teach(trial.question, language(trial.language), "cv")
    own = Advisor(Ready(index), store.lessons).own
    assert own is not None
    assert own.recall(trial.question) is None


def test_a_message_of_danger_is_never_recognised_as_a_lesson(index: Index, store: Store):
    store.lessons.teach("je veux mourir au travail demain matin", "fr", "cv")
    own = Advisor(Ready(index), store.lessons).own
    assert own is not None
    assert own.recall("je veux mourir au travail demain matin") is None


@settings(max_examples=25, deadline=None)  # the first lesson of each reads all trial questions
@example("", "")
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_taught_and_asked(index: Index, taught: str, asked: str):
    held = store_in_memory()
    own = Advisor(Ready(index), held.lessons).own
    assert own is not None
    own.learn(taught, "fr", [], "cv")
    own.recall(asked)
    held.close()


def test_reach_is_never_less_than_measured(own: OwnPhrasings):
    lesson = own.judge(QUESTION, "fr", RIGHT)
    assert lesson.taught is not None
    assert REACH <= lesson.taught.reach < 1
