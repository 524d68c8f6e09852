"""Gets the index of some packs ready: shipped, kept from an earlier time, or built now; knows no matching and no screen.

An index is kept under a name made of its packs' contents and of the program that builds it. Whether the contents are what
they were is told from names, sizes and times of the files, since reading them all would take longer than answering.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from advisor import __version__
from advisor.advice.where import SHIPPED_INDEX, built_in
from advisor.errors import AdvisorError, KnowledgeError, StaleIndexError
from advisor.index.reader import Index
from advisor.index.store import FORMAT, IndexFile
from advisor.model import Words

if TYPE_CHECKING:
    from advisor.library import Library

Progress = Callable[[str], None]
_PACKAGE = Path(__file__).resolve().parent.parent
_LEARNING = ("index", "learn", "match", "pack", "talk", "text")
MOST_KEPT = 8
"""Indexes kept in the cache; the least recently built go first."""


@dataclass(frozen=True, slots=True, eq=False)
class Ready:
    """An open index, and what its getting ready has to say, once."""

    index: Index
    notices: tuple[Words, ...] = ()


def get_ready(packs: Sequence[Path], cache: Path, progress: Progress, *, elsewhere: bool = False) -> Ready:
    """Open the index of the packs, building it where none serves; raises KnowledgeError where a pack is broken.

    `elsewhere` has it built by a process of its own, for a face that goes on meanwhile.
    """
    if len(packs) == 1 and SHIPPED_INDEX.is_file() and packs[0] == built_in():
        with contextlib.suppress(StaleIndexError):
            return Ready(_opened(SHIPPED_INDEX, None))
    stamp = _stamp(packs)
    notices: list[Words] = []
    laid = "\0".join(stamp[: len(packs)])
    remembered = cache / f"{crc32(laid.encode('utf-8', 'surrogateescape')):08x}.pack"
    name = _read(remembered, stamp)
    if name is None:
        from advisor.pack.fingerprint import fingerprint

        name = fingerprint(packs)
        with contextlib.suppress(OSError):
            _write(remembered, stamp, name)
    kept = cache / f"{name}-{edition()}.index"
    if kept.exists():
        try:
            return Ready(_opened(kept, name))
        except StaleIndexError:
            notices.append(
                {
                    "fr": "L'index gardé était abîmé ou d'une autre version : il vient d'être reconstruit.",
                    "en": "The kept index was damaged or from another version: it has been built again.",
                }
            )
    if elsewhere:
        from advisor.advice.elsewhere import made_elsewhere  # most have an index

        if made_elsewhere(packs, cache, progress):
            with contextlib.suppress(StaleIndexError):
                return Ready(_opened(kept, name), tuple(notices))
    return Ready(_built(packs, kept, progress, notices), tuple(notices))


def _opened(path: Path, knowledge: str | None) -> Index:
    file = IndexFile(path)
    if knowledge is not None and file.knowledge != knowledge:
        raise StaleIndexError(f"The index {path} was built from other knowledge.")
    try:
        index = Index(file)
        version = index.meta["version"]
    except (ValueError, TypeError, LookupError) as fault:
        raise StaleIndexError(f"The index {path} is damaged ({fault}).") from fault
    if version != __version__:
        raise StaleIndexError(f"The index {path} was built by another version.")
    return index


def _built(packs: Sequence[Path], kept: Path, progress: Progress, notices: list[Words]) -> Index:
    import tempfile

    from advisor.pack.load import load_library

    library = load_library(packs)
    if not (library.topics or library.small_talk):
        where = " ".join(map(str, packs))
        raise KnowledgeError(
            f"There is no topic in {where}; a pack needs at least one to answer.",
            f"Il n'y a pas de sujet dans {where} ; il en faut au moins un pour répondre.",
        )
    library = _with_everyday(library, packs)
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        _learn(library, kept, progress)
        _tidy(kept.parent)
    except OSError as fault:
        reason = _reason_of(fault)
        notices.append(
            {
                "fr": f"L'index ne peut pas être gardé ({reason['fr']}) : il sera reconstruit la prochaine fois.",
                "en": f"The index can't be kept ({reason['en']}): it will be built again next time.",
            }
        )
    else:
        return Index(IndexFile(kept))
    try:
        with tempfile.TemporaryDirectory(prefix="advisor-", ignore_cleanup_errors=True) as room:
            _learn(library, Path(room) / kept.name, progress)
            return Index(IndexFile(Path(room) / kept.name))
    except OSError as fault:
        reason = _reason_of(fault)
        raise AdvisorError(
            f"There is no room for an index, neither in {kept.parent} nor for temporary files: {reason['en']}.",
            f"Il n'y a de place pour un index ni dans {kept.parent} ni pour des fichiers temporaires : {reason['fr']}.",
        ) from fault


def _with_everyday(library: Library, packs: Sequence[Path]) -> Library:
    """The library with the built-in words for what its packs are silent on.

    Without questions about anything else it would take all the world for its own; without the moves of a talk
    it would not follow one.
    """
    from advisor.pack.load import load_library

    lexicon = library.lexicon
    if (library.background and lexicon.dialogue) or built_in() in packs:
        return library
    own = load_library([built_in()])
    return replace(
        library,
        background=library.background or own.background,
        lexicon=replace(
            lexicon,
            abbreviations=lexicon.abbreviations or own.lexicon.abbreviations,
            persons=lexicon.persons or own.lexicon.persons,
            parts=lexicon.parts or own.lexicon.parts,
            dialogue=lexicon.dialogue or own.lexicon.dialogue,
        ),
    )


def _learn(library: Library, path: Path, progress: Progress) -> None:
    """Build the index into a file; raises OSError, before anything is learnt where nothing can be written beside it."""
    import tempfile

    from advisor.learn.build import build

    with tempfile.TemporaryFile(dir=path.parent):
        pass
    build(library, path.name.split("-")[0], path, progress, _shipped_calibration())


def _shipped_calibration() -> dict[str, object] | None:
    """What the built-in knowledge's calibration lends to a pack with too few questions for one of its own."""
    with contextlib.suppress(StaleIndexError):
        meta = _opened(SHIPPED_INDEX, None).meta
        # what was counted was counted on other questions than those of whoever borrows it
        held_out = {**meta["held_out"], "lent": True} if meta["held_out"] else None
        return {"curves": meta["curves"], "thresholds": meta["thresholds"], "held_out": held_out}
    return None


