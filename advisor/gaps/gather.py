"""Asks questions again and keeps those that go unanswered, as gaps; knows no store and no file."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from advisor.advice.advisor import Advisor
from advisor.gaps.grouping import Asked, Gap, Near, grouped
from advisor.gaps.masking import masked
from advisor.match.likeness import weighed
from advisor.model import Language
from advisor.reply import Reply
from advisor.talk.moves import MoveReader
from advisor.text.fold import fold, words

LONGEST = 500
"""Characters of a question that are shown; a longer one is a story, of which the end is kept."""
NEAR = 0.05
"""Confidence from which a topic is near: of 149 unanswered labelled questions, the 33 above it hold all that have an answer."""
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
"""Kinds of characters that nobody sees, or that no file of knowledge holds."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The gaps among some questions."""

    gaps: tuple[Gap, ...]
    asked: int
    answered: int
    """Those of them that this knowledge answers."""


def gather(advisor: Advisor, questions: Iterable[tuple[str, Language | None]]) -> Gathered:
    """Ask each question by itself, in the language given or in its own; what is no question is passed over.

    Personal details are masked in what comes back; so are they before questions are compared, as a name is no difference.
    """
    counted = Counter((_one_line(question), language) for question, language in questions)
    moves = MoveReader(advisor.index.expressions)
    known = {code: advisor.index.language(code).surface for code in ("fr", "en")}

    def knows(word: str) -> bool:
        return any(part in surface for surface in known.values() for part in (word, fold(word)))

    found: list[Asked] = []
    asked = answered = 0
    for (question, language), times in counted.items():
        said = moves.read(question)
        if not words(question) or said.move or said.danger:
            continue
        asked += times
        reply = advisor.conversation(language, first_language=language or "fr").ask(question)
        if reply.kind == "unknown":
            found.append(_asked(advisor, masked(question, knows), times, reply))
        else:
            answered += times
    return Gathered(grouped(found), asked, answered)


def _asked(advisor: Advisor, question: str, times: int, reply: Reply) -> Asked:
    shown = question if len(question) <= LONGEST else "…" + question[-LONGEST:].partition(" ")[2]
    nearest = [
        Near(one.topic, one.confidence)
        for one in reply.alternatives
        if one.confidence >= NEAR and advisor.shelf.has("topics", one.topic)
    ]
    said = tuple(words(question))
    weights = weighed(advisor.index, said, reply.language)
    return Asked(shown, times, reply.language, said, weights, tuple(nearest[:3]), reply.neighbourhood)


def _one_line(text: str) -> str:
    """The text on one line, without what nobody sees."""
    seen = "".join(" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c) not in _UNSEEN)
    return " ".join(seen.split())
