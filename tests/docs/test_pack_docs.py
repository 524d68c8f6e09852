"""The pages on packs are true: every example is read, every command runs, every key and every rule is there."""

import re
import shlex
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from pages import ROOT, Page

from advisor.cli import check, templates
from advisor.errors import DONE, FAILED, WRONG_USAGE
from advisor.model import LANGUAGES
from advisor.pack import tables
from advisor.pack.entries import ALONE, json_schema
from advisor.pack.fields import Either, Fields
from advisor.pack.load import check_packs, load_library
from advisor.pack.rules import RULES
from advisor.pack.shapes import Choice, Languages, ListOf, MapOf, Shape
from advisor.pack.tables import SHOWN, filled

KNOWLEDGE = ROOT / "knowledge"
FORMAT = Page(ROOT / "docs" / "reference" / "pack-format.md")
WRITING = Page(ROOT / "docs" / "how-to" / "write-a-pack.md")
PARTS = WRITING.text.partition("## In English")
HALVES = {"fr": PARTS[0], "en": PARTS[2]}
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
NAME = re.compile(r"# (\S+/\S+\.yaml)\n")

Capture = pytest.CaptureFixture[str]


def pack(directory: Path, *blocks: str) -> Path:
    directory.mkdir()
    for number, block in enumerate(blocks):
        (directory / f"{number}.yaml").write_text(block, encoding="utf-8")
    return directory


def test_the_smallest_pack_loads(tmp_path: Path) -> None:
    smallest = FORMAT.fenced("yaml")[0]
    assert set(yaml.safe_load(smallest)[0]) == {"id", "title", "questions", "answer"}
    directory = pack(tmp_path / "p", smallest)
    assert check_packs([directory]) == []
    topic = load_library([directory]).topics["newsletter"]
    assert topic.answers["fr"].point == "Une lettre par mois suffit pour commencer."
    assert topic.phrasings


@pytest.mark.parametrize("number", range(3))
def test_every_example_of_the_format_is_free_of_faults(number: int, tmp_path: Path) -> None:
    blocks = FORMAT.fenced("yaml")
    assert len(blocks) == 3
    assert [str(each) for each in check_packs([pack(tmp_path / "p", blocks[number])])] == []
    assert Draft202012Validator(json_schema()).is_valid(yaml.safe_load(blocks[number]))


def test_the_example_with_sections_shows_every_section_and_every_key() -> None:
    document = yaml.safe_load(FORMAT.fenced("yaml")[1])
    sections = next(fields for _, fields in SHOWN if fields.name == "sections-file")
    assert set(document) == set(sections.fields) - {"language"}
    keys = set(re.findall(r"([a-z_]+):", FORMAT.fenced("yaml")[1]))
    needed = {name for _, fields in SHOWN for name, field in fields.fields.items() if field.required} - {"kind"}
    assert needed <= keys


def test_the_tables_are_up_to_date() -> None:
    assert filled(FORMAT.text) == FORMAT.text, f"run python -m advisor.pack.tables {FORMAT.name}"


def every_mapping(shape: Shape | None) -> Iterable[Fields]:
    """The mappings with known keys that a shape leads to."""
    match shape:
        case Fields():
            yield shape
            for inner in (*(each.shape for each in shape.fields.values()), shape.words):
                yield from every_mapping(inner)
        case ListOf():
            yield from every_mapping(shape.item)
        case MapOf():
            yield from every_mapping(shape.value)
        case Languages():
            yield from every_mapping(shape.each)
            yield from every_mapping(shape.bare)
        case Either():
            for each in (shape.scalar, shape.items, shape.table):
                yield from every_mapping(each)


