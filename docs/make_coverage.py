"""Writes docs/reference/coverage.md, which says what the built-in knowledge holds: `python docs/make_coverage.py`."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from advisor.library import Library
from advisor.model import LANGUAGES, PARTS, Answer, Language, Phrasing
from advisor.pack.entries import FOLLOW_UPS, TITLE
from advisor.pack.load import load_library
from advisor.text.typography import spoken

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "coverage.md"
NAMES: dict[Language, str] = {"fr": "French", "en": "English"}
WRITTEN_BY_NONE = frozenset({TITLE, FOLLOW_UPS})
"""Titles and follow-ups teach as well, but nobody wrote them as questions."""


def page(library: Library) -> str:
    """The whole page."""
    return "\n".join(
        [
            "# What the knowledge covers",
            "",
            "Counted from the files in `knowledge/`. Don't edit this page: change the knowledge, then run",
            "`python docs/make_coverage.py`. A test compares the two.",
            "",
            *_totals(library),
            *_claims(library),
            *(line for language in LANGUAGES for line in _topics(library, language)),
            *_paths(library),
            *_neighbourhoods(library),
            *_small_talk(library),
        ]
    )


def _totals(library: Library) -> list[str]:
    rows = [
        [
            NAMES[language],
            sum(language in topic.answers for topic in library.topics.values()),
            sum(_words(topic.answers[language]) for topic in library.topics.values() if language in topic.answers),
            sum(sum(_by_hand(topic.phrasings, language).values()) for topic in library.topics.values()),
            sum(sum(_by_hand(each.phrasings, language).values()) for each in library.neighbourhoods.values()),
            sum(each.language == language for each in library.background),
        ]
        for language in LANGUAGES
    ]
    head = ["", "Answers", "Their words", "Questions taught", "Questions refused by kind", "Other questions refused"]
    return _table(head, rows)


def _claims(library: Library) -> list[str]:
    rows = [
        [
            claim.id,
            f"`{claim.section}`",
            claim.words["en"],
            _ids(topic.id for topic in library.topics.values() if claim.id in topic.claims),
            ", ".join(path.id for path in library.paths.values() if claim.id in path.claims),
        ]
        for claim in library.claims.values()
    ]
    silent = [topic.id for topic in library.topics.values() if not topic.claims]
    return [
        f"## The article: {len(rows)} claims and the answers that carry them",
        "",
        *_table(["Claim", "Section", "In our words", "Answers", "Paths"], rows),
        f"The article is silent on {len(silent)} topics, whose answers say so: {_ids(silent)}.",
        "",
    ]


def _topics(library: Library, language: Language) -> list[str]:
    counts = {topic.id: _by_hand(topic.phrasings, language) for topic in library.topics.values()}
    hands = sorted({hand for by_hand in counts.values() for hand in by_hand})
    rows = [
        [
            f"`{topic.id}`",
            f"{sum(bool(topic.answers[language].part(part)) for part in PARTS)} of {len(PARTS)}",
            _words(topic.answers[language]),
            len(topic.variants),
            *(counts[topic.id][hand] for hand in hands),
            sum(counts[topic.id].values()),
        ]
        for theme in library.themes
        for topic in library.topics.values()
        if topic.theme == theme and language in topic.answers
    ]
    return [
        f"## Topics in {NAMES[language]}",
        "",
        "Parts and words of each answer, its variants for kinds of people, and the questions that each hand wrote for it.",
        "",
        *_table(["Topic", "Parts", "Words", "Variants", *(f"Hand `{hand}`" for hand in hands), "Questions"], rows),
    ]


def _paths(library: Library) -> list[str]:
    rows = [
        [
            path.id,
            spoken(path.title["en"], "vous"),
            path.hours,
            len(path.steps),
            _ids(dict.fromkeys(topic for step in path.steps for topic in step.topics)),
        ]
        for path in sorted(library.paths.values(), key=lambda path: (len(path.id), path.id))
    ]
    return [
        "## Paths and the topics that their steps read",
        "",
        *_table(["Path", "Title", "Hours", "Steps", "Topics"], rows),
    ]


def _neighbourhoods(library: Library) -> list[str]:
    rows = [
        [
            f"`{each.id}`",
            each.title["en"],
            *(sum(_by_hand(each.phrasings, language).values()) for language in LANGUAGES),
            _ids(each.nearest),
        ]
        for each in library.neighbourhoods.values()
    ]
    head = ["Neighbourhood", "Title", *(f"Questions, {NAMES[language]}" for language in LANGUAGES), "Nearest topics"]
    return [f"## {len(rows)} kinds of question that are refused", "", *_table(head, rows)]


def _small_talk(library: Library) -> list[str]:
    rows = [
        [
            f"`{talk.id}`",
            *(len(talk.replies[language]) for language in LANGUAGES),
            *(sum(_by_hand(talk.phrasings, language).values()) for language in LANGUAGES),
        ]
        for talk in library.small_talk.values()
    ]
    names = [NAMES[language] for language in LANGUAGES]
    head = ["Small talk", *(f"Replies, {name}" for name in names), *(f"Questions, {name}" for name in names)]
    return ["## Small talk", "", *_table(head, rows)]


def _by_hand(phrasings: Iterable[Phrasing], language: Language) -> Counter[str]:
    """How many questions each hand wrote."""
    return Counter(each.hand for each in phrasings if each.language == language and each.hand not in WRITTEN_BY_NONE)


def _words(answer: Answer) -> int:
    """The words of all parts as a reader counts them."""
    parts = (answer.part(part) for part in PARTS)
    texts = (text for part in parts for text in ((part,) if isinstance(part, str) else part))
    return sum(any(c.isalnum() for c in word) for text in texts for word in spoken(text, "vous").split())


def _ids(ids: Iterable[str]) -> str:
    return ", ".join(f"`{id_}`" for id_ in ids)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """A Markdown table; columns of numbers are set to the right."""
    filled = [[str(cell) for cell in row] for row in rows]
    rule = ["---:" if all(row[column].isdigit() for row in filled) else "---" for column in range(len(head))]
    return [*("| " + " | ".join(row) + " |" for row in (list(head), rule, *filled)), ""]


if __name__ == "__main__":
    PAGE.write_text(page(load_library([ROOT / "knowledge"])), encoding="utf-8")
