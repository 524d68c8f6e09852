"""A text over the talk with things to choose under it; knows nothing of what either says."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from advisor.model import Words
from advisor.tui.ink import HEADING, visible
from advisor.tui.keys import bindings, taking
from advisor.tui.markdown import read_markdown
from advisor.tui.messages import OfferTaken
from advisor.tui.offers import Offer
from advisor.tui.page import Block, Paragraph
from advisor.tui.screens.reading import ReadingScreen, Scroll, Text
from advisor.tui.widgets.choices import Choices
from advisor.tui.widgets.status import StatusLine
from advisor.tui.words import Wording

GAP = Paragraph(Content())


class PageScreen(ReadingScreen):
    """A text, then choices; what is chosen is told as a message, and the page stays."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("next", action=lambda _command, key: "to_choices" if key == "tab" else ""),
        *taking(),
    ]

    title_key = ""

    @abstractmethod
    def paragraphs(self, wording: Wording) -> Iterable[Words]:
        """The text as Markdown, a gap between one and the next."""

    @abstractmethod
    def offers(self) -> Sequence[Offer]:
        """What can be chosen."""

    def blocks(self, wording: Wording) -> Sequence[Block]:
        """The title, then the text."""
        blocks: list[Block] = [Paragraph(Content.styled(visible(wording(self.title_key)), HEADING))]
        text = ""
        for words in self.paragraphs(wording):
            text = wording.of(words)
            blocks += [GAP, *read_markdown(text)]
        # what announces the choices stands right above them, anything else apart
        return blocks if text.endswith(":") else [*blocks, GAP]

    def compose(self) -> ComposeResult:
        """Lay out the text and the choices over the keys."""
        self._choices = Choices(self.wording, id="choices")
        self._choices.offers = tuple(self.offers())
        with Scroll(id="text"):
            yield Text(self, self.wording)
            yield self._choices
        yield StatusLine(self.wording)

    def reword(self, wording: Wording) -> None:
        """Say all of it in other words."""
        super().reword(wording)
        self._choices.wording = wording

    def action_to_choices(self) -> None:
        """Go to the first choice."""
        self._choices.focus_first()

    def action_take(self, number: int, _always: bool) -> None:
        """Choose by number."""
        self._choices.take(number)

    def on_choices_escaped(self) -> None:
        """Go back to the text."""
        self.set_focus(None)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Tell what was chosen."""
        event.stop()
        self.post_message(OfferTaken(event.offer))
