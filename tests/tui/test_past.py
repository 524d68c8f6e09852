"""What was said is kept before it is shown, and found, read, renamed and deleted again."""

import sqlite3
import threading
from pathlib import Path

import pytest
from fakes import Door
from pilots import MakeApp, all_of, answers, ask, notes, opened, picture, prompt, questions, state, told, until, write
from textual.pilot import Pilot
from textual.widgets import Input

from advisor.reply import Reply
from advisor.settings import Places, Settings
from advisor.store.opening import open_store
from advisor.store.port import Store
from advisor.store.records import Everything
from advisor.tui.screens.article import SourceScreen
from advisor.tui.screens.past import DeleteScreen, PastScreen, PastTalkScreen, PastText, RecallScreen, TitleScreen
from advisor.tui.screens.taking import ExportScreen
from advisor.tui.widgets.answer import Answer
from advisor.tui.widgets.past import Past


def kept(here: Places) -> Everything:
    """What another program finds on the disk."""
    store = open_store(here, Settings(), lambda _words: None)
    held = store.everything()
    store.close()
    return held


@pytest.fixture
def before(here: Places) -> Places:
    """Two conversations of another day."""
    store = open_store(here, Settings(), lambda _words: None)
    for question, text in (("Où sont les [b]offres[/b] ?", "Au marché caché."), ("Et l'été ?", "On négocie.")):
        talk = store.conversations.begin("fr")
        store.conversations.add(talk, question, Reply(question, "fr", "answer", text, topic="cv", title="Le CV"))
        store.questions.add(question)
    store.close()
    return here


async def show_history(pilot: Pilot[None]) -> PastScreen:
    await pilot.press("f5")
    await until(pilot, lambda: isinstance(pilot.app.screen, PastScreen))
    screen = pilot.app.screen
    assert isinstance(screen, PastScreen)
    await until(pilot, lambda: screen.rows(screen.wording))
    return screen


async def read_first(pilot: Pilot[None]) -> PastTalkScreen:
    await show_history(pilot)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, PastTalkScreen))
    screen = pilot.app.screen
    assert isinstance(screen, PastTalkScreen)
    return screen


async def test_an_answer_is_on_the_disk_when_it_is_shown(make: MakeApp, here: Places) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        for number, question in enumerate(("salaire", "choisir [b]", "inconnu"), 1):
            await ask(pilot, question)
            (talk,) = kept(here).conversations
            assert [turn.question for turn in talk.turns][-1] == question
            assert len(talk.turns) == number
        shown = [answer.reply for answer in all_of(pilot, Answer)]
        assert [turn.reply for turn in kept(here).conversations[0].turns] == shown
        await until(pilot, lambda: [one.text for one in kept(here).questions] == ["salaire", "choisir [b]", "inconnu"])
        assert [one.question for one in kept(here).unanswered] == ["inconnu"]


async def test_a_new_talk_is_another_conversation(make: MakeApp, here: Places) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await pilot.press("ctrl+l")
        await until(pilot, lambda: not answers(pilot))
        assert len(kept(here).conversations) == 1
        await ask(pilot, "bonjour")
        assert [talk.title for talk in kept(here).conversations] == ["salaire", "bonjour"]


