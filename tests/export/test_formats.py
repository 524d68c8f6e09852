"""A conversation as Markdown, as a page and as text: what people wrote is never markup, and nothing of it is lost."""

from datetime import UTC, datetime, timedelta, timezone
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from advisor.advice.advisor import Advisor
from advisor.export.document import Paragraph, Run, as_typed, clean, read
from advisor.export.markdown import _lines, escaped, markdown_page
from advisor.export.page import html_page
from advisor.export.plain import answer_text, conversation_text, text_of
from advisor.export.transcript import Transcript, Turn, reply_blocks
from advisor.model import Language
from advisor.reply import Correction, Reply, Source

GOLDEN = Path(__file__).resolve().parent / "golden"
PARIS = timezone(timedelta(hours=1))
AT = datetime(2026, 11, 25, 21, 40, tzinfo=PARIS)
HOSTILE = [
    "<script>alert(1)</script>",
    "[b]gras[/b] [lien](javascript:alert(1))",
    "# titre\n- liste\n1. un\n> cité\n```\ncode",
    "a\n===\nb\n---",
    "| a | b |\n| --- | --- |",
    "**gras** _italique_ `code` ~~barré~~ \\* &amp; &#60;",
    "![image](x) <a@b.fr> https://a.fr www.a.fr moi@a.fr",
    "    quatre espaces",
    "\x1b[31mrouge\x07 \u202egauche\u2069",
    "e\u0301 é 🙂 日本 \ud800",
    "1) un\n+ deux\n: trois",
    "\tune tabulation",
    "a  \nb\\\nc",
    "",
    "   \n  ",
]
TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.sampled_from("ab é\u00a0*_`#>|-+=1.)[]()<>&!:~$\\/@w\n\t\"'{}^"), max_size=80),
    st.text(max_size=60),
)


def talk(*questions: str, text: str = "Un **conseil**.", language: Language = "fr") -> Transcript:
    turns = (Turn(question, Reply(question, language, "answer", text), AT) for question in questions)
    return Transcript(tuple(turns), language)


