"""What can be chosen next after a reply: its choices, its follow-up questions, a learning path, "not that"; shows none."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from advisor.commands import BY_ID
from advisor.export.models import models_of
from advisor.guide.words import said
from advisor.model import Words
from advisor.reply import Reply


class Worded(Protocol):
    """Whoever says words in one of their languages."""

    def of(self, words: Words) -> str:
        """The words in that language."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to choose."""

    does: Literal["topic", "question", "path", "reject", "claim", "command"]
    target: str = ""
    """The topic, the path, the claim or the command; nothing for the others."""
    text: str = ""
    """Its label, where the engine worded it."""
    title: Words | None = None
    """Its title in every language, where the faces word it."""

    def label(self, wording: Worded) -> str:
        """What the item says."""
        if self.does == "reject":
            return wording.of(said("not-that"))
        title = wording.of(self.title) if self.title else self.text
        return wording.of(said("go-on-path", title=title)) if self.does == "path" else title


def offers_of(reply: Reply, path_titles: Mapping[str, Words]) -> tuple[Offer, ...]:
    """The items under a reply, in their order."""
    titles = {one.topic: one.title for one in reply.alternatives} if reply.kind == "choices" else {}
    found = [
        Offer("topic", reply.offered[n], titles.get(reply.offered[n], text))
        if n < len(reply.offered)
        else Offer("question", text=text)
        for n, text in enumerate(reply.follow_ups)
    ]
    if reply.path in path_titles:
        found.append(Offer("path", reply.path or "", title=path_titles[reply.path or ""]))
    if models_of(reply):
        found.append(Offer("command", "copy_model", title=BY_ID["copy_model"].label))
    if reply.kind in ("answer", "choices"):
        found.append(Offer("reject"))
    return tuple(found)
