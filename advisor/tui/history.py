"""The questions that a person asked, walked with Up and Down; knows neither a screen nor where they are kept."""

from collections.abc import Sequence
from dataclasses import dataclass, field

MOST_KEPT = 1_000
"""Older questions go when there are more."""


@dataclass(slots=True)
class QuestionHistory:
    """Questions, oldest first, and the place in them that is shown."""

    questions: list[str] = field(default_factory=list)
    _position: int = field(default=0, repr=False)
    _draft: str = field(default="", repr=False)

    def fill(self, before: Sequence[str]) -> None:
        """Put questions before those that were asked since; whoever is walking stays where they are."""
        held = len(self.questions)
        self.questions = [*before, *self.questions][-MOST_KEPT:]
        self._position += len(self.questions) - held

    def remember(self, question: str) -> None:
        """Note a question at the end."""
        if not self.questions or self.questions[-1] != question:
            self.questions.append(question)
            del self.questions[:-MOST_KEPT]
        self.leave()

    def older(self, shown: str) -> str | None:
        """The question before the one shown, or None at the oldest; what was being typed is kept as the draft."""
        if self._position == len(self.questions):
            self._draft = shown
        if self._position == 0:
            return None
        self._position -= 1
        return self.questions[self._position]

    def newer(self) -> str | None:
        """The question after the one shown, at last the draft; None when the draft is shown already."""
        if self._position >= len(self.questions):
            return None
        self._position += 1
        return self._draft if self._position == len(self.questions) else self.questions[self._position]

    def behind(self, shown: str) -> str:
        """What is being written while a text is shown: the draft that waits behind a question walked to, else that text."""
        is_walked_to = self._position < len(self.questions) and self.questions[self._position] == shown
        return self._draft if is_walked_to else shown

    def leave(self) -> None:
        """Stop walking: the next step back starts from the newest question again."""
        self._position = len(self.questions)
        self._draft = ""
