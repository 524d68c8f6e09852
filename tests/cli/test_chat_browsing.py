"""What lies behind the talk, on lines: sources, reasons, the map, confidence, paths and their steps."""

import pytest
from calls import Call


def chat(call: Call, *lines: str, language: str = "fr", pack: tuple[str, ...] = ("--only",)) -> str:
    outcome = call("chat", *pack, "--lang", language, feed="\n".join(lines).encode() + b"\n")
    assert outcome.code == 0, outcome.err
    return outcome.out


def test_before_an_answer_there_is_nothing_behind_it(call: Call, small):
    said = chat(call, "/source", "/pourquoi")
    assert said.count("Il n’y a pas encore de réponse") == 2


def test_what_was_no_answer_is_said_to_have_no_source(call: Call, small):
    said = chat(call, "quelle heure est-il sur mars", "/source")
    assert "n’était pas une réponse de la base" in said
    assert "Il n’y a pas encore de réponse" not in said


def test_sources_and_reasons_follow_the_last_answer(call: Call, small):
    said = chat(call, "comment faire un cv réussi", "/sources", "pourquoi cette réponse")
    assert "usage courant du métier" in said
    assert "Les mots qui ont décidé : «" in said.replace("\u00a0", " ")
    assert "Ma confiance" in said


def test_steps_are_marked_and_paths_shown_by_name(call: Call, small):
    said = chat(call, "/done P1-1", "/paths P1", "/reopen p1-1", "/skip", "/known P1-7", "/paths", language="en")
    for part in (
        "P1-1, “The CV”: done. Path P1: 1 of 1, finished.",
        "P1-1 · The CV (6 h) [x] done",
        "P1-1, “The CV”: open. Path P1: 1 step",
        "Which step is it? Add its number, for example /skip P1-1.",
        "No step is called “P1-7”. The nearest is P1-1.",
        "One path in full: /paths P1",
    ):
        assert part.replace("1 step", "one step") in said, part


def test_several_steps_are_marked_at_once_and_one_that_is_not_there_has_a_sentence(call: Call, small):
    said = chat(call, "/fait P1-1, P9.7 P9.8", "fait P1-1, p1-1").replace("\u00a0", " ")
    assert said.count("P1-1, « Le CV » : faite.") == 2
    assert "Aucune étape ne s’appelle « P9.7 »." in said
    assert "Aucune étape ne s’appelle « P9.8 »." in said
    assert "P1-1, “The CV”: open." in chat(call, "reopen p1-1", language="en")


def test_a_path_that_is_not_there_has_the_nearest_one_named_and_lists_nothing(call: Call, small):
    said = chat(call, "parcours P99").replace("\u00a0", " ").replace("\u202f", " ")
    assert "Il n’y a pas de parcours « P99 » ; le plus proche est P1." in said
    said = chat(call, "/paths zzz", language="en")
    assert "There is no path “zzz”; /paths lists them." in said
    assert "Getting hired" not in said


def test_paths_are_advised_by_the_talk_or_by_three_numbers(call: Call, small):
    asked = chat(call, "/conseil").replace("\u00a0", " ").replace("\u202f", " ")
    assert "Où en êtes-vous ?\n1. Je débute" in asked
    assert "Répondez par trois nombres, 0 pour ne pas le dire : /conseil 1 1 5." in asked
    said = chat(call, "/conseil 1 1 2").replace("\u00a0", " ")
    assert "- Il mène à un poste." in said
    assert "6 h prennent environ 3 semaines" in said
    talked = chat(call, "comment faire un cv réussi", "/conseil").replace("\u00a0", " ")
    assert "Vous avez parlé de « Le CV »." in talked
    assert "Tu pars de rien." in chat(call, "/tu", "/conseil 1 1 2")
    assert "Où en es-tu" in chat(call, "/conseil 9 9 9")  # the form of address is kept for the next talk


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_map_and_the_curve_of_the_built_in_knowledge(call: Call, built_in, language: str):
    said = chat(call, "/carte", "/map a38", "/carte Z", "/confiance", language=language, pack=())
    for id in ("A1. ", "A20. ", "A44. "):
        assert id in said
    assert {"fr": "- Le taux d’engagement", "en": "- Engagement rate"}[language] in said
    assert {"fr": "/carte les montre toutes", "en": "/map shows them all"}[language] in said
    assert {"fr": "jamais apprises", "en": "never learnt from"}[language] in said
    assert "█" not in said
    assert "{" not in said
    assert "**" not in said
