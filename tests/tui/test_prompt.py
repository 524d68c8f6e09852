"""Writing a question: keys, history, completion, pasting."""

from pathlib import Path

from fakes import Door
from pilots import MakeApp, all_of, answers, ask, opened, picture, prompt, questions, told, until, write
from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from advisor.settings import Places
from advisor.text.fold import LONGEST_MESSAGE
from advisor.tui.history import QuestionHistory
from advisor.tui.keys import know_alt_keys
from advisor.tui.screens.help import HelpScreen
from advisor.tui.widgets.completion import Completion
from advisor.tui.widgets.prompt import Prompt


class Host(App[None]):
    """One prompt and a note of what it asks for."""

    def __init__(self, history: QuestionHistory | None = None) -> None:
        super().__init__(css_path=None)
        self.history = history or QuestionHistory()
        self.heard: list[object] = []

    def compose(self) -> ComposeResult:
        yield Prompt(self.history, id="prompt")

    def on_mount(self) -> None:
        self.query_one(Prompt).focus()

    def on_prompt_submitted(self, event: Prompt.Submitted) -> None:
        self.heard.append(event.text)

    def on_prompt_number_given(self, event: Prompt.NumberGiven) -> None:
        self.heard.append(event.number)

    def on_prompt_refused(self, event: Prompt.Refused) -> None:
        self.heard.append(event.size)

    def on_prompt_stepped(self, event: Prompt.Stepped) -> None:
        self.query_one(Prompt).walk(event.steps)


def field(pilot: Pilot[None]) -> Prompt:
    return pilot.app.query_one(Prompt)


def paste(pilot: Pilot[None], text: str) -> None:
    field(pilot).post_message(events.Paste(text))


async def test_enter_sends_and_ctrl_j_and_shift_enter_start_a_line() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press(*"ab", "ctrl+j", *"cd", "shift+enter", *"ef")
        assert field(pilot).text == "ab\ncd\nef"
        await pilot.press("enter")
        await until(pilot, lambda: app.heard)
        assert app.heard == ["ab\ncd\nef"]
        assert field(pilot).text == ""
        await pilot.press("space", "enter")
        assert app.heard == ["ab\ncd\nef"]


async def test_keys_that_arrive_in_one_burst_keep_their_order() -> None:
    app = Host()
    async with app.run_test() as pilot:
        field(pilot).on_offer = 3
        for key, character in (("a", "a"), ("1", "1"), ("enter", "\r"), ("b", "b"), ("backspace", "\x7f"), ("c", "c")):
            app.post_message(events.Key(key, character))
        await until(pilot, lambda: field(pilot).text == "c")
        assert app.heard == ["a1"]


async def test_it_grows_with_its_lines_up_to_a_limit(make: MakeApp) -> None:
    async with make().run_test(size=(80, 30)) as pilot:
        await opened(pilot)
        one = prompt(pilot).size.height
        await write(pilot, "a\nb\nc")
        await until(pilot, lambda: prompt(pilot).size.height == one + 2)
        await write(pilot, "\n" * 30)
        await until(pilot, lambda: prompt(pilot).outer_size.height == 8)


async def test_up_and_down_walk_the_history_and_come_back_to_the_draft() -> None:
    history = QuestionHistory()
    for question in ("un", "deux\nlignes"):
        history.remember(question)
    async with Host(history).run_test() as pilot:
        await pilot.press(*"brouillon", "up")
        assert field(pilot).text == "deux\nlignes"
        await pilot.press("up")
        assert field(pilot).text == "un"
        await pilot.press("up")
        assert field(pilot).text == "un"
        await pilot.press("down")
        assert field(pilot).text == "deux\nlignes"
        assert field(pilot).cursor_location == (1, 6)
        await pilot.press("up")
        assert field(pilot).text == "deux\nlignes"
        await pilot.press("down", "down")
        assert field(pilot).text == "brouillon"
        await pilot.press("down")
        assert field(pilot).text == "brouillon"


async def test_questions_are_kept_for_the_next_time(make: MakeApp, here: Places) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await ask(pilot, "une [question]")
    async with make().run_test() as pilot:
        await until(pilot, lambda: pilot.app._talk.questions)  # type: ignore[attr-defined]
        await pilot.press("up")
        await until(pilot, lambda: prompt(pilot).text == "une [question]")
    assert here.store_file.exists()


async def test_a_history_switched_off_leaves_no_file(make: MakeApp, here: Places) -> None:
    async with make(history=False, conversations=False).run_test() as pilot:
        await opened(pilot)
        await ask(pilot, "une question")
        await pilot.press("up")
        await until(pilot, lambda: prompt(pilot).text == "une question")
    assert not here.data.exists()


