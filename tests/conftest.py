"""What all tests stand on: each has places of its own, and the built-in knowledge is built once for all of them."""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor.advice.advisor import Advisor
from advisor.advice.ready import Ready
from advisor.index.reader import Index
from advisor.index.store import IndexFile
from advisor.learn.build import build
from advisor.library import Library
from advisor.pack.fingerprint import fingerprint
from advisor.pack.load import load_library

ROOT = Path(__file__).resolve().parent.parent
KNOWLEDGE = ROOT / "knowledge"
DATA = Path(__file__).resolve().parent / "data"


@pytest.fixture(autouse=True)
def _places_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes a person's own settings, history or caches."""
    monkeypatch.setenv("ADVISOR_DATA", str(tmp_path / "advisor-data"))
    monkeypatch.delenv("ADVISOR_KNOWLEDGE", raising=False)
    monkeypatch.delenv("ADVISOR_LANG", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)


@pytest.fixture(autouse=True)
def _no_clipboard_of_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test puts anything on the clipboard of whoever runs it."""
    monkeypatch.setattr("advisor.export.clipboard.tools", lambda: ())


@pytest.fixture(scope="session")
def library() -> Library:
    """The built-in knowledge."""
    return load_library([KNOWLEDGE])


@pytest.fixture(scope="session")
def index_path(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The index of the built-in knowledge, built by whichever worker comes first."""
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    path = shared / "built-in.index"
    lock = shared / "built-in.lock"
    while not path.exists():
        try:
            lock.mkdir()
        except FileExistsError:
            time.sleep(0.2)
            continue
        try:
            if not path.exists():
                build(request.getfixturevalue("library"), fingerprint([KNOWLEDGE]), path)
        finally:
            lock.rmdir()
    return path


@pytest.fixture(scope="session")
def index(index_path: Path) -> Iterator[Index]:
    """The open index of the built-in knowledge."""
    opened = Index(IndexFile(index_path))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def advisor(index: Index) -> Advisor:
    """The advisor over the built-in knowledge."""
    return Advisor(Ready(index))


def labelled(*names: str) -> list[dict[str, object]]:
    """The labelled questions or dialogues of some files."""
    return [json.loads(line) for name in names for line in (DATA / name).read_text(encoding="utf-8").splitlines()]