def test_every_key_of_every_kind_has_its_row() -> None:
    shown = {id(fields) for _, fields in SHOWN}
    sections = SHOWN[0][1]
    for fields in [*every_mapping(sections), *(inner for each in ALONE.values() for inner in every_mapping(each))]:
        if fields.name.endswith("-file") and fields is not sections:
            continue
        assert id(fields) in shown, fields.name
    page = FORMAT.text
    for title, fields in SHOWN:
        table = page.partition(f"### {title}\n")[2].partition("\n#")[0]
        for name, field in fields.fields.items():
            row = next(line for line in table.splitlines() if line.startswith(f"| `{name}` |"))
            assert ("needed" in row) == field.required
            if isinstance(field.shape, Choice):
                assert all(f"`{option}`" in row for option in field.shape.options)
    # Alone in a file an entry has the same keys, and those that the page names above the tables.
    for kind, fields in ALONE.items():
        assert f"`{kind}`" in page
        inner = next((each for _, each in SHOWN if each.name == kind), None)
        assert set(fields.fields) - {"kind", "language", "id"} <= set(inner.fields if inner else ())


def test_every_template_is_a_shown_mapping() -> None:
    assert {"template", "answer", "variant", "follow-up", "step", "trial"} <= {fields.name for _, fields in SHOWN}


def test_every_rule_has_its_row_and_no_other_code_is_named() -> None:
    rows = re.findall(r"^\| `([EW]\d{3})` \| (\w+) \| (.*) \|$", FORMAT.text, re.MULTILINE)
    assert [(code, severity, summary.replace("\\|", "|")) for code, severity, summary in rows] == [
        (rule.code, rule.severity, rule.summary) for rule in RULES.values()
    ]
    for page in (FORMAT, WRITING):
        assert set(re.findall(r"\b[EW]\d{3}\b", page.text)) <= set(RULES)


def blocks(half: str, kind: str) -> list[str]:
    return [block for name, block in BLOCK.findall(HALVES[half]) if name == kind]


@pytest.fixture
def written(half: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The packs of the page, each block in the file that its first line names."""
    monkeypatch.chdir(tmp_path)
    for block in blocks(half, "yaml"):
        name = NAME.match(block)
        assert name is not None
        file = tmp_path / name[1]
        file.parent.mkdir(exist_ok=True)
        file.write_text(block, encoding="utf-8")
    return tmp_path


HALF = pytest.mark.parametrize("half", LANGUAGES)


@HALF
def test_the_pack_of_the_page_lies_over_the_built_in_one_without_a_fault(
    half: str, written: Path, capsys: Capture
) -> None:
    directory = Path({"fr": "mon-dossier", "en": "my-pack"}[half])
    assert len(list(directory.iterdir())) == 3
    assert check.run([directory], False, [KNOWLEDGE], half) == DONE
    assert capsys.readouterr().out == ""


@HALF
def test_the_fault_that_the_page_shows_is_what_the_check_says(half: str, written: Path, capsys: Capture) -> None:
    draft = Path({"fr": "brouillon", "en": "draft"}[half])
    assert check.run([draft], False, [], half) == FAILED
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if ": E" in line] == blocks(half, "text")[1].splitlines()


@HALF
def test_the_template_of_the_page_gives_what_the_page_says(half: str, written: Path, capsys: Capture) -> None:
    calls = [
        line for block in blocks(half, "sh") for line in block.splitlines() if line.startswith("advisor templates")
    ]
    assert len(calls) == 1
    assert templates.run(shlex.split(calls[0])[2], half) == DONE
    assert capsys.readouterr().out == blocks(half, "text")[0]
    assert templates.run({"fr": "mon-dossier", "en": "my-pack"}[half], half) == DONE
    assert len(capsys.readouterr().out.splitlines()) == 9


def test_both_halves_say_the_same() -> None:
    kinds = {half: [kind for kind, _ in BLOCK.findall(text)] for half, text in HALVES.items()}
    assert kinds["fr"] == kinds["en"]
    headings = {half: text.count("\n### ") for half, text in HALVES.items()}
    assert headings["fr"] == headings["en"] == 6


def test_the_command_fills_a_page(tmp_path: Path, capsys: Capture) -> None:
    page = tmp_path / "page.md"
    page.write_text("# a\n<!-- rules -->\nold\n<!-- end -->\nb\n", encoding="utf-8")
    assert tables.main([str(page)]) == DONE
    once = page.read_text(encoding="utf-8")
    assert "`E101`" in once
    assert once.startswith("# a\n<!-- rules -->\n\n| Code |")
    assert tables.main([str(page)]) == DONE
    assert page.read_text(encoding="utf-8") == once
    assert tables.main([]) == WRONG_USAGE
