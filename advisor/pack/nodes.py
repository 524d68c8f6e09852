"""From bytes to a tree of values that know their places; constructs nothing that YAML names, and knows no pack.

The tree is built from the parser's events and not by `yaml.compose`, which recurses in C: a file of brackets would
end the process. Here depth and size have limits that hold while the file is being read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from advisor.pack.phrase import Overheard, phrase
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
        super().__init__(why)
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
        findings.append(finding("E205", Place(file), "file_empty"))
    return root, findings


def _decode(data: bytes, file: str) -> str:
    for mark, name in _FOREIGN.items():
        if data.startswith(mark):
            raise _RefusedError(finding("E101", Place(file), "encoding", encoding=name))
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        byte = f"{data[error.start]:02x}"
        raise _RefusedError(finding("E101", _end_of(before, file), "not_utf8", byte=byte)) from None
    if found := _NO_TEXT.search(text):
        place = _end_of(text[: found.start()], file)
        raise _RefusedError(finding("E101", place, "no_character", character=f"{ord(found.group()):04X}"))
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
            raise _RefusedError(finding("E102", Place(self._file), "yaml_broken", problem=Overheard(error))) from None
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
                    raise _RefusedError(finding("E109", place, "second_document"))
            elif isinstance(event, yaml.CollectionStartEvent):
                self._refuse_tag(event)
                place = self._place(event.start_mark)
                if len(open_) == DEEPEST:
                    raise _RefusedError(finding("E111", place, "too_deep", levels=DEEPEST))
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
                raise _RefusedError(finding("E102", place, "no_anchor", alias=quoted(f"*{event.anchor}")))
            self._count(known[1], known[2], place)
            return *known, None
        scalar = self._scalar(event, loader, place)
        self._count(1, len(scalar.text), place)
        return scalar, 1, len(scalar.text), event.anchor

    def _scalar(self, event: Any, loader: Any, place: Place) -> Scalar:
        self._refuse_tag(event)
        value: str = event.value
        if found := _NO_TEXT.search(value):
            raise _RefusedError(finding("E101", place, "no_escape", character=f"{ord(value[found.start()]):04X}"))
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
                line = first.place.line
                self._findings.append(finding("E106", name.place, "key_again", key=quoted(name), line=line))
            elif name is not None:
                pairs[name] = name, value
        return Table(ended.place, tuple(pairs.values()), None not in keys)

    def _key(self, key: Node) -> Located | None:
        if not isinstance(key, Scalar):
            self._findings.append(finding("E203", key.place, "key_is_no_text"))
        elif key.type == "merge":
            self._findings.append(finding("E107", key.place, "merge_key"))
        elif not key.text.strip():
            self._findings.append(finding("E205", key.place, "key_empty"))
        elif key.type != "str":
            bare = printable(key.text)
            self._findings.append(finding("E204", key.place, "key_bare", key=quoted(key.text), bare=bare))
        else:
            return key.text
        return None

    def _refuse_tag(self, event: Any) -> None:
        if event.tag not in _PLAIN_TAGS:
            raise _RefusedError(finding("E110", self._place(event.start_mark), "tag", tag=quoted(event.tag)))

    def _count(self, nodes: int, characters: int, place: Place) -> None:
        self._nodes += nodes
        self._characters += characters
        if self._nodes > MOST_NODES or self._characters > MOST_CHARACTERS:
            raise _RefusedError(finding("E104", place, "too_many_values", nodes=MOST_NODES, characters=MOST_CHARACTERS))

    def _place(self, mark: Any) -> Place:
        return Place(self._file, mark.line + 1, mark.column + 1)

    def _broken(self, error: yaml.YAMLError) -> Finding:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        if mark is None:
            return finding("E102", Place(self._file), "yaml_broken", problem=Overheard(error))
        # The parser in C may stop one line below the last.
        place = min(self._place(mark), _end_of(self._text, self._file))
        line = _lines(self._text)[place.line - 1]
        tab = place.column - 1 if line.startswith("\t", place.column - 1) else line.find("\t")
        if tab >= 0 and (tab == place.column - 1 or not line[:tab].strip(" -?:")):
            return finding("E103", Place(self._file, place.line, tab + 1), "tab")
        problem = Overheard(getattr(error, "problem", None) or "unexpected content")
        mend = phrase("quote_signs") if line.strip() else ""
        begun = getattr(error, "context_mark", None)
        if begun is not None and begun.line + 1 < place.line:
            return finding("E102", place, "yaml_broken_since", problem=problem, line=begun.line + 1, mend=mend)
        return finding("E102", place, "yaml_broken_here", problem=problem, mend=mend)


def _events(loader: Any) -> Iterator[Any]:
    while loader.check_event():
        yield loader.get_event()
