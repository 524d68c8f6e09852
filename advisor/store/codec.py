"""Frozen data to JSON and back, by their own types; says where something doesn't fit, and knows no kind of record."""

import math
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from advisor.store.records import clean, instant

_T = TypeVar("_T")
_LARGEST = 2**53
LONGEST_ID = 200


class Misfit(ValueError):  # noqa: N818 - it is what doesn't fit, and no fault of the program
    """Something that isn't what it should be, where it stands, and what is wanted there in both languages."""

    def __init__(self, where: str, en: str, fr: str) -> None:
        super().__init__(f"{where}: {en}")
        self.where = where
        self.en = en
        self.fr = fr


def plain(value: Any) -> Any:
    """Frozen data as JSON holds it: every field by its name, tuples as lists."""
    if is_dataclass(value):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    return clean(value) if isinstance(value, str) else value


def made(kind: type[_T], value: Any, where: str = "", *, lenient: bool = False) -> _T:
    """Frozen data of a kind from JSON; raises Misfit. What is `lenient` passes over keys that the kind doesn't have."""
    return cast(_T, _made(kind, value, where, lenient))


def _made(kind: Any, value: Any, where: str, lenient: bool) -> Any:
    origin = get_origin(kind)
    if origin is Annotated:
        return _marked(get_args(kind)[1], value, where)
    if kind is Any:
        return plain(value)
    if is_dataclass(kind):
        return _record(kind, value, where, lenient)
    if origin is Literal:
        return _choice(get_args(kind), value, where)
    if origin in (Union, types.UnionType):
        inner = [each for each in get_args(kind) if each is not type(None)]
        return None if value is None else _made(inner[0], value, where, lenient)
    if origin is tuple:
        return _several(get_args(kind), value, where, lenient)
    if origin is not None and issubclass(origin, Mapping):
        if not isinstance(value, dict):
            raise Misfit(where, "an object is wanted", "il faut un objet")
        inside = get_args(kind)[1]
        return {clean(key): _made(inside, each, f"{where}.{key}", lenient) for key, each in value.items()}
    return _simple(kind, value, where)


def _several(inside: tuple[Any, ...], value: Any, where: str, lenient: bool) -> tuple[Any, ...]:
    if not isinstance(value, (list, tuple)):
        raise Misfit(where, "a list is wanted", "il faut une liste")
    return tuple(_made(inside[0], each, f"{where}[{place}]", lenient) for place, each in enumerate(value))


def _simple(kind: Any, value: Any, where: str) -> Any:
    if kind is str and isinstance(value, str):
        return clean(value)
    if kind is bool and isinstance(value, bool):
        return value
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if kind is int and isinstance(value, int) and is_number and abs(value) <= _LARGEST:
        return value
    if kind is float and is_number and abs(value) <= _LARGEST and math.isfinite(value):
        return float(value)
    wanted = {
        str: ("a text", "un texte"),
        bool: ("true or false", "true ou false"),
        int: ("a whole number", "un nombre entier"),
        float: ("a number", "un nombre"),
    }
    en, fr = wanted[kind]
    raise Misfit(where, f"{en} is wanted", f"il faut {fr}")


def _choice(choices: tuple[Any, ...], value: Any, where: str) -> Any:
    if isinstance(value, str) and value in choices:
        return value
    listed = ", ".join(map(str, choices))
    raise Misfit(where, f"one of {listed} is wanted", f"il faut l'un de {listed}")


def _marked(mark: str, value: Any, where: str) -> str:
    if mark == "id":
        if isinstance(value, str) and 0 < len(value) <= LONGEST_ID and value.strip():
            return clean(value)
        wanted = f"a text of 1 to {LONGEST_ID} characters is wanted", f"il faut un texte de 1 à {LONGEST_ID} caractères"
        raise Misfit(where, *wanted)
    try:
        return instant(value)
    except (TypeError, ValueError):
        example = "2026-11-25T08:30:00Z"
        raise Misfit(where, f"a time such as {example} is wanted", f"il faut une date comme {example}") from None


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


def _record(kind: Any, value: Any, where: str, lenient: bool) -> Any:
    if not isinstance(value, Mapping):
        raise Misfit(where, "an object is wanted", "il faut un objet")
    hints = _hints(kind)
    inside = f"{where}." if where else ""
    for key in value:
        if key not in hints and not lenient:
            raise Misfit(f"{inside}{key}", "there is no such key", "cette clé n'existe pas")
    read = {name: _made(hint, value[name], f"{inside}{name}", lenient) for name, hint in hints.items() if name in value}
    try:
        return kind(**read)
    except TypeError:
        missing = next(name for name in hints if name not in value)
        raise Misfit(f"{inside}{missing}", "it is missing", "elle manque") from None
