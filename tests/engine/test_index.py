"""The index answers as scikit-learn would, needs nothing of it, and is refused when it is damaged."""

import gc
import json
import os
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from advisor.errors import StaleIndexError
from advisor.index import linear, store
from advisor.index.expressions import Expressions, expression_sections
from advisor.index.linear import MOST
from advisor.index.reader import Index
from advisor.index.rows import rows_of_word
from advisor.index.store import IndexFile
from advisor.index.table import Table
from advisor.index.wide import WideRows
from advisor.learn.build import build
from advisor.learn.examples import entries_of, examples_of
from advisor.learn.fit import fit
from advisor.learn.ordinary import FEW, plain_words
from advisor.library import Library
from advisor.match.matcher import Matcher
from advisor.match.reading import read
from advisor.model import LANGUAGES, Language
from advisor.pack.load import load_library
from advisor.text.features import blocks
from advisor.text.fold import words
from tests.conftest import labelled
from tests.engine.conftest import SMALL


def test_scores_are_those_of_scikit_learn(library: Library, index: Index):
    """The index keeps a byte a weight: each score may differ by half a step of each of its features."""
    columns = len(entries_of(library))
    rows = labelled("questions-dev.jsonl", "questions-dev-2.jsonl")
    answered = [number for number, entry in enumerate(index.entries) if entry.answered]
    for language in LANGUAGES:
        examples = examples_of(library, language)
        fitted = fit([e.blocks for e in examples], [e.entry for e in examples], columns)
        part = index.language(language)
        asked = [str(row["question"]) for row in rows if row["lang"] == language]
        asked = [question for question in asked if part.vector(words(question)).rows]
        theirs = fitted.decision([blocks(words(q), language) for q in asked])
        same = 0
        for question, expected in zip(asked, theirs, strict=True):
            vector = part.vector(words(question))
            ours = np.array(part.scores(vector))
            steps = np.abs(fitted.weights).max(axis=1) / MOST
            allowed = sum(value * steps[row] for row, value in zip(vector.rows, vector.values, strict=True)) / 2
            # a tenth more, and two thousandths, for the rounding of a question's own values
            assert np.abs(ours - expected).max() <= 1.1 * allowed + 2e-3
            same += max(answered, key=lambda n: ours[n]) == max(answered, key=lambda n: expected[n])
        assert same >= 0.99 * len(asked)  # what is told apart by less than the steps may turn


def test_of_few_phrasings_the_letters_and_pairs_of_plain_words_do_not_count(small: Library, tmp_path: Path):
    """What is learnt and what is read leave the same out, and the pairs of the words that tell reach further."""
    build(small, "x", path := tmp_path / "index")
    index, columns = Index(IndexFile(path)), len(entries_of(small))
    for language, plain, question in (
        ("fr", "dans", "dans un cv comme le mien, plutôt maigre, employeurs variés, diplômes absents, quoi mettre"),
        (
            "en",
            "with",
            "with a resume like mine, rather thin, varied employers, missing degrees, which line goes there",
        ),
    ):
        part, examples = index.language(language), examples_of(small, language)
        left_out = plain_words(language, len(examples))
        assert plain in left_out
        assert not plain_words(language, FEW + 1)
        assert len(part.rows_of(plain)) == 1 < len(part.rows_of("cv"))
        fitted = fit(
            [blocks(list(e.words), language, "", left_out) for e in examples], [e.entry for e in examples], columns
        )
        expected = fitted.decision([blocks(words(question), language, "", left_out)])[0]
        vector = part.vector(words(question))
        steps = np.abs(fitted.weights).max(axis=1) / MOST
        allowed = sum(value * steps[row] for row, value in zip(vector.rows, vector.values, strict=True)) / 2
        assert len(vector.rows) > 10
        assert np.abs(np.array(part.scores(vector)) - expected).max() <= 1.1 * allowed + 2e-3


