"""A short name for what packs hold, so that an index knows whether it still serves them; reads no YAML."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from advisor.pack.files import pack_files

LENGTH = 32


def fingerprint(directories: Sequence[Path]) -> str:
    """32 hexadecimal digits of a SHA-256 over the packs in their order: relative paths and contents of the YAML files.

    Raises KnowledgeError where a directory isn't there or can't be read; a file that can't be read counts as such.
    """
    total = hashlib.sha256()
    for directory in directories:
        files, _ = pack_files(directory)
        total.update(b"pack %d\n" % len(files))
        for file in files:
            name = file.relative.encode("utf-8", "surrogateescape")
            data = file.contents()
            content = b"unreadable" if data is None else hashlib.sha256(data).digest()
            total.update(b"%d %d\n" % (len(name), len(content)) + name + content)
    return total.hexdigest()[:LENGTH]
