"""The index answers as scikit-learn would, needs nothing of it, and is refused when it is damaged."""

import json
from pathlib import Path

import numpy as np
import pytest

from advisor.errors import StaleIndexError
from advisor.index import store
from advisor.index.linear import MOST
from advisor.index.reader import Index
from advisor.index.store import IndexFile
from advisor.learn.build import build
from advisor.learn.examples import entries_of, examples_of
from advisor.learn.fit import fit
from advisor.match.matcher import Matcher
from advisor.match.reading import read
from advisor.model import LANGUAGES, Language, Library
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
        examples = [e for e in examples_of(library) if e.phrasing.language == language]
        fitted = fit([e.blocks for e in examples], [e.entry for e in examples], columns)
        part = index.language(language)
        asked = [str(row["question"]) for row in rows if row["lang"] == language]
        asked = [question for question in asked if part.vector(words(question)).features]
        theirs = fitted.decision([blocks(words(q), language) for q in asked])
        same = 0
        for question, expected in zip(asked, theirs, strict=True):
            vector = part.vector(words(question))
            ours = np.array(part.scores(vector))
            steps = np.abs(fitted.weights).max(axis=1) / MOST
            allowed = sum(value * steps[row] for row, value in vector.features) / 2
            # a tenth more, and two thousandths, for the rounding of a question's own values
            assert np.abs(ours - expected).max() <= 1.1 * allowed + 2e-3
            same += max(answered, key=lambda n: ours[n]) == max(answered, key=lambda n: expected[n])
        assert same >= 0.995 * len(asked)


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
    assert b"sklearn" not in raw
    assert b"numpy" not in raw
    header = json.loads(raw[len(store.MAGIC) + 9 : len(store.MAGIC) + 9 + int(raw[len(store.MAGIC) :][:8], 16)])
    assert {kind for _, _, kind in header["sections"].values()} <= {"bytes", "I", "f", "d", "b"}


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