def test_the_same_library_gives_the_same_bytes(small: Library, tmp_path: Path):
    for name in ("one", "two"):
        build(small, "same", tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_small_pack_builds_without_calibration_of_its_own(small: Library, tmp_path: Path):
    build(small, "small", tmp_path / "index")
    opened = Index(IndexFile(tmp_path / "index"))
    assert opened.meta["held_out"] is None
    assert [entry.id for entry in opened.entries] == ["cv", "blog", "background"]


def test_thresholds_of_the_built_in_knowledge_come_from_held_out_questions(index: Index):
    figures = index.meta["held_out"]
    assert figures["by"] == "trials"
    assert figures["questions"] > 1_000
    assert 0 < index.meta["thresholds"]["answer"] < 1


@pytest.mark.parametrize("cut", [0, 5, 14, 30, 200, -1])
def test_a_truncated_index_is_refused(small: Library, tmp_path: Path, cut: int):
    path = tmp_path / "index"
    build(small, "small", path)
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(StaleIndexError):
        IndexFile(path)


def test_a_foreign_or_older_file_is_refused(small: Library, tmp_path: Path):
    path = tmp_path / "index"
    path.write_bytes(b"PK\x03\x04 something else entirely" * 20)
    with pytest.raises(StaleIndexError):
        IndexFile(path)
    build(small, "small", path)
    raw = path.read_bytes()
    older = raw.replace(b'"format": %d' % store.FORMAT, b'"format": %d' % (store.FORMAT + 1))
    assert older != raw
    path.write_bytes(older)
    with pytest.raises(StaleIndexError, match="format"):
        IndexFile(path)


def test_the_index_holds_nothing_that_could_run(index_path: Path):
    raw = index_path.read_bytes()
    assert raw.startswith(store.MAGIC)
    # as a pickle names its classes; the bare words may stand in phrasings, or come about where two of them meet
    assert b"sklearn." not in raw
    assert b"numpy." not in raw
    header = json.loads(raw[len(store.MAGIC) + 9 : len(store.MAGIC) + 9 + int(raw[len(store.MAGIC) :][:8], 16)])
    assert {kind for _, _, kind in header["sections"].values()} <= {"bytes", "I", "i", "f", "d", "b", "Q"}


SEQUELS = """
sequels:
  cv:
    fr: {blog: ["et je le montre où", "ça se met où", "je le montre où alors"], cv: ["même sans rien"]}
    en: {blog: ["where do i show it", "where does that go", "so where would i show it"], cv: ["even with nothing"]}
  blog:
    fr: {cv: ["et je le montre où", "ça se met où", "je le montre où alors"], blog: ["même sans rien"]}
    en: {cv: ["where do i show it", "where does that go", "so where would i show it"], blog: ["even with nothing"]}
"""


@pytest.mark.parametrize(("language", "message"), [("fr", "je le montre où ?"), ("en", "where do I show it?")])
def test_the_same_words_mean_another_topic_behind_another_subject(tmp_path: Path, language: Language, message: str):
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "pack.yaml").write_text(SMALL + SEQUELS, encoding="utf-8")
    build(load_library([tmp_path / "pack"]), "small", tmp_path / "small.index")
    index = Index(IndexFile(tmp_path / "small.index"))
    matcher, reading = Matcher(index), read(index, message, language)
    best = {}
    for subject in ("cv", "blog"):
        scores = matcher.scores_behind(reading, subject)
        best[subject] = index.entries[scores.index(max(scores))].id
    assert best == {"cv": "blog", "blog": "cv"}
    index.close()


PARTS_ASKED = """
parts_asked:
  cv:
    fr: {time: ["je rends ça quand", "pour quand je le rends", "quand est-ce que je rends ça"]}
  blog:
    fr: {example: ["montre toujours", "allez montre", "montre voir"]}
"""


def test_who_is_after_a_part_stays_with_the_topic(tmp_path: Path):
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "pack.yaml").write_text(SMALL + PARTS_ASKED, encoding="utf-8")
    build(load_library([tmp_path / "pack"]), "small", tmp_path / "small.index")
    index = Index(IndexFile(tmp_path / "small.index"))
    matcher = Matcher(index)
    for topic, message in (("cv", "alors je rends ça quand"), ("blog", "alors montre")):
        scores = matcher.scores_behind(read(index, message, "fr"), topic)
        assert index.entries[scores.index(max(scores))].id == topic
        assert max(scores) > 0
    index.close()


