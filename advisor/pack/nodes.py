"""From bytes to a tree of values that know their places; constructs nothing that YAML names, and knows no pack.

The tree is built from the parser's events and not by `yaml.compose`, which recurses in C: a file of brackets would
end the process. Here depth and size have limits that hold while the file is being read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from advisor.pack.places import Finding, Located, Place, finding, printable, quoted

MOST_NODES = 200_000
"""Values in one file, those behind an alias counted at each use."""
MOST_CHARACTERS = 4_000_000
"""Characters of text in one file, those behind an alias counted at each use."""
DEEPEST = 32

LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CORE = "tag:yaml.org,2002:"
_PLAIN_TAGS = {None, "!", f"{_CORE}str", f"{_CORE}seq", f"{_CORE}map"}
# YAML 1.1 counts U+0085, U+2028 and U+2029 as ends of lines, editors don't: a file that held them would be told of
# wrong lines. A byte order mark that isn't the first character is left of two files that were joined.
_NO_TEXT = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_FOREIGN = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
"""The marks that files in other encodings begin with."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value: its text without quotes, and the `type` that YAML takes it for (`str`, `bool`, `null` ...)."""

    text: Located
    type: str = "str"

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.text.place


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    place: Place
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping in the order of the file; each key stands once and is text."""

    place: Place
    pairs: tuple[tuple[Located, "Node"], ...]
    is_whole: bool = True
    """Whether every key could be read; what seems to be missing may else be what was refused."""

    def get(self, key: str) -> "Node | None":
        """The value of a key, or None."""
        return next((value for name, value in self.pairs if name == key), None)


Node = Scalar | Items | Table


class _RefusedError(Exception):
    """The file ends here; carries why."""

    def __init__(self, why: Finding) -> None:
        super().__init__(why.message)
        self.why = why


@dataclass(slots=True)
class _Open:
    """A list or a mapping whose end hasn't come yet; `nodes` and `characters` weigh what it holds."""

    place: Place
    is_table: bool
    anchor: str | None
    children: list[Node] = field(default_factory=list)
    nodes: int = 1
    characters: int = 0


def read_tree(data: bytes, file: str) -> tuple[Node | None, list[Finding]]:
    """The value that a YAML file holds, and what is wrong with it; None where it can't be read or holds nothing.

    Raises nothing, whatever the bytes.
    """
    findings: list[Finding] = []
    try:
        text = _decode(data, file)
        root = _Builder(file, text, findings).root()
    except _RefusedError as refused:
        return None, [*findings, refused.why]
    if root is None and not findings:
        findings.append(finding("E205", Place(file), "the file holds nothing", "write an entry or delete the file"))
    return root, findings


def _decode(data: bytes, file: str) -> str:
    for mark, name in _FOREIGN.items():
        if data.startswith(mark):
            raise _RefusedError(finding("E101", Place(file), f"the file is in {name}", "save it as UTF-8"))
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        wrong = f"byte 0x{data[error.start]:02x} isn't UTF-8"
        raise _RefusedError(finding("E101", _end_of(before, file), wrong, "save the file as UTF-8")) from None
    if found := _NO_TEXT.search(text):
        wrong = f"the character U+{ord(found.group()):04X} has no place in a text"
        raise _RefusedError(finding("E101", _end_of(text[: found.start()], file), wrong, "delete it"))
    return text


def _end_of(text: str, file: str) -> Place:
    lines = _lines(text)
    return Place(file, len(lines), len(lines[-1]) + 1)


def _lines(text: str) -> list[str]:
    return re.split(r"\r\n?|\n", text)


