"""`advisor paths`: the learning paths, or one of them step by step, as text or JSON; keeps no progress."""

import sys
from collections.abc import Sequence
from typing import Any

from advisor.advice.advisor import Advisor
from advisor.cli.render import markdown, wants_colour, width_of
from advisor.cli.setting import Setting
from advisor.cli.streams import say, write_json
from advisor.errors import DONE, AdvisorError
from advisor.model import Language, Path
from advisor.talk.compose import Voice

SAID: dict[Language, dict[str, str]] = {
    "fr": {
        "hours": "{hours} h, {steps} étapes",
        "hours_one": "{hours} h, une étape",
        "for": "**Pour qui.** {text}",
        "pace": "**Rythme.** {hours} h en tout. {text}",
        "needs": "**Avant.** {text}",
        "practice": "**Pratique.** {text}",
        "proof": "**Preuve.** {text}",
        "topics": "**À lire.** {text}",
        "resources": "**Pour apprendre.** {text}",
        "and": " ; ",
        "one": "Un parcours en entier : advisor paths {id}",
        "none": "Ces connaissances ne contiennent pas de parcours.",
    },
    "en": {
        "hours": "{hours} h, {steps} steps",
        "hours_one": "{hours} h, one step",
        "for": "**For whom.** {text}",
        "pace": "**Pace.** {hours} h in all. {text}",
        "needs": "**Before.** {text}",
        "practice": "**Practice.** {text}",
        "proof": "**Proof.** {text}",
        "topics": "**To read.** {text}",
        "resources": "**To learn from.** {text}",
        "and": "; ",
        "one": "One path in full: advisor paths {id}",
        "none": "This knowledge holds no learning path.",
    },
}


def run(wanted: str | None, setting: Setting, *, as_json: bool) -> int:
    """List the paths, or show one; raises AdvisorError where there is none of that id."""
    advisor = setting.open()
    paths = advisor.paths()
    voice = Voice(setting.language, setting.address)
    if wanted is not None:
        path = _found(wanted, paths)
        if as_json:
            write_json(as_object(path, advisor, voice), indent=2)
        else:
            _write(_in_full(path, advisor, voice))
    elif as_json:
        write_json([as_object(path, advisor, voice) for path in paths], indent=2)
    elif paths:
        _write(overview(paths, voice))
    else:
        say(SAID[setting.language]["none"])
    return DONE


def _found(wanted: str, paths: Sequence[Path]) -> Path:
    """The path of that id, upper or lower case; raises AdvisorError with the nearest one."""
    ids = {path.id.casefold(): path for path in paths}
    path = ids.get(wanted.casefold())
    if path is None:
        import difflib  # here, since who names a path that exists never needs it

        near = [ids[one].id for one in difflib.get_close_matches(wanted.casefold(), ids, n=1, cutoff=0.3)]
        raise AdvisorError(
            f"there is no path “{wanted}”; {f'the nearest is {near[0]}' if near else 'advisor paths lists them'}.",
            f"il n'y a pas de parcours « {wanted} » ; "
            f"{f'le plus proche est {near[0]}' if near else 'advisor paths en donne la liste'}.",
        )
    return path


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


def overview(paths: Sequence[Path], voice: Voice) -> str:
    """All paths, each with its size and where it leads, as Markdown."""
    said = SAID[voice.language]
    blocks = []
    for path in paths:
        size = said["hours" if len(path.steps) > 1 else "hours_one"].format(hours=path.hours, steps=len(path.steps))
        blocks.append(f"**{path.id} · {voice.words(path.title)}** ({size})\n{voice.words(path.summary)}")
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
            lines.append(labelled("topics", said["and"].join(titles)))
        found = [one for id in step.resources if (one := advisor.shelf.reference(id))]
        if found:
            lines.append(
                labelled("resources", said["and"].join(f"{o.title} <{o.url}>" if o.url else o.title for o in found))
            )
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _write(text: str) -> None:
    print(markdown(text, width_of(sys.stdout), colour=wants_colour(sys.stdout)))
