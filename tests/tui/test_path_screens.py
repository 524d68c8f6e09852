"""Learning paths on the screen: found, opened, marked by key, by mouse and by command, advised by three questions."""

from collections.abc import Callable

import pytest
from fakes import Door
from pilots import MakeApp, answers, ask, opened, picture, plain_spaces, prompt, questions, talk, told, until, write
from textual.pilot import Pilot

from advisor.store.opening import open_store, store_in_memory
from advisor.store.port import Steps
from advisor.tui.app import AdvisorApp
from advisor.tui.messages import MarksRead
from advisor.tui.screens.advice import AdviceScreen, QuestionScreen
from advisor.tui.screens.paths import PathScreen, PathsScreen, ToReadScreen
from advisor.tui.widgets.step import StepSheet

Begin = Callable[..., AdvisorApp]


@pytest.fixture
def steps() -> Steps:
    return store_in_memory().steps


async def open_path(pilot: Pilot[None], steps: Steps) -> PathScreen:
    """Open the first path of the list."""
    await opened(pilot)
    app = pilot.app
    assert isinstance(app, AdvisorApp)
    app.keep_marks_in(steps)
    await pilot.press("f3")
    await until(pilot, lambda: isinstance(pilot.app.screen, PathsScreen))
    await pilot.press("down", "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, PathScreen))
    screen = pilot.app.screen
    assert isinstance(screen, PathScreen)
    return screen


def state_of(steps: Steps, id: str) -> str:
    marks = steps.marks()
    return marks[id].state if id in marks else ""


async def test_a_path_opens_at_its_next_step_which_says_all_that_it_asks(make: MakeApp, steps: Steps) -> None:
    steps.mark("P1.1", "done")
    async with make().run_test(size=(100, 50)) as pilot:
        await open_path(pilot, steps)
        await until(pilot, lambda: "› [ ] P1.2" in picture(pilot))
        shown = picture(pilot)
        for text in (
            "P1 · Se spécialiser dans le mobile",
            "1 sur 2, reste 18 h, ensuite P1.2",
            "Pour qui. Pour les curieux.",
            "Rythme. 30 h en tout. Six semaines.",
            "À savoir avant. F (Les bases)",
            "  [x] P1.1 · Dresser la carte · 12 h · faite",
            "› [ ] P1.2 · Examiner des sites · 18 h · à faire",
            "Pratique. Choisir dix sites.",
            "Preuve. Dix fiches.",
            "À savoir avant. P1.1 (Dresser la carte)",
            "Pour apprendre. Une enquête [2024] (https://example.org/survey)",
        ):
            assert text in shown, f"{text}\n{shown}"
        assert "Tracer un tableau" not in shown
        await pilot.press("up")
        await until(pilot, lambda: "Sujets. Le salaire" in picture(pilot))


@pytest.mark.parametrize(
    ("key", "state", "said"), [("d", "done", "faite"), ("s", "skipped", "sautée"), ("k", "known", "déjà connue")]
)
async def test_a_key_marks_the_step_at_the_pointer_and_says_what_is_left(
    make: MakeApp, steps: Steps, key: str, state: str, said: str
) -> None:
    async with make().run_test(size=(100, 50)) as pilot:
        await open_path(pilot, steps)
        await pilot.press("down", key)
        await until(pilot, lambda: f"P1.2 · Examiner des sites · 18 h · {said}" in picture(pilot))
        assert state_of(steps, "P1.2") == state
        assert told(pilot) == [
            f"P1.2, « Examiner des sites » : {said}. Parcours P1 : 1 sur 2, reste 12 h, ensuite P1.1."
        ]
        await pilot.press("o")
        await until(pilot, lambda: "18 h · à faire" in picture(pilot))
        assert state_of(steps, "P1.2") == "open"


async def test_marks_given_in_a_row_end_as_the_last_one(make: MakeApp, steps: Steps) -> None:
    async with make().run_test(size=(100, 50)) as pilot:
        await open_path(pilot, steps)
        await pilot.press("d", "s", "k", "o", "d", "k")
        await until(pilot, lambda: "12 h · déjà connue" in picture(pilot))
        assert state_of(steps, "P1.1") == "known"


async def test_the_mouse_goes_to_a_step_and_marks_it(make: MakeApp, steps: Steps) -> None:
    async with make().run_test(size=(100, 50)) as pilot:
        screen = await open_path(pilot, steps)
        second = list(screen.query(StepSheet))[1]
        await pilot.click(second, offset=(10, 0))
        await until(pilot, lambda: second.is_here)
        line = next(number for number, row in enumerate(picture(pilot).splitlines()) if "Noter. faite (D)" in row)
        column = picture(pilot).splitlines()[line].index("sautée (S)")
        await pilot.click(offset=(column + 1, line))
        await until(pilot, lambda: state_of(steps, "P1.2") == "skipped")
        await until(pilot, lambda: "18 h · sautée" in picture(pilot))


async def test_a_command_marks_a_step_from_the_talk(make: MakeApp, steps: Steps) -> None:
    app = make()
    async with app.run_test() as pilot:
        await opened(pilot)
        app.keep_marks_in(steps)
        for typed, state in (
            ("/fait p1.1", "done"),
            ("/skip P1.1", "skipped"),
            ("/connu P1.1", "known"),
            ("/rouvrir P1.1", "open"),
        ):
            await write(pilot, typed)
            await pilot.press("enter")
            await until(pilot, lambda state=state: state_of(steps, "P1.1") == state)
        await write(pilot, "/fait P1.7")
        await pilot.press("enter")
        await until(pilot, lambda: told(pilot) == ["Aucune étape ne s’appelle « P1.7 ». La plus proche est P1.2."])
        await write(pilot, "/fait")
        await pilot.press("enter")
        await until(pilot, lambda: "par exemple /fait P1.1." in "".join(told(pilot)))


async def test_several_steps_are_marked_at_once_and_by_a_plain_word(make: MakeApp, steps: Steps) -> None:
    app = make()
    async with app.run_test() as pilot:
        await opened(pilot)
        app.keep_marks_in(steps)
        await write(pilot, "fait p1.1, P1.2")
        await pilot.press("enter")
        await until(pilot, lambda: state_of(steps, "P1.1") == state_of(steps, "P1.2") == "done")
        await write(pilot, "/rouvrir P1.2 P1.7")
        await pilot.press("enter")
        await until(pilot, lambda: "Aucune étape ne s’appelle « P1.7 »" in "".join(told(pilot)))
        assert state_of(steps, "P1.2") == "done"


async def test_before_the_store_is_open_a_mark_is_refused_in_words(make: MakeApp, door: Door) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        app = pilot.app
        assert isinstance(app, AdvisorApp)
        app._steps = None
        await write(pilot, "/fait P1.1")
        await pilot.press("enter")
        await until(pilot, lambda: told(pilot) == ["Ce qui est gardé s’ouvre encore, un instant."])


async def test_the_list_shows_what_is_left_as_soon_as_it_is_marked(make: MakeApp, steps: Steps) -> None:
    async with make().run_test(size=(100, 50)) as pilot:
        await open_path(pilot, steps)
        await pilot.press("d", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, PathsScreen))
        await until(pilot, lambda: "1 sur 2, reste 18 h, ensuite P1.2" in picture(pilot))
        assert "0" not in plain_spaces(pilot.app.screen.query_one("#status").state)  # type: ignore[attr-defined]


