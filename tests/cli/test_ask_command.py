"""`advisor ask` as text and as JSON, in one call."""

import json
import sys
import time

import pytest
from calls import ON_SMALL, Call, Outcome, program

from tests.conftest import labelled

FIELDS = {
    "question",
    "language",
    "kind",
    "topic",
    "confidence",
    "alternatives",
    "text",
    "sources",
    "because",
    "corrections",
    "calculation",
    "path",
    "follow_ups",
    "neighbourhood",
}
CONTROLS = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))} - {"\n"}


def replies(outcome: Outcome) -> list[dict[str, object]]:
    assert outcome.code == 0, outcome.err
    return [json.loads(line) for line in outcome.out.splitlines()]


def judge(reply: dict) -> None:
    """One object as the interface promises it."""
    assert set(reply) == FIELDS
    assert isinstance(reply["question"], str)
    assert reply["language"] in ("fr", "en")
    assert reply["kind"] in ("answer", "choices", "calculation", "small_talk", "unknown")
    assert (reply["topic"] is not None) == (reply["kind"] in ("answer", "small_talk"))
    assert isinstance(reply["confidence"], float | int)
    assert 0 <= reply["confidence"] <= 1
    assert len(reply["alternatives"]) <= 5
    for one in reply["alternatives"]:
        assert set(one) == {"topic", "title", "confidence"}
        assert one["topic"]
        assert one["title"]
        assert 0 <= one["confidence"] <= 1
    if reply["topic"]:
        assert reply["topic"] in [one["topic"] for one in reply["alternatives"]]
    assert isinstance(reply["text"], str)
    assert reply["text"].strip()
    for source in reply["sources"]:
        assert set(source) - {"url"} == {"id", "title"}
        assert all(isinstance(value, str) and value for value in source.values())
    assert all(isinstance(word, str) and word for word in reply["because"])
    for one in reply["corrections"]:
        assert set(one) == {"typed", "read_as"}
    assert reply["calculation"] is None or reply["kind"] == "calculation"
    assert reply["path"] is None or isinstance(reply["path"], str)
    assert len(reply["follow_ups"]) <= 4
    assert all(isinstance(one, str) and one.strip() for one in reply["follow_ups"])
    assert reply["neighbourhood"] is None or reply["kind"] == "unknown"


def test_words_need_no_quotes(call: Call, small):
    apart = call("ask", "--only", "comment", "faire", "un", "cv")
    quoted = call("ask", "--only", "comment faire un cv")
    assert apart == quoted
    assert apart.code == 0
    assert apart.err == ""
    assert "Une page suffit." in apart.out


def test_options_may_stand_among_the_words(call: Call, small):
    (reply,) = replies(call("--only", "ask", "comment", "--json", "faire", "--lang", "en", "un", "cv"))
    assert reply["question"] == "comment faire un cv"
    assert reply["language"] == "en"


@pytest.mark.parametrize("word", ["-", "-5", "--", "->", "-½"])
def test_dashes_that_name_no_option_are_words(call: Call, small, word: str):
    (reply,) = replies(call("ask", "--only", "--json", "un", word, "--", "cv", "--json"))
    assert reply["question"] == f"un {word} cv --json"


def test_an_answer_as_text(call: Call, small):
    outcome = call("ask", "--only", "comment faire un cv")
    title, _, rest = outcome.out.partition("\n\n")
    assert title.startswith("Le CV (")
    assert "1. Choisir trois preuves.\n2. Les chiffrer." in rest
    assert "À demander ensuite" in rest
    assert "- Faut-il un blog ?".replace(" ?", "") in rest
    assert "advisor paths P1" in rest
    assert "*" not in outcome.out
    assert max(map(len, outcome.out.splitlines())) <= 88
    assert outcome.out.endswith("P1\n")


@pytest.mark.parametrize(
    ("question", "kind", "topic", "neighbourhood"),
    [
        ("comment faire un cv", "answer", "cv", None),
        ("bonjour", "small_talk", "greeting", None),
        ("recette de lasagnes", "unknown", None, "cooking"),
        ("", "unknown", None, None),
        ("   ", "unknown", None, None),
        ("?!", "unknown", None, None),
    ],
)
def test_each_kind_as_json(call: Call, small, question: str, kind: str, topic: str | None, neighbourhood: str | None):
    (reply,) = replies(call("ask", "--only", "--json", question))
    judge(reply)
    assert reply["question"] == question
    assert (reply["kind"], reply["topic"], reply["neighbourhood"]) == (kind, topic, neighbourhood)


def test_a_misspelt_word_is_told_in_both_forms(call: Call, small):
    (reply,) = replies(call("ask", "--only", "--json", "comment rencontrer des professionels"))
    assert reply["corrections"] == [{"typed": "professionels", "read_as": "professionnels"}]
    assert "professionels" in call("ask", "--only", "comment rencontrer des professionels").out.splitlines()[0]


