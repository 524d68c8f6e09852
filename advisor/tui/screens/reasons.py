"""Why an answer was given, and what the words for confidence are worth."""

from collections.abc import Container, Iterable, Sequence

from advisor.guide.confidence import Reliability, confidence_page, likely_others, why_page
from advisor.guide.words import PHRASES
from advisor.model import Words
from advisor.reply import Reply
from advisor.tui.offers import Offer
from advisor.tui.screens.page import PageScreen
from advisor.tui.words import WORDS, Wording


class WhyScreen(PageScreen):
    """The words that decided, how sure the advisor was, and what else the question could have meant."""

    title_key = "why_title"

    def __init__(self, wording: Wording, reply: Reply, counted: Reliability | None, topics: Container[str]) -> None:
        super().__init__(wording)
        self._reply = reply
        self._counted = counted
        # small talk is no topic that could be chosen
        self._others = [one for one in likely_others(reply) if one.topic in topics]

    def paragraphs(self, wording: Wording) -> Iterable[Words]:  # noqa: ARG002
        """The reasons, and what announces the other topics."""
        yield from why_page(self._reply, self._counted)
        if self._others:
            yield PHRASES["alternatives"]

    def offers(self) -> Sequence[Offer]:
        """The other topics, then the figures behind the words."""
        others = [Offer("topic", one.topic, one.title) for one in self._others]
        return [*others, Offer("command", "confidence", title=WORDS["show_curve"])]


class ConfidenceScreen(PageScreen):
    """What each word promises and kept, and the curve behind it."""

    title_key = "confidence_title"

    def __init__(self, wording: Wording, counted: Reliability | None) -> None:
        super().__init__(wording)
        self._counted = counted

    def paragraphs(self, wording: Wording) -> Iterable[Words]:  # noqa: ARG002
        """The figures."""
        return confidence_page(self._counted)

    def offers(self) -> Sequence[Offer]:
        """Nothing to choose."""
        return ()
