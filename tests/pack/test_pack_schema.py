"""An editor with the JSON Schema says what the loader says, as far as a schema can."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from good_pack import GOOD, read
from hypothesis import HealthCheck, assume, given, note, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from test_entry_shapes import RIGHT, WRONG
from test_planted_faults import Files, faulty

from advisor.errors import DONE, FAILED, WRONG_USAGE
from advisor.pack import schema
from advisor.pack.entries import ALONE, SECTIONS, json_schema

KNOWLEDGE = Path(__file__).resolve().parent.parent.parent / "knowledge"
BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
VALIDATOR = Draft202012Validator(json_schema())
SEEN_BY_BOTH = {"E201", "E202", "E203", "E204", "E205", "E206", "E208"}
"""What a schema can see; it knows no template, no brace, and nothing of how the file spells its data."""


class Editor(BASE):  # type: ignore[misc]
    """Reads YAML as data, where what is neither a text nor a number in figures is a value of no type."""


def _number(loader: Any, node: Any) -> object:
    return int(node.value) if re.fullmatch("0|[1-9][0-9]{0,8}", node.value) else object()


Editor.add_constructor("tag:yaml.org,2002:int", _number)
for tag in ("float", "timestamp", "value"):
    Editor.add_constructor(f"tag:yaml.org,2002:{tag}", lambda loader, node: object())


def accepts(document: Any) -> bool:
    """Whether the schema does; Python's `$` also matches before an end of line at the end, JavaScript's doesn't."""
    return bool(VALIDATOR.is_valid(document))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(json_schema())


def test_the_file_is_up_to_date() -> None:
    said = "run python -m advisor.pack.schema knowledge/pack.schema.json"
    assert (KNOWLEDGE / "pack.schema.json").read_text(encoding="utf-8") == schema.schema_text(), said


def test_every_file_of_the_built_in_knowledge_passes_and_refers_to_it() -> None:
    files = sorted(KNOWLEDGE.rglob("*.yaml"))
    assert files
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert accepts(yaml.load(text, Editor)), file
        up = "../" * (len(file.relative_to(KNOWLEDGE).parts) - 1)
        assert text.startswith(f"# yaml-language-server: $schema={up}pack.schema.json\n"), file


def test_every_key_is_described() -> None:
    definitions = json_schema()["$defs"]
    for fields in (SECTIONS, *ALONE.values()):
        properties = definitions[fields.name]["properties"]
        assert {name: properties[name]["description"] for name in fields.fields} == {
            name: each.about for name, each in fields.fields.items()
        }


def test_every_reference_in_it_leads_somewhere() -> None:
    whole = json_schema()
    text = json.dumps(whole)
    named = {piece.partition('"')[0] for piece in text.split("#/$defs/")[1:]}
    assert named <= set(whole["$defs"])


@pytest.mark.parametrize("text", [*RIGHT, *GOOD.values()])
def test_what_the_loader_takes_the_schema_takes(text: str) -> None:
    assert accepts(yaml.load(text, Editor))


REFUSED = [each for each in WRONG if "E1" not in str(each[2]) and each[0] != "an end of line in an id"]
"""Without what isn't about data, and without what only Python takes for the end of a text."""


@pytest.mark.parametrize(("text", "expected"), [each[1:] for each in REFUSED], ids=[each[0] for each in REFUSED])
def test_what_the_loader_refuses_for_its_shape_the_schema_refuses(text: str, expected: str | list[str]) -> None:
    codes = {each.rpartition(" ")[2] for each in ([expected] if isinstance(expected, str) else expected)}
    assert accepts(yaml.load(text, Editor)) == (not codes & SEEN_BY_BOTH)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(faulty())
def test_the_two_agree_on_files_with_planted_faults(files: Files) -> None:
    for name, data in files.items():
        codes = {each.code for each in read(data)[1]}
        if any(code.startswith("E1") for code in codes) or not data.strip():
            continue
        note(f"{name} {sorted(codes)}\n{data.decode()}")
        try:
            document = yaml.load(data, Editor)
        except yaml.constructor.ConstructorError:  # a list or a mapping as a key
            assert "E203" in codes
        else:
            assert accepts(document) == (not codes & SEEN_BY_BOTH)


KEYS = sorted(
    {*SECTIONS.fields, *(name for each in ALONE.values() for name in each.fields), "fr", "en", "point", "for"}
)
LEAVES = st.sampled_from(
    ["a", "pay", "topic", "small_talk", "path", "lexicon", "fr", "shy", "intro", "A b", "", " ", 1, 0, None, True]
)
DATA = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(DATA)
def test_the_two_agree_on_made_up_data(document: Any) -> None:
    assume(document not in (None, ""))
    codes = {each.code for each in read(yaml.safe_dump(document))[1]}
    assert accepts(document) == (not codes & SEEN_BY_BOTH)


def test_the_command_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "pack.schema.json"
    assert schema.main([str(file)]) == DONE
    assert schema.main([]) == DONE
    shown = capsys.readouterr()
    assert json.loads(file.read_text(encoding="utf-8")) == json.loads(shown.out) == json_schema()
    assert schema.main([str(tmp_path / "nowhere" / "x.json")]) == FAILED
    assert capsys.readouterr().err.endswith("can't be written: No such file or directory.\n")
    assert schema.main(["--help"]) == WRONG_USAGE
    assert schema.main(["a", "b"]) == WRONG_USAGE


def test_it_runs_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "advisor.pack.schema"], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == json_schema()
