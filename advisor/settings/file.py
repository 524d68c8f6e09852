"""The file of settings, read whatever is in it and changed one line at a time, since a person writes in it too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advisor.settings.replacing import replace_file
from advisor.settings.table import TABLE, Setting, Settings, Value

if TYPE_CHECKING:
    from advisor.model import Words


_KEYS_EXAMPLE = """\
# Touches : l'id d'une commande et sa touche, ou plusieurs entre crochets, après une ligne [keys].
# Keys: the id of a command and its key, or several in square brackets, behind a line [keys].
# [keys]
# topics = "alt+t"
# newline = ["ctrl+j", "alt+enter"]
"""


def read_settings(file: Path) -> tuple[Settings, tuple[Words, ...]]:
    """The settings of a file, with a sentence for each thing in it that could not be used; never raises."""
    try:
        text = _text(file)
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, UnicodeDecodeError) as fault:
        return _unreadable(file, fault)
    import tomllib  # here and below: most calls find no file, and each import costs a start some milliseconds

    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        return _unreadable(file, fault)
    notices: list[Words] = []
    chosen: dict[str, Any] = {}
    for key, value in written.items():
        setting = TABLE.get(key)
        if key == "keys":
            chosen[key] = dict(_read_keys(file, value, notices))
        elif setting is None:
            notices.append(_unknown_key(file, key))
        elif setting.allows(value):
            chosen[key] = value
        else:
            notices.append(_wrong_value(file, setting, value))
    return Settings(**chosen), tuple(notices)


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8-sig")  # some editors of Windows begin a file with a mark


def _read_keys(file: Path, written: object, notices: list[Words]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The keys of commands as written, a single one as a list of one."""
    if not isinstance(written, Mapping):
        notices.append(
            {
                "fr": f'Dans {file.name}, keys est une section : une ligne [keys], puis par exemple topics = "alt+t".',
                "en": f'In {file.name}, keys is a section: a line [keys], then for instance topics = "alt+t".',
            }
        )
        return
    for id, value in written.items():
        keys = [value] if isinstance(value, str) else value
        if isinstance(keys, list) and all(isinstance(key, str) for key in keys):
            yield id, tuple(keys)
        else:
            notices.append(
                {
                    "fr": f"Dans {file.name}, la touche pour {id} s'écrit entre guillemets, plusieurs entre crochets ; "
                    "celle d'origine sert à la place.",
                    "en": f"In {file.name}, the key for {id} is written in quotes, several in square brackets; "
                    "the default serves instead.",
                }
            )


def _unreadable(file: Path, fault: Exception) -> tuple[Settings, tuple[Words, ...]]:
    reason = _reason(fault)
    return Settings(), (
        {
            "fr": f"Réglages illisibles, ceux d'origine servent à la place ({file} : {reason['fr']}).",
            "en": f"The settings can't be read; the defaults serve instead ({file}: {reason['en']}).",
        },
    )


def _reason(fault: Exception) -> Words:
    from advisor.reasons import not_valid, reason_of  # most calls find nothing wrong

    return reason_of(fault) if isinstance(fault, OSError | UnicodeDecodeError) else not_valid("TOML", fault)


def _unknown_key(file: Path, key: str) -> Words:
    import difflib

    known = [*TABLE, "keys"]
    nearest = difflib.get_close_matches(key.lower(), known, n=1, cutoff=0.5)
    fr = f" ; le plus proche est « {nearest[0]} »" if nearest else f" ; les réglages sont : {', '.join(known)}"
    en = f"; the nearest is “{nearest[0]}”" if nearest else f"; the settings are: {', '.join(known)}"
    return {
        "fr": f"Réglage inconnu « {key} » dans {file.name}{fr}.",
        "en": f"Unknown setting “{key}” in {file.name}{en}.",
    }


def _wrong_value(file: Path, setting: Setting, value: object) -> Words:
    import difflib

    written = _toml(value) if isinstance(value, str | bool) else str(value)
    known = {_toml(choice).strip('"'): _toml(choice) for choice in setting.choices}
    nearest = difflib.get_close_matches(written.strip('"').lower(), known, n=1, cutoff=0.5)
    near_fr = f" ; la plus proche est {known[nearest[0]]}" if nearest else ""
    near_en = f"; the nearest is {known[nearest[0]]}" if nearest else ""
    choices, default = ", ".join(known.values()), _toml(setting.default)
    return {
        "fr": f"Dans {file.name}, {setting.key} ne peut pas valoir {written} : au choix {choices}{near_fr}. "
        f"{default} sert à la place.",
        "en": f"In {file.name}, {setting.key} can't be {written}: choose from {choices}{near_en}. "
        f"{default} serves instead.",
    }


def write_settings(file: Path, settings: Settings) -> None:
    """Write the settings whole or not at all, each under its line of help; OSError where the place is read-only."""
    lines = []
    for setting in TABLE.values():
        lines += [f"# {setting.help['fr']}", f"# {setting.help['en']}"]
        lines += [f"{setting.key} = {_toml(getattr(settings, setting.key))}", ""]
    replace_file(file, "\n".join([*lines, _KEYS_EXAMPLE]))


def keep_setting(file: Path, key: str, value: Value) -> None:
    """Change one setting and nothing else that is written in the file; OSError where that can't be done.

    A file that can't be read is left as it is: someone wrote it by hand and will want to mend it.
    """
    import tomllib

    try:
        text = _text(file)
        before = tomllib.loads(text)
    except FileNotFoundError:
        write_settings(file, replace(Settings(), **{key: value}))  # type: ignore[arg-type]
        return
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        from advisor.reasons import UnusableError

        reason = _reason(fault)
        raise UnusableError({"fr": f"{file} : {reason['fr']}", "en": f"{file}: {reason['en']}"}) from fault
    for changed in _with_line(text, key, f"{key} = {_toml(value)}"):
        try:
            after = tomllib.loads(changed)
        except tomllib.TOMLDecodeError:
            continue
        if after == before | {key: value}:
            replace_file(file, changed)
            return
    raise OSError(f"{file}: {key} = {_toml(value)}")


_LONGEST_VALUE = 30
"""Lines that a value written by hand may take."""


def _with_line(text: str, key: str, line: str) -> Iterator[str]:
    """The text with a line in the place of the one that sets a key, its remark kept, or above all others.

    More than one line may look like the right one, such as one in a section or in a long text; the reader decides.
    """
    lines = text.split("\n")
    setting = re.compile(rf"[ \t]*(?:{key}|\"{key}\"|'{key}')[ \t]*=")
    value = re.compile(r"""[^=]*=[ \t]*(?:"[^"\n]*"|'[^'\n]*'|[^\s#"'\[{]+)(?P<remark>[ \t]*(?:\#.*)?)$""")
    for start, old in enumerate(lines):
        if setting.match(old):
            short = value.match(old)
            remark = short["remark"].rstrip() if short else ""
            for end in range(start + 1, min(start + 1 + _LONGEST_VALUE, len(lines) + 1)):
                yield "\n".join([*lines[:start], line + remark, *lines[end:]])
    yield f"{line}\n{text}"


def _toml(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'
