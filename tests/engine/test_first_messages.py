"""Messages by hands that never saw the knowledge: nearly all are answered right, or refused.

Ordinary first messages, what people post in public places, and talks; nothing is learnt from them, nor calibrated on them.
"""

from typing import Any

import pytest

from advisor.advice.advisor import Advisor
from advisor.model import LANGUAGES
from tests.conftest import labelled


def outcomes(advisor: Advisor, file: str, language: str, *, answered: bool) -> list[tuple[bool, Any]]:
    """Whether each question of a language got what it expects, or choices that hold it, with what it got."""
    rows = [row for row in labelled(file) if row["lang"] == language]
    found = []
    for row in rows:
        if bool(row["expect"]) is answered:
            reply = advisor.conversation().ask(row["question"])
            got = {reply.topic, *(reply.offered if reply.kind == "choices" else ())}
            right = not got.isdisjoint(row["expect"]) if answered else reply.kind == "unknown"
            found.append((right, (row["question"], reply.kind, reply.topic)))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("file", "answered", "share"),
    [
        ("questions-plain.jsonl", True, 0.95),
        ("questions-plain.jsonl", False, 0.9),
        ("questions-public.jsonl", True, 0.93),
        ("questions-public.jsonl", False, 0.8),
        ("questions-by-part.jsonl", True, 0.9),
    ],
)
def test_what_strangers_type_is_understood(advisor: Advisor, file: str, language: str, answered: bool, share: float):
    found = outcomes(advisor, file, language, answered=answered)
    missed = [what for right, what in found if not right]
    assert len(found) >= 30
    assert 1 - len(missed) / len(found) >= share, missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_strangers_are_after_stands_beside_the_point(advisor: Advisor, language: str):
    missed = []
    asked = [row for row in labelled("questions-by-part.jsonl") if row["lang"] == language and row["part"] != "point"]
    for row in asked:
        reply = advisor.conversation().ask(row["question"])
        shown = [one.part for one in reply.passages if one.likely]
        if reply.topic not in row["expect"] or shown != [row["part"]]:
            missed.append((row["question"], reply.topic, shown))
    assert len(asked) >= 300
    assert 1 - len(missed) / len(asked) >= 0.6, missed


def test_what_strangers_say_next_is_understood(advisor: Advisor):
    missed = []
    turns = 0
    for talk in labelled("dialogues-unseen.jsonl"):
        conversation = advisor.conversation()
        for turn in talk["turns"]:
            reply = conversation.ask(turn["question"])
            got = {reply.topic, *reply.also} if reply.kind == "answer" else set()
            turns += 1
            if got.isdisjoint(turn["expect"]) if turn["expect"] else reply.kind == "answer":
                missed.append((talk["id"], turn["question"], reply.kind, reply.topic))
    assert turns > 100
    assert 1 - len(missed) / turns >= 0.88, missed
