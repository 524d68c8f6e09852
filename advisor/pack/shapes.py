"""Small shapes that read a tree of nodes into plain values and say what doesn't fit; know no entry of a pack.

A shape's `read` gives None where nothing could be read, and has then said why. Texts come as `Located`, lists as
tuples, mappings as dicts. The same shapes give the JSON Schema: `schema` takes the definitions found so far.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Literal, Protocol

from advisor.model import LANGUAGES
from advisor.pack.braces import fault
from advisor.pack.nodes import Items, Node, Scalar, Table
from advisor.pack.phrase import Phrase, Value, phrase
from advisor.pack.places import Finding, Located, Place, finding, printable, quoted

Schema = dict[str, Any]

_TRAPS = {
    "bool": phrase("bool"),
    "int": phrase("number"),
    "float": phrase("number"),
    "timestamp": phrase("timestamp"),
    "null": phrase("null"),
    "value": phrase("sign"),
    "merge": phrase("sign"),
}
_LANGUAGE_CODE = re.compile(r"[a-z]{2}(-[a-zA-Z]{2,4})?")


@dataclass(slots=True)
class Reading:
    """What goes along while a file is read: its language, and what was found wrong."""

    file: str
    language: str = "fr"
    findings: list[Finding] = field(default_factory=list)

    def report(self, code: str, place: Place, wording: str, /, **values: Value) -> None:
        """Keep a finding."""
        self.findings.append(finding(code, place, wording, **values))

    @contextmanager
    def speaking(self, language: str) -> Iterator[None]:
        """Read what is inside as text of that language."""
        before, self.language = self.language, language
        try:
            yield
        finally:
            self.language = before


class Shape(Protocol):
    """What a value must look like."""

    def read(self, node: Node, reading: Reading) -> Any:
        """The value, or None after saying what is wrong."""

    def schema(self, definitions: Schema, /) -> Schema:
        """The JSON Schema of the value."""


def nearest(name: str, known: Mapping[str, object] | tuple[str, ...]) -> Phrase | str:
    """`did you mean ...?` where a known name is near, else nothing."""
    found = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return phrase("did_you_mean", name=found[0]) if found else ""


def type_of(node: Node) -> Phrase:
    """What a person calls the node."""
    if isinstance(node, Scalar):
        return phrase("text") if node.type == "str" else _TRAPS.get(node.type, phrase("value"))
    return phrase("list") if isinstance(node, Items) else phrase("mapping")


def wrong_type(node: Node, wanted: Phrase, reading: Reading) -> None:
    """Report that the node isn't what is wanted."""
    if isinstance(node, Scalar) and node.type == "null":
        reading.report("E205", node.place, "nothing_here", wanted=wanted)
    else:
        reading.report("E203", node.place, "something_else_here", found=type_of(node), wanted=wanted)


