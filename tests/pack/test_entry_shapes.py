import pytest
from good_pack import places, read, wrong_in

from advisor.pack.entries import ALONE, SECTIONS
from advisor.pack.shapes import nearest
from advisor.pack.telling import told, worded

TOPIC = "id: a\ntitle: b\nanswer: c\n"
"""Three lines; what a case adds begins on the fourth."""
TALK = "kind: small_talk\nid: a\ntitle: b\nreplies: c\n"
OFF = "kind: neighbourhood\nid: a\ntitle: b\nwhy: c\ninstead: d\n"
PATH = "kind: path\nid: P\ntitle: b\nsummary: c\naudience: d\npace: f\n"
STEP = "{id: S, title: b, outcome: c, practice: d, proof: e, hours: 1}"

RIGHT = [
    TOPIC,
    f"language: en\n{TOPIC}",
    f"{TOPIC}language: en\n",
    f"kind: topic\n{TOPIC}",
    f"- {{{TOPIC.strip().replace(chr(10), ', ')}}}",
    "id: a\nquestions: [b]\n",
    "kind: topic\nlanguage: en\nid: a\nquestions: [b]\n",
    "kind: small_talk\nid: a\nquestions: {fr: [b]}\n",
    TALK,
    TALK.replace("replies: c", "replies: [c, d]"),
    TALK.replace("replies: c", "replies: {en: [c, d], fr: e}"),
    OFF,
    f"{PATH}hours: 2\nsteps: [{STEP}]\n",
    "kind: lexicon\n",
    "kind: background\nen: [a]\n",
    "kind: background\nid: rest\nfr: {anna: [a], karim: [b]}\n",
    "{}",
    "language: fr\n",
    "topics: []\nsmall_talk: []\nneighbourhoods: []\npaths: []\ntrials: []\ndialogues: []\n",
    "claims: {}\nsources: {}\nthemes: {}\nlexicon: {}\n",
    "sources: {A.1-b: {title: a}}\n",
    f"{TOPIC}questions: [b, {{template: 'c {{d|e}}'}}]\n",
    f"{TOPIC}questions: {{en: [b]}}\n",
    f"{TOPIC}questions: {{en: {{anna: [b]}}, fr: []}}\n".replace(", fr: []", ""),
    f"{TOPIC}claims: []\nsources: []\nrelated: []\nvariants: []\nfollow_ups: []\n",
    "id: a\ntitle: b\nanswer: {en: {point: c}}\n",
    "id: a\ntitle: b\nanswer: {en: c}\n",
    "id: a\ntitle: 'ok {vous|tu}'\nanswer: '`{` et {oui|non}'\n",
    "id: a\ntitle: {en: 'a { b'}\nanswer: {en: '}'}\n",
    "id: a\nlanguage: en\ntitle: 'a { b'\nanswer: '}'\n",
    f"{TOPIC}variants: [{{for: shy, en: b}}]\n",
    f"id: {'a' * 64}\ntitle: b\nanswer: c\n",
    "id: '1-2-3'\ntitle: b\nanswer: c\n",
    "id: a\ntitle: 'no'\nanswer: 'null'\n",
]

