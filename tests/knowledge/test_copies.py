"""The knowledge and the docs are in words of their own: nothing is the article's, and no two entries say the same.

The article itself isn't needed: `article_runs` knows its runs of seven words by their hashes.
"""

from collections import defaultdict
from pathlib import Path

from article_runs import CONTROL, copied, known_hashes, runs
from shown_texts import KNOWLEDGE, Shown

ROOT = KNOWLEDGE.parent
ASKED_ELSEWHERE_TOO = frozenset({"follow_ups.words"})
"""Parts that may be alike: two answers may lead on to a third by the same question."""


def files_of_words() -> list[Path]:
    """All that is written for people outside the code."""
    folders = [path for folder in ("knowledge", "docs") for path in sorted((ROOT / folder).rglob("*"))]
    top = [ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")]
    return [path for path in [*folders, *top] if path.suffix in (".yaml", ".md", ".txt") and path.is_file()]


def test_a_copied_run_is_recognised_however_it_is_spelt() -> None:
    known = known_hashes()
    assert len(known) > 700
    assert list(copied(CONTROL, known)) == ["sept mots pour savoir si tout concorde"]
    assert list(copied(f"On dit : « {CONTROL.upper()}, », non ?", known)) == ["sept mots pour savoir si tout concorde"]
    assert list(copied(CONTROL.replace("mots", "signes"), known)) == []


def test_no_file_holds_a_run_of_the_article() -> None:
    known = known_hashes()
    found = {
        str(path.relative_to(ROOT)): copies
        for path in files_of_words()
        if (copies := list(copied(path.read_text(encoding="utf-8"), known)))
    }
    assert found == {}


def test_no_text_holds_one_in_either_form_of_address(texts: list[Shown]) -> None:
    known = known_hashes()
    assert [(str(each), run) for each in texts for form in each.forms for run in copied(form, known)] == []


def test_no_two_entries_share_a_run_of_words(texts: list[Shown]) -> None:
    named = {run for each in texts if each.part == "title" for run in runs(each.text)}
    owners: dict[tuple[str, tuple[str, ...]], dict[str, str]] = defaultdict(dict)
    for each in texts:
        if each.part in ASKED_ELSEWHERE_TOO:
            continue
        for line in (line for form in each.forms for line in form.splitlines()):
            for run in set(runs(line)) - named:
                owners[each.language, run].setdefault(each.owner, str(each))
    shared = {" ".join(run): sorted(held.values()) for (_, run), held in owners.items() if len(held) > 1}
    assert shared == {}
