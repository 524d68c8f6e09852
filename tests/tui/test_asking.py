"""A question from the prompt to its answer, and everything that can happen on the way."""

import threading
from dataclasses import replace

import pytest
from fakes import Door
from pilots import (
    MakeApp,
    all_of,
    answers,
    ask,
    choices,
    notes,
    opened,
    picture,
    plain_spaces,
    prompt,
    questions,
    state,
    told,
    until,
    write,
)
from textual.geometry import Offset
from textual.selection import Selection

from advisor.errors import KnowledgeError
from advisor.reply import Passage, Reply, first_parts
from advisor.settings import Places
from advisor.tui.screens.article import SourceScreen
from advisor.tui.widgets.answer import Answer, Question, Spoken
from advisor.tui.widgets.past import Past


async def test_an_answer_shows_its_point_and_opens_part_by_part_or_whole(make: MakeApp) -> None:
    async with make().run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        shown = picture(pilot)
        assert shown.index("Entre 28 000") < shown.index("▸ En détail  ▸ Les étapes") < shown.index("Sujet : ")
        assert "1. Comparer" not in shown
        (answer,) = all_of(pilot, Answer)
        rows = [line.content.plain for line in answer.lines(answer.content_size.width)]
        row = next(n for n, text in enumerate(rows) if "▸" in text)
        await pilot.click(answer, offset=(plain_spaces(rows[row]).index("Les étapes") + 4, row))
        await until(pilot, lambda: "1. Comparer" in picture(pilot))
        shown = picture(pilot)
        assert shown.index("Entre 28 000") < shown.index("1. Comparer") < shown.index("▸ En détail")
        assert "▸ Les étapes" not in shown
        await pilot.press("ctrl+e")
        await until(pilot, lambda: "La fourchette dépend" in picture(pilot))
        assert "▸" not in picture(pilot)


async def test_what_differs_for_a_person_is_open_from_the_beginning() -> None:
    details = [
        Passage("point", "", "A."),
        Passage("detail", "Si vous débutez", "B."),
        Passage("detail", "Pourquoi", "C."),
    ]
    steps = Passage("steps", "Que faire", "1. D")
    reply = Reply("q", "fr", "answer", "", passages=(*details, steps))
    assert first_parts(reply) == {0, 1}
    several = replace(reply, passages=(*details, steps, *details[::2], steps))
    assert first_parts(several) == {0, 1, 4}
    asked = replace(reply, passages=(*details, replace(steps, asked=True)))
    assert first_parts(asked) == {3}


async def test_a_question_is_answered_point_first_then_under_headings(make: MakeApp) -> None:
    async with make(answers="whole").run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await ask(pilot, "le salair ?")
        (text,) = answers(pilot)
        places = [
            text.index(part)
            for part in (
                "Entre 28 000",
                "En détail",
                "Les étapes",
                "1. Comparer",
                "Sujet : Le salaire · j’en suis sûr",
                "J’ai lu « salair » comme « salaire »",
                "Source (F6) : Introduction",
            )
        ]
        assert places == sorted(places)
        assert len(all_of(pilot, Answer)) == 1
        assert choices(pilot)[2:] == ["Continuer par le parcours « Se spécialiser dans le mobile »", "Non, pas ça"]


@pytest.mark.parametrize("how", ["key", "click", "word"])
async def test_the_part_asked_for_stands_alone_behind_a_bar_until_the_rest_is_opened(make: MakeApp, how: str) -> None:
    async with make().run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await ask(pilot, "la suite")
        assert answers(pilot)[0].startswith("Les étapes\n1. Comparer")
        assert "En détail" not in answers(pilot)[0]
        assert "Sujet : Le salaire" in answers(pilot)[0]
        assert "┃ Les étapes" in picture(pilot)
        shown = picture(pilot)
        assert (
            shown.index("┃ 3. ") < shown.index("▸ En détail") < shown.index("Tout : Ctrl+E") < shown.index("Sujet : ")
        )
        (answer,) = all_of(pilot, Answer)
        if how == "key":
            await pilot.press("ctrl+e")
        elif how == "click":
            rows = [line.content.plain for line in answer.lines(answer.content_size.width)]
            row = next(n for n, text in enumerate(rows) if "▸" in text)
            await pilot.click(answer, offset=(plain_spaces(rows[row]).index("Tout :") + 4, row))
        else:
            await write(pilot, "toute la réponse")
            await pilot.press("enter")
        await until(pilot, lambda: "En détail" in answers(pilot)[0])
        assert answers(pilot)[0].startswith("Les étapes\n1. Comparer")
        assert "▸" not in picture(pilot)
        assert len(questions(pilot)) == 1


