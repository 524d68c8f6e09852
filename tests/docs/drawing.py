"""Draws the pictures of the docs: the program itself, over the built-in knowledge, at a moment of a talk."""

import asyncio
import html
import re
import time
from collections.abc import Callable
from dataclasses import dataclass

from textual.pilot import Pilot

from advisor.advice.advisor import Advisor
from advisor.settings import Settings, places
from advisor.store.opening import open_store
from advisor.tui.app import AdvisorApp
from advisor.tui.widgets.answer import Answer, Question
from advisor.tui.widgets.choices import Choice
from advisor.tui.widgets.prompt import Prompt
from advisor.tui.widgets.status import StatusLine

PATIENCE = 30.0
FONTS = "DejaVu Sans Mono, Menlo, Consolas"
_FONT_FACE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_TEXT = re.compile(r"<text[^>]*>(.*?)</text>", re.DOTALL)


@dataclass(frozen=True)
class Scene:
    """A moment worth showing: what was asked, and the keys that were pressed behind it."""

    name: str
    language: str
    size: tuple[int, int]
    questions: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    """Steps of learning paths that were done before."""
    first: bool = False
    """Whether it is the first time that this person comes."""


@dataclass(frozen=True)
class Drawn:
    """A picture, and the words in it that readers rely on."""

    svg: str
    promises: tuple[str, ...]


async def draw(scene: Scene, advisor: Advisor) -> Drawn:
    """Run the program up to the scene."""
    settings = Settings(language=scene.language, animation="off")
    if scene.done:
        store = open_store(places(), settings, lambda _words: None)
        for step in scene.done:
            store.steps.mark(step, "done")
        store.close()
    app = AdvisorApp(lambda _progress: advisor, settings, places(), introduce=scene.first)
    async with app.run_test(size=scene.size) as pilot:
        app.screen_stack[0].query_one(Prompt).cursor_blink = False
        await _until(pilot, lambda: app.screen.query(Choice) and set(scene.done) <= set(app._marks))
        for question in scene.questions:
            await _ask(pilot, question)
        promises = [] if scene.keys else _last_exchange(app)
        for key in scene.keys:
            await pilot.press(key)
            await pilot.pause()
        await pilot.pause()
        promises.append(_plain(str(app.screen.query_one(StatusLine).render())))
        return Drawn(_without_fonts(app.export_screenshot(title="Advisor", simplify=True)), tuple(promises))


def shown(svg: str) -> str:
    """The words of a picture, with single plain spaces."""
    return _plain(" ".join(html.unescape(text) for text in _TEXT.findall(svg)))


def _without_fonts(svg: str) -> str:
    """The picture without the fonts that it would fetch from elsewhere whenever somebody looks at it."""
    return _FONT_FACE.sub("", svg).replace("Fira Code", FONTS) + "\n"


def _last_exchange(app: AdvisorApp) -> list[str]:
    """The last question and how its answer begins, where anything was asked."""
    asked = list(app.screen.query(Question))[-1:]
    return [asked[0].question, *(_opening(answer) for answer in list(app.screen.query(Answer))[-1:])] if asked else []


def _opening(answer: Answer) -> str:
    """The first paragraph, without the bar beside a part that was asked for."""
    return _plain(answer.text().strip().split("\n\n")[0].split("\n")[0])


def _plain(text: str) -> str:
    return " ".join(text.split())


async def _ask(pilot: Pilot[None], question: str) -> None:
    screen = pilot.app.screen
    answered = len(screen.query(Answer))
    screen.query_one(Prompt).insert(question)
    await pilot.press("enter")
    await _until(pilot, lambda: len(screen.query(Answer)) > answered)


async def _until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "the program never came to the scene"
        await pilot.pause()
        await asyncio.sleep(0.005)
    await pilot.pause()
