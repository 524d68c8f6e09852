"""Bindings made from the table of commands, so that a key does what the help says; knows no widget."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from string import ascii_lowercase, digits
from typing import cast

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.binding import Binding, BindingsMap, BindingType
from textual.dom import DOMNode
from textual.events import Key

from advisor.commands import BY_ID, Command

EVERYWHERE = (
    "help",
    "topics",
    "paths",
    "commands",
    "language",
    "theme",
    "settings",
    "good",
    "bad",
    "source",
    "why",
    "map",
    "copy",
    "copy_model",
    "copy_all",
    "export",
    "history",
    "recall",
    "quit",
    "interrupt",
)
"""Commands that apply on every screen; the others belong to the talk."""

EACH_ITS_OWN = ("take", "move", "extend", "erase", "clipboard", "undo")
"""Commands whose keys do different things: the first of other keys does what the first of these did."""

EDITING: Mapping[str, str] = {
    "left": "cursor_left",
    "right": "cursor_right",
    "ctrl+left": "cursor_word_left",
    "ctrl+right": "cursor_word_right",
    "home": "cursor_line_start",
    "end": "cursor_line_end",
    "shift+left": "cursor_left(True)",
    "shift+right": "cursor_right(True)",
    "shift+up": "cursor_up(True)",
    "shift+down": "cursor_down(True)",
    "ctrl+shift+left": "cursor_word_left(True)",
    "ctrl+shift+right": "cursor_word_right(True)",
    "shift+home": "cursor_line_start(True)",
    "shift+end": "cursor_line_end(True)",
    "ctrl+a": "select_all",
    "backspace": "delete_left",
    "delete": "delete_right",
    "ctrl+backspace": "delete_word_left",
    "ctrl+u": "delete_to_start_of_line",
    "ctrl+k": "delete_to_end_of_line",
    "ctrl+x": "cut",
    "ctrl+v": "paste",
    "ctrl+z": "undo",
    "ctrl+y": "redo",
}
"""Keys of the editing commands to the actions of a text of several lines."""

ONE_LINE: Mapping[str, str] = {
    "cursor_word_left": "cursor_left_word",
    "cursor_word_right": "cursor_right_word",
    "cursor_word_left(True)": "cursor_left_word(True)",
    "cursor_word_right(True)": "cursor_right_word(True)",
    "cursor_line_start": "home",
    "cursor_line_end": "end",
    "cursor_line_start(True)": "home(True)",
    "cursor_line_end(True)": "end(True)",
    "delete_word_left": "delete_left_word",
    "delete_to_start_of_line": "delete_left_all",
    "delete_to_end_of_line": "delete_right_all",
    "cursor_up(True)": "home(True)",
    "cursor_down(True)": "end(True)",
    "undo": "",
    "redo": "",
}
"""The same actions as a field of one line calls them; nothing where it has none."""


def bindings(*ids: str, action: Callable[[Command, str], str], priority: bool = False) -> list[BindingType]:
    """The bindings of some commands, one a key, each with an id of its own; no binding where the action is empty."""
    found: list[BindingType] = []
    for command in (BY_ID[id] for id in ids):
        for number, key in enumerate(command.keys):
            if does := action(command, key):
                found.append(
                    Binding(
                        key,
                        does,
                        command.label["en"],
                        show=command.rank > 0 and number == 0,
                        priority=priority,
                        tooltip=command.help["en"],
                        id=f"{command.id}.{number + 1}" if number else command.id,
                    )
                )
    return found


def taking() -> list[BindingType]:
    """The bindings that take a choice by its number; `take` is told whether it takes in any case."""
    return bindings("take", action=lambda _command, key: f"take({key[-1]}, {key.startswith('alt+')})")


def editing(one_line: bool = False) -> list[BindingType]:
    """The bindings of a field that is typed in."""

    def action(_command: Command, key: str) -> str:
        does = EDITING[key]
        return ONE_LINE.get(does, does) if one_line else does

    return bindings("move", "extend", "erase", "clipboard", "undo", action=action)


class _AltKey:
    """A key as the toolkit's table of sequences holds it; a plain class, since the first picture waits for it."""

    __slots__ = ("value",)

    def __init__(self, value: str) -> None:
        self.value = value


def know_alt_keys() -> None:
    """Have Alt and a letter or a digit arrive as one key, at once.

    The toolkit reads a letter behind Esc only once nothing has followed for a while: pressed twice in that time, it would be
    two characters. And of a digit it makes what a Mac would type: ¡, ™, £. Sequences are looked up in one dictionary of its.
    """
    sequences = cast("dict[str, object]", ANSI_SEQUENCES_KEYS)
    for character in ascii_lowercase + digits:
        if character in digits or f"\x1b{character}" not in sequences:
            sequences[f"\x1b{character}"] = (_AltKey(f"alt+{character}"),)


def is_typed(event: Key) -> bool:
    """Whether a key writes a character; one with Alt doesn't, though the toolkit gives it the letter's."""
    return event.is_printable and not event.key.startswith("alt+")


def rebind(node: DOMNode, keymap: Mapping[str, tuple[str, ...]]) -> None:
    """Give a widget, a screen or the application the keys that a person wants, in the place of those of its class.

    The toolkit has a map of keys too, which the prompt could not see: it takes its keys as they come.
    """
    if not keymap:
        return
    kept: list[Binding] = []
    for binding in (binding for bound in node._bindings.key_to_bindings.values() for binding in bound):
        id, _, number = (binding.id or "").partition(".")
        keys = keymap.get(id)
        place = int(number or 1) - 1
        if keys is None:
            kept.append(binding)
        elif id in EACH_ITS_OWN:
            kept.append(binding.with_key(keys[place]))
        elif place == 0:
            kept += [replace(binding.with_key(key), show=binding.show and n == 0) for n, key in enumerate(keys)]
    node._bindings = BindingsMap(kept)


def command_of(binding: Binding) -> Command | None:
    """The command that a binding was made from."""
    return BY_ID.get((binding.id or "").partition(".")[0])
