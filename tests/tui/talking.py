"""A program to be killed: holds a talk on a screen that nobody sees, and writes a line for all that it shows as kept."""

import asyncio
import itertools
import os
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from fakes import Door
from pilots import opened, prompt, talk, told
from textual.pilot import Pilot

from advisor.settings import Settings, places
from advisor.tui.app import AdvisorApp
from advisor.tui.widgets.prompt import Prompt

MARKS = (("fait", "done"), ("sauter", "skipped"), ("connu", "known"), ("rouvrir", "open"))


def say(*words: str) -> None:
    """A line, past everything that may hold it back."""
    os.write(1, (" ".join(words) + "\n").encode())


async def send(pilot: Pilot[None], text: str) -> None:
    prompt(pilot).post_message(Prompt.Submitted(text))
    await pilot.pause()


async def draft(pilot: Pilot[None], app: AdvisorApp, text: str) -> None:
    """Write a text and leave it there; it is kept when this returns."""
    kept = threading.Event()
    prompt(pilot).put(text)
    await pilot.pause()
    app._record.beside(lambda _store: kept.set())
    while not kept.is_set():
        await asyncio.sleep(0)


async def main(name: str) -> None:
    app = AdvisorApp(Door(), Settings(animation="off"), places())
    async with app.run_test() as pilot:
        await opened(pilot)
        while app._steps is None:
            await asyncio.sleep(0.001)
        say("ready")
        for number in itertools.count():
            question = f"{name}.{number}"
            await send(pilot, question)
            while len(talk(pilot).turns) <= number:
                await asyncio.sleep(0)
            say("answer", question)
            command, state = MARKS[number % len(MARKS)]
            app.passing = None
            await send(pilot, f"/{command} P1.1")
            while not told(pilot):
                await asyncio.sleep(0)
            say("step", state)
            await draft(pilot, app, f"{name}.{number}")
            say("draft", f"{name}.{number}")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
