"""What the measurements share: on which machine, with which versions, and a Markdown table; measures nothing itself."""

import datetime
import importlib.metadata
import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

import advisor

LIBRARIES = ("scikit-learn", "numpy", "rapidfuzz", "PyStemmer", "textual")
ROOT = Path(advisor.__file__).resolve().parent.parent


def machine() -> str:
    """The processor, its cores and memory, and the system."""
    name = platform.processor() or platform.machine()
    details = Path("/proc/cpuinfo")
    if details.exists():
        named = [
            line.partition(":")[2].strip() for line in details.read_text().splitlines() if line.startswith("model name")
        ]
        name = named[0] if named else name
    parts = [name, f"{os.cpu_count()} cores"]
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        parts.append(f"{os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GiB")
    parts.append(platform.platform(terse=True))
    if hasattr(os, "getloadavg"):
        parts.append(f"load {os.getloadavg()[0]:.1f}")
    return ", ".join(parts)


def report(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A table under its title, and where and with what it was measured."""
    versions = [f"Python {platform.python_version()}", f"advisor {advisor.__version__}"]
    for library in LIBRARIES:
        try:
            versions.append(f"{library} {importlib.metadata.version(library)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    lines = [f"### {title}", "", f"| {' | '.join(head)} |", f"| {' | '.join('---' for _ in head)} |"]
    lines += [f"| {' | '.join(map(str, row))} |" for row in rows]
    lines += ["", f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d}; {machine()}; {', '.join(versions)}."]
    return "\n".join(lines)


def milliseconds(seconds: float) -> str:
    """A short time as a reader wants it."""
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds * 1000:.0f} ms"


def mebibytes(usage: int) -> str:
    """What `ru_maxrss` says, which is in bytes on macOS and in kibibytes elsewhere."""
    return f"{usage / (2**20 if sys.platform == 'darwin' else 2**10):.0f} MiB"
