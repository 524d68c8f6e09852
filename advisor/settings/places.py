"""Where a person's things lie on this system; knows nothing of what is in them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    """The directories of one person; none is created before something is kept in it."""

    config: Path
    """What is written by hand: the settings."""
    state: Path
    """What the program notes down for itself: the questions asked before there was a store, its faults."""
    data: Path
    """What a person would miss: talks, progress, what was taught."""
    cache: Path
    """What can be built again."""

    @property
    def settings_file(self) -> Path:
        """The file of settings."""
        return self.config / "settings.toml"

    @property
    def history_file(self) -> Path:
        """The file of questions asked."""
        return self.state / "questions.jsonl"

    @property
    def introduced_file(self) -> Path:
        """An empty file that says that the program has introduced itself."""
        return self.state / "introduced"

    @property
    def store_file(self) -> Path:
        """The file of talks, progress and what was taught."""
        return self.data / "advisor.db"


def places(data: Path | None = None, environ: Mapping[str, str] = os.environ) -> Places:
    """Where things lie: under `data`, else under ADVISOR_DATA, else where the system wants them."""
    root = data or (Path(environ["ADVISOR_DATA"]) if environ.get("ADVISOR_DATA") else None)
    if root is not None:
        root = Path(os.path.expanduser(root))  # noqa: PTH111  (pathlib raises for a home of nobody)
        return Places(root / "config", root / "state", root / "data", root / "cache")
    from platformdirs import PlatformDirs

    system = PlatformDirs("advisor", appauthor=False)
    return Places(system.user_config_path, system.user_state_path, system.user_data_path, system.user_cache_path)
