from collections.abc import Mapping
from pathlib import Path

import pytest
from good_pack import GOOD, checked, write

from advisor.errors import KnowledgeError
from advisor.library import Lexicon, Library
from advisor.model import Neighbourhood, Phrasing, SmallTalk, Topic
from advisor.pack.lay import merged, plain
from advisor.pack.load import load_library
from advisor.pack.places import Located, Place

BASE = {
    "topics.yaml": "- {id: pay, title: Salaire, answer: Ancien., questions: [combien, paye, gain]}\n"
    "- {id: cv, title: Curriculum, answer: Court., questions: [faire un cv, modèle, mise en page]}\n",
    "talk.yaml": "small_talk:\n  - {id: hello, title: Bonjour, replies: Oui., questions: [salut]}\n",
    "off.yaml": "neighbourhoods:\n  - {id: visas, title: Visa, why: Droit., instead: Consulat., questions: [permis]}\n",
}


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return write(tmp_path / "base", BASE)


def over(base: Path, *packs: str) -> Library:
    """The base with packs of one file each laid over it."""
    above = [write(base.parent / f"over-{number}", {"x.yaml": text}) for number, text in enumerate(packs)]
    return load_library([base, *above])


def wrong_over(base: Path, text: str) -> list[str]:
    return [each for each in checked(write(base.parent / "over", {"x.yaml": text}), base=[base]) if ": E" in each]


def asked(library: Library, id_: str) -> list[str]:
    every: tuple[Mapping[str, Topic | SmallTalk | Neighbourhood], ...]
    every = (library.topics, library.small_talk, library.neighbourhoods)
    return [each.text for held in every if id_ in held for each in held[id_].phrasings]


def test_a_new_topic_is_added(base: Path) -> None:
    library = over(base, "- {id: blog, title: Bloguer, answer: Oui.}\n")
    assert [*library.topics] == ["pay", "cv", "blog"]


def test_a_later_entry_replaces_the_whole_of_the_earlier_one(base: Path) -> None:
    library = over(base, "- {id: pay, title: Revenu, answer: Nouveau., questions: [montant]}\n")
    assert [*library.topics] == ["pay", "cv"]
    assert library.topics["pay"].answers["fr"].point == "Nouveau."
    assert asked(library, "pay") == ["montant", "Revenu"]


def test_the_last_of_several_packs_wins(base: Path) -> None:
    library = over(base, "- {id: pay, title: a, answer: Deux.}\n", "- {id: pay, title: b, answer: Trois.}\n")
    assert library.topics["pay"].answers["fr"].point == "Trois."


def test_questions_alone_are_added_to_what_is_there(base: Path) -> None:
    library = over(
        base,
        "- {id: pay, questions: [fiche]}\n- {id: pay, questions: {en: [wage]}}\n",
        "topics: [{id: pay, questions: [bulletin]}]\nsmall_talk: [{id: hello, questions: [coucou]}]\n"
        "neighbourhoods: [{id: visas, questions: [passeport]}]\n",
    )
    assert asked(library, "pay") == ["combien", "paye", "gain", "fiche", "wage", "bulletin", "Salaire"]
    assert asked(library, "hello") == ["salut", "coucou", "Bonjour"]
    assert asked(library, "visas") == ["permis", "passeport", "Visa"]
    assert library.topics["pay"].answers["fr"].point == "Ancien."


def test_questions_are_added_to_an_entry_of_the_same_pack_wherever_it_stands(base: Path) -> None:
    files = {"a.yaml": "- {id: z, questions: [b]}\n", "z.yaml": "- {id: z, title: a, answer: c}\n"}
    assert asked(load_library([write(base.parent / "p", files)]), "z") == ["b", "a"]


def test_questions_go_to_the_entry_that_their_pack_replaces(base: Path) -> None:
    library = over(base, "- {id: pay, questions: [fiche]}\n- {id: pay, title: Revenu, answer: Neuf.}\n")
    assert asked(library, "pay") == ["fiche", "Revenu"]


def test_questions_that_were_added_leave_with_the_entry_that_is_replaced(base: Path) -> None:
    library = over(base, "- {id: pay, questions: [fiche]}\n", "- {id: pay, title: Revenu, answer: Neuf.}\n")
    assert asked(library, "pay") == ["Revenu"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- {id: pai, questions: [a]}\n", "x.yaml:1:8: E302"),
        ("small_talk: [{id: pay, questions: [a]}]\n", "x.yaml:1:19: E302"),
        ("kind: neighbourhood\nid: hello\nquestions: [a]\n", "x.yaml:2:5: E302"),
        ("small_talk: [{id: pay, title: a, replies: b}]\n", "x.yaml:1:19: E301"),
        ("- {id: hello, title: a, answer: b}\n", "x.yaml:1:8: E301"),
        ("- {id: n, title: a, answer: b}\n- {id: n, title: c, answer: d}\n", "x.yaml:2:8: E301"),
        ("topics: [{id: n, title: a, answer: b}]\nsmall_talk: [{id: n, title: c, replies: d}]\n", "x.yaml:2:19: E301"),
        ("themes: {t: a}\nsources: {S: {title: b}}\n", None),
    ],
)
def test_ids_that_clash_or_miss_are_told(base: Path, text: str, expected: str | None) -> None:
    assert wrong_over(base, text) == ([expected] if expected else [])


def test_a_missing_entry_is_told_with_the_nearest_one(base: Path) -> None:
    with pytest.raises(KnowledgeError, match="no such topic exists; did you mean `pay`"):
        over(base, "- {id: pai, questions: [a]}\n")
    with pytest.raises(KnowledgeError, match="give it a title"):
        over(base, "- {id: xyzzy, questions: [a]}\n")


