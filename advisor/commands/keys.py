"""Keys as keyboards name them, in both languages; knows no table of commands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.commands.command import Command
    from advisor.model import Language, Words


_KEY_WORDS: Mapping[str, Words] = {
    "enter": {"fr": "Entrée", "en": "Enter"},
    "escape": {"fr": "Échap", "en": "Esc"},
    "tab": {"fr": "Tab", "en": "Tab"},
    "up": {"fr": "↑", "en": "↑"},
    "down": {"fr": "↓", "en": "↓"},
    "left": {"fr": "←", "en": "←"},
    "right": {"fr": "→", "en": "→"},
    "home": {"fr": "Début", "en": "Home"},
    "end": {"fr": "Fin", "en": "End"},
    "backspace": {"fr": "Retour arr.", "en": "Backspace"},
    "delete": {"fr": "Suppr", "en": "Del"},
    "pageup": {"fr": "Page préc.", "en": "PgUp"},
    "pagedown": {"fr": "Page suiv.", "en": "PgDn"},
    "space": {"fr": "Espace", "en": "Space"},
    "insert": {"fr": "Inser", "en": "Ins"},
    "shift": {"fr": "Maj", "en": "Shift"},
    "ctrl": {"fr": "Ctrl", "en": "Ctrl"},
    "alt": {"fr": "Alt", "en": "Alt"},
}
_MODIFIERS = ("alt", "ctrl", "shift")
_SIGNS = {
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "\\": "backslash",
    "^": "circumflex_accent",
    "@": "at",
    "-": "minus",
}
NAMED = (*(key for key in _KEY_WORDS if key not in _MODIFIERS), *(f"f{number}" for number in range(1, 13)))
"""The keys that have a name rather than a sign."""


def spelt(key: str, language: Language) -> str:
    """A key as keyboards name it: `ctrl+o` is Ctrl+O, `escape` is Échap in French."""
    return "+".join(
        _KEY_WORDS[part][language] if part in _KEY_WORDS else part.upper() if len(part) < 4 else part.title()
        for part in key.split("+")
    )


def written_as(text: str) -> str | None:
    """A key that a person wrote, as Textual spells it: `Ctrl+O` is ctrl+o, `Maj+Entrée` shift+enter; None for no key."""
    words = {word.lower(): key for key, named in _KEY_WORDS.items() for word in (key, *named.values())}
    words |= {"control": "ctrl", "esc": "escape", "return": "enter", "page_up": "pageup", "page_down": "pagedown"}
    *modifiers, last = (words.get(part.strip(), part.strip()) for part in text.lower().split("+"))
    last = _SIGNS.get(last, last)
    is_key = last in NAMED or last in _SIGNS.values() or (len(last) == 1 and last.isascii() and last.isalnum())
    if not is_key or not set(modifiers) <= set(_MODIFIERS):
        return None
    return "+".join([*sorted(set(modifiers)), last])


def all_spelt(command: Command, language: Language) -> list[str]:
    """Every key of a command; nine digits in a row are spelt as one range."""
    found: list[str] = []
    for key in command.keys:
        if key.endswith("1") and key[:-1] + "9" in command.keys:
            found.append(f"{spelt(key, language)}…9")
        elif not key[-1].isdigit() or key[:1] == "f":
            found.append(spelt(key, language))
    return found
