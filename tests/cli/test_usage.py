"""Calls that make no sense, help and version: what is said, in which language, with which exit code."""

import io
import re
import shlex
import sys

import pytest
from calls import Call, program
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor import __version__
from advisor.cli.call import understood
from advisor.cli.main import main
from advisor.cli.options import COMMANDS, SHARED

WRONG = [
    (
        ["ak"],
        "il n'y a pas de commande « ak » ; la plus proche est ask",
        "there is no command “ak”; the nearest is ask",
    ),
    (["PATHES"], "la plus proche est paths", "the nearest is paths"),
    (["combien", "gagne"], "pour une question : advisor ask QUESTION", "to ask: advisor ask QUESTION"),
    (
        ["ask", "--jsn", "cv"],
        "pas d'option « --jsn » ; la plus proche est --json",
        "no option “--jsn”; the nearest is --json",
    ),
    (["--knowlege", "x"], "la plus proche est --knowledge", "the nearest is --knowledge"),
    (["ask", "-j"], "pas d'option « -j »", "no option “-j”"),
    (["check", "--zzzzzzz"], "advisor check --help les montre toutes", "advisor check --help lists them"),
    (["--nope"], "pas d'option « --nope » ; advisor --help les montre", "no option “--nope”; advisor --help lists"),
    (["--vers"], "la plus proche est --version", "the nearest is --version"),
    (["ask", "cv", "--data"], "il manque une valeur à --data : DOSSIER", "--data needs a value: DIR"),
    (["ask", "--data="], "il manque une valeur à --data : DOSSIER", "--data needs a value: DIR"),
    (["ask", "--knowledge", "--only"], "il manque une valeur à --knowledge", "--knowledge needs a value"),
    (["ask", "--knowledge", ""], "il manque une valeur à --knowledge", "--knowledge needs a value"),
    (["--json=yes"], "--json ne prend pas de valeur", "--json takes no value"),
    (["templates"], "il manque un mot à templates : MODÈLE", "templates needs one word more: TEMPLATE"),
    (["templates", "a", "b"], "« b » est de trop", "“b” is too many"),
    (["paths", "P1", "P2"], "paths prend un ID et pas davantage", "paths takes one ID and no more"),
    (["check", "--conversation"], "--conversation va avec advisor ask", "--conversation goes with advisor ask"),
    (["--conversation"], "--conversation va avec advisor ask", "--conversation goes with advisor ask"),
    (
        ["chat", "--json"],
        "chat ne prend pas --json ; pour du JSON : advisor ask --json --conversation -",
        "chat doesn't take --json; for JSON: advisor ask --json --conversation -",
    ),
    (["ask", "--only", "cv"], "--only demande --knowledge DOSSIER", "--only needs --knowledge DIR"),
    (["\x1b[31m\nask"], "« \\u001b[31m ask »", "“\\u001b[31m ask”"),
]


@pytest.mark.parametrize(("arguments", "french", "english"), WRONG)
def test_wrong_usage_is_one_line_in_the_readers_language(call: Call, arguments: list[str], french: str, english: str):
    for language, said in (("fr", french), ("en", english)):
        outcome = call("--lang", language, *arguments)
        assert outcome.code == 2
        assert outcome.out == ""
        assert outcome.err.startswith("advisor: ")
        assert said in outcome.err
        assert outcome.err.count("\n") == 1


def test_a_language_that_is_not_known(call: Call, monkeypatch: pytest.MonkeyPatch):
    assert "--lang ne peut pas valoir « de » ; au choix : fr, en ou auto" in call("--lang", "de").err
    assert call("ask", "--lang=de", "cv").code == 2
    assert "il manque une valeur à --lang : fr, en ou auto" in call("ask", "--lang").err
    monkeypatch.setenv("ADVISOR_LANG", "de")
    outcome = call("ask", "cv")
    assert outcome.code == 2
    assert "ADVISOR_LANG vaut « de »" in outcome.err
    assert "ADVISOR_LANG vaut" in call().err
    assert call("ask", "--help").code == 0


@pytest.mark.parametrize(
    ("locale", "variable", "setting", "option", "spoken"),
    [
        ("fr_FR.UTF-8", "", "", "", "fr"),
        ("en_GB.UTF-8", "", "", "", "en"),
        ("de_DE.UTF-8", "", "", "", "en"),
        ("C.UTF-8", "", "", "", "fr"),
        ("", "", "", "", "fr"),
        ("en_GB.UTF-8", "", "fr", "", "fr"),
        ("en_GB.UTF-8", "", "auto", "", "en"),
        ("en_GB.UTF-8", "fr", "en", "", "fr"),
        ("fr_FR.UTF-8", "fr", "fr", "en", "en"),
        ("fr_FR.UTF-8", "en", "en", "auto", "fr"),
        ("en_GB.UTF-8", "auto", "fr", "", "en"),
    ],
)
def test_the_language_of_messages(
    call: Call,
    here,
    monkeypatch: pytest.MonkeyPatch,
    locale: str,
    variable: str,
    setting: str,
    option: str,
    spoken: str,
):
    """The option before the variable, the variable before the settings, the settings before the locale."""
    monkeypatch.setenv("LANG", locale)
    monkeypatch.setenv("ADVISOR_LANG", variable)
    if setting:
        here.config.mkdir(parents=True)
        here.settings_file.write_text(f'language = "{setting}"\n', encoding="utf-8")
    options = [f"--lang={option}"] if option else []
    first = {"fr": "Usage : advisor", "en": "Usage: advisor"}[spoken]
    assert call(*options, "--help").out.startswith(first)
    assert {"fr": "pas de commande", "en": "no command"}[spoken] in call(*options, "nonsense").err
    assert {"fr": "pas de terminal", "en": "no terminal"}[spoken] in call(*options).err