async def test_a_question_taken_back_is_not_kept_as_answered(make: MakeApp, door: Door, here: Places) -> None:
    door.advisor.gate = threading.Event()
    async with make().run_test() as pilot:
        await opened(pilot)
        await write(pilot, "salaire")
        await pilot.press("enter")
        await until(pilot, lambda: questions(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: not questions(pilot))
        door.advisor.gate.set()
        await until(pilot, lambda: door.talk.asked)
        await ask(pilot, "bonjour")
        (talk,) = kept(here).conversations
        assert "bonjour" in talk.turns[-1].question
        assert len(talk.turns) == 1


@pytest.mark.parametrize(("history", "conversations"), [(False, True), (True, False), (False, False)])
async def test_settings_say_what_is_kept(make: MakeApp, here: Places, history: bool, conversations: bool) -> None:
    async with make(history=history, conversations=conversations).run_test() as pilot:
        await opened(pilot)
        await ask(pilot, "inconnu")
        await pilot.press("up")
        await until(pilot, lambda: "inconnu" in prompt(pilot).text)
    held = kept(here)
    assert bool(held.questions) == bool(held.unanswered) == history
    assert bool(held.conversations) is conversations


async def test_questions_of_before_come_back(make: MakeApp, here: Places) -> None:
    here.state.mkdir(parents=True)
    here.history_file.write_text('{"question": "ancienne"}\n', encoding="utf-8")
    async with make().run_test() as pilot:
        await opened(pilot)
        await until(pilot, lambda: pilot.app._talk.questions)  # type: ignore[attr-defined]
        await pilot.press("up")
        await until(pilot, lambda: prompt(pilot).text == "ancienne")
    assert not here.history_file.exists()
    assert [one.text for one in kept(here).questions] == ["ancienne"]


def drafts(here: Places) -> list[str]:
    return [one.text for one in kept(here).drafts]


async def test_a_question_left_half_written_is_there_the_next_time(make: MakeApp, here: Places) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await pilot.press(*"Et si", "ctrl+j", *"on [b]", "ctrl+q")
    assert drafts(here) == ["Et si\non [b]"]
    async with make().run_test() as pilot:
        await until(pilot, lambda: prompt(pilot).text == "Et si\non [b]")
        assert prompt(pilot).cursor_location == (1, 6)
        await pilot.press("!", "enter")
        await until(pilot, lambda: answers(pilot))
        await until(pilot, lambda: drafts(here) == [])
    async with make().run_test() as pilot:
        await until(pilot, lambda: pilot.app._talk.questions)  # type: ignore[attr-defined]
        assert prompt(pilot).text == ""


async def test_what_is_being_written_is_on_the_disk_while_it_is(make: MakeApp, here: Places) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        for key in "abc":
            await pilot.press(key)
            await until(pilot, lambda: drafts(here) == [prompt(pilot).text])
        await pilot.press("backspace", "backspace", "backspace")
        await until(pilot, lambda: drafts(here) == [])


async def test_a_question_is_in_the_history_before_its_draft_goes(
    make: MakeApp, here: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []
    async with make().run_test() as pilot:
        await opened(pilot)
        await write(pilot, "une question")
        await until(pilot, lambda: drafts(here) == ["une question"])
        store = pilot.app._record.store  # type: ignore[attr-defined]
        keep = store.drafts.keep

        def look(text: str) -> None:
            asked.append(store.questions.latest())
            keep(text)

        monkeypatch.setattr(store.drafts, "keep", look)
        await pilot.press("enter")
        await until(pilot, lambda: drafts(here) == [])
    assert asked[0] == ("une question",)


async def test_texts_that_come_faster_than_they_can_be_kept_are_not_all_kept(
    make: MakeApp, here: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    gate = threading.Event()
    async with make().run_test() as pilot:
        await opened(pilot)
        await until(pilot, lambda: pilot.app._record.store)  # type: ignore[attr-defined]
        record = pilot.app._record  # type: ignore[attr-defined]
        monkeypatch.setattr(record.store.drafts, "keep", written.append)
        record.beside(lambda _store: gate.wait(10))
        await pilot.press(*"combien gagne")
        assert prompt(pilot).text == "combien gagne"
        gate.set()
        await until(pilot, lambda: written)
        await pilot.press("?")
        await until(pilot, lambda: written == ["combien gagne", "combien gagne?"])


@pytest.mark.parametrize("changed", [False, True])
async def test_walking_the_history_keeps_the_draft_behind_it(make: MakeApp, before: Places, changed: bool) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await until(pilot, lambda: pilot.app._talk.questions)  # type: ignore[attr-defined]
        await write(pilot, "Et si")
        await pilot.press("up", *(["!"] if changed else []))
        await until(pilot, lambda: prompt(pilot).text.startswith("Et l'été"))
        wanted = prompt(pilot).text if changed else "Et si"
    assert drafts(before) == [wanted]


async def test_what_is_typed_before_the_store_is_open_stays_and_the_draft_is_a_step_up(
    make: MakeApp, before: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(before, Settings(), lambda _words: None)
    store.drafts.keep("de la dernière fois")
    store.close()
    gate = threading.Event()

    def open_later(*args: object) -> Store:
        gate.wait(10)
        return open_store(*args)  # type: ignore[arg-type]

    monkeypatch.setattr("advisor.store.opening.open_store", open_later)
    async with make().run_test() as pilot:
        await opened(pilot)
        await pilot.press(*"avant")
        gate.set()
        await until(pilot, lambda: pilot.app._talk.questions)  # type: ignore[attr-defined]
        assert prompt(pilot).text == "avant"
        await pilot.press("up")
        await until(pilot, lambda: prompt(pilot).text == "de la dernière fois")
        await pilot.press("down")
        await until(pilot, lambda: prompt(pilot).text == "avant")
    held = kept(before)
    assert [one.text for one in held.drafts] == ["avant"]
    assert held.questions[-1].text == "de la dernière fois"


async def test_a_draft_goes_when_questions_are_no_longer_kept(make: MakeApp, here: Places) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await write(pilot, "secret")
        await until(pilot, lambda: drafts(here) == ["secret"])
        pilot.app.change_setting("history", False)  # type: ignore[attr-defined]
        await until(pilot, lambda: drafts(here) == [])
        await write(pilot, " encore")
    assert drafts(here) == []
    async with make(history=False).run_test() as pilot:
        await opened(pilot)
        await write(pilot, "secret")
    assert drafts(here) == []


async def test_the_history_is_listed_latest_first_and_searched_as_one_types(make: MakeApp, before: Places) -> None:
    async with make().run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await show_history(pilot)
        shown = picture(pilot)
        assert shown.index("Et l'été ?") < shown.index("Où sont les [b]offres[/b] ?")
        for sought, found in (("MARCHE", "Au marché caché."), ("ete", "Et l'été"), ("negoci", "On négocie.")):
            pilot.app.screen.query_exactly_one(Input).value = sought
            await until(pilot, lambda found=found: found in picture(pilot), sought)
            await until(pilot, lambda: len(pilot.app.screen.rows(pilot.app.screen.wording)) == 1)  # type: ignore[attr-defined]
        pilot.app.screen.query_exactly_one(Input).value = "zanzibar"
        await until(pilot, lambda: "Rien ne correspond" in picture(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is pilot.app.screen_stack[0])


async def test_an_empty_history_is_no_search_without_a_find(make: MakeApp) -> None:
    async with make().run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("f5")
        await until(pilot, lambda: "Aucune conversation n’est gardée pour l’instant." in picture(pilot))
        assert "Rien ne correspond" not in picture(pilot)


@pytest.mark.parametrize(("lang", "shown"), [("fr", "ne sont pas gardées"), ("en", "aren’t kept")])
async def test_an_empty_history_says_where_nothing_is_kept_and_where_to_change_it(
    make: MakeApp, lang: str, shown: str
) -> None:
    async with make(lang=lang, conversations=False).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await pilot.press("f5")
        await until(pilot, lambda: shown in picture(pilot) and "(Ctrl+D)" in picture(pilot))


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_a_conversation_is_read_as_it_was_answered(make: MakeApp, before: Places, size: tuple[int, int]) -> None:
    async with make().run_test(size=size) as pilot:
        await opened(pilot)
        await read_first(pilot)
        await until(pilot, lambda: "› Et l'été ?" in picture(pilot))
        assert "On négocie." in picture(pilot)
        assert "Sujet : Le CV" in picture(pilot) or size[1] == 12
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, PastScreen))


async def test_a_conversation_is_renamed(make: MakeApp, before: Places) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await read_first(pilot)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(pilot.app.screen, TitleScreen))
        await until(pilot, lambda: "Renommer en « Et l'été ? »" in picture(pilot))
        pilot.app.screen.query_exactly_one(Input).value = "Mon [red]titre"
        await until(pilot, lambda: "Renommer en « Mon [red]titre »" in picture(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: told(pilot) and "Mon [red]titre" in told(pilot)[-1])
        assert [talk.title for talk in kept(before).conversations][1] == "Mon [red]titre"
        await until(pilot, lambda: isinstance(pilot.app.screen, PastTalkScreen) and "Mon [red]titre" in picture(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: "Mon [red]titre" in picture(pilot))


async def test_a_conversation_is_deleted_only_once_confirmed(make: MakeApp, before: Places) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await read_first(pilot)
        for keys, left in ((("escape",), 2), (("enter",), 2), (("down", "enter"), 1)):
            await pilot.press("delete")
            await until(pilot, lambda: isinstance(pilot.app.screen, DeleteScreen))
            await pilot.press(*keys)
            await until(pilot, lambda: not isinstance(pilot.app.screen, DeleteScreen))
            await until(pilot, lambda left=left: len(kept(before).conversations) == left)
        await until(pilot, lambda: told(pilot) == ["La conversation est supprimée."])
        await until(pilot, lambda: isinstance(pilot.app.screen, PastScreen) and "Et l'été" not in picture(pilot))
        assert [one.text for one in kept(before).questions] == ["Où sont les [b]offres[/b] ?"]


async def test_a_conversation_is_deleted_by_its_number_once_confirmed(make: MakeApp, before: Places) -> None:
    first, latest = kept(before).conversations
    async with make(lang="en").run_test() as pilot:
        await opened(pilot)
        await write(pilot, "/delete 99")
        await pilot.press("enter")
        await until(pilot, lambda: any("no longer there" in one for one in told(pilot)))
        await write(pilot, "/delete 2")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeleteScreen))
        assert first.title in picture(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: [one.id for one in kept(before).conversations] == [latest.id])


async def test_the_talk_of_now_is_renamed_and_deleted_by_name(make: MakeApp, here: Places) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await write(pilot, "/renommer Mon projet")
        await pilot.press("enter")
        await until(pilot, lambda: any("pas gardée" in one for one in told(pilot)))
        await ask(pilot, "salaire")
        await write(pilot, "/renommer Mon projet")
        await pilot.press("enter")
        await until(pilot, lambda: [talk.title for talk in kept(here).conversations] == ["Mon projet"])
        await write(pilot, "/renommer")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, TitleScreen) and "Mon projet" in picture(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, TitleScreen))
        await write(pilot, "/supprimer")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeleteScreen))
        assert "« Mon projet »" in picture(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: kept(here).conversations == ())
        await until(pilot, lambda: not isinstance(pilot.app.screen, DeleteScreen))
        await until(pilot, lambda: questions(pilot) == [])
        await ask(pilot, "bonjour")
        assert [talk.title for talk in kept(here).conversations] == ["bonjour"]


