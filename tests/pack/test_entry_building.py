from pathlib import Path

import pytest
from good_pack import GOOD, read, write

from advisor.library import Dialogue, Lexicon, Library, PartAsked, Sequel, Step, Trial
from advisor.library import Path as LearningPath
from advisor.model import Answer, Claim, FollowUp, Neighbourhood, Phrasing, Reference, SmallTalk, Variant
from advisor.pack.load import check_packs, load_library
from advisor.pack.places import Located, Place


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library([write(tmp_path_factory.mktemp("good"), GOOD)])


def test_the_good_pack_is_good(tmp_path: Path) -> None:
    assert check_packs([write(tmp_path, GOOD)]) == []


def test_a_topic_holds_all_that_its_file_says(good: Library) -> None:
    pay = good.topics["pay"]
    assert (pay.id, pay.theme, pay.path) == ("pay", "money", "P1")
    assert (pay.claims, pay.sources, pay.related) == (("A1",), ("SURVEY",), ("training",))
    assert pay.title == {"fr": "Le salaire", "en": "Salary"}
    assert pay.answers["fr"] == Answer(
        point="{Comparez|Compare} dix annonces.",
        detail="Les montants varient.",
        steps=("{Notez|Note} les montants.", "Garder celui du milieu."),
        mistakes=("Mélanger brut et net.",),
        example="2 000 euros sur 12 mois.\n2 100 euros sur 13 mois.\n",
        time="Une soirée.",
        money="Rien.",
        next="La formation.",
    )
    assert pay.answers["en"].steps == ("Note the figures.", "Keep the middle one.")
    assert pay.variants == (
        Variant("freelance", {"fr": "Un tarif n'est pas un salaire.", "en": "A rate is no salary."}),
    )
    assert pay.follow_ups == (
        FollowUp("training", {"fr": "Quelle formation suivre ensuite ?", "en": "Which training comes next?"}),
    )
    assert good.topics["training"].answers["en"] == Answer("Free courses will do.")


def test_a_phrasing_knows_its_hand_and_the_template_that_it_comes_from(good: Library) -> None:
    template = "{quel|combien de} salaire [brut] demander"
    assert [each for each in good.topics["pay"].phrasings if each.language == "fr"] == [
        Phrasing("combien gagne un community manager", "fr", "anna"),
        *(
            Phrasing(f"{begun} demander", "fr", "anna", template)
            for begun in ("quel salaire brut", "quel salaire", "combien de salaire brut", "combien de salaire")
        ),
        Phrasing("ma paye est-elle normale", "fr", "karim"),
        Phrasing("fourchette de rémunération", "fr", "karim"),
        Phrasing("Le salaire", "fr", "title"),
        Phrasing("Combien puis-je espérer ?", "fr", "follow-ups"),
    ]
    assert [each.hand for each in good.topics["pay"].phrasings if each.language == "en"] == [
        *[""] * 3,
        *["ada"] * 2,
        "title",
        "follow-ups",
    ]


def test_small_talk_has_one_reply_or_several(good: Library) -> None:
    hello = good.small_talk["hello"]
    assert isinstance(hello, SmallTalk)
    assert hello.replies == {"fr": ("Bonjour !", "{Entrez|Entre}."), "en": ("Come in.",)}
    assert [each.topic for each in hello.follow_ups] == ["pay"]


def test_a_neighbourhood_says_why_and_where_else(good: Library) -> None:
    visas = good.neighbourhoods["visas"]
    assert isinstance(visas, Neighbourhood)
    assert (visas.what, visas.why["en"], visas.instead["fr"]) == ("Permits.", "The law changes.", "Le consulat.")
    assert visas.nearest == ("training",)


def test_a_path_holds_its_steps_in_order(good: Library) -> None:
    path = good.paths["P1"]
    assert isinstance(path, LearningPath)
    assert (path.hours, path.pace["en"], path.needs, path.claims) == (12, "A month.", (), ("A1",))
    assert path.steps[0] == Step(
        id="P1.1",
        title={"fr": "Lire", "en": "Read"},
        outcome={"fr": "Savoir.", "en": "Know."},
        practice={"fr": "Lire dix pages.", "en": "Read ten pages."},
        proof={"fr": "Un résumé.", "en": "A summary."},
        hours=4,
        topics=("pay",),
        resources=("SURVEY",),
        formerly=("P1.0",),
    )
    assert [(step.id, step.needs) for step in path.steps] == [("P1.1", ()), ("P1.2", ("P1.1",))]


def test_sections_become_claims_sources_and_themes(good: Library) -> None:
    assert good.claims == {"A1": Claim("A1", "intro", {"fr": "Le métier change.", "en": "The job changes."})}
    assert good.references == {"SURVEY": Reference("SURVEY", "A survey", "https://example.org/survey")}
    assert good.themes == {"money": {"fr": "L'argent", "en": "Money"}}


