"""Who says that the last reply wasn't it, takes a choice and says more, or thanks before asking, is understood."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.advice.advisor import Advisor
from advisor.reply import Reply
from advisor.talk.choosing import choice_in
from advisor.talk.conversation import Conversation
from advisor.talk.correcting import meant_instead
from advisor.talk.moves import MoveReader
from advisor.text.fold import tokens

SPOKEN_OF = {"portfolio", "roi", "salaire", "image", "reputation", "job", "ads", "entretien", "decouragee"}
OFFERS = Reply(
    "q",
    "fr",
    "choices",
    "",
    follow_ups=("Et le CV ?", "Et le blog ?", "Et après ?"),
    offered=("cv", "blog", "next-positions"),
)


TITLES = ("Le CV", "Tenir un blog", "Les postes qui suivent")


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
        ("no\ti\tmean the contract with her", "the contract with her"),
        ("non je veux dire:le contrat en cours", "le contrat en cours"),
        ("non je parle de la stratégie demandée, pas du portfolio", "la stratégie demandée,"),
        ("mais non pas un entretien, la crise en cours", "la crise en cours"),
        ("translation? no. i mean will they refuse me", "will they refuse me"),
        ("no not my image, the brand's", "the brand's"),
        ("je parle pas de ça, je parle du contrat", "je parle du contrat"),
        ("pas ça, le contrat de travail", "le contrat de travail"),
        ("j'ai pas dit que j'étais découragée ! le CPF alors", "le CPF alors"),
        ("salon de coiffure, pas le salaire ! le budget pub", "salon de coiffure, le budget pub"),
        ("non je parle d'un poste fixe pas du salaire", "poste fixe"),
        (
            "non je veux dire j'ai pas de portfolio encore, je fais comment",
            "j'ai pas de portfolio encore, je fais comment",
        ),
        # none of these says that the last reply wasn't it
        ("pas mal, et les tarifs ?", ""),
        ("non merci, et les tarifs ?", ""),
        ("non", ""),
        ("non pas ça", ""),
        ("non pas encore, je fais comment ?", ""),
        ("not really, can you give me an example of it", ""),
        ("no one answers my emails, what do i do", ""),
        ("j'ai rien, pas de portfolio, je fais comment ?", ""),
        ("i got a no, not my first. what do i do", ""),
        ("i just asked my boss, what now", ""),
        ("it's not about money, they refuse to talk", ""),
        ("je demande juste 200 euros de plus, c'est trop ?", ""),
        ("", ""),
    ],
)
def test_what_is_meant_instead_is_told_from_what_is_not(moves: MoveReader, message: str, meant: str):
    assert meant_instead(message, moves, SPOKEN_OF) == (meant, bool(meant))


WORDS = [
    "non",
    "no",
    "pas",
    "not",
    "je parle de",
    "i mean",
    "le roi",
    "portfolio",
    "j'ai",
    "the job",
    "?",
    ",",
    ".",
    "!",
    "\t",
    "cv",
]


@given(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join))
def test_what_is_meant_is_in_the_message(advisor: Advisor, message: str):
    moves = MoveReader(advisor.index.expressions)
    said = tokens(message)
    for meant in (meant_instead(message, moves, SPOKEN_OF)[0], choice_in(message, moves, OFFERS, TITLES)[1]):
        rest = iter(said)
        assert all(word in rest for word in tokens(meant))  # in the same order


def test_a_mere_no_turns_down_only_where_something_else_is_surely_asked(talk: Conversation):
    assert talk.ask("Comment faire un portfolio ?").topic == "portfolio"
    assert "portfolio" in (
        *talk.ask("no, i have no client at all so what do i put in it").offered,
        talk._subjects.topic,
    )
    talk.ask("Comment faire un portfolio ?")
    assert talk.ask("no, how much does a community manager earn in France").topic == "salary"


def test_several_questions_behind_a_correction_are_all_answered(talk: Conversation):
    talk.ask("Comment faire un portfolio ?")
    reply = talk.ask("not that. what is a community manager? what is a good engagement rate?")
    assert {reply.topic, *reply.also} == {"role-definition", "engagement-rate"}


def test_a_talk_that_is_taken_up_again_remembers_what_was_turned_down(talk: Conversation, advisor: Advisor):
    replies = [
        talk.ask("Comment faire un portfolio ?"),
        talk.ask("non, pas le portfolio, ma recette de tarte aux pommes"),
    ]
    again = advisor.conversation()
    again.resume(replies)
    assert again.ask("et combien de temps ?").topic == talk.ask("et combien de temps ?").topic != "portfolio"


def test_who_names_what_is_not_meant_is_answered_with_the_rest(talk: Conversation):
    assert talk.ask("comment calculer le ROI ?").topic == "roi-definition"
    reply = talk.ask("non pas le roi ! mes tarifs de freelance")
    assert reply.topic == "freelance-rates"
    assert reply.question == "non pas le roi ! mes tarifs de freelance"


def test_what_was_denied_is_not_what_the_talk_is_about(talk: Conversation):
    talk.ask("Comment fixer mes tarifs en freelance ?")
    talk.ask("combien gagne un community manager ?")
    reply = talk.ask("no i mean is 200 a month ok for that client")
    assert reply.topic in ("freelance-rates", "freelance-clients")


@pytest.mark.parametrize(
    ("message", "taken"),
    [
        ("the second. and is there really a future for them", ("blog", "and is there really a future for them")),
        ("2. how many months before i can apply", ("blog", "how many months before i can apply")),
        ("oui, la 3, changer de métier", ("next-positions", "changer de métier")),
        ("le dernier. et après ?", ("next-positions", "et après ?")),
        ("sorry, the first thing matters more. 2", ("blog", "the first thing matters more.")),
        ("3 and also i have no client", ("next-positions", "and also i have no client")),
        ("3 mais plutôt pour un profil timide", ("next-positions", "mais plutot pour un profil timide")),
        ("1 please", ("cv", "")),
        ("2, stp", ("blog", "")),
        ("merci, 2", ("blog", "")),
        ("ok 1", ("cv", "")),
        ("Et le blog ?", ("blog", "")),
        ("le blog de voyage, sans rien payer", ("", "")),
        ("tenir, sans rien payer si possible", ("blog", "sans rien payer si possible")),
        ("les postes", ("next-positions", "")),
        ("un", ("", "")),
        ("1", ("", "")),  # a move
        ("la 4, c'est long ?", ("", "")),  # three are offered
        ("3 ans d'expérience, c'est assez ?", ("", "")),
        ("2 questions, la première sur le cv", ("", "")),
        ("première question, comment faire un cv", ("", "")),
        ("", ("", "")),
    ],
)
def test_a_choice_and_more_are_told_apart(moves: MoveReader, message: str, taken: tuple[str, str]):
    assert choice_in(message, moves, OFFERS, TITLES) == taken


@pytest.mark.parametrize(
    "message",
    [
        "3 pour cent c'est bien ?",
        "first what do i wear",
        "i had two interviews, the second",
        "3 is enough?",
        "1 if i have no time",
        "2 donc pas plus ?",
        "2 and a half years of experience, is that enough",
        "combien de posts par semaine je fais ? 3",
        "les postes",
    ],
)
def test_behind_an_answer_a_number_counts_something(moves: MoveReader, message: str):
    assert choice_in(message, moves, replace(OFFERS, kind="answer"), TITLES) == ("", "")


def test_a_choice_taken_behind_a_remark_and_then_turned_down_leaves_the_others(talk: Conversation):
    choices = talk.ask("blog")
    talk.ask("tu te répètes")
    assert talk.ask("2. combien de temps ça prend").topic == choices.offered[1]
    others = {talk.ask("pas ça").topic for _ in choices.offered[1:]}
    assert others == set(choices.offered) - {choices.offered[1]}


def test_behind_choices_a_bare_call_for_a_part_gets_that_part_of_the_first(talk: Conversation):
    choices = talk.ask("blog")
    reply = talk.ask("combien de temps ?")
    assert reply.topic == choices.offered[0]
    assert [one.part for one in reply.passages if one.asked] == ["time"]


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
        (
            "Combien gagne un CM débutant ?",
            "super merci beaucoup, et pour la formation le cpf peut payer ?",
            "keep-training",
        ),
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


def test_a_refusal_says_nothing_of_another_matter(talk: Conversation):
    talk.ask("j'ai posté la photo d'une cliente sans son accord, elle menace de porter plainte")
    assert talk.ask("et ma recette de cuisine ?").neighbourhood != "content-law"
