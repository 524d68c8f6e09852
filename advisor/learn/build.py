"""Builds an index from a library: learns, calibrates, and writes one file; needs scikit-learn, knows no screen.

The same library gives the same index, byte for byte, with the same versions of the libraries.
"""

import contextlib
import json
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from advisor import __version__
from advisor.garbage import uncollected
from advisor.index import store
from advisor.index.shelf import shelf_sections
from advisor.index.store import Section
from advisor.learn.beside import Beside, beside
from advisor.learn.calibrate import TooFew, Tried, curves_of, held_out, thresholds_of
from advisor.learn.dialogues import Asked as TalksAsked
from advisor.learn.dialogues import Seen, dealt, fit_dialogues, seen_in
from advisor.learn.examples import Example, entries_of, examples_of
from advisor.learn.fit import SHARES, fit
from advisor.learn.ordinary import plain_words
from advisor.learn.parts import Asked as PartsAsked
from advisor.learn.parts import Learnt, asked_of, fit_parts, learnt_of
from advisor.learn.sections import common_sections, language_sections, lexicon_sections
from advisor.library import Library
from advisor.model import LANGUAGES
from advisor.text.features import blocks

UNCALIBRATED: dict[str, Any] = {
    "curves": {
        "candidate": {"weights": [0.5, 3.5, 0.5, 2.0, 1.0, 0.0, -3.0, 0.0, 0.5, 0.0], "intercept": -1.0},
        "scope": {"weights": [0.5, 2.0, 4.0, 1.0, -3.0, 0.0, 4.0], "intercept": -4.5},
        "turn": {
            "weights": [
                *(0.5, 0.5, -0.1, 1.0, -0.8, 0.3, 1.1, 0.6, -0.4, -0.1),
                *(1.0, 0.1, 0.7, -0.2, 0.3, 0.3, 0.6, 0.5, 0.5, 1.0),
            ],
            "intercept": 0.0,
        },
        "off": {
            "weights": [-1.1, 0.4, -1.4, 0.4, -0.8, 1.8, 0.2, -0.1, -0.5, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0],
            "intercept": -4.0,
        },
        "part": {"weights": [0.2, 0.5, 1.0, 1.0, 1.0, -1.0, *[0.0] * 7], "intercept": -1.5},
        "first_part": {"weights": [0.2, 0.5, 1.0, 1.0, 1.0, -1.0, *[0.0] * 7], "intercept": -2.5},
    },
    "thresholds": {
        "answer": 0.5,
        "inside": 0.1,
        "choices": 0.5,
        "among": 0.75,
        "lone": 0.75,
        "follow": 0.3,
        "leave": 0.5,
        "sure": 0.9,
        "think": 0.7,
    },
    "held_out": None,
}
"""Cautious curves for the case that not even the built-in knowledge can lend its own."""

MANY = 4000
"""From so many phrasings on, a second process for the second language is worth its start."""

Progress = Callable[[str], None]
Part = tuple[str, list[Example], int]
"""A language, its examples, and the count of columns."""


def quiet(_: str) -> None:
    """Progress that nobody watches."""