def test_the_lexicon_keeps_its_groups(good: Library) -> None:
    assert good.lexicon == Lexicon(
        abbreviations={"fr": {"slt": "salut", "bjr": "bonjour"}},
        synonyms={"fr": (("salaire", "paye", "rémunération"),), "en": (("salary", "pay", "wage"),)},
        translations=({"fr": ("salaire",), "en": ("salary", "pay")},),
        persons={"freelance": {"fr": ("à mon compte",), "en": ("self-employed",)}},
        parts={"time": {"en": ("how long",)}},
        dialogue={"more": {"fr": ("dis-m'en plus",)}},
    )


def test_background_and_trials_come_in_the_order_of_the_files(good: Library) -> None:
    assert good.background == (
        Phrasing("recette de crêpes", "fr", "cuisine"),
        Phrasing("cuisson du riz", "fr", "cuisine"),
        Phrasing("how to cook rice", "en"),
    )
    assert good.trials == (
        Trial("what salary should I ask for", "en", ("pay",)),
        Trial("quelle heure est-il", "fr", ()),
    )
    assert good.dialogues == (
        Dialogue((Trial("hello", "en", ("hello",)), Trial("my wage", "en", ("pay", "training")))),
    )
    assert good.parts_asked == (
        PartAsked("pay", "steps", "je demande à qui ?", "fr"),
        PartAsked("pay", "time", "is that quick?", "en"),
        PartAsked("pay", "time", "by when?", "en"),
        PartAsked("pay", "point", "what's the going wage here", "en", first=True),
        PartAsked("pay", "steps", "how do i bring up my wage with the boss", "en", first=True),
    )
    assert good.topics["pay"].phrasings.index(Phrasing("what's the going wage here", "en", "ada")) >= 0
    assert good.sequels == (
        Sequel("pay", "training", "et ça s'apprend ?", "fr"),
        Sequel("pay", "pay", "même si j'ai peur", "fr"),
    )


def test_a_library_holds_ordinary_texts_only(good: Library) -> None:
    seen = [
        repr(good),
        *good.topics,
        *good.topics["pay"].answers,
        good.topics["pay"].phrasings[0].text,
        good.topics["pay"].id,
    ]
    assert not any(isinstance(each, Located) for each in seen)


@pytest.mark.parametrize("file_language", ["fr", "en"])
def test_words_without_a_language_are_in_the_files_language(file_language: str) -> None:
    # The language may stand behind the words that it is for.
    text = f"id: a\ntitle: b\nanswer: c\nquestions: [d, {{template: e}}]\nlanguage: {file_language}\n"
    topic = read(text)[0].topics[0]
    assert topic.title == {file_language: "b"}
    assert topic.answers == {file_language: Answer("c")}
    assert {each.language for each in topic.phrasings} == {file_language}


def test_a_trial_without_a_language_is_in_the_files_language() -> None:
    entries, _ = read("language: en\ntrials: [{question: a, expect: []}, {question: b, language: fr, expect: []}]\n")
    assert [each.language for each in entries.trials] == ["en", "fr"]
    assert read("trials: [{question: a, expect: []}]\n")[0].trials[0].language == "fr"


def test_a_list_of_topics_is_a_file_of_topics() -> None:
    entries, findings = read("- {id: a, title: b, answer: c}\n- {id: d, questions: [e]}\n")
    assert findings == []
    assert [each.id for each in entries.topics] == ["a"]
    assert [(each.kind, each.id, [one.text for one in each.phrasings]) for each in entries.additions] == [
        ("topic", "d", ["e"])
    ]


def test_questions_alone_are_an_addition_in_each_kind() -> None:
    entries, findings = read(
        "topics: [{id: a, questions: [x]}]\nsmall_talk: [{id: b, questions: [y]}]\n"
        "neighbourhoods: [{id: c, questions: {en: [z]}}]\n"
    )
    assert findings == []
    assert [(each.kind, each.id) for each in entries.additions] == [
        ("topic", "a"),
        ("small_talk", "b"),
        ("neighbourhood", "c"),
    ]


def test_an_entry_with_anything_else_is_no_addition() -> None:
    entries, _ = read("topics: [{id: a, questions: [x], ansver: y}, {id: b, questions: [x], theme: t}, {id: c}]\n")
    assert [each.id for each in entries.topics] == ["a", "b", "c"]
    assert entries.additions == []


@pytest.mark.parametrize(
    "text",
    [
        "kind: topik\nid: a\n",
        "kind: topic\nid: 12\ntitle: b\nanswer: c\n",
        "kind: topic\ntitle: b\nanswer: c\n",
        "topics: a\n",
        "claims: [a]\n",
        "<<: {id: a}\ntitle: b\nanswer: c\n",
    ],
)
def test_a_file_whose_ids_are_lost_says_so(text: str) -> None:
    entries, findings = read(text)
    assert findings
    assert entries.incomplete


def test_a_file_with_other_faults_is_not_incomplete() -> None:
    entries, findings = read("id: a\ntitle: 12\nansver: c\n")
    assert findings
    assert not entries.incomplete


def test_a_text_that_an_alias_repeats_stands_where_it_is_written() -> None:
    entries, _ = read("- {id: a, title: &t b, answer: c}\n- {id: d, title: *t, answer: e}\n")
    title = entries.topics[1].title["fr"]
    assert isinstance(title, Located)
    assert title.place == Place("f.yaml", 1, 18)