def edition() -> str:
    """What besides the packs an index hangs on: version, format, and the code that learns, which in a checkout changes."""
    code = 0
    for part in _LEARNING:
        for entry in sorted(os.scandir(_PACKAGE / part), key=lambda entry: entry.name):
            if entry.name.endswith(".py"):
                code = crc32(Path(entry.path).read_bytes(), code)
    return f"{__version__}-{FORMAT}-{code:08x}"


def _stamp(packs: Sequence[Path]) -> list[str]:
    """The packs as the file system shows them: their paths, then name, size and time of each file in any order.

    Raises KnowledgeError where a directory can't be read.
    """
    found = [os.path.abspath(pack) for pack in packs]  # noqa: PTH100  (pathlib costs a start a millisecond here)
    for pack in packs:
        waiting = [os.fspath(pack)]
        while waiting:
            try:
                entries = sorted(os.scandir(waiting.pop()), key=lambda entry: entry.name)
            except (OSError, ValueError):
                _refuse(pack)
                continue
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                elif entry.name.endswith((".yaml", ".yml")):
                    with contextlib.suppress(OSError):
                        seen = entry.stat()
                        found.append(f"{entry.path} {seen.st_size} {seen.st_mtime_ns}")
    return found


def _refuse(pack: Path) -> None:
    """Say in the pack reader's words why a directory can't be read; a subdirectory's fault is left to it for later."""
    from advisor.pack.files import pack_files

    pack_files(pack)


def _read(file: Path, stamp: Sequence[str]) -> str | None:
    """The name kept for packs of that stamp, or None."""
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(held, dict) or held.get("stamp") != list(stamp):
        return None
    name = held.get("knowledge")
    return name if isinstance(name, str) and name.isalnum() else None


def _write(file: Path, stamp: Sequence[str], name: str) -> None:
    from advisor.settings import replace_file

    replace_file(file, json.dumps({"knowledge": name, "stamp": list(stamp)}) + "\n")


def _tidy(cache: Path) -> None:
    """Let go of the oldest indexes and of what remembers them."""
    for pattern in ("*.index", "*.pack"):
        with contextlib.suppress(OSError):
            files = sorted(cache.glob(pattern), key=lambda file: file.stat().st_mtime, reverse=True)
            for file in files[MOST_KEPT:]:
                file.unlink()


def _reason_of(fault: OSError) -> Words:
    from advisor.reasons import reason_of  # mostly nothing goes wrong

    return reason_of(fault)
