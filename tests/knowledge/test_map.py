"""The built-in knowledge holds all that it must answer, each thing in both languages, and every claim of the article."""

import re
from collections import Counter

import pytest
from shown_texts import Shown
from topic_map import CLAIMS, SILENT, SMALL_TALK, STEPS, TOPICS

from advisor.library import Library
from advisor.model import LANGUAGES, Neighbourhood, Topic
from advisor.pack.entries import FOLLOW_UPS, TITLE
from advisor.text.features import stems
from advisor.text.fold import words

NOT_BY_HAND = frozenset({TITLE, FOLLOW_UPS})
ASKING = frozenset(
    [
        "what",
        "why",
        "where",
        "when",
        "who",
        "how",
        "which",
        "it",
        "pourquoi",
        "comment",
        "quel",
        "quelle",
        "quels",
        "quelles",
        "quoi",
        "ou",
        "quand",
        "qui",
    ]
)
"""Words that ask, and name no topic."""


def phrasings(entry: Topic | Neighbourhood, language: str) -> Counter[str]:
    """How many each hand wrote."""
    return Counter(each.hand for each in entry.phrasings if each.language == language and each.hand not in NOT_BY_HAND)


def test_every_topic_of_the_map_is_there_under_its_theme(library: Library) -> None:
    themes = {id_: theme for theme, ids in TOPICS.items() for id_ in ids}
    assert len(themes) == 69
    assert {id_: library.topics[id_].theme for id_ in themes if id_ in library.topics} == themes
    assert themes.keys() <= library.topics.keys()


def test_small_talk_is_complete_and_varied(library: Library) -> None:
    assert set(SMALL_TALK) <= library.small_talk.keys()
    for talk in library.small_talk.values():
        assert {language: len(set(talk.replies[language])) >= 3 for language in LANGUAGES} == {"fr": True, "en": True}
        assert len(talk.follow_ups) >= 3


def test_every_claim_is_carried_by_an_answer(library: Library) -> None:
    carried = {claim for topic in library.topics.values() for claim in topic.claims}
    assert tuple(library.claims) == CLAIMS
    assert carried == set(CLAIMS)


def test_an_answer_leans_on_the_article_exactly_where_the_article_speaks(library: Library) -> None:
    assert {topic.id for topic in library.topics.values() if not topic.claims} == SILENT


def test_an_answer_that_leans_on_the_article_names_it_and_no_other_does(library: Library, texts: list[Shown]) -> None:
    named = {
        (each.owner, each.language)
        for each in texts
        if each.part in ("answers.point", "answers.detail") and re.search("l'article|the article", each.text.lower())
    }
    leaning = {(topic.id, language) for topic in library.topics.values() if topic.claims for language in LANGUAGES}
    assert named == leaning


def test_what_answers_and_steps_rest_on_exists_and_is_used(library: Library) -> None:
    rested_on = {id_ for topic in library.topics.values() for id_ in topic.sources}
    rested_on |= {id_ for path in library.paths.values() for step in path.steps for id_ in step.resources}
    assert rested_on == library.references.keys()


@pytest.mark.parametrize("topic", [id_ for ids in TOPICS.values() for id_ in ids])
def test_an_answer_leads_on_to_other_answers(library: Library, topic: str) -> None:
    entry = library.topics[topic]
    next_ = [each.topic for each in entry.follow_ups]
    assert len(set(next_)) >= 3
    assert {*next_, *entry.related} <= library.topics.keys() - {topic}
    assert entry.path in library.paths


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_has_been_asked_for_by_six_hands(library: Library, language: str) -> None:
    counts = {topic.id: phrasings(topic, language) for topic in library.topics.values()}
    few = {id_: dict(by_hand) for id_, by_hand in counts.items() if by_hand.total() < 120 or len(by_hand) < 6}
    assert few == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_third_of_what_was_typed_holds_none_of_the_topics_words(library: Library, language: str) -> None:
    """No matcher of ours sees synonyms: people who don't know the word for it are understood by such questions alone.

    A topic's words are those of its title, by their stems, but for words that ask and words that everybody writes.
    """
    glue = {word for said in library.lexicon.dialogue["glue"].values() for one in said for word in words(one)}
    shares = {}
    for topic in library.topics.values():
        own = set(stems([word for word in words(topic.title[language]) if word not in glue | ASKING], language))
        typed = [
            set(stems(words(each.text), language))
            for each in topic.phrasings
            if each.language == language and each.hand not in NOT_BY_HAND and not each.family
        ]
        assert own
        shares[topic.id] = sum(own.isdisjoint(one) for one in typed) / len(typed)
    assert {id_: share for id_, share in shares.items() if share < 1 / 3} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_neighbourhoods_are_many_and_well_known(library: Library, language: str) -> None:
    assert len(library.neighbourhoods) >= 30
    counts = {each.id: phrasings(each, language).total() for each in library.neighbourhoods.values()}
    assert {id_: count for id_, count in counts.items() if count < 40} == {}


def test_no_refusal_is_a_dead_end(library: Library) -> None:
    for each in library.neighbourhoods.values():
        assert each.nearest
        assert set(each.nearest) <= library.topics.keys()
        assert "Stay in:" in each.what


def test_whatever_is_said_in_one_language_is_said_in_the_other(library: Library, texts: list[Shown]) -> None:
    said = Counter((each.owner, each.part, each.language) for each in texts)
    other = {"fr": "en", "en": "fr"}
    assert {key for key, count in said.items() if said[(*key[:2], other[key[2]])] != count} == set()


def test_the_lexicon_understands_both_languages_alike(library: Library) -> None:
    lexicon = library.lexicon
    for section in (lexicon.persons, lexicon.parts, lexicon.dialogue):
        assert {name for name, by_language in section.items() if by_language.keys() != set(LANGUAGES)} == set()


def test_the_paths_and_their_steps_keep_their_ids(library: Library) -> None:
    assert STEPS.keys() <= library.paths.keys()
    for path, steps in STEPS.items():
        now = {id_ for step in library.paths[path].steps for id_ in (step.id, *step.formerly)}
        assert set(steps) <= now
