"""An index can be made by a process of its own; where that fails, it is made here and what is wrong is said here."""

import subprocess
import sys
from pathlib import Path

import pytest

from advisor.advice.ready import get_ready
from advisor.errors import KnowledgeError
from tests.conftest import ROOT
from tests.engine.conftest import SMALL

STAGES = ["index", "calibration"]
FRESH = """
import sys
from pathlib import Path
from advisor.advice.ready import get_ready

stages = []
ready = get_ready([Path(sys.argv[1])], Path(sys.argv[2]), stages.append, elsewhere=sys.argv[3] == "elsewhere")
print(len(ready.index.entries), *stages, "sklearn" in sys.modules)
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "pack.yaml").write_text(SMALL, encoding="utf-8")
    return tmp_path / "pack"


@pytest.mark.parametrize("where", ["elsewhere", "here"])
def test_only_the_other_process_imports_what_learns(pack: Path, tmp_path: Path, where: str):
    call = [sys.executable, "-c", FRESH, str(pack), str(tmp_path / "cache"), where]
    said = subprocess.run(call, capture_output=True, check=True, text=True, cwd=ROOT).stdout.split()
    assert said[:-1] == ["3", *STAGES]
    assert said[-1] == str(where == "here")


def test_an_index_that_is_there_needs_no_process(pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    get_ready([pack], tmp_path / "cache", lambda _: None).index.close()
    monkeypatch.setattr("subprocess.Popen", None)
    get_ready([pack], tmp_path / "cache", lambda _: None, elsewhere=True).index.close()


def test_without_another_process_it_is_made_here(pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refused(*_: object, **__: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("subprocess.Popen", refused)
    stages: list[str] = []
    get_ready([pack], tmp_path / "cache", stages.append, elsewhere=True).index.close()
    assert stages == STAGES


def test_what_is_wrong_with_a_pack_is_said_here(pack: Path, tmp_path: Path):
    (pack / "broken.yaml").write_text("topics: [", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"broken\.yaml"):
        get_ready([pack], tmp_path / "cache", lambda _: None, elsewhere=True)


def test_where_nothing_can_be_kept_it_is_made_here_and_said(pack: Path, tmp_path: Path):
    (tmp_path / "cache").write_text("a file where a directory should be", encoding="utf-8")
    ready = get_ready([pack], tmp_path / "cache", lambda _: None, elsewhere=True)
    assert len(ready.index.entries) == 3
    assert "can't be kept" in ready.notices[0]["en"]
