"""Questions that mean the same come together, most frequent first, and the patch of them is knowledge."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.advice.advisor import Advisor
from advisor.gaps.gather import Gathered, gather
from advisor.gaps.grouping import SAME_LETTERS, SAME_WORDS, Asked, grouped
from advisor.gaps.patch import patch
from advisor.match.likeness import likeness, of_length_one, weighed
from advisor.pack.load import check_packs, load_library
from tests.conftest import KNOWLEDGE

WORDS = ["photo", "chat", "pluie", "train", "lune", "sel", "roi", "lac", "pain", "vent"]


def asked(question: str, times: int = 1) -> Asked:
    words = tuple(question.split())
    return Asked(question, times, "fr", words, of_length_one(dict.fromkeys(words, 3.0)))


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join), max_size=25))
def test_no_question_is_lost_and_each_is_like_the_first_of_its_group(questions):
    gaps = grouped([asked(one) for one in questions])
    assert sum(gap.times for gap in gaps) == len(questions)
    assert [gap.times for gap in gaps] == sorted((gap.times for gap in gaps), reverse=True)
    from rapidfuzz import fuzz

    for gap in gaps:
        first = asked(gap.wordings[0].question)
        for wording in gap.wordings:
            other = asked(wording.question)
            letters = fuzz.ratio(" ".join(sorted(first.words)), " ".join(sorted(other.words)))
            assert letters >= SAME_LETTERS or likeness(first.weights, other.weights) >= SAME_WORDS


def test_the_most_frequent_wording_stands_for_its_group():
    gaps = grouped([asked("photo de chat noir", 2), asked("photo de chat noirs", 5), asked("lune")])
    assert [(gap.times, gap.wordings[0].question) for gap in gaps] == [(7, "photo de chat noirs"), (1, "lune")]


def test_a_word_that_nobody_knows_makes_questions_differ(advisor: Advisor):
    one, other, same = (
        weighed(advisor.index, words.split(), "fr")
        for words in ("devenir zorglub", "devenir bulgroz", "zorglub devenir")
    )
    assert likeness(one, other) < 0.6
    assert likeness(one, same) == pytest.approx(1.0)


QUESTIONS = [
    *["Combien de hashtags faut-il sous un reel ?", "combien de hashtags sous un reel"] * 2,
    "est-ce que Dieu existe",
    "Je m'appelle Paul Durand, comment détourer une photo dans Photoshop ?",
    "comment détourer une photo dans photoshop",
    "comment faire un bon CV",
    "oui",
    "",
    "je veux mourir",
]


@pytest.fixture(scope="module")
def found(advisor: Advisor) -> Gathered:
    return gather(advisor, [(one, None) for one in QUESTIONS])


def test_only_what_goes_unanswered_is_a_gap(found: Gathered):
    wordings = [one.question for gap in found.gaps for one in gap.wordings]
    assert found.answered == 1
    assert found.asked == 8
    assert found.gaps[0].times == 4
    assert not [one for one in wordings if "CV" in one or one == "oui" or "mourir" in one]


def test_questions_that_differ_by_who_asked_come_together_without_the_name(found: Gathered):
    assert "Durand" not in str(found)
    assert any(
        {"photoshop"} <= set(" ".join(one.question for one in gap.wordings).lower().split()) for gap in found.gaps
    )


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_patch_can_be_laid_over_the_knowledge_as_it_is(found: Gathered, language, tmp_path: Path):
    (tmp_path / "gaps.yaml").write_text(patch(found.gaps, language), encoding="utf-8")
    assert not [one for one in check_packs([tmp_path], [KNOWLEDGE]) if one.is_error]
    laid = load_library([KNOWLEDGE, tmp_path])
    texts = {
        one.text: entry.id
        for entry in (*laid.topics.values(), *laid.neighbourhoods.values())
        for one in entry.phrasings
        if one.hand == "users"
    }
    for gap in found.gaps:
        owner = gap.neighbourhood or (gap.nearest[0].topic if gap.nearest else None)
        assert texts.get(gap.wordings[0].question) == owner


def test_a_patch_of_nothing_is_a_pack_too(tmp_path: Path):
    (tmp_path / "gaps.yaml").write_text(patch((), "fr"), encoding="utf-8")
    assert check_packs([tmp_path], [KNOWLEDGE]) == []


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_whatever_was_typed_the_patch_is_yaml(text):
    import yaml

    one = Asked(text, 1, "fr", tuple(text.split()), {}, (), "cooking")
    held = yaml.safe_load(patch(grouped([one]), "en"))
    assert held.keys() <= {"topics", "neighbourhoods"}
