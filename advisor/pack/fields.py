"""The shape of a mapping with known keys, and the shape that depends on the kind of value; knows no entry of a pack."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

from advisor.model import LANGUAGES
from advisor.pack.nodes import Items, Node, Scalar, Table
from advisor.pack.phrase import Phrase, phrase
from advisor.pack.places import Located, quoted
from advisor.pack.shapes import Pattern, Reading, Schema, Shape, Text, nearest, unknown_language, wrong_type


class Values(dict[str, Any]):
    """What was read of a mapping: key to value; a key that is `present` but not here holds what can't be read."""

    present: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a mapping: the shape of its value, and a sentence on what it is for."""

    shape: Shape
    about: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping with known keys."""

    name: str
    """What such a mapping is called, such as `topic`; the schema's definitions and a phrase go by it."""
    fields: Mapping[str, Field]
    words: Shape | None = None
    """Where given, the words stand beside the keys, one key a language, and at least one language is needed."""
    alone: frozenset[str] = field(default_factory=frozenset)
    """A mapping with no other keys than these, and with all of them, is complete whatever else is required."""
    aside: frozenset[str] = frozenset({"kind", "language"})
    """Keys that don't count when it is judged whether a mapping holds only the keys of `alone`."""

    def read(self, node: Node, reading: Reading) -> Values | None:
        """Key to value; None where the node is no mapping."""
        if isinstance(node, Table):
            return self.read_table(node, reading)
        wrong_type(node, phrase("mapping_of", entry=phrase(self.name)), reading)
        return None

    def read_table(self, node: Table, reading: Reading) -> Values:
        """Key to value; what is missing or can't be read isn't there. The words come by their languages."""
        found = Values()
        found.present = frozenset(str(name) for name, _ in node.pairs)
        for name, child in node.pairs:
            value = self._value(name, child, reading)
            if value is not None:
                found[str(name)] = value
        self._judge_missing(node, found, reading)
        return found

    def _value(self, name: Located, child: Node, reading: Reading) -> Any:
        if name in self.fields:
            return self.fields[name].shape.read(child, reading)
        if self.words is not None and name in LANGUAGES:
            with reading.speaking(str(name)):
                return self.words.read(child, reading)
        if self.words is not None and len(name) == 2:
            unknown_language(name, reading)
        else:
            known = (*self.fields, *LANGUAGES) if self.words is not None else tuple(self.fields)
            mend = nearest(name, known) or phrase("known_keys", names=known)
            reading.report("E201", name.place, "unknown_key", entry=phrase(self.name), key=quoted(name), mend=mend)
        return None

    def adds(self, values: Values) -> bool:
        """Whether a mapping holds just what is complete by itself."""
        return bool(self.alone) and values.present - self.aside == self.alone

    def _judge_missing(self, node: Table, found: Values, reading: Reading) -> None:
        if self.adds(found) or not node.is_whole:
            return
        present = found.present
        missing: list[str | Phrase]
        missing = [f"`{name}`" for name, each in self.fields.items() if each.required and name not in present]
        if self.words is not None and present.isdisjoint(LANGUAGES):
            missing.append(phrase("its_words"))
        if missing:
            entry = phrase(self.name)
            reading.report("E202", node.place, "missing_keys", entry=entry, missing=_all(missing), mend=self._mend())

    def _mend(self) -> str | Phrase:
        if not self.alone:
            return ""
        return phrase("keys_alone", only=_all([f"`{name}`" for name in sorted(self.alone)]))

    def schema(self, definitions: Schema, /) -> Schema:
        """A reference to the definition of this object."""
        if self.name not in definitions:
            definitions[self.name] = {}
            definitions[self.name] = self._definition(definitions)
        return {"$ref": f"#/$defs/{self.name}"}

    def _definition(self, definitions: Schema) -> Schema:
        properties = {
            name: each.shape.schema(definitions) | {"description": each.about} for name, each in self.fields.items()
        }
        schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        if self.words is not None:
            words = self.words.schema(definitions)
            schema["properties"] |= dict.fromkeys(LANGUAGES, words)
            schema["anyOf"] = [{"required": [language]} for language in LANGUAGES]
        required = [name for name, each in self.fields.items() if each.required]
        if self.alone:
            others = [name for name in self.fields if name not in self.alone | self.aside]
            addition = {"required": sorted(self.alone), "properties": dict.fromkeys(others, False)}
            schema["anyOf"] = [{"required": required}, addition]
        elif required:
            schema["required"] = required
        return schema


def _all(names: Sequence[str | Phrase]) -> str | Phrase:
    return reduce(lambda first, last: phrase("both", first=first, last=last), names)


@dataclass(frozen=True, slots=True)
class Either:
    """One shape for each kind of value; the first of those given tells people what is wanted."""

    scalar: Shape | None = None
    items: Shape | None = None
    table: Shape | None = None

    def read(self, node: Node, reading: Reading) -> Any:
        """What the shape for that kind of value reads."""
        kinds = {Scalar: self.scalar, Items: self.items, Table: self.table}
        shape = kinds[type(node)]
        if shape is None:
            shape = next(each for each in kinds.values() if each is not None)
        return shape.read(node, reading)

    def schema(self, definitions: Schema, /) -> Schema:
        """Any of the shapes."""
        given = [each for each in (self.scalar, self.items, self.table) if each is not None]
        return {"anyOf": [each.schema(definitions) for each in given]}


TEXT = Text()
FORMS = Text("forms")
"""A text for people to read, which may address them in both forms."""
ID = Pattern(r"[a-z0-9][a-z0-9-]{0,63}", phrase("id"))