class Page(HTMLParser):
    """What a browser would make of a page: its tags, their attributes, and the text of each question."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.questions: list[str] = []
        self.body = ""
        self._in: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._in.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag == "h2":
            self.questions.append("")
        if tag == "br":
            self.body += "\n"

    def handle_endtag(self, tag: str) -> None:
        while self._in and self._in.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "h2" in self._in:
            self.questions[-1] += data
        elif "style" not in self._in:
            self.body += data


def said(question: str) -> list[str]:
    """The lines of a question that hold anything."""
    return [line.strip() for line in clean(question).split("\n") if line.strip()]


def typed_in(markdown: str) -> tuple[set[str], list[str]]:
    """The kinds of what a reader of Markdown sees between two titles, and its lines."""
    kinds: set[str] = set()
    lines = [""]
    for token in MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"]).parse(markdown):
        kinds.add(token.type)
        for child in token.children or []:
            kinds.add(child.type)
            if child.type in ("hardbreak", "softbreak"):
                lines.append("")
            else:
                lines[-1] += child.content
        if token.type.endswith("_close"):
            lines.append("")
    return kinds, [line.strip() for line in lines if line.strip()]


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_a_readers_markdown_shows_a_question_to_the_letter_and_nothing_else(question: str) -> None:
    page = markdown_page(talk(question, text=""))
    kinds, lines = typed_in(page)
    assert kinds <= {
        *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text"),
        *("hardbreak", "softbreak", "em_open", "em_close", "text_special"),
    }
    assert [line for line in lines[2:-1] if not (len(said(question)) != 1 and line == "Question 1")] == said(question)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_a_page_has_only_its_own_tags_whatever_was_asked_or_answered(question: str, text: str) -> None:
    page = Page(html_page(talk(question, text=text)))
    assert set(page.tags) <= {
        *("html", "head", "meta", "title", "style", "body", "header", "article", "time", "bdi", "h1", "h2", "h3"),
        *("p", "br", "ul", "ol", "li", "blockquote", "pre", "code", "strong", "em", "a"),
        *("table", "tr", "th", "td"),
    }
    assert page.tags.count("style") == page.tags.count("h1") == 1
    assert [link for link in page.links if not link.startswith(("http://", "https://"))] == []
    assert [line.strip() for line in page.questions[0].split("\n") if line.strip()] == said(question)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_a_text_holds_each_line_as_it_was_written(question: str, text: str) -> None:
    written = conversation_text(talk(question, text=text))
    lines = [line.strip() for line in written.split("\n")]
    assert [line for line in said(question) if line not in lines] == []
    assert clean(written) == written
    written.encode()


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_answer_reads_and_every_format_holds_its_words(text: str) -> None:
    words = set("".join(c if c.isalnum() else " " for c in text_of(read(text))).split())
    page = Page(html_page(talk("q", text=text))).body
    markdown = markdown_page(talk("q", text=text))
    for word in words:
        assert word in page
        assert word in markdown.replace("\\", "")


@pytest.mark.parametrize("text", ["a_b*c", "1. un", "# x", "*", "+ a", "12) b", "a <b>", "= =", "[x]: y", "a:b"])
def test_escaping_is_read_back_as_it_was(text: str) -> None:
    assert typed_in(escaped(text)) == ({"paragraph_open", "paragraph_close", "inline", "text"}, [text])


def test_an_answer_written_as_markdown_reads_as_the_same_blocks(advisor: Advisor) -> None:
    for question in ("comment faire un cv", "how do I write to a recruiter", "formation gratuite"):
        reply = advisor.conversation().ask(question)
        page = markdown_page(Transcript((Turn(question, reply, AT),), reply.language))
        again = page.split("*\n\n", 1)[1]
        assert text_of(read(again)) == answer_text(reply)


def example(language: Language) -> Transcript:
    """A conversation in which every kind of thing happens once."""
    text = {
        "fr": "Écrivez **cinq lignes**.\n\n**Un exemple**\n\nPremier message :\n> Bonjour Madame,\n> une preuve : [lien].\n>\n"
        "> Alex\n\n1. Un\n2. Deux\n   - détail\n\n| Quoi | Quand |\n| --- | --- |\n| cv | lundi |\n\n```\nutm_source=x\n```",
        "en": "Write **five lines**.\n\n**An example**\n\nFirst message:\n> Dear Ms Diallo,\n> one proof: [link].\n>\n"
        "> Alex\n\n1. One\n2. Two\n   - detail\n\n| What | When |\n| --- | --- |\n| CV | Monday |\n\n```\nutm_source=x\n```",
    }[language]
    answer = Reply(
        "q",
        language,
        "answer",
        text,
        title={"fr": "Écrire à une entreprise", "en": "Writing to an employer"}[language],
        sureness="think",
        corrections=(Correction("entrprise", "entreprise"),),
        sources=(Source("intro", "Introduction"), Source("APEC", "Apec (2018)", "https://apec.fr/a?b=1&c=2")),
        follow_ups=("Et après ?",),
    )
    unknown = Reply("q", language, "unknown", "?")
    turns = (
        Turn("comment écrire à une <entrprise> ?", answer, AT),
        Turn("deux lignes\n# ici", unknown, AT.astimezone(UTC)),
    )
    return Transcript(turns, language)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(("writer", "ending"), [(markdown_page, "md"), (html_page, "html"), (conversation_text, "txt")])
def test_each_format_is_byte_for_byte_what_was_looked_at(writer, ending: str, language: Language) -> None:  # type: ignore[no-untyped-def]
    golden = GOLDEN / f"conversation-{language}.{ending}"
    assert writer(example(language)) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("writer", [markdown_page, html_page, conversation_text])
def test_an_empty_conversation_is_a_page_all_the_same(writer) -> None:  # type: ignore[no-untyped-def]
    assert "Advisor" in writer(Transcript((), "en"))


def test_lines_of_a_model_text_stay_lines() -> None:
    text = "> Bonjour,\n> une ligne\n>\n> fin"
    assert text_of(read(text)) == text
    assert "Bonjour,<br>une ligne</p><p>fin" in html_page(talk("q", text=text))
    assert "> Bonjour,  \n> une ligne\n>\n> fin" in markdown_page(talk("q", text=text))


def test_words_of_a_person_are_paragraphs_of_what_they_typed() -> None:
    assert [block.lines[0][0].text for block in as_typed("**a**\n\n\n# b")] == ["**a**", "# b"]
    assert len(reply_blocks(Reply("q", "fr", "answer", ""))) == 0


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("[lien]", "[lien]"),
        ("une preuve : [lien]", "une preuve : [lien]"),
        ("[lien](x)", "[lien\\](x)"),
        ("[lien]: x", "[lien\\]: x"),
        ("[ ] à faire", "\\[ ] à faire"),
    ],
)
def test_brackets_are_escaped_only_where_they_mean_something(text: str, written: str) -> None:
    assert escaped(text) == written
    assert MarkdownIt().renderInline(escaped(text)) == text


def test_brackets_at_the_end_of_a_style_and_in_the_name_of_a_link_stay_text() -> None:
    line = (Run("[a] "), Run("b [c]", bold=True), Run("(d) [x]"), Run("(y) "), Run("e [f]", url="https://g.fr"))
    page = MarkdownIt().render("\n".join(_lines(Paragraph((line,)))))
    assert page == '<p>[a] <strong>b [c]</strong>(d) [x](y) <a href="https://g.fr">e [f]</a></p>\n'
