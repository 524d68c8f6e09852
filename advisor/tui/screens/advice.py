"""Which path suits: three questions, one list each, then the paths with their reasons."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from advisor.guide.advise import PACES, Advice, advice_words
from advisor.guide.words import PHRASES, said
from advisor.model import Words
from advisor.tui.offers import Offer
from advisor.tui.screens.listing import ListScreen, Row
from advisor.tui.screens.page import PageScreen
from advisor.tui.words import WORDS, Wording

NONE = ""


class QuestionScreen(ListScreen):
    """One question with its answers; gives the answer's id, which is empty for who would rather not say."""

    def __init__(self, wording: Wording, question: Words, answers: Mapping[str, Words], none: Words) -> None:
        super().__init__(wording)
        self._question = question
        self._answers = {**answers, NONE: none}

    def title_in(self, wording: Wording) -> str:
        """The question."""
        return wording.of(self._question)

    def rows(self, wording: Wording) -> Sequence[Row]:
        """A row an answer."""
        return [Row(id, wording.of(words), also=" ".join(words.values())) for id, words in self._answers.items()]


def questions(
    situations: Mapping[str, Words], aims: Mapping[str, Words]
) -> Sequence[Callable[[Wording], QuestionScreen]]:
    """The three questions in their order: where one stands, what one is after, how much time there is."""
    paces = {str(hours): said("hours-a-week", hours=hours) for hours in PACES}
    return (
        lambda wording: QuestionScreen(wording, PHRASES["ask-situation"], situations, WORDS["rather_not"]),
        lambda wording: QuestionScreen(wording, PHRASES["ask-aim"], aims, WORDS["rather_not"]),
        lambda wording: QuestionScreen(wording, PHRASES["ask-hours"], paces, WORDS["any_pace"]),
    )


class AdviceScreen(PageScreen):
    """The paths that suit, each with its reasons; choosing one opens it."""

    title_key = "advice_title"

    def __init__(self, wording: Wording, advised: Sequence[Advice]) -> None:
        super().__init__(wording)
        self._advised = advised

    def paragraphs(self, wording: Wording) -> Iterator[Words]:  # noqa: ARG002
        """A paragraph a path."""
        if not self._advised:
            yield PHRASES["no-advice"]
        for advice in self._advised:
            yield advice_words(advice)

    def offers(self) -> Sequence[Offer]:
        """The paths, then the three questions."""
        paths = [Offer("path", one.path.id, title=one.path.title) for one in self._advised]
        return [*paths, Offer("command", "questions", title=WORDS["ask_three"])]
