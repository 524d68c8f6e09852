"""The manual pages: up to date, without a fault for those who format them, and with all that the program understands."""

import os
import re
import runpy
import shutil
import subprocess
from pathlib import Path

import pytest
from pages import ROOT

from advisor.cli.options import COMMANDS, EXAMPLES, SHARED

MAKER = runpy.run_path(str(ROOT / "docs" / "make_manual.py"))
FILES: tuple[Path, ...] = tuple(MAKER["PAGES"])


def formatted(file: Path) -> str:
    """The page as `man` shows it, without what makes letters bold."""
    if not shutil.which("man"):
        pytest.skip("man isn't here")
    env = os.environ | {"MANWIDTH": "100", "LC_ALL": "C.UTF-8", "MANPAGER": "cat", "MAN_KEEP_FORMATTING": ""}
    done = subprocess.run(["man", "--warnings", "-l", str(file)], capture_output=True, env=env, timeout=60, check=False)
    text = re.sub(r".\x08", "", done.stdout.decode())
    if "minimized" in text or done.returncode == 5:
        pytest.skip("this system has a man that shows no pages")
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_the_manual_is_up_to_date(file: Path) -> None:
    written = MAKER["manual"](MAKER["PAGES"][file])
    assert file.read_text(encoding="utf-8") == written, "run python docs/make_manual.py"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_the_manual_shows_every_command_option_and_example(file: Path) -> None:
    language = MAKER["PAGES"][file]
    shown = " ".join(formatted(file).replace("‐", "-").split())
    for command in COMMANDS:
        assert f"advisor {command.name}" in shown
        for option in (*SHARED, *command.options):
            assert option.name in shown
    for example in EXAMPLES[language]:
        assert example in shown
    for name in ("ADVISOR_LANG", "ADVISOR_DATA", "ADVISOR_KNOWLEDGE", "NO_COLOR", "130"):
        assert name in shown


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_a_strict_formatter_finds_no_fault(file: Path) -> None:
    if not shutil.which("mandoc"):
        pytest.skip("mandoc isn't here")
    # That it has no date is meant: a page made from a table changes when the table does.
    done = subprocess.run(
        ["mandoc", "-T", "lint", "-W", "warning", str(file)], capture_output=True, text=True, timeout=60, check=False
    )
    assert [line for line in done.stdout.splitlines() if "missing date" not in line] == []