def test_an_id_that_stands_twice_names_the_first_place(base: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"stands twice \(first at .*x\.yaml:1:8\)"):
        over(base, "- {id: n, title: a, answer: b}\n- {id: n, title: c, answer: d}\n")


@pytest.mark.parametrize("section", ["claims", "sources", "themes"])
def test_what_has_an_id_of_its_own_is_replaced_too(base: Path, section: str) -> None:
    def one(word: str) -> str:
        return {
            "claims": f"claims: {{X: {{section: intro, fr: {word}}}}}\n",
            "sources": f"sources: {{X: {{title: {word}}}}}\n",
            "themes": f"themes: {{x: {word}}}\n",
        }[section]

    library = over(base, one("ancien"), one("neuf"))
    held = {"claims": library.claims, "sources": library.references, "themes": library.themes}[section]
    assert len(held) == 1
    assert "neuf" in repr(held)
    assert "ancien" not in repr(held)


@pytest.mark.parametrize(
    "section", ["claims: {X: {section: intro, fr: a}}", "sources: {X: {title: a}}", "themes: {x: a}"]
)
def test_what_has_an_id_of_its_own_stands_once_in_a_pack(tmp_path: Path, section: str) -> None:
    found = checked(write(tmp_path / "p", {"a.yaml": section, "b.yaml": section}))
    column = section.lower().index("x") + 1
    assert [each for each in found if ": E" in each] == [f"b.yaml:1:{column}: E301"]


def test_a_path_is_replaced_with_its_steps(tmp_path: Path) -> None:
    def path(step: str) -> str:
        return GOOD["path.yaml"].replace("P1.1", step)

    base = write(tmp_path / "base", GOOD)
    library = load_library([base, write(tmp_path / "over", {"p.yaml": path("P1.7")})])
    assert [step.id for step in library.paths["P1"].steps] == ["P1.7", "P1.2"]


def test_background_and_trials_grow(base: Path) -> None:
    trial = "{{question: {0}, expect: []}}"
    rest = f"background: {{{{fr: [{{0}}]}}}}\ntrials: [{trial}]\ndialogues: [{{{{turns: [{trial}]}}}}]\n"
    rest += "sequels: {{pay: {{fr: {{pay: [{0}]}}}}}}\nparts_asked: {{pay: {{fr: {{time: [{0}]}}}}}}\n"
    library = over(base, rest.format("a"), rest.format("b"))
    assert [each.text for each in library.background] == ["a", "b"]
    assert [each.question for each in library.trials] == ["a", "b"]
    assert [each.turns[0].question for each in library.dialogues] == ["a", "b"]
    assert [each.text for each in library.sequels] == ["a", "b"]
    assert [(each.text, each.part) for each in library.parts_asked] == [("a", "time"), ("b", "time")]


def test_an_entry_in_the_library_has_titles_and_follow_ups_as_phrasings_once(tmp_path: Path) -> None:
    text = """\
- id: a
  title: {fr: "{Votre|Ton} salaire", en: "The {salary|pay}"}
  answer: b
  questions: {fr: ["ton SALAIRE"]}
  follow_ups: [{topic: c, fr: "Et après ?"}, {topic: c, fr: "et apres"}]
- {id: c, title: d, answer: e, follow_ups: [{topic: a, en: "The salary pay!"}]}
"""
    library = load_library([write(tmp_path / "p", {"x.yaml": text})])
    assert library.topics["a"].phrasings == (
        Phrasing("ton SALAIRE", "fr"),
        Phrasing("Votre salaire", "fr", "title"),
        Phrasing("The {salary|pay}", "en", "title"),
    )
    assert library.topics["c"].phrasings == (Phrasing("d", "fr", "title"), Phrasing("Et après ?", "fr", "follow-ups"))


def test_a_later_abbreviation_replaces_the_earlier_one_and_the_rest_is_added() -> None:
    first = Lexicon(
        abbreviations={"fr": {"cm": "community manager", "rs": "réseaux"}},
        synonyms={"fr": (("a", "b"),)},
        translations=({"fr": ("a",), "en": ("b",)},),
        persons={"shy": {"fr": ("timide",)}},
        parts={"time": {"fr": ("durée",)}},
        dialogue={"more": {"fr": ("encore",)}},
    )
    second = Lexicon(
        abbreviations={"fr": {"cm": "centimètre"}, "en": {"u": "you"}},
        synonyms={"fr": (("a", "b"), ("c", "d"))},
        translations=({"fr": ("a",), "en": ("b",)}, {"fr": ("e",)}),
        persons={"shy": {"fr": ("timide", "réservé"), "en": ("shy",)}},
        parts={"money": {"fr": ("prix",)}},
        dialogue={"more": {"fr": ("encore",)}},
    )
    assert merged([]) == Lexicon()
    assert merged([first, second]) == Lexicon(
        abbreviations={"fr": {"cm": "centimètre", "rs": "réseaux"}, "en": {"u": "you"}},
        synonyms={"fr": (("a", "b"), ("c", "d"))},
        translations=({"fr": ("a",), "en": ("b",)}, {"fr": ("e",)}),
        persons={"shy": {"fr": ("timide", "réservé"), "en": ("shy",)}},
        parts={"time": {"fr": ("durée",)}, "money": {"fr": ("prix",)}},
        dialogue={"more": {"fr": ("encore",)}},
    )


def test_a_plain_value_equals_the_one_with_places() -> None:
    located = Located("a", Place("f.yaml", 1, 2))
    value = {located: (located, [1][0], None, Phrasing(located, "fr"))}
    made = plain(value)
    assert made == value
    assert [type(each) for each in (*made, made["a"][0], made["a"][3].text)] == [str, str, str]
