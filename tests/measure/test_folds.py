"""Parts of the knowledge: nested shares, and folds in which no question meets its own hand or template."""

import dataclasses
from collections import Counter
from itertools import pairwise

from advisor.library import Library, Sequel
from advisor.measure.folds import FOLDS, cross_validated, folds_of, learning_curve, phrasings_of, share_of
from advisor.measure.labels import Labelled
from advisor.model import Phrasing


def texts(library: Library) -> set[tuple[str, str]]:
    return {(phrasing.language, phrasing.text) for _, _, phrasing in phrasings_of(library)}


def test_a_smaller_share_lies_in_a_larger_one(small_library: Library):
    shares = [texts(share_of(small_library, share)) for share in (0.1, 0.3, 0.6, 1.0)]
    assert shares == sorted(shares, key=len)
    for smaller, larger in pairwise(shares):
        assert smaller < larger
    assert shares[-1] == texts(small_library)


def test_a_share_is_one_of_each_entry_and_language(small_library: Library):
    part = share_of(small_library, 0.5)
    for id, topic in small_library.topics.items():
        for language in ("fr", "en"):
            whole = [one for one in topic.phrasings if one.language == language]
            kept = [one for one in part.topics[id].phrasings if one.language == language]
            assert len(kept) == -(-len(whole) // 2)
            assert kept == [one for one in whole if one in kept]


def test_no_question_of_a_fold_was_taught_there(small_library: Library):
    asked: list[str] = []
    for fold in folds_of(small_library):
        taught = texts(fold.taught)
        for question in fold.questions:
            assert (question.language, question.question) not in taught
            asked.append(question.question)
    written = [one for _, _, one in phrasings_of(small_library) if one.hand not in ("title", "follow-ups")]
    assert sorted(asked) == sorted({one.text for one in written})


def test_what_one_hand_wrote_and_what_one_template_yields_stand_in_one_fold(small_library: Library):
    hands = {one.text: (one.hand, one.family) for _, _, one in phrasings_of(small_library)}
    fold_of: dict[str, set[int]] = {}
    for number, fold in enumerate(folds_of(small_library)):
        for question in fold.questions:
            hand, family = hands[question.question]
            if hand:
                fold_of.setdefault(hand, set()).add(number)
            if family:
                fold_of.setdefault(family, set()).add(number)
    assert len(fold_of) == 4
    assert all(len(numbers) == 1 for numbers in fold_of.values())


def test_a_text_of_two_hands_is_never_taught_and_asked_at_once(small_library: Library):
    topic = small_library.topics["cv"]
    twice = dataclasses.replace(topic, phrasings=(*topic.phrasings, Phrasing("mon cv est vide", "fr", "c")))
    library = dataclasses.replace(small_library, topics={**small_library.topics, "cv": twice})
    for fold in folds_of(library):
        asked = {question.question for question in fold.questions}
        assert ("mon cv est vide" in asked) is (("fr", "mon cv est vide") not in texts(fold.taught))


def test_without_hands_folds_are_drawn_by_what_is_written(small_library: Library):
    topics = {
        id: dataclasses.replace(topic, phrasings=tuple(dataclasses.replace(one, hand="") for one in topic.phrasings))
        for id, topic in small_library.topics.items()
    }
    library = dataclasses.replace(small_library, topics=topics, small_talk={}, background=())
    folds = list(folds_of(library))
    assert len(folds) == FOLDS
    families = [
        {one.family for topic in fold.taught.topics.values() for one in topic.phrasings if one.family} for fold in folds
    ]
    assert sorted(map(len, families)) == [0, 1, 1]


def test_titles_are_taught_in_every_fold_and_never_asked(small_library: Library):
    for fold in folds_of(small_library):
        assert ("en", "The CV") in texts(fold.taught)
        assert "The CV" not in {question.question for question in fold.questions}


def test_cross_validation_asks_every_phrasing_once(small_library: Library):
    parts: list[tuple[int, int]] = []
    judged = cross_validated(small_library, lambda *part: parts.append(part), lambda *_: None)
    assert parts == [(1, 3), (2, 3), (3, 3)]
    assert len({asked.question.id for asked in judged.asked}) == len(judged.asked) == 28 + 4 + 8
    assert {asked.question.style for asked in judged.asked} == {"topic", "smalltalk", "far-oos"}
    assert judged.figures.row("", "topic").top_1 > 14


def test_a_learning_curve_counts_what_was_learnt(small_library: Library, labelled: Labelled):
    told: list[float] = []
    points = list(learning_curve(small_library, (20, 100), labelled, told.append, lambda *_: None))
    assert told == [20, 100]
    assert points[1].phrasings == sum(1 for _ in phrasings_of(small_library))
    assert points[0].phrasings < points[1].phrasings
    few, all_ = (point.judged.figures.row("", "on the map").top_1 for point in points)
    assert few <= all_


def test_what_is_said_behind_a_topic_is_thinned_as_well():
    sequels = tuple(
        Sequel("cv", topic, f"and number {number}?", language)
        for topic, language in (("cv", "en"), ("interview", "en"), ("interview", "fr"))
        for number in range(10)
    )
    part = share_of(Library(sequels=sequels), 0.3)
    assert Counter((one.topic, one.language) for one in part.sequels) == {
        ("cv", "en"): 3,
        ("interview", "en"): 3,
        ("interview", "fr"): 3,
    }
    assert set(part.sequels) <= set(share_of(Library(sequels=sequels), 0.6).sequels)
