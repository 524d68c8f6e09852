"""Builds the index of the built-in knowledge into the wheel; runs inside hatchling, before the package is installed."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

INSIDE = "advisor/built-in.index"
"""Where the wheel keeps the index; `advisor.advice.where` looks there."""


class BuiltInIndex(BuildHookInterface[Any]):
    """Adds the index to a wheel; a checkout installed in place builds its own at first use."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the index into a scratch directory and name it to the builder."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from advisor.learn.build import build
        from advisor.pack.fingerprint import fingerprint
        from advisor.pack.load import load_library

        self._room = tempfile.TemporaryDirectory(prefix="advisor-index-")
        index = Path(self._room.name) / "built-in.index"
        packs = [root / "knowledge"]
        build(load_library(packs), fingerprint(packs), index, self.app.display_info)
        build_data["force_include"][str(index)] = INSIDE

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002  (the interface's names)
        """Clear the scratch directory once the wheel is written."""
        if version != "editable":
            self._room.cleanup()