def test_the_settings_are_those_of_the_data_directory_given(call: Call, tmp_path):
    (tmp_path / "elsewhere" / "config").mkdir(parents=True)
    (tmp_path / "elsewhere" / "config" / "settings.toml").write_text('language = "en"\n', encoding="utf-8")
    assert "no command" in call("--data", str(tmp_path / "elsewhere"), "nonsense").err
    assert "no command" in call("nonsense", f"--data={tmp_path / 'elsewhere'}").err
    assert "pas de commande" in call("--", "nonsense", "--data", str(tmp_path / "elsewhere")).err


@pytest.mark.parametrize("language", ["fr", "en"])
def test_help_names_every_command_and_option(call: Call, language: str):
    outcome = call("--lang", language, "--help")
    assert outcome.code == 0
    assert outcome.err == ""
    for command in COMMANDS:
        assert f"  {command.name} " in outcome.out
        assert command.help[language].split(";")[0][:30] in outcome.out
        own = call("--lang", language, command.name, "-h")
        assert own.code == 0
        for option in command.understood:
            assert option.name in own.out
        for name in command.without:
            assert name not in own.out.split("\n\n")[-2], "what it doesn't understand is no option of it"
        for option in (one for other in COMMANDS if other is not command for one in other.options):
            assert option.name not in own.out
    for option in SHARED:
        assert f"  {option.name}" in outcome.out


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_help_of_a_command_shows_calls_of_it_that_are_understood(call: Call, language: str):
    title = {"fr": "Exemples", "en": "Examples"}[language]
    for command in COMMANDS:
        _, shown = call("--lang", language, command.name, "--help").out.split(f"\n{title}\n")
        for line in shown.splitlines():
            program, *arguments = shlex.split(re.sub(r"^eval \"\$\((.*)\)\"$", r"\1", line.strip()).rpartition("| ")[2])
            assert program == "advisor"
            assert understood(arguments[: arguments.index("<")] if "<" in arguments else arguments).command is command


def test_help_speaks_one_language(call: Call):
    for command in ((), *((one.name,) for one in COMMANDS)):
        french, english = (call("--lang", code, *command, "--help").out for code in ("fr", "en"))
        assert "Options" in french
        assert not {"the", "shows", "DIR", "COMMAND", "Examples"} & set(french.split())
        assert not {"le", "montre", "DOSSIER", "COMMANDE", "Exemples"} & set(english.split())


@pytest.mark.parametrize("columns", [1, 40, 60, 80, 200])
def test_help_fits_its_terminal(call: Call, monkeypatch: pytest.MonkeyPatch, columns: int):
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = call("--help").out.splitlines()
    examples = lines.index("Exemples")
    assert max(map(len, lines[:examples])) <= max(40, min(columns, 100))


def test_help_wins_over_what_comes_after_it(call: Call):
    assert call("--help", "nonsense", "--jsn").code == 0
    assert call("ask", "--help", "--jsn").out == call("ask", "--help").out


def test_version_is_one_line_wherever_it_stands(call: Call):
    for arguments in (["--version"], ["ask", "--version"], ["--lang", "en", "--version"]):
        outcome = call(*arguments)
        assert (outcome.code, outcome.out) == (0, f"advisor {__version__}\n")


def test_help_and_version_as_processes():
    assert program("--version").out.strip() == f"advisor {__version__}"
    assert program("--help", LANG="en_GB.UTF-8").out.startswith("Usage: advisor [option ...]")
    assert program("--nonsense").code == 2


def test_a_terminal_that_knows_few_letters_gets_marks_instead(small):
    outcome = program("paths", "--only", PYTHONIOENCODING="ascii")
    assert outcome.code == 0
    assert "À" in program("paths", "P1", "--only", PYTHONIOENCODING="ascii").out, "a pipe is UTF-8 all the same"


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    "ask",
                    "paths",
                    "check",
                    "templates",
                    "--json",
                    "--lang",
                    "fr",
                    "en",
                    "--lang=en",
                    "--only",
                    "--",
                    "-",
                    "-h",
                ]
            ),
            st.sampled_from(
                ["--version", "--conversation", "P1", "p1", "{un|le} cv", "{un", "cv", "", "--json=1", "---"]
            ),
            st.text(max_size=12).filter(lambda text: not text.startswith(("--da", "--kn"))),
        ),
        max_size=6,
    )
)
def test_no_call_ends_in_a_traceback(small, arguments: list[str]):
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="ascii"), io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"cv\nbonjour\n"), encoding="utf-8"))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        code = main(["--only", *arguments])
    said = err.getvalue()
    assert code in (0, 1, 2), said
    assert "Traceback" not in said
    assert "faults.log" not in said
    if code == 2:
        assert said.startswith("advisor: ")
        assert said.count("\n") == 1
