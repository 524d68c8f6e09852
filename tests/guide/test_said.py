"""What is said of progress, of the article and of confidence: true to what was counted, and a person's words are only words."""

import re

import pytest
from few_paths import both, path, step, topic

from advisor.guide.article import beside, claim_page, growths, sources_page
from advisor.guide.confidence import Reliability, confidence_page, likely_others, promise_words, why_page
from advisor.guide.standing import find_step, left_over, marked, no_such_step, standing
from advisor.guide.words import PHRASES, percent, quoted, said
from advisor.model import LANGUAGES, Claim, Reference
from advisor.reply import Alternative, Correction, Reply
from advisor.store.progress import progress
from advisor.store.records import StepMark
from advisor.text.typography import spoken

AT = "2026-11-25T08:30:00.000000Z"
HELD = {
    "by": "trials",
    "questions": 1185,
    "on_the_map": 776,
    "bands": {
        "sure": {"from": 0.94, "promised": 0.95, "questions": 664, "right": 0.9947},
        "think": {"from": 0.74, "promised": 0.8, "questions": 94, "right": 0.8966},
        "hesitate": {"from": 0.0, "promised": None, "questions": 0, "right": None},
    },
    "bins": [
        {"from": 0.8, "to": 0.9, "questions": 40, "expected": 0.851, "right": 0.9},
        {"from": 0.9, "to": 1.0, "questions": 700, "expected": 0.98, "right": 0.999},
    ],
}


def text(page, language="fr", address="vous") -> str:
    return "\n".join(spoken(words[language], address) for words in page)


def test_every_phrase_stands_in_both_languages_with_the_same_values():
    for key, words in PHRASES.items():
        assert set(words) == set(LANGUAGES), key
        values = [set(re.findall(r"%\((\w+)\)s", words[language])) for language in LANGUAGES]
        assert values[0] == values[1], key
        assert "{" not in words["en"], key


def test_a_share_is_all_or_nothing_only_where_it_is():
    assert [percent(share)["en"] for share in (0, 0.001, 0.5, 0.9999, 1)] == ["0%", "1%", "50%", "99%", "100%"]
    assert percent(0.5)["fr"] == "50 %"


def test_values_in_several_languages_are_put_in_by_language():
    words = said("talked-of", topics=quoted([both("cv"), {"en": "only"}]))
    assert words["fr"] == "{Vous avez|Tu as} parlé de « cv fr », « only »."
    assert words["en"] == "You talked about “cv en”, “only”."


# Progress


def test_a_path_says_its_size_then_how_far_one_is():
    one = path("P1", step("P1.1"), step("P1.2", 20, needs=("P1.1",)))

    def of(*states) -> str:
        marks = {id: StepMark(id, state, AT) for id, state in states}
        return standing(one, progress(one, marks))["en"]

    assert of() == "2 steps, 30 h"
    assert of(("P1.1", "known")) == "1 of 2, 20 h left, next P1.2"
    assert of(("P1.1", "done"), ("P1.2", "skipped")) == "2 of 2, finished"
    assert standing(path("Q", step("Q1")), progress(path("Q", step("Q1")), {}))["fr"] == "une étape, 10 h"


def test_a_step_is_found_by_its_id_its_former_id_and_in_any_case():
    one = path("P1", step("P1.1", formerly=("P1.0",)), step("P1.2"))
    assert find_step(" p1.2 ", [one]) == (one, one.steps[1])
    assert find_step("P1.0", [one]) == (one, one.steps[0])
    assert find_step("P1", [one]) is None
    assert no_such_step("P1.3", [one])["en"] == "No step is called “P1.3”. The nearest is P1.2."


@pytest.mark.parametrize("typed", ["{a|b}", "**x**", "[b]x[/b]", "\x1b[31m", "x" * 5000, "`x`", "%(id)s %"])
def test_what_was_typed_never_becomes_markup(typed: str):
    words = no_such_step(typed, [path("P1", step("P1.1"))])
    for language in LANGUAGES:
        assert not set("{}|*`[]\x1b") & set(words[language])
        assert len(words[language]) < 200


