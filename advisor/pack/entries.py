"""What each kind of entry of a pack looks like, as shapes; knows neither how they are read nor what is made of them.

The JSON Schema and the checks both come from here, so that an editor says what the program says.
"""

from dataclasses import dataclass
from typing import Any, get_args

from advisor.model import LANGUAGES, PARTS, PERSONS, Section
from advisor.pack.fields import FORMS, ID, TEXT, Either, Field, Fields
from advisor.pack.lexicon import EXPRESSIONS, LEXICON
from advisor.pack.nodes import Node
from advisor.pack.phrase import phrase
from advisor.pack.places import Located
from advisor.pack.shapes import Choice, Languages, ListOf, MapOf, Pattern, Reading, Schema, Shape, Text, Whole
from advisor.pack.templates import TemplateError, expand

CODE = Pattern(r"[A-Za-z0-9][A-Za-z0-9.-]{0,63}", phrase("code"))
TITLE = "title"
FOLLOW_UPS = "follow-ups"
"""The hands of phrasings that nobody wrote as such."""
HAND = Pattern(
    rf"(?!(?:{TITLE}|{FOLLOW_UPS})$){ID.pattern}",
    phrase("hand", id=ID.described, title=TITLE, follow_ups=FOLLOW_UPS),
)
URL = Pattern(r"https?://[^\s\x00-\x1f]+", phrase("web_address"), "E203")


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it stands in a file: words as typed, or a template."""

    text: Located
    is_template: bool = False


@dataclass(frozen=True, slots=True)
class _Typed:
    def read(self, node: Node, reading: Reading) -> Question | None:
        text = TEXT.read(node, reading)
        return None if text is None else Question(text)

    def schema(self, definitions: Schema, /) -> Schema:
        return TEXT.schema(definitions)


TEMPLATE = Fields("template", {"template": Field(TEXT, "`{a|b}` alternatives, `[a]` optional.", required=True)})


@dataclass(frozen=True, slots=True)
class _Template:
    def read(self, node: Node, reading: Reading) -> Question | None:
        found = TEMPLATE.read(node, reading)
        if not found or "template" not in found:
            return None
        text: Located = found["template"]
        try:
            expand(str(text))
        except TemplateError as error:
            reading.report("E207", text.place_at(error.offset), "template", fault=error.wrong)
            return None
        return Question(text, is_template=True)

    def schema(self, definitions: Schema, /) -> Schema:
        return TEMPLATE.schema(definitions)


WORDS = Languages(FORMS, bare=FORMS)
QUESTION_LIST = ListOf(Either(scalar=_Typed(), table=_Template()))
BY_HAND = Either(items=QUESTION_LIST, table=MapOf(HAND, QUESTION_LIST))
QUESTIONS = Languages(BY_HAND, bare=QUESTION_LIST)
IDS = ListOf(ID, may_be_empty=True)
CODES = ListOf(CODE, may_be_empty=True)

_LISTS = ("steps", "mistakes")
ANSWER_PARTS = Fields(
    "answer",
    {
        part: Field(
            ListOf(FORMS) if part in _LISTS else FORMS,
            {
                "point": "The answer in one sentence.",
                "detail": "The heart of it, in a few sentences.",
                "steps": "What to do, one step an item.",
                "mistakes": "What to avoid, one mistake an item.",
                "example": "One worked example, or a text to copy.",
                "time": "How long it takes.",
                "money": "What it costs.",
                "next": "What to read or do next.",
            }[part],
            required=part == "point",
        )
        for part in PARTS
    },
)
ANSWER = Languages(Either(scalar=FORMS, table=ANSWER_PARTS), bare=FORMS)
VARIANT = Fields("variant", {"for": Field(Choice(PERSONS), "Whom the advice differs for.", required=True)}, words=FORMS)
FOLLOW_UP = Fields(
    "follow-up",
    {"topic": Field(ID, "The topic that answers the question.", required=True)},
    words=Text("none"),
)

_KIND = "What the entry is; a topic where nothing is said."
_LANGUAGE = Field(Choice(LANGUAGES, "E208"), "The language of the words that name none; French where nothing is said.")
_ADDS = frozenset({"id", "questions"})
_QUESTIONS = Field(QUESTIONS, "How people ask: a list, by language, or by language and hand (whoever wrote them).")
_FOLLOW_UPS = Field(ListOf(FOLLOW_UP, may_be_empty=True), "Questions worth asking next.")


def _id(shape: Pattern) -> Field:
    return Field(shape, "The name that other entries call it by; it never changes.", required=True)


def _title(of: str) -> Field:
    return Field(WORDS, f"The {of} in a few words.", required=True)


TOPIC = Fields(
    "topic",
    {
        "id": _id(ID),
        "theme": Field(ID, "The theme that it is listed under."),
        "title": _title("subject"),
        "questions": _QUESTIONS,
        "answer": Field(ANSWER, "What the base says: a text, by language, or by language and part.", required=True),
        "claims": Field(CODES, "Claims of the article that the answer carries."),
        "sources": Field(CODES, "References that the answer rests on."),
        "related": Field(IDS, "Topics beside this one."),
        "path": Field(CODE, "The learning path to go on with."),
        "variants": Field(ListOf(VARIANT, may_be_empty=True), "What differs for some people."),
        "follow_ups": _FOLLOW_UPS,
    },
    alone=_ADDS,
)
SMALL_TALK = Fields(
    "small_talk",
    {
        "id": _id(ID),
        "title": _title("move of the talk"),
        "questions": _QUESTIONS,
        "replies": Field(
            Languages(Either(scalar=FORMS, items=ListOf(FORMS)), bare=Either(scalar=FORMS, items=ListOf(FORMS))),
            "What is replied: one text, or several that are taken in turn.",
            required=True,
        ),
        "follow_ups": _FOLLOW_UPS,
    },
    alone=_ADDS,
)
NEIGHBOURHOOD = Fields(
    "neighbourhood",
    {
        "id": _id(ID),
        "title": _title("kind of question"),
        "what": Field(TEXT, "What belongs to it, for those who write packs."),
        "why": Field(WORDS, "Why the advisor stays out of it.", required=True),
        "instead": Field(WORDS, "Where to ask instead.", required=True),
        "nearest": Field(IDS, "Topics worth offering in its stead."),
        "questions": _QUESTIONS,
    },
    alone=_ADDS,
)
STEP = Fields(
    "step",
    {
        "id": _id(CODE),
        "title": _title("step"),
        "outcome": Field(WORDS, "What one can do afterwards.", required=True),
        "practice": Field(WORDS, "How to practise it.", required=True),
        "proof": Field(WORDS, "What shows that it is done.", required=True),
        "hours": Field(Whole(), "Hours of work.", required=True),
        "needs": Field(CODES, "Steps that come before, as advice."),
        "topics": Field(IDS, "Topics that help."),
        "resources": Field(CODES, "References to learn from."),
        "formerly": Field(CODES, "Ids that the step had before: what was done under them stays done."),
    },
)
PATH = Fields(
    "path",
    {
        "id": _id(CODE),
        "title": _title("path"),
        "summary": Field(WORDS, "What it leads to.", required=True),
        "audience": Field(WORDS, "Whom it is for.", required=True),
        "hours": Field(Whole(), "Hours of work in all.", required=True),
        "pace": Field(WORDS, "How long it takes at an ordinary pace.", required=True),
        "needs": Field(CODES, "Paths that come before, as advice."),
        "claims": Field(CODES, "Claims of the article that it grows from."),
        "situations": Field(MapOf(ID, WORDS), "By id: situations that it suits, the main one first, and why."),
        "aims": Field(MapOf(ID, WORDS), "By id: aims that it serves, the main one first, and why."),
        "steps": Field(ListOf(STEP), "The steps in their order.", required=True),
    },
)
CLAIM = Fields(
    "claim",
    {
        "section": Field(Choice(get_args(Section)), "The section of the article.", required=True),
        "topics": Field(IDS, "Topics whose answers should carry it."),
    },
    words=FORMS,
)
SOURCE = Fields(
    "source",
    {"title": Field(TEXT, "What it is called.", required=True), "url": Field(URL, "Where it is.")},
)

TRIAL = Fields(
    "trial",
    {
        "question": Field(TEXT, "A question as a person typed it.", required=True),
        "language": Field(Choice(LANGUAGES, "E208"), "Its language; the file's where nothing is said."),
        "expect": Field(
            IDS, "The topics or small talk that answer it, best first; `[]` where nobody here does.", required=True
        ),
    },
)

DIALOGUE = Fields(
    "dialogue",
    {
        "turns": Field(
            ListOf(TRIAL), "Its questions in their order, labelled in the context of those before.", required=True
        )
    },
)


def _file(kind: str, entry: Fields, optional_id: bool = False) -> Fields:
    """The entry as it stands alone in a file, with the keys that only a file has."""
    fields = {"kind": Field(Choice((kind,)), _KIND, required=kind != "topic"), "language": _LANGUAGE, **entry.fields}
    if optional_id:
        fields["id"] = Field(ID, "A name for the file's own sake.")
    return Fields(f"{kind}-file", fields, words=entry.words, alone=entry.alone)


ALONE: dict[str, Fields] = {
    "topic": _file("topic", TOPIC),
    "small_talk": _file("small_talk", SMALL_TALK),
    "neighbourhood": _file("neighbourhood", NEIGHBOURHOOD),
    "path": _file("path", PATH),
    "lexicon": _file("lexicon", LEXICON, optional_id=True),
    "background": _file("background", Fields("background", {}, words=BY_HAND), optional_id=True),
}
"""Kind of entry to its shape where it is all that a file holds."""
KIND = Choice(tuple(ALONE))

SECTIONS = Fields(
    "sections-file",
    {
        "language": _LANGUAGE,
        "topics": Field(ListOf(TOPIC, may_be_empty=True), "Topics."),
        "small_talk": Field(ListOf(SMALL_TALK, may_be_empty=True), "Hello, thanks and the like."),
        "neighbourhoods": Field(ListOf(NEIGHBOURHOOD, may_be_empty=True), "Kinds of question that stay out."),
        "paths": Field(ListOf(PATH, may_be_empty=True), "Learning paths."),
        "claims": Field(MapOf(CODE, CLAIM), "By id: claims of the article."),
        "sources": Field(MapOf(CODE, SOURCE), "By id: references beside the article."),
        "themes": Field(MapOf(ID, WORDS), "By id: what a group of topics is called."),
        "situations": Field(MapOf(ID, WORDS), "By id: where a person may stand, to be advised a path."),
        "aims": Field(MapOf(ID, WORDS), "By id: what a person may want, to be advised a path."),
        "lexicon": Field(LEXICON, "Words that help to understand."),
        "background": Field(QUESTIONS, "Questions about anything else, which nobody here answers."),
        "trials": Field(
            ListOf(TRIAL, may_be_empty=True),
            "Labelled questions, never learnt from, on which confidence is calibrated.",
        ),
        "dialogues": Field(
            ListOf(DIALOGUE, may_be_empty=True), "Labelled talks, on which it is fitted how people go on in one."
        ),
        "parts_asked": Field(
            MapOf(ID, Languages(MapOf(Choice(PARTS[1:]), EXPRESSIONS))),
            "By topic, language and part of its answer: what people say who are after that part.",
        ),
        "questions_by_part": Field(
            MapOf(ID, Languages(MapOf(HAND, MapOf(Choice(PARTS), EXPRESSIONS)))),
            "By topic, language, hand and part of its answer: questions that stand alone, from who is after that part.",
        ),
        "sequels": Field(
            MapOf(ID, Languages(MapOf(ID, EXPRESSIONS))),
            "By topic just answered, language and topic that answers: what people say next, leaning on what was said.",
        ),
    },
)
TOPICS = ListOf(TOPIC)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a file of a pack."""
    definitions: Schema = {}
    forms: list[Shape] = [TOPICS, SECTIONS, *ALONE.values()]
    any_of = [form.schema(definitions) for form in forms]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A file of a pack of knowledge",
        "anyOf": any_of,
        "$defs": dict(sorted(definitions.items())),
    }
