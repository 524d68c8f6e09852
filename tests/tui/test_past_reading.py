"""While a past conversation is read, what is asked of an answer is asked of the one in sight; by name it goes on."""

import pytest
from fakes import Door
from pilots import MakeApp, answers, ask, opened, picture, questions, state, told, until, write
from textual.pilot import Pilot
from textual.widgets import Input

from advisor.reply import Reply
from advisor.settings import Places, Settings
from advisor.store.opening import open_store
from advisor.store.records import Everything
from advisor.tui.screens.article import SourceScreen
from advisor.tui.screens.commands import CommandsScreen
from advisor.tui.screens.help import HelpScreen
from advisor.tui.screens.past import PastScreen, PastTalkScreen, RecallScreen
from advisor.tui.screens.reasons import WhyScreen

LONG = "\n\n".join(f"Ligne {number}." for number in range(30))


@pytest.fixture
def before(here: Places) -> Places:
    """A conversation of another day, whose two answers don't fit one screen, and the second of which was judged."""
    store = open_store(here, Settings(), lambda _words: None)
    talk = store.conversations.begin("fr")
    first = Reply("premier ?", "fr", "answer", LONG, topic="cv", title="Le CV", because=("premier",), sureness="sure")
    second = Reply("second ?", "fr", "answer", LONG, topic="role", title="Le rôle", because=("second",))
    store.conversations.add(talk, "premier ?", first)
    store.lessons.judge(second, "down", "trop [b]long[/b]", store.conversations.add(talk, "second ?", second))
    store.questions.add("premier ?")
    store.close()
    return here


def kept(here: Places) -> Everything:
    store = open_store(here, Settings(), lambda _words: None)
    held = store.everything()
    store.close()
    return held


async def read(pilot: Pilot[None]) -> PastTalkScreen:
    await pilot.press("f5")
    await until(pilot, lambda: isinstance(pilot.app.screen, PastScreen) and "premier" in picture(pilot))
    await pilot.press(*"premier")
    await until(pilot, lambda: state(pilot) == "1 sur 1")
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, PastTalkScreen) and "Ligne 5" in picture(pilot))
    screen = pilot.app.screen
    assert isinstance(screen, PastTalkScreen)
    return screen


async def order(pilot: Pilot[None], text: str) -> None:
    await write(pilot, text)
    await pilot.press("enter")


async def to_the_end(pilot: Pilot[None]) -> None:
    for _ in range(8):
        await pilot.press("pagedown")
    await until(pilot, lambda: "Mauvaise réponse" in picture(pilot))


async def test_the_reasons_are_those_of_the_answer_in_sight_and_lie_over_what_is_read(
    make: MakeApp, before: Places
) -> None:
    async with make().run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await ask(pilot, "net")
        screen = await read(pilot)
        for word, there in (("premier", False), ("second", True)):
            if there:
                await to_the_end(pilot)
            await pilot.press("f7")
            await until(pilot, lambda: isinstance(pilot.app.screen, WhyScreen))
            await until(pilot, lambda word=word: f"« {word} »" in picture(pilot))
            await pilot.press("escape")
            await until(pilot, lambda: pilot.app.screen is screen)


async def test_what_lies_over_what_is_read_makes_room_and_is_closed_by_its_own_key(
    make: MakeApp, before: Places
) -> None:
    async with make().run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        screen = await read(pilot)
        for key, kind in (("f6", SourceScreen), ("f7", WhyScreen), ("f1", HelpScreen), ("ctrl+p", CommandsScreen)):
            await pilot.press(key)
            await until(pilot, lambda kind=kind: isinstance(pilot.app.screen, kind))
            assert len(pilot.app.screen_stack) == 4
        await pilot.press("ctrl+p")
        await until(pilot, lambda: pilot.app.screen is screen)


async def test_the_answer_in_sight_is_the_one_that_is_copied(make: MakeApp, before: Places) -> None:
    async with make().run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await read(pilot)
        await pilot.press("ctrl+o")
        await until(pilot, lambda: "Le CV" in pilot.app.clipboard)
        await to_the_end(pilot)
        await pilot.press("ctrl+o")
        await until(pilot, lambda: "Le rôle" in pilot.app.clipboard)