def test_marking_a_step_says_what_is_left():
    one = path("P1", step("P1.1"), step("P1.2", 20))
    words = marked(one, one.steps[0], "done", {"P1.1": StepMark("P1.1", "done", AT)})
    assert words["fr"] == "P1.1, « P1.1 fr » : faite. Parcours P1 : 1 sur 2, reste 20 h, ensuite P1.2."
    assert words["en"] == "P1.1, “P1.1 en”: done. Path P1: 1 of 2, 20 h left, next P1.2."


def test_a_step_that_vanished_is_still_told():
    one = path("P1", step("P1.1", formerly=("P1.0",)))
    marks = {id: StepMark(id, state, AT) for id, state in (("P9.9", "done"), ("P1.0", "done"), ("P8.8", "open"))}
    assert left_over([one], {}) is None
    gone = left_over([one], marks)
    assert gone is not None
    assert gone["en"] == "Steps noted earlier that the paths no longer have: P9.9 (done)."


# The article

CLAIMS = {
    "A9": Claim("A9", "direction", both("late")),
    "A1": Claim("A1", "intro", both("early")),
    "A2": Claim("A2", "intro", both("next")),
}


def test_the_map_goes_by_section_and_shows_what_grew():
    one, two = topic("one", claims=("A9", "A1")), topic("two", claims=("A9",))
    grown = growths(CLAIMS.values(), [one, two])
    assert [growth.claim.id for growth in grown] == ["A1", "A2", "A9"]
    assert [[each.id for each in growth.topics] for growth in grown] == [["one"], [], ["one", "two"]]
    assert "**A9.** late fr" in text(claim_page(grown[2]))
    assert "partie « La direction à prendre »" in text(claim_page(grown[2]))
    assert "Aucun sujet n'en est né" in text(claim_page(grown[1]))


def test_an_answer_shows_each_of_its_claims_under_its_section_and_then_its_references():
    shown = text(
        sources_page([topic("one", claims=("A9", "A1"))], CLAIMS, [Reference("R", "A survey", "https://a.org")])
    )
    assert shown.index("Ouverture") < shown.index("**A1.** early fr") < shown.index("**A9.** late fr")
    assert shown.rindex("À côté de l'article") < shown.index("- A survey <https://a.org>")
    assert "A2" not in shown


def test_an_answer_without_claims_says_what_it_rests_on():
    assert "L'article n'en parle pas" in text(sources_page([topic("one")], CLAIMS, [Reference("R", "A survey")]))
    assert "usage courant" in text(sources_page([topic("one")], CLAIMS, []))
    assert "usage courant" in text(sources_page([topic("one", claims=("gone",))], CLAIMS, []))


def test_topics_of_the_same_claims_are_offered_those_that_share_most_first():
    own, near, far = topic("own", claims=("A1", "A9")), topic("near", claims=("A1", "A9")), topic("far", claims=("A9",))
    assert [one.id for one in beside([own], growths(CLAIMS.values(), [far, own, near]))] == ["near", "far"]


# Confidence


def counted(**changed) -> Reliability:
    found = Reliability.of(HELD | changed)
    assert found is not None
    return found


def test_an_index_that_counted_nothing_says_so():
    assert Reliability.of(None) is None
    assert Reliability.of({"questions": 3}) is None
    assert "pas été mesurées" in text(confidence_page(None))
    assert "pas été mesurées" in text([promise_words("sure", None)])


def test_each_word_tells_what_it_came_to_on_how_many_questions():
    assert promise_words("sure", counted())["en"] == (
        "Of 664 trial questions that I answered with this word, about 99% of my answers were right."
    )
    assert "Aucune question d'essai" in promise_words("hesitate", counted())["fr"]
    assert "built-in" in promise_words("think", counted(lent=True))["en"]


