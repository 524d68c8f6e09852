"""`advisor paths`: the learning paths, or one of them step by step, as text or JSON; keeps no progress."""

import difflib
import json
import sys
from typing import Any

from advisor.advice.advisor import Advisor
from advisor.cli.render import WIDEST, markdown, wants_colour
from advisor.cli.setting import Setting
from advisor.errors import DONE, AdvisorError
from advisor.model import Language, Path
from advisor.talk.compose import Voice

SAID: dict[Language, dict[str, str]] = {
    "fr": {
        "hours": "{hours} h, {steps} étapes",
        "for": "**Pour qui.** {text}",
        "pace": "**Rythme.** {hours} h en tout. {text}",
        "needs": "**Avant.** {text}",
        "practice": "**Pratique.** {text}",
        "proof": "**Preuve.** {text}",
        "topics": "**À lire.** {text}",
        "resources": "**Pour apprendre.** {text}",
        "one": "Un parcours en entier : advisor paths {id}",
    },
    "en": {
        "hours": "{hours} h, {steps} steps",
        "for": "**For whom.** {text}",
        "pace": "**Pace.** {hours} h in all. {text}",
        "needs": "**Before.** {text}",
        "practice": "**Practice.** {text}",
        "proof": "**Proof.** {text}",
        "topics": "**To read.** {text}",
        "resources": "**To learn from.** {text}",
        "one": "One path in full: advisor paths {id}",
    },
}


def run(wanted: str | None, setting: Setting, *, as_json: bool) -> int:
    """List the paths, or show one; raises AdvisorError where there is none of that id."""
    advisor = setting.open()
    paths = {path.id: path for path in advisor.paths()}
    voice = Voice(setting.language, setting.address)
    if wanted is None:
        if as_json:
            print(
                json.dumps([as_object(path, advisor, voice) for path in paths.values()], ensure_ascii=False, indent=2)
            )
        else:
            _write(_overview(list(paths.values()), voice))
        return DONE
    path = paths.get(wanted) or paths.get(wanted.upper())
    if path is None:
        near = difflib.get_close_matches(wanted.upper(), list(paths), n=1, cutoff=0.3)
        raise AdvisorError(
            f"there is no path {wanted!r}; {f'the nearest is {near[0]}' if near else 'advisor paths lists them'}.",
            f"il n'y a pas de parcours {wanted!r} ; "
            f"{f'le plus proche est {near[0]}' if near else 'advisor paths en donne la liste'}.",
        )
    if as_json:
        print(json.dumps(as_object(path, advisor, voice), ensure_ascii=False, indent=2))
    else:
        _write(_in_full(path, advisor, voice))
    return DONE


def as_object(path: Path, advisor: Advisor, voice: Voice) -> dict[str, Any]:
    """A path for programs, its words in one language."""
    return {
        "id": path.id,
        "title": voice.words(path.title),
        "summary": voice.words(path.summary),
        "audience": voice.words(path.audience),
        "hours": path.hours,
        "pace": voice.words(path.pace),
        "needs": list(path.needs),
        "steps": [
            {
                "id": step.id,
                "title": voice.words(step.title),
                "outcome": voice.words(step.outcome),
                "practice": voice.words(step.practice),
                "proof": voice.words(step.proof),
                "hours": step.hours,
                "needs": list(step.needs),
                "topics": list(step.topics),
                "resources": [
                    {"id": found.id, "title": found.title} | ({"url": found.url} if found.url else {})
                    for id in step.resources
                    if (found := advisor.shelf.reference(id))
                ],
            }
            for step in path.steps
        ],
    }


def _overview(paths: list[Path], voice: Voice) -> str:
    said = SAID[voice.language]
    blocks = []
    for path in paths:
        size = said["hours"].format(hours=path.hours, steps=len(path.steps))
        blocks.append(f"**{path.id} · {voice.words(path.title)}** ({size})\n{voice.words(path.summary)}")
    if paths:
        blocks.append(voice.say(said["one"].format(id=paths[-1].id)))
    return "\n\n".join(blocks)


def _in_full(path: Path, advisor: Advisor, voice: Voice) -> str:
    said = SAID[voice.language]

    def labelled(key: str, text: str) -> str:
        return voice.say(said[key].format(text=text, hours=path.hours))

    blocks = [
        f"**{path.id} · {voice.words(path.title)}**",
        voice.words(path.summary),
        labelled("for", voice.words(path.audience)),
        labelled("pace", voice.words(path.pace)),
    ]
    if path.needs:
        blocks.append(labelled("needs", ", ".join(path.needs)))
    for step in path.steps:
        lines = [f"**{step.id} · {voice.words(step.title)}** ({step.hours} h)", voice.words(step.outcome)]
        lines += [labelled("practice", voice.words(step.practice)), labelled("proof", voice.words(step.proof))]
        if step.topics:
            titles = (voice.words(advisor.shelf.title(id)) for id in step.topics)
            lines.append(labelled("topics", " ; ".join(titles)))
        found = [one for id in step.resources if (one := advisor.shelf.reference(id))]
        if found:
            lines.append(labelled("resources", " ; ".join(f"{o.title} <{o.url}>" if o.url else o.title for o in found)))
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _write(text: str) -> None:
    print(markdown(text, WIDEST, colour=wants_colour(sys.stdout)))