class _Builder:
    """Builds the tree of one file."""

    def __init__(self, file: str, text: str, findings: list[Finding]) -> None:
        self._file = file
        self._text = text
        self._findings = findings
        self._anchors: dict[str, tuple[Node, int, int]] = {}
        self._nodes = 0
        self._characters = 0

    def root(self) -> Node | None:
        loader = LOADER(self._text)
        try:
            return self._grow(loader)
        except yaml.YAMLError as error:
            raise _RefusedError(self._broken(error)) from None
        except (ValueError, OverflowError) as error:
            # The loader in Python turns an escape for a character beyond Unicode into one of these.
            raise _RefusedError(finding("E102", Place(self._file), f"the YAML is broken: {error}")) from None
        finally:
            loader.dispose()

    def _grow(self, loader: Any) -> Node | None:
        root: Node | None = None
        documents = 0
        open_: list[_Open] = []
        for event in _events(loader):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    place = self._place(event.start_mark)
                    raise _RefusedError(
                        finding("E109", place, "a second document begins here", "put it into a file of its own")
                    )
            elif isinstance(event, yaml.CollectionStartEvent):
                self._refuse_tag(event)
                place = self._place(event.start_mark)
                if len(open_) == DEEPEST:
                    raise _RefusedError(finding("E111", place, f"nested deeper than {DEEPEST} levels"))
                self._count(1, 0, place)
                open_.append(_Open(place, isinstance(event, yaml.MappingStartEvent), event.anchor))
            elif isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
                node, nodes, characters, anchor = self._node(event, loader, open_)
                if anchor is not None:
                    self._anchors[anchor] = (node, nodes, characters)
                if open_:
                    open_[-1].children.append(node)
                    open_[-1].nodes += nodes
                    open_[-1].characters += characters
                else:
                    root = node
        if isinstance(root, Scalar) and root.type == "null" and not root.text:
            return None
        return root

    def _node(self, event: Any, loader: Any, open_: list[_Open]) -> tuple[Node, int, int, str | None]:
        if isinstance(event, yaml.CollectionEndEvent):
            ended = open_.pop()
            return self._close(ended), ended.nodes, ended.characters, ended.anchor
        place = self._place(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            known = self._anchors.get(str(event.anchor))
            if known is None:
                wrong = f"the alias {quoted(f'*{event.anchor}')} has no anchor before it"
                raise _RefusedError(finding("E102", place, wrong, "write the value out"))
            self._count(known[1], known[2], place)
            return *known, None
        scalar = self._scalar(event, loader, place)
        self._count(1, len(scalar.text), place)
        return scalar, 1, len(scalar.text), event.anchor

    def _scalar(self, event: Any, loader: Any, place: Place) -> Scalar:
        self._refuse_tag(event)
        value: str = event.value
        if found := _NO_TEXT.search(value):
            wrong = f"an escape stands for the character U+{ord(value[found.start()]):04X}, which no text holds"
            raise _RefusedError(finding("E101", place, wrong, "delete it"))
        tag = f"{_CORE}str" if event.tag else loader.resolve(yaml.ScalarNode, value, event.implicit)
        plain = 0 if not event.style else 1
        start = event.start_mark.index + plain
        verbatim = plain if self._text.startswith(value, start) and "\n" not in value else None
        return Scalar(Located(value, place, verbatim), tag.removeprefix(_CORE))

    def _close(self, ended: _Open) -> Node:
        if not ended.is_table:
            return Items(ended.place, tuple(ended.children))
        pairs: dict[str, tuple[Located, Node]] = {}
        keys = [self._key(key) for key in ended.children[::2]]
        for name, value in zip(keys, ended.children[1::2], strict=True):
            if name in pairs:
                first, _ = pairs[name]
                wrong = f"the key {quoted(name)} stands here again (first on line {first.place.line})"
                self._findings.append(finding("E106", name.place, wrong, "keep one of them"))
            elif name is not None:
                pairs[name] = name, value
        return Table(ended.place, tuple(pairs.values()), None not in keys)

    def _key(self, key: Node) -> Located | None:
        if not isinstance(key, Scalar):
            wrong = "a list or a mapping can't be a key"
            self._findings.append(finding("E203", key.place, wrong, "give the key as text"))
        elif key.type == "merge":
            self._findings.append(
                finding("E107", key.place, "the merge key `<<` isn't supported", "write the keys out")
            )
        elif not key.text.strip():
            self._findings.append(finding("E205", key.place, "a key is empty", "name it"))
        elif key.type != "str":
            wrong = f"YAML doesn't read the key {quoted(key.text)} as text"
            self._findings.append(finding("E204", key.place, wrong, f'quote it: "{printable(key.text)}"'))
        else:
            return key.text
        return None

    def _refuse_tag(self, event: Any) -> None:
        if event.tag not in _PLAIN_TAGS:
            wrong = f"the tag {quoted(event.tag)} isn't supported"
            raise _RefusedError(finding("E110", self._place(event.start_mark), wrong, "delete it"))

    def _count(self, nodes: int, characters: int, place: Place) -> None:
        self._nodes += nodes
        self._characters += characters
        if self._nodes > MOST_NODES or self._characters > MOST_CHARACTERS:
            wrong = f"more than {MOST_NODES:,} values or {MOST_CHARACTERS:,} characters, aliases counted at each use"
            raise _RefusedError(finding("E104", place, wrong, "split the file, or write fewer aliases"))

    def _place(self, mark: Any) -> Place:
        return Place(self._file, mark.line + 1, mark.column + 1)

    def _broken(self, error: yaml.YAMLError) -> Finding:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        if mark is None:
            return finding("E102", Place(self._file), f"the YAML is broken: {error}")
        # The parser in C may stop one line below the last.
        place = min(self._place(mark), _end_of(self._text, self._file))
        line = _lines(self._text)[place.line - 1]
        tab = place.column - 1 if line.startswith("\t", place.column - 1) else line.find("\t")
        if tab >= 0 and (tab == place.column - 1 or not line[:tab].strip(" -?:")):
            wrong = "a tab stands where YAML wants spaces"
            return finding("E103", Place(self._file, place.line, tab + 1), wrong, "indent with spaces")
        wrong = f"the YAML is broken here: {getattr(error, 'problem', None) or 'unexpected content'}"
        begun = getattr(error, "context_mark", None)
        if begun is not None and begun.line + 1 < place.line:
            wrong += f", in what begins on line {begun.line + 1}"
        mend = "quote texts that hold `: `, ` #`, or begin with a sign" if line.strip() else ""
        return finding("E102", place, wrong, mend)


def _events(loader: Any) -> Iterator[Any]:
    while loader.check_event():
        yield loader.get_event()
