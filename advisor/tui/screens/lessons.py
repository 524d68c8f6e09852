"""What a person has taught; choosing a question forgets it."""

from collections.abc import Mapping, Sequence

from advisor.model import Words
from advisor.tui.ports import OwnPhrasing
from advisor.tui.screens.listing import ListScreen, Row
from advisor.tui.words import Wording


class LessonsScreen(ListScreen):
    """The list of a person's own phrasings, the latest first."""

    title_key = "lessons_title"

    def __init__(self, wording: Wording, lessons: Sequence[OwnPhrasing], titles: Mapping[str, Words]) -> None:
        super().__init__(wording)
        self._lessons = lessons
        self._titles = titles

    def rows(self, wording: Wording) -> Sequence[Row]:
        """A row a question, with the topic that it leads to."""
        return [
            Row(
                lesson.id,
                " ".join(lesson.question.split()),
                wording("leads_to", topic=wording.of(self._titles.get(lesson.topic, {"en": lesson.topic}))),
            )
            for lesson in reversed(self._lessons)
        ]
