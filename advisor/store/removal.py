"""What of a person lies on the disk, file by file, and how it goes; knows nothing of what the files say."""

import contextlib
from pathlib import Path

from advisor.errors import AdvisorError
from advisor.settings import Places


class OpenElsewhereError(AdvisorError):
    """Another program has the data open, and would write some of it again."""


def files_of(places: Places) -> tuple[Path, ...]:
    """The files that hold something of a person, damaged ones that were set aside included; the cache holds nothing."""
    named = (places.settings_file, places.history_file, places.state / "faults.log")
    stem, ending = places.store_file.stem, places.store_file.suffix
    kept = (*places.data.glob(f"{stem}{ending}*"), *places.data.glob(f"{stem}.damaged-*{ending}*"))
    return tuple(sorted(file for file in {*named, *kept} if file.is_file()))


def remove(places: Places) -> None:
    """Delete all of that, and the directories that are empty then; raises OpenElsewhereError and OSError."""
    from advisor.store.sqlite.mending import InUseError, held

    try:
        with held(places.store_file) if places.store_file.exists() else contextlib.nullcontext():
            for file in files_of(places):
                file.unlink(missing_ok=True)
    except InUseError:
        raise OpenElsewhereError(
            "another program has your data open; close it, then delete. Nothing was deleted.",
            "un autre programme a vos données ouvertes ; fermez-le, puis effacez. Rien n'a été effacé.",
        ) from None
    for directory in {places.config, places.state, places.data}:
        with contextlib.suppress(OSError):
            directory.rmdir()