@uncollected()
def build(
    library: Library,
    knowledge: str,
    path: Path,
    progress: Progress = quiet,
    fallback: Mapping[str, Any] | None = None,
) -> None:
    """Build the index of a library whose fingerprint is `knowledge` and write it to `path`; raises OSError.

    `fallback` are the curves and thresholds for a library with too few phrasings to calibrate on.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # asked for before the examples are read: the other process imports scikit-learn meanwhile
    with beside(_sections_of_one, wanted=_phrasings_in(library) >= MANY) as other:
        progress("index")
        by_language: dict[str, list[Example]] = {}

        def read(code: str) -> list[Example]:
            by_language[code] = examples_of(library, code)
            return by_language[code]

        sections = learnt_sections(library, read, other)
        examples = [example for code in LANGUAGES for example in by_language[code]]
        sections |= shelf_sections(library)
        progress("calibration")
        parts, calibration = _calibrated(library, sections, examples, path.parent, progress, other, fallback or {})
        sections |= {**parts, "meta": _json(_meta(library, examples) | calibration)}
    store.write(path, knowledge, sections)


def _calibrated(
    library: Library,
    sections: Mapping[str, Section],
    examples: Sequence[Example],
    room: Path,
    progress: Progress,
    other: Beside,
    fallback: Mapping[str, Any],
) -> tuple[Mapping[str, Section], dict[str, Any]]:
    """What is counted of parts, and the curves, thresholds and figures to store."""
    found = {name: {**UNCALIBRATED[name], **fallback.get(name, {})} for name in ("curves", "thresholds")}
    tried: Tried | None = None
    with contextlib.suppress(TooFew):
        tried = held_out(library, examples, sections, partial(learnt_from, other=other), room, other)
        found["curves"] |= curves_of(tried.held)
    thresholds: dict[str, float] = {}
    figures: dict[str, Any] | None = None
    with tempfile.TemporaryDirectory(dir=room, prefix=".talks-", ignore_cleanup_errors=True) as scratch:
        path = Path(scratch) / "talks"
        store.write(path, "talks", {**sections, "meta": _json(_meta(library, examples) | found)})
        if library.dialogues:
            progress("dialogues")
        talks, talks_elsewhere = dealt(library.dialogues, path)
        asked, *asked_elsewhere = asked_of(library, path)
        waiting = other.start(_talks_and_parts, (talks_elsewhere, asked_elsewhere))
        if tried:
            thresholds, figures = thresholds_of(tried, entries_of(library))
        seen, learnt = _talks_and_parts((talks, [asked]))
        seen_elsewhere, learnt_elsewhere = waiting()
        fitted = fit_dialogues([*seen, *seen_elsewhere]) or {"curves": {}, "thresholds": {}}
        parts, part_curve = fit_parts([*learnt, *learnt_elsewhere])
    return parts, {
        "curves": found["curves"] | part_curve | fitted["curves"],
        "thresholds": found["thresholds"] | thresholds | fitted["thresholds"],
        "held_out": figures or fallback.get("held_out"),
    }


def _talks_and_parts(asked: tuple[TalksAsked, Sequence[PartsAsked]]) -> tuple[list[Seen], list[Learnt]]:
    """Some talks, and what asks for parts in some languages, as an index sees them: one piece of work for either process."""
    talks, messages = asked
    return seen_in(talks), [learnt_of(one) for one in messages]


def _meta(library: Library, examples: Sequence[Example]) -> dict[str, Any]:
    """What the answer path must know before it reads anything else."""
    return {
        "version": __version__,
        "entries": [[entry.id, entry.kind] for entry in entries_of(library)],
        "shares": SHARES,
        "phrasings": dict(Counter(example.phrasing.language for example in examples)),
    }


def learnt_sections(library: Library, read: Callable[[str], list[Example]], other: Beside) -> dict[str, Section]:
    """The sections that the matcher reads: each language's features and classifier, ordinary words, the lexicon.

    `read` gives the examples of a language; one is learnt elsewhere while the other is still read.
    """
    columns = len(entries_of(library))
    here, *elsewhere = LANGUAGES
    by_language: dict[str, list[Example]] = {}
    waiting = []
    for code in elsewhere:
        by_language[code] = read(code)
        waiting.append(other.start(_sections_of_one, (code, by_language[code], columns)))
    by_language[here] = read(here)
    sections = dict(_sections_of_one((here, by_language[here], columns)))
    sections |= common_sections(by_language)
    for made in waiting:
        sections |= made()
    sections |= lexicon_sections(library.lexicon)
    sections["meta"] = _json(_meta(library, [one for code in LANGUAGES for one in by_language[code]]))
    return sections


def learnt_from(library: Library, examples: Sequence[Example], other: Beside) -> dict[str, Section]:
    """The same from examples of all languages."""
    return learnt_sections(library, lambda code: [one for one in examples if one.phrasing.language == code], other)


def _sections_of_one(part: Part) -> Mapping[str, Section]:
    """What is learnt of one language."""
    code, examples, columns = part
    plain = plain_words(code, len(examples))
    said = [blocks(list(one.words), code, one.subject, plain) if plain else one.blocks for one in examples]
    fitted = fit(said, [example.entry for example in examples], columns)
    return language_sections(code, fitted, examples, columns, plain)


def _phrasings_in(library: Library) -> int:
    """About how many phrasings there are to learn from."""
    phrasings = sum(
        len(entry.phrasings)
        for table in (library.topics, library.small_talk, library.neighbourhoods)
        for entry in table.values()
    )
    return phrasings + len(library.sequels) + sum(not one.first for one in library.parts_asked)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
