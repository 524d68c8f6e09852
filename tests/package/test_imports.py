"""What each way into the program loads, seen in fresh interpreters, and who may import whom."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import advisor
from advisor.advice.ready import edition
from advisor.pack.fingerprint import fingerprint
from tests.conftest import KNOWLEDGE, ROOT

HEAVY = ("textual", "rich", "sklearn", "scipy", "numpy", "yaml", "spellchecker", "hypothesis")
PACKAGE = Path(advisor.__file__).parent
MODULES = sorted(
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
)
OUTSIDE_THE_INTERFACE = [name for name in MODULES if not name.startswith("advisor.tui") and name != "advisor.__main__"]

CALLING = """
import json, sys
from advisor.cli.main import main
code = main(json.loads(sys.argv[1]))
heavy = json.loads(sys.argv[2])
print(json.dumps({"code": code, "heavy": [name for name in heavy if name in sys.modules]}), file=sys.stderr)
"""

IMPORTING = """
import importlib, json, sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("textual", "rich"):
            raise ImportError(f"{name} is not to be had")

sys.meta_path.insert(0, Blocked())
faults = {}
for name in json.loads(sys.argv[1]):
    for loaded in [one for one in sys.modules if one.partition(".")[0] == "advisor"]:
        del sys.modules[loaded]
    try:
        importlib.import_module(name)
    except Exception as fault:
        faults[name] = repr(fault)
print(json.dumps(faults))
"""


def loaded_by(*arguments: str) -> set[str]:
    """What of the heavy libraries a call loads."""
    done = subprocess.run(
        [sys.executable, "-c", CALLING, json.dumps(arguments), json.dumps(HEAVY)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=True,
    )
    seen = json.loads(done.stderr.splitlines()[-1])
    assert seen["code"] == 0, done.stderr
    return set(seen["heavy"])


@pytest.fixture
def built_in(index_path: Path, tmp_path: Path) -> None:
    """The built-in knowledge with its index ready, where this test keeps things."""
    cache = tmp_path / "advisor-data" / "cache"
    cache.mkdir(parents=True)
    (cache / f"{fingerprint([KNOWLEDGE])}-{edition()}.index").hardlink_to(index_path)


@pytest.mark.parametrize("arguments", [("--help",), ("ask", "--help"), ("--version",)])
def test_help_loads_nothing_heavy(arguments: tuple[str, ...]):
    assert loaded_by(*arguments) == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "comment trouver un premier poste ?"),
        ("ask", "--json", "how do i find my first client"),
        ("ask", "recrutteur metié entretein"),
        ("paths", "P4"),
        ("chat",),
    ],
)
def test_an_answer_loads_nothing_heavy_where_the_index_is_ready(built_in, arguments: tuple[str, ...]):
    assert loaded_by(*arguments) == set()


def test_only_building_an_index_loads_what_learns(tmp_path: Path):
    """Which also shows that these tests would see it."""
    small = ROOT / "tests" / "cli" / "small"
    assert loaded_by("ask", "--only", "--knowledge", str(small), "cv") >= {"sklearn", "numpy", "yaml"}
    assert loaded_by("ask", "--only", "--knowledge", str(small), "cv") == set()
    assert "sklearn" not in loaded_by("check", "--only", "--knowledge", str(small))


def test_each_module_outside_the_interface_imports_without_textual():
    assert {"advisor.cli.main", "advisor.learn.build", "advisor.talk.conversation"} <= set(OUTSIDE_THE_INTERFACE)
    done = subprocess.run(
        [
            sys.executable,
            "-W",
            "error::ImportWarning",
            "-c",
            IMPORTING,
            json.dumps([*OUTSIDE_THE_INTERFACE, "advisor.tui.app"]),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    faults = json.loads(done.stdout)
    assert set(faults) == {"advisor.tui.app"}, faults
    assert "not to be had" in faults["advisor.tui.app"]


def test_the_contracts_on_imports_hold():
    program = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


LEAVES = """
import atexit, gc, sys
from advisor.__main__ import start
atexit.register(lambda: print("nothing is looked through:", gc.get_freeze_count() > 1000))
sys.argv = ["advisor", *sys.argv[1:]]
start()
"""


@pytest.mark.parametrize(("argument", "code"), [("--version", 0), ("--no-such-option", 2)])
def test_the_program_ends_with_its_exit_code_and_looks_for_no_garbage(argument: str, code: int):
    call = [sys.executable, "-c", LEAVES, argument]
    ended = subprocess.run(call, capture_output=True, text=True, check=False)
    assert ended.returncode == code
    assert "nothing is looked through: True" in ended.stdout
