"""What comes in that nobody types: a megabyte, accents in pieces, signs of other alphabets; on every field."""

import time
import unicodedata

import pytest
from fakes import Door
from pilots import MakeApp, answers, ask, opened, picture, plain_spaces, prompt, questions, state, told, until, write
from textual import events
from textual.keys import _character_to_key

from advisor.tui.screens.help import HelpScreen
from advisor.tui.screens.listing import Search
from advisor.tui.screens.settings import SettingsScreen
from advisor.tui.screens.topics import TopicsScreen

MEGABYTE = "Le community manager doit-il évoluer ?\n" * 26_000
SECONDS = 2.0
"""A person waits no longer; the refusal itself takes some hundredths."""


async def test_a_megabyte_is_refused_in_one_sentence_and_the_draft_stays(make: MakeApp) -> None:
    assert len(MEGABYTE.encode()) > 1_000_000
    async with make().run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await write(pilot, "brouillon")
        began = time.monotonic()
        prompt(pilot).post_message(events.Paste(MEGABYTE))
        await until(pilot, lambda: told(pilot))
        assert time.monotonic() - began < SECONDS
        assert "trop long (1 014 009 caractères, 20 000 au plus)" in told(pilot)[0]
        assert prompt(pilot).text == "brouillon"
        await pilot.press("enter")
        await until(pilot, lambda: answers(pilot))


async def test_a_megabyte_in_the_field_of_a_list_harms_nothing(make: MakeApp) -> None:
    async with make().run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, TopicsScreen))
        field = pilot.app.screen.query_exactly_one(Search)
        began = time.monotonic()
        field.post_message(events.Paste("x" * 1_000_000))
        await until(pilot, lambda: told(pilot))
        assert time.monotonic() - began < SECONDS
        assert "trop long" in told(pilot)[0]
        assert field.value == ""
        field.post_message(events.Paste("un\nmetier\x1b[2J\n"))
        await until(pilot, lambda: field.value == "un metier[2J")


async def test_accents_that_arrive_in_pieces_are_put_together(make: MakeApp, door: Door) -> None:
    async with make().run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        for sign in unicodedata.normalize("NFD", "métier élevé"):
            pilot.app.post_message(events.Key(_character_to_key(sign), sign))
        await until(pilot, lambda: prompt(pilot).text == "métier élevé")
        await pilot.press("backspace")
        await until(pilot, lambda: prompt(pilot).text == "métier élev")
        await pilot.press("ctrl+u")
        prompt(pilot).post_message(events.Paste(unicodedata.normalize("NFD", "où évoluer ?")))
        await until(pilot, lambda: prompt(pilot).text == "où évoluer ?")
        await pilot.press("enter")
        await until(pilot, lambda: door.talk.asked == ["où évoluer ?"])


@pytest.mark.parametrize("form", ["NFC", "NFD"])
async def test_commands_and_lists_know_accents_in_pieces(make: MakeApp, form: str) -> None:
    async with make().run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await write(pilot, unicodedata.normalize(form, "/réglages"))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen))
        pilot.app.screen.query_exactly_one(Search).post_message(
            events.Paste(unicodedata.normalize(form, "conversation éc"))
        )
        await pilot.press("escape", "f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, TopicsScreen))
        pilot.app.screen.query_exactly_one(Search).post_message(
            events.Paste(unicodedata.normalize(form, "définir métier"))
        )
        await until(pilot, lambda: state(pilot) == "1 sur 4")


@pytest.mark.parametrize(
    "typed",
    [
        "日本語の質問",
        "مرحبا بالعالم",
        "👩‍👩‍👧‍👦 famille",
        "e\u0301\u0302\u0303\u0304" * 50,
        "\u202eabc",
        "a\u200bb",
        "[/]" * 100,
    ],
)
async def test_signs_of_every_alphabet_are_asked_shown_and_called_back(make: MakeApp, door: Door, typed: str) -> None:
    async with make().run_test(size=(40, 12)) as pilot:
        await opened(pilot)
        await ask(pilot, typed)
        assert len(questions(pilot)) == 1
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        await pilot.press("escape", "up")
        await until(pilot, lambda: prompt(pilot).text == questions(pilot)[0])
        assert all(len(plain_spaces(line)) <= 200 for line in picture(pilot).splitlines())
