"""`advisor paths`: the list, one path, one that isn't there."""

import json

import pytest
from calls import Call, write_pack

STEP = {"id", "title", "outcome", "practice", "proof", "hours", "needs", "topics", "resources"}
PATH = {"id", "title", "summary", "audience", "hours", "pace", "needs", "steps"}


def test_the_list(call: Call, small):
    outcome = call("paths", "--only")
    assert outcome.code == 0
    assert outcome.err == ""
    assert outcome.out.startswith("P1 · Se faire embaucher (6 h, une étape)\n")
    assert "Du CV au premier rendez-vous." in outcome.out
    assert "advisor paths P1" in outcome.out


@pytest.mark.parametrize("id", ["P1", "p1"])
def test_one_path_step_by_step(call: Call, small, id: str):
    outcome = call("paths", id, "--only", "--lang", "en")
    assert outcome.code == 0
    for said in (
        "P1 · Getting hired",
        "For whom. For beginners.",
        "Pace. 6 h in all. Two weeks.",
        "P1-1 · The CV (6 h)",
    ):
        assert said in outcome.out
    assert "Practice. Write it." in outcome.out
    assert "To read. The CV" in outcome.out


@pytest.mark.parametrize(
    ("id", "french", "english"),
    [
        ("P2", "pas de parcours « P2 » ; le plus proche est P1", "no path “P2”; the nearest is P1"),
        ("zzz", "advisor paths en donne la liste", "advisor paths lists them"),
        ("", "pas de parcours « »", "no path “”"),
        ("\x1b[31m", "« \\u001b[31m »", "“\\u001b[31m”"),
    ],
)
def test_an_unknown_path_is_told_with_the_nearest(call: Call, small, id: str, french: str, english: str):
    for language, said in (("fr", french), ("en", english)):
        outcome = call("paths", "--only", "--lang", language, "--", id)
        assert (outcome.code, outcome.out) == (1, "")
        assert said in " ".join(outcome.err.split())
        assert outcome.err.count("\n") == 1


def test_paths_as_json(call: Call, small):
    (path,) = json.loads(call("paths", "--only", "--json").out)
    assert path == json.loads(call("paths", "P1", "--only", "--json").out)
    assert set(path) == PATH
    assert set(path["steps"][0]) == STEP
    assert path["title"] == "Se faire embaucher"
    assert path["steps"][0]["topics"] == ["cv"]
    assert json.loads(call("paths", "P1", "--only", "--json", "--lang", "en").out)["title"] == "Getting hired"


def test_knowledge_without_paths_says_so(call: Call, tmp_path):
    pack = write_pack(
        tmp_path / "pack",
        "topics: [{id: cv, title: {fr: CV}, questions: {fr: [mon cv, un cv, le cv]}, answer: {fr: {point: Une page.}}}]",
    )
    outcome = call("paths", "--only", "--knowledge", str(pack))
    assert (outcome.code, outcome.out) == (0, "")
    assert "pas de parcours" in outcome.err
    assert call("paths", "--only", "--knowledge", str(pack), "--json").out == "[]\n"
    assert "advisor paths en donne la liste" in call("paths", "P1", "--only", "--knowledge", str(pack)).err


def test_the_built_in_paths_can_all_be_shown(call: Call, built_in):
    paths = json.loads(call("paths", "--json").out)
    assert [path["id"] for path in paths] == ["F", *(f"P{number}" for number in range(1, 13))]
    for path in paths:
        assert set(path) == PATH
        assert all(set(step) == STEP for step in path["steps"])
        for language in ("fr", "en"):
            outcome = call("paths", path["id"].lower(), "--lang", language)
            assert outcome.code == 0
            assert outcome.out.count("\n\n") >= 3 + len(path["steps"])
            assert "*" not in outcome.out
            assert "{" not in outcome.out
            assert max(len(line) for line in outcome.out.splitlines() if "<http" not in line) <= 88
