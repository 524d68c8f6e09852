"""What lies behind the talk on lines: paths and their steps, the article's map, sources, reasons, what confidence is worth.

What is said is the same as on the full screen; asks no question of the advisor.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from advisor.commands import BY_ID
from advisor.model import Address, Language, Topic, Words

if TYPE_CHECKING:
    from advisor.advice.advisor import Advisor
    from advisor.cli.setting import Setting
    from advisor.guide.article import Growth
    from advisor.reply import Reply
    from advisor.store.records import StepState
    from advisor.talk.voice import Voice

SAID: dict[str, Words] = {
    "no_answer_of_the_base": {
        "fr": "Ce qui vient d'être dit n'était pas une réponse de la base et n'a pas de source.",
        "en": "What was just said was no answer of the base and has no source.",
    },
    "no_answer": {
        "fr": "Il n'y a pas encore de réponse : {posez|pose} d'abord une question.",
        "en": "There is no answer yet: ask a question first.",
    },
    "how": {
        "fr": "{Répondez|Réponds} par trois nombres, 0 pour ne pas le dire : %s 1 1 5.",
        "en": "Answer with three numbers, 0 for what you'd rather not say: %s 1 1 5.",
    },
    "no_claim": {
        "fr": "L'article n'a pas d'idée de ce numéro : %s les montre toutes.",
        "en": "The article has no claim of that number: %s shows them all.",
    },
    "one_claim": {"fr": "Une idée et ses sujets : %s %s.", "en": "One claim and its topics: %s %s."},
    "three": {"fr": "Pour répondre à trois questions : %s 0 0 0.", "en": "To answer three questions: %s 0 0 0."},
    "curve": {"fr": "Ce que valent ces mots : %s.", "en": "What these words are worth: %s."},
}
MOST_REPEATED = 40
"""Characters of what was typed that are repeated."""
_STATES: "Mapping[str, StepState]" = {"done": "done", "skip": "skipped", "known": "known", "reopen": "open"}


class Browsing:
    """What can be looked up in one talk."""

    def __init__(
        self, advisor: "Advisor", setting: "Setting", write: Callable[[str], None], address: Callable[[], Address]
    ) -> None:
        self._advisor = advisor
        self._setting = setting
        self._write = write
        self._address = address
        self._last: Reply | None = None
        self._talked_of: dict[str, None] = {}

    def remember(self, reply: "Reply") -> None:
        """Keep what the talk is about."""
        self._last = reply
        if reply.kind == "answer" and reply.topic:
            self._talked_of |= dict.fromkeys((reply.topic, *reply.also))

    def forget(self) -> None:
        """Begin another talk."""
        self._last = None
        self._talked_of.clear()

    def commands(self) -> Mapping[str, Callable[[str, Language], None]]:
        """What can be done, by the ids of the commands: each is given the words behind it and the language to speak."""
        return {
            "paths": self._paths,
            "advice": self._advice,
            "map": self._map,
            "source": self._source,
            "why": self._why,
            "confidence": self._confidence,
        } | {id: partial(self._mark, id) for id in _STATES}

    def _voice(self, language: Language) -> "Voice":
        from advisor.talk.voice import Voice

        return Voice(language, self._address())

    def _say(self, paragraphs: Iterable[Words], language: Language) -> None:
        voice = self._voice(language)
        self._write("\n\n".join(voice.words(words) for words in paragraphs))

    def _name(self, id: str, language: Language) -> str:
        return BY_ID[id].name(language)

    def _hint(self, key: str, language: Language, *values: str) -> Words:
        return {language: SAID[key][language] % values if values else SAID[key][language]}

    # Paths

    def _paths(self, words: str, language: Language) -> None:
        from advisor.cli import paths, steps
        from advisor.errors import AdvisorError

        voice, marks = self._voice(language), steps.marks_of(self._setting)
        known, name = self._advisor.paths(), self._name("paths", language)
        if not words:
            self._write(paths.overview(known, voice, marks, name))
            return
        try:
            one = paths.path_named("".join(filter(str.isprintable, words))[:MOST_REPEATED], known, name)
        except AdvisorError as refused:
            self._write(_sentence(refused.said(language)))
        else:
            self._write(paths.in_full(one, self._advisor, voice, marks))

    def _mark(self, id: str, words: str, language: Language) -> None:
        from advisor.cli import steps
        from advisor.errors import AdvisorError
        from advisor.guide.standing import find_step, marked, no_such_step, steps_named
        from advisor.guide.words import said

        paths = self._advisor.paths()
        named = steps_named(words)
        if not named:
            example = next((step.id for path in paths for step in path.steps), "")
            self._say([said("which-step", command=self._name(id, language), step=example)], language)
            return
        state = _STATES[id]
        found = {one: find_step(one, paths) for one in named}
        there = [step for step in found.values() if step]
        if len(there) < len(found):
            self._say((no_such_step(one, paths) for one, step in found.items() if step is None), language)
            return
        try:
            marks = steps.note(self._setting, [(step, state) for _, step in there])
        except AdvisorError as refused:
            self._write(_sentence(refused.said(language)))
        else:
            self._say((marked(path, step, state, marks) for path, step in there), language)

    def _advice(self, words: str, language: Language) -> None:
        from advisor.cli import advice, steps
        from advisor.guide.advise import Person, person_of

        name = self._name("advice", language)
        voice = self._voice(language)
        person = person_of(words, list(self._advisor.situations()), list(self._advisor.aims()))
        if person is None and (words or not self._talked_of):
            self._write(advice.three_questions(self._advisor, voice, self._hint("how", language, name)))
            return
        talked = [topic for id in self._talked_of if (topic := self._advisor.topic(id))]
        found = advice.advised(self._advisor, person or Person(), steps.marks_of(self._setting), talked)
        self._write(advice.as_text(found, voice))

    # The article and the reasons

    def _growths(self) -> "tuple[Growth, ...]":
        from advisor.guide.article import growths

        topics = (self._advisor.topic(head.id) for head in self._advisor.topics())
        return growths(self._advisor.claims(), (topic for topic in topics if topic))

    def _map(self, words: str, language: Language) -> None:
        from advisor.guide.article import claim_page, said_strongly, section_words

        grown = self._growths()
        if words:
            one = next((each for each in grown if each.claim.id.casefold() == words.strip().casefold()), None)
            if one is None:
                self._say([self._hint("no_claim", language, self._name("map", language))], language)
                return
            self._say([*claim_page(one), *([_titles(one.topics)] if one.topics else [])], language)
            return
        page: list[Words] = []
        section = ""
        for each in grown:
            if each.claim.section != section:
                section = each.claim.section
                page.append({code: f"**{text}**" for code, text in section_words(each.claim.section).items()})
            page.append(said_strongly(each.claim.id, each.claim.words))
        if grown:
            page.append(self._hint("one_claim", language, self._name("map", language), grown[0].claim.id))
        self._say(page, language)

    def _source(self, _words: str, language: Language) -> None:
        from advisor.guide.article import sources_page

        reply = self._last
        if reply is None or reply.kind != "answer":
            self._say([SAID["no_answer_of_the_base" if reply else "no_answer"]], language)
            return
        topics = [topic for id in (reply.topic, *reply.also) if id and (topic := self._advisor.topic(id))]
        claims = {claim.id: claim for claim in self._advisor.claims()}
        references = [found for source in reply.sources if (found := self._advisor.reference(source.id))]
        self._say(sources_page(topics, claims, references), language)

    def _why(self, _words: str, language: Language) -> None:
        from advisor.guide.confidence import why_page

        if self._last is None:
            self._say([SAID["no_answer"]], language)
            return
        curve = self._hint("curve", language, self._name("confidence", language))
        self._say([*why_page(self._last, self._advisor.reliability()), curve], language)

    def _confidence(self, _words: str, language: Language) -> None:
        from advisor.guide.confidence import confidence_page

        self._say(confidence_page(self._advisor.reliability(), bars=False), language)


def _sentence(text: str) -> str:
    """What the command line says behind its name, said alone."""
    return text[:1].upper() + text[1:]


def _titles(topics: Iterable[Topic]) -> Words:
    every = list(topics)
    return {
        language: "\n".join(f"- {topic.title.get(language) or next(iter(topic.title.values()))}" for topic in every)
        for language in ("fr", "en")
    }
