"""The learning paths: the list of them, and one of them step by step."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from advisor.model import Path, Step
from advisor.tui.ink import HEADING, visible
from advisor.tui.markdown import read_markdown
from advisor.tui.messages import PathWanted
from advisor.tui.page import Block, Paragraph
from advisor.tui.ports import TopicHead
from advisor.tui.screens.listing import ListScreen, Row
from advisor.tui.screens.reading import ReadingScreen
from advisor.tui.words import Wording

_GAP = Paragraph(Content())


class PathsScreen(ListScreen):
    """The list of paths; choosing one opens it over the list."""

    title_key = "paths_title"

    def __init__(self, wording: Wording, paths: Sequence[Path]) -> None:
        super().__init__(wording)
        self._paths = paths

    def rows(self, wording: Wording) -> Sequence[Row]:
        """A row a path, with its hours and its steps."""
        return [
            Row(
                path.id,
                f"{path.id} · {wording.of(path.title)}",
                wording("hours_and_steps", hours=path.hours, steps=len(path.steps)),
                also=" ".join(path.title.values()),
            )
            for path in self._paths
        ]

    def choose(self, id: str) -> None:
        """Ask for the path, and stay."""
        self.post_message(PathWanted(id))


class PathScreen(ReadingScreen):
    """One path: for whom, at what pace, and what each step brings, asks and proves."""

    def __init__(self, wording: Wording, path: Path, paths: Sequence[Path], topics: Sequence[TopicHead]) -> None:
        super().__init__(wording)
        self._path = path
        self._titles = {path.id: path.title for path in paths} | {
            step.id: step.title for path in paths for step in path.steps
        }
        self._topics = {topic.id: topic.title for topic in topics}

    def blocks(self, wording: Wording) -> Sequence[Block]:
        """The whole path."""
        path = self._path
        heading = f"{path.id} · {wording.of(path.title)}"
        blocks: list[Block] = [Paragraph(Content.styled(visible(heading), HEADING)), _GAP]
        parts = [
            wording.of(path.summary),
            wording("for_whom", text=wording.of(path.audience)),
            wording("pace", hours=path.hours, text=wording.of(path.pace)),
            *self._needs(path.needs, wording),
        ]
        for text in parts:
            blocks += [*read_markdown(text), _GAP]
        for number, step in enumerate(path.steps, 1):
            for text in self._step(number, step, wording):
                blocks += read_markdown(text)
            blocks.append(_GAP)
        return blocks[:-1]

    def _step(self, number: int, step: Step, wording: Wording) -> Iterator[str]:
        yield wording("step", number=number, title=wording.of(step.title), hours=step.hours)
        yield wording.of(step.outcome)
        yield wording("practice", text=wording.of(step.practice))
        yield wording("proof", text=wording.of(step.proof))
        yield from self._needs(step.needs, wording)
        topics = [wording.of(self._topics[id]) for id in step.topics if id in self._topics]
        if topics:
            yield wording("related", list=", ".join(topics))

    def _needs(self, needs: Sequence[str], wording: Wording) -> Iterator[str]:
        if needs:
            known = [f"{id} ({wording.of(self._titles[id])})" if id in self._titles else id for id in needs]
            yield wording("needs", list=", ".join(known))
