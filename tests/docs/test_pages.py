"""Whatever the docs name is there: pages, headings, commands, options, names behind a slash."""

import re
import runpy
import tomllib
from pathlib import Path

import pytest
from pages import ROOT, Page, pages

from advisor.cli.options import COMMANDS, SHARED
from advisor.commands import COMMANDS as EVERY_COMMAND
from advisor.commands import meant
from advisor.pack.load import check_packs
from advisor.settings import TABLE

PAGES = pages()
README = Page(ROOT / "README.md")
TEST_LINE = "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest"
INSTALL_LINES = (
    "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/advisor",
    r"py -m venv .venv && .venv\Scripts\pip install . && .venv\Scripts\advisor",
)
_CALL = re.compile(r"(?:^|[\s|/\\])advisor((?:[ ]+[^\s|<>;&#]+)*)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Page) -> None:
    lost = []
    for link in page.links():
        if link.startswith(("http://", "https://", "mailto:")):
            continue
        target, _, anchor = link.partition("#")
        file = (page.file.parent / target).resolve() if target else page.file
        if not file.exists() or (anchor and anchor not in Page(file).anchors()):
            lost.append(link)
    assert lost == []


def calls(page: Page) -> list[list[str]]:
    """What follows the program's name wherever a page prints a call of it, up to a pipe or a comment."""
    printed = [line for block in page.fenced("", "sh", "console", "bat") for line in block.splitlines()]
    printed += [span for span in page.spans() if span.startswith(("advisor ", ".venv/bin/advisor "))]
    return [found.split() for line in printed for found in _CALL.findall(line)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_and_option_exists(page: Page) -> None:
    names = {command.name for command in COMMANDS}
    options = [*SHARED, *(option for command in COMMANDS for option in command.options)]
    spelt = {name: option for option in options for name in (option.name, option.short) if name}
    unknown = []
    for words in calls(page):
        waiting = list(words)
        while waiting and waiting[0].startswith("--"):
            option = spelt.get(waiting.pop(0).partition("=")[0])
            if option is not None and option.value and waiting:
                waiting.pop(0)
        if waiting and waiting[0] not in names and not waiting[0].isupper():
            unknown.append(" ".join(words))
        unknown += [word for word in words if re.match(r"--[a-z]", word) and word.partition("=")[0] not in spelt]
    assert unknown == []


@pytest.mark.parametrize("page", [page for page in PAGES if "/reference/" not in page.name], ids=lambda page: page.name)
def test_every_name_behind_a_slash_is_a_command(page: Page) -> None:
    named = [span for span in page.spans() if re.fullmatch(r"/[a-zéèà-]+", span)]
    assert [name for name in named if meant(name) is None] == []


def test_the_readme_tells_in_one_line_how_to_test() -> None:
    lines = [line for block in README.fenced() for line in block.splitlines() if "pytest" in line]
    assert lines == [TEST_LINE]
    assert README.text.count(TEST_LINE) == 1


def test_the_readme_tells_in_one_line_how_to_install() -> None:
    lines = [line for block in README.fenced() for line in block.splitlines()]
    assert [line for line in INSTALL_LINES if line not in lines] == []


def test_the_readme_has_the_whole_configuration() -> None:
    blocks = README.fenced("toml")
    assert blocks
    for block in blocks:
        assert tomllib.loads(block) == {setting.key: setting.default for setting in TABLE.values()}


MAKER = runpy.run_path(str(ROOT / "docs" / "make_reference.py"))


@pytest.mark.parametrize("file", MAKER["PAGES"], ids=lambda file: file.name)
def test_the_pages_of_tables_are_up_to_date(file: Path) -> None:
    assert file.read_text(encoding="utf-8") == MAKER["PAGES"][file](), "run python docs/make_reference.py"


def test_every_key_and_command_is_on_its_page() -> None:
    page = MAKER["KEYS"].read_text(encoding="utf-8")
    assert [command.id for command in EVERY_COMMAND if page.count(f"| `{command.id}` |") != 2] == []


TEACHING = Page(ROOT / "docs" / "how-to" / "teach-a-class.md")


@pytest.mark.parametrize("half", [slice(3), slice(3, None)], ids=["fr", "en"])
def test_the_packs_for_a_class_have_no_fault(tmp_path: Path, half: slice) -> None:
    blocks = TEACHING.fenced("yaml")
    assert len(blocks) == 6
    for number, block in enumerate(blocks[half]):
        (tmp_path / f"{number}.yaml").write_text(block, encoding="utf-8")
    assert [str(finding) for finding in check_packs([tmp_path], [ROOT / "knowledge"])] == []
