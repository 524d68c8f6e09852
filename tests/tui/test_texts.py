"""Reading Markdown, laying it out, copying it; keeping questions; one setting in a file. No screen."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from advisor.settings import Places, Settings, keep_setting, read_settings
from advisor.tui.exchange import Errand, Exchange
from advisor.tui.faults import FaultLog
from advisor.tui.history import MOST_KEPT, QuestionHistory
from advisor.tui.ink import visible
from advisor.tui.markdown import read_markdown
from advisor.tui.page import lay_out, selected_text
from advisor.tui.words import WORDS, Wording

MARKS = st.text(st.sampled_from("ab é\u00a0*_`#>|-1.[]()\n\\~$日\u0301🙂"), max_size=120)


def shown(text: str, width: int = 40) -> list[str]:
    return [line.content.plain for line in lay_out(read_markdown(text), width)]


@settings(max_examples=150, deadline=None)
@given(st.one_of(MARKS, st.text(max_size=200)), st.integers(1, 60))
def test_any_text_reads_and_fits(text: str, width: int) -> None:
    for line in lay_out(read_markdown(text), width):
        assert cell_len(line.content.plain.rstrip()) <= max(width, 16) or width < 16
        assert visible(line.content.plain) == line.content.plain


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("abc dé \u00a0"), max_size=200), st.integers(4, 60))
def test_what_is_copied_does_not_depend_on_the_width(text: str, width: int) -> None:
    wide = selected_text(lay_out(read_markdown(text), 10_000), None, None)
    narrow = selected_text(lay_out(read_markdown(text), width), None, None)
    assert " ".join(narrow.split(" ")).split() == wide.split() or max(map(len, text.split(" ") or [""])) > width


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("**gras** et *italique* et `code`", ["gras et italique et code"]),
        ("[b]x[/b] [lien](https://a.fr)", ["[b]x[/b] lien (https://a.fr)"]),
        ("1. un\n2. deux", ["1. un", "2. deux"]),
        ("- un deux trois quatre cinq six sept huit neuf", ["• un deux trois quatre cinq six sept", "  huit neuf"]),
        ("> cité", ["▌ cité"]),
        ("> Bonjour,\n> **Merci** pour\n> l'accueil.", ["▌ Bonjour,", "▌ Merci pour", "▌ l'accueil."]),
        ("un\ndeux", ["un deux"]),
        ("a\u00a0: b", ["a\u00a0: b"]),
        ("", []),
    ],
)
def test_markdown_reads_as(text: str, lines: list[str]) -> None:
    assert shown(text) == lines


def test_a_history_keeps_only_so_many() -> None:
    history = QuestionHistory()
    history.fill([str(number) for number in range(MOST_KEPT + 5)])
    assert history.questions[0] == "5"
    history.remember("une autre")
    assert (len(history.questions), history.questions[0]) == (MOST_KEPT, "6")


def test_questions_of_before_come_behind_those_asked_since_and_whoever_walks_stays() -> None:
    history = QuestionHistory()
    history.remember("trois")
    assert history.older("brouillon") == "trois"
    history.fill(["un", "deux"])
    assert [history.older("trois"), history.older("deux"), history.older("un")] == ["deux", "un", None]
    assert [history.newer() for _ in range(4)] == ["deux", "trois", "brouillon", None]


def test_one_setting_changes_and_the_rest_of_the_file_stays(here: Places) -> None:
    file = here.settings_file
    keep_setting(file, "theme", "light")
    assert read_settings(file) == (Settings(theme="light"), ())
    file.write_text('# mine\nlanguage = "fr"  # yes\nzut = 1\ntheme = "dark"\n[more]\ntheme = "x"\n', encoding="utf-8")
    keep_setting(file, "theme", "contrast-dark")
    keep_setting(file, "address", "tu")
    text = file.read_text(encoding="utf-8")
    assert text.splitlines()[1:4] == ["# mine", 'language = "fr"  # yes', "zut = 1"]
    assert tomllib.loads(text) | {"more": None} == {
        "address": "tu",
        "language": "fr",
        "zut": 1,
        "theme": "contrast-dark",
        "more": None,
    }


def test_settings_that_cannot_be_read_are_left_for_their_writer_to_mend(here: Places) -> None:
    here.config.mkdir(parents=True)
    here.settings_file.write_text("theme = dark light", encoding="utf-8")
    with pytest.raises(OSError, match=r"settings\.toml"):
        keep_setting(here.settings_file, "theme", "light")
    assert here.settings_file.read_text(encoding="utf-8") == "theme = dark light"


def test_an_exchange_runs_one_errand_at_a_time_and_gives_the_newest_back() -> None:
    exchange = Exchange()
    errands = [Errand(str(number), lambda conversation: conversation.ask("")) for number in range(3)]
    for errand in errands:
        exchange.add(errand)
    assert exchange.start() is errands[0]
    assert exchange.start() is None
    assert exchange.take_back() is errands[2]
    assert exchange.finish(errands[0])
    assert exchange.start() is errands[1]
    assert exchange.take_back() is errands[1]
    assert not exchange.finish(errands[1])
    assert exchange.take_back() is None


def test_a_log_of_faults_begins_again_when_it_has_grown(tmp_path: Path) -> None:
    log = FaultLog(tmp_path / "deep" / "faults.log")
    log.keep(ValueError("x" * 300_000))
    log.keep(ValueError("second"))
    assert log.file is not None
    assert "xxx" not in log.file.read_text()
    FaultLog(None).keep(ValueError())


@pytest.mark.parametrize("key", WORDS)
def test_every_word_exists_in_both_languages_with_the_same_gaps(key: str) -> None:
    import re

    gaps = {language: set(re.findall(r"\{(\w+)\}", text)) for language, text in WORDS[key].items()}
    assert gaps.keys() == {"fr", "en"}
    assert gaps["fr"] == gaps["en"]
    for language in ("fr", "en"):
        for address in ("vous", "tu"):
            said = Wording(language, address)(key, **dict.fromkeys(gaps["fr"], "{vous|tu}"))
            assert "|" not in said.replace("{vous|tu}", "")


def test_large_numbers_are_written_in_groups_of_three_digits() -> None:
    said = {language: Wording(language)("too_long", size=1_048_576, most=20_000) for language in ("fr", "en")}
    assert "1\u202f048\u202f576 caractères, 20\u202f000 au plus" in said["fr"]
    assert "1,048,576 characters, at most 20,000" in said["en"]
