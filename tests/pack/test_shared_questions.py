import random
from itertools import combinations
from pathlib import Path

import pytest
from good_pack import checked, write
from rapidfuzz import fuzz

from advisor.pack.load import check_packs
from advisor.pack.near import LIKE, near_pairs

SHARED = ("E310", "W402", "W403")


def topic(id_: str, *questions: str, title: str = "") -> str:
    items = ", ".join(each if each.startswith("{") else f'"{each}"' for each in questions)
    return f"- id: {id_}\n  title: {title or 'sujet ' + id_}\n  answer: c\n  questions: [{items}]\n"


def found(directory: Path, *topics: str) -> list[str]:
    pack = write(directory / "p", {"x.yaml": "".join(topics)})
    return [each for each in checked(pack) if each.rpartition(" ")[2] in SHARED]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("combien gagne un CM", "Combien gagne un CM ?"),
        ("métier d'avenir", "METIER D’AVENIR!!!"),
        ("un cœur de métier", "un coeur de metier"),
        ("prix en 2023", "prix en 2024"),
        ("stppp aidez", "stpppppp aidez"),
    ],
)
def test_the_same_question_after_folding_under_two_topics_is_an_error(tmp_path: Path, first: str, second: str) -> None:
    assert found(tmp_path, topic("a", first), topic("b", second)) == ["x.yaml:8:15: E310"]


def test_the_error_names_both_owners_and_the_first_place(tmp_path: Path) -> None:
    pack = write(tmp_path / "p", {"x.yaml": topic("a", "quel salaire") + topic("b", "Quel salaire ?")})
    said = [each.message for each in check_packs([pack]) if each.code == "E310"]
    assert said == [f"`Quel salaire ?` is a question of `b` here and of `a` at {pack / 'x.yaml'}:4:15"]


def test_the_same_words_in_two_languages_are_two_questions(tmp_path: Path) -> None:
    second = '- id: b\n  title: x\n  answer: c\n  questions: {en: ["budget marketing"]}\n'
    assert found(tmp_path, topic("a", "budget marketing"), second) == []


def test_the_same_question_twice_under_one_topic_is_advice(tmp_path: Path) -> None:
    assert found(tmp_path, topic("a", "quel salaire", "Quel salaire ?")) == ["x.yaml:4:31: W403"]


def test_questions_without_words_are_compared_with_nothing(tmp_path: Path) -> None:
    assert found(tmp_path, topic("a", "???", "12"), topic("b", "!!!", "34")) == []


@pytest.mark.parametrize(
    "file",
    [
        "small_talk: [{id: s, title: b, replies: c, questions: [quel salaire]}]",
        "neighbourhoods: [{id: n, title: b, why: c, instead: d, questions: [quel salaire]}]",
        "background: [quel salaire]",
        "- {id: b, title: quel salaire, answer: c}",
        "- {id: b, title: '{quel|quelle} salaire', answer: c}",
        "- {id: b, title: c, answer: d, questions: [{template: '{quel|mon} salaire'}]}",
    ],
)
def test_every_kind_of_owner_counts(tmp_path: Path, file: str) -> None:
    pack = write(tmp_path / "p", {"a.yaml": topic("a", "quel salaire"), "b.yaml": file})
    assert [each.partition(":")[0] for each in checked(pack) if each.endswith("E310")] == ["b.yaml"]


def test_a_follow_up_is_a_question_of_the_topic_that_it_leads_to(tmp_path: Path) -> None:
    leads = "- {id: b, title: x, answer: c, follow_ups: [{topic: a, fr: quel salaire}]}\n"
    assert found(tmp_path / "to-its-owner", topic("a", "quel salaire"), leads) == []
    away = topic("a", "quel salaire") + topic("d", "autre chose") + leads.replace("topic: a", "topic: d")
    assert found(tmp_path / "away", away) == ["x.yaml:9:60: E310"]


def test_a_template_that_meets_another_topic_often_is_told_once(tmp_path: Path) -> None:
    template = '{template: "{quel|mon|ton} salaire"}'
    assert found(tmp_path, topic("a", "quel salaire", "mon salaire", "ton salaire"), topic("b", template)) == [
        "x.yaml:8:26: E310"
    ]


def test_a_question_of_a_pack_above_is_told_there_although_its_file_comes_first(tmp_path: Path) -> None:
    base = write(tmp_path / "z-base", {"z.yaml": topic("a", "quel salaire")})
    above = write(tmp_path / "a-above", {"a.yaml": topic("b", "quel salaire")})
    assert [each for each in checked(above, base=[base]) if "E310" in each] == ["a.yaml:4:15: E310"]


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ("comment négocier ton salaire en entretien", "comment négocier son salaire en entretien", True),
        ("négocier mon salaire à l'embauche", "à l'embauche négocier mon salaire", True),
        ("comment négocier mon salaire", "comment fixer mes tarifs", False),
        ("cv", "cm", False),
    ],
)
def test_nearly_the_same_question_is_advice(tmp_path: Path, first: str, second: str, code: bool) -> None:
    assert found(tmp_path / "two", topic("a", first), topic("b", second)) == (["x.yaml:8:15: W402"] if code else [])
    column = 4 + 15 + len(first)
    expected = [f"x.yaml:4:{column}: W403"] if code else []
    assert found(tmp_path / "one", topic("a", first, second)) == expected