@pytest.mark.parametrize("key", ["ctrl+d", "f5", "f3"])
async def test_marks_that_are_read_late_are_shown_by_the_screens_of_paths_alone(
    make: MakeApp, steps: Steps, key: str
) -> None:
    app = make()
    async with app.run_test() as pilot:
        await opened(pilot)
        app.keep_marks_in(steps)
        await pilot.press(key)
        await until(pilot, lambda: app.screen is not talk(pilot))
        app.post_message(MarksRead(steps.marks()))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is talk(pilot))


async def test_progress_outlives_the_program(make: MakeApp, here) -> None:
    from advisor.settings import Settings

    store = open_store(here, Settings(), lambda _words: None)
    async with make().run_test(size=(100, 50)) as pilot:
        await open_path(pilot, store.steps)
        await pilot.press("d")
        await until(pilot, lambda: "12 h · faite" in picture(pilot))
    store.close()
    again = open_store(here, Settings(), lambda _words: None)
    assert state_of(again.steps, "P1.1") == "done"
    again.close()


async def test_a_step_that_vanished_is_told_on_the_paths_that_are_left(make: MakeApp, steps: Steps) -> None:
    steps.mark("P9.9", "done")
    async with make().run_test(size=(100, 50)) as pilot:
        await open_path(pilot, steps)
        await until(pilot, lambda: "que les parcours n’ont plus : P9.9 (faite)" in picture(pilot))