def test_no_question_is_wrong_usage(call: Call, small, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("advisor.cli.ask.is_terminal", lambda stream: True)
    for language, said in (("fr", "quelle question"), ("en", "ask what?")):
        outcome = call("ask", "--only", "--lang", language)
        assert outcome.code == 2
        assert said in outcome.err
        assert outcome.err.count("\n") == 1


def test_the_question_decides_the_language_unless_it_is_given(call: Call, small, monkeypatch: pytest.MonkeyPatch):
    def language(*options: str) -> object:
        return replies(call("ask", "--only", "--json", *options, "how do i write a cv"))[0]["language"]

    assert language() == "en"
    assert language("--lang", "auto") == "en"
    assert language("--lang", "fr") == "fr"
    monkeypatch.setenv("ADVISOR_LANG", "fr")
    assert language() == "fr"
    assert language("--lang=auto") == "en"
    assert language("--lang=en") == "en"


def test_the_settings_come_after_the_environment(call: Call, small, here, monkeypatch: pytest.MonkeyPatch):
    here.config.mkdir(parents=True)
    here.settings_file.write_text('language = "en"\naddress = "tu"\n', encoding="utf-8")
    (reply,) = replies(call("ask", "--only", "--json", "comment faire un cv"))
    assert reply["language"] == "en"
    monkeypatch.setenv("ADVISOR_LANG", "fr")
    (reply,) = replies(call("ask", "--only", "--json", "how do i write a cv"))
    assert reply["language"] == "fr"


def test_a_damaged_setting_is_told_and_stops_nothing(call: Call, small, here):
    here.config.mkdir(parents=True)
    here.settings_file.write_text('langage = "en"\n', encoding="utf-8")
    outcome = call("ask", "--only", "comment faire un cv")
    assert outcome.code == 0
    assert "« langage »" in outcome.err
    assert "« language »" in outcome.err
    assert outcome.err.count("\n") == 1


def test_what_was_typed_is_shown_and_never_obeyed(call: Call, small):
    question = "[bold]cv[/] \x1b[31m\x07\x9b2J\u202e\u2028 comment faire un cv [@click=app.quit]x[/]"
    outcome = call("ask", "--only", "--json", question)
    (reply,) = replies(outcome)
    assert reply["question"] == question
    assert not CONTROLS & set(outcome.out)
    assert not {"\u202e", "\u2028"} & set(outcome.out)
    text = call("ask", "--only", question).out
    assert not CONTROLS & set(text)


def test_half_a_character_comes_out_whole_in_json(call: Call, small):
    (reply,) = replies(call("ask", "--only", "--json", "comment faire un cv \udcff"))
    assert reply["question"] == "comment faire un cv \udcff"
    assert call("ask", "--only", "comment faire un cv \udcff").code == 0


def test_a_very_long_question_is_answered_at_once(call: Call, small):
    begun = time.perf_counter()
    (reply,) = replies(call("ask", "--only", "--json", "-", feed=b"comment faire un cv " * 50_000))
    assert time.perf_counter() - begun < 5
    assert reply["topic"] == "cv"


@pytest.mark.skipif(sys.platform == "win32", reason="arguments are text there")
def test_arguments_that_are_no_text_are_no_fault(small):
    outcome = program("ask", "--only", "--json", b"comment faire un cv \xff\xfe")
    assert outcome.code == 0
    assert json.loads(outcome.out)["topic"] == "cv"


def test_python_m_advisor_answers_like_the_command(call: Call, small):
    outcome = program("ask", *ON_SMALL, "comment", "faire", "un", "cv")
    assert outcome == call("ask", *ON_SMALL, "comment", "faire", "un", "cv")


def test_the_built_in_knowledge_keeps_to_the_interface(built_in):
    """Every labelled question, each kind of reply among them, in one process and one reply a line."""
    rows = labelled("questions-dev.jsonl", "questions-dev-2.jsonl")
    questions = [str(row["question"]) for row in rows] + ["bonjour", "merci !", "", "[b]", "\t", "blog", "salaire", "?"]
    outcome = program("ask", "--json", "-", feed="\n".join(questions).encode())
    found = replies(outcome)
    assert outcome.err == ""
    assert [reply["question"] for reply in found] == questions
    for reply in found:
        judge(reply)
    assert {reply["kind"] for reply in found} >= {"answer", "choices", "small_talk", "unknown"}
    for reply in found:
        if reply["kind"] == "answer":
            assert 2 <= len(reply["follow_ups"]) <= 4, reply["topic"]
        if reply["kind"] == "choices":
            assert 2 <= len(reply["follow_ups"]) <= 4
    assert {source["id"] for reply in found for source in reply["sources"]} >= {"intro", "envol", "direction"}
    assert any(reply["neighbourhood"] for reply in found)
    assert any(reply["corrections"] for reply in found)
