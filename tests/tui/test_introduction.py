"""The first time: three screens at most, left at any moment, and never again."""

import pytest
from fakes import Door
from pilots import (
    MakeApp,
    answers,
    choices,
    opened,
    picture,
    plain_spaces,
    prompt,
    state,
    talk,
    told,
    until,
    write,
)
from textual import events
from textual.pilot import Pilot

from advisor.advice.advisor import Advisor
from advisor.settings import Places, Settings, read_settings
from advisor.text.fold import LONGEST_MESSAGE
from advisor.tui import app as application
from advisor.tui.app import AdvisorApp
from advisor.tui.beginnings import BEGINNINGS, SAID
from advisor.tui.introducing import is_first_time
from advisor.tui.screens.introduction import IntroductionScreen
from advisor.tui.widgets.choices import Choice

SIZES = [(40, 12), (80, 24), (120, 40)]


async def page(pilot: Pilot[None], number: int) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, IntroductionScreen) and pilot.app.screen.page == number)
    await until(pilot, lambda: any(one.has_focus for one in pilot.app.screen.query(Choice)))


async def test_what_is_typed_fast_on_the_first_screen_goes_into_the_prompt(make: MakeApp) -> None:
    app = make(introduce=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await page(pilot, 0)
        for letter in "comment faire":
            app.post_message(events.Key("space" if letter == " " else letter, letter))
        await until(pilot, lambda: app.screen is talk(pilot) and prompt(pilot).text == "comment faire")


async def test_what_is_typed_before_anything_has_the_focus_goes_into_the_prompt(make: MakeApp) -> None:
    for first in (True, False):
        app = make(introduce=first)
        async with app.run_test(size=(80, 24)) as pilot:
            if first:
                await page(pilot, 0)
            app.screen.set_focus(None)
            for letter in "ab":
                app.post_message(events.Key(letter, letter))
            await until(pilot, lambda app=app, pilot=pilot: app.screen is talk(pilot) and prompt(pilot).text == "ab")


async def test_three_screens_lead_to_three_questions_that_fit(make: MakeApp, door: Door, here: Places) -> None:
    app = make(introduce=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await page(pilot, 0)
        assert "Trois écrans" in picture(pilot)
        assert "Échap Passer" in picture(pilot)
        assert state(pilot) == "1/3"
        await pilot.press("2")
        await page(pilot, 1)
        assert "What I can do." in picture(pilot)
        assert "How do I get a first job" in picture(pilot)
        await pilot.press("down", "down")
        await until(pilot, lambda: "What day rate should I charge?" in picture(pilot))
        assert "How do I get a first job" not in picture(pilot)
        await pilot.press("enter")
        await page(pilot, 2)
        shown = picture(pilot).replace("\n", "").replace(" ", "")
        for file in (here.store_file, here.settings_file):
            assert file.name in shown
        assert "Nothingleavesthismachine." in shown
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is talk(pilot))
        await until(pilot, lambda: choices(pilot) == [one["en"].replace("'", "’") for one in BEGINNINGS[2].questions])
        assert prompt(pilot).has_focus
        await pilot.press("1")
        await until(pilot, lambda: answers(pilot))
        assert door.talk.asked == ["What day rate should I charge?"]
    assert read_settings(here.settings_file)[0].language == "en"


async def test_questions_to_try_come_back_with_a_new_talk_and_in_the_other_language(make: MakeApp) -> None:
    async with make(introduce=True).run_test(size=(80, 30)) as pilot:
        await page(pilot, 0)
        await pilot.press("enter")
        await page(pilot, 1)
        await pilot.press("2")
        await page(pilot, 2)
        await pilot.press("enter")
        await until(pilot, lambda: "Comment demander une augmentation ?" in choices(pilot))
        await pilot.press("f4")
        await until(pilot, lambda: "How do I ask for a raise?" in choices(pilot))
        await pilot.press("2")
        await until(pilot, lambda: answers(pilot))
        await pilot.press("ctrl+l")
        await until(pilot, lambda: not answers(pilot) and "How do I ask for a raise?" in choices(pilot))


@pytest.mark.parametrize("screens", [0, 1, 2])
async def test_escape_leaves_it_at_any_screen_and_changes_nothing_more(
    make: MakeApp, here: Places, screens: int
) -> None:
    app = make(introduce=True)
    async with app.run_test() as pilot:
        for number in range(screens):
            await page(pilot, number)
            await pilot.press("enter")
        await page(pilot, screens)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is talk(pilot))
        await opened(pilot)
        assert app.is_running
    assert not is_first_time(here)


