from pathlib import Path

import pytest
from good_pack import GOOD, checked, write

from advisor.pack.load import check_packs

ASKED = "questions: {fr: [a b, c d, e f], en: [g h, i j, k l]}"
BILINGUAL = f"- {{id: z, title: {{fr: sujet, en: subject}}, answer: {{fr: v, en: w}}, {ASKED}}}\n"


def missing(directory: Path, text: str) -> list[str]:
    """What W401 says of a file beside a topic that speaks both languages."""
    findings = check_packs([write(directory / "p", {"x.yaml": text, "z.yaml": BILINGUAL})])
    assert not [each for each in findings if each.is_error], findings
    return [each.message for each in findings if each.code == "W401"]


def topic(rest: str) -> str:
    return f"- {{id: a, {rest}}}\n"


BOTH = "title: {fr: t, en: u}, answer: {fr: v, en: w}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (topic(BOTH), []),
        (topic("title: t, answer: v"), ["`a` says nothing in en for title, answer"]),
        (topic("title: {fr: t, en: u}, answer: v"), ["`a` says nothing in en for answer"]),
        (topic("title: {en: t}, answer: {en: v}"), ["`a` says nothing in fr for title, answer"]),
        (
            topic("title: {fr: t, en: u}, answer: {fr: {point: v, time: x}, en: {point: w, money: y}}"),
            ["`a` says nothing in en for answer.time", "`a` says nothing in fr for answer.money"],
        ),
        (topic("title: {fr: t, en: u}, answer: {fr: {point: v, time: x}}"), ["`a` says nothing in en for answer"]),
        (topic(f"{BOTH}, variants: [{{for: shy, fr: x}}]"), ["`a` says nothing in en for the variant for shy"]),
        (
            topic(f"{BOTH}, follow_ups: [{{topic: z, en: 'x y'}}]"),
            ["`a` says nothing in fr for the follow-up to z"],
        ),
        (
            "small_talk: [{id: a, title: {fr: t, en: u}, replies: {fr: v}, follow_ups: [{topic: z, en: 'x y'}]}]",
            ["`a` says nothing in en for replies", "`a` says nothing in fr for follow_ups"],
        ),
        (
            "neighbourhoods: [{id: a, title: t, why: {fr: v, en: w}, instead: {en: x}}]",
            ["`a` says nothing in en for title", "`a` says nothing in fr for instead"],
        ),
        ("claims: {A: {section: intro, fr: t}}", ["`A` says nothing in en for its words"]),
        ("themes: {a: t}", ["`a` says nothing in en for its words"]),
        (
            "paths: [{id: P, title: t, summary: {fr: a, en: b}, audience: {fr: a, en: b}, hours: 1, pace: {en: a}, steps: "
            "[{id: S, title: {fr: a, en: b}, outcome: {fr: a, en: b}, practice: a, proof: {fr: a, en: b}, hours: 1}]}]",
            [
                "`P` says nothing in en for title",
                "`P` says nothing in fr for pace",
                "`S` says nothing in en for practice",
            ],
        ),
    ],
)
def test_words_that_are_missing_in_a_language_of_the_pack_are_told_once_an_entry(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    assert sorted(missing(tmp_path, text)) == sorted(expected)


def test_a_pack_in_one_language_lacks_none(tmp_path: Path) -> None:
    assert not [
        each for each in checked(write(tmp_path / "p", {"x.yaml": topic("title: t, answer: v")})) if "W401" in each
    ]


def test_a_pack_in_one_language_lacks_none_over_one_in_two(tmp_path: Path) -> None:
    base = write(tmp_path / "base", GOOD)
    above = write(tmp_path / "above", {"x.yaml": topic("title: t, answer: v, questions: [q r, s t, u v w]")})
    assert checked(above, base=[base]) == []


def test_a_claim_that_no_answer_carries_and_a_source_that_nothing_rests_on_are_told(tmp_path: Path) -> None:
    text = """\
claims: {A: {section: intro, fr: a}, B: {section: envol, fr: b}, C: {section: envol, fr: b, topics: [t]}}
sources: {S: {title: a}, T: {title: b}, U: {title: c}}
topics: [{id: t, title: x, answer: y, claims: [A], sources: [S], questions: [q r, s t, u v w]}]
paths:
  - {id: P, title: t, summary: a, audience: b, hours: 1, pace: c, claims: [B], steps:
      [{id: S1, title: a, outcome: b, practice: c, proof: d, hours: 1, resources: [T]}]}
"""
    assert checked(write(tmp_path / "p", {"x.yaml": text})) == [
        "x.yaml:1:38: W405",
        "x.yaml:1:66: W405",
        "x.yaml:2:41: W406",
    ]


def test_advice_on_the_packs_below_is_left_out(tmp_path: Path) -> None:
    base = write(tmp_path / "base", {"x.yaml": "sources: {S: {title: a}}\n"})
    above = write(tmp_path / "above", {"y.yaml": "sources: {T: {title: a}}\n"})
    assert checked(above, base=[base]) == ["y.yaml:1:11: W406"]
    assert checked(base, above) == ["y.yaml:1:11: W406", "x.yaml:1:11: W406"]


def test_a_pack_with_a_broken_file_gets_no_advice(tmp_path: Path) -> None:
    pack = write(tmp_path / "p", {"x.yaml": "sources: {S: {title: a}}\n", "y.yaml": "a: [\n"})
    assert checked(pack) == ["y.yaml:2:1: E102"]
