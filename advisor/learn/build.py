"""Builds an index from a library: learns, calibrates, and writes one file; needs scikit-learn, knows no screen.

The same library gives the same index, byte for byte, with the same versions of the libraries.
"""

import json
import tempfile
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from math import log, sqrt
from pathlib import Path
from typing import Any

import numpy as np

from advisor import __version__
from advisor.index import store
from advisor.index.couples import UNKNOWN, couple_sections, either_way, in_order
from advisor.index.linear import MOST, ZERO
from advisor.index.reader import PREFIXES, rows_of_word
from advisor.index.repair import repair_sections
from advisor.index.shelf import shelf_sections
from advisor.index.store import Section
from advisor.index.table import table_sections
from advisor.learn.beside import Beside, beside
from advisor.learn.calibrate import TooFew, calibrate
from advisor.learn.dialogues import fit_dialogues
from advisor.learn.examples import Example, abbreviations_of, entries_of, examples_of, is_trusted
from advisor.learn.fit import SHARES, Fitted, fit
from advisor.learn.ordinary import ordinary_words
from advisor.library import Lexicon, Library
from advisor.model import LANGUAGES
from advisor.text.features import NEIGHBOUR, PAIR, SUBJECT
from advisor.text.fold import tokens

UNCALIBRATED: dict[str, Any] = {
    "curves": {
        "candidate": {"weights": [0.5, 3.5, 0.5, 2.0, 1.0, 0.0, -3.0, 0.0, 0.5, 0.0], "intercept": -1.0},
        "scope": {"weights": [0.5, 2.0, 4.0, 1.0, -3.0, 0.0], "intercept": -1.0},
        "turn": {
            "weights": [0.5, 0.5, -0.1, 1, -0.8, 0.3, 1.1, 0.6, -0.4, -0.1, 1, 0.1, 0.7, -0.2, 0.3, 0.3, 0.6, 0.5, 0.5],
            "intercept": 0.0,
        },
        "off": {"weights": [-1.1, 0.4, -1.4, 0.4, -0.8, 1.8, 0.2, -0.1, -0.5, 0.5], "intercept": -4.0},
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
        progress("calibration")
        try:
            learn = partial(learnt_from, other=other)
            calibration = calibrate(library, examples, sections, learn, path.parent, other)
        except TooFew:
            calibration = dict(fallback or UNCALIBRATED)
        for name in ("curves", "thresholds"):
            calibration[name] = {**UNCALIBRATED[name], **(fallback or {}).get(name, {}), **calibration[name]}
        sections |= shelf_sections(library)
        sections["meta"] = _json(_meta(library, examples) | calibration)
        if library.dialogues:
            progress("dialogues")
            sections["meta"] = _json(
                _meta(library, examples) | _with_dialogues(library, calibration, sections, path.parent, other)
            )
    store.write(path, knowledge, sections)


def _with_dialogues(
    library: Library, calibration: Mapping[str, Any], sections: Mapping[str, Section], room: Path, other: Beside
) -> dict[str, Any]:
    """The calibration with what the library's dialogues say of how people go on in a talk."""
    with tempfile.TemporaryDirectory(dir=room, prefix=".talks-", ignore_cleanup_errors=True) as scratch:
        path = Path(scratch) / "talks"
        store.write(path, "talks", sections)
        fitted = fit_dialogues(library.dialogues, path, other) or {}
    return {**calibration, **{name: {**calibration[name], **part} for name, part in fitted.items()}}


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
    sections |= _common_sections(by_language)
    for made in waiting:
        sections |= made()
    sections["lexicon"] = _json(_folded_lexicon(library.lexicon))
    sections["meta"] = _json(_meta(library, [one for code in LANGUAGES for one in by_language[code]]))
    return sections


def learnt_from(library: Library, examples: Sequence[Example], other: Beside) -> dict[str, Section]:
    """The same from examples of all languages."""
    return learnt_sections(library, lambda code: [one for one in examples if one.phrasing.language == code], other)


def _sections_of_one(part: Part) -> Mapping[str, Section]:
    """What is learnt of one language."""
    code, examples, columns = part
    fitted = fit([example.blocks for example in examples], [example.entry for example in examples], columns)
    return _language_sections(code, fitted, examples, columns)


def _phrasings_in(library: Library) -> int:
    """About how many phrasings there are to learn from."""
    phrasings = sum(
        len(entry.phrasings)
        for table in (library.topics, library.small_talk, library.neighbourhoods)
        for entry in table.values()
    )
    return phrasings + len(library.sequels)


def _language_sections(code: str, fitted: Fitted, examples: Sequence[Example], columns: int) -> Mapping[str, Section]:
    scales = np.abs(fitted.weights).max(axis=1, initial=0) / MOST
    scales[scales == 0] = 1.0
    stored = np.rint(fitted.weights / scales[:, None]).astype(np.int16) + ZERO
    surface = Counter(word for example in examples for word in example.words)
    spellings = sorted(surface)
    counts = array("I", [surface[word] if is_trusted(word, surface[word], code) else 0 for word in spellings])
    return {
        **feature_sections(code, fitted.features),
        f"{code}.idf": array("f", fitted.idf.tolist()),
        f"{code}.values": array("f", fitted.values.tolist()),
        f"{code}.rows.weights": stored.astype(np.uint8).tobytes(),
        f"{code}.rows.scales": array("f", scales.tolist()),
        f"{code}.rows.intercepts": array("d", fitted.intercepts.tolist()),
        **table_sections(f"{code}.surface", spellings),
        f"{code}.surface.counts": counts,
        **repair_sections(f"{code}.surface", spellings, counts),
        **_surface_rows(code, spellings, fitted.features),
        **_near_sections(code, fitted, examples, columns),
    }


def feature_sections(code: str, features: Sequence[str]) -> Mapping[str, Section]:
    """Where features are found: those of two stems by the stems' rows, all others by their names."""
    rows = {feature: row for row, feature in enumerate(features)}
    word, neighbour, pair = (PREFIXES[block] for block in ("words", "neighbours", "pairs"))
    names: list[str] = []
    couples: dict[int, int] = {}
    for row, feature in enumerate(features):
        kind, name = feature[0], feature[1:]
        names.append("")
        if kind == neighbour:
            couples[in_order(*(rows[word + one] for one in name.split(NEIGHBOUR)))] = row
        elif kind == pair and not name.startswith(SUBJECT):
            couples[either_way(*(rows[word + one] for one in name.split(PAIR)))] = row
        else:
            names[row] = feature
    return {**table_sections(f"{code}.features", names), **couple_sections(f"{code}.couples", couples)}


def _surface_rows(code: str, spellings: Sequence[str], features: Sequence[str]) -> Mapping[str, Section]:
    """The rows of each known word's own features, so that a question needs not look them up one by one."""
    rows = {feature: row for row, feature in enumerate(features)}
    flat, starts = array("i"), array("I", [0])
    for word in spellings:
        flat.extend(rows_of_word(word, code, lambda feature: rows.get(feature, UNKNOWN)))
        starts.append(len(flat))
    return {f"{code}.surface.rows": flat, f"{code}.surface.rows.starts": starts}


def _near_sections(code: str, fitted: Fitted, examples: Sequence[Example], columns: int) -> Mapping[str, Section]:
    """Phrasings by entry, and for each stem the phrasings that hold it, for the cosine over single words."""
    prefix = PREFIXES["words"]
    rows = {name[1:]: row for row, name in enumerate(fitted.features) if name[0] == prefix}
    ordered = sorted(examples, key=lambda example: example.entry)
    starts = array("I", np.searchsorted([e.entry for e in ordered], range(columns + 1)).tolist())
    posts: dict[int, list[int]] = defaultdict(list)
    norms = array("f")
    for number, example in enumerate(ordered):
        held = sorted({rows[stem] for stem in example.blocks[0] if stem in rows})
        norms.append(sqrt(sum(float(fitted.idf[row]) ** 2 for row in held)) or 1.0)
        for row in held:
            posts[row].append(number)
    post_starts = array("I", [0])
    flat = array("I")
    for row in range(len(rows)):
        flat.extend(posts[row])
        post_starts.append(len(flat))
    texts = [example.phrasing.text.encode() for example in ordered]
    text_starts = array("I", [0])
    for text in texts:
        text_starts.append(text_starts[-1] + len(text))
    return {
        f"{code}.near.entries": starts,
        f"{code}.near.starts": post_starts,
        f"{code}.near.posts": flat,
        f"{code}.near.norms": norms,
        f"{code}.near.texts": b"".join(texts),
        f"{code}.near.texts.starts": text_starts,
    }


def _common_sections(by_language: Mapping[str, Sequence[Example]]) -> Mapping[str, Section]:
    """Ordinary words and the knowledge's own, each with how much it speaks for French rather than English."""
    frequency = {code: Counter(ordinary_words(code)) for code in LANGUAGES}
    own = {code: Counter(w for e in by_language[code] for w in e.words) for code in LANGUAGES}
    share: dict[str, Callable[[str], float]] = {}
    for code in LANGUAGES:
        everyday, taught = frequency[code], own[code]
        whole, learnt = sum(everyday.values()) or 1, sum(taught.values()) or 1
        share[code] = lambda w, f=everyday, t=taught, a=whole, b=learnt: (  # type: ignore[misc]
            0.5 * f[w] / a + 0.5 * t[w] / b + 1e-7
        )
    known = sorted(set().union(*frequency.values(), *own.values()))
    odds = array("b", [round(max(-12.7, min(12.7, log(share["fr"](w) / share["en"](w)))) * 10) for w in known])
    return {**table_sections("common", known), "common.odds": odds}


def _folded_lexicon(lexicon: Lexicon) -> dict[str, Any]:
    """The lexicon with every expression as the words that `advisor.text.fold` makes of it."""
    abbreviations = {code: abbreviations_of(lexicon, code) for code in lexicon.abbreviations}
    return {
        "abbreviations": abbreviations,
        **{
            name: {
                key: {code: sorted({" ".join(tokens(e)) for e in said} - {""}) for code, said in by_code.items()}
                for key, by_code in table.items()
            }
            for name, table in (
                ("persons", lexicon.persons),
                ("parts", lexicon.parts),
                ("dialogue", lexicon.dialogue),
            )
        },
    }


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
