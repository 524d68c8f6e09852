"""A reply as it is kept and as it comes back; knows the fields of neither by heart, so that a reply may grow."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from advisor.reply import Reply
from advisor.store.codec import Misfit, made, plain


def kept(reply: Reply) -> dict[str, Any]:
    """A reply to keep beside its question: no field that says nothing."""
    written = plain(reply)
    del written["question"]
    return {
        each.name: written[each.name]
        for each in fields(reply)
        if each.name in written and (each.default is MISSING or getattr(reply, each.name) != each.default)
    }


def shown(answer: Mapping[str, Any], question: str) -> Reply:
    """The reply that was kept; where it can't be understood, its text at least."""
    try:
        return made(Reply, {**answer, "question": question}, lenient=True)
    except Misfit:
        return Reply(question, "en" if answer.get("language") == "en" else "fr", "answer", str(answer.get("text", "")))
