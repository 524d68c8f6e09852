"""Whatever is wrong with a pack, it is told at a place in the pack; and what the check passes can be loaded."""

import re
import tempfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from good_pack import GOOD, write
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from advisor.errors import KnowledgeError
from advisor.library import Library
from advisor.pack.load import check_over, check_packs, load_library
from advisor.pack.places import Finding

Files = dict[str, bytes]
Draw = Callable[[st.SearchStrategy[Any]], Any]

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
IDS = ("pay", "training", "hello", "visas", "P1", "P1.1", "P1.2", "A1", "SURVEY", "money")
STRANGE: tuple[Any, ...] = (
    None,
    12,
    True,
    1.5,
    "",
    "  ",
    "x",
    "nowhere",
    "no way {",
    [],
    {},
    ["x"],
    {"x": "y"},
    {"fr": None},
    [[]],
    "é" * 70,
)
INSERTED = [
    "\t",
    ":",
    ": ",
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "|",
    "&x ",
    "*x",
    "!t ",
    "\n",
    "\n---\n",
    "\0",
    "\ufeff",
    "#",
]
INSERTED += ["- ", "? ", "\n\n  ", "\r", "\u2028", "<<: *x", "no", "~", "\\", ",", "%", "@", "`", "1"]


def slots(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of a document: the list or mapping that holds it, and its index or key there."""
    inner = (
        list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    )
    for key, child in inner:
        yield value, key
        yield from slots(child)


def in_the_document(draw: Draw, files: Files) -> None:
    """Change one value or key of one file, and write the file out again."""
    name = draw(st.sampled_from(sorted(files)))
    document = yaml.load(files[name], LOADER)
    places = list(slots(document))
    if not places:
        return
    holder, key = draw(st.sampled_from(places))
    match draw(st.sampled_from(["delete", "rename", "replace", "same id", "dangle", "empty", "move", "repeat"])):
        case "delete":
            del holder[key]
        case "rename" if isinstance(holder, dict):
            new = draw(st.sampled_from([f"{key}s", f"{key}"[:-1], "id", "questions", "no", 12, "de", "kind", "fr", ""]))
            pairs = [(new if each == key else each, value) for each, value in holder.items()]
            holder.clear()
            holder.update(pairs)
        case "same id":
            holder[key] = draw(st.sampled_from(IDS))
        case "dangle":
            holder[key] = ["nowhere"] if isinstance(holder[key], list) else "nowhere"
        case "empty":
            holder[key] = type(holder[key])()
        case "move":
            to, at = draw(st.sampled_from(places))
            to[at] = deepcopy(holder[key])
        case "repeat" if isinstance(holder, list):
            holder.append(holder[key])
        case _:
            holder[key] = deepcopy(draw(st.sampled_from(STRANGE)))
    files[name] = yaml.safe_dump(document, allow_unicode=True, sort_keys=False).encode()


def in_the_text(draw: Draw, files: Files) -> None:
    """Insert, delete or double a piece of one file."""
    name = draw(st.sampled_from(sorted(files)))
    data = files[name]
    at = draw(st.integers(0, len(data)))
    match draw(st.sampled_from(["insert", "insert", "cut", "byte", "indent", "double"])):
        case "insert":
            data = data[:at] + draw(st.sampled_from(INSERTED)).encode() + data[at:]
        case "cut":
            data = data[:at] + data[at + draw(st.integers(1, 40)) :]
        case "byte":
            data = data[:at] + b"\xff" + data[at:]
        case "indent":
            start = data.rfind(b"\n", 0, at) + 1
            data = data[:start] + draw(st.sampled_from([b" ", b"  ", b"\t", b"- "])) + data[start:]
        case "double":
            start, end = data.rfind(b"\n", 0, at) + 1, data.find(b"\n", at) + 1
            data = data[:end] + data[start:end] + data[end:]
    files[name] = data


def among_files(draw: Draw, files: Files) -> None:
    """Lose, double or mix up files."""
    name, other = draw(st.sampled_from(sorted(files))), draw(st.sampled_from(sorted(files)))
    match draw(st.sampled_from(["lose", "double", "join", "truncate"])):
        case "lose" if len(files) > 1:
            del files[name]
        case "double":
            files[f"again/{name}"] = files[name]
        case "join":
            files[name] = files[name] + files[other]
        case _:
            files[name] = b""


FAULTS = [in_the_document, among_files, in_the_text]


@st.composite
def faulty(draw: Draw) -> Files:
    """The good pack after one to three faults."""
    files = {name: text.encode() for name, text in GOOD.items()}
    faults = draw(st.lists(st.sampled_from(FAULTS), min_size=1, max_size=3))
    # Text last, as a broken file is no document any more.
    for fault in sorted(faults, key=FAULTS.index):
        fault(draw, files)
    return files


def loaded(*directories: Path) -> tuple[Library | None, str]:
    """The library, or why there is none."""
    try:
        return load_library(directories), ""
    except KnowledgeError as error:
        return None, str(error)


def assert_inside(finding: Finding, root: Path) -> None:
    """The place of a finding is a character of a file of the pack, or just behind one."""
    file = Path(finding.place.file)
    assert file.is_file() or (file == root and finding.code == "E112")
    data = file.read_bytes() if file.is_file() else b""
    lines = re.split("\r\n|\r|\n", data.decode("utf-8-sig", "replace"))
    assert 1 <= finding.place.line <= len(lines)
    assert 1 <= finding.place.column <= len(lines[finding.place.line - 1]) + 1
    assert str(finding).isprintable()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(faulty())
def test_a_pack_loads_exactly_when_the_check_finds_no_error(files: Files) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pack = write(Path(folder, "pack"), files)
        findings = check_packs([pack])
        errors = [each for each in findings if each.is_error]
        note("\n".join(map(str, findings)))
        library, why = loaded(pack)
        assert (library is None) == bool(errors)
        assert why.startswith(str(errors[0]) if errors else "")
        for each in findings:
            assert_inside(each, pack)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(faulty())
def test_the_same_holds_for_a_pack_laid_over_another(files: Files) -> None:
    with tempfile.TemporaryDirectory() as folder:
        base, pack = write(Path(folder, "base"), GOOD), write(Path(folder, "pack"), files)
        found = check_over([pack], [base])
        errors = [each for each in found.findings if each.is_error]
        note("\n".join(map(str, found.findings)))
        assert found.errors_below == 0
        assert (loaded(base, pack)[0] is None) == bool(errors)
        for each in found.findings:
            assert_inside(each, pack)


@pytest.mark.parametrize("name", GOOD)
def test_a_pack_without_one_of_its_files_is_told_or_loads(name: str, tmp_path: Path) -> None:
    pack = write(tmp_path, {each: text for each, text in GOOD.items() if each != name})
    errors = [each for each in check_packs([pack]) if each.is_error]
    assert (loaded(pack)[0] is None) == bool(errors)


def test_the_planted_faults_are_of_many_kinds() -> None:
    """The property above says little if the faults are all alike: over a few hundred, most rules are broken."""
    codes: set[str] = set()

    @settings(max_examples=120, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(faulty())
    def gather(files: Files) -> None:
        with tempfile.TemporaryDirectory() as folder:
            codes.update(each.code for each in check_packs([write(Path(folder), files)]))

    gather()
    assert len(codes) >= 20, sorted(codes)
