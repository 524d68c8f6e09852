"""Thumbs up or down, with a word or without: shown on the answer, kept with its turn."""

from collections.abc import Sequence

import pytest
from pilots import MakeApp, all_of, answers, ask, opened, picture, plain_spaces, prompt, told, until, write
from textual import events
from textual.pilot import Pilot

from advisor.settings import Places, Settings
from advisor.store.opening import open_store
from advisor.store.records import Feedback
from advisor.tui.screens.listing import Search
from advisor.tui.widgets.past import Past


def kept(here: Places) -> Sequence[Feedback]:
    store = open_store(here, Settings(), lambda words: pytest.fail(str(words)))
    found = store.lessons.feedback()
    store.close()
    return found


async def order(pilot: Pilot[None], text: str) -> None:
    await write(pilot, text)
    await pilot.press("enter")
    await pilot.pause()


@pytest.mark.parametrize(
    ("given", "verdict", "word"),
    [
        ("/bien", "up", ""),
        ("/good clear and short", "up", "clear and short"),
        ("/mauvais trop [b]long[/b]", "down", "trop [b]long[/b]"),
        ("bonne réponse !", "up", ""),
        ("👎", "down", ""),
    ],
)
async def test_an_answer_is_judged_by_name_and_by_plain_word(
    make: MakeApp, here: Places, given: str, verdict: str, word: str
) -> None:
    async with make().run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await order(pilot, given)
        said = {"up": "+ Bonne réponse, selon vous", "down": "− Mauvaise réponse, selon vous"}[verdict]
        expected = f"{said} : « {word} »" if word else said
        await until(pilot, lambda: expected in picture(pilot))
        assert prompt(pilot).text == ""
        assert "Bonne réponse" not in answers(pilot)[0]
    (one,) = kept(here)
    assert (one.verdict, one.word, one.topic) == (verdict, word, "salary")


async def test_a_second_thought_replaces_the_first_by_key(make: MakeApp, here: Places) -> None:
    async with make().run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await pilot.press("alt+u")
        await until(pilot, lambda: told(pilot) == ["Noté : bonne réponse. Alt+D si c’était une erreur."])
        await pilot.press("alt+d")
        await until(pilot, lambda: "Noté : mauvaise réponse" in told(pilot)[0])
        assert "− Mauvaise réponse" in picture(pilot)
        assert "+ Bonne" not in picture(pilot)
        assert prompt(pilot).text == ""
    assert [one.verdict for one in kept(here)] == ["down"]


@pytest.mark.parametrize("over", ["", "f2"])
async def test_a_letter_with_alt_as_a_terminal_sends_it_is_a_key_and_writes_nothing(make: MakeApp, over: str) -> None:
    async with make().run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        if over:
            await pilot.press(over)
            await until(pilot, lambda: len(pilot.app.screen_stack) == 2)
        pilot.app.post_message(events.Key("alt+u", "u"))
        pilot.app.post_message(events.Key("alt+j", "j"))
        await until(pilot, lambda: told(pilot))
        assert "bonne réponse" in told(pilot)[0]
        assert prompt(pilot).text == ""
        if over:
            assert pilot.app.screen.query_exactly_one(Search).value == ""
        else:
            await pilot.press("tab")
            pilot.app.post_message(events.Key("alt+d", "d"))
            await until(pilot, lambda: "mauvaise réponse" in told(pilot)[0])
            assert prompt(pilot).text == ""


async def test_there_must_be_an_answer_to_judge(make: MakeApp, here: Places) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await pilot.press("alt+u")
        await until(pilot, lambda: told(pilot) == ["Aucune réponse à juger pour l’instant."])
    assert kept(here) == ()


async def test_the_verdict_stays_on_an_answer_that_is_folded_away_and_changes_its_language(
    make: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advisor.tui.widgets.conversation.CHAPTER", 3)
    async with make().run_test(size=(100, 60)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await order(pilot, "/bien net")
        for _ in range(3):
            await order(pilot, "bonjour")
        await until(pilot, lambda: all_of(pilot, Past))
        await pilot.press("f4")
        await until(pilot, lambda: "+ A good answer, you say: “net”" in plain_spaces(picture(pilot)))
