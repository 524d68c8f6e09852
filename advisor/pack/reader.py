"""From a directory to one pack; knows no rule on what entries say of each other."""

from dataclasses import dataclass
from pathlib import Path

from advisor.pack.build import Entries
from advisor.pack.entries import ALONE, KIND, SECTIONS, TOPIC, TOPICS
from advisor.pack.files import LARGEST_FILE, pack_files
from advisor.pack.nodes import Items, Node, Scalar, Table, read_tree
from advisor.pack.phrase import phrase
from advisor.pack.places import Finding, Place, finding
from advisor.pack.shapes import Reading, wrong_type


@dataclass(frozen=True, slots=True)
class Pack:
    """One directory of knowledge as read, not yet compared with others."""

    directory: Path
    entries: Entries
    files: tuple[str, ...]
    """Its files as findings name them."""


def read_pack(directory: Path) -> tuple[Pack, list[Finding]]:
    """The pack in a directory, and all that is wrong with its files taken one by one.

    Raises KnowledgeError where the directory isn't there or can't be read.
    """
    files, findings = pack_files(directory)
    entries = Entries()
    for file in files:
        data = file.contents()
        if data is None:
            findings.append(finding("E101", Place(file.shown), "file_gone"))
        elif len(data) > LARGEST_FILE:
            findings.append(finding("E105", Place(file.shown), "file_grown", most=LARGEST_FILE))
        else:
            findings += read_file(data, file.shown, entries)
    return Pack(directory, entries, tuple(file.shown for file in files)), findings


def read_file(data: bytes, file: str, entries: Entries) -> list[Finding]:
    """Add what one file holds to the entries; what is wrong with it comes back, and nothing is raised."""
    root, findings = read_tree(data, file)
    if root is None:
        return findings
    reading = Reading(file)
    reading.findings += findings
    if isinstance(root, Items):
        for values in TOPICS.read(root, reading) or ():
            entries.add("topic", values)
    elif isinstance(root, Scalar):
        wrong_type(root, phrase("file"), reading)
    else:
        _read_table(root, reading, entries)
    return reading.findings


def _read_table(root: Table, reading: Reading, entries: Entries) -> None:
    # The language must be known before the words that it is for, wherever it stands; its shape reports what is wrong.
    language = root.get("language")
    if isinstance(language, Scalar) and language.text in ("fr", "en"):
        reading.language = str(language.text)
    kind = _kind_of(root, reading)
    if kind is None:
        entries.incomplete = True
    elif kind == "sections":
        entries.add_sections(SECTIONS.read_table(root, reading))
    else:
        entries.add(kind, ALONE[kind].read_table(root, reading))


def _kind_of(root: Table, reading: Reading) -> str | None:
    node: Node | None = root.get("kind")
    if node is not None:
        kind = KIND.read(node, reading)
        return None if kind is None else str(kind)
    names = {str(name) for name, _ in root.pairs}
    is_topic = "id" in names or (names & TOPIC.fields.keys() and not names - {"language"} & SECTIONS.fields.keys())
    return "topic" if is_topic else "sections"