@pytest.mark.parametrize("reads_out_of_turn", [True, False])
def test_a_piece_of_a_section_is_what_its_view_shows(
    index_path: Path, reads_out_of_turn: bool, monkeypatch: pytest.MonkeyPatch
):
    if not reads_out_of_turn:
        monkeypatch.delattr(os, "pread", raising=False)
    file = IndexFile(index_path)
    for name in ("fr.rows.weights", "en.surface.text", "meta"):
        view, piece = file.raw(name), file.pieces(name)
        for place, length in ((0, 1), (7, 115), (len(view) - 9, 9)):
            assert bytes(piece(place, length)) == bytes(view[place : place + length])


def test_scores_are_the_same_read_from_the_mapping_and_piece_by_piece(
    index_path: Path, monkeypatch: pytest.MonkeyPatch
):
    found = []
    for pieces in (0, 1000):
        monkeypatch.setattr(linear, "PIECES", pieces)
        part = Index(IndexFile(index_path)).language("fr")
        vector = part.vector(words("comment calculer le taux d'engagement d'une publication ?"))
        shares = [part.share_of(row, value, 3) for row, value in zip(vector.rows, vector.values, strict=True)]
        found.append((part.scores(vector), shares))
    assert found[0] == found[1]


def test_many_entries_are_scored_by_numpy_as_few_are_without(index_path: Path, monkeypatch: pytest.MonkeyPatch):
    asked = [str(row["question"]) for row in labelled("questions-dev-2.jsonl") if row["lang"] == "fr"][:60]
    found = []
    for wide in (512, 1):
        monkeypatch.setattr(linear, "WIDE", wide)
        part = Index(IndexFile(index_path)).language("fr")
        vectors = [part.vector(words(question)) for question in [*asked, "xyzzy"]]
        scores = [part.scores(vector) for vector in vectors]
        best = [part.best(one, 6) for one in scores]
        found.append((scores, best, [part.share_of(row, 0.5, 7) for row in vectors[0].rows]))
    (few, few_best, few_shares), (many, many_best, many_shares) = found
    assert np.abs(np.array(few) - np.array(many)).max() < 4e-3
    assert np.allclose(few_shares, many_shares)
    for one, other, scores in zip(few_best, many_best, few, strict=True):
        assert len(other) == len(set(other)) == 6
        assert np.allclose([scores[n] for n in one], [scores[n] for n in other], atol=4e-3)
    assert sum(one[0] == other[0] for one, other in zip(few_best, many_best, strict=True)) >= 0.98 * len(few_best)


@pytest.mark.parametrize("rows", ["LinearRows", "WideRows"])
def test_of_equal_scores_the_first_come_first(rows: str):
    kind = linear.LinearRows if rows == "LinearRows" else WideRows
    best = partial(kind.best, None)
    assert best([0.0, 2.0, 1.0, 2.0, 1.0], 3) == [1, 3, 2]
    assert best([1.0, 1.0, 1.0], 5) == [0, 1, 2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rows_kept_for_a_word_are_those_of_its_features(index: Index, language: Language):
    part = index.language(language)
    features = Table(index.file, f"{language}.features")
    for word in [*list(part.surface.keys())[::97], "inconnuissime"]:
        assert list(part.rows_of(word)) == rows_of_word(word, language, features.find, ())


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts a process's open files as Linux shows them")
def test_an_index_that_is_let_go_leaves_no_file_open(index_path: Path):
    def opened() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    gc.collect()
    before = opened()
    for _ in range(20):
        index = Index(IndexFile(index_path))
        index.language("fr").scores(index.language("fr").vector(["cv"]))
        index.close()
        del index
    gc.collect()
    assert opened() == before


def test_expressions_are_found_with_all_that_they_stand_for(tmp_path: Path):
    said = {
        "oui": [("dialogue", "yes")],
        "et si": [("dialogue", "leaning"), ("dialogue", "asking")],
        "a b c": [("parts", "time")],
    }
    path = tmp_path / "said.index"
    store.write(path, "said", dict(expression_sections(said)))
    found = Expressions(IndexFile(path))
    assert {one: found.meanings(one) for one in said} == said
    assert [found.reach(word) for word in ("a", "et", "oui", "b", "")] == [3, 2, 1, 0, 0]
    assert not found.meanings("a b")
    assert not found.meanings("")
