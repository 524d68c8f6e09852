"""The file of settings: read whatever is in it, changed line by line, and nothing of its writer's lost."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.reasons import reason_of
from advisor.settings import TABLE, Settings, animates, keep_setting, read_settings, write_settings
from advisor.tui.keymap import keymap_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def read(file: Path, text: str) -> tuple[Settings, list[str], list[str]]:
    file.write_text(text, encoding="utf-8")
    settings, notices = read_settings(file)
    return settings, [one["fr"] for one in notices], [one["en"] for one in notices]


@pytest.mark.parametrize(
    ("text", "french", "english"),
    [
        ('langauge = "fr"', "le plus proche est « language »", "the nearest is “language”"),
        ('Theme = "light"', "le plus proche est « theme »", "the nearest is “theme”"),
        ("zzz = 1", "les réglages sont : language, address", "the settings are: language, address"),
        ('theme = "ligth"', 'la plus proche est "light". "dark" sert', 'the nearest is "light". "dark" serves'),
        ('language = "FR"', 'la plus proche est "fr"', 'the nearest is "fr"'),
        (
            "history = 1",
            "ne peut pas valoir 1 : au choix true, false. true sert",
            "can't be 1: choose from true, false.",
        ),
        ('history = "true"', "la plus proche est true", "the nearest is true"),
        ("theme = []", "ne peut pas valoir [] : au choix", "can't be []: choose from"),
        ("keys = 3", "une ligne [keys]", "a line [keys]"),
        (
            "[keys]\ntopics = 6",
            "la touche pour topics s'écrit entre guillemets",
            "the key for topics is written in quotes",
        ),
        ("theme = dark", "Réglages illisibles", "can't be read"),
    ],
)
def test_what_is_wrong_is_named_with_the_nearest_and_the_default_serves(
    file: Path, text: str, french: str, english: str
) -> None:
    settings, fr, en = read(file, text)
    assert settings == Settings()
    assert [french in one for one in fr] == [True]
    assert [english in one for one in en] == [True]


def test_what_is_right_beside_what_is_wrong_still_counts(file: Path) -> None:
    settings, notices, _ = read(file, 'theme = "mauve"\naddress = "tu"\nzut = 1\n')
    assert settings == Settings(address="tu")
    assert len(notices) == 2


def test_keys_are_read_one_or_several(file: Path) -> None:
    settings, notices, _ = read(file, '[keys]\ntopics = "alt+t"\nnewline = ["ctrl+j", "alt+enter"]\ntheme = []\n')
    assert settings.keys == {"topics": ("alt+t",), "newline": ("ctrl+j", "alt+enter"), "theme": ()}
    assert notices == []


def test_a_file_that_begins_with_a_mark_of_windows_is_read(file: Path) -> None:
    file.write_bytes(b'\xef\xbb\xbftheme = "light"\r\n')
    assert read_settings(file) == (Settings(theme="light"), ())
    keep_setting(file, "address", "tu")
    assert read_settings(file) == (Settings(theme="light", address="tu"), ())


@given(st.text(max_size=200))
def test_no_text_keeps_the_program_from_opening(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.mktemp("any") / "settings.toml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    settings, _ = read_settings(file)
    assert all(setting.allows(getattr(settings, setting.key)) for setting in TABLE.values())


@pytest.mark.parametrize(
    "text",
    [
        'theme = "light" # mine\n',
        "theme = 'light'# mine\n",
        '"theme" = "light"  # mine',
        '# theme = "x"\n\n  theme="light"\t# mine\n[keys]\ntheme = "f6" # mine too\n',
        '[keys]\ntheme = "f6" # mine\n',
        'theme = [ # mine\n  "light", # yes\n]\naddress = "tu"\n',
        'zut = """\ntheme = "light"\n""" # mine\ntheme = 3\n',
        "# mine",
    ],
)
def test_a_change_leaves_every_other_line_and_its_remark(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    keep_setting(file, "theme", "contrast-dark")
    written = file.read_text(encoding="utf-8")
    assert tomllib.loads(written) == tomllib.loads(text) | {"theme": "contrast-dark"}
    assert ("# mine" in written) is (not text.startswith("theme = ["))
    others = [line for line in text.splitlines() if not line.lstrip().startswith(("theme", '"theme"'))]
    assert [line for line in others if line not in written.splitlines()] == ([] if "= [" not in text else others[:2])


def test_a_change_that_no_line_can_make_is_refused_and_the_file_stays(file: Path) -> None:
    text = 'theme.dark = "x" # mine\n'
    file.write_text(text, encoding="utf-8")
    with pytest.raises(OSError, match="theme"):
        keep_setting(file, "theme", "light")
    assert file.read_text(encoding="utf-8") == text


def test_the_first_change_writes_every_setting_with_its_help(file: Path) -> None:
    keep_setting(file, "conversations", False)
    assert read_settings(file) == (Settings(conversations=False), ())
    text = file.read_text(encoding="utf-8")
    assert [help for setting in TABLE.values() for help in setting.help.values() if f"# {help}" not in text] == []


def test_the_example_of_keys_in_a_new_file_is_right_when_its_marks_are_taken_away(file: Path) -> None:
    write_settings(file, Settings())
    text = file.read_text(encoding="utf-8").replace("\n# [keys]", "\n[keys]")
    section = text.index("\n[keys]") + 1
    settings, notices, _ = read(file, text[:section] + text[section:].replace("\n# ", "\n"))
    assert settings.keys == {"topics": ("alt+t",), "newline": ("ctrl+j", "alt+enter")}
    assert notices == []
    assert keymap_of(settings.keys)[1] == ()


@pytest.mark.parametrize(
    ("chosen", "environ", "expected"),
    [
        ("auto", {}, True),
        ("auto", {"SSH_CONNECTION": "1 2 3 4"}, False),
        ("auto", {"SSH_TTY": "/dev/pts/1"}, False),
        ("on", {"SSH_TTY": "/dev/pts/1"}, True),
        ("off", {}, False),
    ],
)
def test_nothing_is_animated_through_ssh_unless_it_is_wanted(
    chosen: str, environ: dict[str, str], expected: bool
) -> None:
    assert animates(chosen, environ) is expected


def test_every_value_has_words_in_both_languages() -> None:
    words = [one for setting in TABLE.values() for one in (setting.title, setting.help, *setting.values.values())]
    assert [one for one in words if set(one) != {"fr", "en"} or not all(one.values())] == []


def test_what_keeps_settings_from_being_read_is_told_in_our_words(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('theme = "dark"\nhistory = dark\n', encoding="utf-8")
    (said,) = read_settings(file)[1]
    assert said["fr"].endswith(f"({file} : ce n'est pas du TOML valide, ligne 2, colonne 11).")
    assert said["en"].endswith(f"({file}: this isn't valid TOML, line 2, column 11).")
    with pytest.raises(OSError, match="this isn't valid TOML, line 2, column 11") as refused:
        keep_setting(file, "theme", "light")
    assert reason_of(refused.value)["fr"] == f"{file} : ce n'est pas du TOML valide, ligne 2, colonne 11"
    file.unlink()
    file.mkdir()
    (said,) = read_settings(file)[1]
    assert f"({file} : c'est un dossier)" in said["fr"]
    assert f"({file}: it is a folder)" in said["en"]
