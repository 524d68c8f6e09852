"""`advisor gaps`: the questions that went unanswered, as text, JSON or a patch for the knowledge; judges none itself."""

import sys
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advisor.cli.ask import lines_of_input
from advisor.cli.render import width_of
from advisor.cli.setting import Setting
from advisor.cli.streams import say, write_json
from advisor.errors import DONE, AdvisorError, UsageError
from advisor.model import Language
from advisor.reasons import reason_of
from advisor.text.typography import typeset

if TYPE_CHECKING:
    from advisor.advice.advisor import Advisor
    from advisor.gaps.gather import Gathered
    from advisor.gaps.grouping import Gap

SAID: dict[Language, dict[str, str]] = {
    "fr": {
        "none_kept": "Aucune question sans réponse n'est gardée ici.",
        "none": "Tout a une réponse ({asked} sur {asked}).",
        "head": "Sans réponse : {left} sur {asked} (groupes : {groups}).",
        "nearest": "le plus proche : {near}",
        "nothing_near": "rien de proche",
        "left_out": "laissé de côté exprès : {title}",
        "also": "aussi : {wordings}",
        "more": "et {number} de plus",
        "and": " ; ",
    },
    "en": {
        "none_kept": "No unanswered question is kept here.",
        "none": "Everything has an answer ({asked} of {asked}).",
        "head": "Unanswered: {left} of {asked} (groups: {groups}).",
        "nearest": "nearest: {near}",
        "nothing_near": "nothing near",
        "left_out": "left out on purpose: {title}",
        "also": "also: {wordings}",
        "more": "and {number} more",
        "and": "; ",
    },
}
MOST_WORDINGS = 3
"""Other wordings of a gap that are shown; the JSON has all."""


def run(words: Sequence[str], setting: Setting, *, as_json: bool, as_patch: bool) -> int:
    """Gather the gaps of a file, of standard input (`-`) or of what the program keeps, and write them.

    Raises UsageError where both forms are asked for, AdvisorError where a file can't be read.
    """
    if as_json and as_patch:
        raise UsageError(
            "--json and --yaml don't go together; choose one.",
            "--json et --yaml ne vont pas ensemble ; il faut choisir.",
        )
    questions = list(_of_file(words[0])) if words else _kept(setting)
    from advisor.gaps.gather import gather

    advisor = setting.open()
    found = gather(advisor, questions)
    if as_json:
        write_json(_as_object(found, advisor, setting.language), indent=2)
    elif as_patch:
        from advisor.gaps.patch import patch

        print(patch(found.gaps, setting.language), end="")
    elif not found.gaps:
        key = "none" if found.asked else "none_kept"
        print(typeset(SAID[setting.language][key].format(asked=found.asked), setting.language))
    else:
        for line in _lines(found, advisor, setting.language):
            print(line)
    return DONE


def _of_file(name: str) -> Iterator[tuple[str, Language | None]]:
    """The questions of a file, one a line."""
    if name == "-":
        yield from ((line, None) for line in lines_of_input())
        return
    try:
        text = Path(name).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise AdvisorError(
            f"{name} isn't UTF-8 (byte {error.start + 1}); save it as UTF-8 and try again.",
            f"{name} n'est pas en UTF-8 (octet {error.start + 1}) ; enregistrez-le en UTF-8 et recommencez.",
        ) from None
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        raise AdvisorError(
            f"{name} can't be read: {reason['en']}.", f"{name} ne peut pas être lu : {reason['fr']}."
        ) from None
    yield from ((line, None) for line in text.splitlines())


def _kept(setting: Setting) -> list[tuple[str, Language | None]]:
    """The unanswered questions that the program keeps; none where it keeps nothing yet."""
    if not setting.places.store_file.exists():
        return []
    from advisor.store.opening import open_store

    store = open_store(setting.places, setting.settings, lambda words: say(words[setting.language]))
    questions: list[tuple[str, Language | None]] = [(one.question, one.language) for one in store.unanswered.all()]
    refused = store.refused
    store.close()
    if refused is not None:
        raise refused
    return questions


def _as_object(found: "Gathered", advisor: "Advisor", language: Language) -> dict[str, Any]:
    return {
        "asked": found.asked,
        "answered": found.answered,
        "gaps": [
            {
                "question": gap.wordings[0].question,
                "language": gap.language,
                "times": gap.times,
                "wordings": [{"question": one.question, "times": one.times} for one in gap.wordings],
                "nearest": [
                    {
                        "topic": near.topic,
                        "title": _title(advisor, near.topic, language),
                        "confidence": round(near.confidence, 4),
                    }
                    for near in gap.nearest
                ],
                "neighbourhood": gap.neighbourhood,
            }
            for gap in found.gaps
        ],
    }


def _lines(found: "Gathered", advisor: "Advisor", language: Language) -> Iterator[str]:
    said = SAID[language]
    left = sum(gap.times for gap in found.gaps)
    yield typeset(said["head"].format(left=left, asked=found.asked, groups=len(found.gaps)), language)
    room = len(str(found.gaps[0].times))
    hang = " " * (room + 3)
    for gap in found.gaps:
        yield ""
        yield from _wrapped(gap.wordings[0].question, f"{gap.times:>{room}} × ", hang)
        for line in _about(gap, advisor, language):
            yield from _wrapped(line, hang, hang + "  ")


def _about(gap: "Gap", advisor: "Advisor", language: Language) -> Iterator[str]:
    said = SAID[language]
    others = [one.question for one in gap.wordings[1 : 1 + MOST_WORDINGS]]
    if others:
        further = len(gap.wordings) - 1 - len(others)
        more = [said["more"].format(number=further)] if further > 0 else []
        yield typeset(said["also"], language).format(wordings=typeset(said["and"], language).join([*others, *more]))
    if gap.neighbourhood:
        held = advisor.shelf.neighbourhood(gap.neighbourhood)
        title = (held.title.get(language) if held else None) or gap.neighbourhood
        yield typeset(said["left_out"].format(title=title), language)
    elif gap.nearest:
        near = [f"{_title(advisor, one.topic, language)} ({one.topic})" for one in gap.nearest[:2]]
        yield typeset(said["nearest"].format(near=said["and"].join(near)), language)
    else:
        yield typeset(said["nothing_near"], language)


def _title(advisor: "Advisor", topic: str, language: Language) -> str:
    title = advisor.shelf.title(topic)
    return title.get(language) or next(iter(title.values()))


def _wrapped(text: str, lead: str, hang: str) -> list[str]:
    """A person's words as they are, on lines that fit; nothing in them is markup."""
    return textwrap.wrap(
        text, width_of(sys.stdout), initial_indent=lead, subsequent_indent=hang, break_on_hyphens=False
    )
