"""Choosing what comes next, by key and by mouse."""

import asyncio

import pytest
from fakes import Door
from pilots import MakeApp, all_of, answers, ask, choices, opened, prompt, questions, state, until
from textual import events

from advisor.tui.screens.paths import PathScreen
from advisor.tui.widgets.choices import Choice
from advisor.tui.widgets.conversation import Conversation
from advisor.tui.widgets.prompt import ALONE


async def test_the_talk_opens_with_a_topic_a_theme(make: MakeApp, door: Door) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        assert choices(pilot) == ["L’IA et le métier", "Le salaire"]
        await pilot.press("2")
        await until(pilot, lambda: answers(pilot))
        assert door.talk.asked == ["choose salary"]
        assert questions(pilot) == ["Le salaire"]


async def test_tab_and_arrows_walk_the_choices_and_enter_opens_one(make: MakeApp, door: Door) -> None:
    async with make().run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await ask(pilot, "choisir")
        assert choices(pilot) == ["Le salaire", "Le CV [sobre]", "Non, pas ça"]
        assert "1. Le salaire" not in answers(pilot)[0]
        await pilot.press("tab")
        await until(pilot, lambda: all_of(pilot, Choice)[0].has_focus)
        focused, other = all_of(pilot, Choice)[:2]
        assert focused.styles.background != other.styles.background
        await pilot.press("down", "up", "tab")
        await until(pilot, lambda: all_of(pilot, Choice)[1].has_focus)
        await pilot.press("enter")
        await until(pilot, lambda: len(answers(pilot)) == 2)
        assert door.talk.asked == ["choisir", "choose cv"]
        assert questions(pilot)[-1] == "Le CV [sobre]"
        assert prompt(pilot).has_focus


async def test_what_was_to_choose_from_stays_to_be_read_once_something_else_is_asked(make: MakeApp) -> None:
    async with make().run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await ask(pilot, "choisir")
        assert "1. Le salaire" not in answers(pilot)[0]
        await ask(pilot, "cv")
        assert "1. Le salaire" in answers(pilot)[0]
        assert "2. Le CV [sobre]" in answers(pilot)[0]


async def test_both_ends_of_the_choices_lead_back_to_the_prompt(make: MakeApp) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        for keys in (("tab", "up"), ("tab", "down", "down"), ("tab", "escape"), ("tab", "tab", "tab")):
            await pilot.press(*keys)
            await until(pilot, lambda: prompt(pilot).has_focus, str(keys))


async def test_typing_on_a_choice_goes_on_in_the_prompt(make: MakeApp) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await pilot.press("tab")
        await until(pilot, lambda: all_of(pilot, Choice)[0].has_focus)
        await pilot.press("a")
        await until(pilot, lambda: prompt(pilot).text == "a" and prompt(pilot).has_focus)


@pytest.mark.parametrize("key", ["2", "2 enter", "alt+2"])
async def test_a_digit_takes_a_choice_alone_or_with_enter(make: MakeApp, door: Door, key: str) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await pilot.press(*key.split())
        await until(pilot, lambda: answers(pilot))
        assert door.talk.asked == ["choose salary"]
        assert prompt(pilot).text == ""


async def test_a_question_may_begin_with_a_digit(make: MakeApp, door: Door) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await pilot.press(*"10 ans", "enter")
        await until(pilot, lambda: answers(pilot))
        assert door.talk.asked == ["10 ans"]
        assert questions(pilot) == ["10 ans"]
        await pilot.press("1", "backspace", "x")
        await asyncio.sleep(2 * ALONE)
        assert prompt(pilot).text == "x"
        assert len(questions(pilot)) == 1


