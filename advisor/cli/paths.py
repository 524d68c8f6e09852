"""`advisor paths`: the learning paths, one of them step by step, those that suit, and where a person stands with them."""

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from advisor.advice.advisor import Advisor
from advisor.cli import advice, steps
from advisor.cli.call import Call
from advisor.cli.render import markdown, wants_colour, width_of
from advisor.cli.setting import Setting
from advisor.cli.streams import say, write_json
from advisor.errors import DONE, AdvisorError
from advisor.guide.standing import SIGNS, left_over, marked, standing, state_words
from advisor.library import Path, Step
from advisor.model import Language
from advisor.store.progress import PathProgress, progress
from advisor.talk.voice import Voice

if TYPE_CHECKING:
    from advisor.store.records import StepMark

Marks = Mapping[str, "StepMark"]

SAID: dict[Language, dict[str, str]] = {
    "fr": {
        "for": "**Pour qui.** {text}",
        "pace": "**Rythme.** {hours} h en tout. {text}",
        "needs": "**Avant.** {text}",
        "practice": "**Pratique.** {text}",
        "proof": "**Preuve.** {text}",
        "topics": "**À lire.** {text}",
        "resources": "**Pour apprendre.** {text}",
        "and": " ; ",
        "one": "Un parcours en entier : {command} {id}",
        "none": "Ces connaissances ne contiennent pas de parcours.",
    },
    "en": {
        "for": "**For whom.** {text}",
        "pace": "**Pace.** {hours} h in all. {text}",
        "needs": "**Before.** {text}",
        "practice": "**Practice.** {text}",
        "proof": "**Proof.** {text}",
        "topics": "**To read.** {text}",
        "resources": "**To learn from.** {text}",
        "and": "; ",
        "one": "One path in full: {command} {id}",
        "none": "This knowledge holds no learning path.",
    },
}


def run(call: Call, setting: Setting, *, as_json: bool) -> int:
    """List the paths, show one, advise some or mark steps; raises AdvisorError where there is no such path or step."""
    advisor = setting.open()
    paths = advisor.paths()
    voice = Voice(setting.language, setting.address)
    wanted = steps.wanted(call, paths)
    if wanted:
        marks = steps.note(setting, [(step, state) for _, step, state in wanted])
        for path, step, state in () if as_json else wanted:
            _write(voice.words(marked(path, step, state, marks)))
        if as_json:
            touched = {path.id: path for path, *_ in wanted}
            write_json([as_object(path, advisor, voice, marks) for path in touched.values()], indent=2)
        return DONE
    marks = steps.marks_of(setting)
    if advice.is_asked(call):
        found = advice.advised(advisor, advice.person_in(call, advisor), marks)
        write_json(advice.as_objects(found, voice), indent=2) if as_json else _write(advice.as_text(found, voice))
    elif call.words:
        path = path_named(call.words[0], paths)
        write_json(as_object(path, advisor, voice, marks), indent=2) if as_json else _write(
            in_full(path, advisor, voice, marks)
        )
    elif as_json:
        write_json([as_object(path, advisor, voice, marks) for path in paths], indent=2)
    elif paths:
        _write(overview(paths, voice, marks))
    else:
        say(SAID[setting.language]["none"])
    return DONE


def path_named(wanted: str, paths: Sequence[Path], command: str = "advisor paths") -> Path:
    """The path of that id, upper or lower case; raises AdvisorError with the nearest one, or with what lists them."""
    ids = {path.id.casefold(): path for path in paths}
    path = ids.get(wanted.casefold())
    if path is None:
        import difflib  # here, since who names a path that exists never needs it

        near = [ids[one].id for one in difflib.get_close_matches(wanted.casefold(), ids, n=1, cutoff=0.3)]
        raise AdvisorError(
            f"there is no path “{wanted}”; {f'the nearest is {near[0]}' if near else f'{command} lists them'}.",
            f"il n'y a pas de parcours « {wanted} » ; "
            f"{f'le plus proche est {near[0]}' if near else f'{command} en donne la liste'}.",
        )
    return path


def as_object(path: Path, advisor: Advisor, voice: Voice, marks: Marks) -> dict[str, Any]:
    """A path for programs, its words in one language, with where the person stands."""
    done = progress(path, marks)
    return {
        "id": path.id,
        "title": voice.words(path.title),
        "summary": voice.words(path.summary),
        "audience": voice.words(path.audience),
        "hours": path.hours,
        "pace": voice.words(path.pace),
        "needs": list(path.needs),
        "progress": {"settled": done.settled, "hours_left": done.hours_left, "next": done.next},
        "steps": [
            {
                "id": step.id,
                "state": done.states[step.id],
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


def overview(paths: Sequence[Path], voice: Voice, marks: Marks, command: str = "advisor paths") -> str:
    """All paths, each with its size or how far one is, and where it leads, as Markdown; `command` shows one of them."""
    said = SAID[voice.language]
    blocks = []
    for path in paths:
        size = voice.words(standing(path, progress(path, marks)))
        blocks.append(f"**{path.id} · {voice.words(path.title)}** ({size})\n{voice.words(path.summary)}")
    blocks.append(voice.say(said["one"].format(command=command, id=paths[-1].id)))
    if gone := left_over(paths, marks):
        blocks.append(voice.words(gone))
    return "\n\n".join(blocks)


def in_full(path: Path, advisor: Advisor, voice: Voice, marks: Marks) -> str:
    """A path step by step, with the state of each, as Markdown."""
    said = SAID[voice.language]
    done = progress(path, marks)

    def labelled(key: str, text: str) -> str:
        return voice.say(said[key].format(text=text, hours=path.hours))

    blocks = [
        f"**{path.id} · {voice.words(path.title)}** ({voice.words(standing(path, done))})",
        voice.words(path.summary),
        labelled("for", voice.words(path.audience)),
        labelled("pace", voice.words(path.pace)),
    ]
    if path.needs:
        blocks.append(labelled("needs", ", ".join(path.needs)))
    for step in path.steps:
        lines = [_heading(step, done, voice), voice.words(step.outcome)]
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


def _heading(step: Step, done: PathProgress, voice: Voice) -> str:
    """A step's line; its state is said once there is one to say."""
    state = done.states[step.id]
    words = f"**{step.id} · {voice.words(step.title)}** ({step.hours} h)"
    return words if state == "open" else f"{words} {SIGNS[state]} {voice.words(state_words(state))}"


def _write(text: str) -> None:
    print(markdown(text, width_of(sys.stdout), colour=wants_colour(sys.stdout)))