def test_what_templates_stand_for_may_be_nearly_what_stands_elsewhere(tmp_path: Path) -> None:
    alike = '{template: "comment négocier {ton|son} salaire en entretien"}'
    assert found(tmp_path / "one", topic("a", alike)) == []
    assert found(tmp_path / "two", topic("a", alike, "comment négocier ton salaire en entretien")) == []


def test_two_templates_may_part_topics_by_one_word(tmp_path: Path) -> None:
    ours = '{template: "comment négocier {mon|ton} salaire en entretien"}'
    theirs = ours.replace("ton", "son")
    shared = '{template: "comment négocier {le|ce} salaire en entretien"}'
    assert found(tmp_path / "both", topic("a", ours), topic("b", shared)) == []
    assert (
        "W402" in found(tmp_path / "one", topic("a", ours), topic("b", "comment négocier son salaire en entretien"))[0]
    )
    assert "E310" in found(tmp_path / "same", topic("a", ours), topic("b", theirs))[0]


def test_titles_and_follow_ups_may_be_nearly_a_question_of_their_topic(tmp_path: Path) -> None:
    near = topic("a", "négocier mon salaire en entretien", title="négocier son salaire en entretien")
    assert found(tmp_path / "own", near) == []
    assert found(tmp_path / "other", near, topic("b", title="négocier ton salaire en entretien")) != []


def test_each_question_is_told_of_the_one_that_is_nearest(tmp_path: Path) -> None:
    questions = (
        "comment bien négocier mon salaire",
        "comment bien négocier son salaire",
        "comment bien négocier son salaires",
    )
    pack = write(tmp_path / "p", {"x.yaml": topic("a", questions[0], questions[1]) + topic("b", questions[2])})
    said = [each.message for each in check_packs([pack]) if each.code == "W402"]
    assert said == [
        "`comment bien négocier son salaires` of `b` is nearly `comment bien négocier son salaire` "
        f"of `a` at {pack / 'x.yaml'}:4:52"
    ]


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        ("[a b, c d, e f]", []),
        ("[a b, c d]", ["only 2 questions in fr"]),
        ("[a b]", ["only 1 question in fr"]),
        ("[{template: '{a|b|c} d'}]", []),
        ("{fr: [a b, c d, e f], en: [g h]}", ["only 1 question in en"]),
        ("{en: [a b, c d, e f]}", ["no question in fr"]),
    ],
)
def test_few_questions_in_a_language_are_advice(tmp_path: Path, questions: str, expected: list[str]) -> None:
    kinds = (
        f"- {{id: x, title: t, answer: c, questions: {questions}}}",
        f"small_talk: [{{id: x, title: t, replies: c, questions: {questions}}}]",
        f"neighbourhoods: [{{id: x, title: t, why: c, instead: d, questions: {questions}}}]",
    )
    for number, text in enumerate(kinds):
        findings = check_packs([write(tmp_path / str(number), {"x.yaml": text})])
        assert [each.message for each in findings if each.code == "W404"] == [f"`x` has {each}" for each in expected]


def test_questions_from_packs_above_count(tmp_path: Path) -> None:
    base = write(tmp_path / "base", {"x.yaml": topic("a", "un deux", "trois quatre")})
    above = write(tmp_path / "above", {"x.yaml": "- {id: a, questions: [cinq six]}\n"})
    assert [each for each in checked(base, above) if "W404" in each] == []


WORDS = ["comment", "négocier", "salaire", "entretien", "blog", "mobile", "cv", "tarif", "client", "mesure", "réseau"]


@pytest.mark.parametrize("seed", range(4))
def test_the_fast_way_finds_what_comparing_all_with_all_finds(seed: int) -> None:
    """Nothing is made up, the same words in another order are never missed, and hardly anything else is."""
    chance = random.Random(seed)
    questions = []
    for _ in range(120):
        made = chance.sample(WORDS, chance.randint(3, 7))
        questions.append(tuple(made))
        if chance.random() < 0.4:
            at = chance.randrange(len(made))
            questions.append((*made[:at], made[at] + chance.choice("sxe"), *made[at + 1 :]))
    chance.shuffle(questions)
    keys = [" ".join(sorted(words)) for words in questions]
    slow = {
        (one, two): likeness
        for one, two in combinations(range(len(keys)), 2)
        if (likeness := fuzz.ratio(keys[one], keys[two])) >= LIKE
    }
    fast = near_pairs(questions)
    assert slow
    assert fast.items() <= slow.items()
    sharing = {pair for pair in slow if keys[pair[0]] == keys[pair[1]]}
    assert sharing <= fast.keys()
    assert len(fast) >= 0.9 * len(slow)


def test_many_questions_that_share_their_words_are_compared_in_a_window() -> None:
    questions: list[tuple[str, ...]] = [
        ("salaire", f"{'abcdefghij'[number % 10]}{number:05d}") for number in range(3_000)
    ]
    questions += [("salaire", "unique", "question"), ("salaire", "unique", "questions")]
    assert (3_000, 3_001) in near_pairs(questions)


@pytest.mark.parametrize("questions", [[], [("a",)], [("a",), ("b",)]])
def test_few_questions_have_no_pair(questions: list[tuple[str, ...]]) -> None:
    assert near_pairs(questions) == {}
