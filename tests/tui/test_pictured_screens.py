"""The main screens as they are pictured, at three sizes in both languages; the talk itself has its pictures elsewhere."""

import os
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from pilots import MakeApp, ask, opened, picture, until, write
from textual.pilot import Pilot

from advisor.reply import Reply
from advisor.settings import Places, Settings
from advisor.store.opening import open_store
from advisor.tui.app import AdvisorApp
from advisor.tui.screens.introduction import IntroductionScreen
from advisor.tui.screens.past import PastScreen
from advisor.tui.screens.settings import SettingsScreen
from advisor.tui.words import Wording

PICTURES = Path(__file__).parent / "pictures"
ENDINGS = {"markdown": "md", "html": "html", "text": "txt"}
THUMB = re.compile(" *[▁-█]$", re.MULTILINE)
"""The end of a scrollbar's thumb, which moves with every line that a longer text gains."""
NOBODY = Path("/home/me")
Shows = Callable[[Pilot[None], Wording], Awaitable[None]]


def by_keys(*keys: str, asks: str = "") -> Shows:
    async def show(pilot: Pilot[None], _wording: Wording) -> None:
        if asks:
            await ask(pilot, asks)
        await pilot.press(keys[0])
        await until(pilot, lambda: len(pilot.app.screen_stack) == 2)
        for key in keys[1:]:
            await pilot.press(key)
        await pilot.pause()

    return show


async def show_welcome(_pilot: Pilot[None], _wording: Wording) -> None:
    """The talk that nobody has begun."""


async def show_completion(pilot: Pilot[None], _wording: Wording) -> None:
    await write(pilot, "/co")
    await until(pilot, lambda: "/co" in picture(pilot))


async def show_settings(pilot: Pilot[None], wording: Wording) -> None:
    await pilot.app.push_screen(SettingsScreen(wording, Settings(), NOBODY / "settings.toml"))


async def show_introduction(pilot: Pilot[None], wording: Wording) -> None:
    places = Places(NOBODY / "config", NOBODY / "state", NOBODY / "data", NOBODY / "cache")
    await pilot.app.push_screen(IntroductionScreen(wording, places))


async def show_where_the_data_lies(pilot: Pilot[None], wording: Wording) -> None:
    await show_introduction(pilot, wording)
    await until(pilot, lambda: "1/3" in picture(pilot))
    await pilot.press("1" if wording.language == "fr" else "2")
    await until(pilot, lambda: "2/3" in picture(pilot))
    await pilot.press("1")
    await until(pilot, lambda: "3/3" in picture(pilot))


async def show_history(pilot: Pilot[None], _wording: Wording) -> None:
    await pilot.press("f5")
    await until(pilot, lambda: isinstance(pilot.app.screen, PastScreen) and "Portfolio" in picture(pilot))


async def show_past_talk(pilot: Pilot[None], wording: Wording) -> None:
    await show_history(pilot, wording)
    await pilot.press("enter")
    await until(pilot, lambda: len(pilot.app.screen_stack) == 3)


SCREENS: dict[str, Shows] = {
    "welcome": show_welcome,
    "completion": show_completion,
    "introduction": show_introduction,
    "privacy": show_where_the_data_lies,
    "help": by_keys("f1"),
    "topics": by_keys("f2"),
    "paths": by_keys("f3"),
    "path": by_keys("f3", "down", "enter"),
    "history": show_history,
    "past": show_past_talk,
    "source": by_keys("f6", asks="salaire"),
    "why": by_keys("f7", asks="net"),
    "map": by_keys("f9"),
    "commands": by_keys("ctrl+p"),
    "export": by_keys("ctrl+s", asks="salaire"),
    "settings": show_settings,
}


@pytest.fixture
def before(here: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two conversations of a day that is always the same."""
    monkeypatch.setattr("advisor.tui.screens.past.when", lambda _instant: "26/11/2026 09:30")
    monkeypatch.setattr("advisor.tui.screens.taking.named", lambda wish, _began: Path(f"talk.{ENDINGS[wish.format]}"))
    store = open_store(here, Settings(), lambda _words: None)
    for question, text in (("Où sont les offres ?", "Au marché caché."), ("Portfolio ou blog ?", "Les **deux**.")):
        talk = store.conversations.begin("fr")
        store.conversations.add(talk, question, Reply(question, "fr", "answer", text, topic="cv", title="Le CV"))
    store.close()


@pytest.mark.usefixtures("before")
@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_screen_is_as_pictured(make: MakeApp, name: str, language: str, size: tuple[int, int]) -> None:
    """ADVISOR_REDRAW=1 draws the pictures anew; look at the difference before keeping it."""
    app = make(language=language)
    async with app.run_test(size=size, notifications=False) as pilot:
        await opened(pilot)
        await until(pilot, lambda: isinstance(app, AdvisorApp) and app._record.store is not None)
        await SCREENS[name](pilot, app._wording)
        await pilot.pause()
        drawn = THUMB.sub("", picture(pilot)) + "\n"
        file = PICTURES / f"{name}-{language}-{size[0]}x{size[1]}.txt"
        if os.environ.get("ADVISOR_REDRAW"):
            file.write_text(drawn, encoding="utf-8")
        assert drawn == file.read_text(encoding="utf-8")


def test_no_picture_is_left_over() -> None:
    names = {f"{name}-" for name in SCREENS} | {""}
    wanted = {
        f"{name}{language}-{size}.txt"
        for name in names
        for language in ("fr", "en")
        for size in ("40x12", "80x24", "120x40")
    }
    assert {file.name for file in PICTURES.iterdir()} == wanted
