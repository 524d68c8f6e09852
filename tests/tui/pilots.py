"""How the tests of the screen wait, look and type."""

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

from textual.pilot import Pilot
from textual.widget import Widget

from advisor.tui.app import AdvisorApp
from advisor.tui.screens.talk import TalkScreen
from advisor.tui.widgets.answer import Answer, Note, Question
from advisor.tui.widgets.choices import Choice
from advisor.tui.widgets.prompt import Prompt
from advisor.tui.widgets.status import StatusLine

MakeApp = Callable[..., AdvisorApp]
Found = TypeVar("Found", bound=Widget)
PATIENCE = 10.0


async def until(pilot: Pilot[None], condition: Callable[[], object], what: str = "") -> None:
    """Let the application run until a condition holds."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, what or f"this never came true\n{picture(pilot)}"
        await pilot.pause()
        await asyncio.sleep(0.002)
    await pilot.pause()


def picture(pilot: Pilot[None]) -> str:
    """What is on the screen, as plain text."""
    lines = pilot.app.screen._compositor.render_strips()
    return plain_spaces("\n".join("".join(segment.text for segment in line).rstrip() for line in lines))


def talk(pilot: Pilot[None]) -> TalkScreen:
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, TalkScreen)
    return screen


def all_of(pilot: Pilot[None], kind: type[Found]) -> list[Found]:
    return list(talk(pilot).query(kind))


def prompt(pilot: Pilot[None]) -> Prompt:
    return all_of(pilot, Prompt)[0]


def plain_spaces(text: str) -> str:
    """A text with ordinary spaces where French has others."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def answers(pilot: Pilot[None]) -> list[str]:
    return [plain_spaces(answer.text()) for answer in all_of(pilot, Answer)]


def questions(pilot: Pilot[None]) -> list[str]:
    return [question.question for question in all_of(pilot, Question)]


def notes(pilot: Pilot[None]) -> list[str]:
    return [plain_spaces(note.text()) for note in all_of(pilot, Note)]


def choices(pilot: Pilot[None]) -> list[str]:
    return [plain_spaces(choice.text()) for choice in all_of(pilot, Choice)]


def state(pilot: Pilot[None]) -> str:
    return plain_spaces(pilot.app.screen.query(StatusLine).first().state)


def told(pilot: Pilot[None]) -> list[str]:
    """What is said in passing, as it was before it was laid out in lines; nothing, or one thing."""
    passing = getattr(pilot.app, "passing", None)
    return [plain_spaces(passing.text)] if passing else []


async def opened(pilot: Pilot[None]) -> None:
    """Wait until the knowledge is open and something is on offer."""
    app = pilot.app
    assert isinstance(app, AdvisorApp)
    await until(pilot, lambda: choices(pilot))


async def write(pilot: Pilot[None], text: str) -> None:
    """Put a text into the prompt at once; a test about keys presses them instead."""
    prompt(pilot).insert(text)
    await pilot.pause()


async def ask(pilot: Pilot[None], question: str) -> None:
    """Type a question, send it, and wait for what comes of it."""
    before = len(all_of(pilot, Answer))
    await write(pilot, question)
    await pilot.press("enter")
    await until(pilot, lambda: len(all_of(pilot, Answer)) > before)
