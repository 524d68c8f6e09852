"""Keys that a person changes, and keys that nobody should be given."""

import pytest
from fakes import Door
from pilots import MakeApp, all_of, notes, opened, picture, plain_spaces, prompt, until

from advisor.commands import BY_ID, COMMANDS
from advisor.commands.eaten import EATEN, SOMETIMES, eaten
from advisor.commands.keys import written_as
from advisor.tui.keymap import clashes, keymap_of
from advisor.tui.screens.help import HelpScreen
from advisor.tui.screens.listing import Search
from advisor.tui.screens.reading import Text
from advisor.tui.screens.topics import TopicsScreen
from advisor.tui.widgets.choices import Choice

KEYS_OF_EXTEND = (*BY_ID["extend"].keys[:-1], "alt+a")


def test_no_command_has_a_key_that_a_keyboard_a_browser_or_a_terminal_eats() -> None:
    found = [(command.id, key, reason["en"]) for command in COMMANDS for key in command.keys if (reason := eaten(key))]
    assert found == []


def test_what_has_a_key_that_arrives_only_in_most_places_has_a_name_too() -> None:
    found = [
        (command.id, key, SOMETIMES[key])
        for command in COMMANDS
        for key in command.keys
        if key in SOMETIMES and not command.names
    ]
    assert found == []


def test_no_sign_that_needs_altgr_on_azerty_is_a_key() -> None:
    signs = {"[", "]", "{", "}", "\\", "|", "@", "#", "~", "^", "`"}
    assert [key for command in COMMANDS for key in command.keys if key.rpartition("+")[2] in signs] == []
    assert EATEN[written_as("Ctrl+[") or ""]["fr"].endswith("c'est Échap")


def test_every_reason_stands_in_both_languages() -> None:
    assert [key for key, reason in EATEN.items() if set(reason) != {"fr", "en"}] == []


def test_no_two_commands_have_one_key_at_the_same_time() -> None:
    assert list(clashes({})) == []


def test_two_ways_out_and_neither_is_escape() -> None:
    ways = {command.id: command.keys for command in COMMANDS if command.id in ("quit", "interrupt")}
    assert len(ways) == 2
    assert all(ways.values())
    assert "escape" not in {key for keys in ways.values() for key in keys}


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("F6", "f6"),
        ("Ctrl+Shift+Left", "ctrl+shift+left"),
        ("shift + ctrl + ←", "ctrl+shift+left"),
        ("Maj+Entrée", "shift+enter"),
        ("Échap", "escape"),
        ("control+g", "ctrl+g"),
        ("ctrl+[", "ctrl+left_square_bracket"),
        ("x", "x"),
        ("f13", None),
        ("ctrl+", None),
        ("", None),
        ("hyper+x", None),
        ("[b]", None),
    ],
)
def test_a_key_may_be_written_as_keyboards_name_it(written: str, key: str | None) -> None:
    assert written_as(written) == key


@pytest.mark.parametrize(
    ("keys", "french", "english"),
    [
        ({"topisc": ["f5"]}, "« topisc » ; la plus proche est « topics »", "“topisc”; the nearest is “topics”"),
        ({"zzzz": ["f5"]}, "les commandes sont : help", "the commands are: help"),
        ({"topics": ["ctrl+entr"]}, "la plus proche est « ctrl+enter »", "the nearest is “ctrl+enter”"),
        ({"topics": ["crtl+y"]}, "la plus proche est « ctrl+y »", "the nearest is “ctrl+y”"),
        ({"topics": ["???"]}, "on écrit par exemple « f6 »", "write “f6”"),
        ({"topics": ["ctrl+w"]}, "Ctrl+W n'arrive pas : un navigateur", "Ctrl+W won't do: a browser"),
        ({"topics": ["alt+b"]}, "Alt+B n'arrive pas", "Alt+B won't do"),
        ({"topics": ["ctrl+i"]}, "c'est Tab", "it is Tab"),
        ({"topics": ["ctrl+shift+y"]}, "une seule touche", "one key"),
        ({"topics": ["t"]}, "T sert à écrire", "T is for writing"),
        ({"topics": ["f4"]}, "F4 est déjà prise par language", "F4 is the key of language"),
        ({"topics": ["up"]}, "↑ est déjà prise par older", "↑ is the key of older"),
        ({"send": ["tab"]}, "Tab est déjà prise par complete", "Tab is the key of complete"),
        ({"quit": ["escape"]}, "Échap annule et ne quitte jamais", "Esc cancels and never leaves"),
        ({"undo": ["ctrl+y"]}, "il y faut 2 touches", "it needs 2 keys"),
        ({"send": []}, "elle serait hors d'atteinte", "it is out of reach"),
    ],
)
def test_a_key_that_will_not_do_is_named_with_its_reason_and_the_default_serves(
    keys: dict[str, list[str]], french: str, english: str
) -> None:
    found, notices = keymap_of(keys)
    assert found == {}
    assert [french in one["fr"] for one in notices] == [True]
    assert [english in one["en"] for one in notices] == [True]