async def test_a_past_question_is_searched_and_brought_back_before_the_draft(make: MakeApp, before: Places) -> None:
    async with make(lang="en").run_test() as pilot:
        await opened(pilot)
        await until(pilot, lambda: pilot.app._talk.questions)  # type: ignore[attr-defined]
        await write(pilot, "draft")
        await pilot.press("ctrl+f")
        await until(pilot, lambda: isinstance(pilot.app.screen, RecallScreen))
        await pilot.press(*"offres")
        await until(pilot, lambda: "été" not in picture(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: prompt(pilot).text == "Où sont les [b]offres[/b] ?\ndraft")


async def test_a_past_question_takes_the_place_of_another_that_was_only_recalled(make: MakeApp, before: Places) -> None:
    async with make(lang="en").run_test() as pilot:
        await opened(pilot)
        await until(pilot, lambda: pilot.app._talk.questions)  # type: ignore[attr-defined]
        await pilot.press("up")
        await until(pilot, lambda: "été" in prompt(pilot).text)
        await pilot.press("ctrl+f")
        await until(pilot, lambda: isinstance(pilot.app.screen, RecallScreen))
        await pilot.press(*"offres")
        await until(pilot, lambda: "été" not in picture(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: prompt(pilot).text == "Où sont les [b]offres[/b] ?")


async def test_a_store_that_cannot_be_written_is_told_once_and_the_talk_goes_on(make: MakeApp, here: Places) -> None:
    here.data.parent.mkdir(parents=True, exist_ok=True)
    here.data.write_text("a file where a directory should be")
    async with make().run_test() as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await ask(pilot, "bonjour")
        await until(pilot, lambda: [one for one in notes(pilot) if "Rien ne peut être gardé" in one])
        assert len([one for one in notes(pilot) if "Rien ne peut être gardé" in one]) == 1
        await show_history(pilot)
        assert "salaire" in picture(pilot)


async def test_a_damaged_store_is_told(make: MakeApp, before: Places) -> None:
    before.store_file.write_bytes(b"\0" * 5_000)
    async with make().run_test() as pilot:
        await opened(pilot)
        await until(pilot, lambda: [one for one in notes(pilot) if "était abîmé" in one])
        await ask(pilot, "salaire")
    assert len(kept(before).conversations) == 1


async def test_a_fault_of_the_store_costs_no_answer(
    make: MakeApp, here: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_arguments: object) -> Store:
        raise sqlite3.ProgrammingError("a fault")

    monkeypatch.setattr("advisor.store.opening.open_store", failing)
    async with make().run_test() as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await pilot.press("f5")
        await until(pilot, lambda: told(pilot))
    assert "a fault" in (here.state / "faults.log").read_text(encoding="utf-8")


async def test_a_conversation_goes_on_where_it_was_left(make: MakeApp, door: Door, before: Places) -> None:
    async with make().run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await show_history(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PastTalkScreen))
        await pilot.press("c")
        await until(pilot, lambda: questions(pilot) == ["Et l'été ?"])
        assert "On négocie." in answers(pilot)[-1]
        await until(pilot, lambda: door.talk.asked == ["resume cv"], "the engine is told what it was about")
        await ask(pilot, "la suite")
        titles = {talk.title: [turn.question for turn in talk.turns] for talk in kept(before).conversations}
        assert titles["Et l'été ?"] == ["Et l'été ?", "la suite"]
        assert titles["salaire"] == ["salaire"]
        assert [turn.question for turn in pilot.app._talk.turns] == ["Et l'été ?", "la suite"]  # type: ignore[attr-defined]


async def test_a_long_conversation_goes_on_as_quickly_as_a_short_one(make: MakeApp, here: Places) -> None:
    store = open_store(here, Settings(), lambda _words: None)
    talk = store.conversations.begin("fr")
    for number in range(60):
        store.conversations.add(talk, f"question {number}", Reply("q", "fr", "answer", f"réponse {number}", topic="cv"))
    store.close()
    async with make().run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await read_first(pilot)
        await pilot.press("c")
        await until(pilot, lambda: questions(pilot) == ["question 59"])
        (past,) = all_of(pilot, Past)
        assert "question 0" in past.text()
        assert "réponse 58" in past.text()
        await until(pilot, lambda: "réponse 59" in picture(pilot))


async def test_a_click_behind_a_past_answer_opens_that_answers_own(make: MakeApp, before: Places) -> None:
    async with make().run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        screen = await read_first(pilot)
        await until(pilot, lambda: "On négocie." in picture(pilot))
        screen.query_exactly_one(PastText).action_open_behind("source", 0)
        await until(pilot, lambda: pilot.app.screen is not screen)
        assert isinstance(pilot.app.screen, SourceScreen)


async def test_what_is_read_is_what_is_copied_and_exported(make: MakeApp, before: Places, tmp_path: Path) -> None:
    async with make().run_test(size=(200, 24)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await pilot.press("f5")
        await until(pilot, lambda: isinstance(pilot.app.screen, PastScreen))
        await pilot.press(*"marche")
        await until(pilot, lambda: state(pilot) == "1 sur 1")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PastTalkScreen))
        await pilot.press("ctrl+o")
        await until(pilot, lambda: "Au marché caché." in pilot.app.clipboard)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
        await pilot.press(*"passe.md", "enter")
        await until(pilot, lambda: told(pilot) and "passe.md" in told(pilot)[0])
        written = (tmp_path / "passe.md").read_text(encoding="utf-8")
        assert "Au marché caché" in written
        assert "salaire" not in written
