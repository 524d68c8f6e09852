"""Copying and exporting: by key, by name, by plain word; what is said of it; where it went."""

from dataclasses import replace
from pathlib import Path

import pytest
from fakes import Door, FakeConversation
from pilots import MakeApp, all_of, ask, choices, notes, opened, picture, plain_spaces, prompt, told, until, write
from textual.pilot import Pilot
from textual.widgets import OptionList

from advisor.export.clipboard import sequence
from advisor.reply import Reply
from advisor.tui.screens.listing import Search
from advisor.tui.screens.taking import ExportScreen, ModelsScreen
from advisor.tui.widgets.choices import Choice

TWO_MODELS = "Premier message :\n> Bonjour [Madame],\n> une preuve.\n\nRelance :\n> Encore moi."


@pytest.fixture
def models(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers that hold two model texts where a message is asked for, one where a line is."""
    answer = FakeConversation.ask

    def ask_for(self: FakeConversation, question: str) -> Reply:
        reply = answer(self, question)
        text = TWO_MODELS if "message" in question else "> Une ligne" if "ligne" in question else reply.text
        return replace(reply, text=text, passages=() if text != reply.text else reply.passages)

    monkeypatch.setattr(FakeConversation, "ask", ask_for)


async def send(pilot: Pilot[None], text: str) -> None:
    await write(pilot, text)
    await pilot.press("enter")


async def test_the_last_answer_is_copied_and_what_is_said_of_it_is_what_can_be_known(make: MakeApp) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await pilot.press("ctrl+o")
        await until(pilot, lambda: told(pilot) == ["Rien à copier pour l’instant."])
        await ask(pilot, "salaire")
        await pilot.press("ctrl+o")
        await until(pilot, lambda: "sans savoir s’il" in told(pilot)[0])
        assert pilot.app.clipboard.startswith("Le salaire (j’en suis sûr)\n\nEntre 28")
        assert "/exporter" in told(pilot)[0]


async def test_what_is_said_of_a_copy_is_whole_on_a_small_screen(
    make: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advisor.export.clipboard.by_tool", lambda text: "tmux")
    async with make().run_test(size=(40, 12), notifications=True) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await send(pilot, "tout copier")
        await until(pilot, lambda: "/exporter" in picture(pilot))


async def test_a_tool_that_took_it_is_named(make: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("advisor.export.clipboard.by_tool", lambda text: "wl-copy")
    async with make(lang="en").run_test() as pilot:
        await opened(pilot)
        await ask(pilot, "pay")
        await send(pilot, "copy")
        await until(pilot, lambda: told(pilot) == ["Answer: copied (wl-copy)."])


async def test_under_tmux_the_terminal_outside_is_told_too(make: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMUX", "/socket,1,0")
    written: list[str] = []
    async with make().run_test() as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        monkeypatch.setattr(pilot.app._driver, "write", written.append)
        await send(pilot, "copier")
        await until(pilot, lambda: sequence(pilot.app.clipboard) in written)
        assert "\x1bPtmux;" in sequence(pilot.app.clipboard)


async def test_the_whole_conversation_is_copied_as_text(make: MakeApp) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await ask(pilot, "salaire [brut]")
        await ask(pilot, "bonjour")
        await send(pilot, "copier la conversation")
        await until(pilot, lambda: "Conversation entière" in told(pilot)[0])
        assert "salaire [brut]" in pilot.app.clipboard
        assert pilot.app.clipboard.index("salaire") < pilot.app.clipboard.index("Bonjour !")


async def test_the_only_model_text_is_copied_at_once_without_its_marks(make: MakeApp, models: None) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await pilot.press("ctrl+g")
        await until(pilot, lambda: told(pilot) == ["La dernière réponse ne contient pas de texte modèle."])
        await ask(pilot, "ligne")
        await pilot.press("ctrl+g")
        await until(pilot, lambda: pilot.app.clipboard == "Une ligne")


async def test_of_several_model_texts_one_is_chosen_by_list_or_by_number(make: MakeApp, models: None) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await ask(pilot, "message")
        await send(pilot, "/modèle 2")
        await until(pilot, lambda: pilot.app.clipboard == "Encore moi.")
        await send(pilot, "/modèle")
        await until(pilot, lambda: isinstance(pilot.app.screen, ModelsScreen))
        assert "Bonjour [Madame]," in picture(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.clipboard == "Bonjour [Madame],\nune preuve.")
        await until(pilot, lambda: "Premier message" in told(pilot)[0])


async def test_a_click_on_the_item_under_an_answer_copies_its_model_text(make: MakeApp, models: None) -> None:
    async with make().run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await ask(pilot, "ligne")
        await until(pilot, lambda: "Copier le modèle" in choices(pilot))
        await pilot.click(all_of(pilot, Choice)[choices(pilot).index("Copier le modèle")])
        await until(pilot, lambda: pilot.app.clipboard == "Une ligne")
        assert "Copier le modèle" in choices(pilot)


async def test_export_asks_for_format_and_name_and_the_talk_says_where_it_went(make: MakeApp, tmp_path: Path) -> None:
    async with make().run_test(size=(200, 24)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
        assert pilot.app.screen.query_exactly_one(OptionList).option_count == 3
        pilot.app.screen.query_exactly_one(Search).value = "mes notes"
        await until(pilot, lambda: "mes notes.html" in plain_spaces(picture(pilot)))
        await pilot.press("down", "enter")
        await until(pilot, lambda: notes(pilot))
        (file,) = tmp_path.glob("*.html")
        assert file.name == "mes notes.html"
        assert notes(pilot) == [f"Conversation enregistrée : {file}"]
        assert "salaire" in file.read_text(encoding="utf-8")


async def test_a_name_with_an_ending_puts_its_format_first(make: MakeApp, tmp_path: Path) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await send(pilot, "/exporter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
        await pilot.press(*"a.txt", "enter")
        await until(pilot, lambda: (tmp_path / "a.txt").exists())


@pytest.mark.parametrize("said", ["exporter en html", "/export html", "/exporter HTML", "export html"])
async def test_a_format_behind_the_command_is_taken_at_once(make: MakeApp, tmp_path: Path, said: str) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await send(pilot, said)
        await until(pilot, lambda: told(pilot) == ["Rien à exporter pour l’instant."])
        await ask(pilot, "salaire")
        await send(pilot, said)
        await until(pilot, lambda: list(tmp_path.glob("advisor-*.html")))


async def test_a_file_that_is_there_stays_and_the_talk_says_so(make: MakeApp, tmp_path: Path) -> None:
    (tmp_path / "l'avenir.md").write_text("à moi", encoding="utf-8")
    async with make(lang="en").run_test() as pilot:
        await opened(pilot)
        await ask(pilot, "pay")
        await send(pilot, "/export l'avenir.md")
        await until(pilot, lambda: notes(pilot))
        assert notes(pilot)[0].startswith("l'avenir.md was there already")
        assert (tmp_path / "l'avenir.md").read_text(encoding="utf-8") == "à moi"
        assert (tmp_path / "l'avenir-2.md").exists()


async def test_what_cannot_be_written_is_said_and_the_talk_goes_on(make: MakeApp) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await send(pilot, "/exporter nulle-part/notes")
        await until(pilot, lambda: notes(pilot))
        assert "nulle-part n’existe pas" in notes(pilot)[0]
        await ask(pilot, "bonjour")


async def test_the_form_stays_with_the_name_where_the_file_cannot_be_written(make: MakeApp, tmp_path: Path) -> None:
    async with make().run_test(size=(120, 24), notifications=True) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
        pilot.app.screen.query_exactly_one(Search).value = "nulle-part/notes"
        await until(pilot, lambda: "notes.md" in picture(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "nulle-part" in "".join(told(pilot)) and isinstance(pilot.app.screen, ExportScreen))
        assert pilot.app.screen.query_exactly_one(Search).value == "nulle-part/notes"
        (tmp_path / "nulle-part").mkdir()
        await pilot.press("enter")
        await until(pilot, lambda: notes(pilot))
        assert (tmp_path / "nulle-part" / "notes.md").exists()
        assert not isinstance(pilot.app.screen, ExportScreen)


async def test_a_format_that_nothing_here_writes_is_refused_with_those_there_are(make: MakeApp, tmp_path: Path) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await send(pilot, "/exporter pdf")
        await until(pilot, lambda: notes(pilot))
        assert "pdf n" in notes(pilot)[0]
        assert "choisissez markdown, html ou text." in notes(pilot)[0]
        assert not list(tmp_path.glob("*pdf*"))


@pytest.mark.parametrize("question", ["exporter mes données linkedin ?", "copier le portfolio d'un autre", "export"])
async def test_a_question_about_exporting_is_asked(make: MakeApp, door: Door, question: str) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await send(pilot, question)
        asked = len(question.split()) > 1
        await until(pilot, lambda: question in door.talk.asked or isinstance(pilot.app.screen, ExportScreen))
        assert (question in door.talk.asked) is asked
        assert prompt(pilot).text == ""


async def test_a_new_conversation_has_nothing_to_export(make: MakeApp) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await pilot.press("ctrl+l")
        await send(pilot, "exporter")
        await until(pilot, lambda: told(pilot) == ["Rien à exporter pour l’instant."])
