"""The benchmark on public sets: how a set is read, where its threshold comes from, and what is counted."""

import json
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

from public import KEPT, RECALL, Bench, Seen, library_of, measure, read_set, threshold_of  # noqa: E402

sys.path.remove(str(BENCHMARKS))

TRAIN = [
    *((f"book a flight to {place}", "book_flight") for place in ("rome", "oslo", "lima", "cairo", "quito", "delhi")),
    *((f"is there a seat on the plane to {place}", "book_flight") for place in ("rome", "oslo", "lima")),
    *((f"play the song {name}", "play_music") for name in ("yesterday", "hello", "thriller", "jolene", "waterloo")),
    *((f"put on some {kind} music", "play_music") for kind in ("jazz", "soul", "folk", "dance")),
]
TEST = [("a flight to lima please", "book_flight"), ("some soul music", "play_music"), ("play jolene", "play_music")]


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    held = {"train": TRAIN, "val": TEST, "test": TEST, "oos_val": ["why is the sky blue"], "oos_test": ["who won"]}
    (tmp_path / "clinc_full.json").write_text(json.dumps(held), encoding="utf-8")
    folder = tmp_path / "curekart"
    folder.mkdir()
    for part, rows in (("train", TRAIN), ("test", [*TEST, ("who won, and why", "NO_NODES_DETECTED")])):
        lines = "".join(f'"{question}",{intent}\n' for question, intent in rows)
        (folder / f"{part}.csv").write_text("sentence,label\n" + lines, encoding="utf-8")
    return tmp_path


def test_a_set_is_read_from_json(directory: Path):
    found = read_set(directory, "clinc")
    assert found is not None
    assert [tuple(pair) for pair in found["test"]] == TEST
    assert (found["oos_train"], found["oos_val"], found["oos_test"]) == ([], ["why is the sky blue"], ["who won"])


def test_a_set_is_read_from_tables_and_its_questions_off_the_map_are_set_apart(directory: Path):
    found = read_set(directory, "curekart")
    assert found is not None
    assert [tuple(pair) for pair in found["train"]] == TRAIN
    assert found["oos_test"] == ["who won, and why"]
    assert found["val"] == []


def test_a_misspelt_test_is_made_once_and_for_all(directory: Path):
    first, second = (read_set(directory, "clinc") for _ in range(2))
    assert first is not None
    assert second is not None
    assert first["test_typo"] == second["test_typo"]
    assert [intent for _, intent in first["test_typo"]] == [intent for _, intent in TEST]
    assert len(first["oos_test_typo"]) == 1


def test_a_set_that_is_not_there(tmp_path: Path):
    assert read_set(tmp_path, "hwu64") is None


def outside(inside: float) -> Seen:
    return Seen("", "book_flight", inside, 0.5)


def test_the_threshold_refuses_the_share_of_validation_questions_off_the_map():
    off = [outside(number / 10) for number in range(10)]
    threshold = threshold_of([], off)
    assert sum(one.inside < threshold for one in off) == RECALL * len(off)


def test_without_questions_off_the_map_the_threshold_keeps_the_right_answers():
    held = [Seen("a", "a", number / 10, 0.5) for number in range(10)] + [Seen("a", "b", 0.0, 0.5)] * 5
    threshold = threshold_of(held, [])
    right = [one for one in held if one.best == one.intent]
    assert sum(one.inside >= threshold for one in right) == KEPT * len(right)


def test_a_library_holds_the_training_questions_and_the_names_of_the_intents():
    library = library_of(TRAIN, ["who won"], [])
    assert set(library.topics) == {"book_flight", "play_music"}
    texts = [one.text for one in library.topics["book_flight"].phrasings]
    assert texts == [question for question, intent in TRAIN if intent == "book_flight"] + ["book flight"]
    assert [one.text for one in library.background] == ["who won"]


def test_questions_are_asked_of_the_very_matcher(tmp_path: Path):
    bench = Bench(library_of(TRAIN, ["who won"], []), tmp_path)
    assert [one.best for one in bench.ask(TEST)] == [intent for _, intent in TEST]
    assert len(bench.times) == len(TEST)
    assert not bench.calibrated


@pytest.mark.parametrize("name", ["clinc", "curekart"])
def test_a_set_is_measured(directory: Path, tmp_path: Path, name: str):
    data = read_set(directory, name)
    assert data is not None
    result = measure(name, data, tmp_path)
    assert (result.phrasings, result.intents) == (len(TRAIN), 2)
    assert result.top_1 == 100.0
    assert 0 <= result.at_recall <= result.top_1
    assert result.recall in (0.0, 100.0)  # one question off the map
    assert result.p99_ms >= result.p50_ms > 0
