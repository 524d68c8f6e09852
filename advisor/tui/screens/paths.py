"""The learning paths: the list of them, and one of them step by step, with where the person stands."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from advisor.guide.standing import left_over, standing
from advisor.library import Path, Step
from advisor.model import Reference
from advisor.store.progress import progress
from advisor.store.records import StepMark
from advisor.tui.ink import HEADING, visible
from advisor.tui.keys import bindings
from advisor.tui.markdown import read_markdown
from advisor.tui.messages import OfferTaken, StepWanted, Told
from advisor.tui.offers import Offer
from advisor.tui.page import Block, Paragraph
from advisor.tui.ports import TopicHead
from advisor.tui.screens.listing import ListScreen, Row
from advisor.tui.screens.reading import ReadingScreen, Scroll, Text
from advisor.tui.widgets.status import StatusLine
from advisor.tui.widgets.step import MARKING, StepSheet
from advisor.tui.words import Wording

Marks = Mapping[str, StepMark]
_GAP = Paragraph(Content())
_ADVICE = "?"
"""The row that leads to advice; no path has such an id."""


class PathsScreen(ListScreen):
    """The list of paths; choosing one opens it over the list."""

    title_key = "paths_title"

    def __init__(self, wording: Wording, paths: Sequence[Path], marks: Marks, *, is_advised: bool) -> None:
        super().__init__(wording)
        self._paths = paths
        self._marks = marks
        self._is_advised = is_advised

    def rows(self, wording: Wording) -> Sequence[Row]:
        """A row a path, with its size or how far one is; before them the way to be advised one."""
        advice = [Row(_ADVICE, wording("get_advice"))] if self._is_advised else []
        return [
            *advice,
            *(
                Row(
                    path.id,
                    f"{path.id} · {wording.of(path.title)}",
                    wording.of(standing(path, progress(path, self._marks))),
                    also=" ".join(path.title.values()),
                )
                for path in self._paths
            ),
        ]

    def choose(self, id: str) -> None:
        """Ask for the path, and stay."""
        self.post_message(OfferTaken(Offer("command", "advice") if id == _ADVICE else Offer("path", id)))

    def know_marks(self, marks: Marks) -> None:
        """Show where one stands now."""
        self._marks = marks
        self.fill_anew()


class PathScreen(ReadingScreen):
    """One path: for whom, at what pace, how far one is; each step opens where the pointer is, and can be marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("select", action=lambda _command, _key: "read"),
        *bindings("line_up", action=lambda _command, _key: "point(-1)"),
        *bindings("line_down", action=lambda _command, _key: "point(1)"),
        *bindings(*MARKING, action=lambda command, _key: f"mark('{command.id}')"),
    ]

    def __init__(
        self,
        wording: Wording,
        path: Path,
        paths: Sequence[Path],
        topics: Sequence[TopicHead],
        references: Mapping[str, Reference],
        marks: Marks,
    ) -> None:
        super().__init__(wording)
        self.path = path
        self._paths = paths
        self._titles = {path.id: path.title for path in paths} | {
            step.id: step.title for path in paths for step in path.steps
        }
        self._topics = {topic.id: topic for topic in topics}
        self._references = references
        self._marks = marks
        self._steps = [StepSheet(step, self._details, wording) for step in path.steps]

    def compose(self) -> ComposeResult:
        """Lay out the path, its steps and the keys."""
        with Scroll(id="text"):
            yield Text(self, self.wording)
            yield from self._steps
        yield StatusLine(self.wording)

    def on_mount(self) -> None:
        """Begin at the next step."""
        self.know_marks(self._marks)
        following = progress(self.path, self._marks).next
        for number, sheet in enumerate(self._steps):
            sheet.is_here = sheet.step.id == following or (following is None and number == 0)

    def know_marks(self, marks: Marks) -> None:
        """Show where one stands now."""
        self._marks = marks
        states = progress(self.path, marks).states
        for sheet in self._steps:
            sheet.state = states[sheet.step.id]
        self.query_exactly_one(Text).say_again()

    def blocks(self, wording: Wording) -> Sequence[Block]:
        """What stands over the steps."""
        path = self.path
        heading = f"{path.id} · {wording.of(path.title)}"
        blocks: list[Block] = [Paragraph(Content.styled(visible(heading), HEADING))]
        done = wording.of(standing(path, progress(path, self._marks)))
        blocks += [Paragraph(Content(visible(done))), _GAP]
        gone = left_over(self._paths, self._marks)
        parts = [
            wording.of(path.summary),
            wording("for_whom", text=wording.of(path.audience)),
            wording("pace", hours=path.hours, text=wording.of(path.pace)),
            *self._needs(path.needs, wording),
            *([wording.of(gone)] if gone else []),
        ]
        for text in parts:
            blocks += [*read_markdown(text), _GAP]
        return blocks

    def _details(self, step: Step, wording: Wording) -> Iterator[str]:
        yield wording.of(step.outcome)
        yield wording("practice", text=wording.of(step.practice))
        yield wording("proof", text=wording.of(step.proof))
        yield from self._needs(step.needs, wording)
        topics = [wording.of(self._topics[id].title) for id in step.topics if id in self._topics]
        if topics:
            yield wording("related", list=", ".join(topics))
        found = [self._references[id] for id in step.resources if id in self._references]
        if found:
            named = [f"{one.title} ({one.url})" if one.url else one.title for one in found]
            yield wording("resources", list=" ; ".join(named) if wording.language == "fr" else "; ".join(named))

    def _needs(self, needs: Sequence[str], wording: Wording) -> Iterator[str]:
        if needs:
            known = [f"{id} ({wording.of(self._titles[id])})" if id in self._titles else id for id in needs]
            yield wording("needs", list=", ".join(known))

    @property
    def _here(self) -> StepSheet | None:
        return next((sheet for sheet in self._steps if sheet.is_here), None)

    @on(StepSheet.Pointed)
    def _point_at(self, event: StepSheet.Pointed) -> None:
        for sheet in self._steps:
            sheet.is_here = sheet.step is event.step

    def action_point(self, steps: int) -> None:
        """Go to a neighbour; before the first step stands the text over all of them."""
        place = self._steps.index(self._here) + steps if self._here else 0
        if place < 0 or not self._steps:
            self.query_exactly_one("#text", Scroll).scroll_home(animate=False)
            return
        chosen = self._steps[min(place, len(self._steps) - 1)]
        for sheet in self._steps:
            sheet.is_here = sheet is chosen
        self.call_after_refresh(chosen.scroll_visible, animate=False)

    def action_mark(self, command: str) -> None:
        """Have the step at the pointer marked, and show it: on a small screen the page opens above its steps."""
        if self._here is not None:
            self.post_message(StepWanted(self._here.step.id, MARKING[command]))
            self.call_after_refresh(self._here.scroll_visible, animate=False)

    @on(StepSheet.Marked)
    def _mark(self, event: StepSheet.Marked) -> None:
        self.post_message(StepWanted(event.step.id, event.state))

    def action_read(self) -> None:
        """Choose among the topics that help with the step at the pointer."""
        sheet = self._here
        topics = [self._topics[id] for id in sheet.step.topics if id in self._topics] if sheet else []
        if not topics:
            self.post_message(Told(self.wording("nothing_to_read")))
            return

        def chosen(id: str | None) -> None:
            if id is not None:
                self.post_message(OfferTaken(Offer("topic", id)))

        self.app.push_screen(ToReadScreen(self.wording, topics), chosen)


class ToReadScreen(ListScreen):
    """The topics that help with a step."""

    title_key = "to_read_title"

    def __init__(self, wording: Wording, topics: Sequence[TopicHead]) -> None:
        super().__init__(wording)
        self._topics = topics

    def rows(self, wording: Wording) -> Sequence[Row]:
        """A row a topic."""
        return [Row(topic.id, wording.of(topic.title), also=" ".join(topic.title.values())) for topic in self._topics]
