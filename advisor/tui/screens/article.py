"""The article behind the answers: its map, one claim with what grew from it, and what an answer rests on."""

from collections.abc import Iterable, Mapping, Sequence

from advisor.guide.article import Growth, beside, claim_page, section_words, sources_page
from advisor.guide.words import PHRASES
from advisor.model import Claim, Reference, Topic, Words
from advisor.tui.messages import OfferTaken
from advisor.tui.offers import Offer
from advisor.tui.screens.listing import ListScreen, Row
from advisor.tui.screens.page import PageScreen
from advisor.tui.words import Wording

MOST_BESIDE = 6
"""Other topics offered under the sources of an answer."""


class MapScreen(ListScreen):
    """The claims of the article by section; choosing one opens it over the map."""

    title_key = "map_title"

    def __init__(self, wording: Wording, grown: Sequence[Growth]) -> None:
        super().__init__(wording)
        self._grown = grown

    def rows(self, wording: Wording) -> Sequence[Row]:
        """A row a claim, with the topics that grew from it."""
        return [
            Row(
                growth.claim.id,
                f"{growth.claim.id} · {wording.of(growth.claim.words)}",
                ", ".join(wording.of(topic.title) for topic in growth.topics),
                group=wording.of(section_words(growth.claim.section)),
                also=" ".join(growth.claim.words.values()),
            )
            for growth in self._grown
        ]

    def choose(self, id: str) -> None:
        """Ask for the claim, and stay."""
        self.post_message(OfferTaken(Offer("claim", id)))


class ClaimScreen(PageScreen):
    """One claim in our words; choosing a topic that grew from it answers it."""

    title_key = "map_title"

    def __init__(self, wording: Wording, growth: Growth) -> None:
        super().__init__(wording)
        self._growth = growth

    def paragraphs(self, wording: Wording) -> Iterable[Words]:  # noqa: ARG002
        """The claim, and what announces the topics."""
        return claim_page(self._growth)

    def offers(self) -> Sequence[Offer]:
        """The topics."""
        return [Offer("topic", topic.id, title=topic.title) for topic in self._growth.topics]


class SourceScreen(PageScreen):
    """What an answer rests on: its claims in our words, its references, and the topics beside it."""

    title_key = "source_title"

    def __init__(
        self,
        wording: Wording,
        topics: Sequence[Topic],
        claims: Mapping[str, Claim],
        references: Sequence[Reference],
        grown: Sequence[Growth],
    ) -> None:
        super().__init__(wording)
        self._topics = topics
        self._claims = claims
        self._references = references
        self._beside = beside(topics, grown)[:MOST_BESIDE]

    def paragraphs(self, wording: Wording) -> Iterable[Words]:  # noqa: ARG002
        """Claims by section, then references."""
        yield from sources_page(self._topics, self._claims, self._references)
        if self._beside:
            yield PHRASES["grew-together"]

    def offers(self) -> Sequence[Offer]:
        """Other topics that grew from the same claims."""
        return [Offer("topic", topic.id, title=topic.title) for topic in self._beside]