def test_the_curve_has_a_line_a_range_with_its_count_and_a_bar_as_long_as_its_share():
    shown = text(confidence_page(counted()), "en")
    assert "1,185 trial questions" in shown
    assert "“I am sure” promises 95%; kept: 99% of 664 answers" in shown
    assert "“I hesitate”: no trial answer" in shown
    assert f"0.8 to 0.9: expected 85%, right 90%, 40 questions {'█' * 18}\n" in shown
    assert "0,8 à 0,9 : annoncé 85 %, juste 90 %" in text(confidence_page(counted()))
    assert "1 185 questions" in text(confidence_page(counted()))
    assert "█" not in text(confidence_page(counted(), bars=False))
    assert "held out" in text(confidence_page(counted(by="folds")), "en")


def test_a_share_of_few_questions_is_none():
    assert "about 99% of my answers" in promise_words("sure", counted())["en"]
    bands = HELD["bands"] | {"think": {"from": 0.74, "promised": 0.8, "questions": 7, "right": 0.8}}
    few = counted(bands=bands)
    assert promise_words("think", few)["fr"].startswith(
        "Questions d'essai auxquelles j'ai répondu avec ce mot : 7, trop"
    )
    shown = text(confidence_page(few), "en")
    assert "“I think so”: too few trial answers (7)" in shown
    assert "80%" not in shown
    assert "questions off the subject weigh as one in four together" in shown


def test_ranges_with_few_questions_are_shown_together():
    def bins(*questions: int) -> list[dict]:
        return [
            {"from": n / 10, "to": (n + 1) / 10, "questions": one, "expected": n / 10, "right": float(n % 2)}
            for n, one in enumerate(questions)
        ]

    def shown(*questions: int) -> list[str]:
        lines = text(confidence_page(counted(bins=bins(*questions)), bars=False), "en").splitlines()
        return [line for line in lines if " to " in line and "expected" in line]

    assert shown(30, 5, 15, 40, 3) == [
        "- 0.0 to 0.1: expected 0%, right 0%, 30 questions",
        "- 0.1 to 0.3: expected 18%, right 25%, 20 questions",
        "- 0.3 to 0.5: expected 31%, right 93%, 43 questions",
    ]
    assert len(shown(3, 4)) == 1
    assert len(shown(0, 0)) == 1


def test_why_an_answer_names_the_words_that_decided_and_what_the_word_is_worth():
    reply = Reply(
        "q", "fr", "answer", "t", "cv", 0.97, because=("portfolio", "{a|b}"), corrections=(Correction("folio", "port*"),),
        sureness="sure",
    )  # fmt: skip
    shown = text(why_page(reply, counted()))
    assert "« portfolio », « ab »" in shown
    assert "J'ai lu « folio » comme « port »." in shown
    assert "97 %, soit « j'en suis sûr »" in shown
    assert "664 questions d'essai" in shown


def test_only_what_is_at_all_likely_could_also_have_been_meant():
    def others(*confidences: float) -> list[str]:
        reply = Reply("q", "fr", "answer", "t", "t0", alternatives=tuple(
            Alternative(f"t{place}", "title", one) for place, one in enumerate(confidences)
        ))  # fmt: skip
        return [one.topic for one in likely_others(reply)]

    assert others(0.999, 0.1, 0.09, 0.02) == ["t1"]
    assert others(0.999, 0.02) == []
    assert others(0.12, 0.07, 0.05) == ["t1"]
    assert others() == []


@pytest.mark.parametrize(
    ("reply", "part"),
    [
        (Reply("q", "en", "unknown", "t"), "resembles the question enough"),
        (Reply("q", "en", "unknown", "t", neighbourhood="visas"), "on purpose"),
        (Reply("q", "en", "answer", "t", "cv", 1.0, sureness="sure"), "was chosen"),
        (
            Reply("q", "en", "answer", "t", "cv", 1.0, sureness="sure", lesson="You taught me {that}."),
            "You taught me that.",
        ),
        (Reply("q", "en", "answer", "t", "cv", 0.6, sureness="think"), "follows what was said before"),
        (Reply("q", "en", "choices", "t", because=("cv",)), "decided: “cv”"),
    ],
)
def test_what_no_word_decided_says_what_did(reply: Reply, part: str):
    shown = text(why_page(reply, counted()), "en")
    assert part in shown
    assert ("trial questions" in shown) == (reply.kind == "answer" and reply.confidence < 1)
