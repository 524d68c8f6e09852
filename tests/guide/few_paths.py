"""A few paths and topics to advise on."""

from advisor.library import Path, Step
from advisor.model import Topic, Words


def both(text: str) -> Words:
    return {"fr": f"{text} fr", "en": f"{text} en"}


def step(id: str, hours: int = 10, needs: tuple[str, ...] = (), topics: tuple[str, ...] = (), **more: object) -> Step:
    return Step(id, both(id), both("o"), both("p"), both("q"), hours, needs, topics, **more)  # type: ignore[arg-type]


def path(id: str, *steps: Step, **more: object) -> Path:
    hours = sum(one.hours for one in steps)
    return Path(id, both(id), both("s"), both("a"), hours, both("pace"), steps, **more)  # type: ignore[arg-type]


def topic(id: str, **more: object) -> Topic:
    return Topic(id, both(id), {}, **more)  # type: ignore[arg-type]


def few_paths() -> tuple[Path, ...]:
    return (
        path("F", step("F1"), aims={"basics": both("base")}, situations={"new": both("start")}),
        path("P1", step("P1.1", topics=("cv",)), step("P1.2", 90), needs=("F",), aims={"job": both("hired")}),
        path("P2", step("P2.1", topics=("cv", "blog")), needs=("F",), aims={"job": both("seen")}),
        path("P3", step("P3.1", topics=("pay",)), situations={"new": both("easy")}, aims={"job": both("both")}),
    )
