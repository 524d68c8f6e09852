"""One file of named sections, JSON or arrays of numbers, mapped rather than loaded; knows nothing of what they mean.

Layout: the magic line, the header's length as eight hexadecimal digits and a newline, the header as JSON
(`format`, `knowledge`, `total`, `sections`: name to offset, length and kind), then the sections, each starting at
a multiple of eight. Numbers are little-endian. No pickle: nothing in the file can run.
"""

import contextlib
import json
import mmap
import os
import sys
import weakref
from array import array
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from advisor.errors import StaleIndexError

FORMAT = 10
"""Rises whenever a section changes its meaning; an index of another format is built anew."""
MAGIC = b"advisor index\n"
_ALIGNMENT = 8
_LENGTH_DIGITS = 9

Section: TypeAlias = "bytes | array[Any]"


def write(path: Path, knowledge: str, sections: Mapping[str, Section]) -> None:
    """Write an index through a temporary file beside `path`, so that a reader sees all of it or nothing; raises OSError."""
    table: dict[str, list[Any]] = {}
    place = 0
    raw: list[bytes] = []
    for name, section in sections.items():
        kind = "bytes" if isinstance(section, bytes) else section.typecode
        content = section if isinstance(section, bytes) else _little(section).tobytes()
        table[name] = [place, len(content), kind]
        padding = -len(content) % _ALIGNMENT
        raw.append(content + b"\0" * padding)
        place += len(content) + padding
    import tempfile  # here, since whoever only reads an index never needs it

    header = json.dumps({"format": FORMAT, "knowledge": knowledge, "total": place, "sections": table}).encode()
    start = len(MAGIC) + _LENGTH_DIGITS + len(header)
    header += b" " * (-start % _ALIGNMENT)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".index-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(MAGIC + f"{len(header):08x}\n".encode() + header)
            for content in raw:
                file.write(content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def _little(numbers: "array[Any]") -> "array[Any]":
    if sys.byteorder == "big":
        numbers = array(numbers.typecode, numbers)
        numbers.byteswap()
    return numbers


class IndexFile:
    """A mapped index; sections are views into the file, read when they are used."""

    def __init__(self, path: Path) -> None:
        """Map the file; raises StaleIndexError where it is missing, truncated, foreign or of another format."""
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
                self._descriptor = _kept_open(self, file.fileno())
        except (OSError, ValueError) as error:
            raise StaleIndexError(f"The index {path} cannot be read ({error}); it has to be built again.") from error
        view = memoryview(self._map)
        prefix = len(MAGIC) + _LENGTH_DIGITS
        try:
            if view[: len(MAGIC)] != MAGIC:
                raise ValueError("it is no index")
            length = int(bytes(view[len(MAGIC) : prefix]), 16)
            header = json.loads(bytes(view[prefix : prefix + length]))
            if header["format"] != FORMAT:
                raise ValueError(f"it has format {header['format']}, not {FORMAT}")
            self.knowledge: str = header["knowledge"]
            self._sections: dict[str, list[Any]] = header["sections"]
            self._body = view[prefix + length :]
            self._begin = prefix + length
            if len(self._body) != header["total"]:
                raise ValueError("it is cut short")
        except (ValueError, KeyError, TypeError) as error:
            raise StaleIndexError(f"The index {path} cannot be used ({error}); it has to be built again.") from error

    def names(self) -> Iterator[str]:
        """The names of the sections."""
        return iter(self._sections)

    def raw(self, name: str) -> memoryview:
        """A section's bytes."""
        try:
            place, length, _ = self._sections[name]
        except KeyError as error:
            raise StaleIndexError(f"The index lacks its section {name}; it has to be built again.") from error
        return self._body[place : place + length]

    def numbers(self, name: str) -> memoryview:
        """A section of numbers, as a view with the type that it was written with."""
        view = self.raw(name)
        kind = self._sections[name][2]
        if sys.byteorder == "big":
            swapped = array(kind, view.tobytes())
            swapped.byteswap()
            return memoryview(swapped)
        return view.cast(kind)

    def pieces(self, name: str) -> Callable[[int, int], bytes | memoryview]:
        """What gives a piece of a section, from a place on so many bytes long.

        A view maps whatever lies around the places that it is read at, soon all of a large section; this reads them
        alone, where the system lets it.
        """
        view = self.raw(name)
        if self._descriptor is None:
            return lambda place, length: view[place : place + length]
        descriptor, begin = self._descriptor, self._begin + self._sections[name][0]
        return lambda place, length: os.pread(descriptor, length, begin + place)

    def json(self, name: str) -> Any:
        """A section that holds JSON."""
        return json.loads(bytes(self.raw(name)))

    def close(self) -> None:
        """Drop the sections; the mapping ends when the last view of it is gone."""
        self._sections = {}
        self._body = memoryview(b"")


def _kept_open(owner: object, descriptor: int) -> int | None:
    """The file once more, until its owner goes; None where pieces of a file can't be read out of turn."""
    if not hasattr(os, "pread"):
        return None
    kept = os.dup(descriptor)
    weakref.finalize(owner, os.close, kept)
    return kept