def test_two_commands_may_change_keys_and_the_later_of_two_that_clash_gives_way() -> None:
    swapped = {"topics": ["f3"], "paths": ["f2"]}
    assert keymap_of(swapped) == ({"topics": ("f3",), "paths": ("f2",)}, ())
    found, notices = keymap_of({"topics": ["alt+t"], "theme": ["alt+t"]})
    assert found == {"topics": ("alt+t",)}
    assert "Alt+T est déjà prise par topics" in notices[0]["fr"]
    # The first took the second's key on the word that it would go; it didn't.
    found, notices = keymap_of({"topics": ["f3"], "paths": ["ctrl+w"]})
    assert found == {}
    assert len(notices) == 2


async def test_changed_keys_act_and_stand_in_help_footer_list_and_sentences(make: MakeApp, door: Door) -> None:
    app = make(keys={"topics": ("Alt+T",), "theme": (), "newline": ("alt+enter",), "send": ("alt+s",)})
    async with app.run_test(size=(110, 40)) as pilot:
        await opened(pilot)
        assert "Alt+T Sujets" in picture(pilot).splitlines()[-1]
        assert "F2" not in picture(pilot)
        assert "F8" not in picture(pilot)
        assert "Alt+T montre tous les sujets" in picture(pilot)
        await pilot.press("f2", "f8")
        assert not isinstance(app.screen, TopicsScreen)
        assert app.theme == "dark"
        await pilot.press("alt+t")
        await until(pilot, lambda: isinstance(app.screen, TopicsScreen))
        await pilot.press("escape", *"ab", "alt+enter", "c", "shift+enter", "enter")
        # Where Enter sends no longer, it starts a line as in any text.
        await until(pilot, lambda: prompt(pilot).text == "ab\nc\n")
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        text = plain_spaces(app.screen.query_exactly_one(Text).text())
        assert "Alt+T · /sujets  " in text
        assert "\n/couleurs  " in text
        assert "appuyez sur Alt+S" in text


async def test_keys_of_fields_choices_and_digits_change_too(make: MakeApp, door: Door) -> None:
    digits = tuple("987654321") + tuple(f"alt+{digit}" for digit in "987654321")
    keys = {"take": digits, "next": ("right",), "clipboard": ("alt+x", "alt+v"), "undo": ("ctrl+x", "alt+z")}
    async with make(keys=keys).run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await pilot.press("tab")
        await until(pilot, lambda: all_of(pilot, Choice)[0].has_focus)
        await pilot.press("right")
        await until(pilot, lambda: all_of(pilot, Choice)[1].has_focus)
        await pilot.press("9")
        await until(pilot, lambda: door.talk.asked == ["choose ai-impact"])
        await pilot.press(*"ab", "ctrl+x", "ctrl+x")
        await until(pilot, lambda: prompt(pilot).text == "")
        await pilot.press("alt+z")
        await until(pilot, lambda: prompt(pilot).text != "")
        assert notes(pilot) == []


async def test_a_field_over_the_talk_has_the_changed_keys_too(make: MakeApp) -> None:
    async with make(keys={"extend": KEYS_OF_EXTEND, "line_down": ("alt+l",)}).run_test() as pilot:
        await opened(pilot)
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, TopicsScreen))
        await pilot.press(*"abc", "alt+a", "x")
        await until(pilot, lambda: pilot.app.screen.query_exactly_one(Search).value == "x")


async def test_keys_that_will_not_do_are_told_in_the_talk_in_its_language(make: MakeApp) -> None:
    async with make(keys={"topics": ("ctrl+w",)}).run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: notes(pilot))
        assert "Touche de topics : Ctrl+W n’arrive pas : un navigateur" in notes(pilot)[0]
        await pilot.press("f4")
        await until(pilot, lambda: "Key of topics: Ctrl+W won’t do" in notes(pilot)[0])
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, TopicsScreen))
