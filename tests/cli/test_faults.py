"""A fault of the program itself: one sentence for the person, the trace in the log, never on the screen."""

import io
import sys
from pathlib import Path

import pytest
from calls import Call

from advisor.cli.main import main
from advisor.settings import Places


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_fault_is_one_sentence_and_its_trace_is_kept(
    call: Call, here: Places, small, monkeypatch: pytest.MonkeyPatch, language: str
):
    def fail(*_: object, **__: object) -> int:
        raise ZeroDivisionError("never\nshown")

    monkeypatch.setattr("advisor.cli.ask.run", fail)
    outcome = call("ask", "--only", "--lang", language, "cv")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.count("\n") == 1
    assert "ZeroDivisionError" in outcome.err
    assert "never" not in outcome.err
    log = here.state / "faults.log"
    assert str(log) in outcome.err
    assert "never\nshown" in log.read_text(encoding="utf-8")


def test_a_fault_whose_trace_can_not_be_kept_is_told_all_the_same(
    call: Call, here: Places, small, monkeypatch: pytest.MonkeyPatch
):
    here.state.write_text("a file where a directory should be", encoding="utf-8")
    monkeypatch.setattr("advisor.cli.ask.run", lambda *_, **__: 1 // 0)
    outcome = call("ask", "--only", "cv")
    assert outcome.code == 1
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt(), 130), (BrokenPipeError(), 1)])
def test_an_interrupt_and_a_broken_pipe_are_quiet(
    call: Call, small, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int
):
    def stop(*_: object, **__: object) -> int:
        raise error

    monkeypatch.setattr("advisor.cli.ask.run", stop)
    outcome = call("ask", "--only", "cv")
    assert (outcome.code, outcome.out, outcome.err) == (code, "", "")


@pytest.mark.parametrize(
    ("code", "system", "told"),
    [
        (5, "Input/output error", "le disque ne répond pas comme il faut"),
        (30, "Read-only file system", "le disque est en lecture seule"),
        (71, "Protocol error", "Protocol error"),
    ],
)
def test_what_the_system_refuses_is_told_in_our_words_or_else_in_its_own(
    call: Call, small, monkeypatch: pytest.MonkeyPatch, code: int, system: str, told: str
):
    def refuse(*_: object, **__: object) -> int:
        raise OSError(code, system, "somewhere")

    monkeypatch.setattr("advisor.cli.ask.run", refuse)
    outcome = call("ask", "--only", "cv")
    assert outcome.code == 1
    assert outcome.err == f"advisor: le système a refusé : {told} (somewhere).\n"


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "Il n’y a pas de dossier {name} où"), ("en", "There is no directory {name} to")]
)
def test_what_is_said_has_the_signs_of_printers_around_names_as_they_were_typed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, language: str, said: str
):
    name = str(tmp_path / "l'été ! d'ici" / "l'eau")
    assert main(["--lang", language, "ask", "--only", "--knowledge", name, "cv"]) != 0
    assert said.format(name=name) in capsys.readouterr().err


def test_a_stream_that_cannot_show_the_signs_of_printers_gets_plain_ones(monkeypatch: pytest.MonkeyPatch):
    written = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
    monkeypatch.setattr(sys, "stderr", written)
    assert main(["--lang", "fr", "ask", "--only", "--knowledge", "absent", "cv"]) != 0
    written.seek(0)
    assert "Il n'y a pas de dossier absent" in written.read()
