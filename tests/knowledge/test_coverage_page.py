"""The page that counts what the knowledge holds says what it holds now."""

import runpy

from shown_texts import KNOWLEDGE

from advisor.library import Library

MAKER = KNOWLEDGE.parent / "docs" / "make_coverage.py"


def test_the_coverage_page_is_up_to_date(library: Library) -> None:
    maker = runpy.run_path(str(MAKER))
    kept: str = maker["PAGE"].read_text(encoding="utf-8")
    made: str = maker["page"](library)
    stale = [line for line in made.splitlines() if line not in set(kept.splitlines())]
    assert not stale, f"run python docs/make_coverage.py: the page lacks {len(stale)} lines, among them {stale[:3]}"
    assert kept == made
