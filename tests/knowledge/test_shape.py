"""Every answer is short, plain and complete: what is true of one is true of all, in both languages and forms of address."""

from collections.abc import Iterator
from statistics import median

import pytest
from shown_texts import count_words, sentences
from topic_map import TOPICS

from advisor.library import Library
from advisor.model import LANGUAGES, PARTS, PERSONS, Address, Answer
from advisor.text.typography import spoken

IDS = [id_ for ids in TOPICS.values() for id_ in ids]
READINGS: tuple[tuple[str, Address], ...] = (("fr", "vous"), ("fr", "tu"), ("en", "vous"))
NOT_PROSE = "example"
"""Tables, letters and lists of figures: counted as words, never as sentences."""


def said(answer: Answer, address: Address, *without: str) -> Iterator[str]:
    """Every text of an answer in one form of address."""
    for part in PARTS:
        if part not in without:
            value = answer.part(part)
            yield from (spoken(each, address) for each in ((value,) if isinstance(value, str) else value))


@pytest.mark.parametrize(("language", "address"), READINGS)
def test_the_first_sentence_is_short(library: Library, language: str, address: Address) -> None:
    first = {id_: sentences(spoken(library.topics[id_].answers[language].point, address))[0] for id_ in IDS}
    assert {id_: one for id_, one in first.items() if count_words(one) > 25} == {}


@pytest.mark.parametrize(("language", "address"), READINGS)
def test_sentences_are_short(library: Library, language: str, address: Address) -> None:
    lengths = {
        id_: [
            count_words(sentence)
            for text in said(library.topics[id_].answers[language], address, NOT_PROSE)
            for sentence in sentences(text)
        ]
        for id_ in IDS
    }
    assert {id_: median(counts) for id_, counts in lengths.items() if median(counts) >= 20} == {}
    assert {id_: max(counts) for id_, counts in lengths.items() if max(counts) > 35} == {}


@pytest.mark.parametrize(("language", "address"), READINGS)
def test_an_answer_is_neither_thin_nor_a_lecture(library: Library, language: str, address: Address) -> None:
    sizes = {id_: sum(map(count_words, said(library.topics[id_].answers[language], address))) for id_ in IDS}
    assert {id_: size for id_, size in sizes.items() if not 120 <= size <= 350} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_is_there(library: Library, language: str) -> None:
    answers = {id_: library.topics[id_].answers[language] for id_ in IDS}
    assert {(id_, part) for id_, answer in answers.items() for part in PARTS if not answer.part(part)} == set()
    assert {id_: len(answer.steps) for id_, answer in answers.items() if not 3 <= len(answer.steps) <= 6} == {}
    assert {id_: len(answer.mistakes) for id_, answer in answers.items() if not 2 <= len(answer.mistakes) <= 5} == {}


def test_an_answer_thinks_of_two_kinds_of_people_at_least(library: Library) -> None:
    persons = {id_: [each.person for each in library.topics[id_].variants] for id_ in IDS}
    assert {id_: found for id_, found in persons.items() if len(set(found)) < 2 or len(set(found)) < len(found)} == {}
    assert {person for found in persons.values() for person in found} == set(PERSONS)


def test_a_variant_adds_a_few_words_only(library: Library) -> None:
    lengths = {
        (id_, each.person, language): count_words(spoken(each.words[language], "vous"))
        for id_ in IDS
        for each in library.topics[id_].variants
        for language in LANGUAGES
    }
    assert {key: count for key, count in lengths.items() if count > 60} == {}


def test_a_refusal_or_a_greeting_is_said_in_few_words(library: Library) -> None:
    refusals = {
        (each.id, language): count_words(each.why[language]) + count_words(each.instead[language])
        for each in library.neighbourhoods.values()
        for language in LANGUAGES
    }
    replies = {
        (talk.id, language, place): count_words(spoken(reply, "vous"))
        for talk in library.small_talk.values()
        for language in LANGUAGES
        for place, reply in enumerate(talk.replies[language])
    }
    assert {key: count for key, count in refusals.items() if not 15 <= count <= 80} == {}
    assert {key: count for key, count in replies.items() if not 5 <= count <= 60} == {}
