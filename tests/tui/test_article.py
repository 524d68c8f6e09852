"""What stands behind an answer: the article's map, the sources, the words that decided, what confidence is worth."""

import pytest
from fakes import Door
from pilots import MakeApp, answers, ask, opened, picture, questions, talk, told, until, write
from textual.pilot import Pilot

from advisor.tui.screens.article import ClaimScreen, MapScreen, SourceScreen
from advisor.tui.screens.reasons import ConfidenceScreen, WhyScreen
from advisor.tui.widgets.choices import Choice


async def command(pilot: Pilot[None], typed: str) -> None:
    await write(pilot, typed)
    await pilot.press("enter")


async def test_the_map_goes_by_section_and_a_claim_leads_to_a_topic(make: MakeApp, door: Door) -> None:
    async with make().run_test(size=(90, 30)) as pilot:
        await opened(pilot)
        await pilot.press("f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, MapScreen))
        await until(pilot, lambda: "A1 · Le métier est récent." in picture(pilot))
        shown = picture(pilot)
        assert (
            shown.index("Ouverture") < shown.index("A1 ·") < shown.index("La direction à prendre") < shown.index("A2 ·")
        )
        assert "Le salaire, Définir le rôle du métier" in shown
        await pilot.press(*"compter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ClaimScreen))
        await until(pilot, lambda: "A2. Apprenez à compter." in picture(pilot))
        assert "partie « La direction à prendre »" in picture(pilot)
        await pilot.press("tab", "down", "enter")
        await until(pilot, lambda: answers(pilot))
        assert pilot.app.screen is talk(pilot)
        assert door.talk.asked == ["choose cv"]
        assert questions(pilot) == ["Le CV [sobre]"]


async def test_a_claim_opens_by_its_number_and_one_that_is_not_there_is_told(make: MakeApp) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await command(pilot, "/carte a1")
        await until(pilot, lambda: isinstance(pilot.app.screen, ClaimScreen))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is talk(pilot))
        await command(pilot, "/map {x|y}[b]")
        await until(pilot, lambda: told(pilot) == ["L’article n’a pas d’idée de ce numéro : /carte les montre toutes."])


@pytest.mark.parametrize("how", ["key", "name", "word"])
async def test_the_source_of_an_answer_opens_its_claims_in_our_words(make: MakeApp, how: str) -> None:
    async with make().run_test(size=(90, 40)) as pilot:
        await opened(pilot)
        await ask(pilot, "combien ?")
        if how == "key":
            await pilot.press("f6")
        else:
            await command(pilot, {"name": "/source", "word": "Sources ?"}[how])
        await until(pilot, lambda: isinstance(pilot.app.screen, SourceScreen))
        await until(pilot, lambda: "A1. Le métier est récent." in picture(pilot))
        shown = picture(pilot)
        assert shown.index("partie « Ouverture »") < shown.index("A1.")
        assert shown.index("partie « La direction à prendre »") < shown.index("A2. Apprenez à compter.")
        assert [plain.strip() for plain in _choices(pilot)] == ["Définir le rôle du métier", "Le CV [sobre]"]
        await pilot.press("f4")
        await until(pilot, lambda: "A2. Learn to count." in picture(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is talk(pilot))


def _choices(pilot: Pilot[None]) -> list[str]:
    return [choice.text() for choice in pilot.app.screen.query(Choice)]


@pytest.mark.parametrize(("part", "screen"), [("Introduction de l", SourceScreen), ("j’en suis sûr", WhyScreen)])
async def test_a_click_on_a_source_or_on_the_confidence_opens_what_is_behind(
    make: MakeApp, part: str, screen: type
) -> None:
    async with make().run_test(size=(90, 44)) as pilot:
        await opened(pilot)
        await ask(pilot, "combien ?")
        await until(pilot, lambda: part in picture(pilot))
        lines = picture(pilot).splitlines()
        row = next(number for number, line in enumerate(lines) if part in line)
        await pilot.click(offset=(lines[row].index(part) + 2, row))
        await until(pilot, lambda: isinstance(pilot.app.screen, screen))


async def test_a_click_opens_what_is_behind_the_answer_that_was_clicked(
    make: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advisor.tui.widgets.conversation.CHAPTER", 2)
    async with make().run_test(size=(90, 60)) as pilot:
        await opened(pilot)
        await ask(pilot, "combien ?")
        for _ in range(3):
            await command(pilot, "bonjour")
        await until(pilot, lambda: picture(pilot).count("Bonjour !") >= 4 or "bonjour" in picture(pilot))
        await pilot.press("f7")
        await until(pilot, lambda: isinstance(pilot.app.screen, WhyScreen))
        await pilot.press("escape")
        await until(pilot, lambda: "Introduction de l" in picture(pilot))
        lines = picture(pilot).splitlines()
        row = next(number for number, line in enumerate(lines) if "Introduction de l" in line)
        await pilot.click(offset=(lines[row].index("Introduction") + 2, row))
        await until(pilot, lambda: isinstance(pilot.app.screen, SourceScreen))
        assert "A1. Le métier est récent." in picture(pilot)


async def test_two_questions_in_one_message_show_the_sources_of_both(make: MakeApp) -> None:
    async with make().run_test(size=(90, 40)) as pilot:
        await opened(pilot)
        await ask(pilot, "deux questions")
        await pilot.press("f6")
        await until(pilot, lambda: isinstance(pilot.app.screen, SourceScreen))
        assert [text.strip() for text in _choices(pilot)] == ["Définir le rôle du métier"]


async def test_without_an_answer_there_is_nothing_behind_it(make: MakeApp) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        for key in ("f6", "f7"):
            await pilot.press(key)
            await until(pilot, lambda: told(pilot) == ["Il n’y a pas encore de réponse : posez d’abord une question."])
        await command(pilot, "inconnu")
        await until(pilot, lambda: "Je ne sais pas" in picture(pilot))
        await pilot.press("f6")
        await until(pilot, lambda: "n’était pas une réponse de la base" in told(pilot)[-1])
        await pilot.press("f7")
        await until(pilot, lambda: isinstance(pilot.app.screen, WhyScreen))
        await until(pilot, lambda: "ne ressemble assez à la question" in picture(pilot))


async def test_why_an_answer_says_what_decided_and_leads_to_the_figures(make: MakeApp, door: Door) -> None:
    async with make().run_test(size=(90, 40)) as pilot:
        await opened(pilot)
        await ask(pilot, "le salair [b]net[/b] ?")
        await command(pilot, "/pourquoi")
        await until(pilot, lambda: isinstance(pilot.app.screen, WhyScreen))
        await until(pilot, lambda: "Les mots qui ont décidé : « salaire », « net »." in picture(pilot))
        shown = " ".join(picture(pilot).split())
        assert "J’ai lu « salair » comme « salaire »." in shown
        assert "Ma confiance : 90 %, soit « j’en suis sûr »." in shown
        assert (
            "Sur 120 questions d’essai auxquelles j’ai répondu avec ce mot, environ 98 % de mes réponses étaient justes."
            in shown
        )
        assert [text.strip() for text in _choices(pilot)] == [
            "Le CV [sobre]",
            "Ce que valent ces mots, chiffres à l’appui",
        ]
        await pilot.press("2")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConfidenceScreen))
        await until(pilot, lambda: "0,9 à 1,0 : annoncé 97 %, juste 98 %, 120 questions" in picture(pilot))
        await pilot.press("escape", "1")
        await until(pilot, lambda: len(answers(pilot)) == 2)
        assert door.talk.asked[-1] == "choose cv"


async def test_the_curve_opens_from_the_talk_and_fits_the_smallest_screen(make: MakeApp) -> None:
    async with make().run_test(size=(40, 12)) as pilot:
        await opened(pilot)
        await command(pilot, "/confiance")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConfidenceScreen))
        await until(pilot, lambda: "200 questions" in picture(pilot))
        for _ in range(9):
            await pilot.press("pagedown")
        await until(pilot, lambda: "█" in picture(pilot))
        assert all(len(line) <= 40 for line in picture(pilot).splitlines())


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("sallaire", "Le salaire"),
        ("metier definir", "Définir le rôle"),
        ("defniir", "Définir le rôle"),
        ("salarie", "Le salaire"),
    ],
)
async def test_a_search_forgives_a_slip_of_the_hand(make: MakeApp, typed: str, found: str) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await pilot.press("f2", *typed)
        await until(pilot, lambda: found in picture(pilot) and "1 sur 4" in picture(pilot))
