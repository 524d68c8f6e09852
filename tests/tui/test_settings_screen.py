"""Settings as they are changed on their screen: at once, in the file, and back again."""

import tomllib

import pytest
from fakes import Door
from pilots import MakeApp, ask, opened, picture, plain_spaces, prompt, told, until, write
from textual.pilot import Pilot

from advisor.settings import TABLE, Places, read_settings
from advisor.tui.screens.listing import Rows
from advisor.tui.screens.settings import SettingsScreen


async def open_settings(pilot: Pilot[None]) -> SettingsScreen:
    await opened(pilot)
    await pilot.press("ctrl+d")
    await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen))
    screen = pilot.app.screen
    assert isinstance(screen, SettingsScreen)
    return screen


def lines(pilot: Pilot[None]) -> list[str]:
    return [
        plain_spaces(str(option.prompt)) for option in pilot.app.screen.query_exactly_one(Rows).options if option.id
    ]


async def choose(pilot: Pilot[None], *sought: str) -> None:
    """Look for a value and take the first that is found."""
    await pilot.press("ctrl+u", *"".join(sought), "enter")
    await pilot.pause()


async def test_every_setting_and_value_stands_there_with_the_chosen_one_marked(make: MakeApp) -> None:
    async with make(theme="light", history=False).run_test(size=(100, 60)) as pilot:
        await open_settings(pilot)
        assert len(lines(pilot)) == sum(len(setting.values) for setting in TABLE.values())
        marked = [line.split("● ")[1] for line in lines(pilot) if "●" in line]
        assert marked == ["automatique", "vous", "claires", "non", "l’essentiel d’abord", "non", "oui"]
        shown = picture(pilot)
        for setting in TABLE.values():
            assert plain_spaces(setting.help["fr"])[:40].replace("'", "’") in shown
        assert "settings.toml" in shown.replace("\n", "")


async def test_a_value_takes_effect_at_once_and_is_kept_with_every_remark(
    make: MakeApp, door: Door, here: Places
) -> None:
    here.config.mkdir(parents=True)
    here.settings_file.write_text('# mine\ntheme = "dark" # at night\n', encoding="utf-8")
    app = make()
    async with app.run_test(size=(100, 60)) as pilot:
        await open_settings(pilot)
        await choose(pilot, "clair")
        await until(pilot, lambda: app.theme == "light")
        assert here.settings_file.read_text(encoding="utf-8") == '# mine\ntheme = "light" # at night\n'
        await choose(pilot, "anglais")
        await until(pilot, lambda: "Settings" in picture(pilot))
        assert door.talk.language == "en"
        await choose(pilot, "address tu")
        await until(pilot, lambda: door.talk.address == "tu")
        await choose(pilot, "answers in full")
        await until(pilot, lambda: app._talk.shows_all)
        await choose(pilot, "animation yes")
        await until(pilot, lambda: app.animation_level == "full")
        await choose(pilot, "language automatic")
        await until(pilot, lambda: "Réglages" in picture(pilot))
        assert door.talk.language is None
        await pilot.press("escape")
        await write(pilot, "x")
        assert prompt(pilot).text == "x"
        assert "Pose une question" in picture(pilot)
    settings, notices = read_settings(here.settings_file)
    assert (settings.theme, settings.language, settings.address, settings.animation) == ("light", "auto", "tu", "on")
    assert notices == ()


async def test_what_is_kept_changes_for_the_next_question(make: MakeApp, here: Places) -> None:
    app = make()
    async with app.run_test(size=(100, 60)) as pilot:
        await open_settings(pilot)
        await choose(pilot, "questions non")
        await choose(pilot, "conversations non")
        await until(pilot, lambda: app._settings.conversations is False and app._settings.history is False)
        await pilot.press("escape")
        await ask(pilot, "salaire")
        await until(pilot, lambda: app._record.store is not None)
    assert tomllib.loads(here.settings_file.read_text(encoding="utf-8"))["conversations"] is False
    app = make(history=True, conversations=True)
    async with app.run_test() as pilot:
        await until(pilot, lambda: app._record.store is not None)
        store = app._record.store
        assert store is not None
        assert store.questions.latest() == ()
        assert store.conversations.latest() == ()


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_the_pointer_stays_where_a_value_was_taken(make: MakeApp, language: str) -> None:
    async with make(language=language).run_test(size=(40, 12)) as pilot:
        await open_settings(pilot)
        await pilot.press("down", "down", "down", "down")
        rows = pilot.app.screen.query_exactly_one(Rows)
        before = rows.highlighted_option
        assert before is not None
        assert "tu" in str(before.prompt)
        await pilot.press("enter")
        await until(pilot, lambda: "● tu" in "\n".join(lines(pilot)))
        assert rows.highlighted_option is not None
        assert rows.highlighted_option.id == before.id
        assert "● tu" in picture(pilot)


async def test_a_place_that_cannot_be_written_is_told_and_the_value_serves_all_the_same(
    make: MakeApp, here: Places
) -> None:
    here.config.write_text("a file where a directory should be")
    async with make().run_test(size=(100, 60)) as pilot:
        await open_settings(pilot)
        await choose(pilot, "fond clair")
        await until(pilot, lambda: any("Je ne peux rien garder ici" in text for text in told(pilot)))
        assert pilot.app.theme == "contrast-light"


@pytest.mark.parametrize("name", ["/réglages", "/settings", "paramètres", "settings"])
async def test_the_settings_open_by_name_in_both_languages(make: MakeApp, name: str) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await write(pilot, name)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen))
