"""`advisor chat`: the same conversation, on lines."""

import pytest
from calls import ON_SMALL, Call

from advisor.settings import Places, read_settings

pytestmark = pytest.mark.usefixtures("small")


def chat(call: Call, *lines: str, lang: str = "fr") -> list[str]:
    """What is said to each line: the greeting first, the farewell last."""
    done = call("--lang", lang, *ON_SMALL, "chat", feed="\n".join(lines).encode())
    assert done.code == 0
    return done.out.strip().split("\n\n")


def test_a_question_is_answered_and_the_end_of_the_input_ends_the_talk(call: Call) -> None:
    said = chat(call, "comment faire un cv")
    assert said[0].startswith("Bonjour")
    assert said[-1] == "À bientôt."
    assert any("CV" in block for block in said[1:-1])


def test_quit_ends_before_the_lines_that_follow(call: Call) -> None:
    assert chat(call, "quitter", "comment faire un cv") == chat(call)


def test_commands_are_listed_in_the_language_of_the_talk(call: Call) -> None:
    assert any(block.startswith("/aide\u00a0:") for block in chat(call, "aide"))
    assert any(block.startswith("/help:") for block in chat(call, "help", lang="en"))


def test_an_unknown_command_is_named_and_nothing_is_asked(call: Call) -> None:
    said = chat(call, "/frobnicate")
    assert len(said) == 3
    assert "/frobnicate" in said[1]


def test_what_only_the_full_screen_can_do_says_so(call: Call) -> None:
    assert "plein écran" in chat(call, "/couleurs")[1]


def test_the_language_changes_for_what_follows(call: Call) -> None:
    said = chat(call, "langue", "quitter")
    assert said[1] == "Answers are in English from now on."
    assert said[-1] == "See you soon."


def test_an_empty_line_is_passed_over(call: Call) -> None:
    assert chat(call, "", "   ") == chat(call)


def test_settings_are_said_with_their_values_and_where_they_are_written(call: Call, here: Places) -> None:
    said = chat(call, "réglages")[1]
    assert "Forme d’adresse\u00a0: vous\n" in said
    assert str(here.settings_file) in said
    assert "Form of address: tu\n" in chat(call, "/familiar", "/settings", lang="en")[2]


def test_language_and_address_are_kept_as_on_the_full_screen(call: Call, here: Places) -> None:
    chat(call, "/tu", "langue")
    kept, notices = read_settings(here.settings_file)
    assert (kept.address, kept.language, notices) == ("tu", "en", ())
    chat(call, "/vous")
    assert read_settings(here.settings_file)[0].address == "vous"


def test_a_setting_that_cannot_be_kept_holds_all_the_same_and_says_so(call: Call, here: Places) -> None:
    here.config.parent.mkdir(parents=True, exist_ok=True)
    here.config.write_text("a file where a directory should be")
    said = chat(call, "/tu", "/réglages")
    assert "n’a pas pu être gardé" in said[2]
    assert "Forme d’adresse\u00a0: tu\n" in said[3]