async def test_whoever_begins_to_write_or_paste_is_let_into_the_talk_with_it(make: MakeApp, here: Places) -> None:
    async with make(introduce=True).run_test() as pilot:
        await page(pilot, 0)
        await pilot.press("c", "v")
        await until(pilot, lambda: prompt(pilot).text == "cv")
        assert pilot.app.screen is talk(pilot)
        await pilot.press("backspace", "backspace")
        await until(pilot, lambda: prompt(pilot).text == "")
    async with make(introduce=True).run_test() as pilot:
        await page(pilot, 0)
        pilot.app.screen.post_message(events.Paste("comment ?\n"))
        await until(pilot, lambda: prompt(pilot).text == "comment ?\n")
        await pilot.press("ctrl+a", "backspace")
        await until(pilot, lambda: prompt(pilot).text == "")
    async with make(introduce=True).run_test() as pilot:
        await page(pilot, 0)
        pilot.app.screen.post_message(events.Paste("x" * (LONGEST_MESSAGE + 1)))
        await until(pilot, lambda: any("trop long" in text for text in told(pilot)))


async def test_whoever_has_begun_before_it_comes_is_not_disturbed(make: MakeApp, here: Places) -> None:
    app = make()
    async with app.run_test() as pilot:
        await opened(pilot)
        await write(pilot, "comment")
        app.introduce()
        await pilot.pause()
        assert app.screen is talk(pilot)
        assert prompt(pilot).text == "comment"
    assert not is_first_time(here)


async def test_nothing_is_kept_where_that_is_chosen(make: MakeApp, here: Places) -> None:
    app = make(introduce=True)
    async with app.run_test() as pilot:
        for number, key in enumerate(("3", "4", "2")):
            await page(pilot, number)
            await pilot.press(key)
        await until(pilot, lambda: app.screen is talk(pilot))
        await until(pilot, lambda: choices(pilot) == ["L’IA et le métier", "Le salaire"])
    settings, notices = read_settings(here.settings_file)
    assert (settings.language, settings.history, settings.conversations) == ("auto", False, False)
    assert notices == ()


async def test_other_keys_work_over_it_and_the_language_changes_it(make: MakeApp) -> None:
    async with make(introduce=True).run_test(size=(80, 24)) as pilot:
        await page(pilot, 0)
        await pilot.press("f4")
        await until(pilot, lambda: "Three screens" in picture(pilot))
        await pilot.press("down", "down", "down", "up")
        await pilot.press("f2")
        await until(pilot, lambda: not isinstance(pilot.app.screen, IntroductionScreen))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", SIZES)
async def test_every_screen_shows_its_choices_at_every_size(
    make: MakeApp, language: str, size: tuple[int, int]
) -> None:
    async with make(introduce=True, language=language).run_test(size=size) as pilot:
        for number in range(3):
            await page(pilot, number)
            focused = next(one for one in pilot.app.screen.query(Choice) if one.has_focus)
            await until(pilot, lambda focused=focused: plain_spaces(focused.text())[:20] in picture(pilot))
            assert all(len(line) <= size[0] for line in picture(pilot).splitlines())
            if number == 1:
                await pilot.press("down")
                tried = BEGINNINGS[1].questions[2][language].replace("'", "’")
                await until(pilot, lambda tried=tried: tried[:20] in plain_spaces(picture(pilot)))
            await pilot.press("2" if number == 0 and language == "en" else "1")


@pytest.mark.parametrize("left", ["introduced_file", "settings_file", "store_file", "history_file"])
def test_it_comes_only_where_nothing_of_a_person_lies(here: Places, left: str) -> None:
    assert is_first_time(here)
    file = getattr(here, left)
    file.parent.mkdir(parents=True)
    file.touch()
    assert not is_first_time(here)


@pytest.mark.parametrize(("fits", "expected"), [(True, [True, False]), (False, [False, False])])
def test_the_program_introduces_itself_once(
    here: Places, door: Door, monkeypatch: pytest.MonkeyPatch, fits: bool, expected: list[bool]
) -> None:
    introduced = []

    def stop_at_once(app: AdvisorApp) -> None:
        introduced.append(app._introduces)
        here.introduced_file.parent.mkdir(parents=True, exist_ok=True)
        here.introduced_file.touch()

    monkeypatch.setattr(AdvisorApp, "run", stop_at_once)
    for _ in range(2):
        application.run(door, Settings(), here, introduce=fits)
    assert introduced == expected


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_built_in_knowledge_answers_every_question_to_try(advisor: Advisor, language: str) -> None:
    asked = [question[language] for one in BEGINNINGS for question in one.questions]
    assert len(asked) == 9
    unanswered = [text for text in asked if advisor.conversation().ask(text).kind != "answer"]
    assert unanswered == []


def test_everything_said_stands_in_both_languages() -> None:
    words = [*SAID.values(), *(one.title for one in BEGINNINGS), *(q for one in BEGINNINGS for q in one.questions)]
    assert [one for one in words if set(one) != {"fr", "en"} or not all(one.values())] == []
