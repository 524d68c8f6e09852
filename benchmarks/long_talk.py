"""Measures what an answer costs late in a talk: from the reply to the drawn screen, early against the 500th.

python benchmarks/long_talk.py [--turns 500] [--limit 1.5]
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "tui"))

from fakes import Door  # the screen needs an advisor, and knowledge would only add noise
from textual.content import Content

from advisor.settings import Settings, places
from advisor.tui.app import AdvisorApp
from advisor.tui.widgets.answer import Answer
from advisor.tui.widgets.prompt import Prompt


async def measure(turns: int) -> list[float]:
    """Seconds for each turn."""
    taken: list[float] = []
    drawn = 0
    original = Answer.render

    def counted(answer: Answer) -> Content:
        nonlocal drawn
        drawn = max(drawn, int(answer.reply.question.rsplit(" ", 1)[-1]) + 1)
        return original(answer)

    Answer.render = counted  # type: ignore[method-assign]
    with tempfile.TemporaryDirectory() as data:
        settings = Settings(animation="off", history=False, language="fr")
        app = AdvisorApp(Door(), settings, places(Path(data)))
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause(0.3)
            prompt = app.screen_stack[0].query_one(Prompt)
            for number in range(turns):
                started = time.perf_counter()
                prompt.post_message(Prompt.Submitted(f"salaire {number}"))
                while drawn <= number:
                    await asyncio.sleep(0)
                await pilot.pause(0)
                taken.append(time.perf_counter() - started)
    return taken


def main() -> int:
    """Print medians of the beginning and of the end, and their ratio; 1 where it is over the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=500)
    parser.add_argument("--limit", type=float, default=1.5)
    options = parser.parse_args()
    taken = asyncio.run(measure(options.turns))
    early, late = statistics.median(taken[5:45]), statistics.median(taken[-40:])
    print(f"turns 6 to 45        median {early * 1000:5.1f} ms")
    print(f"the last 40 of {options.turns:5} median {late * 1000:5.1f} ms")
    print(f"ratio {late / early:.2f} (limit {options.limit})")
    return int(late / early > options.limit)


if __name__ == "__main__":
    sys.exit(main())