async def test_a_topic_that_a_step_reads_is_answered_in_the_talk(make: MakeApp, door: Door, steps: Steps) -> None:
    async with make().run_test() as pilot:
        await open_path(pilot, steps)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ToReadScreen))
        await pilot.press("enter")
        await until(pilot, lambda: answers(pilot))
        assert pilot.app.screen is talk(pilot)
        assert door.talk.asked == ["choose salary"]
        assert questions(pilot) == ["Le salaire"]


async def test_a_step_without_topics_says_so(make: MakeApp, steps: Steps) -> None:
    async with make().run_test() as pilot:
        await open_path(pilot, steps)
        await pilot.press("down", "enter")
        await until(pilot, lambda: told(pilot) == ["Cette étape ne renvoie à aucun sujet."])


async def test_three_questions_lead_to_paths_with_their_reasons(make: MakeApp) -> None:
    async with make().run_test(size=(90, 40)) as pilot:
        await opened(pilot)
        await pilot.press("f3")
        await until(pilot, lambda: isinstance(pilot.app.screen, PathsScreen))
        assert "Quel parcours vous conviendrait" in picture(pilot)
        await pilot.press("enter")
        for question, key in (("Où en êtes-vous", ()), ("Que cherchez-vous", ()), ("Combien d’heures", ("down",))):
            await until(pilot, lambda question=question: question in picture(pilot))
            await pilot.press(*key, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AdviceScreen))
        await until(pilot, lambda: "P1 · Se spécialiser dans le mobile" in picture(pilot))
        shown = picture(pilot)
        assert "Il mène à un poste." in shown
        assert "Il part de zéro." in shown
        assert "À 4 h par semaine, 30 h prennent environ 8 semaines." in shown
        await pilot.press("1")
        await until(pilot, lambda: isinstance(pilot.app.screen, PathScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, AdviceScreen))
        await pilot.press("f4")
        await until(pilot, lambda: "It leads to a job." in picture(pilot))


async def test_leaving_a_question_leaves_them_all(make: MakeApp) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await write(pilot, "/conseil")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, QuestionScreen))
        await pilot.press("enter")
        await until(pilot, lambda: "Que cherchez-vous" in picture(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is talk(pilot))


async def test_who_would_rather_not_say_is_told_that_nothing_speaks_for_any_path(make: MakeApp) -> None:
    async with make().run_test(size=(90, 40)) as pilot:
        await opened(pilot)
        await write(pilot, "/conseil 0 0 5")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AdviceScreen))
        await until(pilot, lambda: "Rien ne permet encore de conseiller" in picture(pilot))


async def test_the_talk_alone_advises_the_paths_that_it_leads_to(make: MakeApp) -> None:
    async with make().run_test(size=(90, 40)) as pilot:
        await opened(pilot)
        await ask(pilot, "combien ça paie ?")
        await write(pilot, "quel parcours pour moi")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AdviceScreen))
        await until(pilot, lambda: "Vous avez parlé de « Le salaire »." in picture(pilot))
        await pilot.press("2")
        await until(pilot, lambda: isinstance(pilot.app.screen, QuestionScreen))


@pytest.mark.parametrize("words", ["3 1 5", "1 1", "1 1 999", "x y z", "1 1 1 1", "١ 1 1"])
async def test_answers_that_do_not_fit_are_told_in_one_sentence(make: MakeApp, words: str) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await write(pilot, f"/conseil {words}")
        await pilot.press("enter")
        await until(pilot, lambda: "situation (1 à 2), but (1 à 1)" in "".join(told(pilot)))
        assert prompt(pilot).text == ""


async def test_a_step_that_is_marked_out_of_sight_comes_into_it(make: MakeApp, steps: Steps) -> None:
    async with make().run_test(size=(40, 12)) as pilot:
        await open_path(pilot, steps)
        await until(pilot, lambda: "P1 · Se spécialiser" in picture(pilot))
        assert "P1.1" not in picture(pilot)
        await pilot.press("d")
        await until(pilot, lambda: "› [x] P1.1" in picture(pilot))


async def test_a_path_fits_the_smallest_screen(make: MakeApp, steps: Steps) -> None:
    async with make().run_test(size=(40, 12)) as pilot:
        await open_path(pilot, steps)
        await pilot.press("down", "down")
        await until(pilot, lambda: "› [ ] P1.2" in picture(pilot))
        assert all(len(line) <= 40 for line in picture(pilot).splitlines())
        await pilot.press("up", "up", "up")
        await until(pilot, lambda: "P1 · Se spécialiser" in picture(pilot))
