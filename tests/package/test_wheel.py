"""The wheel, built and installed outside the checkout, answers by itself with the index that it carries."""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.conftest import KNOWLEDGE, ROOT


def run(*command: str | Path, cwd: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "ADVISOR"))}
    done = subprocess.run(
        command,
        cwd=cwd,
        env=clean | environ,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def environment(place: Path) -> Path:
    """A fresh environment that sees what the tests see but for the checkout; gives its directory of programs.

    A directory named in a .pth file is searched, yet the .pth files within it, the checkout's among them, are not read.
    """
    run(sys.executable, "-m", "venv", "--without-pip", place, cwd=place.parent)
    (packages,) = [*place.glob("lib/python*/site-packages"), *place.glob("Lib/site-packages")]
    beside = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "beside.pth").write_text("\n".join(sorted(beside)) + "\n", encoding="utf-8")
    return place / ("Scripts" if os.name == "nt" else "bin")


@pytest.mark.slow
def test_the_wheel_answers_by_itself(tmp_path: Path):
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path / "dist", ROOT, cwd=tmp_path)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    knowledge = {path.relative_to(KNOWLEDGE.parent).as_posix() for path in KNOWLEDGE.rglob("*") if path.is_file()}
    assert {f"advisor/{name}" for name in knowledge} <= held
    assert {
        "advisor/knowledge/pack.schema.json",
        "advisor/built-in.index",
        "advisor/tui/app.tcss",
        "advisor/py.typed",
    } <= held
    assert {name.partition(".data/data/")[2] for name in held} >= {
        "share/man/man1/advisor.1",
        "share/man/fr/man1/advisor.1",
    }
    assert not [name for name in held if name.startswith(("tests/", "docs/", "knowledge/"))]
    assert not [name for name in held if name.endswith((".pkl", ".joblib", ".pyc"))]

    programs = environment(tmp_path / "env")
    python = programs / "python"
    run(
        sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", wheel, cwd=tmp_path
    )
    away = tmp_path / "away"
    away.mkdir()
    data = tmp_path / "data"

    where = run(python, "-c", "import advisor; print(advisor.__file__)", cwd=away).stdout.strip()
    assert Path(where).is_relative_to(tmp_path / "env"), where

    asked = ("ask", "--json", "Comment faire un CV de community manager ?")
    for command in ((programs / "advisor", *asked), (python, "-m", "advisor", *asked)):
        done = run(*command, cwd=away, ADVISOR_DATA=str(data))
        reply = json.loads(done.stdout)
        assert (reply["kind"], reply["topic"], reply["language"]) == ("answer", "cv", "fr")
        assert reply["sources"]
        assert done.stderr == "", "nothing had to be built"
    assert not data.exists(), "nothing had to be kept"

    assert run(programs / "advisor", "check", cwd=away, ADVISOR_DATA=str(data)).stderr.startswith("aucune erreur")