async def test_what_is_typed_or_pasted_on_a_choice_goes_into_the_prompt_with_its_digits(
    make: MakeApp, door: Door
) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await pilot.press("tab")
        await until(pilot, lambda: all_of(pilot, Choice)[0].has_focus)
        for key in "mon 2e":
            pilot.app.post_message(events.Key("space" if key == " " else key, key))
        await until(pilot, lambda: prompt(pilot).text == "mon 2e")
        await pilot.press("tab")
        await until(pilot, lambda: all_of(pilot, Choice)[0].has_focus)
        pilot.app.post_message(events.Paste(" poste"))
        await until(pilot, lambda: prompt(pilot).text == "mon 2e poste")
        assert door.talk.asked == []
        await pilot.press("ctrl+a", "backspace", "tab")
        await until(pilot, lambda: all_of(pilot, Choice)[0].has_focus)
        await pilot.press("2")
        await until(pilot, lambda: answers(pilot))
        assert door.talk.asked == ["choose salary"]


async def test_keys_that_come_in_a_heap_open_the_choice_that_they_lead_to(make: MakeApp, door: Door) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await ask(pilot, "choisir")
        await pilot.press("tab")
        await until(pilot, lambda: all_of(pilot, Choice)[0].has_focus)
        for key in ("down", "down", "up", "enter"):
            pilot.app.post_message(events.Key(key, None))
        await until(pilot, lambda: len(answers(pilot)) == 2)
        assert door.talk.asked == ["choisir", "choose cv"]


async def test_a_digit_takes_a_choice_from_another_choice(make: MakeApp, door: Door) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await pilot.press("tab")
        await until(pilot, lambda: all_of(pilot, Choice)[0].has_focus)
        await pilot.press("2")
        await until(pilot, lambda: door.talk.asked == ["choose salary"])


async def test_a_click_takes_a_choice(make: MakeApp, door: Door) -> None:
    async with make().run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await until(pilot, lambda: choices(pilot)[0] == "Comment négocier [bien] ?")
        await pilot.click(all_of(pilot, Choice)[1])
        await until(pilot, lambda: len(answers(pilot)) == 2)
        assert door.talk.asked[1:] == ["choose role"]
        assert questions(pilot)[-1] == "Et en [b]région[/b] ?"


async def test_the_path_to_go_on_with_opens_over_the_talk(make: MakeApp) -> None:
    async with make().run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await pilot.press("3")
        await until(pilot, lambda: isinstance(pilot.app.screen, PathScreen))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is pilot.app.screen_stack[0])
        await pilot.press("3")
        await until(pilot, lambda: isinstance(pilot.app.screen, PathScreen), "a path can be opened twice")


async def test_a_long_answer_shows_its_beginning_and_says_that_there_is_more(make: MakeApp) -> None:
    async with make().run_test(size=(40, 12)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        talk = all_of(pilot, Conversation)[0]
        await until(pilot, lambda: state(pilot) == "▼ suite : Page suiv.")
        assert 0 < talk.scroll_y < talk.max_scroll_y
        for _ in range(8):
            await pilot.press("pagedown")
        await until(pilot, lambda: talk.scroll_y == talk.max_scroll_y)
        await until(pilot, lambda: state(pilot) == "")


async def test_a_short_reply_keeps_the_end_in_sight(make: MakeApp) -> None:
    async with make().run_test(size=(60, 20)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        for _ in range(3):
            await ask(pilot, "bonjour")
        talk = all_of(pilot, Conversation)[0]
        await until(pilot, lambda: talk.scroll_y == talk.max_scroll_y > 0)


async def test_a_reader_who_has_scrolled_away_is_left_there(make: MakeApp, door: Door) -> None:
    async with make().run_test(size=(60, 16)) as pilot:
        await opened(pilot)
        for _ in range(2):
            await ask(pilot, "salaire")
        talk = all_of(pilot, Conversation)[0]
        await pilot.press("pageup", "pageup")
        await until(pilot, lambda: talk.scroll_y < talk.max_scroll_y - 10)
        where = talk.scroll_y
        await pilot.app.screen_stack[0].say({"fr": "une nouvelle"})  # type: ignore[attr-defined]
        await pilot.pause()
        assert talk.scroll_y == where
        await ask(pilot, "bonjour")
        await until(pilot, lambda: talk.scroll_y == talk.max_scroll_y)
