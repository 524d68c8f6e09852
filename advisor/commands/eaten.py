"""Keys that never arrive, or not everywhere, with the reason; knows no command.

What a terminal, a browser or a keyboard keeps for itself can't be told by trying it at one desk, so it stands here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.model import Words


_TAB = {"fr": "pour un terminal, c'est Tab", "en": "to a terminal, it is Tab"}
_ENTER = {"fr": "pour un terminal, c'est Entrée", "en": "to a terminal, it is Enter"}
_BROWSER = {
    "fr": "un navigateur la garde pour ses onglets et ses fenêtres",
    "en": "a browser keeps it for its tabs and windows",
}
_ZOOM = {"fr": "elle change la taille des lettres", "en": "it changes the size of the letters"}
_ALTGR = {
    "fr": "sur un clavier français, ce signe demande AltGr",
    "en": "on a French keyboard, that sign needs AltGr",
}
_WINDOW = {"fr": "le système la garde pour ses fenêtres", "en": "the system keeps it for its windows"}
_TABS = {"fr": "le terminal la garde pour ses onglets", "en": "the terminal keeps it for its tabs"}
_SCROLL = {"fr": "le terminal la garde pour défiler", "en": "the terminal keeps it for scrolling"}

EATEN: Mapping[str, Words] = {
    "ctrl+i": _TAB,
    "ctrl+m": _ENTER,
    "ctrl+h": {"fr": "pour un terminal, c'est Retour arrière", "en": "to a terminal, it is Backspace"},
    "ctrl+left_square_bracket": {"fr": "pour un terminal, c'est Échap", "en": "to a terminal, it is Esc"},
    "ctrl+b": {"fr": "tmux la garde pour lui", "en": "tmux keeps it for itself"},
    **dict.fromkeys(("ctrl+w", "ctrl+t", "ctrl+n", "ctrl+f4", "ctrl+tab", "ctrl+shift+tab"), _BROWSER),
    **dict.fromkeys(("alt+left", "alt+right", "alt+home"), _BROWSER),
    "alt+b": {"fr": "des terminaux l'envoient pour Ctrl+←", "en": "terminals send it for Ctrl+←"},
    "alt+f": {"fr": "des terminaux l'envoient pour Ctrl+→", "en": "terminals send it for Ctrl+→"},
    **dict.fromkeys(("ctrl+plus", "ctrl+minus", "ctrl+0"), _ZOOM),
    **dict.fromkeys(("ctrl+backslash", "ctrl+right_square_bracket", "ctrl+circumflex_accent", "ctrl+at"), _ALTGR),
    **dict.fromkeys(("alt+f4", "alt+tab", "alt+space", "alt+escape", "alt+f2"), _WINDOW),
    **dict.fromkeys(("ctrl+pageup", "ctrl+pagedown"), _TABS),
    **dict.fromkeys(("shift+pageup", "shift+pagedown"), _SCROLL),
    "shift+insert": {"fr": "le terminal la garde pour coller", "en": "the terminal keeps it for pasting"},
    "f10": {"fr": "elle ouvre le menu du terminal", "en": "it opens the menu of the terminal"},
    "f11": {"fr": "elle met la fenêtre en plein écran", "en": "it puts the window on the full screen"},
    "f12": {
        "fr": "un navigateur ou un terminal qui descend la garde",
        "en": "a browser or a drop-down terminal keeps it",
    },
}

SOMETIMES: Mapping[str, str] = {
    "f1": "GNOME's terminal opens its own help",
    "f3": "a browser searches",
    "f5": "a browser loads the page anew",
    "f6": "a browser goes to its address",
    "f7": "Firefox asks whether to walk by arrows",
    "ctrl+l": "a browser goes to its address",
    "ctrl+o": "a browser opens a file",
    "ctrl+p": "an editor around the terminal finds files, a browser prints",
    "ctrl+q": "flow control where it is on; Firefox leaves",
    "ctrl+r": "a browser loads the page anew",
    "ctrl+s": "flow control where it is on, which freezes the terminal; a browser saves the page",
    "ctrl+e": "an editor around the terminal finds files",
    "ctrl+d": "where the program doesn't listen, it is the end of what is typed",
    "ctrl+g": "an editor around the terminal goes to a line",
}
"""Keys that arrive in most places: whatever they do must have a name too."""

_SAME = {
    "fr": "avec ou sans Maj, Ctrl et une lettre sont une seule touche pour un terminal",
    "en": "with or without Shift, Ctrl and a letter are one key to a terminal",
}
_DIGIT = {
    "fr": "la plupart des terminaux ne transmettent pas Ctrl et un chiffre",
    "en": "most terminals don't pass on Ctrl and a digit",
}


def eaten(key: str) -> Words | None:
    """Why a key would not arrive, or None where it does."""
    if found := EATEN.get(key):
        return found
    if re.fullmatch(r"ctrl\+shift\+[a-z]", key):
        return _SAME
    if re.fullmatch(r"(alt\+)?ctrl\+[0-9]", key):
        return _DIGIT
    return None
