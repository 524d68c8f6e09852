"""Each picture of the docs is drawn by the program, and still shows what the program shows."""

import os
from pathlib import Path

import pytest
from drawing import Scene, draw, shown

from advisor.advice.advisor import Advisor

IMAGES = Path(__file__).resolve().parent.parent.parent / "docs" / "images"
WINDOW = (88, 26)
ASKED = {
    "fr": (
        "coment construir un portfolio sans client ?",
        "combien de temps ça prend ?",
        "comment avoir plus d'abonnés sur instagram ?",
    ),
    "en": (
        "how to biuld a portfolio with no client",
        "how long does it take?",
        "how do I get more followers on instagram?",
    ),
}
"""What the README and the tutorial ask: a question, one that leans on it, and one that stays out."""
SCENES = tuple(
    scene
    for language, (question, leaning, outside) in ASKED.items()
    for scene in (
        Scene(f"welcome-{language}", language, WINDOW),
        Scene(f"first-{language}", language, WINDOW, keys=("1" if language == "fr" else "2", "down"), first=True),
        Scene(f"chat-{language}", language, (106, 42), (question,)),
        Scene(f"sources-{language}", language, WINDOW, (question,), keys=("ctrl+e", *("pagedown",) * 8)),
        Scene(f"part-{language}", language, WINDOW, (question, leaning)),
        Scene(f"refusal-{language}", language, WINDOW, (outside,)),
        Scene(f"topics-{language}", language, WINDOW, keys=("f2", *"blog")),
        Scene(f"path-{language}", language, (88, 40), keys=("f3", *"P4", "enter"), done=("P4.1", "F3")),
        Scene(f"advice-{language}", language, (88, 30), keys=("f3", "enter", "enter", "down", "enter", "down", "enter")),
        Scene(f"behind-{language}", language, WINDOW, (question,), keys=("f6",)),
        Scene(f"why-{language}", language, WINDOW, (question,), keys=("f7",)),
    )
)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_the_picture_shows_what_the_program_shows(scene: Scene, advisor: Advisor) -> None:
    """ADVISOR_REDRAW=1 draws the pictures anew; look at them before keeping them.

    Only what readers rely on is compared: the question, how the answer begins, the line of keys. The rest of an answer
    may be reworded without a new picture.
    """
    drawn = await draw(scene, advisor)
    file = IMAGES / f"{scene.name}.svg"
    if os.environ.get("ADVISOR_REDRAW"):
        IMAGES.mkdir(parents=True, exist_ok=True)
        file.write_text(drawn.svg, encoding="utf-8")
    words = shown(file.read_text(encoding="utf-8"))
    assert [promise for promise in drawn.promises if promise not in words] == []


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_nothing_is_fetched_by_whoever_looks_at_a_picture(scene: Scene) -> None:
    svg = (IMAGES / f"{scene.name}.svg").read_text(encoding="utf-8")
    assert "url(http" not in svg
    assert "href" not in svg


def test_no_picture_is_left_over() -> None:
    assert {file.stem for file in IMAGES.glob("*.svg")} == {scene.name for scene in SCENES}
