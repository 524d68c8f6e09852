"""`advisor paths`: the list, one path, one that isn't there."""

import json

import pytest
from calls import Call, write_pack

STEP = {"id", "state", "title", "outcome", "practice", "proof", "hours", "needs", "topics", "resources"}
PATH = {"id", "title", "summary", "audience", "hours", "pace", "needs", "progress", "steps"}


def test_the_list(call: Call, small):
    outcome = call("paths", "--only")
    assert outcome.code == 0
    assert outcome.err == ""
    assert outcome.out.startswith("P1 · Se faire embaucher (une étape, 6\u00a0h)\n")
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


def test_steps_are_marked_and_the_marks_stay(call: Call, small):
    done = call("paths", "--only", "--done", "p1-1", "--lang", "en")
    assert (done.code, done.err) == (0, "")
    assert done.out == "P1-1, “The CV”: done. Path P1: 1 of 1, finished.\n"
    assert "1 sur 1, terminé" in call("paths", "--only").out
    assert "P1-1 · The CV (6 h) [x] done" in call("paths", "P1", "--only", "--lang", "en").out
    (path,) = json.loads(call("paths", "--only", "--known", "P1-1", "--json").out)
    assert path["steps"][0]["state"] == "known"
    assert path["progress"] == {"settled": 1, "hours_left": 0, "next": None}
    for option, state in (("--skip", "skipped"), ("--reopen", "open")):
        assert call("paths", "--only", option, "P1-1").code == 0
        assert json.loads(call("paths", "P1", "--only", "--json").out)["steps"][0]["state"] == state


def test_looking_at_paths_creates_no_store(call: Call, small, here):
    call("paths", "--only")
    call("paths", "P1", "--only", "--json")
    call("paths", "--only", "--aim", "job")
    assert not here.store_file.exists()


def test_a_step_that_is_not_there_marks_nothing(call: Call, small, here):
    outcome = call("paths", "--only", "--done", "P1-1", "--done", "P1-2", "--lang", "fr")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == "advisor: aucune étape ne s'appelle « P1-2 ». La plus proche est P1-1.\n"
    assert not here.store_file.exists()


def test_a_step_that_cannot_be_kept_is_not_said_to_be(call: Call, small, here):
    here.data.parent.mkdir(parents=True, exist_ok=True)
    here.data.write_text("a file where the directory should be", encoding="utf-8")
    outcome = call("paths", "--only", "--done", "P1-1", "--lang", "en")
    assert (outcome.code, outcome.out) == (1, "")
    assert "nothing can be kept here, so the step was not marked" in outcome.err


def test_paths_are_advised_with_their_reasons(call: Call, small):
    outcome = call("paths", "--only", "--situation", "new", "--aim", "job", "--hours", "2")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        "P1 · Se faire embaucher (une étape, 6 h)".replace(" h)", "\u00a0h)"),
        "- Il mène à un poste.",
        "- Vous partez de rien.",
        "- À 2 h par semaine, 6 h prennent environ 3 semaines.".replace(" h", "\u00a0h"),
    ]
    (advice,) = json.loads(call("paths", "--only", "--aim", "job", "--json", "--lang", "en").out)
    assert advice == {
        "path": "P1",
        "title": "Getting hired",
        "reasons": [{"kind": "aim", "text": "It leads to a job."}],
        "hours_left": 6,
        "weeks": None,
        "next": "P1-1",
    }


def test_nothing_speaks_for_a_path_that_is_finished(call: Call, small):
    call("paths", "--only", "--done", "P1-1")
    assert "Rien ne permet encore" in call("paths", "--only", "--aim", "job").out
    assert call("paths", "--only", "--aim", "job", "--json").out == "[]\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--situation", "old"), "--situation can't be “old”; choose new"),
        (("--aim", "fame"), "--aim can't be “fame”; choose job"),
        (("--hours", "x"), "--hours must be a whole number up to 80"),
        (("--hours", "81"), "--hours must be a whole number up to 80"),
        (("--hours", "9" * 6000), "--hours must be a whole number up to 80"),
    ],
)
def test_an_answer_that_is_not_known_is_told_with_those_that_are(call: Call, small, arguments, said: str):
    outcome = call("paths", "--only", "--lang", "en", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_answer_of_the_built_in_knowledge_advises_something(call: Call, built_in, language: str):
    outcome = call("paths", "--situation", "beginner", "--aim", "get-hired", "--hours", "5", "--lang", language)
    assert outcome.out.startswith("P9 ·")
    assert "{" not in outcome.out
    assert "*" not in outcome.out
