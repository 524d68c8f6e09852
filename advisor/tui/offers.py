"""What can be chosen in the talk: after a reply, and before anything was asked."""

from collections.abc import Sequence

from advisor.guide.offers import Offer, offers_of
from advisor.tui.ports import Advisor

__all__ = ["MOST_STARTERS", "Offer", "offers_of", "starters"]

MOST_STARTERS = 5
"""Topics offered before anything was asked."""


def starters(advisor: Advisor) -> tuple[Offer, ...]:
    """Some topics to start with, one a theme."""
    topics: Sequence[Offer] = [
        Offer("topic", topic.id, title=topic.title)
        for theme in advisor.themes()
        if (topic := next((one for one in advisor.topics() if one.theme == theme), None))
    ]
    return tuple(topics[:MOST_STARTERS])
