"""All topics by theme; choosing one answers it in the talk."""

from collections.abc import Mapping, Sequence

from advisor.model import Words
from advisor.tui.ports import TopicHead
from advisor.tui.screens.listing import ListScreen, Row
from advisor.tui.words import Wording


class TopicsScreen(ListScreen):
    """The list of topics."""

    title_key = "topics_title"

    def __init__(self, wording: Wording, topics: Sequence[TopicHead], themes: Mapping[str, Words]) -> None:
        super().__init__(wording)
        order = {theme: place for place, theme in enumerate(themes)}
        self._topics = sorted(topics, key=lambda topic: order.get(topic.theme, len(order)))
        self._themes = themes

    def rows(self, wording: Wording) -> Sequence[Row]:
        """A row a topic; its other titles find it too."""
        return [
            Row(
                topic.id,
                wording.of(topic.title),
                group=wording.of(self._themes[topic.theme]) if topic.theme in self._themes else "",
                also=" ".join(topic.title.values()),
            )
            for topic in self._topics
        ]