async def test_a_part_in_a_folded_chapter_opens_by_a_click_too(make: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("advisor.tui.widgets.conversation.CHAPTER", 3)
    async with make().run_test(size=(100, 60)) as pilot:
        await opened(pilot)
        await ask(pilot, "la suite")
        for _ in range(3):
            await write(pilot, "bonjour")
            await pilot.press("enter")
        await until(pilot, lambda: all_of(pilot, Past))
        (past,) = all_of(pilot, Past)
        assert "La fourchette dépend" not in plain_spaces(past.text())
        rows = [line.content.plain for line in past.lines(past.content_size.width)]
        row = next(n for n, text in enumerate(rows) if "▸" in text)
        await pilot.click(past, offset=(plain_spaces(rows[row]).index("En détail") + 4, row))
        await until(pilot, lambda: "La fourchette dépend" in plain_spaces(past.text()))


async def test_parts_open_one_by_one_by_a_key_and_by_name(make: MakeApp) -> None:
    async with make().run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await pilot.press("alt+p")
        await until(pilot, lambda: told(pilot) == ["Aucune réponse à ouvrir pour l’instant."])
        await ask(pilot, "salaire")
        assert "Suivante : Alt+P  Tout : Ctrl+E" in picture(pilot)
        await pilot.press("alt+p")
        await until(pilot, lambda: "La fourchette dépend" in picture(pilot))
        assert "▸ Les étapes  Tout : Ctrl+E" in picture(pilot)
        assert "Suivante" not in picture(pilot)
        await write(pilot, "/partie exemples")
        await pilot.press("enter")
        await until(pilot, lambda: "« exemples ». Il reste : Les étapes." in plain_spaces(told(pilot)[0]))
        await pilot.press("alt+p")
        await until(pilot, lambda: "1. Comparer" in picture(pilot))
        await pilot.press("alt+p")
        await until(pilot, lambda: told(pilot) == ["La dernière réponse est ouverte en entier."])


async def test_a_part_opens_by_its_name_without_its_accents(make: MakeApp) -> None:
    async with make().run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await write(pilot, "/partie etapes")
        await pilot.press("enter")
        await until(pilot, lambda: "1. Comparer" in picture(pilot))
        assert "▸ En détail  Tout : Ctrl+E" in picture(pilot)
        assert len(questions(pilot)) == 1


async def test_what_was_opened_comes_into_sight_and_moves_the_talk_only_for_that(make: MakeApp) -> None:
    async with make().run_test(size=(40, 12)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await pilot.press("alt+p")
        await until(pilot, lambda: "La fourchette dépend" in picture(pilot))
        assert "› salaire" in picture(pilot)
        await pilot.press("alt+p")
        await until(pilot, lambda: picture(pilot).lstrip().startswith("Les étapes"))
        await pilot.press("pageup", "pageup")
        await until(pilot, lambda: "› salaire" in picture(pilot))


async def test_a_part_clicked_far_below_is_shown_from_its_heading(make: MakeApp) -> None:
    async with make().run_test(size=(40, 12)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await pilot.press("alt+p", "pagedown")
        await until(pilot, lambda: "▸ Les étapes" in picture(pilot))
        (answer,) = all_of(pilot, Answer)
        answer.action_open_part(2)
        await until(pilot, lambda: "1. Comparer" in picture(pilot))
        assert "Les étapes" in picture(pilot)


async def test_the_key_for_the_rest_does_nothing_where_there_is_none(make: MakeApp) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await pilot.press("ctrl+e")
        await ask(pilot, "salaire")
        await pilot.press("ctrl+e")
        await until(pilot, lambda: "▸" not in picture(pilot))
        before = picture(pilot)
        await pilot.press("ctrl+e")
        await pilot.pause()
        assert picture(pilot) == before


async def test_the_prompt_takes_text_while_the_knowledge_opens_and_the_question_waits(
    make: MakeApp, door: Door
) -> None:
    door.shut = True
    async with make().run_test() as pilot:
        await write(pilot, "combien")
        assert prompt(pilot).text == "combien"
        await pilot.press("enter")
        await until(pilot, lambda: state(pilot) == "j’apprends les questions…")
        assert all_of(pilot, Question)[0].wait == "waiting"
        assert "Échap" in all_of(pilot, Question)[0].text()
        assert not answers(pilot)
        door.open()
        await until(pilot, lambda: answers(pilot))
        assert door.talk.asked == ["combien"]
        assert all_of(pilot, Question)[0].wait == ""
        assert state(pilot) == ""


async def test_escape_gives_a_waiting_question_back(make: MakeApp, door: Door) -> None:
    door.shut = True
    async with make().run_test() as pilot:
        await write(pilot, "combien")
        await pilot.press("enter")
        await until(pilot, lambda: questions(pilot))
        await write(pilot, "brouillon")
        await pilot.press("escape")
        await until(pilot, lambda: not questions(pilot))
        assert prompt(pilot).text == "combien\nbrouillon"
        door.open()
        await opened(pilot)
        assert door.talk.asked == []


async def test_escape_with_nothing_to_cancel_does_nothing(make: MakeApp) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await write(pilot, "abc")
        await pilot.press("escape", "escape", "escape")
        assert prompt(pilot).text == "abc"
        assert pilot.app.is_running


async def test_questions_sent_quickly_are_answered_in_their_order(make: MakeApp, door: Door) -> None:
    door.shut = True
    async with make().run_test() as pilot:
        for question in ("un", "deux", "trois"):
            await write(pilot, question)
            await pilot.press("enter")
        door.open()
        await until(pilot, lambda: len(answers(pilot)) == 3)
        assert door.talk.asked == ["un", "deux", "trois"]


async def test_each_answer_stands_under_its_question_and_names_the_choices_that_are_gone(
    make: MakeApp, door: Door
) -> None:
    door.shut = True
    async with make().run_test(size=(100, 40)) as pilot:
        for question in ("choisir", "deux"):
            await write(pilot, question)
            await pilot.press("enter")
        door.open()
        await until(pilot, lambda: len(answers(pilot)) == 2)
        sheets = [sheet for sheet in all_of(pilot, Spoken) if isinstance(sheet, Question | Answer)]
        assert [type(sheet) for sheet in sheets] == [Question, Answer, Question, Answer]
        assert [sheet.question for sheet in sheets if isinstance(sheet, Question)] == ["choisir", "deux"]
        assert "1. Le salaire" in answers(pilot)[0]


async def test_an_answer_to_a_question_taken_back_is_not_shown(make: MakeApp, door: Door) -> None:
    gate = door.advisor.gate = threading.Event()
    async with make().run_test() as pilot:
        await opened(pilot)
        await write(pilot, "un")
        await pilot.press("enter")
        await until(pilot, lambda: questions(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: not questions(pilot))
        assert prompt(pilot).text == "un"
        gate.set()
        await pilot.press("backspace", "backspace")
        await ask(pilot, "deux")
        assert door.talk.asked == ["un", "deux"]
        assert questions(pilot) == ["deux"]
        assert len(answers(pilot)) == 1


async def test_a_fault_gives_the_question_back_with_one_sentence_and_a_trace(
    make: MakeApp, door: Door, here: Places
) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await write(pilot, "panne")
        await pilot.press("enter")
        await until(pilot, lambda: notes(pilot))
        assert prompt(pilot).text == "panne"
        assert "RuntimeError" in notes(pilot)[0]
        assert not questions(pilot)
        assert "[a fault]" in (here.state / "faults.log").read_text()
        await pilot.press("ctrl+u")
        await ask(pilot, "salaire")


async def test_knowledge_that_will_not_open_says_why_and_gives_back_what_waits(make: MakeApp, door: Door) -> None:
    door.shut, door.error = True, KnowledgeError("topics/x.yaml:3: [bad]", "topics/x.yaml:3 : [mauvais]")
    async with make().run_test(size=(100, 30)) as pilot:
        await write(pilot, "combien")
        await pilot.press("enter")
        await until(pilot, lambda: questions(pilot))
        door.open()
        await until(pilot, lambda: notes(pilot))
        assert notes(pilot) == ["Je ne peux pas répondre : topics/x.yaml:3 : [mauvais]"]
        await pilot.press("f4")
        await until(pilot, lambda: notes(pilot) == ["I can’t answer: topics/x.yaml:3: [bad]"])
        assert prompt(pilot).text == "combien"
        await pilot.press("enter")
        await until(pilot, lambda: len(notes(pilot)) == 2)
        assert prompt(pilot).text == "combien"


async def test_an_unforeseen_fault_while_opening_is_told_without_its_insides(make: MakeApp, door: Door) -> None:
    door.error = ZeroDivisionError("inside")
    async with make().run_test() as pilot:
        await until(pilot, lambda: notes(pilot))
        assert "inside" not in notes(pilot)[0]
        assert "ne se sont pas ouvertes" in notes(pilot)[0]


async def test_what_the_knowledge_and_the_settings_have_to_say_is_said_in_the_talk(make: MakeApp, door: Door) -> None:
    door.advisor.notices = ({"fr": "Index [reconstruit].", "en": "Index [rebuilt]."},)
    async with make(notices=({"fr": "Réglage inconnu.", "en": "Unknown setting."},)).run_test() as pilot:
        await until(pilot, lambda: len(notes(pilot)) == 2)
        assert notes(pilot) == ["Réglage inconnu.", "Index [reconstruit]."]
        await pilot.press("f4")
        await until(pilot, lambda: notes(pilot) == ["Unknown setting.", "Index [rebuilt]."])


async def test_brackets_and_control_characters_come_out_as_typed_or_not_at_all(make: MakeApp) -> None:
    hostile = "[b]gras[/b] [@click=app.quit]x[/] \\[y] [/nope]"
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await opened(pilot)
        await ask(pilot, hostile)
        assert hostile in picture(pilot)
        assert questions(pilot) == [hostile]
        await write(pilot, "/[b]zut[/b]")
        await pilot.press("enter")
        await until(pilot, lambda: "s’appelle /[b]zut[/b]." in picture(pilot))


async def test_an_answer_copies_as_it_was_before_wrapping(make: MakeApp) -> None:
    async with make(answers="whole").run_test(size=(50, 40)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        (answer,) = all_of(pilot, Answer)
        copied = answer.get_selection(Selection(None, None))
        assert copied is not None
        assert (
            copied[0].splitlines()[3].startswith("La fourchette dépend de la ville et de la taille de l'entreprise. La")
        )
        some = answer.get_selection(Selection(Offset(6, 0), Offset(12, 0)))
        assert some is not None
        assert some[0] == "28 000"


async def test_turning_an_answer_down_gives_the_next_by_key_and_by_item(make: MakeApp, door: Door) -> None:
    async with make().run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await pilot.press("ctrl+r")
        await until(pilot, lambda: told(pilot) == ["Aucune réponse à écarter pour l’instant."])
        await ask(pilot, "salaire")
        await pilot.press("ctrl+r")
        await until(pilot, lambda: len(answers(pilot)) == 2)
        await pilot.press("4")
        await until(pilot, lambda: len(answers(pilot)) == 3)
        assert door.talk.asked[1:] == ["reject", "reject"]
        assert "j’hésite" in answers(pilot)[2]


async def test_several_sources_stand_one_a_line_and_none_is_said_to_be_none(make: MakeApp) -> None:
    async with make().run_test(size=(100, 50)) as pilot:
        await opened(pilot)
        await ask(pilot, "deux sources")
        assert answers(pilot)[0].endswith("Sources (F6) :\n• Une enquête (https://example.org/a)\n• Une autre [2024]")
        await ask(pilot, "sans source")
        assert answers(pilot)[1].endswith("Source : l’usage courant du métier")


async def test_sources_are_counted_on_one_line_until_the_answer_is_whole_and_open_by_a_click_all_along(
    make: MakeApp,
) -> None:
    async with make().run_test(size=(100, 50)) as pilot:
        await opened(pilot)
        await ask(pilot, "deux sources")
        assert "Sujet : Le salaire · j’en suis sûr (F7) · 2 sources (F6)" in picture(pilot)
        assert "•" not in picture(pilot)
        (answer,) = all_of(pilot, Answer)
        assert not [line for line in answer.lines(43) if line.content.plain.endswith(" 2")]
        rows = [line.content.plain for line in answer.lines(answer.content_size.width)]
        row = next(n for n, text in enumerate(rows) if "sources" in text)
        await pilot.click(answer, offset=(rows[row].index("sources"), row))
        await until(pilot, lambda: isinstance(pilot.app.screen, SourceScreen))
        await pilot.press("escape", "ctrl+e")
        await until(pilot, lambda: "• Une enquête (https://example.org/a)" in picture(pilot))
        assert "2 sources" not in picture(pilot)


async def test_the_name_of_a_part_is_never_parted_from_its_mark(make: MakeApp) -> None:
    async with make().run_test(size=(40, 12)) as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        (answer,) = all_of(pilot, Answer)
        for width in range(12, 60):
            rows = [line.content.plain.strip() for line in answer.lines(width)]
            assert not [row for row in rows if row.endswith(("▸", "Tout\u00a0:"))], width


async def test_small_talk_and_ignorance_bring_no_source(make: MakeApp) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await ask(pilot, "bonjour")
        await ask(pilot, "inconnu")
        assert answers(pilot) == ["Bonjour !", "Je ne sais pas."]
        assert not choices(pilot)


async def test_a_new_talk_forgets_what_was_said(make: MakeApp, door: Door) -> None:
    async with make().run_test() as pilot:
        await opened(pilot)
        await ask(pilot, "salaire")
        await pilot.press("ctrl+l")
        await until(pilot, lambda: not answers(pilot) and len(door.advisor.talks) == 2)
        await until(pilot, lambda: choices(pilot) == ["L’IA et le métier", "Le salaire"])
        await ask(pilot, "encore")
        assert door.talk.asked == ["encore"]
