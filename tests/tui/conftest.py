"""Each test of the screen has an advisor of its own and directories of its own."""

from pathlib import Path

import pytest
from fakes import Door
from pilots import MakeApp

from advisor.settings import Places, Settings, places
from advisor.tui.app import AdvisorApp


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """Where this test keeps things; nothing of the person who runs it is read or written."""
    monkeypatch.setenv("ADVISOR_DATA", str(tmp_path))
    for name in ("NO_COLOR", "SSH_CONNECTION", "LC_ALL", "LC_MESSAGES", "ADVISOR_LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    monkeypatch.chdir(tmp_path)
    return places()


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.fixture
def make(door: Door, here: Places) -> MakeApp:
    """An application over the fake advisor; animation is off, since no test looks at it."""

    def make_app(**changed: object) -> AdvisorApp:
        options = {key: changed.pop(key) for key in ("lang", "notices", "introduce") if key in changed}
        settings = Settings(**({"animation": "off"} | changed))  # type: ignore[arg-type]
        return AdvisorApp(door, settings, here, **options)  # type: ignore[arg-type]

    return make_app
