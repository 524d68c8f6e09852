"""Asks labelled questions of the very advisor that answers people, and judges each reply; sums nothing up."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from advisor.advice.advisor import Advisor
from advisor.index.reader import Index
from advisor.match.matcher import Match, Matched, Matcher
from advisor.measure.labels import Dialogue, Question
from advisor.reply import Reply

Outcome = Literal[
    "right",
    "offered",
    "wrong",
    "offered in vain",
    "silent",
    "refused",
    "offered off the map",
    "answered off the map",
]
ON_THE_MAP: tuple[Outcome, ...] = ("right", "offered", "wrong", "offered in vain", "silent")
OFF_THE_MAP: tuple[Outcome, ...] = ("refused", "offered off the map", "answered off the map")
GOOD: frozenset[Outcome] = frozenset({"right", "offered", "refused"})
"""Where the reply holds what it should; what its confidence promises."""
RANKED = 3
"""Entries kept of each ranking."""

Step = Callable[[int, int], None]
"""Told how many of how many questions are done."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The phrasing that a question comes closest to in the entry that it was taken for."""

    entry: str
    phrasing: str
    cosine: float


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, what came back, and how that is judged."""

    question: Question
    outcome: Outcome
    kind: str
    given: tuple[str, ...]
    """The topic of the answer, or the topics to choose from."""
    confidence: float
    """Of the reply."""
    ranked: tuple[str, ...]
    """The likeliest entries that the advisor answers, whatever it replied."""
    best: float
    """The confidence of the first of them."""
    inside: float
    """The probability that the question is on the map."""
    nearest: Nearest | None = None

    @property
    def top_1(self) -> bool:
        """Whether the likeliest entry answers the question."""
        return bool(self.ranked) and self.ranked[0] in self.question.expect

    @property
    def top_3(self) -> bool:
        """Whether one of the three likeliest does."""
        return any(one in self.question.expect for one in self.ranked)

    @property
    def right(self) -> bool:
        """Whether it was answered right, or rightly refused."""
        return self.outcome in ("right", "refused")


class Questioner:
    """Puts questions to one advisor, each in a talk of its own, each dialogue in one."""

    def __init__(self, advisor: Advisor) -> None:
        self._advisor = advisor
        self._matcher = Matcher(advisor.index)

    def known(self) -> frozenset[str]:
        """The entries that this advisor answers."""
        return frozenset(entry.id for entry in self._advisor.index.entries if entry.answered)

    def ask(self, questions: Sequence[Question], step: Step) -> Iterator[Asked]:
        """Each question, with nothing said before."""
        for done, question in enumerate(questions):
            step(done, len(questions))
            yield self._judged(question, self._advisor.conversation().ask(question.question))

    def talk(self, dialogues: Iterable[Dialogue]) -> Iterator[Asked]:
        """Each turn of each dialogue, in the context of those before."""
        for dialogue in dialogues:
            conversation = self._advisor.conversation()
            for turn in dialogue.turns:
                yield self._judged(turn, conversation.ask(turn.question))

    def _judged(self, question: Question, reply: Reply) -> Asked:
        matched = self._matcher.match(question.question)
        given = (reply.topic,) if reply.topic else reply.offered if reply.kind == "choices" else ()
        ranked = tuple(match.entry.id for match in matched.answered[:RANKED])
        return Asked(
            question,
            outcome(question.expect, reply.kind, given),
            reply.kind,
            given,
            reply.confidence,
            ranked,
            matched.answered[0].confidence if matched.answered else 0.0,
            matched.in_scope,
            self._nearest(matched),
        )

    def _nearest(self, matched: Matched) -> Nearest | None:
        best = next(iter(matched.answered), None)
        if best is None or best.phrasing < 0:
            return None
        return nearest(self._advisor.index, matched.reading.language, best)


def outcome(expect: Sequence[str], kind: str, given: Sequence[str]) -> Outcome:
    """What a reply of some kind that gives some entries is to a question that some entries answer."""
    hit = any(one in expect for one in given)
    if kind == "unknown":
        return "silent" if expect else "refused"
    if not expect:
        return "offered off the map" if kind == "choices" else "answered off the map"
    if kind == "choices":
        return "offered" if hit else "offered in vain"
    return "right" if hit else "wrong"


def nearest(index: Index, language: str, match: Match) -> Nearest:
    """The words of a match's nearest phrasing, from where the builder of the index left them."""
    starts = index.file.numbers(f"{language}.near.texts.starts")
    texts = index.file.raw(f"{language}.near.texts")
    text = bytes(texts[starts[match.phrasing] : starts[match.phrasing + 1]]).decode()
    return Nearest(match.entry.id, text, match.cosine)
