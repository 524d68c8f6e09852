"""Writes docs/explanation/ten-conversations.md from docs/conversations.yaml: `python docs/make_conversations.py`.

Each talk is held anew with the program and the knowledge as they are; the page shows what came out, right or wrong.
"""

import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from advisor import __version__
from advisor.advice.advisor import Advisor, open_advisor
from advisor.cli.render import SAID
from advisor.reply import Passage, Reply, first_parts
from advisor.text.typography import typeset

HERE = Path(__file__).resolve().parent
TALKS = HERE / "conversations.yaml"
PAGE = HERE / "explanation" / "ten-conversations.md"


def page(talks: Sequence[Mapping[str, Any]], advisor: Advisor, day: date) -> str:
    """The whole page."""
    held: list[str] = []
    turns = right = 0
    for number, talk in enumerate(talks, 1):
        conversation = advisor.conversation()
        known: set[str | None] = set()
        held += [f"## {number}. {talk['who']}", ""]
        for turn in talk["turns"]:
            reply = conversation.ask(turn["say"])
            missed = _missed(reply, turn, known)
            known.add(reply.topic)
            turns, right = turns + 1, right + (not missed)
            held += [f"> {turn['say']}", "", *_told(reply)]
            if missed:
                held += [f"⚠ {missed}", ""]
    return "\n".join(
        [
            "# Ten conversations",
            "",
            "Ten kinds of people, six turns each. What they say was written beforehand, each line from the reply that came",
            "before it at the time of writing; some replies have changed since. The replies are those of version",
            f"{__version__} with the knowledge of {day.isoformat()}, good and bad.",
            "",
            f"**{right} of {turns}** are on the subject, and give the part, that a person would have wanted; the others are",
            "marked with ⚠ and what was wanted. It is no measure of anything else: the knowledge was mended after the first",
            "time that these talks were held. See [what was measured](measured.md) for figures.",
            "",
            "Of an answer, the advice is shown with what differs for that person and the part that they are likely after, or the",
            "part asked for, or, where the advice was given before, what comes next of it; *[…]* names what was left out here.",
            "Don't edit this page: change `docs/conversations.yaml`, then run",
            "`python docs/make_conversations.py`.",
            "",
            *held,
        ]
    )


def _missed(reply: Reply, turn: Mapping[str, Any], known: Collection[str | None]) -> str:
    """What was wanted, where something else came; nothing where the reply is on the subject and gives the part.

    Of a topic that is `known`, since its point was told before, any other part goes on.
    """
    wanted: Sequence[str] = turn["wants"]
    named = " or ".join(f"`{one}`" for one in wanted)
    if not wanted:
        return "" if reply.kind == "unknown" else "Wanted: no answer."
    if reply.kind not in ("answer", "small_talk") or reply.topic not in wanted:
        return f"Wanted: {named}."
    shown = [passage.part for passage in reply.passages if passage.asked]
    part = turn.get("part")
    if shown and part not in shown and (part or reply.topic not in known):
        return f"Wanted: {named}, its {part}." if part else f"Wanted: more of {named} than its {shown[0]}."
    return ""


def _told(reply: Reply) -> Iterator[str]:
    """A reply, its topic and how sure it is before it."""
    words = SAID[reply.language]
    head = {
        "answer": f"`{reply.topic}`, {typeset(words[reply.sureness], reply.language) if reply.sureness else 'unsure'}",
        "choices": "choices",
        "small_talk": f"`{reply.topic}`",
        "unknown": f"no answer (`{reply.neighbourhood}`)" if reply.neighbourhood else "no answer",
    }[reply.kind]
    yield from (f"**Advisor** · {head}", "")
    for one in reply.corrections:
        read = words["read_as"].format(typed=f"`{one.typed}`", read_as=f"`{one.read_as}`")
        yield from (typeset(f"*{read}*", reply.language), "")
    if reply.kind == "answer":
        yield from _shortened(reply)
    else:
        yield from (reply.text, "")


def _shortened(reply: Reply) -> Iterator[str]:
    """What the screen opens: the advice with what goes with it, or the part asked for; then the names of what was left out."""
    if reply.care:
        yield from (reply.care, "")
    kept: list[Passage] = [reply.passages[place] for place in sorted(first_parts(reply))]
    for passage in kept:
        yield from (f"**{passage.heading}**", "") if passage.heading else ()
        yield from (passage.text, "")
    asked = any(passage.asked for passage in reply.passages)
    left = [] if asked else [passage.heading for passage in reply.passages if passage not in kept]
    if left:
        yield from (f"*[… {', '.join(dict.fromkeys(left))}]*", "")


def main() -> None:
    """Hold the talks and write the page."""
    talks = yaml.safe_load(TALKS.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as cache:
        advisor = open_advisor([HERE.parent / "knowledge"], Path(cache), lambda _: None)
        text = page(talks, advisor, date.today())
        advisor.index.close()
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
