"""A message that tells a story and asks at its end: where whole and end agree it is answered."""

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.advice.advisor import Advisor
from advisor.match.matcher import Matched, Matcher
from advisor.model import Language
from advisor.talk.clauses import agreed, ends_of
from advisor.talk.decide import Decision, Thresholds, decide

STORIES = {
    "hôtesse d'accueil dans une clinique à Uccle, on me colle la communication en ligne dès lundi, "
    "je commence par quoi": "first-90-days",
    "hi i work the tills at a garden centre and sort of run our facebook, "
    "is that a community manager or what": "role-definition",
}
BREAD = "Je vends du pain. On m'a donné la page, je commence par quoi"


@pytest.mark.parametrize(
    ("message", "ends"),
    [
        (BREAD, ["je commence par quoi", "On m'a donné la page, je commence par quoi"]),
        ("one, two, what do they pay", ["what do they pay", "two, what do they pay"]),
        ("Combien gagne un CM ?", []),
        ("merci, salut", []),
        ("", []),
    ],
)
def test_ends_begin_at_a_border_the_shortest_first(message: str, ends: list[str]):
    assert list(ends_of(message)) == ends


@given(st.text(max_size=400))
def test_each_end_is_an_end(message: str):
    found = list(ends_of(message))
    assert all(message.strip().endswith(end) and end != message.strip() for end in found)
    assert [len(end) for end in found] == sorted(len(end) for end in found)


@pytest.mark.parametrize(("message", "topic"), STORIES.items())
def test_a_story_is_answered_where_its_end_asks_for_what_it_is_likeliest_about(
    advisor: Advisor, message: str, topic: str
):
    reply = advisor.conversation().ask(message)
    assert (reply.kind, reply.topic) == ("answer", topic)


def test_one_of_these_stories_is_not_answered_as_a_whole(advisor: Advisor):
    """Else this would try nothing."""
    matcher = Matcher(advisor.index)
    thresholds = Thresholds.of(advisor.index.meta["thresholds"])
    assert any(decide(matcher.match(message), thresholds).kind != "answer" for message in STORIES)


@pytest.mark.parametrize(
    "message",
    [
        "our facebook page got hacked and I'm locked out, who do I contact",
        "Une de mes salariées est en arrêt maladie depuis deux mois. Je peux la remplacer par un CDD ?",
        "I have an interview for a job as a waiter. What should I wear?",
    ],
)
def test_what_is_off_the_map_is_not_answered_by_its_end(advisor: Advisor, message: str):
    assert advisor.conversation().ask(message).kind == "unknown"


class Ending:
    """A matcher that takes whatever a message ends with for one question."""

    def __init__(self, matcher: Matcher, question: str) -> None:
        self._matched = matcher.match(question, "fr")

    def match(self, _end: str, _language: Language) -> Matched:
        return self._matched


@pytest.mark.parametrize(
    ("ending", "kind"),
    [("Que faire pendant les 90 premiers jours ?", "answer"), ("Combien gagne un community manager ?", "unknown")],
)
def test_an_end_that_asks_for_another_topic_decides_nothing(advisor: Advisor, ending: str, kind: str):
    matcher = Matcher(advisor.index)
    thresholds = Thresholds.of(advisor.index.meta["thresholds"])
    whole = matcher.match(next(iter(STORIES)), "fr")
    assert whole.answered[0].entry.id == "first-90-days"
    found = agreed(cast(Matcher, Ending(matcher, ending)), thresholds, whole, Decision("unknown", (), 0.5))
    assert found.kind == kind
    assert [one.entry.id for one in found.matches] == (["first-90-days"] if kind == "answer" else [])
