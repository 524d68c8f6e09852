"""Writes gaps as a file of knowledge for its author to go through: phrasings under what is nearest; decides no label."""

import json
from collections.abc import Iterable, Sequence

from advisor.gaps.grouping import Gap
from advisor.model import LANGUAGES, Language
from advisor.pack.near import LIKE
from advisor.text.fold import words

HAND = "users"
"""The hand under which the questions stand: they are many people's, none of them an author's."""

SAID: dict[Language, dict[str, tuple[str, ...]]] = {
    "fr": {
        "head": (
            "Questions restées sans réponse, sous ce qui leur est le plus proche.",
            "À relire une par une : le plus proche n'est pas toujours le bon. Déplacez ou effacez ce qui n'est pas à sa place,",
            "posez ce fichier dans un dossier de connaissances, puis : advisor check DOSSIER",
        ),
        "times": ("{times} fois",),
        "nothing_near": (
            "Rien ici n'en est proche : un sujet à écrire, un voisinage à refuser avec une explication, ou du hors-sujet.",
            "Un voisinage se décrit ainsi (voyez le format des connaissances), avec les questions ci-dessous :",
        ),
        "title": ("Titre",),
        "why": ("Pourquoi cela reste dehors.",),
        "instead": ("Où demander à la place.",),
    },
    "en": {
        "head": (
            "Questions that went unanswered, under what is nearest to them.",
            "Go through them one by one: the nearest isn't always the right one. Move or delete what is out of place,",
            "put this file into a directory of knowledge, then: advisor check DIR",
        ),
        "times": ("{times} times",),
        "nothing_near": (
            "Nothing here is near: a topic to write, a neighbourhood to refuse with a reason, or off the map altogether.",
            "A neighbourhood is described like this (see the pack format), with the questions below:",
        ),
        "title": ("Title",),
        "why": ("Why it stays out.",),
        "instead": ("Where to ask instead.",),
    },
}


def patch(gaps: Sequence[Gap], language: Language) -> str:
    """The gaps as YAML that can be laid over the knowledge; its remarks are in a language."""
    said = SAID[language]
    lines = [f"# {line}" for line in said["head"]]
    refused = [gap for gap in gaps if gap.neighbourhood]
    near = [gap for gap in gaps if not gap.neighbourhood and gap.nearest]
    rest = [gap for gap in gaps if not gap.neighbourhood and not gap.nearest]
    lines += _section("topics", [(gap.nearest[0].topic, gap) for gap in near], said)
    lines += _section("neighbourhoods", [(gap.neighbourhood or "", gap) for gap in refused], said)
    if not near and not refused:
        lines += ["topics: []"]
    if rest:
        lines += ["", *(f"# {line}" for line in said["nothing_near"])]
        lines += [f"# {line}" for line in _skeleton(rest, said)]
    return "\n".join(lines) + "\n"


def _section(name: str, gaps: Sequence[tuple[str, Gap]], said: dict[str, tuple[str, ...]]) -> list[str]:
    """A section with each entry's new questions, the entry that most is asked for first."""
    lines = [f"{name}:"] if gaps else []
    for id in dict.fromkeys(id for id, _ in gaps):
        lines += [f"  - id: {_quoted(id)}", *_questions([gap for owner, gap in gaps if owner == id], "    ", said)]
    return lines


def _questions(gaps: Sequence[Gap], indent: str, said: dict[str, tuple[str, ...]]) -> list[str]:
    lines = [f"{indent}questions:"]
    for language in LANGUAGES:
        own = [gap for gap in gaps if gap.language == language]
        if own:
            lines += [f"{indent}  {language}:", f"{indent}    {HAND}:"]
            lines += [f"{indent}      - {line}" for gap in own for line in _wordings(gap, said)]
    return lines


def _wordings(gap: Gap, said: dict[str, tuple[str, ...]]) -> Iterable[str]:
    """The wordings worth learning: of those that are nearly the same, the first, with how often the gap was met."""
    for place, question in enumerate(_apart([wording.question for wording in gap.wordings])):
        remark = f"  # {said['times'][0].format(times=gap.times)}" if place == 0 and gap.times > 1 else ""
        yield f"{_quoted(question)}{remark}"


def _apart(questions: Sequence[str]) -> list[str]:
    """The questions that aren't nearly one before them, by the measure of `advisor check`."""
    from rapidfuzz import fuzz

    kept: dict[str, str] = {}
    for question in questions:
        key = " ".join(sorted(words(question)))
        if key and not any(fuzz.ratio(key, other, score_cutoff=LIKE) for other in kept):
            kept[key] = question
    return list(kept.values())


def _skeleton(gaps: Sequence[Gap], said: dict[str, tuple[str, ...]]) -> list[str]:
    spoken = [language for language in LANGUAGES if any(gap.language == language for gap in gaps)]

    def words_of(key: str) -> str:
        return "{" + ", ".join(f"{language}: {_quoted(SAID[language][key][0])}" for language in spoken) + "}"

    return [
        "neighbourhoods:",
        "  - id: new-neighbourhood",
        f"    title: {words_of('title')}",
        f"    why: {words_of('why')}",
        f"    instead: {words_of('instead')}",
        *_questions(gaps, "    ", said),
    ]


def _quoted(text: str) -> str:
    """A text as YAML quotes it, with escapes for what nobody sees."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in quoted)