async def test_a_place_that_cannot_be_written_is_told_once_and_the_talk_goes_on(make: MakeApp, here: Places) -> None:
    Path(here.state).parent.mkdir(parents=True, exist_ok=True)
    here.state.write_text("a file where a directory should be")
    here.config.write_text("another")
    async with make().run_test() as pilot:
        await opened(pilot)
        await ask(pilot, "un")
        await pilot.press("f8")
        await until(pilot, lambda: any("Je ne peux rien garder ici" in text for text in told(pilot)))
        await ask(pilot, "deux")
        await pilot.press("f8")
        await until(pilot, lambda: pilot.app.theme == "contrast-dark")
        await until(pilot, lambda: told(pilot) == ["Couleurs : contraste fort, fond sombre"])
        assert len(answers(pilot)) == 2
        await pilot.press("up", "up")
        await until(pilot, lambda: prompt(pilot).text == "un")


async def test_a_long_paste_is_refused_and_the_draft_stays(make: MakeApp) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await write(pilot, "brouillon")
        prompt(pilot).post_message(events.Paste("x" * LONGEST_MESSAGE))
        await until(pilot, lambda: told(pilot))
        assert "20 009 caractères" in told(pilot)[0]
        assert prompt(pilot).text == "brouillon"
        prompt(pilot).post_message(events.Paste("x" * (LONGEST_MESSAGE - 9)))
        await until(pilot, lambda: len(prompt(pilot).text) == LONGEST_MESSAGE)


async def test_what_a_terminal_would_obey_is_left_out_of_a_paste() -> None:
    async with Host().run_test() as pilot:
        paste(pilot, "a\x1b[2Jb\r\nc\rd\te\x07")
        await until(pilot, lambda: field(pilot).text == "a[2Jb\nc\nd    e")


async def test_digits_take_a_choice_only_while_nothing_is_typed(make: MakeApp, door: Door) -> None:
    async with make().run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await pilot.press("9", "a", "1")
        assert prompt(pilot).text == "9a1"
        await pilot.press("alt+1")
        await until(pilot, lambda: door.talk.asked == ["choose ai-impact"])
        assert prompt(pilot).text == "9a1"
        await pilot.press("ctrl+u", "2")
        await until(pilot, lambda: door.talk.asked[1:] == ["choose role"])
        assert prompt(pilot).text == ""


async def test_tab_completes_a_command_and_escape_closes_the_list(make: MakeApp) -> None:
    async with make().run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("slash", "c", "o")
        await until(pilot, lambda: "/copier" in picture(pilot))
        await pilot.press("down", "down", "tab")
        await until(pilot, lambda: prompt(pilot).text == "/commandes")
        await until(pilot, lambda: not all_of(pilot, Completion)[0].display)
        await pilot.press("backspace")
        await until(pilot, lambda: all_of(pilot, Completion)[0].display)
        await pilot.press("escape")
        await until(pilot, lambda: not all_of(pilot, Completion)[0].display)
        assert prompt(pilot).text == "/commande"


async def test_enter_on_the_beginning_of_a_command_runs_the_one_pointed_at(make: MakeApp) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await pilot.press("slash", "a", "i", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        assert prompt(pilot).text == ""


async def test_commands_are_known_by_slash_in_both_languages_and_by_plain_word(make: MakeApp) -> None:
    for name in ("/aide", "/help", "Aide !", "help"):
        async with make().run_test() as pilot:
            await opened(pilot)
            await write(pilot, name)
            await pilot.press("enter")
            await until(pilot, lambda pilot=pilot: isinstance(pilot.app.screen, HelpScreen), name)


async def test_a_command_that_does_not_exist_is_named_and_not_lost(make: MakeApp) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await write(pilot, "/zut")
        await pilot.press("enter")
        await until(pilot, lambda: told(pilot) == ["Aucune commande ne s’appelle /zut. /aide les montre toutes."])
        assert prompt(pilot).text == "/zut"
        assert not questions(pilot)


async def test_a_command_that_is_misspelt_has_the_nearest_one_named(make: MakeApp) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await write(pilot, "/couluers")
        await pilot.press("enter")
        said = "Aucune commande ne s’appelle /couluers. La plus proche est /couleurs ; /aide les montre toutes."
        await until(pilot, lambda: told(pilot) == [said])
        assert prompt(pilot).text == "/couluers"


def test_alt_and_a_letter_are_one_key_however_fast_they_come() -> None:
    know_alt_keys()
    typed = "\x1bp\x1bp\x1b1\x1bf\x1bOPa"
    keys = [event.key for event in XTermParser().feed(typed) if isinstance(event, events.Key)]
    assert keys == ["alt+p", "alt+p", "alt+1", "ctrl+right", "f1", "a"]