@dataclass(frozen=True, slots=True)
class Text:
    """A text that isn't blank."""

    braces: Literal["free", "forms", "none"] = "free"
    """How braces are judged: as any sign, as `{vous form|tu form}` in French, or refused."""

    def read(self, node: Node, reading: Reading) -> Located | None:
        """The text."""
        if not isinstance(node, Scalar) or (node.type == "null" and not node.text):
            wrong_type(node, phrase("text"), reading)
            return None
        if node.type != "str":
            read_as = _TRAPS.get(node.type, phrase("something_else"))
            bare = printable(node.text)
            reading.report("E204", node.place, "text_bare", text=quoted(node.text), type=read_as, bare=bare)
            return None
        if not node.text.strip():
            reading.report("E205", node.place, "text_empty")
            return None
        self._judge_braces(node.text, reading)
        return node.text

    def _judge_braces(self, text: Located, reading: Reading) -> None:
        if self.braces == "none":
            at = min((at for at in (text.find("{"), text.find("}")) if at >= 0), default=-1)
            if at >= 0:
                reading.report("E209", text.place_at(at), "braces_in_follow_up")
        elif self.braces == "forms" and reading.language == "fr" and (found := fault(text)):
            wrong, at = found
            reading.report("E209", text.place_at(at), "braces", fault=wrong)

    def schema(self, _definitions: Schema, /) -> Schema:
        """A string with something in it."""
        return {"type": "string", "pattern": r"\S"}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text of a given form, `described` for people; `code` is the rule that a text of another form breaks."""

    pattern: str
    described: Phrase
    code: str = "E206"

    def read(self, node: Node, reading: Reading) -> Located | None:
        """The text."""
        text = Text().read(node, reading)
        if text is None:
            return None
        if not re.fullmatch(self.pattern, text):
            reading.report(self.code, node.place, "other_form", text=quoted(text), wanted=self.described)
        return text

    def schema(self, _definitions: Schema, /) -> Schema:
        """A string of that form."""
        return {"type": "string", "pattern": f"^(?:{self.pattern})$"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words; `code` is the rule that any other word breaks."""

    options: tuple[str, ...]
    code: str = "E203"

    def read(self, node: Node, reading: Reading) -> Located | None:
        """The word."""
        text = Text().read(node, reading)
        if text is None:
            return None
        if text not in self.options:
            mend = nearest(text, self.options) or phrase("one_of", names=self.options)
            reading.report(self.code, node.place, "unknown_here", text=quoted(text), mend=mend)
            return None
        return text

    def schema(self, _definitions: Schema, /) -> Schema:
        """One of the words."""
        return {"enum": list(self.options)}


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `least` to `most`."""

    least: int = 1
    most: int = 10_000

    def read(self, node: Node, reading: Reading) -> int | None:
        """The number."""
        wanted = phrase("whole_number", least=self.least, most=self.most)
        if not isinstance(node, Scalar) or node.type != "int":
            wrong_type(node, wanted, reading)
        elif not re.fullmatch(r"0|[1-9][0-9]{0,8}", node.text) or not self.least <= int(node.text) <= self.most:
            reading.report("E203", node.place, "something_else_here", found=quoted(node.text), wanted=wanted)
        else:
            return int(node.text)
        return None

    def schema(self, _definitions: Schema, /) -> Schema:
        """An integer with bounds."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of values of one shape; what can't be read is left out."""

    item: Shape
    may_be_empty: bool = False

    def read(self, node: Node, reading: Reading) -> tuple[Any, ...] | None:
        """The values."""
        if not isinstance(node, Items):
            wrong_type(node, phrase("list"), reading)
            return None
        if not node.items and not self.may_be_empty:
            reading.report("E205", node.place, "list_empty")
        values = (self.item.read(each, reading) for each in node.items)
        return tuple(value for value in values if value is not None)

    def schema(self, definitions: Schema, /) -> Schema:
        """An array."""
        schema: Schema = {"type": "array", "items": self.item.schema(definitions)}
        return schema if self.may_be_empty else schema | {"minItems": 1}


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping whose keys are free; each is held to the shape `key`."""

    key: Pattern | Text | Choice
    value: Shape

    def read(self, node: Node, reading: Reading) -> dict[Located, Any] | None:
        """Key to value; a pair that can't be read is left out."""
        if not isinstance(node, Table):
            wrong_type(node, phrase("mapping"), reading)
            return None
        found = {}
        for name, child in node.pairs:
            key = self.key.read(Scalar(name), reading)
            value = self.value.read(child, reading)
            if key is not None and value is not None:
                found[key] = value
        return found

    def schema(self, definitions: Schema, /) -> Schema:
        """An object with any keys of that form."""
        value = self.value.schema(definitions)
        return {"type": "object", "propertyNames": self.key.schema(definitions), "additionalProperties": value}


@dataclass(frozen=True, slots=True)
class Languages:
    """A mapping from language to a value; where `bare` is given, that alone is a value in the file's language."""

    each: Shape
    bare: Shape | None = None

    def read(self, node: Node, reading: Reading) -> dict[str, Any] | None:
        """Language to value."""
        if self.bare is not None and not isinstance(node, Table):
            value = self.bare.read(node, reading)
            return None if value is None else {reading.language: value}
        if not isinstance(node, Table):
            wrong_type(node, phrase("mapping_by_language"), reading)
            return None
        if not node.pairs and node.is_whole:
            reading.report("E205", node.place, "no_language", mend=phrase("one_of", names=LANGUAGES))
        found = {}
        for name, child in node.pairs:
            if name not in LANGUAGES:
                unknown_language(name, reading)
                continue
            with reading.speaking(str(name)):
                value = self.each.read(child, reading)
            if value is not None:
                found[str(name)] = value
        return found

    def schema(self, definitions: Schema, /) -> Schema:
        """An object by language, or the bare value."""
        each = self.each.schema(definitions)
        by_language: Schema = {
            "type": "object",
            "properties": dict.fromkeys(LANGUAGES, each),
            "additionalProperties": False,
            "minProperties": 1,
        }
        return by_language if self.bare is None else {"anyOf": [self.bare.schema(definitions), by_language]}


def unknown_language(name: Located, reading: Reading) -> None:
    """Report a key that should have been a language."""
    reading.report(
        "E208",
        name.place,
        "foreign_language" if _LANGUAGE_CODE.fullmatch(name) else "no_language_code",
        name=quoted(name),
        mend=phrase("one_of", names=LANGUAGES),
    )
