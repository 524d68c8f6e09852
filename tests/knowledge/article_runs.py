"""Which runs of words are the article's own, known by their hashes alone, so that no copy of the article is needed.

Made once, and again only if the rule of what a word is changes:

    python tests/knowledge/article_runs.py ARTICLE.txt

with the text of the article, a paragraph a line.
"""

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from advisor.text.fold import fold

LENGTH = 7
"""So many of the same words in the same order are no accident."""
SHORTEST_BODY_LINE = 80
"""Shorter lines are titles, which may be named, and page furniture."""
HASHES = Path(__file__).with_name("article-hashes.txt")
CONTROL = "Sept mots pour savoir si tout concorde"
"""No words of the article: their hash stands in the file too, and proves that words are still told apart as they were."""
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words of a text without case, accents and signs."""
    return _WORD.findall(fold(text))


def runs(text: str, length: int = LENGTH) -> Iterator[tuple[str, ...]]:
    """Every run of so many words, in order."""
    found = words(text)
    return zip(*(found[start:] for start in range(length)), strict=False)


def hash_of(run: Iterable[str]) -> str:
    """64 bits of a run, in hexadecimal."""
    return hashlib.blake2b(" ".join(run).encode(), digest_size=8).hexdigest()


def hashes_of_article(article: str) -> list[str]:
    """The hashes of all runs of the article's body, which goes on over its paragraphs, and of the control; sorted."""
    body = " ".join(line for line in article.splitlines() if len(line) > SHORTEST_BODY_LINE)
    return sorted({hash_of(run) for run in (*runs(body), *runs(CONTROL))})


def known_hashes() -> frozenset[str]:
    """The hashes that are kept."""
    return frozenset(HASHES.read_text(encoding="ascii").split())


def copied(text: str, known: frozenset[str]) -> Iterator[str]:
    """The runs of a text that are the article's."""
    return (" ".join(run) for run in runs(text) if hash_of(run) in known)


if __name__ == "__main__":
    made = hashes_of_article(Path(sys.argv[1]).read_text(encoding="utf-8"))
    HASHES.write_text("\n".join(made) + "\n", encoding="ascii")
