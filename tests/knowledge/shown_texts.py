"""Every text of a pack that people get to read, with its place in the files; questions that people type aren't among them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

from advisor.library import Path as LearningPath
from advisor.model import LANGUAGES, Claim, Neighbourhood, Phrasing, SmallTalk, Topic
from advisor.pack.braces import sides
from advisor.pack.load import read_pack
from advisor.pack.places import place_of

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
FOR_WRITERS = frozenset({"what"})
"""Fields that only those who write knowledge read."""
CITED = re.compile(r"«[^»]*»|^>.*$|(?<!\w)'[^'\n]*'(?!\w)", re.MULTILINE)
"""Titles, what people say, letters to copy: words that aren't the program's own."""
_Entry = Topic | SmallTalk | Neighbourhood | LearningPath | Claim
_LITERAL = re.compile(r"```.*?```|`[^`\n]*`|https?://\S+|[\w.+-]+@[\w-]+\.[\w.]+", re.DOTALL)
_SENTENCE_END = re.compile(r"""(?<=[.!?…])["'»’)*]*\s+|\n+""")


@dataclass(frozen=True, slots=True)
class Shown:
    """One text in one language, as it stands in a file."""

    owner: str
    """The topic, path, claim ... that it belongs to."""
    part: str
    """What it is there: `title`, `answers.steps`, `follow_ups.words` ..."""
    language: str
    text: str

    @property
    def forms(self) -> tuple[str, ...]:
        """The text in each form of address: two readings, or one where they are the same."""
        return sides(self.text) if self.language == "fr" else (self.text,)

    def __str__(self) -> str:
        """Where it stands and how it begins."""
        return f"{self.place}: {self.text[:60]}"

    @property
    def place(self) -> str:
        """The file from the top of the checkout, with line and column."""
        return str(place_of(self.text)).removeprefix(f"{KNOWLEDGE.parent}/")


def shown_texts(directory: Path = KNOWLEDGE) -> list[Shown]:
    """All of them, in the order of the files."""
    entries = read_pack(directory)[0].entries
    lists: tuple[Sequence[_Entry], ...]
    lists = (entries.topics, entries.small_talk, entries.neighbourhoods, entries.paths, entries.claims)
    owned = [
        *((each.id, each) for entry_list in lists for each in entry_list),
        *entries.themes,
        *entries.situations,
        *entries.aims,
    ]
    return [Shown(owner, part, *said) for owner, entry in owned for part, *said in _walk(entry, "")]


def _walk(value: object, part: str, language: str = "") -> Iterator[tuple[str, str, str]]:
    """Part, language and text of everything below that is said in a language."""
    if isinstance(value, str):
        if language:
            yield part.strip("."), language, value
    elif isinstance(value, tuple):
        for each in value:
            yield from _walk(each, part, language)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _walk(each, part, str(key) if key in LANGUAGES else language)
    elif is_dataclass(value) and not isinstance(value, (type, Phrasing)):
        for each in fields(value):
            if each.name not in FOR_WRITERS:
                yield from _walk(getattr(value, each.name), f"{part}.{each.name}", language)


def without_literals(text: str) -> str:
    """The text with a letter for each piece of code and each address, which no rule of language holds for."""
    return _LITERAL.sub("x", text)


def sentences(text: str) -> list[str]:
    """The sentences of a text that have words."""
    return [each for each in _SENTENCE_END.split(text) if count_words(each)]


def count_words(text: str) -> int:
    """How many words a reader counts: what stands between spaces and holds a letter or a figure."""
    return sum(any(c.isalnum() for c in word) for word in text.split())
