"""Who says that the last reply wasn't it, takes a choice and says more, or thanks before asking, is understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.advice.advisor import Advisor
from advisor.talk.choosing import choice_in
from advisor.talk.conversation import Conversation
from advisor.talk.correcting import meant_instead
from advisor.talk.moves import MoveReader

SPOKEN_OF = {"portfolio", "roi", "salaire", "image", "reputation", "job", "ads", "entretien"}


@pytest.fixture
def moves(advisor: Advisor) -> MoveReader:
    return MoveReader(advisor.index.expressions)


@pytest.fixture
def talk(advisor: Advisor) -> Conversation:
    return advisor.conversation()


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        ("non pas le roi ! le tarif", "le tarif"),
        ("no i mean is 200 a month ok for that client", "is 200 a month ok for that client"),
        ("non je parle de la stratégie demandée, pas du portfolio", "la stratégie demandée,"),
        ("mais non pas un entretien, la crise en cours", "la crise en cours"),
        ("translation? no. i mean will they refuse me", "will they refuse me"),
        ("no not my image, the brand's", "the brand's"),
        ("je parle pas de ça, je parle du contrat", "je parle du contrat"),
        ("pas ça, le contrat de travail", "le contrat de travail"),
        ("j'ai pas dit que j'étais découragée ! le CPF alors", "le CPF alors"),
        # none of these says that the last reply wasn't it
        ("pas mal, et les tarifs ?", ""),
        ("non merci, et les tarifs ?", ""),
        ("non", ""),
        ("non pas ça", ""),
        ("non pas encore, je fais comment ?", ""),
        ("j'ai rien, pas de portfolio, je fais comment ?", ""),
        ("non je cherche un emploi pas freelance", "je cherche un emploi pas freelance"),
        ("salon de coiffure, pas le salaire ! le budget pub", "salon de coiffure, le budget pub"),
        ("i got a no, not my first. what do i do", ""),
        ("", ""),
    ],
)
def test_what_is_meant_instead_is_told_from_what_is_not(moves: MoveReader, message: str, meant: str):
    assert meant_instead(message, moves, SPOKEN_OF) == meant


@given(st.text(max_size=200))
def test_what_is_meant_is_in_the_message(advisor: Advisor, message: str):
    moves = MoveReader(advisor.index.expressions)
    squeezed = "".join(message.split())
    for clause in meant_instead(message, moves, SPOKEN_OF).split():
        assert clause in squeezed


def test_who_names_what_is_not_meant_is_answered_with_the_rest(talk: Conversation):
    assert talk.ask("comment calculer le ROI ?").topic == "roi-definition"
    reply = talk.ask("non pas le roi ! mes tarifs de freelance")
    assert reply.topic == "freelance-rates"
    assert reply.question == "non pas le roi ! mes tarifs de freelance"


def test_what_was_denied_is_not_what_the_talk_is_about(talk: Conversation):
    talk.ask("Comment fixer mes tarifs en freelance ?")
    talk.ask("combien gagne un community manager ?")
    reply = talk.ask("no i mean is 200 a month ok for that client")
    assert reply.topic != "salary"


@pytest.mark.parametrize(
    ("message", "taken"),
    [
        ("the second. and is there really a future for them", (1, "and is there really a future for them")),
        ("2. how many months before i can apply", (1, "how many months before i can apply")),
        ("oui, la 3, changer de métier", (2, "changer de métier")),
        ("le dernier. et après ?", (2, "et après ?")),
        ("sorry, the first thing matters more. 2", (1, "the first thing matters more.")),
        ("3 and also i have no client", (2, "and also i have no client")),
        ("3 mais plutôt pour un profil timide", (2, "mais plutot pour un profil timide")),
        ("1 please", (0, "")),
        ("3 stp", (2, "")),
        ("ok 1", (0, "")),
        ("Et le blog ?", (1, "")),
        ("1", (None, "")),  # a move
        ("la 4, c'est long ?", (None, "")),  # three are offered
        ("3 ans d'expérience, c'est assez ?", (None, "")),
        ("2 questions, la première sur le cv", (None, "")),
        ("première question, comment faire un cv", (None, "")),
        ("", (None, "")),
    ],
)
def test_a_choice_and_more_are_told_apart(moves: MoveReader, message: str, taken: tuple[int | None, str]):
    assert choice_in(message, moves, ["Et le CV ?", "Et le blog ?", "Et après ?"]) == taken


@pytest.mark.parametrize("message", ["ok 2", "2 please", "2 merci"])
def test_a_number_with_a_courtesy_takes_the_choice(talk: Conversation, message: str):
    choices = talk.ask("blog")
    assert talk.ask(message).topic == choices.offered[1]


def test_a_question_that_is_offered_opens_what_it_is_offered_for(talk: Conversation):
    first = talk.ask("Comment fixer mes tarifs en freelance ?")
    for question, topic in zip(first.follow_ups, first.offered, strict=True):
        assert talk.ask(question).topic == topic
        talk.ask("Comment fixer mes tarifs en freelance ?")


def test_who_takes_a_choice_and_asks_gets_that_topic_and_the_part(talk: Conversation):
    choices = talk.ask("blog")
    assert choices.kind == "choices"
    reply = talk.ask("2. combien de temps ça prend")
    assert reply.topic == choices.offered[1]
    assert [one.part for one in reply.passages if one.asked] == ["time"]
    assert reply.sureness == "sure"


@pytest.mark.parametrize(
    ("question", "message", "topic"),
    [
        ("Le CPF, c'est quoi pour se former ?", "ok merci. mais faut-il un diplôme pour ce métier ou non", "no-degree"),
        ("What is a community manager?", "thanks! and what do they pay in this job?", "salary"),
    ],
)
def test_thanks_before_a_question_are_passed_over(talk: Conversation, question: str, message: str, topic: str):
    talk.ask(question)
    assert talk.ask(message).topic == topic


def test_thanks_alone_are_thanks(talk: Conversation):
    talk.ask("What is a community manager?")
    assert talk.ask("thanks a lot, you were kind").topic == "thanks"


def test_a_refusal_is_remembered_by_what_goes_on_about_it(talk: Conversation):
    first = talk.ask("j'ai posté la photo d'une cliente sans son accord, elle menace de porter plainte")
    assert first.neighbourhood == "content-law"
    reply = talk.ask("et elle avait dit oui à l'oral pourtant")
    assert (reply.kind, reply.neighbourhood) == ("unknown", "content-law")
    assert reply.text != first.text
    assert reply.text.startswith("Là non plus")
