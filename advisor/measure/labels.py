"""Reads files of labelled questions and dialogues, and says file and line of what is wrong; asks nothing.

A file has one JSON object a line. A question: `{"id", "lang", "question", "expect": [...], "style"}`. A dialogue:
`{"id", "lang", "turns": [{"question", "expect"}, ...]}`. `expect` names the entries that answer, best first, and is
empty where nobody here should. `style` may be missing; other keys are let be.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from advisor.errors import AdvisorError
from advisor.model import LANGUAGES, Language
from advisor.reasons import reason_of

NEAR = "near-oos"
FAR = "far-oos"
UNSTYLED = "-"
"""The style of a question that names none."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question and what answers it."""

    id: str
    language: Language
    question: str
    expect: tuple[str, ...]
    style: str = UNSTYLED

    @property
    def on_the_map(self) -> bool:
        """Whether anything here answers it."""
        return bool(self.expect)


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A talk of several turns, each labelled in the context of those before."""

    id: str
    language: Language
    turns: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """What some files hold, in their order."""

    questions: tuple[Question, ...] = ()
    dialogues: tuple[Dialogue, ...] = ()

    def unknown(self, known: Iterable[str]) -> tuple[str, ...]:
        """The entries that are expected but aren't there, each once."""
        held = frozenset(known)
        turns = (turn for dialogue in self.dialogues for turn in dialogue.turns)
        expected = (id for one in (*self.questions, *turns) for id in one.expect)
        return tuple(dict.fromkeys(id for id in expected if id not in held))


class LabelError(AdvisorError):
    """A file of labelled questions can't be used; the message begins with its place, `file:line`."""

    def __init__(self, place: str, english: str, french: str) -> None:
        super().__init__(f"{place}: {english}", f"{place} : {french}")


def read_labelled(files: Sequence[Path]) -> Labelled:
    """The questions and dialogues of some files; raises LabelError at the first thing that is wrong.

    An id may come up once in all files together, or else two runs couldn't be compared.
    """
    questions: list[Question] = []
    dialogues: list[Dialogue] = []
    seen: dict[str, str] = {}
    for file in files:
        for number, line in enumerate(_lines(file), 1):
            if not line.strip():
                continue
            place = f"{file}:{number}"
            row = _object(line, place)
            id = _text(row, "id", place)
            if id in seen:
                raise LabelError(
                    place, f"the id “{id}” is that of {seen[id]}", f"l'id « {id} » est celui de {seen[id]}"
                )
            seen[id] = place
            language = _language(row, place)
            if "turns" in row:
                dialogues.append(Dialogue(id, language, _turns(row, id, language, place)))
            else:
                questions.append(_question(row, id, language, _style(row, place), place))
    if not questions and not dialogues:
        names = " ".join(map(str, files))
        raise LabelError(names, "there is no question in it", "il n'y a pas de question dedans")
    return Labelled(tuple(questions), tuple(dialogues))


def _lines(file: Path) -> list[str]:
    try:
        return file.read_bytes().decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise LabelError(f"{file}:{line}", "this isn't UTF-8", "ce n'est pas de l'UTF-8") from None
    except OSError as error:
        reason = reason_of(error)
        raise LabelError(str(file), f"it can't be read: {reason['en']}", f"illisible : {reason['fr']}") from None


def _object(line: str, place: str) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        column = getattr(error, "colno", 1)
        raise LabelError(f"{place}:{column}", "this isn't JSON", "ce n'est pas du JSON") from None
    except RecursionError:
        raise LabelError(place, "this is nested too deep", "c'est imbriqué trop profond") from None
    if not isinstance(row, dict):
        raise LabelError(place, "a line must be a JSON object", "une ligne doit être un objet JSON")
    return row


def _text(row: Mapping[str, Any], key: str, place: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value:
        raise LabelError(place, f"“{key}” must be a text", f"« {key} » doit être un texte")
    return value


def _language(row: Mapping[str, Any], place: str) -> Language:
    for language in LANGUAGES:
        if row.get("lang") == language:
            return language
    raise LabelError(place, "“lang” must be fr or en", "« lang » doit être fr ou en")


def _style(row: Mapping[str, Any], place: str) -> str:
    return _text(row, "style", place) if "style" in row else UNSTYLED


def _question(row: Mapping[str, Any], id: str, language: Language, style: str, place: str) -> Question:
    expect = row.get("expect")
    if not isinstance(expect, list) or not all(isinstance(one, str) and one for one in expect):
        raise LabelError(
            place,
            "“expect” must be a list of ids, empty for a question that nobody answers",
            "« expect » doit être une liste d'identifiants, vide pour une question sans réponse ici",
        )
    if expect and style in (NEAR, FAR):
        raise LabelError(
            place, f"a question of style {style} expects nothing", f"une question de style {style} n'attend rien"
        )
    return Question(id, language, _text(row, "question", place), tuple(expect), style)


def _turns(row: Mapping[str, Any], id: str, language: Language, place: str) -> tuple[Question, ...]:
    turns = row["turns"]
    if not isinstance(turns, list) or not turns or not all(isinstance(turn, dict) for turn in turns):
        raise LabelError(place, "“turns” must be a list of objects", "« turns » doit être une liste d'objets")
    style = _style(row, place)
    return tuple(
        _question(turn, f"{id}.{number}", language, style, f"{place} turns[{number - 1}]")
        for number, turn in enumerate(turns, 1)
    )
