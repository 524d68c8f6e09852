"""The screens over the talk, the language, the colours, the ways out."""

import tomllib

import pytest
from fakes import Door
from pilots import (
    MakeApp,
    answers,
    ask,
    choices,
    notes,
    opened,
    picture,
    plain_spaces,
    prompt,
    questions,
    state,
    talk,
    told,
    until,
    write,
)
from textual.screen import Screen

from advisor.commands import BY_ID, COMMANDS, all_spelt
from advisor.settings import Places
from advisor.tui.app import AdvisorApp
from advisor.tui.keys import command_of
from advisor.tui.screens.commands import CommandsScreen
from advisor.tui.screens.help import HelpScreen
from advisor.tui.screens.listing import Search
from advisor.tui.screens.past import PastTalkScreen
from advisor.tui.screens.paths import PathScreen
from advisor.tui.screens.reading import Text
from advisor.tui.screens.topics import TopicsScreen
from advisor.tui.widgets.choices import Choice
from advisor.tui.widgets.prompt import Prompt


async def test_topics_are_searched_without_accents_and_the_chosen_one_is_answered(make: MakeApp, door: Door) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, TopicsScreen))
        shown = picture(pilot)
        assert shown.index("Le métier") < shown.index("L’IA et le métier") < shown.index("Le marché")
        await pilot.press(*"MÉTIER")
        await until(pilot, lambda: state(pilot) == "2 sur 4")
        await pilot.press(*" def")
        await until(pilot, lambda: state(pilot) == "1 sur 4")
        await pilot.press("enter")
        await until(pilot, lambda: answers(pilot))
        assert door.talk.asked == ["choose role"]
        assert questions(pilot) == ["Définir le rôle du métier"]


async def test_a_search_that_finds_nothing_says_so_and_chooses_nothing(make: MakeApp, door: Door) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, TopicsScreen))
        await pilot.press(*"zzz", "enter")
        await until(pilot, lambda: "Rien ne correspond" in picture(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is talk(pilot))
        assert door.talk.asked == []


async def test_lists_walk_by_arrows_and_skip_the_groups(make: MakeApp, door: Door) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, TopicsScreen))
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: door.talk.asked == ["choose salary"])


async def test_lists_say_when_the_knowledge_is_not_open_yet(make: MakeApp, door: Door) -> None:
    door.shut = True
    async with make().run_test() as pilot:
        await pilot.press("f2")
        await until(pilot, lambda: told(pilot) == ["Les connaissances s’ouvrent encore, un instant."])
        await pilot.press("f3")
        assert pilot.app.screen is talk(pilot)
        door.open()
        await opened(pilot)


async def test_commands_are_found_by_name_and_carried_out(make: MakeApp) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(pilot.app.screen, CommandsScreen))
        await pilot.press(*"tutoyer", "enter")
        await until(pilot, lambda: "Pose une question" in plain_spaces(picture(pilot)))


async def test_a_key_of_another_list_opens_it_instead_and_the_same_key_closes_it(make: MakeApp) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, TopicsScreen))
        assert len(pilot.app.screen_stack) == 2
        await pilot.press("f2")
        await until(pilot, lambda: pilot.app.screen is talk(pilot))


def _bound(
    *nodes: type[AdvisorApp] | type[Screen[str]] | type[Prompt] | type[Choice] | type[Search],
) -> set[tuple[str, str]]:
    """(command, key) for every binding of some classes; a binding from no command comes under no name."""
    found = set()
    for node in nodes:
        for key, bindings in node._merged_bindings.key_to_bindings.items():  # type: ignore[union-attr]
            for binding in bindings:
                command = command_of(binding)
                assert command is not None, f"{node.__name__} binds {key}, which no command does"
                assert binding.id is not None
                found.add((command.id, key))
    return found


async def test_every_key_in_the_help_is_bound_and_every_binding_is_in_the_help(make: MakeApp) -> None:
    async with make().run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        lists = (Search, TopicsScreen, PathScreen, PastTalkScreen, HelpScreen)
        bound = _bound(AdvisorApp, type(talk(pilot)), Prompt, Choice, *lists)
        assert bound == {(command.id, key) for command in COMMANDS for key in command.keys}
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        text = plain_spaces(pilot.app.screen.query_exactly_one(Text).text())
        for command in COMMANDS:
            spelt = ", ".join(all_spelt(command, "fr"))
            assert plain_spaces(f"{spelt}{' · ' if spelt and command.names else ''}{command.call('fr')}  ") in text


def test_no_two_bindings_of_a_place_share_an_id() -> None:
    for node in (AdvisorApp, Prompt, Choice, Search, TopicsScreen, PathScreen, PastTalkScreen, HelpScreen):
        ids = [
            binding.id
            for bindings in node._merged_bindings.key_to_bindings.values()  # type: ignore[union-attr]
            for binding in bindings
        ]
        assert len(ids) == len(set(ids)), node.__name__


async def test_the_last_line_names_keys_that_apply_and_a_click_presses_them(make: MakeApp) -> None:
    async with make().run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        assert "F1 Aide  F2 Sujets" in picture(pilot).splitlines()[-1]
        await pilot.click("#status", offset=(12, 0))
        await until(pilot, lambda: isinstance(pilot.app.screen, TopicsScreen))
        assert "Entrée Ouvrir  Échap Retour" in picture(pilot).splitlines()[-1]


