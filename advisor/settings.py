"""A person's settings: one declared table, a small TOML file, and where on the system it lies; knows no screen."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from advisor.model import Language, Words


Value = str | bool


def _setting(default: Value, choices: tuple[Value, ...], fr: str, en: str) -> Any:
    return field(default=default, metadata={"choices": choices, "help": {"fr": fr, "en": en}})


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose; the fields are the table of settings, each with default, choices and a line of help."""

    language: str = _setting(
        "auto",
        ("auto", "fr", "en"),
        "Langue de l'écran et des réponses ; auto : celle du système à l'écran, celle de chaque question en réponse.",
        "Language of the screen and of the answers; auto: the system's on screen, each question's own in answers.",
    )
    address: str = _setting(
        "vous",
        ("vous", "tu"),
        "Vouvoiement ou tutoiement dans les réponses en français.",
        "How answers in French address the reader.",
    )
    theme: str = _setting(
        "dark",
        ("dark", "light", "contrast-dark", "contrast-light"),
        "Couleurs : sombres, claires, ou l'un des deux contrastes forts.",
        "Colours: dark, light, or one of two high contrasts.",
    )
    animation: str = _setting(
        "auto",
        ("auto", "on", "off"),
        "Défilement animé ; auto : oui, sauf à travers ssh.",
        "Animated scrolling; auto: yes, but not over ssh.",
    )
    history: bool = _setting(
        True,
        (True, False),
        "Garde les questions posées, pour les rappeler plus tard.",
        "Keeps the questions asked, to bring them back later.",
    )
    conversations: bool = _setting(
        True,
        (True, False),
        "Garde les conversations, questions et réponses, pour les retrouver plus tard.",
        "Keeps the conversations, questions and answers, to find them again later.",
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table."""

    key: str
    default: Value
    choices: tuple[Value, ...]
    help: Words

    def allows(self, value: object) -> bool:
        """Whether a value is one of the choices; a number is never a boolean here."""
        return any(value == choice and type(value) is type(choice) for choice in self.choices)


TABLE: Mapping[str, Setting] = {
    f.name: Setting(f.name, f.default, f.metadata["choices"], f.metadata["help"])  # type: ignore[arg-type]
    for f in fields(Settings)
}


@dataclass(frozen=True, slots=True)
class Places:
    """The directories of one person; none is created before something is kept in it."""

    config: Path
    """What is written by hand: the settings."""
    state: Path
    """What the program notes down for itself: the questions asked before there was a store, its faults."""
    data: Path
    """What a person would miss: talks, progress, what was taught."""
    cache: Path
    """What can be built again."""

    @property
    def settings_file(self) -> Path:
        """The file of settings."""
        return self.config / "settings.toml"

    @property
    def history_file(self) -> Path:
        """The file of questions asked."""
        return self.state / "questions.jsonl"

    @property
    def store_file(self) -> Path:
        """The file of talks, progress and what was taught."""
        return self.data / "advisor.db"


def places(data: Path | None = None, environ: Mapping[str, str] = os.environ) -> Places:
    """Where things lie: under `data`, else under ADVISOR_DATA, else where the system wants them."""
    root = data or (Path(environ["ADVISOR_DATA"]) if environ.get("ADVISOR_DATA") else None)
    if root is not None:
        root = Path(os.path.expanduser(root))  # noqa: PTH111  (pathlib raises for a home of nobody)
        return Places(root / "config", root / "state", root / "data", root / "cache")
    from platformdirs import PlatformDirs

    system = PlatformDirs("advisor", appauthor=False)
    return Places(system.user_config_path, system.user_state_path, system.user_data_path, system.user_cache_path)


def read_settings(file: Path) -> tuple[Settings, tuple[Words, ...]]:
    """The settings of a file, with a sentence for each thing in it that could not be used; never raises."""
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, UnicodeDecodeError) as fault:
        return _unreadable(file, fault)
    import tomllib  # here and below: most calls find no file, and each import costs a start some milliseconds

    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        return _unreadable(file, fault)
    notices = []
    chosen: dict[str, Value] = {}
    for key, value in written.items():
        setting = TABLE.get(key)
        if setting is None:
            notices.append(_unknown_key(file, key))
        elif setting.allows(value):
            chosen[key] = value
        else:
            notices.append(_wrong_value(file, setting, value))
    return Settings(**chosen), tuple(notices)  # type: ignore[arg-type]


def _unreadable(file: Path, fault: Exception) -> tuple[Settings, tuple[Words, ...]]:
    where = f"{file}: {fault}"
    return Settings(), (
        {
            "fr": f"Réglages illisibles, ceux d'origine servent à la place ({where}).",
            "en": f"The settings can't be read; the defaults serve instead ({where}).",
        },
    )


def _unknown_key(file: Path, key: str) -> Words:
    import difflib

    nearest = difflib.get_close_matches(key, TABLE, n=1, cutoff=0.5)
    fr = f" ; le plus proche est « {nearest[0]} »" if nearest else f" ; les réglages sont : {', '.join(TABLE)}"
    en = f"; the nearest is “{nearest[0]}”" if nearest else f"; the settings are: {', '.join(TABLE)}"
    return {
        "fr": f"Réglage inconnu « {key} » dans {file.name}{fr}.",
        "en": f"Unknown setting “{key}” in {file.name}{en}.",
    }


def _wrong_value(file: Path, setting: Setting, value: object) -> Words:
    choices = ", ".join(_toml(choice) for choice in setting.choices)
    default = _toml(setting.default)
    return {
        "fr": f"Dans {file.name}, {setting.key} ne peut pas valoir {value!r} : au choix {choices}. "
        f"{default} sert à la place.",
        "en": f"In {file.name}, {setting.key} can't be {value!r}: choose from {choices}. {default} serves instead.",
    }


def write_settings(file: Path, settings: Settings) -> None:
    """Write the settings whole or not at all, each under its line of help; OSError where the place is read-only."""
    lines = []
    for setting in TABLE.values():
        lines += [f"# {setting.help['fr']}", f"# {setting.help['en']}"]
        lines += [f"{setting.key} = {_toml(getattr(settings, setting.key))}", ""]
    replace_file(file, "\n".join(lines))


def keep_setting(file: Path, key: str, value: Value) -> None:
    """Change one setting and nothing else that is written in the file; OSError where that can't be done.

    A file that can't be read is left as it is: someone wrote it by hand and will want to mend it.
    """
    import re
    import tomllib

    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        write_settings(file, replace(Settings(), **{key: value}))  # type: ignore[arg-type]
        return
    except UnicodeDecodeError as fault:
        raise OSError(f"{file}: {fault}") from fault
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise OSError(f"{file}: {fault}") from fault
    line = f"{key} = {_toml(value)}"
    changed, count = re.subn(rf"^{key}[ \t]*=.*$", line, text, count=1, flags=re.MULTILINE)
    changed = changed if count else f"{line}\n{text}"
    with contextlib.suppress(tomllib.TOMLDecodeError):
        if tomllib.loads(changed).get(key) == value:
            replace_file(file, changed)
            return
    write_settings(file, replace(read_settings(file)[0], **{key: value}))  # type: ignore[arg-type]


def replace_file(file: Path, text: str) -> None:
    """Write through a temporary file beside the real one, so that nobody ever reads half of it."""
    import tempfile

    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(file)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _toml(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'


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
