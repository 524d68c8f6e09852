"""Reads the Markdown of the docs as far as the tests need it: pages, fenced blocks, code spans, links, headings."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
_FENCED = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```", re.DOTALL | re.MULTILINE)
_SPAN = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Page:
    file: Path

    @property
    def name(self) -> str:
        return self.file.relative_to(ROOT).as_posix()

    @property
    def text(self) -> str:
        return self.file.read_text(encoding="utf-8")

    def fenced(self, *kinds: str) -> list[str]:
        """The fenced blocks of some kinds, or of every kind."""
        return [block for kind, block in _FENCED.findall(self.text) if not kinds or kind in kinds]

    @property
    def prose(self) -> str:
        """The text without fenced blocks."""
        return _FENCED.sub("", self.text)

    def spans(self) -> list[str]:
        """What stands between single backticks."""
        return _SPAN.findall(self.prose)

    def links(self) -> list[str]:
        """Where links and pictures lead."""
        return _LINK.findall(_SPAN.sub("", self.prose))

    def anchors(self) -> Iterator[str]:
        """What links can lead to on this page: each heading as its slug, numbered where it comes again."""
        seen: Counter[str] = Counter()
        for heading in _HEADING.findall(self.prose):
            slug = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
            yield f"{slug}-{seen[slug]}" if seen[slug] else slug
            seen[slug] += 1


def pages() -> list[Page]:
    """Every page that a reader may come to."""
    top = [ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")]
    return [Page(file) for file in (*top, *sorted((ROOT / "docs").rglob("*.md")))]
