"""The words of the project that no dictionary knows; `.ci/spelling` prepares what this needs, and runs it."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from shown_texts import shown_texts

from advisor.pack.braces import sides
from advisor.pack.places import place_of

ROOT = Path(__file__).resolve().parent.parent
DICTIONARIES = {"fr": "fr", "en": "en_GB"}
LISTS = {language: ROOT / ".ci" / f"words-{language}.txt" for language in DICTIONARIES}
DOCS = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")
FOR_THE_MACHINE = frozenset({"text", "match", "index", "learn"})
"""Folders of the code whose words nobody reads."""

_CODE = re.compile(r"```.*?```|~~~.*?~~~|`[^`\n]*`|<!--.*?-->|<[^>\n]+>", re.DOTALL)
_ADDRESS = re.compile(
    r"\]\([^)\s]*\)|https?://\S+|[\w.+-]+@[\w-]+\.[\w.]+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|co|fr|eu|org|gov|gouv\.fr|dev|net|md)\b"
)
_QUOTED = re.compile(r"^>.*$", re.MULTILINE)
_BLANK = re.compile(r"\{\w*(?::[^{}]*)?\}|%\(\w+\)s")
_WORD = re.compile(r"(?<![\w.@#/-])[^\W\d_]+(?:['’-][^\W\d_]+)*(?![\w@/])")


@dataclass(frozen=True, slots=True)
class Said:
    """A text, where it stands, and its language: none where it may hold both."""

    file: str
    line: int
    language: str
    text: str


def knowledge() -> Iterator[Said]:
    """All that the knowledge shows to people."""
    for each in shown_texts():
        place = place_of(each.text)
        for form in each.forms:
            yield Said(str(Path(place.file).relative_to(ROOT)), place.line, each.language, form)


def interface() -> Iterator[Said]:
    """What the code says in French and English side by side: tables with both languages as keys or as arguments."""
    paths = sorted(path.relative_to(ROOT) for path in (ROOT / "advisor").rglob("*.py"))
    for path in (path for path in paths if FOR_THE_MACHINE.isdisjoint(path.parts)):
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
            for language, value in _by_language(node):
                for line, text in _texts(value):
                    for form in sides(text) if language == "fr" else (text,):
                        yield Said(str(path), line, language, form)


def _by_language(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    said: dict[str, ast.expr] = {}
    if isinstance(node, ast.Dict):
        said = {
            key.value: value
            for key, value in zip(node.keys, node.values, strict=True)
            if isinstance(key, ast.Constant) and isinstance(key.value, str)
        }
    elif isinstance(node, ast.Call):
        said = {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
    if said.keys() >= DICTIONARIES.keys():
        yield from ((language, said[language]) for language in DICTIONARIES)


def _texts(value: ast.AST) -> Iterator[tuple[int, str]]:
    """The texts below, but for the keys of tables."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.lineno, value.value
    for child in value.values if isinstance(value, ast.Dict) else ast.iter_child_nodes(value):
        yield from _texts(child)


def docs() -> Iterator[Said]:
    """The documents but for what they quote, which people type as they like.

    Many hold both languages, often on one line, so a word of either is a word.
    """
    paths = [*(ROOT / name for name in DOCS), *sorted((ROOT / "docs").rglob("*.md"))]
    for path in (path for path in paths if path.exists()):
        yield Said(str(path.relative_to(ROOT)), 1, "", _QUOTED.sub("", path.read_text(encoding="utf-8")))


def words(text: str, names: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The words of a text with the line that they are on, counted from 0: no code, address, blank to fill in or name."""
    for line, said in enumerate(_CODE.sub(lambda found: "\n" * found.group().count("\n"), text).split("\n")):
        for other in (_ADDRESS, _BLANK, names):
            said = other.sub(" ", said)
        for found in _WORD.finditer(said):
            yield line, found.group().replace("’", "'")


@dataclass(frozen=True, slots=True)
class Speller:
    """What is a word in one language: the dictionary, and the list of words and of names of several words."""

    language: str
    listed: frozenset[str]
    names: re.Pattern[str]

    @classmethod
    def of(cls, language: str) -> "Speller":
        """The speller with the list of that language."""
        lines = LISTS[language].read_text(encoding="utf-8").splitlines()
        names = "|".join(re.escape(line) for line in lines if " " in line)
        return cls(language, frozenset(lines), re.compile(rf"\b(?:{names})\b" if names else "(?!)"))

    def unknown(self, texts: Iterable[Said]) -> set[tuple[str, int, str]]:
        """File, line and word of what nobody knows, as a whole or piece by piece."""
        placed = {(each.file, each.line + line, word) for each in texts for line, word in words(each.text, self.names)}
        given = {word for *_, word in placed} - self.listed
        refused = self._refused(given)
        doubtful = {word for word in given if refused & {word, *_pieces(word)}}
        wrong = self._refused({piece for word in doubtful for piece in _pieces(word)} - self.listed)
        return {each for each in placed if each[2] in doubtful and wrong & set(_pieces(each[2]))}

    def _refused(self, given: set[str]) -> set[str]:
        """What hunspell doesn't know."""
        ran = subprocess.run(
            ["hunspell", "-d", DICTIONARIES[self.language], "-i", "utf-8", "-l"],
            input="\n".join(sorted(given)),
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        return set(ran.stdout.split())


def _pieces(word: str) -> list[str]:
    return re.split("['-]", word)


def main() -> int:
    """Print every unknown word where it stands."""
    every = [*knowledge(), *interface(), *docs()]
    wrong: set[tuple[str, int, str]] = set()
    of_docs = []
    for language in DICTIONARIES:
        speller = Speller.of(language)
        wrong |= speller.unknown(each for each in every if each.language == language)
        of_docs.append(speller.unknown(each for each in every if not each.language))
    wrong |= set.intersection(*of_docs)
    for file, line, word in sorted(wrong):
        print(f"{file}:{line}: {word}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
