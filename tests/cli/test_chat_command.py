"""`advisor chat`: the same conversation, on lines."""

import pytest
from calls import ON_SMALL, Call

from advisor.cli.main import INTERRUPTED
from advisor.commands import ordered
from advisor.settings import Places, read_settings
from advisor.talk.wording import HEADINGS
from tests.conftest import DATA, labelled

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


@pytest.mark.parametrize(
    ("lang", "typed", "said"),
    [
        ("fr", "/couluers", "s’appelle /couluers. La plus proche est /couleurs\u202f; «"),
        ("fr", "/suprimer 1", "s’appelle /suprimer. La plus proche est /supprimer\u202f; «"),
        ("en", "/setings", "is called /setings. The nearest is /settings; “help”"),
        ("en", "/suprimer", "The nearest is /supprimer;"),
    ],
)
def test_a_command_that_is_misspelt_has_the_nearest_one_named(call: Call, lang: str, typed: str, said: str) -> None:
    assert said in chat(call, typed, lang=lang)[1]


def test_a_line_that_is_too_long_is_refused_and_neither_asked_nor_kept(call: Call, here: Places) -> None:
    said = chat(call, "comment faire un cv " * 50_000, "mes questions")
    assert said[1].startswith("Ce texte est trop long (1 000 000 caractères, 20 000 au plus).")
    assert "Aucune question" in said[2]
    assert len(said) == 4


@pytest.mark.parametrize(
    ("line", "id", "words"),
    [
        ("carte", "map", ""),
        ("Carte A38", "map", "A38"),
        ("tout", "whole", ""),
        ("partie coût", "part", "coût"),
        ("part", "part", ""),
        ("fait P9.1, P9.2", "done", "P9.1, P9.2"),
        ("sauter p1-1", "skip", "p1-1"),
        ("connu", "known", ""),
        ("reopen F3", "reopen", "F3"),
        ("parcours P9", "paths", "P9"),
        ("confiance", "confidence", ""),
        ("renommer 1 Mon premier poste", "rename", "1 Mon premier poste"),
        ("oublier 2", "forget", "2"),
        ("recall 3", "recall", "3"),
        ("thème", "theme", ""),
        ("themes", "theme", ""),
        ("sujets", "topics", ""),
    ],
)
def test_a_plain_word_does_what_its_slash_does(line: str, id: str, words: str) -> None:
    order = ordered(line)
    assert order is not None
    assert (order.command.id, order.words) == (id, words)


@pytest.mark.parametrize(
    "line",
    ["part time", "carte de visite", "parcours de reconversion", "renommer mon blog", "tout apprendre", "fait divers"],
)
def test_a_plain_word_with_others_behind_it_is_a_question(line: str) -> None:
    assert ordered(line) is None


def test_no_labelled_question_is_taken_for_a_command() -> None:
    lines = labelled(*(file.name for file in DATA.glob("*.jsonl")))
    asked = [str(turn["question"]) for line in lines for turn in line.get("turns", [line])]  # type: ignore[attr-defined]
    assert len(asked) > 1000
    assert [question for question in asked if ordered(question)] == []


def test_a_part_is_called_by_its_whole_heading_without_a_slash() -> None:
    every = [
        (word, heading) for word, code in (("partie", "fr"), ("part", "en")) for heading in HEADINGS[code].values()
    ]
    assert [heading for word, heading in every if ordered(f"{word} {heading}") is None] == []


def test_an_interrupt_drops_the_line_and_a_second_one_leaves_with_goodbye(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter(["", "bonjour", "", ""])  # nothing stands for an interrupt while a line is written

    def type_one(_prompt: str) -> str:
        if line := next(typed):
            return line
        raise KeyboardInterrupt

    monkeypatch.setattr("advisor.cli.lines.is_terminal", lambda _stream: True)
    monkeypatch.setattr("builtins.input", type_one)
    done = call("--lang", "fr", *ON_SMALL, "chat")
    assert done.code == INTERRUPTED
    assert done.out.count("Rien n’est envoyé. Ctrl+C encore une fois pour quitter") == 2
    assert "Que cherchez-vous" in done.out
    assert done.out.rstrip().endswith("À bientôt.")
    assert next(typed, "none left") == "none left"


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
