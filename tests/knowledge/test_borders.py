"""On either side of each neighbourhood's border a question is refused, or answered, as it should be."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest
import yaml

from advisor.advice.advisor import Advisor
from advisor.library import Library
from advisor.model import LANGUAGES, Language
from advisor.text.fold import tokens
from tests.conftest import DATA

EACH = 2
"""Questions a neighbourhood, side and language."""
FEWEST_RIGHT = 0.85
SIDES = ("refused", "answered")
CASES: dict[str, dict[Language, dict[str, list[Any]]]] = yaml.safe_load(
    (DATA / "borders.yaml").read_text(encoding="utf-8")
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question beside a border, and what came of it."""

    neighbourhood: str
    language: Language
    side: str
    question: str
    topics: Sequence[str]
    kind: str
    topic: str | None

    @property
    def is_right(self) -> bool:
        if self.side == "refused":
            return self.kind == "unknown"
        return self.kind in ("answer", "small_talk") and self.topic in self.topics

    def __str__(self) -> str:
        wanted = " or ".join(self.topics) or "a refusal"
        return f"{self.neighbourhood}: {self.question!r}: {self.topic or self.kind} instead of {wanted}"


def cases() -> list[tuple[str, Language, str, str, Sequence[str]]]:
    return [
        (neighbourhood, language, side, *((one, ()) if isinstance(one, str) else (one["question"], one["topics"])))
        for neighbourhood, languages in CASES.items()
        for language, sides in languages.items()
        for side, ones in sides.items()
        for one in ones
    ]


@pytest.fixture(scope="session")
def asked(advisor: Advisor) -> list[Asked]:
    found = []
    for neighbourhood, language, side, question, topics in cases():
        reply = advisor.conversation(first_language=language).ask(question)
        found.append(Asked(neighbourhood, language, side, question, topics, reply.kind, reply.topic))
    return found


def test_every_border_has_its_questions_on_both_sides(library: Library) -> None:
    counts = Counter((neighbourhood, language, side) for neighbourhood, language, side, *_ in cases())
    assert counts == {
        (neighbourhood, language, side): EACH
        for neighbourhood in library.neighbourhoods
        for language in LANGUAGES
        for side in SIDES
    }
    assert {topic for *_, topics in cases() for topic in topics} <= {*library.topics, *library.small_talk}


def test_no_question_beside_a_border_was_learnt(library: Library) -> None:
    owners = (*library.topics.values(), *library.neighbourhoods.values(), *library.small_talk.values())
    learnt = {tuple(tokens(phrasing.text)) for owner in owners for phrasing in owner.phrasings}
    assert [question for *_, question, _ in cases() if tuple(tokens(question)) in learnt] == []


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_most_questions_fall_on_the_right_side(asked: list[Asked], language: Language, side: str) -> None:
    there = [one for one in asked if (one.language, one.side) == (language, side)]
    wrong = [str(one) for one in there if not one.is_right]
    print(f"{side} in {language}: {len(there) - len(wrong)} of {len(there)} are right", *wrong, sep="\n  ")
    assert len(wrong) <= (1 - FEWEST_RIGHT) * len(there), "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_neighbourhood_lets_both_of_its_questions_in(asked: list[Asked], language: Language) -> None:
    let_in = Counter(
        one.neighbourhood for one in asked if one.language == language and one.side == "refused" and not one.is_right
    )
    assert [neighbourhood for neighbourhood, count in let_in.items() if count == EACH] == []
