"""The page on the command line says what the program understands: all of it, and nothing else."""

import json
import re
import shlex

import pytest
from calls import Call
from test_ask_command import FIELDS, judge

from advisor import errors
from advisor.cli.call import understood
from advisor.cli.main import INTERRUPTED
from advisor.cli.options import COMMANDS, SHARED, Option
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "reference" / "command-line.md").read_text(encoding="utf-8")
OPTIONS: tuple[Option, ...] = (*SHARED, *(option for command in COMMANDS for option in command.options))


def section(title: str) -> str:
    return PAGE.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]


def rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| ---")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[1:]]


def test_every_command_is_there_as_it_is_called():
    told = {row[0] for row in rows(section("Commands").split("###")[0])}
    for command in COMMANDS:
        word = command.words["en"] + (" ..." if command.most is None else "") if command.words else ""
        assert f"`advisor {command.name} {word if command.least or not word else f'[{word}]'}".rstrip() + "`" in told
        assert f"### `{command.name}`\n" in PAGE
    assert told >= {"`advisor`", "`advisor ask -`"}
    names = {cell.strip("`").split()[1] for cell in told if " " in cell}
    assert names == {command.name for command in COMMANDS}


def test_every_option_is_there_with_its_value_and_choices():
    cells = [row[0] for row in [*rows(section("Options")), *rows(section("Commands"))]]
    for option in OPTIONS:
        spelt = f"`{option.name} {option.value['en']}`" if option.value else f"`{option.name}`"
        assert [cell for cell in cells if cell.startswith(spelt)], option.name
        for choice in option.choices:
            assert f"`{choice}`" in section("Options")
        if option.short:
            assert f"`{option.short}`" in section("Options")


def test_no_option_or_variable_is_there_that_is_not_understood():
    known = {option.name for option in OPTIONS} | {option.short for option in OPTIONS}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", PAGE)) <= known
    used = {
        name
        for path in (ROOT / "advisor").rglob("*.py")
        for name in re.findall(r"\bADVISOR_[A-Z]+\b", path.read_text(encoding="utf-8"))
    }
    assert set(re.findall(r"\bADVISOR_[A-Z]+\b", PAGE)) == used


def test_every_example_is_understood():
    shell = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    calls = [line.split("| ")[-1] for block in shell for line in block.splitlines()]
    assert len(calls) >= 8
    for call in calls:
        program, *arguments = shlex.split(call)
        assert program == "advisor"
        assert understood(arguments).command


def test_exit_codes_are_those_of_the_program():
    told = {int(row[0]) for row in rows(section("Exit codes"))}
    assert told == {errors.DONE, errors.FAILED, errors.WRONG_USAGE, INTERRUPTED}


def test_every_field_of_a_reply_is_there_in_order(call: Call, small):
    told = [row[0].strip("`") for row in rows(section("JSON of a reply"))]
    assert set(told) == FIELDS
    assert told == list(json.loads(call("ask", "--only", "--json", "bonjour").out))
    (example,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    judge(json.loads(example))
    assert list(json.loads(example)) == told


@pytest.mark.parametrize(("arguments", "title"), [(("paths", "P1", "--json"), "paths"), (("check", "--json"), "check")])
def test_the_fields_of_other_commands_are_there(call: Call, small, arguments: tuple[str, ...], title: str):
    told = json.loads(call(*arguments, "--only").out)
    named = PAGE.split(f"### `{title}`\n", 1)[1].split("\n##", 1)[0]
    for field in (*told, *(told["steps"][0] if "steps" in told else ())):
        assert f"`{field}`" in named
