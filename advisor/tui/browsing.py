"""What opens over the talk: topics, paths, the article's map, sources, reasons; knows the engine by its ports alone."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from advisor.tui.marking import MarkingApp
from advisor.tui.messages import BehindWanted, OfferTaken

if TYPE_CHECKING:
    from advisor.guide.advise import Person
    from advisor.guide.article import Growth
    from advisor.model import Claim, Topic
    from advisor.reply import Reply
    from advisor.tui.engine import Engine
    from advisor.tui.ports import Advisor
    from advisor.tui.screens.advice import QuestionScreen
    from advisor.tui.words import Wording


class BrowsingApp(MarkingApp, inherit_bindings=False):
    """An application whose talk can be left for a while to look things up; its heir holds the talk."""

    _engine: Engine
    _grown: tuple[Advisor, Sequence[Growth]] | None = None

    @abstractmethod
    async def answer_topic(self, topic: str) -> None:
        """Have the talk answer with a topic."""

    # Lists

    def _do_topics(self) -> None:
        from advisor.tui.screens.topics import TopicsScreen

        if advisor := self._opened():
            screen = TopicsScreen(self._wording, advisor.topics(), advisor.themes())
            self._open_over(screen, self.answer_topic)

    def _do_paths(self, words: str = "") -> None:
        from advisor.tui.screens.paths import PathsScreen

        if not (advisor := self._opened()):
            return
        wanted = words.strip().casefold()
        named = next((path.id for path in advisor.paths() if path.id.casefold() == wanted), None)
        if named is not None:
            self.open_path(named)
        else:
            self._read_marks()
            is_advised = bool(advisor.situations() or advisor.aims())
            self._open_over(PathsScreen(self._wording, advisor.paths(), self._marks, is_advised=is_advised))

    def _do_map(self, words: str = "") -> None:
        from advisor.tui.screens.article import MapScreen

        if not (advisor := self._opened()):
            return
        if not words:
            self._open_over(MapScreen(self._wording, self._growths(advisor)))
        elif not self._open_claim(advisor, words):
            from advisor.commands import BY_ID

            self.tell(self._wording("no_claim", carte=BY_ID["map"].name(self._wording.language)))

    def _open_claim(self, advisor: Advisor, id: str) -> bool:
        from advisor.tui.screens.article import ClaimScreen

        wanted = id.strip().casefold()
        growth = next((one for one in self._growths(advisor) if one.claim.id.casefold() == wanted), None)
        if growth is not None:
            self.push_screen(ClaimScreen(self._wording, growth))
        return growth is not None

    def _growths(self, advisor: Advisor) -> Sequence[Growth]:
        """The map, read once for each knowledge that is opened."""
        from advisor.guide.article import growths

        if self._grown is None or self._grown[0] is not advisor:
            topics = (advisor.topic(head.id) for head in advisor.topics())
            self._grown = (advisor, growths(advisor.claims(), (topic for topic in topics if topic)))
        return self._grown[1]

    # Behind an answer

    def on_behind_wanted(self, event: BehindWanted) -> None:
        """Show what is behind an answer that was clicked."""
        (self._show_source if event.what == "source" else self._show_why)(event.reply)

    def _do_source(self) -> None:
        self._show_source(self._read_or_last())

    def _do_why(self) -> None:
        self._show_why(self._read_or_last())

    def _read_or_last(self) -> Reply | None:
        being_read = self._being_read()
        turn = being_read.turn_in_sight() if being_read else None
        return turn.reply if turn else self._engine.last_reply

    def _show_source(self, reply: Reply | None) -> None:
        from advisor.tui.screens.article import SourceScreen

        if not (advisor := self._opened()):
            return
        if reply is None or reply.kind != "answer":
            self.tell(self._wording("no_answer_of_the_base" if reply else "no_answer_yet"))
            return
        claims: dict[str, Claim] = {claim.id: claim for claim in advisor.claims()}
        references = [found for source in reply.sources if (found := advisor.reference(source.id))]
        topics = self._topics_of(advisor, reply.topic, *reply.also)
        self._open_over_read(SourceScreen(self._wording, topics, claims, references, self._growths(advisor)))

    def _topics_of(self, advisor: Advisor, *ids: str | None) -> list[Topic]:
        return [topic for id in ids if id and (topic := advisor.topic(id))]

    def _show_why(self, reply: Reply | None) -> None:
        from advisor.tui.screens.reasons import WhyScreen

        if not (advisor := self._opened()):
            return
        if reply is None:
            self.tell(self._wording("no_answer_yet"))
            return
        topics = {head.id for head in advisor.topics()}
        self._open_over_read(WhyScreen(self._wording, reply, advisor.reliability(), topics))

    def _do_confidence(self) -> None:
        from advisor.tui.screens.reasons import ConfidenceScreen

        if advisor := self._opened():
            self.push_screen(ConfidenceScreen(self._wording, advisor.reliability()))

    # Advice

    def _do_advice(self, words: str = "") -> None:
        if not (advisor := self._opened()):
            return
        if words:
            from advisor.guide.advise import person_of

            situations, aims = list(advisor.situations()), list(advisor.aims())
            person = person_of(words, situations, aims)
            if person is None:
                self.tell(self._wording("wrong_advice", situations=len(situations), aims=len(aims)))
            else:
                self._show_advice(person)
        elif self._engine.talked_of:
            from advisor.guide.advise import Person

            self._show_advice(Person())
        else:
            self._do_questions()

    def _do_questions(self) -> None:
        from advisor.tui.screens.advice import questions

        if advisor := self._opened():
            self._ask_on(questions(advisor.situations(), advisor.aims()), [])

    def _ask_on(self, left: Sequence[Callable[[Wording], QuestionScreen]], given: list[str]) -> None:
        """Ask the questions that are left; leaving one leaves them all."""
        if not left:
            from advisor.guide.advise import Person

            situation, aim, hours = given
            self._show_advice(Person(situation, aim, int(hours or 0)))
            return

        def chosen(answer: str | None) -> None:
            if answer is not None:
                self._ask_on(left[1:], [*given, answer])

        self.push_screen(left[0](self._wording), chosen)

    def _show_advice(self, person: Person) -> None:
        from advisor.guide.advise import advise
        from advisor.tui.screens.advice import AdviceScreen

        if advisor := self._opened():
            talked = self._topics_of(advisor, *self._engine.talked_of)
            advised = advise(advisor.paths(), person, talked, self._marks)
            for screen in self.screen_stack[1:]:
                if isinstance(screen, AdviceScreen):
                    self.pop_screen()
            self.push_screen(AdviceScreen(self._wording, advised))

    # Screens over the talk

    async def on_offer_taken(self, event: OfferTaken) -> None:
        """Open what was chosen on a page; a topic is answered in the talk."""
        offer = event.offer
        advisor = self._engine.advisor
        if advisor is None:
            return
        if offer.does == "path":
            self.open_path(offer.target)
        elif offer.does == "claim":
            self._open_claim(advisor, offer.target)
        elif offer.does == "command":
            getattr(self, f"_do_{offer.target}")()
        elif offer.does == "topic":
            self._close_over()
            await self.answer_topic(offer.target)

    def open_path(self, id: str) -> None:
        """Show a learning path over whatever is shown."""
        from advisor.tui.screens.paths import PathScreen

        advisor = self._engine.advisor
        paths = advisor.paths() if advisor else ()
        path = next((path for path in paths if path.id == id), None)
        if advisor is not None and path is not None:
            self._read_marks()
            ids = {id for step in path.steps for id in step.resources}
            references = {id: found for id in ids if (found := advisor.reference(id))}
            self.push_screen(PathScreen(self._wording, path, paths, advisor.topics(), references, self._marks))
