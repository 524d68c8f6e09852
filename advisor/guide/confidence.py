"""Why an answer was given and how far its words for confidence can be trusted, as Markdown in both languages.

The figures come from the index, which counted them when it was built; knows no matcher and no screen.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from advisor.guide.words import PHRASES, count, percent, quoted, said
from advisor.model import Words
from advisor.reply import Alternative, Reply, Sureness

WORDS: tuple[Sureness, ...] = ("sure", "think", "hesitate")
LONGEST_BAR = 20
FEW = 20
"""Questions below which a share says nothing: one more or less would change it by more than a twentieth."""
LEAST_LIKELY = 0.1
"""Confidence of a topic that a question could at all have meant."""
_MARKS = re.compile(r"[{}|*_`\[\]<>]")
"""What would be read as a form of address or as Markdown."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What came of the answers that were given with one word."""

    word: Sureness
    promised: float | None
    """The share of right answers that the word promises; None for a hesitation."""
    questions: int
    right: float | None
    """The share that was right; None where no question was answered with the word."""


@dataclass(frozen=True, slots=True)
class Bin:
    """One range of confidence: what was expected there, and what came."""

    low: float
    high: float
    questions: int
    expected: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """What was counted on held-out questions when the index was built."""

    questions: int
    on_the_map: int
    promises: tuple[Promise, ...]
    bins: tuple[Bin, ...]
    by_trials: bool = True
    """Whether on trial questions, rather than on phrasings that were held out by turns."""
    lent: bool = False
    """Whether it was counted for the built-in knowledge, and lent to this one."""

    @classmethod
    def of(cls, held_out: Mapping[str, Any] | None) -> "Reliability | None":
        """What an index says of itself; None where nothing was counted."""
        if not held_out or "bins" not in held_out:
            return None
        bands = held_out["bands"]
        return cls(
            held_out["questions"],
            held_out["on_the_map"],
            tuple(
                Promise(word, bands[word]["promised"], bands[word]["questions"], bands[word]["right"])
                for word in WORDS
                if word in bands
            ),
            tuple(
                Bin(one["from"], one["to"], one["questions"], one["expected"], one["right"]) for one in held_out["bins"]
            ),
            held_out.get("by") == "trials",
            bool(held_out.get("lent")),
        )

    def promise(self, word: Sureness) -> Promise | None:
        """What came of one word."""
        return next((one for one in self.promises if one.word == word), None)


def likely_others(reply: Reply) -> Sequence[Alternative]:
    """What else the question could have meant: what is at all likely, or nearly as likely as the best."""
    best = max((one.confidence for one in reply.alternatives), default=0.0)
    least = min(LEAST_LIKELY, best / 2)
    return [one for one in reply.alternatives if one.topic != reply.topic and one.confidence >= least]


def why_page(reply: Reply, counted: Reliability | None) -> Iterator[Words]:
    """Why a reply is what it is: the words that decided, how sure the advisor was, what that is worth."""
    if reply.kind == "unknown":
        yield PHRASES["refused" if reply.neighbourhood else "unmatched"]
    elif reply.because:
        yield said("decided", words=quoted([_either(harmless(word)) for word in reply.because]))
    elif reply.confidence == 1.0 and reply.kind == "answer":
        yield _either(harmless(reply.lesson)) if reply.lesson else PHRASES["chosen"]
    elif reply.kind in ("answer", "choices"):
        yield PHRASES["went-on"]
    for one in reply.corrections:
        yield said("read-as", typed=harmless(one.typed), read_as=harmless(one.read_as))
    if reply.sureness and reply.kind == "answer" and (reply.because or reply.confidence < 1.0):
        yield said("confidence", percent=percent(reply.confidence), word=PHRASES[reply.sureness])
        yield promise_words(reply.sureness, counted)


def promise_words(word: Sureness, counted: Reliability | None) -> Words:
    """What one word for confidence came to on the trial questions."""
    promise = counted.promise(word) if counted else None
    if counted is None or promise is None:
        return PHRASES["uncounted"]
    if promise.right is None:
        return PHRASES["no-promise"]
    if promise.questions < FEW:
        words = said("few-promise", count=count(promise.questions))
    else:
        words = said("promise", count=count(promise.questions), percent=percent(promise.right))
    return {code: f"{text} {PHRASES['lent'][code]}" for code, text in words.items()} if counted.lent else words


def confidence_page(counted: Reliability | None, *, bars: bool = True) -> Iterator[Words]:
    """What each word promises and kept, then the curve, range by range; without bars it can be read aloud."""
    if counted is None:
        yield PHRASES["uncounted"]
        return
    key = "counted-on" if counted.by_trials else "counted-on-folds"
    yield said(key, questions=count(counted.questions), inside=count(counted.on_the_map))
    if counted.lent:
        yield PHRASES["lent"]
    yield _list([_kept(one) for one in counted.promises])
    yield PHRASES["curve"]
    yield _list([_range(one, bars=bars) for one in _wide_enough(counted.bins)])


def harmless(text: str) -> str:
    """A person's words without the signs that a text of ours gives a meaning."""
    return _MARKS.sub("", text)


def _kept(one: Promise) -> Words:
    word = PHRASES[one.word]
    if one.right is None:
        return said("word-unused", word=word)
    if one.questions < FEW:
        return said("word-few", word=word, count=count(one.questions))
    if one.promised is None:
        return said("word-unpromised", word=word, percent=percent(one.right), count=count(one.questions))
    return said(
        "word-promised",
        word=word,
        promised=percent(one.promised),
        percent=percent(one.right),
        count=count(one.questions),
    )


def _wide_enough(bins: Sequence[Bin]) -> Sequence[Bin]:
    """The ranges, those with few questions joined to the next one, the last of them to the one before."""
    wide: list[Bin] = []
    for one in bins:
        if wide and wide[-1].questions < FEW:
            wide[-1] = _joined(wide[-1], one)
        else:
            wide.append(one)
    if len(wide) > 1 and wide[-1].questions < FEW:
        wide[-2:] = [_joined(*wide[-2:])]
    return wide


def _joined(low: Bin, high: Bin) -> Bin:
    questions = low.questions + high.questions

    def mean(lower: float, higher: float) -> float:
        return (low.questions * lower + high.questions * higher) / questions if questions else 0.0

    return Bin(low.low, high.high, questions, mean(low.expected, high.expected), mean(low.right, high.right))


def _range(one: Bin, *, bars: bool) -> Words:
    """A range in words, with a bar that is as long as its share of right answers."""
    words = said(
        "bin",
        low=_figure(one.low),
        high=_figure(one.high),
        expected=percent(one.expected),
        right=percent(one.right),
        count=count(one.questions),
    )
    if not bars:
        return words
    bar = "█" * round(one.right * LONGEST_BAR)
    return {code: f"{text} {bar}".rstrip() for code, text in words.items()}


def _figure(value: float) -> Words:
    return {"fr": f"{value:.1f}".replace(".", ","), "en": f"{value:.1f}"}


def _list(items: list[Words]) -> Words:
    return {code: "\n".join(f"- {item[code]}" for item in items) for code in ("fr", "en")}


def _either(text: str) -> Words:
    return {"fr": text, "en": text}
