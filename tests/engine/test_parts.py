"""Which part of an answer a message is after: people's words, the words of the part, an expression that calls it."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.advice.advisor import Advisor
from advisor.index.parts_asked import ASKED, BEHIND, FIRST, counted, counts_in, features_of, parts_sections
from advisor.index.store import IndexFile, write
from advisor.library import Library
from advisor.model import PARTS, Part
from advisor.reply import Passage, Reply, first_parts
from advisor.talk.conversation import Conversation
from advisor.talk.passages import going_on, opened_for, shown_chance
from advisor.talk.voice import Voice
from advisor.talk.wording import HEADINGS, PERSONS


@pytest.fixture
def talk(advisor: Advisor) -> Conversation:
    return advisor.conversation()


MESSAGES: list[tuple[frozenset[str], Part]] = [
    (features_of("cv", ["combien", "jour"], asks=True), "time"),
    (features_of("cv", ["quoi", "dedan"], asks=False), "example"),
    (features_of("blog", ["combien", "jour"], asks=False), "detail"),
]


def test_the_features_of_a_message_are_its_words_alone_together_and_under_its_topic():
    found = features_of("cv", ["quoi", "dedan"], asks=True)
    assert found == {"quoi", "dedan", "quoi dedan", "cv:quoi", "cv:dedan", "?"}


def test_words_said_of_a_part_speak_for_it_and_for_its_topic_most():
    _, counts = counted(MESSAGES)
    chances = counts.log_chances(features_of("cv", ["combien", "jour"], asks=False))
    assert max(chances, key=lambda part: chances[part]) == "time"
    chances = counts.log_chances(features_of("blog", ["combien", "jour"], asks=False))
    assert max(chances, key=lambda part: chances[part]) == "detail"


@given(st.lists(st.sampled_from(["combien", "quoi", "dedan", "jour", "jamais"]), max_size=8), st.booleans())
def test_chances_add_up_to_one_and_are_kept_by_the_file(tmp_path_factory: pytest.TempPathFactory, said, asks):
    _, counts = counted(MESSAGES)
    features = features_of("cv", said, asks=asks)
    chances = counts.log_chances(features)
    assert set(chances) == set(PARTS)
    assert math.isclose(sum(map(math.exp, chances.values())), 1.0)
    path: Path = tmp_path_factory.mktemp("parts") / "parts.index"
    write(
        path,
        "",
        {**parts_sections("fr", BEHIND, *counted(MESSAGES)), **parts_sections("fr", FIRST, *counted(MESSAGES[:1]))},
    )
    file = IndexFile(path)
    kept = counts_in(file, "fr", BEHIND).log_chances(features)
    file.close()
    assert kept == pytest.approx(chances)


def test_without_any_message_no_part_is_likelier(tmp_path: Path):
    write(tmp_path / "none.index", "", parts_sections("en", FIRST, *counted([])))
    chances = counts_in(IndexFile(tmp_path / "none.index"), "en", FIRST).log_chances({"how", "long"})
    assert list(chances.values()) == pytest.approx([-math.log(len(PARTS))] * len(PARTS))


@pytest.mark.parametrize(
    ("question", "message", "part"),
    [
        ("Comment se préparer à un entretien d'embauche ?", "et si je leur dis que leur page est moche ?", "mistakes"),
        ("How do I make a portfolio?", "is it ok if I just copy the brand's own numbers", "mistakes"),
        ("Comment calculer le taux d'engagement ?", "et c'est quoi un bon taux du coup", "detail"),
    ],
)
def test_who_goes_on_is_told_the_part_that_answers(talk: Conversation, question: str, message: str, part: Part):
    first = talk.ask(question)
    reply = talk.ask(message)
    assert reply.topic == first.topic
    assert part in [one.part for one in reply.passages if one.asked]


REPLY = Reply(
    "q", "fr", "answer", "", topic="cv",
    passages=(Passage("point", "", "p"), *(Passage(part, part, part) for part in ASKED)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("likely", "told", "shown"),
    [
        ([("example", 0.9), ("steps", 0.08)], {"point"}, ["example"]),
        ([("example", 0.5), ("steps", 0.3), ("time", 0.2)], {"point"}, ["steps", "example"]),
        ([("example", 0.5), ("steps", 0.1)], {"point"}, ["example"]),
        ([("example", 0.7), ("steps", 0.25)], {"point"}, ["example"]),
        ([("example", 0.9), ("steps", 0.08)], {"point", "example"}, ["steps"]),
        ([], {"point", "steps"}, ["example"]),
    ],
)
def test_of_two_that_may_be_meant_both_are_told_and_none_twice(likely, told, shown):
    headings = {part: Voice("fr").say(heading) for part, heading in HEADINGS["fr"].items()}
    passages = tuple(Passage(one.part, headings.get(one.part, ""), one.text) for one in REPLY.passages)
    reply = going_on(Reply("q", "fr", "answer", "", topic="cv", passages=passages), told, likely, "opening")
    assert [one.part for one in reply.passages if one.asked] == shown
    assert shown_chance(reply, likely) == pytest.approx(sum(chance for part, chance in likely if part in shown) or 1.0)


@pytest.mark.parametrize(
    ("likely", "named", "shown"),
    [
        ([("steps", 0.5)], (), {"steps"}),
        ([("steps", 0.5)], ("outside-france",), {"detail"}),
        ([("steps", 0.7)], ("outside-france",), {"detail", "steps"}),
        ([("steps", 0.3)], (), {"detail"}),
    ],
)
def test_what_differs_for_a_person_is_told_who_speaks_of_it_or_asks_for_nothing_else(likely, named, shown):
    headings = {part: Voice("fr").say(heading) for part, heading in HEADINGS["fr"].items()}
    abroad = Passage("detail", Voice("fr").say(PERSONS["fr"]["outside-france"]), "abroad")
    point, *others = (Passage(one.part, headings.get(one.part, ""), one.text) for one in REPLY.passages)
    reply = Reply("q", "fr", "answer", "", topic="salary", passages=(point, abroad, *others))
    told = going_on(reply, {"point"}, likely, "opening", (), named)
    assert {one.part for one in told.passages if one.asked} == shown
    assert ("abroad" in told.text) == ("detail" in shown)


def test_hands_ask_for_every_part_in_both_languages(library: Library):
    for language in ("fr", "en"):
        for first, parts in ((False, set(ASKED)), (True, set(PARTS))):
            asked = [one for one in library.parts_asked if one.language == language and one.first == first]
            assert {one.part for one in asked} == parts
            assert {one.topic for one in asked} == set(library.topics)
    for one in library.parts_asked:
        assert library.topics[one.topic].answers[one.language].part(one.part), one


def test_a_part_that_a_first_question_is_likely_after_opens_beside_the_point():
    headings = {part: Voice("fr").say(heading) for part, heading in HEADINGS["fr"].items()}
    passages = tuple(Passage(one.part, headings.get(one.part, ""), one.text) for one in REPLY.passages)
    reply = Reply("q", "fr", "answer", "", topic="cv", passages=passages)
    opened = opened_for(reply, [("example", 0.45), ("steps", 0.42)])
    assert [opened.passages[place].part for place in sorted(first_parts(opened))] == ["point", "example"]
    assert first_parts(opened_for(reply, [("example", 0.35), ("steps", 0.1)])) == {0}
    assert first_parts(opened, whole=True) == set(range(len(passages)))


def test_who_asks_what_a_rate_is_worth_sees_it_at_once(talk: Conversation):
    reply = talk.ask("what's the difference between a community manager and a social media manager?")
    assert [one.part for one in reply.passages if one.likely] == ["detail"]
    assert reply.passages[-1].text in reply.text  # the text is the whole answer nevertheless


def test_what_differs_for_a_person_is_as_sure_as_the_topic(talk: Conversation):
    talk.ask("What does a community manager earn?")
    reply = talk.ask("i'm in Lagos")
    assert [one.heading for one in reply.passages if one.asked] == ["Outside France"]
    assert reply.sureness == "sure"


def test_a_message_that_is_left_out_counts_for_nothing():
    _, counts = counted(MESSAGES)
    for place, message in enumerate(MESSAGES):
        _, without = counted([one for at, one in enumerate(MESSAGES) if at != place])
        features = features_of("cv", ["combien", "quoi", "jamais"], asks=True) | message[0]
        assert counts.without(message).log_chances(features) == pytest.approx(without.log_chances(features))


def test_what_only_stood_beside_the_point_is_told_to_who_asks_for_it(talk: Conversation):
    first = talk.ask("Quel est un bon taux d'engagement sur Instagram ?")
    assert [one.part for one in first.passages if one.likely] == ["detail"]
    for part in ("detail", "mistakes"):  # once; then it was told
        reply = talk.ask("et c'est quoi un bon taux du coup")
        assert reply.topic == first.topic
        assert ([one.part for one in reply.passages if one.asked] == ["detail"]) is (part == "detail")


def test_a_word_or_two_open_no_part(talk: Conversation):
    assert not [one for one in talk.ask("taux d'engagement").passages if one.likely]
