"""Work in a second process is the same work: where the process is missing, fails or dies, it is done in this one."""

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from advisor.learn import build as building
from advisor.learn.beside import beside
from advisor.library import Library
from tests.conftest import ROOT
from tests.engine.conftest import SMALL


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)


def where(number: int) -> tuple[int, int]:
    return number, os.getpid()


def refuses(number: int) -> int:
    raise ValueError(f"{number} is refused")


def dies_elsewhere(parent: int) -> int:
    if os.getpid() != parent:
        os.kill(os.getpid(), signal.SIGTERM)
    return os.getpid()


def test_the_work_is_done_by_another_process_and_more_than_once():
    with beside(where, wanted=True) as other:
        first, second = other.start(where, 1)(), other.start(where, 2)()
    assert [first[0], second[0]] == [1, 2]
    assert first[1] == second[1] != os.getpid()


class OfAScreen(io.StringIO):
    """What a screen puts in the place of the error stream."""

    def fileno(self) -> int:
        return -1


def test_a_screen_that_has_taken_the_error_stream_hinders_nothing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stderr", OfAScreen())
    with beside(where, wanted=True) as other:
        assert other.is_there
        assert other.start(where, 1)()[1] != os.getpid()
    assert isinstance(sys.stderr, OfAScreen)


@pytest.mark.parametrize("cores", [1, None])
def test_one_core_does_it_alone(cores: int | None, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    with beside(where, wanted=True) as other:
        assert not other.is_there
        assert other.start(where, 1)() == (1, os.getpid())


def test_a_process_that_can_not_be_started_is_done_without(monkeypatch: pytest.MonkeyPatch):
    def refused(*_: object, **__: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("subprocess.Popen", refused)
    with beside(where, wanted=True) as other:
        assert other.start(where, 1)() == (1, os.getpid())


def chats(number: int) -> int:
    print("a library says something")
    return number


def test_what_the_work_prints_is_no_answer():
    with beside(chats, wanted=True) as other:
        assert [other.start(chats, number)() for number in (1, 2)] == [1, 2]
        assert other.is_there


SCRIPT = """
import sys
from pathlib import Path
from advisor.learn import build
from advisor.pack.load import load_library

print("begun")
build.MANY = 0
build.build(load_library([Path(sys.argv[1])]), "knowledge", Path(sys.argv[2]))
"""


def test_a_script_that_builds_an_index_is_run_once(tmp_path: Path):
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "pack.yaml").write_text(SMALL, encoding="utf-8")
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    call = [sys.executable, str(script), str(tmp_path / "pack"), str(tmp_path / "of.index")]
    ended = subprocess.run(call, capture_output=True, check=True, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
    assert ended.stdout == "begun\n"
    assert (tmp_path / "of.index").exists()


def test_what_the_work_raises_is_raised_here():
    with beside(refuses, wanted=True) as other:
        waiting = other.start(refuses, 3)
        with pytest.raises(ValueError, match="3 is refused"):
            waiting()


def test_a_process_that_dies_is_replaced_by_this_one():
    with beside(dies_elsewhere, wanted=True) as other:
        assert other.start(dies_elsewhere, os.getpid())() == os.getpid()
        assert other.start(dies_elsewhere, os.getpid())() == os.getpid()
        assert not other.is_there


def test_an_index_is_the_same_with_two_processes_and_with_one(
    small: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    made = {}
    for name, many in (("alone", 10**9), ("beside", 0)):
        monkeypatch.setattr(building, "MANY", many)
        path = tmp_path / name / "of.index"
        building.build(small, "knowledge", path)
        made[name] = path.read_bytes()
    assert made["alone"] == made["beside"]
