"""The most ordinary first messages, written without a look at the knowledge: nearly all are answered right, or refused."""

from typing import Any

import pytest

from advisor.advice.advisor import Advisor
from advisor.model import LANGUAGES
from tests.conftest import labelled


def outcomes(advisor: Advisor, language: str, *, answered: bool) -> list[tuple[bool, Any]]:
    """Whether each question of a language got what it expects, with what it got."""
    rows = [row for row in labelled("questions-plain.jsonl") if row["lang"] == language]
    found = []
    for row in rows:
        if bool(row["expect"]) is answered:
            reply = advisor.conversation().ask(row["question"])
            right = reply.topic in row["expect"] if answered else reply.kind == "unknown"
            found.append((right, (row["question"], reply.kind, reply.topic)))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("answered", "share"), [(True, 0.95), (False, 0.9)])
def test_what_most_people_type_first_is_understood(advisor: Advisor, language: str, answered: bool, share: float):
    found = outcomes(advisor, language, answered=answered)
    missed = [what for right, what in found if not right]
    assert len(found) >= 30
    assert 1 - len(missed) / len(found) >= share, missed
