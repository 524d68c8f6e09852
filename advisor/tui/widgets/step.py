"""One step of a learning path: a line with its state, and all of it while one is there; marks nothing itself."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style

from advisor.commands import BY_ID, spelt
from advisor.guide.standing import SIGNS, state_words
from advisor.library import Step
from advisor.store.records import StepState
from advisor.tui.ink import HEADING, QUIET, visible
from advisor.tui.markdown import read_markdown
from advisor.tui.page import Block, Paragraph, Table
from advisor.tui.widgets.sheet import Sheet
from advisor.tui.words import Wording

MARKING: dict[str, StepState] = {"done": "done", "skip": "skipped", "known": "known", "reopen": "open"}
"""The command that gives each state."""
Details = Callable[[Step, Wording], Iterable[str]]
"""What a step says beside its title, part by part as Markdown."""
_MARGIN = 6


class StepSheet(Sheet):
    """A step; the pointer before it shows where one is, colours or not."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    StepSheet {
        padding: 0 1;
    }
    StepSheet:hover, StepSheet.-here {
        background: $marked;
    }
    """

    is_here: reactive[bool] = reactive(False, layout=True, init=False)
    state: reactive[StepState] = reactive[StepState]("open", layout=True, init=False)

    @dataclass(eq=False, repr=False)
    class Pointed(Message):
        """One goes to this step."""

        step: Step

    @dataclass(eq=False, repr=False)
    class Marked(Message):
        """The step is to be marked."""

        step: Step
        state: StepState

    def __init__(self, step: Step, details: Details, wording: Wording) -> None:
        super().__init__(wording)
        self.step = step
        self._details = details

    def watch_is_here(self, is_here: bool) -> None:
        """Open or close."""
        self.set_class(is_here, "-here")
        self.say_again()

    def watch_state(self) -> None:
        """Show the state."""
        self.say_again()

    def blocks(self) -> Sequence[Block]:
        """The line of the step; behind it, while one is here, what it brings, asks, proves and needs."""
        say, step = self.wording, self.step
        pointer = "›" if self.is_here else " "
        lead = Content.styled(f"{pointer} {SIGNS[self.state]} ", HEADING)
        words = f"{step.id} · {say.of(step.title)}"
        about = say("step_about", hours=step.hours, state=say.of(state_words(self.state)))
        line = Content.assemble((visible(words), "bold" if self.is_here else ""), (about, QUIET))
        head = Paragraph(line, lead, Content(" " * _MARGIN), margin=_MARGIN)
        if not self.is_here:
            return (head,)
        details = [block for text in self._details(step, say) for block in read_markdown(text)]
        return [head, *(_indented(block) for block in [*details, self._marks()])]

    def _marks(self) -> Paragraph:
        """The states to choose from, each to be clicked, with its key."""
        choices = []
        for id, state in MARKING.items():
            words = f"{self.wording.of(state_words(state))} ({spelt(BY_ID[id].keys[0], self.wording.language)})"
            click = Style.from_meta({"@click": f"mark('{state}')"})
            style = HEADING if state != self.state else QUIET
            choices.append(Content.styled(words, style).stylize(click))
        return Paragraph(Content.assemble((self.wording("mark_as"), HEADING), " ", Content(" · ").join(choices)))

    def action_mark(self, state: StepState) -> None:
        """Have the step marked."""
        self.post_message(self.Marked(self.step, state))

    def on_click(self) -> None:
        """Go here."""
        self.post_message(self.Pointed(self.step))


def _indented(block: Block) -> Block:
    space = Content(" " * _MARGIN)
    margin = block.margin + _MARGIN
    if isinstance(block, Table):
        return replace(block, lead=space + block.lead, margin=margin)
    return replace(block, lead=space + block.lead, hang=space + block.hang, margin=margin)
