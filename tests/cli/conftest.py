"""The command line over a small pack that is learnt once, or over the built-in knowledge that the session learnt."""

import io
import os
import shutil
import sys
from pathlib import Path

import pytest
from calls import ON_SMALL, SMALL, Call, Outcome, as_typed

from advisor.advice.ready import edition
from advisor.cli.main import main
from advisor.pack.fingerprint import fingerprint
from advisor.settings import Places, places
from tests.conftest import KNOWLEDGE


@pytest.fixture
def here() -> Places:
    """Where this test keeps things."""
    return places()


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Call the program here, fed some bytes."""

    def called(*arguments: str, feed: bytes = b"") -> Outcome:
        capsys.readouterr()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(feed), encoding="utf-8"))
        code = main(list(arguments))
        out, err = capsys.readouterr()
        return Outcome(code, out, as_typed(err))

    return called


@pytest.fixture(scope="session")
def learnt_small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache after a first question to the small pack."""
    data = tmp_path_factory.mktemp("small")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
        patch.setattr(sys, "stderr", io.StringIO())
        assert main([*ON_SMALL, "--data", str(data), "ask", "cv"]) == 0
    return data / "cache"


@pytest.fixture
def small(learnt_small: Path, here: Places, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small pack, alone, with its index ready; options needn't name it where --only is given."""
    shutil.copytree(learnt_small, here.cache)
    monkeypatch.setenv("ADVISOR_KNOWLEDGE", str(SMALL))
    return SMALL


@pytest.fixture(scope="session")
def built_in_name() -> str:
    return f"{fingerprint([KNOWLEDGE])}-{edition()}.index"


@pytest.fixture
def built_in(index_path: Path, here: Places, built_in_name: str) -> None:
    """The built-in knowledge with its index ready."""
    here.cache.mkdir(parents=True)
    try:
        os.link(index_path, here.cache / built_in_name)
    except OSError:
        shutil.copy(index_path, here.cache / built_in_name)
