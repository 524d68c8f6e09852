"""What can be chosen next after a reply: its choices, its follow-up questions, a learning path, "not that"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from advisor.commands import BY_ID
from advisor.export.models import models_of
from advisor.model import Words
from advisor.reply import Reply
from advisor.tui.ports import Advisor
from advisor.tui.words import Wording

MOST_STARTERS = 5
"""Topics offered before anything was asked."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to choose."""

    does: Literal["topic", "question", "path", "reject", "claim", "command"]
    target: str = ""
    """The topic, the path, the claim or the command; nothing for the others."""
    text: str = ""
    """Its label, where the engine worded it."""
    title: Words | None = None
    """Its title in every language, where the interface words it."""

    def label(self, wording: Wording) -> str:
        """What the item says."""
        title = wording.of(self.title) if self.title else self.text
        if self.does == "reject":
            return wording("not_that")
        return wording("go_on_path", title=title) if self.does == "path" else title


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


def starters(advisor: Advisor) -> tuple[Offer, ...]:
    """Some topics to start with, one a theme."""
    topics: Sequence[Offer] = [
        Offer("topic", topic.id, title=topic.title)
        for theme in advisor.themes()
        if (topic := next((one for one in advisor.topics() if one.theme == theme), None))
    ]
    return tuple(topics[:MOST_STARTERS])
