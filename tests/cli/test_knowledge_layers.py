"""Which knowledge a call answers from: the built-in one, packs over it, packs instead of it, and packs that are broken."""

import json
import os
from pathlib import Path

import pytest
from calls import ON_SMALL, SMALL, Call, write_pack

from advisor.advice.where import built_in, directories
from advisor.errors import UsageError
from advisor.settings import places
from tests.conftest import KNOWLEDGE

NEW_TOPIC = """
topics:
  - id: wages
    title: {fr: "La paie", en: "Pay"}
    questions: {fr: ["combien gagne un débutant", "le salaire de départ", "quelle paie demander"]}
    answer: {fr: {point: "Assez."}}
"""
OTHER_CV = """
topics:
  - id: cv
    title: {fr: "Le CV autrement", en: "Another CV"}
    questions:
      fr: ["comment faire un cv", "que mettre dans mon cv", "exemple de cv"]
      en: ["how do i write a cv", "what goes on a resume", "cv example"]
    answer: {fr: {point: "Deux pages."}, en: {point: "Two pages."}}
"""


def asked(call: Call, *arguments: str) -> dict[str, object]:
    outcome = call("ask", "--json", *arguments)
    assert outcome.code == 0, outcome.err
    return json.loads(outcome.out)


@pytest.fixture
def layers(tmp_path: Path) -> tuple[str, str]:
    return str(write_pack(tmp_path / "one", NEW_TOPIC)), str(write_pack(tmp_path / "two", OTHER_CV))


def test_knowledge_may_be_repeated_and_the_last_lies_on_top(call: Call, small, layers: tuple[str, str]):
    over = (*ON_SMALL, "--knowledge", layers[0], "--knowledge", layers[1])
    assert asked(call, *over, "combien gagne un débutant")["topic"] == "wages"
    reply = asked(call, *over, "comment faire un cv")
    assert reply["topic"] == "cv"
    assert str(reply["text"]).startswith("Deux pages.")
    assert asked(call, *over, "bonjour")["topic"] == "greeting"
    under = ("--only", "--knowledge", layers[1], "--knowledge", str(SMALL))
    assert str(asked(call, *under, "comment faire un cv")["text"]).startswith("Une page suffit.")


def test_the_variable_names_several_and_the_option_replaces_it(
    call: Call, small, layers: tuple[str, str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("ADVISOR_KNOWLEDGE", os.pathsep.join([str(SMALL), layers[1]]))
    assert str(asked(call, "--only", "comment faire un cv")["text"]).startswith("Deux pages.")
    assert str(asked(call, *ON_SMALL, "comment faire un cv")["text"]).startswith("Une page suffit.")


def test_packs_lie_over_the_built_in_knowledge_unless_it_is_left_out():
    assert built_in() == KNOWLEDGE
    assert directories((), only=False, environ={}) == (KNOWLEDGE,)
    assert directories(("a", "b"), only=False, environ={"ADVISOR_KNOWLEDGE": "c"}) == (KNOWLEDGE, Path("a"), Path("b"))
    assert directories((), only=False, environ={"ADVISOR_KNOWLEDGE": f"c{os.pathsep}d"}) == (
        KNOWLEDGE,
        Path("c"),
        Path("d"),
    )
    assert directories((), only=True, environ={"ADVISOR_KNOWLEDGE": "c"}) == (Path("c"),)
    with pytest.raises(UsageError):
        directories((), only=True, environ={})


def test_a_home_is_spelt_out_and_that_of_nobody_is_a_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert directories(("~/pack",), only=True) == (tmp_path / "pack",)
    assert directories(("~nobody-at-all/pack",), only=True) == (Path("~nobody-at-all/pack"),)
    assert places(Path("~/data")).cache == tmp_path / "data" / "cache"
    assert places(Path("~nobody-at-all/data")).cache == Path("~nobody-at-all/data/cache")


@pytest.mark.parametrize("command", [("ask", "cv"), ("paths",)])
def test_a_broken_pack_is_told_by_file_line_and_column(call: Call, tmp_path: Path, command: tuple[str, ...]):
    pack = write_pack(tmp_path / "pack", NEW_TOPIC.replace("    answer:", "    colour: red\n    answer:"))
    outcome = call(*command, "--only", "--knowledge", str(pack))
    assert (outcome.code, outcome.out) == (1, "")
    assert f"{pack.as_posix()}/base.yaml:6:5: E201" in outcome.err
    assert outcome.err.count("\n") == 1


def test_broken_yaml_is_told_too(call: Call, tmp_path: Path):
    pack = write_pack(tmp_path / "pack", "topics: [\n")
    outcome = call("ask", "cv", "--only", "--knowledge", str(pack))
    assert outcome.code == 1
    assert "base.yaml:2:1: E102" in outcome.err
    assert outcome.err.count("\n") == 1


def test_what_is_no_directory_is_told(call: Call, tmp_path: Path):
    file = tmp_path / "file.yaml"
    file.write_text(NEW_TOPIC, encoding="utf-8")
    empty = tmp_path / "empty"
    empty.mkdir()
    for given, said in ((file, "n'est pas un dossier"), (tmp_path / "nowhere", "pas de dossier"), (empty, "E112")):
        outcome = call("ask", "cv", "--only", "--knowledge", str(given))
        assert (outcome.code, outcome.out) == (1, "")
        assert said in outcome.err
        assert str(given) in outcome.err
        assert outcome.err.count("\n") == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything can be read by this user")
def test_a_directory_that_may_not_be_read_is_told(call: Call, tmp_path: Path):
    pack = write_pack(tmp_path / "pack", NEW_TOPIC)
    pack.chmod(0)
    try:
        outcome = call("ask", "cv", "--lang", "en", "--only", "--knowledge", str(pack))
    finally:
        pack.chmod(0o700)
    assert outcome.code == 1
    assert "can't be read" in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_pack_without_topics_can_not_answer(call: Call, tmp_path: Path):
    pack = write_pack(tmp_path / "pack", "themes:\n  job: {fr: Le métier, en: The job}\n")
    outcome = call("ask", "cv", "--only", "--knowledge", str(pack))
    assert outcome.code == 1
    assert "pas de sujet" in outcome.err
    assert outcome.err.count("\n") == 1


def test_the_built_in_knowledge_answers_by_itself(call: Call, built_in):
    reply = asked(call, "comment faire un cv de community manager ?")
    assert (reply["kind"], reply["topic"]) == ("answer", "cv")
    assert reply["sources"]