async def test_an_answer_is_judged_while_it_is_read_and_shows_what_was_thought_of_it(
    make: MakeApp, before: Places
) -> None:
    async with make().run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await read(pilot)
        await to_the_end(pilot)
        assert "− Mauvaise réponse, selon vous : « trop [b]long[/b] »" in picture(pilot)
        await pilot.press("alt+u")
        await until(pilot, lambda: "+ Bonne réponse, selon vous" in picture(pilot))
        assert "Mauvaise" not in picture(pilot)
    held = kept(before)
    assert [(one.turn, one.verdict) for one in held.feedback] == [(held.conversations[0].turns[1].id, "up")]


async def test_what_was_thought_of_an_answer_stands_below_it_when_its_conversation_goes_on(
    make: MakeApp, before: Places
) -> None:
    async with make().run_test(size=(100, 90)) as pilot:
        await opened(pilot)
        await order(pilot, "/reprendre")
        await until(pilot, lambda: "« trop [b]long[/b] »" in picture(pilot))
        await pilot.press("alt+u")
        await until(pilot, lambda: "+ Bonne réponse, selon vous" in picture(pilot))
    held = kept(before)
    assert [(one.turn, one.verdict) for one in held.feedback] == [(held.conversations[0].turns[1].id, "up")]


@pytest.mark.parametrize("said", ["/reprendre", "reprendre", "/continue"])
async def test_the_last_conversation_goes_on_by_name(make: MakeApp, door: Door, before: Places, said: str) -> None:
    async with make().run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await order(pilot, said)
        await until(pilot, lambda: told(pilot) == ["Reprise de « premier ? », là où elle s’était arrêtée."])
        await until(pilot, lambda: door.talk.asked == ["resume cv", "resume role"])
        assert questions(pilot) == ["second ?"]
        await ask(pilot, "encore")
        titles = {talk.title: [turn.question for turn in talk.turns] for talk in kept(before).conversations}
        assert titles == {"premier ?": ["premier ?", "second ?", "encore"], "salaire": ["salaire"]}


async def test_a_conversation_is_read_from_the_turn_that_was_found(make: MakeApp, before: Places) -> None:
    async with make().run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await pilot.press("f5")
        await until(pilot, lambda: isinstance(pilot.app.screen, PastScreen) and "premier" in picture(pilot))
        await pilot.press(*"second")
        await until(pilot, lambda: state(pilot) == "1 sur 1" and pilot.app.screen.sought == "second")  # type: ignore[attr-defined]
        await until(pilot, lambda: "second ?" in picture(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PastTalkScreen))
        await until(pilot, lambda: picture(pilot).split("\n")[0].strip() == "› second ?")


@pytest.mark.parametrize(("said", "shown"), [("relire 1", True), ("relire 2", False), ("/relire 0", False)])
async def test_a_number_is_the_place_in_the_list(make: MakeApp, before: Places, said: str, shown: bool) -> None:
    async with make().run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await order(pilot, said)
        if shown:
            await until(pilot, lambda: isinstance(pilot.app.screen, PastTalkScreen) and "Ligne 5" in picture(pilot))
        else:
            await until(pilot, lambda: told(pilot) == ["Cette conversation n’est plus là."])


async def test_the_conversation_of_a_number_goes_on(make: MakeApp, before: Places) -> None:
    async with make().run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await order(pilot, "reprendre 2")
        await until(pilot, lambda: questions(pilot) == ["second ?"])


async def test_where_there_is_no_other_conversation_none_goes_on(make: MakeApp) -> None:
    async with make().run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await order(pilot, "/reprendre")
        await until(pilot, lambda: told(pilot) == ["Aucune autre conversation n’est gardée pour l’instant."])
        assert len(answers(pilot)) == 1


async def test_commands_by_name_are_for_the_conversation_that_is_read(make: MakeApp, before: Places) -> None:
    async with make().run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await pilot.press("ctrl+l")
        await until(pilot, lambda: not answers(pilot))
        await ask(pilot, "bonjour")
        await read(pilot)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(pilot.app.screen, CommandsScreen))
        await pilot.press(*"reprendre", "enter")
        await until(pilot, lambda: questions(pilot) == ["second ?"])


async def test_a_search_of_questions_begins_with_the_words_behind_the_command(make: MakeApp, before: Places) -> None:
    async with make().run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await until(pilot, lambda: pilot.app._talk.questions)  # type: ignore[attr-defined]
        await order(pilot, "/rappeler premier")
        await until(pilot, lambda: isinstance(pilot.app.screen, RecallScreen))
        await until(pilot, lambda: pilot.app.screen.query_exactly_one(Input).value == "premier")
        await pilot.press("enter")
        await until(pilot, lambda: "premier ?" in pilot.app._talk._prompt.text)  # type: ignore[attr-defined]
