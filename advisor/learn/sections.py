"""Turns what was learnt into the sections of an index file; knows how nothing of it was fitted.

Names and formats are those that `advisor.index.reader` reads.
"""

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from math import log

import numpy as np

from advisor.index.couples import UNKNOWN, couple_sections, either_way, in_order
from advisor.index.expressions import Meaning, expression_sections
from advisor.index.linear import MOST, ZERO
from advisor.index.repair import repair_sections
from advisor.index.rows import PREFIXES, rows_of_word
from advisor.index.store import Section
from advisor.index.table import table_sections
from advisor.learn.examples import Example, abbreviations_of, is_trusted
from advisor.learn.fit import Fitted
from advisor.learn.ordinary import ordinary_words
from advisor.library import Lexicon
from advisor.model import LANGUAGES
from advisor.text.features import NEIGHBOUR, PAIR, SUBJECT
from advisor.text.fold import fold, tokens, typed_words
from advisor.text.names import names_in

A_NAME = 0.2
"""The share of phrasings that write a word like a name where it is one: many people type none of their capitals."""


def language_sections(
    code: str, fitted: Fitted, examples: Sequence[Example], columns: int, plain: frozenset[str] = frozenset()
) -> Mapping[str, Section]:
    """What the matcher reads of one language, in `columns` entries."""
    scales = np.abs(fitted.weights).max(axis=1, initial=0) / MOST
    scales[scales == 0] = 1.0
    stored = np.rint(fitted.weights / scales[:, None]).astype(np.int16) + ZERO
    surface = Counter(word for example in examples for word in example.words)
    known = sorted(surface)
    counts = array("I", [surface[word] if is_trusted(word, surface[word], code) else 0 for word in known])
    return {
        **feature_sections(code, fitted.features),
        f"{code}.idf": array("f", fitted.idf.tolist()),
        f"{code}.values": array("f", fitted.values.tolist()),
        f"{code}.rows.weights": stored.astype(np.uint8).tobytes(),
        f"{code}.rows.scales": array("f", scales.tolist()),
        f"{code}.rows.intercepts": array("d", fitted.intercepts.tolist()),
        **table_sections(f"{code}.surface", known),
        f"{code}.surface.counts": counts,
        f"{code}.surface.names": _names(known, examples),
        f"{code}.written": _written(surface, examples),
        **repair_sections(f"{code}.surface", known, counts),
        f"{code}.plain": json.dumps(sorted(plain), separators=(",", ":")).encode(),
        **_surface_rows(code, known, fitted.features, plain),
        **_near_sections(code, fitted, examples, columns),
    }


def _names(known: Sequence[str], examples: Sequence[Example]) -> "array[int]":
    """For each spelling whether it is that of a name: often enough written like one within a sentence."""
    written, like_names = Counter[str](), Counter[str]()
    for example in examples:
        written.update(set(example.words))
        like_names.update(names_in(example.phrasing.text))
    return array("b", [like_names[word] >= A_NAME * written[word] for word in known])


def _written(surface: Mapping[str, int], examples: Sequence[Example]) -> bytes:
    """Folded words to how those who write accents write them, as JSON, where that is with one."""
    counts = Counter[str]()
    for example in examples:
        if not example.phrasing.text.isascii():
            counts.update(typed_words(example.phrasing.text.lower()))
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for typed, count in counts.items():
        seen[fold(typed)][typed] = count
    written = {}
    for folded in sorted(seen.keys() & surface.keys()):
        (typed, _), *_ = seen[folded].most_common(1)
        if typed != folded:
            written[folded] = typed
    return json.dumps(written, ensure_ascii=False, separators=(",", ":")).encode()


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


def _surface_rows(
    code: str, known: Sequence[str], features: Sequence[str], plain: frozenset[str]
) -> Mapping[str, Section]:
    """The rows of each known word's own features, so that a question needs not look them up one by one."""
    rows = {feature: row for row, feature in enumerate(features)}
    flat, starts = array("i"), array("I", [0])
    for word in known:
        flat.extend(rows_of_word(word, code, lambda feature: rows.get(feature, UNKNOWN), plain))
        starts.append(len(flat))
    return {f"{code}.surface.rows": flat, f"{code}.surface.rows.starts": starts}


def _near_sections(code: str, fitted: Fitted, examples: Sequence[Example], columns: int) -> Mapping[str, Section]:
    """Phrasings by entry, and for each stem the phrasings that hold it, for the cosine over single words."""
    stems = sum(name[0] == PREFIXES["words"] for name in fitted.features)  # they come first
    entries = np.array([example.entry for example in examples], dtype=np.int64)
    order = np.argsort(entries, kind="stable")
    ordered = [examples[place] for place in order]
    starts = array("I", np.searchsorted(entries[order], range(columns + 1)).tolist())
    held = (fitted.rows[order][:, :stems] > 0).tocsc()
    held.sort_indices()
    lengths = np.sqrt(held @ np.square(fitted.idf[:stems].astype(np.float64)))
    norms = array("f", np.where(lengths > 0, lengths, 1.0).tolist())
    post_starts, flat = array("I", held.indptr.tolist()), array("I", held.indices.tolist())
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


def common_sections(by_language: Mapping[str, Sequence[Example]]) -> Mapping[str, Section]:
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


def lexicon_sections(lexicon: Lexicon) -> Mapping[str, Section]:
    """What is typed for what, and every expression of a talk as the words that `advisor.text.fold` makes of it."""
    abbreviations = {code: abbreviations_of(lexicon, code) for code in lexicon.abbreviations}
    meant: dict[str, list[Meaning]] = defaultdict(list)
    for name, table in (("persons", lexicon.persons), ("parts", lexicon.parts), ("dialogue", lexicon.dialogue)):
        for key, by_language in table.items():
            for expression in sorted({one for said in by_language.values() for one in _ways_to_type(said)}):
                meant[expression].append((name, key))
    return {
        "abbreviations": json.dumps(abbreviations, ensure_ascii=False, separators=(",", ":")).encode(),
        **expression_sections(meant),
    }


def _ways_to_type(expressions: Sequence[str]) -> set[str]:
    """Expressions as folded words, with their apostrophes and without: many people type none ("dont", "jai")."""
    bare = (expression.replace("'", "").replace("\u2019", "") for expression in expressions)
    return {" ".join(tokens(one)) for one in (*expressions, *bare)} - {""}