WRONG = [
    # what a file is
    ("a text", "only a text\n", "1:1: E203"),
    ("nothing", "~\n", "1:1: E205"),
    ("a list with nothing", "[]\n", "1:1: E205"),
    ("a list of texts", "- a\n- b\n", ["1:3: E203", "2:3: E203"]),
    ("a kind that is not one", "kind: topik\nid: a\ntitle: b\nanswer: c\n", "1:7: E203"),
    ("a kind that is a list", "kind: [topic]\n", "1:7: E203"),
    ("a kind that is nothing", "kind:\nid: a\n", "1:6: E205"),
    ("a kind of sections", "kind: sections\n", "1:7: E203"),
    ("a section that is not one", "topic: []\n", "1:1: E201"),
    ("sections of a wrong type", "topics: a\nclaims: [b]\nlexicon:\n", ["1:9: E203", "2:9: E203", "3:9: E205"]),
    ("an id with sections beside it", "id: a\ntopics: []\n", ["1:1: E202", "2:1: E201"]),
    ("a topic without its id", "title: b\nanswer: c\nquestions: [d]\n", "1:1: E202"),
    ("a topic with a mistyped id", "idd: a\ntitle: b\nanswer: c\n", ["1:1: E201", "1:1: E202"]),
    # languages
    ("the file's language", f"{TOPIC}language: de\n", "4:11: E208"),
    ("the file's language as a list", f"{TOPIC}language: [fr]\n", "4:11: E203"),
    ("a bare no as a language", f"{TOPIC}language: no\n", "4:11: E204"),
    ("words in another language", "id: a\ntitle: {de: b}\nanswer: c\n", "2:9: E208"),
    ("words in no language", "id: a\ntitle: {}\nanswer: c\n", "2:8: E205"),
    ("questions by hand only", f"{TOPIC}questions: {{anna: [b]}}\n", "4:13: E208"),
    ("a claim in another language", "claims:\n  A: {section: intro, de: b, fr: c}\n", "2:23: E208"),
    ("a claim in no language", "claims:\n  A: {section: intro}\n", "2:6: E202"),
    ("background without words", "kind: background\nid: a\n", "1:1: E202"),
    # keys
    ("a mistyped key", "id: a\ntitle: b\nanwser: c\n", ["1:1: E202", "3:1: E201"]),
    ("a key of another kind", f"{TOPIC}replies: [b]\n", "4:1: E201"),
    ("a part that is none", "id: a\ntitle: b\nanswer: {fr: {point: c, cost: d}}\n", "3:25: E201"),
    ("an answer without its point", "id: a\ntitle: b\nanswer: {fr: {detail: c}}\n", "3:14: E202"),
    ("kind inside a section", "topics:\n  - {kind: topic, id: a, title: b, answer: c}\n", "2:6: E201"),
    ("no title", "id: a\nanswer: c\n", "1:1: E202"),
    ("no answer", "id: a\ntitle: b\n", "1:1: E202"),
    ("an id alone", "id: a\n", "1:1: E202"),
    ("questions and a theme alone", "id: a\ntheme: b\nquestions: [c]\n", "1:1: E202"),
    ("small talk without replies", "kind: small_talk\nid: a\ntitle: b\n", "1:1: E202"),
    ("a neighbourhood without a why", "kind: neighbourhood\nid: a\ntitle: b\ninstead: c\n", "1:1: E202"),
    ("a path without steps", f"{PATH}hours: 1\n", "1:1: E202"),
    ("a step without hours", f"{PATH}hours: 1\nsteps: [{STEP.replace(', hours: 1', '')}]\n", "8:9: E202"),
    ("a variant without a person", f"{TOPIC}variants:\n  - {{fr: b}}\n", "5:5: E202"),
    ("a variant for nobody known", f"{TOPIC}variants:\n  - {{for: expert, fr: b}}\n", "5:11: E203"),
    ("a variant without words", f"{TOPIC}variants:\n  - {{for: shy}}\n", "5:5: E202"),
    ("a follow-up without a topic", f"{TOPIC}follow_ups:\n  - {{fr: b}}\n", "5:5: E202"),
    ("a template with another key", f"{TOPIC}questions: [{{template: b, weight: '2'}}]\n", "4:27: E201"),
    ("a mapping where a question stands", f"{TOPIC}questions: [{{text: b}}]\n", ["4:13: E202", "4:14: E201"]),
    ("a source without a title", "sources:\n  A: {url: 'https://a.fr'}\n", "2:6: E202"),
    ("a trial without an expectation", "trials:\n  - {question: a}\n", "2:5: E202"),
    ("a dialogue without turns", "dialogues:\n  - {}\n", "2:5: E202"),
    # types
    ("a title that is a list", "id: a\ntitle: [b]\nanswer: c\n", "2:8: E203"),
    ("a title that is a number", "id: a\ntitle: 12\nanswer: c\n", "2:8: E204"),
    ("an answer that is a list", "id: a\ntitle: b\nanswer: [c]\n", "3:9: E203"),
    ("steps that are a text", "id: a\ntitle: b\nanswer: {fr: {point: c, steps: d}}\n", "3:32: E203"),
    (
        "a step of an answer that is a mapping",
        "id: a\ntitle: b\nanswer: {fr: {point: c, steps: [{d: e}]}}\n",
        "3:33: E203",
    ),
    ("questions that are a text", f"{TOPIC}questions: b\n", "4:12: E203"),
    ("a question that is a list", f"{TOPIC}questions: [[b]]\n", "4:13: E203"),
    ("questions of a hand that are a text", f"{TOPIC}questions: {{fr: {{anna: b}}}}\n", "4:24: E203"),
    ("related that is a text", f"{TOPIC}related: b\n", "4:10: E203"),
    ("an id in a list", "id: [a]\ntitle: b\nanswer: c\n", "1:5: E203"),
    ("hours in words", f"{PATH}hours: ten\nsteps: [{STEP}]\n", "7:8: E203"),
    ("hours in quotes", f"{PATH}hours: '10'\nsteps: [{STEP}]\n", "7:8: E203"),
    ("half an hour", f"{PATH}hours: 0.5\nsteps: [{STEP}]\n", "7:8: E203"),
    ("no hour", f"{PATH}hours: 0\nsteps: [{STEP}]\n", "7:8: E203"),
    ("fewer than no hours", f"{PATH}hours: -3\nsteps: [{STEP}]\n", "7:8: E203"),
    ("octal hours", f"{PATH}hours: 017\nsteps: [{STEP}]\n", "7:8: E203"),
    ("hours on a clock", f"{PATH}hours: 12:30\nsteps: [{STEP}]\n", "7:8: E203"),
    ("hours with an underscore", f"{PATH}hours: 1_000\nsteps: [{STEP}]\n", "7:8: E203"),
    ("too many hours", f"{PATH}hours: 10001\nsteps: [{STEP}]\n", "7:8: E203"),
    ("hours beyond all numbers", f"{PATH}hours: {'9' * 5000}\nsteps: [{STEP}]\n", "7:8: E203"),
    ("hours that are a list", f"{PATH}hours: [1]\nsteps: [{STEP}]\n", "7:8: E203"),
    ("no hours behind the colon", f"{PATH}hours:\nsteps: [{STEP}]\n", "7:7: E205"),
    ("an address without a scheme", "sources:\n  A: {title: a, url: www.a.fr}\n", "2:22: E203"),
    ("an address with a space", "sources:\n  A: {title: a, url: 'https://a.fr/b c'}\n", "2:22: E203"),
    ("a script as an address", "sources:\n  A: {title: a, url: 'javascript:alert(1)'}\n", "2:22: E203"),
    ("a section of no article", "claims:\n  A: {section: middle, fr: b}\n", "2:16: E203"),
    ("synonyms in one list", "kind: lexicon\nsynonyms: {fr: [a, b]}\n", ["2:17: E203", "2:20: E203"]),
    ("synonyms without a language", "kind: lexicon\nsynonyms: [a]\n", "2:11: E203"),
    ("an abbreviation without a language", "kind: lexicon\nabbreviations: {slt: salut}\n", "2:17: E208"),
    ("a person that is none", "kind: lexicon\npersons: {boss: {fr: [a]}}\n", "2:11: E203"),
    ("a part of an answer that is none", "kind: lexicon\nparts: {cost: {fr: [a]}}\n", "2:9: E203"),
    # what YAML takes for something else
    ("no", f"{TOPIC}questions: [no]\n", "4:13: E204"),
    ("yes in a flow", f"{TOPIC}questions: [oui, yes, non]\n", "4:18: E204"),
    ("a time", f"{TOPIC}questions:\n  - 12:30\n", "5:5: E204"),
    ("an underscore", f"{TOPIC}questions: [1_000]\n", "4:13: E204"),
    ("a number", f"{TOPIC}questions: [12]\n", "4:13: E204"),
    ("a price", f"{TOPIC}questions: [1.50]\n", "4:13: E204"),
    ("a date", f"{TOPIC}questions: [2024-01-31]\n", "4:13: E204"),
    ("null", f"{TOPIC}questions: [null]\n", "4:13: E204"),
    ("a tilde", f"{TOPIC}questions: [~]\n", "4:13: E204"),
    ("an equals sign", f"{TOPIC}questions: [=]\n", "4:13: E204"),
    ("a bare id", "id: 12\ntitle: b\nanswer: c\n", "1:5: E204"),
    ("a bare language", f"{TOPIC}questions: {{no: [b]}}\n", "4:13: E204"),
    ("a typed form", "kind: lexicon\nabbreviations: {fr: {1: un}}\n", "2:22: E204"),
    # nothing
    ("nothing behind the colon", "id: a\ntitle:\nanswer: c\n", "2:7: E205"),
    ("nothing in an item", f"{TOPIC}questions:\n  - b\n  -\n", "6:4: E205"),
    ("an empty text", "id: a\ntitle: ''\nanswer: c\n", "2:8: E205"),
    ("spaces", "id: a\ntitle: '  '\nanswer: c\n", "2:8: E205"),
    ("a no-break space", "id: a\ntitle: '\u00a0'\nanswer: c\n", "2:8: E205"),
    ("an empty block", "id: a\ntitle: |\nanswer: c\n", "2:8: E205"),
    ("no questions", f"{TOPIC}questions: []\n", "4:12: E205"),
    ("no questions in a language", f"{TOPIC}questions: {{fr: []}}\n", "4:17: E205"),
    ("no steps in a path", f"{PATH}hours: 1\nsteps: []\n", "8:8: E205"),
    ("no turns", "dialogues: [{turns: []}]\n", "1:21: E205"),
    ("nothing where a list may be empty", f"{TOPIC}related:\n", "4:9: E205"),
    # ids
    ("capitals in an id", "id: Pay\ntitle: b\nanswer: c\n", "1:5: E206"),
    ("an accent in an id", "id: métier\ntitle: b\nanswer: c\n", "1:5: E206"),
    ("a space in an id", "id: a b\ntitle: b\nanswer: c\n", "1:5: E206"),
    ("an underscore in an id", "id: a_b\ntitle: b\nanswer: c\n", "1:5: E206"),
    ("a hyphen first in an id", "id: '-a'\ntitle: b\nanswer: c\n", "1:5: E206"),
    ("an end of line in an id", 'id: "a\\n"\ntitle: b\nanswer: c\n', "1:5: E206"),
    ("a long id", f"id: {'a' * 65}\ntitle: b\nanswer: c\n", "1:5: E206"),
    ("an id in a list of ids", f"{TOPIC}related: [b, C]\n", "4:14: E206"),
    ("a claim's id", "claims:\n  A_1: {section: intro, fr: b}\n", "2:3: E206"),
    ("a hand's name", f"{TOPIC}questions: {{fr: {{Anna B: [b]}}}}\n", "4:18: E206"),
    ("a hand that is called as the title's is", f"{TOPIC}questions: {{fr: {{title: [b]}}}}\n", "4:18: E206"),
    (
        "a hand that is called as that of follow-ups is",
        f"{TOPIC}questions: {{fr: {{follow-ups: [b]}}}}\n",
        "4:18: E206",
    ),
    # templates
    ("a brace that stays open", f"{TOPIC}questions: [{{template: 'ab {{c|d'}}]\n", "4:28: E207"),
    ("a brace that stays open in a plain text", f"{TOPIC}questions:\n  - template: ab {{c|d\n", "5:18: E207"),
    ("a brace in an escaped text", f'{TOPIC}questions:\n  - template: "\\u0061b {{c|d"\n', "5:15: E207"),
    ("a template that is a list", f"{TOPIC}questions:\n  - template: [b]\n", "5:15: E203"),
    # braces
    ("a brace that is not closed", "id: a\ntitle: 'ab {vous'\nanswer: c\n", "2:12: E209"),
    ("braces without a bar", "id: a\ntitle: '{vous}'\nanswer: c\n", "2:9: E209"),
    ("French braces beside English ones", "id: a\ntitle: {fr: '{vous', en: '{you'}\nanswer: c\n", "2:14: E209"),
    ("braces in a follow-up", f"{TOPIC}follow_ups:\n  - {{topic: b, fr: 'ab {{vous|tu}}'}}\n", "5:24: E209"),
    ("braces in an English follow-up", f"{TOPIC}follow_ups:\n  - {{topic: b, en: 'ab }}'}}\n", "5:24: E209"),
    # what the reader of nodes says comes along
    ("a key twice", f"{TOPIC}title: d\n", "4:1: E106"),
    ("a merge key, which is not also told as what it would bring", "<<: {}\nid: a\n", "1:1: E107"),
    ("a claim in bare Norwegian", "claims: {A: {section: intro, no: b}}\n", "1:30: E204"),
    ("several at once", "id: A\ntitle: no\nansver: c\n", ["1:1: E202", "1:5: E206", "2:8: E204", "3:1: E201"]),
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_read_without_a_word(text: str) -> None:
    assert wrong_in(text) == []


@pytest.mark.parametrize(("text", "expected"), [each[1:] for each in WRONG], ids=[each[0] for each in WRONG])
def test_what_is_wrong_is_told_with_its_place(text: str, expected: str | list[str]) -> None:
    assert wrong_in(text) == ([expected] if isinstance(expected, str) else expected)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "id: a\ntitle: b\nanswer: c\nquestoins: [d]\n",
            "the topic-file has no key `questoins`; did you mean `questions`?",
        ),
        ("topcs: []\n", "the sections-file has no key `topcs`; did you mean `topics`?"),
        ("topics: [{id: a, title: b, answer: c, theem: d}]\n", "the topic has no key `theem`; did you mean `theme`?"),
        (f"{TOPIC}xyzzy: d\n", "the topic-file has no key `xyzzy`; known keys: kind, language, id, theme,"),
        ("kind: smalltalk\n", "`smalltalk` isn't known here; did you mean `small_talk`?"),
        ("kind: xyzzy\n", "one of topic, small_talk, neighbourhood, path, lexicon, background"),
        (f"{TOPIC}variants: [{{for: freelancer, fr: b}}]\n", "did you mean `freelance`?"),
        ("id: a\ntitle: no\nanswer: c\n", 'YAML reads `no` as a yes or no, not as text; quote it: "no"'),
        ("id: a\ntitle: 12:30\nanswer: c\n", 'YAML reads `12:30` as a number, not as text; quote it: "12:30"'),
        ("id: a\ntitle: 2024-01-31\nanswer: c\n", "as a date, not as text"),
        ("id: a\ntitle: null\nanswer: c\n", "YAML reads `null` as nothing, not as text"),
        ("id: a\ntitle: {de: b}\nanswer: c\n", "`de` isn't a language that packs are written in; one of fr, en"),
        ("id: a\ntitle: {Anna: b}\nanswer: c\n", "`Anna` isn't a language code; one of fr, en"),
        (
            "id: a\nquestions: [b]\ntheme: c\n",
            "the topic-file lacks `title` and `answer`; (with `id` and `questions` alone,",
        ),
        ("claims: {A: {section: intro}}\n", "the claim lacks its words (`fr` or `en`)"),
        ("id: a\ntitle: [b]\nanswer: c\n", "a list stands here; a text is needed"),
        ("id: a\ntitle: b\nanswer: [c]\n", "a list stands here; a text is needed"),
        (f"{TOPIC}questions: {{fr: b}}\n", "a text stands here; a list is needed"),
        (
            f"{PATH}hours: many\nsteps: [{STEP}]\n",
            "a text stands here; a whole number from 1 to 10000 in figures is needed",
        ),
        (
            "id: \u202ea\ntitle: b\nanswer: c\n",
            "`\\u202ea` isn't an id: lower-case letters, digits and hyphens, at most 64",
        ),
        (f"id: {'é' * 200}\ntitle: b\nanswer: c\n", f"`{'é' * 59}…` isn't an id"),
        (f"{TOPIC}questions: {{fr: {{title: [b]}}}}\n", "neither `title` nor `follow-ups`"),
    ],
)
def test_the_message_says_what_is_wrong_and_what_to_do(text: str, said: str) -> None:
    sentences = [told(each, "en").sentence for each in read(text)[1]]
    assert [each for each in sentences if said in each], sentences


def test_the_nearest_good_name_is_offered_only_where_one_is_near() -> None:
    assert worded(nearest("anwser", ("answer", "title")), "en") == "did you mean `answer`?"
    assert worded(nearest("zzz", ("answer", "title")), "en") == ""
    assert worded(nearest("", ("answer",)), "en") == ""


def test_every_finding_is_on_one_line_of_printable_characters() -> None:
    text = 'id: "a\\nb\\u202E"\n"\\u2066x\\ty": c\ntitle: {"f\\nr": b}\nanswer: "{\\n"\n'
    findings = read(text)[1]
    assert len(findings) == 4
    assert all(str(each).isprintable() for each in findings)


def test_one_fault_does_not_hide_the_next_entry() -> None:
    text = "- {id: A, title: b, answer: c}\n- {id: d, title: 12, answer: e}\n- f\n- {id: g, title: h, answer: i}\n"
    entries, findings = read(text)
    assert places(findings) == ["1:8: E206", "2:18: E204", "3:3: E203"]
    assert [each.id for each in entries.topics] == ["A", "d", "g"]


def test_every_key_says_what_it_is_for() -> None:
    for fields in (SECTIONS, *ALONE.values()):
        assert all(each.about.endswith(".") for each in fields.fields.values())
