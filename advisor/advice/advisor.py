"""The open advisor: one base's texts and matcher, from which talks begin; knows no screen and no file of settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path as Directory
from typing import TYPE_CHECKING

from advisor.advice.ready import Progress, Ready, get_ready
from advisor.index.shelf import Shelf
from advisor.match.matcher import Matcher
from advisor.model import Address, Language, Reference, Topic, Words
from advisor.talk.conversation import Conversation
from advisor.talk.moves import MoveReader

if TYPE_CHECKING:
    from advisor.guide.confidence import Reliability
    from advisor.lessons.lesson import Keeper
    from advisor.lessons.own import OwnPhrasings
    from advisor.library import Path
    from advisor.model import Claim


@dataclass(frozen=True, slots=True, eq=False)
class TopicHead:
    """A topic as a list shows it."""

    id: str
    theme: str
    title: Words


class Advisor:
    """The knowledge, opened."""

    def __init__(self, ready: Ready, keeper: Keeper | None = None, *, learns: bool = True) -> None:
        """With a keeper of lessons, talks go by what a person has taught; where it `learns`, they teach."""
        self.notices: Sequence[Words] = ready.notices
        self.index = ready.index
        self.shelf = Shelf(ready.index.file)
        self._matcher = Matcher(ready.index)
        self._moves = MoveReader(ready.index.expressions)
        self.own = None if keeper is None else self._own(keeper, learns=learns)

    def _own(self, keeper: Keeper, *, learns: bool) -> OwnPhrasings:
        from advisor.lessons.own import OwnPhrasings  # not needed where nothing was taught

        return OwnPhrasings(self._matcher, self.shelf, self._moves, keeper, learns=learns)

    def conversation(
        self, language: Language | None = None, address: Address = "vous", first_language: Language = "fr"
    ) -> Conversation:
        """Begin a talk; without a language each question is answered in its own, at first `first_language`'s."""
        if self.own is None:
            return Conversation(self._matcher, self.shelf, language, address, first_language, self._moves)
        from advisor.lessons.conversation import LearningConversation

        return LearningConversation(self._matcher, self.shelf, language, address, first_language, self._moves, self.own)

    def topics(self) -> Sequence[TopicHead]:
        """All topics, by theme in the order of the themes, then in the order of the files."""
        order = {theme: place for place, theme in enumerate(self.shelf.themes)}
        heads = [TopicHead(id, self.shelf.theme(id), self.shelf.title(id)) for id in self.shelf.ids("topics")]
        return sorted(heads, key=lambda head: order.get(head.theme, len(order)))

    def themes(self) -> Mapping[str, Words]:
        """The titles of the themes, in their order."""
        return self.shelf.themes

    def paths(self) -> Sequence[Path]:
        """All learning paths, the foundation first, then by number."""
        found = [path for id in self.shelf.ids("paths") if (path := self.shelf.path(id))]
        return sorted(found, key=lambda path: (len(path.id), path.id))

    def topic(self, id: str) -> Topic | None:
        """A topic with all that the base says of it, or None."""
        return self.shelf.topic(id)

    def claims(self) -> Sequence[Claim]:
        """All claims of the article, in its order."""
        return [claim for id in self.shelf.ids("claims") if (claim := self.shelf.claim(id))]

    def reference(self, id: str) -> Reference | None:
        """A source beside the article, or None."""
        return self.shelf.reference(id)

    def situations(self) -> Mapping[str, Words]:
        """Where a person may stand, to be advised a path."""
        return self.shelf.situations

    def aims(self) -> Mapping[str, Words]:
        """What a person may want, to be advised a path."""
        return self.shelf.aims

    def reliability(self) -> Reliability | None:
        """How far the words for confidence were kept on held-out questions; None where nothing was counted."""
        from advisor.guide.confidence import Reliability  # no answer needs it

        return Reliability.of(self.index.meta["held_out"])


def open_advisor(
    packs: Sequence[Directory],
    cache: Directory,
    progress: Progress,
    keeper: Keeper | None = None,
    *,
    learns: bool = True,
    elsewhere: bool = False,
) -> Advisor:
    """Open the advisor over some packs and what was taught; raises KnowledgeError where one can't be loaded.

    `elsewhere` has an index that isn't there yet built by a process of its own.
    """
    return Advisor(get_ready(packs, cache, progress, elsewhere=elsewhere), keeper, learns=learns)
