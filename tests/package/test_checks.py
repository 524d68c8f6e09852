"""The checks that a change must pass: the README's test line is found, failures come through, each system runs the same."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

README = "# Advisor\n\nRun pytest.\n\n```sh\n{line}\n```\n"
TOOLS = ("ruff", "mypy", "lint-imports")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A directory with the script and stand-ins for the tools: each notes its call and fails where it is told to."""
    if os.name == "nt" or not shutil.which("bash"):
        pytest.skip("the script is for a shell that isn't here")
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "run", tmp_path / ".ci" / "run")
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    for path in (*(programs / tool for tool in TOOLS), tmp_path / ".ci" / "spelling"):
        path.write_text(
            f'#!/bin/sh\necho "{path.name} $*" >> calls\n[ "$FAILING" != "{path.name} $*" ]\n', encoding="utf-8"
        )
        path.chmod(0o755)
    (tmp_path / "README.md").write_text(README.format(line="echo tests >> calls && true pytest"), encoding="utf-8")
    return tmp_path


def run(clone: Path, failing: str = "") -> tuple[int, list[str]]:
    done = subprocess.run(
        [clone / ".ci" / "run"],
        cwd="/",
        env=os.environ | {"FAILING": failing},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    calls = clone / "calls"
    return done.returncode, [line.strip() for line in calls.read_text().splitlines()] if calls.exists() else []


def test_everything_runs_in_order(clone: Path):
    code, calls = run(clone)
    assert code == 0
    assert calls[:5] == ["tests", "ruff check .", "ruff format --check .", "mypy", "lint-imports"]
    assert calls[5:] in (["spelling"], [])


@pytest.mark.parametrize(("failing", "calls"), [("ruff check .", 2), ("ruff format --check .", 3), ("mypy ", 4)])
def test_a_failure_comes_through_and_ends_it(clone: Path, failing: str, calls: int):
    code, done = run(clone, failing)
    assert code != 0
    assert len(done) == calls


@pytest.mark.parametrize(
    "readme",
    [
        README.format(line="echo tests >> calls && sh -c 'exit 7' pytest"),
        README.format(line="echo tests >> calls; false; true pytest"),
        README.format(line="pytest one\npytest two"),
        "Run pytest.\n",
        "",
    ],
)
def test_a_failing_a_missing_and_a_double_test_line_are_failures(clone: Path, readme: str):
    (clone / "README.md").write_text(readme, encoding="utf-8")
    code, calls = run(clone)
    assert code != 0
    assert calls in ([], ["tests"])


def test_the_readme_has_one_test_line():
    fenced = [
        part for place, part in enumerate((ROOT / "README.md").read_text(encoding="utf-8").split("```")) if place % 2
    ]
    (line,) = [line for part in fenced for line in part.splitlines() if "pytest" in line]
    assert line == "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest"


def test_each_system_runs_the_same_checks():
    (job,) = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))["jobs"].values()
    matrix = job["strategy"]["matrix"]
    assert {name.partition("-")[0] for name in matrix["system"]} == {"ubuntu", "macos", "windows"}
    assert matrix["python"] == ["3.11", "3.13"]
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    commands = [step["run"] for step in job["steps"] if "run" in step]
    assert commands[0] == "bash .ci/run"
    for tool in ("ruff check .", "ruff format --check .", "mypy", "lint-imports"):
        assert f"step '.venv/bin/{tool}'" in script
        assert f".venv\\Scripts\\{tool}" in commands[1]
    assert "secrets" not in str(job)
