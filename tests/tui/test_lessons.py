"""What was learnt: said under an answer, listed, forgotten, by command and from the list."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest
from fakes import Door, FakeAdvisor, FakeConversation
from pilots import MakeApp, answers, ask, opened, picture, told, until, write

from advisor.model import Address, Language
from advisor.reply import Reply
from advisor.tui.screens.lessons import LessonsScreen


@dataclass(frozen=True)
class FakePhrasing:
    id: str
    question: str
    topic: str
    language: Language = "fr"


@dataclass
class FakeOwn:
    kept: list[FakePhrasing] = field(
        default_factory=lambda: [
            FakePhrasing("a", "[b]combien[/b] pour moi", "salary"),
            FakePhrasing("b", "mon cv ?", "cv"),
        ]
    )

    def all(self) -> Sequence[FakePhrasing]:
        return tuple(self.kept)

    def forget(self, id: str) -> bool:
        before = len(self.kept)
        self.kept = [one for one in self.kept if one.id != id]
        return len(self.kept) < before


class FakeLearner(FakeConversation):
    """Learns whatever it is told."""

    def reject(self) -> Reply:
        return replace(super().reject(), lesson="Si c'est la bonne réponse, dites-le [ici].")

    def accept(self) -> Reply:
        self.asked.append("accept")
        return Reply("", "fr", "unknown", "Retenu : « [b]cela[/b] ».")

    def forget(self) -> Reply:
        self.asked.append("forget")
        return Reply("", "fr", "unknown", "Oublié.")

    def confirm(self) -> str:
        after_one_that_missed = self.asked[-1] == "reject"
        self.asked.append("confirm")
        return "Retenu : « [b]cela[/b] »." if after_one_that_missed else ""

    def withdraw(self) -> str:
        self.asked.append("withdraw")
        return "Oublié : « [b]cela[/b] »."


class FakePupil(FakeAdvisor):
    """An advisor whose talks learn."""

    def __init__(self) -> None:
        super().__init__()
        self.own = FakeOwn()

    def conversation(
        self, language: Language | None = None, address: Address = "vous", first_language: Language = "fr"
    ) -> FakeConversation:
        self.talks.append(FakeLearner(language, address, first_language))
        return self.talks[-1]


@pytest.fixture
def own(door: Door) -> FakeOwn:
    pupil = FakePupil()
    door.advisor = pupil
    return pupil.own


async def test_what_was_learnt_is_said_under_the_answer_as_it_is(make: MakeApp, own: FakeOwn) -> None:
    async with make().run_test(size=(80, 60)) as pilot:
        await opened(pilot)
        await ask(pilot, "net ou brut")
        await pilot.press("ctrl+r")
        await until(pilot, lambda: len(answers(pilot)) == 2)
        assert "dites-le [ici]." in answers(pilot)[-1]


@pytest.mark.parametrize(("typed", "did"), [("c'est ça", "accept"), ("/right", "accept"), ("oublie ça", "forget")])
async def test_plain_words_and_slashes_reach_the_talk(
    make: MakeApp, door: Door, own: FakeOwn, typed: str, did: str
) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await write(pilot, typed)
        await pilot.press("enter")
        await until(pilot, lambda: answers(pilot))
        assert door.talk.asked == [did]


async def test_a_good_answer_after_one_that_missed_is_learnt_and_unlearnt_where_that_was_a_mistake(
    make: MakeApp, door: Door, own: FakeOwn
) -> None:
    async with make().run_test(size=(100, 60)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await pilot.press("ctrl+r")
        await until(pilot, lambda: len(answers(pilot)) == 2)
        await pilot.press("alt+u")
        await until(pilot, lambda: told(pilot) and told(pilot)[0].endswith("Retenu : « [b]cela[/b] »."))
        assert told(pilot)[0].startswith("Noté : bonne réponse.")
        assert "+ Bonne réponse" in picture(pilot)
        await pilot.press("alt+d")
        await until(pilot, lambda: told(pilot) and told(pilot)[0].endswith("Oublié : « [b]cela[/b] »."))
        assert told(pilot)[0].startswith("Noté : mauvaise réponse")
        await pilot.press("alt+d")
        await until(pilot, lambda: told(pilot) and "Oublié" not in told(pilot)[0])
        assert "mauvaise réponse" in told(pilot)[0]
        assert door.talk.asked == ["salaire", "reject", "confirm", "withdraw"]
        assert len(answers(pilot)) == 2


async def test_a_good_answer_is_no_lesson_while_the_next_one_is_on_its_way(
    make: MakeApp, door: Door, own: FakeOwn
) -> None:
    async with make().run_test(size=(100, 60)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        door.talk.gate = threading.Event()
        await write(pilot, "net")
        await pilot.press("enter", "alt+u")
        await until(pilot, lambda: told(pilot))
        door.talk.gate.set()
        await until(pilot, lambda: len(answers(pilot)) == 2)
        assert door.talk.asked == ["salaire", "net"]


async def test_a_lesson_is_chosen_from_the_list_and_forgotten(make: MakeApp, own: FakeOwn) -> None:
    async with make().run_test(size=(40, 12)) as pilot:
        await opened(pilot)
        await write(pilot, "leçons")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LessonsScreen))
        assert "[b]combien[/b] pour moi" in picture(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: told(pilot))
        assert [one.id for one in own.kept] == ["b"]
        assert told(pilot) == ["Oublié : « [b]combien[/b] pour moi »."]


@pytest.mark.parametrize(
    ("typed", "left"), [("/oublier 2", ["a"]), ("/oublier 7", ["a", "b"]), ("/oublier x", ["a", "b"])]
)
async def test_a_number_forgets_that_one_or_says_that_there_is_none(
    make: MakeApp, own: FakeOwn, typed: str, left: list[str]
) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await write(pilot, typed)
        await pilot.press("enter")
        await until(pilot, lambda: told(pilot))
        assert [one.id for one in own.kept] == left


async def test_with_nothing_learnt_the_list_says_so(make: MakeApp, own: FakeOwn) -> None:
    own.kept = []
    async with make(language="en").run_test() as pilot:
        await opened(pilot)
        await write(pilot, "/lessons")
        await pilot.press("enter")
        await until(pilot, lambda: told(pilot))
        assert told(pilot) == ["No question is remembered."]
