"""How it looks: colours that can be read, sizes that fit, pictures of the layout, and what the first one costs."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest
from fakes import Door
from pilots import MakeApp, all_of, ask, opened, picture, prompt, told, until, write
from textual import events
from textual.color import Color
from textual.geometry import Size
from textual.pilot import Pilot

from advisor.commands import BY_ID
from advisor.settings import Places
from advisor.tui.screens.help import HelpScreen
from advisor.tui.screens.introduction import IntroductionScreen
from advisor.tui.screens.listing import Rows
from advisor.tui.screens.settings import SettingsScreen
from advisor.tui.screens.topics import TopicsScreen
from advisor.tui.themes import THEMES, after
from advisor.tui.widgets.answer import Answer, Question
from advisor.tui.widgets.choices import Choice
from advisor.tui.widgets.past import Past
from advisor.tui.widgets.sheet import Sheet
from advisor.tui.words import Wording

PICTURES = Path(__file__).parent / "pictures"


def contrast(text: Color, ground: Color) -> float:
    """The ratio of two colours as WCAG 2.2 defines it, 1 to 21."""

    def luminance(color: Color) -> float:
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    light, dark = sorted((luminance(text), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def weakest(pilot: Pilot[None]) -> tuple[float, str]:
    """The lowest contrast of any text on the screen, and that text."""
    found = []
    for line in pilot.app.screen._compositor.render_strips():
        for segment in line:
            style = segment.style
            if segment.text.strip() and style and style.color and style.bgcolor:
                colors = [Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)]
                found.append((contrast(*colors), segment.text))
    return min(found)


def test_contrast_is_computed_as_it_is_defined() -> None:
    assert contrast(Color(0, 0, 0), Color(255, 255, 255)) == pytest.approx(21)
    assert contrast(Color(119, 119, 119), Color(255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_colour_of_text_can_be_read_on_every_ground(theme) -> None:
    least = 7.0 if theme.name.startswith("contrast") else 4.5
    named = theme.variables
    grounds = [theme.background, theme.surface, named["marked"], named["code-ground"]]
    texts = [theme.foreground, named["heading"], named["quiet"], named["warned"], named["code-text"]]
    pairs = {(text, ground) for ground in grounds for text in texts}
    pairs |= {(named["block-cursor-foreground"], named["block-cursor-background"])}
    pairs |= {(named["input-cursor-foreground"], named["input-cursor-background"])}
    poor = {(t, g): round(contrast(Color.parse(t), Color.parse(g)), 2) for t, g in pairs}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < least} == {}


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_what_is_drawn_can_be_read(make: MakeApp, here: Places, theme: str) -> None:
    least = 7.0 if theme.startswith("contrast") else 4.5
    async with make(theme=theme).run_test(size=(100, 50), notifications=True) as pilot:
        await opened(pilot)
        await ask(pilot, "salair suite")
        await pilot.press("tab")
        await until(pilot, lambda: all_of(pilot, Choice)[0].has_focus)
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert weakest(pilot) >= (least, "")
        await write(pilot, "/")
        await pilot.pause()
        assert weakest(pilot) >= (least, "")
        for id in (
            "help",
            "topics",
            "paths",
            "settings",
            "commands",
            "map",
            "history",
            "recall",
            "source",
            "why",
            "export",
        ):
            await pilot.press(BY_ID[id].keys[0])
            await until(pilot, lambda: len(pilot.app.screen_stack) == 2, id)
            assert weakest(pilot) >= (least, ""), id
            await pilot.press("escape")
            await until(pilot, lambda: len(pilot.app.screen_stack) == 1, id)
        pilot.app.push_screen(IntroductionScreen(Wording("fr"), here))
        for page in range(3):
            await until(pilot, lambda page=page: f"{page + 1}/3" in picture(pilot))
            assert weakest(pilot) >= (least, ""), page
            await pilot.press("1")


def test_unknown_colours_are_followed_by_the_first() -> None:
    assert after("dark") == "light"
    assert after("contrast-light") == "dark"
    assert after("mauve") == "dark"


async def test_without_colours_the_focus_still_shows(make: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with make().run_test() as pilot:
        await opened(pilot)
        await pilot.press("tab")
        await until(pilot, lambda: "›1 L’IA et le métier" in picture(pilot))
        drawn = all_of(pilot, Choice)[0].render_line(0)
        for segment in drawn.apply_filter(pilot.app._filters[-1], Color(0, 0, 0)):
            for color in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                assert color is None or color.triplet is None or len(set(color.triplet)) == 1


async def test_without_colours_the_row_of_a_list_still_shows(make: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with make().run_test() as pilot:
        await opened(pilot)
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, TopicsScreen))
        rows = pilot.app.screen.query_exactly_one(Rows)
        assert rows.get_component_styles("option-list--option-highlighted").text_style.reverse
        monkeypatch.delenv("NO_COLOR")
    async with make().run_test() as pilot:
        await opened(pilot)
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, TopicsScreen))
        rows = pilot.app.screen.query_exactly_one(Rows)
        assert not rows.get_component_styles("option-list--option-highlighted").text_style.reverse


async def test_without_colours_the_value_that_is_set_still_shows(
    make: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with make(theme="light").run_test(size=(80, 40)) as pilot:
        await opened(pilot)
        await pilot.press("ctrl+d")
        await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen))
        shown = picture(pilot)
        assert "● claires" in shown
        assert "○ sombres" in shown


@pytest.mark.parametrize("key", ["f1", "f2", "f3", "f5", "f9", "ctrl+d"])
async def test_a_storm_of_resizes_over_a_screen_breaks_nothing(make: MakeApp, key: str) -> None:
    async with make().run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await pilot.press(key)
        await until(pilot, lambda: len(pilot.app.screen_stack) == 2)
        for number in range(40):
            size = Size(1 + number * 37 % 250, 1 + number * 13 % 80)
            pilot.app.post_message(events.Resize(size, size))
        await pilot.resize_terminal(80, 24)
        assert len(pilot.app.screen_stack) == 2
        assert picture(pilot).strip()
        await pilot.press("escape")
        await write(pilot, "encore")
        await until(pilot, lambda: "encore" in picture(pilot))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_the_layout_is_as_pictured(make: MakeApp, language: str, size: tuple[int, int]) -> None:
    """ADVISOR_REDRAW=1 draws the pictures anew; look at the difference before keeping it."""
    async with make(language=language).run_test(size=size) as pilot:
        await opened(pilot)
        await ask(pilot, "salair [b]?")
        await until(pilot, lambda: len(all_of(pilot, Choice)) == 4)
        await pilot.pause()
        name = f"{language}-{size[0]}x{size[1]}.txt"
        drawn = picture(pilot) + "\n"
        if os.environ.get("ADVISOR_REDRAW"):
            PICTURES.mkdir(exist_ok=True)
            (PICTURES / name).write_text(drawn, encoding="utf-8")
        assert drawn == (PICTURES / name).read_text(encoding="utf-8")


async def test_no_line_is_wider_than_the_screen_from_the_smallest_to_the_largest(make: MakeApp) -> None:
    async with make().run_test(size=(40, 12)) as pilot:
        await opened(pilot)
        await ask(pilot, "un-mot-" * 40 + " [brackets] 日本語" * 10)
        for width, height in ((40, 12), (41, 13), (60, 18), (110, 30), (250, 80)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            for sheet in all_of(pilot, Sheet):
                assert all(
                    line.content.cell_length <= sheet.content_size.width
                    for line in sheet.lines(sheet.content_size.width)
                )


async def test_a_storm_of_resizes_breaks_nothing(make: MakeApp) -> None:
    async with make().run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        for number in range(60):
            size = Size(1 + number * 37 % 250, 1 + number * 13 % 80)
            pilot.app.post_message(events.Resize(size, size))
            if number == 30:
                await pilot.press("f1")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HelpScreen)
        await pilot.press("escape")
        await pilot.resize_terminal(80, 24)
        await write(pilot, "encore")
        await until(pilot, lambda: prompt(pilot).text == "encore")
        assert "encore" in picture(pilot)


async def test_the_lists_fit_the_smallest_screen(make: MakeApp) -> None:
    async with make().run_test(size=(40, 12)) as pilot:
        await opened(pilot)
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, TopicsScreen))
        lines = picture(pilot).splitlines()
        assert "Tous les sujets" in lines[0]
        assert sum("métier" in line or "salaire" in line for line in lines) >= 3
        assert lines[-1].strip()


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_the_greeting_stays_in_sight_when_there_is_little_room(make: MakeApp, language: str) -> None:
    hello = {"fr": "Bonjour !", "en": "Hello!"}[language]
    async with make(language=language).run_test(size=(40, 9)) as pilot:
        await opened(pilot)
        assert hello in picture(pilot).splitlines()[0]
        assert "▼" in picture(pilot).splitlines()[-1]
        await ask(pilot, "salaire")
        await pilot.press("ctrl+l")
        await until(pilot, lambda: hello in picture(pilot).splitlines()[0])


async def test_a_long_talk_has_few_widgets_and_reads_as_if_it_had_many(
    make: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = []
    folded = []
    for size, most in ((1_000, 120), (4, 4), (4, 120)):
        monkeypatch.setattr("advisor.tui.widgets.conversation.CHAPTER", size)
        monkeypatch.setattr("advisor.tui.widgets.past.MOST", most)
        async with make().run_test(size=(60, 30)) as pilot:
            await opened(pilot)
            for number in range(8):
                await write(pilot, f"bonjour {number}")
                await pilot.press("enter")
                await until(pilot, lambda number=number: f"› bonjour {number}" in picture(pilot))
            await until(pilot, lambda: picture(pilot).count("Bonjour !") >= 6)
            folded.append(len(all_of(pilot, Past)))
            assert len(all_of(pilot, Sheet)) == 17 if not folded[-1] else len(all_of(pilot, Sheet)) <= 9
            pictures.append(picture(pilot))
            await pilot.press("pageup", "f4")
            await until(pilot, lambda: "Hello!" in picture(pilot))
            pictures.append(picture(pilot))
    assert folded == [0, 3, 1]
    assert pictures[:2] == pictures[2:4] == pictures[4:]


async def test_a_question_that_waits_is_not_folded_away(
    make: MakeApp, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advisor.tui.widgets.conversation.CHAPTER", 2)
    door.shut = True
    async with make().run_test() as pilot:
        for number in range(6):
            await write(pilot, f"question {number}")
            await pilot.press("enter")
        await until(pilot, lambda: len(all_of(pilot, Question)) == 6)
        await pilot.press("escape", "escape", "escape", "escape", "escape")
        await until(pilot, lambda: len(all_of(pilot, Question)) == 1)
        door.open()
        await until(pilot, lambda: all_of(pilot, Answer))


def test_the_first_picture_imports_neither_knowledge_nor_learning_nor_lists() -> None:
    program = (
        "import sys, advisor.tui.app; "
        "print([name for name in sys.modules if name.split('.')[0] in ('yaml', 'sklearn', 'scipy', 'numpy', 'rapidfuzz')"
        " or name.startswith(('advisor.match', 'advisor.talk', 'advisor.index', 'advisor.pack', 'advisor.learn',"
        " 'advisor.advice', 'advisor.model', 'advisor.tui.screens.listing'))])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_what_is_said_in_passing_hides_neither_choices_nor_draft(make: MakeApp, size: tuple[int, int]) -> None:
    async with make().run_test(size=size) as pilot:
        await opened(pilot)
        await ask(pilot, "choisir")
        await until(pilot, lambda: "Non, pas ça" in picture(pilot))
        await write(pilot, "un\ndeux\ntrois")
        pilot.app.tell("Ce qui se dit en passant tient parfois sur deux ou trois lignes d'un petit écran.")
        await until(pilot, lambda: "écran." in picture(pilot))
        room = ("Non, pas ça",) if size[1] > 12 else ()  # else there is more to scroll to than a message ago
        for text in (*room, "De quoi parlez-vous", "un", "deux", "trois", "F1 Aide"):
            assert text in picture(pilot)
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, TopicsScreen))
        assert "écran." not in picture(pilot)


async def test_what_is_said_in_passing_goes_after_a_while_unless_something_else_is_said(
    make: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advisor.tui.over.SECONDS_TOLD", 0.05)
    async with make().run_test() as pilot:
        await opened(pilot)
        pilot.app.tell("a")
        await until(pilot, lambda: told(pilot) == [])
        monkeypatch.setattr("advisor.tui.over.SECONDS_TOLD", 0.5)
        pilot.app.tell("b")
        monkeypatch.setattr("advisor.tui.over.SECONDS_TOLD", 100.0)
        pilot.app.tell("c", warning=True)
        await asyncio.sleep(0.7)
        assert told(pilot) == ["c"]


@pytest.mark.parametrize("width", [24, 31, 40, 100])
async def test_what_is_said_in_passing_breaks_at_ordinary_spaces_alone(make: MakeApp, width: int) -> None:
    async with make().run_test(size=(width, 24), notifications=True) as pilot:
        await opened(pilot)
        app = pilot.app
        for words in range(1, 14):
            app.tell(f"{'mot ' * words}puis\u202f? reste 55\u00a0h et {'reste ' * 8}fin{words}.")
            await until(pilot, lambda words=words: f"fin{words}." in picture(pilot))
            lines = [line.strip(" ▌") for line in picture(pilot).splitlines()]
            assert not [line for line in lines if line.startswith(("? ", "h et")) or line in ("?", "h")]
