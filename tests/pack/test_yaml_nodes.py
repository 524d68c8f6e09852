import time

import pytest
import yaml
from good_pack import places
from hypothesis import example, given, settings
from hypothesis import strategies as st

from advisor.pack import nodes
from advisor.pack.nodes import DEEPEST, Items, Node, Scalar, Table, read_tree

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])]


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__)
def _either_loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser in C where it is there, and the one in Python that stands in for it elsewhere."""
    monkeypatch.setattr(nodes, "LOADER", request.param)


def wrong(data: str | bytes) -> list[str]:
    return places(read_tree(data.encode() if isinstance(data, str) else data, "f.yaml")[1])


def tree(text: str) -> Node:
    root, findings = read_tree(text.encode(), "f.yaml")
    assert findings == []
    assert root is not None
    return root


def value(node: Node) -> object:
    """The tree as plain data, each single value with its type."""
    if isinstance(node, Scalar):
        return str(node.text), node.type
    if isinstance(node, Items):
        return [value(each) for each in node.items]
    return {str(name): value(each) for name, each in node.pairs}


def at(node: Node) -> str:
    return f"{node.place.line}:{node.place.column}"


BROKEN = [
    # E101 what isn't text
    ("cut UTF-8", b"a: caf\xc3", "1:7: E101"),
    ("Latin-1 in a comment on line 2", b"a: b\n# caf\xe9\n", "2:6: E101"),
    ("columns count characters, not bytes", "éé: ".encode() + b"\xff", "1:5: E101"),
    ("CR LF counts as one end of line", b"a: b\r\nc: \xff", "2:4: E101"),
    ("UTF-16, little end first", "a: b".encode("utf-16"), "1:1: E101"),
    ("UTF-16, big end first", b"\xfe\xff" + "a: b".encode("utf-16-be"), "1:1: E101"),
    ("UTF-32", b"\xff\xfe\x00\x00" + "a: b".encode("utf-32-le"), "1:1: E101"),
    ("UTF-16 without a mark", "a: b".encode("utf-16-le"), "1:2: E101"),
    ("NUL", b"a: b\0", "1:5: E101"),
    ("bell", b"a: \x07", "1:4: E101"),
    ("escape sequence", b"a: b\nc: \x1b[31m", "2:4: E101"),
    ("a second byte order mark", b"\xef\xbb\xbf\xef\xbb\xbfa: b", "1:1: E101"),
    ("a byte order mark inside", "a: b\n\ufeffc: d".encode(), "2:1: E101"),
    ("line separator", "a: b\u2028c: d".encode(), "1:5: E101"),
    ("next line", "a: b\u0085c: d".encode(), "1:5: E101"),
    ("no character", "a: \ufffe".encode(), "1:4: E101"),
    ("an escape for NUL", rb'a: "b\0"', "1:4: E101"),
    ("an escape for a line separator", rb'a: "\L"', "1:4: E101"),
    # E102 what isn't YAML
    ("two colons", "a: b: c\n", "1:5: E102"),
    ("a colon on the next line", "a: b\n  c: d\n", "2:4: E102"),
    ("an open quote", 'a: "b\n', "2:1: E102"),
    ("an open quote at the very end", "a: 'b", "1:6: E102"),
    ("a quote inside quotes", "a: 'l'offre'\n", "1:7: E102"),
    ("an open list", "a: [b", "E102"),
    ("an open mapping", "{a: b\n", "2:1: E102"),
    ("a list that turns into a mapping", "- a\nb: c\n", "2:1: E102"),
    ("a mapping that turns into a list", "a: b\n- c\n", "2:1: E102"),
    ("wrong indentation", "a:\n    b: c\n  d: e\n", "3:3: E102"),
    ("a sign that begins nothing", "a: @b\n", "1:4: E102"),
    ("a backtick", "a: `b`\n", "1:4: E102"),
    ("a percent sign", "a: %b\n", "1:4: E102"),
    ("an unknown alias", "a: *b\n", "1:4: E102"),
    ("an alias inside its own anchor", "a: &b [*b]\n", "1:8: E102"),
    ("a key without a colon at the end", "a: |\n x\nb", "E102"),
    ("another version", "%YAML 2.0\n---\na: b\n", "1:1: E102"),
    ("a character beyond Unicode", r'a: "\U00110000"', "E102"),
    # E103 tabs
    ("a tab before the first key", "\ta: b\n", "1:1: E103"),
    ("a tab before an inner key", "a:\n\tb: c\n", "2:1: E103"),
    ("a tab behind spaces", "a:\n  \tb: c\n", "2:3: E103"),
    ("a tab before an item", "a:\n  - b\n\t- c\n", "3:1: E103"),
    ("a tab before a block's first line", "a: >\n\t x\n", "2:1: E103"),
    # E106, E107, E109, E110 what YAML has and packs haven't
    ("a key twice", "a: b\nc: d\na: e\n", "3:1: E106"),
    ("a key twice in a flow", "{a: b, a: c}", "1:8: E106"),
    ("a key thrice", "a: b\na: c\na: d\n", ["2:1: E106", "3:1: E106"]),
    ("a key twice in two spellings", "a: b\n'a': c\n", "2:1: E106"),
    ("a merge key", "a: &b {c: d}\ne:\n  <<: *b\n", "3:3: E107"),
    ("two documents", "a: b\n---\nc: d\n", "2:1: E109"),
    ("a second document with nothing in it", "a: b\n---\n", "2:1: E109"),
    ("a tag that runs code", "!!python/object/apply:os.system [ls]\n", "1:1: E110"),
    ("a tag of one's own on a value", "a:\n  - !mine b\n", "2:5: E110"),
    ("a tag for a number", "a: !!int 3\n", "1:4: E110"),
    # keys
    ("a list as a key", "? [a]\n: b\n", "1:3: E203"),
    ("a mapping as a key", "{{a: b}: c}", "1:2: E203"),
    ("no as a key", "no: b\n", "1:1: E204"),
    ("a number as a key", "a:\n  1: b\n", "2:3: E204"),
    ("null as a key", "~: b\n", "1:1: E204"),
    ("nothing as a key", "? \n: b\n", "E205"),
    ("an empty text as a key", "'': b\n", "1:1: E205"),
    ("spaces as a key", "'  ': b\n", "1:1: E205"),
    # E205 nothing at all
    ("no character", "", "1:1: E205"),
    ("a comment only", "# later\n", "1:1: E205"),
    ("a mark of a document only", "---\n", "1:1: E205"),
    ("a byte order mark only", b"\xef\xbb\xbf", "1:1: E205"),
]


@pytest.mark.usefixtures("_either_loader")
@pytest.mark.parametrize(("data", "expected"), [each[1:] for each in BROKEN], ids=[each[0] for each in BROKEN])
def test_what_is_broken_is_told_with_its_place(data: str | bytes, expected: str | list[str]) -> None:
    found = wrong(data)
    if isinstance(expected, str) and ":" not in expected:
        # The two parsers stop at different characters.
        assert [each.rpartition(" ")[2] for each in found] == [expected]
    else:
        assert found == ([expected] if isinstance(expected, str) else expected)


@pytest.mark.usefixtures("_either_loader")
@pytest.mark.parametrize(
    "text",
    [
        "\ufeffa: b",
        "a: b\r\nc: d\r\n",
        "a: b\rc: d\r",
        "--- {a: b}\n...\n",
        "%YAML 1.2\n---\na: b\n",
        "a: !!str 12",
        "a: ! 12",
        "!!map {a: !!seq [b]}",
        "a: 'x\ty'",
        "# a comment with\ta tab\na: b",
        "a: &b c\nd: *b\n",
        "a: 🦊 é ﷽",
        "a: |\n  with: colons # and signs\n",
    ],
)
def test_what_is_unusual_but_right_is_read(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.usefixtures("_either_loader")
@pytest.mark.parametrize(
    ("typed", "type_"),
    [
        ("oui", "str"),
        ("'no'", "str"),
        ("!!str no", "str"),
        ("no", "bool"),
        ("On", "bool"),
        ("y", "str"),
        ("12", "int"),
        ("0o17", "str"),
        ("017", "int"),
        ("1_000", "int"),
        ("12:30", "int"),
        ("0x1F", "int"),
        ("1.5", "float"),
        (".inf", "float"),
        ("1.5.2", "str"),
        ("2024-01-31", "timestamp"),
        ("null", "null"),
        ("~", "null"),
        ("=", "value"),
    ],
)
def test_a_bare_value_keeps_its_text_and_tells_what_yaml_takes_it_for(typed: str, type_: str) -> None:
    root = tree(f"a: {typed}")
    assert isinstance(root, Table)
    bare = typed.removeprefix("!!str ").strip("'")
    assert value(root) == {"a": (bare, type_)}


def test_values_know_where_they_begin() -> None:
    root = tree("# first\na:\n  - é: b\n    'c': \"d\"\n  - &x [e]\nf:\n")
    assert isinstance(root, Table)
    a, f = root.get("a"), root.get("f")
    assert isinstance(a, Items)
    first, second = a.items
    assert isinstance(first, Table)
    assert isinstance(f, Scalar)
    assert [at(each) for each in (root, a, first, second, f)] == ["2:1", "3:3", "3:5", "5:5", "6:3"]
    assert [str(name.place) for name, _ in first.pairs] == ["f.yaml:3:5", "f.yaml:4:5"]
    assert [at(each) for _, each in first.pairs] == ["3:8", "4:10"]
    assert root.get("nothing") is None
    assert (f.text, f.type) == ("", "null")


@pytest.mark.usefixtures("_either_loader")
@pytest.mark.parametrize(
    ("typed", "offset", "place"),
    [
        ("abcdef", 3, "1:7"),
        ("'abcdef'", 3, "1:8"),
        ('"abcdef"', 3, "1:8"),
        ("'ééé🦊f'", 4, "1:9"),
        ("!!str abcdef", 3, "1:4"),
        ("'it''s so'", 5, "1:4"),
        (r'"a\tbcd"', 3, "1:4"),
        ("|\n  abcdef", 3, "1:4"),
        ("ab\n  cdef", 3, "1:4"),
    ],
)
def test_a_letter_has_a_place_where_the_file_spells_the_text(typed: str, offset: int, place: str) -> None:
    root = tree(f"a: {typed}")
    assert isinstance(root, Table)
    text = root.get("a")
    assert isinstance(text, Scalar)
    assert str(text.text.place_at(offset)) == f"f.yaml:{place}"


def test_a_deep_file_is_refused_before_it_is_built() -> None:
    assert wrong("[" * DEEPEST + "]" * DEEPEST) == []
    assert wrong("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)) == [f"1:{DEEPEST + 1}: E111"]
    assert wrong("[\n" * 100_000) == [f"{DEEPEST + 1}:1: E111"]
    assert wrong("{a: \n" * 100_000) == [f"{DEEPEST + 1}:1: E111"]
    assert wrong("- " * 100_000) == [f"1:{DEEPEST * 2 + 1}: E111"]


@pytest.mark.usefixtures("_either_loader")
@pytest.mark.parametrize("opened", ["[", "{a: ", "{", "- ", "? ", "- - ? [{"])
def test_a_hundred_thousand_brackets_on_one_line_end_nothing_but_the_file(opened: str) -> None:
    # The parser in C looks ahead on a line for a colon, and has a limit of its own.
    assert wrong(opened * 20_000)[0].rpartition(" ")[2] in {"E111", "E102"}


def test_aliases_that_multiply_each_other_are_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    begun = time.perf_counter()
    found = wrong("\n".join(lines))
    assert [each.rpartition(" ")[2] for each in found] == ["E104"]
    assert found[0].startswith("6:")
    assert time.perf_counter() - begun < 5


def test_a_long_text_behind_many_aliases_is_refused() -> None:
    found = wrong(f"a: &a '{'x' * 100_000}'\nb: [{', '.join(['*a'] * 100)}]")
    assert [each.rpartition(" ")[2] for each in found] == ["E104"]


def test_a_few_aliases_are_fine_and_stand_for_the_value() -> None:
    assert value(tree("a: &a [x]\nb: [*a, *a]")) == {"a": [("x", "str")], "b": [[("x", "str")], [("x", "str")]]}
    assert value(tree("a: &a x\nb: &a y\nc: *a"))["c"] == ("y", "str")  # type: ignore[index]


def test_the_limits_count_every_value_and_every_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "MOST_NODES", 10)
    assert wrong("[a, {b: c}, d, e, f, [g]]") == []
    assert wrong("[a, {b: c}, d, e, f, [g, h]]") == ["1:26: E104"]
    monkeypatch.setattr(nodes, "MOST_CHARACTERS", 6)
    assert wrong("a: [bcd, ef]") == []
    assert wrong("a: [bcd, efg]") == ["1:10: E104"]


def test_a_key_that_stands_twenty_thousand_times_costs_little() -> None:
    keys = "\n".join(f"k{n}: x" for n in range(40_000)) + "\nk39999: y" * 20_000
    begun = time.perf_counter()
    assert len(wrong(keys)) == 20_000
    assert time.perf_counter() - begun < 20


def test_what_an_open_quote_swallowed_is_told() -> None:
    _, findings = read_tree(b"a: 'b\nc: d\ne: f\n", "f.yaml")
    assert "begins on line 1" in findings[0].message


def test_a_fault_that_the_parser_gives_no_place_stands_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing(yaml.SafeLoader):
        def check_event(self, *_: object) -> bool:
            raise yaml.YAMLError("no place")

    monkeypatch.setattr(nodes, "LOADER", Failing)
    assert [str(each) for each in read_tree(b"a: b", "f.yaml")[1]] == ["f.yaml:1:1: E102 the YAML is broken: no place"]


PIECES = [
    "a",
    "b: ",
    "- ",
    "\n",
    "  ",
    "\t",
    ":",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "&x ",
    "*x",
    "!t ",
    "|\n",
    ">",
    "#",
    "\\",
]
PIECES += [
    "? ",
    "---\n",
    "...\n",
    "%",
    "<<: ",
    "\r\n",
    "\ufeff",
    "é",
    "🦊",
    "no",
    "1",
    "~",
    ",",
    "\\x",
    "\\ud800",
    "\0",
]


@pytest.mark.parametrize("loader", LOADERS)
@settings(max_examples=150, deadline=None)
@example(b"a: |\n x\ny")
@example(b"{a: b")
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join).map(str.encode) | st.binary(max_size=40))
def test_any_bytes_give_a_tree_or_findings_inside_the_file(loader: type, data: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nodes, "LOADER", loader)
        root, findings = read_tree(data, "f.yaml")
    assert root is not None or findings
    lines = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for each in findings:
        assert 1 <= each.place.line <= len(lines)
        assert 1 <= each.place.column <= len(lines[each.place.line - 1]) + 1
