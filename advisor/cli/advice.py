"""`advisor paths --situation --aim --hours`: the paths that suit a person, with their reasons, as text or JSON."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from advisor.cli.call import Call
from advisor.cli.options import AIM, HOURS, SITUATION, Option
from advisor.errors import UsageError
from advisor.guide.advise import MOST_HOURS, Advice, Person, advice_words, advise
from advisor.guide.words import PHRASES
from advisor.model import Topic, Words
from advisor.talk.voice import Voice

if TYPE_CHECKING:
    from advisor.advice.advisor import Advisor
    from advisor.store.records import StepMark


def is_asked(call: Call) -> bool:
    """Whether a call asks for advice."""
    return any(call.last(option) is not None for option in (SITUATION, AIM, HOURS))


def person_in(call: Call, advisor: "Advisor") -> Person:
    """Who asks, by the options of a call; raises UsageError for an answer that isn't known."""
    hours = call.last(HOURS) or "0"
    if not (hours.isascii() and hours.isdigit()) or int(hours[:4]) > MOST_HOURS:
        raise UsageError(
            f"--hours must be a whole number up to {MOST_HOURS}",
            f"--hours doit être un nombre entier, {MOST_HOURS} au plus",
        )
    return Person(_known(call, SITUATION, advisor.situations()), _known(call, AIM, advisor.aims()), int(hours))


def _known(call: Call, option: Option, known: Mapping[str, Words]) -> str:
    given = call.last(option) or ""
    if given and given not in known:
        raise UsageError(
            f"{option.name} can't be “{given}”; choose {', '.join(known) or 'nothing, as this knowledge has none'}",
            f"{option.name} ne peut pas valoir « {given} » ; au choix : "
            f"{', '.join(known) or 'rien, ces connaissances n’en ont pas'}",
        )
    return given


def advised(
    advisor: "Advisor", person: Person, marks: "Mapping[str, StepMark]", talked: Sequence[Topic] = ()
) -> Sequence[Advice]:
    """The paths that suit."""
    return advise(advisor.paths(), person, talked, marks)


def as_text(found: Sequence[Advice], voice: Voice) -> str:
    """The paths with their reasons as Markdown, or the sentence that says why there are none."""
    if not found:
        return voice.words(PHRASES["no-advice"])
    return "\n\n".join(voice.words(advice_words(one)) for one in found)


def as_objects(found: Sequence[Advice], voice: Voice) -> list[dict[str, Any]]:
    """The paths with their reasons for programs."""
    return [
        {
            "path": one.path.id,
            "title": voice.words(one.path.title),
            "reasons": [{"kind": reason.kind, "text": voice.words(reason.words)} for reason in one.reasons],
            "hours_left": one.progress.hours_left,
            "weeks": one.weeks,
            "next": one.progress.next,
        }
        for one in found
    ]


def three_questions(advisor: "Advisor", voice: Voice, how: Words) -> str:
    """The three questions with their answers by number, and how to give them."""
    blocks = []
    for key, answers in (("ask-situation", advisor.situations()), ("ask-aim", advisor.aims())):
        listed = [f"{number}. {voice.words(words)}" for number, words in enumerate(answers.values(), 1)]
        blocks.append("\n".join([f"**{voice.words(PHRASES[key])}**", *listed]))
    blocks.append(f"**{voice.words(PHRASES['ask-hours'])}**")
    blocks.append(voice.words(how))
    return "\n\n".join(blocks)