async def test_the_language_changes_everything_on_the_screen_at_once(make: MakeApp, door: Door, here: Places) -> None:
    async with make().run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await ask(pilot, "salair x")
        await write(pilot, "brouillon")
        await pilot.press("f4")
        await until(pilot, lambda: "Hello!" in picture(pilot))
        text = answers(pilot)[0]
        for part in ("Topic: Le salaire · I am sure", "I read “salair” as “salaire”.", "Source (F6): "):
            assert part in text
        assert "Entre 28 000" in text
        assert choices(pilot)[2:] == ["Go on with the path “Specialise in mobile”", "No, not that"]
        assert "F2 Topics" in picture(pilot)
        assert prompt(pilot).placeholder == "Your question…"
        assert prompt(pilot).text == "brouillon"
        await pilot.press("ctrl+u")
        await ask(pilot, "pay")
        assert "Between 28,000" in answers(pilot)[1]
    assert tomllib.loads(here.settings_file.read_text(encoding="utf-8"))["language"] == "en"


async def test_the_language_changes_on_a_list_and_under_it(make: MakeApp) -> None:
    async with make().run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, TopicsScreen))
        await pilot.press(*"metier")
        await until(pilot, lambda: state(pilot) == "2 sur 4")
        await pilot.press("f4")
        await until(pilot, lambda: "All topics" in picture(pilot))
        assert state(pilot) == "2 of 4"
        await pilot.press("escape")
        await until(pilot, lambda: choices(pilot) == ["AI and the job", "Pay"])


@pytest.mark.parametrize(
    ("settings", "lang", "shown", "answers_in"),
    [
        ("auto", None, "Bonjour", None),
        ("en", None, "Hello", "en"),
        ("en", "fr", "Bonjour", "fr"),
        ("fr", "auto", "Bonjour", None),
    ],
)
async def test_an_option_stands_over_the_settings_for_one_time(
    make: MakeApp, door: Door, here: Places, settings: str, lang: str | None, shown: str, answers_in: str | None
) -> None:
    async with make(language=settings, lang=lang).run_test() as pilot:
        await opened(pilot)
        assert shown in picture(pilot)
        assert door.talk.language == answers_in
        assert door.talk.first_language == ("en" if shown == "Hello" else "fr")
    assert not here.settings_file.exists()


async def test_the_form_of_address_changes_and_is_remembered(make: MakeApp, door: Door, here: Places) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await write(pilot, "/tu")
        await pilot.press("enter")
        await until(pilot, lambda: "Pose une question" in picture(pilot))
        assert door.talk.address == "tu"
        assert told(pilot) == ["Les prochaines réponses te tutoient."]
        await write(pilot, "vouvoyez-moi")
        await pilot.press("enter")
        await until(pilot, lambda: door.talk.address == "vous")
    assert tomllib.loads(here.settings_file.read_text(encoding="utf-8"))["address"] == "vous"


async def test_the_colours_go_round_and_are_remembered(make: MakeApp, here: Places) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        seen = []
        for _ in range(4):
            await pilot.press("f8")
            seen.append(pilot.app.theme)
        assert seen == ["light", "contrast-dark", "contrast-light", "dark"]
        await pilot.press("f8")
        await until(pilot, lambda: told(pilot) == ["Couleurs : claires"])
    assert tomllib.loads(here.settings_file.read_text(encoding="utf-8"))["theme"] == "light"


async def test_ctrl_c_copies_a_selection_and_leaves_only_at_the_second_press_without(make: MakeApp) -> None:
    app = make()
    async with app.run_test() as pilot:
        await opened(pilot)
        await write(pilot, "abc")
        await pilot.press("ctrl+a", "ctrl+c")
        await until(pilot, lambda: app.clipboard == "abc")
        await until(pilot, lambda: told(pilot) and told(pilot)[0].startswith("Sélection :"))
        await pilot.press("right", "ctrl+c")
        await until(pilot, lambda: told(pilot) == ["Ctrl+C encore une fois pour quitter, ou /quitter."])
        assert app.is_running
        await pilot.press("f8", "ctrl+c")
        await until(pilot, lambda: told(pilot) == ["Ctrl+C encore une fois pour quitter, ou /quitter."])
        assert app.is_running
        await pilot.press("ctrl+c")
        await until(pilot, lambda: not app.is_running)
    assert app.return_code == 0


@pytest.mark.parametrize("how", ["key", "key over a list", "word"])
async def test_there_are_other_ways_out(make: MakeApp, how: str) -> None:
    app = make()
    async with app.run_test() as pilot:
        await opened(pilot)
        if how == "word":
            await write(pilot, "/quitter")
            await pilot.press("enter")
        else:
            if how == "key over a list":
                await pilot.press("f2")
                await until(pilot, lambda: isinstance(app.screen, TopicsScreen))
            await pilot.press("ctrl+q")
        await until(pilot, lambda: not app.is_running)


async def test_help_scrolls_and_keys_without_a_command_do_nothing(make: MakeApp) -> None:
    async with make().run_test(size=(40, 12)) as pilot:
        await opened(pilot)
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        scroll = pilot.app.screen.query_exactly_one("#text")
        await pilot.press("down", "pagedown")
        await until(pilot, lambda: scroll.scroll_y > 2)
        await pilot.press("ctrl+r", "ctrl+l", "tab", "x")
        assert isinstance(pilot.app.screen, HelpScreen)
        assert notes(pilot) == []


def test_names_of_commands_stand_for_one_command_each() -> None:
    assert BY_ID.keys() == {command.id for command in COMMANDS}
    named = {(name, command.id) for command in COMMANDS for names in command.names.values() for name in names}
    assert len(named) == len({name for name, _ in named})
