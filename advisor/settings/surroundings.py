"""What the system around the program says about the person: its language, and whether the screen is far away."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.model import Language


def animates(chosen: str, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether to animate: as chosen, else where the screen isn't at the other end of a network."""
    if chosen == "auto":
        return not (environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))
    return chosen == "on"


def screen_language(chosen: str, environ: Mapping[str, str] = os.environ) -> Language:
    """The language of the interface: the chosen one, or the locale's; French where the locale says nothing."""
    if chosen == "fr":
        return "fr"
    if chosen == "en":
        return "en"
    named = next((environ[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(key)), None)
    if named is None:
        import locale

        named = locale.setlocale(locale.LC_CTYPE)  # as it is; getlocale takes the C locale for American
    spoken = named.lower()
    return "fr" if spoken.startswith(("fr", "c.", "posix")) or spoken in ("", "c") else "en"
