"""Conversations over the built-in knowledge: what follows from what was said before."""

from dataclasses import replace

import pytest

from advisor.advice.advisor import Advisor
from advisor.model import Language, Part
from advisor.talk.conversation import Conversation


@pytest.fixture
def talk(advisor: Advisor) -> Conversation:
    return advisor.conversation()


def test_a_question_is_answered_with_its_source(talk: Conversation):
    reply = talk.ask("Comment faire un CV de community manager ?")
    assert (reply.kind, reply.topic, reply.language) == ("answer", "cv", "fr")
    assert reply.sources
    assert reply.passages[0].part == "point"
    assert reply.text.startswith(reply.passages[0].text)
    assert 2 <= len(reply.follow_ups) <= 4
    assert reply.alternatives[0].topic == "cv"


@pytest.mark.parametrize("spoken", ["fr", "en"])
@pytest.mark.parametrize(
    ("word", "languages", "topic"),
    [
        ("salary", {"fr": "fr", "en": "en"}, "salary"),
        ("portfolio", {"fr": "fr", "en": "en"}, "portfolio"),
        ("KPI", {"fr": "fr", "en": "en"}, "which-kpis"),
    ],
)
def test_a_word_is_answered_in_its_language_and_in_that_of_the_person_where_both_write_it(
    advisor: Advisor, spoken: Language, word: str, languages: dict[str, str], topic: str
):
    reply = advisor.conversation(first_language=spoken).ask(word)
    assert (reply.language, reply.kind, reply.topic) == (languages[spoken], "answer", topic)


@pytest.mark.parametrize("word", ["burnout", "burn-out", "burn out"])
@pytest.mark.parametrize(("spoken", "number"), [("fr", "3114"), ("en", "988")])
def test_a_word_of_distress_that_both_languages_write_is_met_in_that_of_the_person(
    advisor: Advisor, spoken: Language, word: str, number: str
):
    reply = advisor.conversation(first_language=spoken).ask(word)
    assert reply.language == spoken
    assert number in reply.text


def test_a_follow_up_stays_on_its_topic_and_picks_the_part(talk: Conversation):
    talk.ask("Je veux ouvrir un blog, je commence par quoi ?")
    reply = talk.ask("et combien de temps ?")
    assert reply.topic == "start-blog"
    assert [passage.part for passage in reply.passages if passage.asked] == ["time"]
    assert "Que faire" not in reply.text
    reply = talk.ask("et c'est cher ?")
    assert reply.topic == "start-blog"
    assert [passage.part for passage in reply.passages if passage.asked] == ["money"]


@pytest.mark.parametrize(
    ("opening", "follow_up", "part"),
    [
        ("What is a good engagement rate?", "can you give me an example?", "example"),
        ("How do I prepare for a job interview?", "what mistakes should I avoid?", "mistakes"),
        ("Comment négocier mon salaire ?", "pourquoi ?", "detail"),
        ("Comment trouver mes premiers clients en freelance ?", "concrètement je fais quoi ?", "steps"),
    ],
)
def test_each_part_can_be_asked_for(talk: Conversation, opening: str, follow_up: str, part: str):
    first = talk.ask(opening)
    reply = talk.ask(follow_up)
    assert reply.topic == first.topic
    assert [passage.part for passage in reply.passages if passage.asked] == [part]


PARTS_ASKED: list[tuple[Language, Part, str]] = [
    ("fr", "money", "et ça coûte combien ?"),
    ("fr", "money", "et le coût ?"),
    ("fr", "money", "ça coute cher ?"),
    ("fr", "time", "combien de temps ça prend ?"),
    ("fr", "time", "et c'est long ?"),
    ("fr", "example", "un exemple ?"),
    ("fr", "steps", "quelles sont les étapes ?"),
    ("fr", "steps", "et concrètement, je fais quoi ?"),
    ("fr", "detail", "pourquoi ?"),
    ("fr", "detail", "et la source ?"),
    ("fr", "mistakes", "quelles erreurs éviter ?"),
    ("fr", "next", "et ensuite ?"),
    ("en", "money", "what does it cost?"),
    ("en", "money", "and the cost?"),
    ("en", "money", "how much does it cost?"),
    ("en", "time", "how long does it take?"),
    ("en", "example", "can you give me an example?"),
    ("en", "steps", "what are the steps?"),
    ("en", "detail", "why?"),
    ("en", "detail", "what's the source?"),
    ("en", "mistakes", "what mistakes should I avoid?"),
    ("en", "next", "what next?"),
]


@pytest.mark.parametrize(("language", "part", "message"), PARTS_ASKED)
def test_a_part_is_asked_for_in_plain_words_behind_any_topic(
    advisor: Advisor, language: Language, part: Part, message: str
):
    missed = []
    for topic in advisor.topics():
        talk = advisor.conversation(first_language=language)
        held = {passage.part for passage in talk.choose(topic.id).passages}
        reply = talk.ask(message)
        got = [passage.part for passage in reply.passages if passage.asked]
        if part in held and (reply.topic, got) != (topic.id, [part]):
            missed.append((topic.id, reply.kind, reply.topic, got))
    assert not missed


def test_what_a_topic_is_about_is_no_part_of_it(talk: Conversation):
    talk.choose("cost-metrics")
    reply = talk.ask("et le coût par clic, on le calcule comment ?")
    assert reply.topic == "cost-metrics"
    assert [passage.part for passage in reply.passages if passage.asked] != ["money"]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("opening", [[], ["thanks"], ["answer"], ["answer", "thanks"]])
def test_what_is_acknowledged_is_not_taken_for_a_question_or_a_yes(
    advisor: Advisor, language: Language, opening: list[str]
):
    words = {
        "fr": ["ok", "d'accord", "ça marche", "top", "super", "great", "cool", "très bien", "je vois", "c'est noté"],
        "en": ["ok", "okay", "great", "super", "cool", "got it", "I see", "sounds good", "makes sense", "noted"],
    }
    for word in words[language]:
        talk = advisor.conversation(first_language=language)
        for said in opening:
            if said == "answer":
                talk.choose("portfolio")
            else:
                talk.ask({"fr": "merci", "en": "thanks"}[language])
        reply = talk.ask(word)
        assert (reply.kind, reply.neighbourhood, reply.offered, reply.passages) == ("unknown", None, (), ()), word
        assert reply.text.startswith({"fr": "Très bien.", "en": "Good."}[reply.language]), word
        assert not opening or reply.language == language


def test_a_yes_takes_what_was_offered(talk: Conversation):
    first = talk.choose("portfolio")
    assert talk.ask("oui").topic == first.offered[0]


def test_an_ok_behind_choices_takes_the_first(talk: Conversation):
    choices = talk.ask("blog")
    assert choices.kind == "choices"
    assert talk.ask("d'accord").topic == choices.offered[0]


def test_a_no_behind_small_talk_is_no_question(talk: Conversation):
    talk.ask("merci")
    assert talk.ask("non").text.startswith("D’accord.")


@pytest.mark.parametrize(
    ("spoken", "word"),
    [("fr", "carte"), ("fr", "avis"), ("fr", "télétravail"), ("en", "map"), ("en", "opinion"), ("en", "job")],
)
def test_a_lone_word_is_not_refused_for_a_reason_that_it_does_not_name(advisor: Advisor, spoken: Language, word: str):
    reply = advisor.conversation(first_language=spoken).ask(word)
    assert reply.sureness != "sure"
    assert reply.neighbourhood is None


@pytest.mark.parametrize(
    ("spoken", "word", "reason"), [("fr", "impôts", "tax-contributions"), ("en", "taxes", "tax-contributions")]
)
def test_a_lone_word_that_names_a_neighbourhood_is_refused_for_it(
    advisor: Advisor, spoken: Language, word: str, reason: str
):
    assert advisor.conversation(first_language=spoken).ask(word).neighbourhood == reason


@pytest.mark.parametrize(
    ("spoken", "word", "topic"),
    [
        ("fr", "stage", "internship-to-job"),
        ("fr", "prix", "freelance-rates"),
        ("fr", "seul", "freelance-worth"),
        ("fr", "diplôme", "no-degree"),
        ("fr", "motivation", "persevere"),
        ("en", "training", "keep-training"),
        ("en", "alone", "freelance-worth"),
        ("en", "motivation", "persevere"),
    ],
)
def test_a_lone_word_is_answered_or_gets_choices(advisor: Advisor, spoken: Language, word: str, topic: str):
    reply = advisor.conversation(first_language=spoken).ask(word)
    assert topic in {reply.topic, *(reply.offered if reply.kind == "choices" else ())}


def test_the_rarer_of_two_words_does_not_decide_alone(advisor: Advisor):
    assert advisor.conversation(first_language="en").ask("creative cv").topic != "why-metrics"
    assert advisor.conversation().ask("avis négatifs").kind != "answer"


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("comment je peux me faire connaitre en partant de rien", "show-specialty"),
        ("comment trouver un mentor ?", "how-to-network"),
        ("how do I find a mentor?", "how-to-network"),
        ("comment devenir mentor ?", "share-passion"),
    ],
)
def test_everyday_words_find_their_topic(talk: Conversation, question: str, topic: str):
    assert talk.ask(question).topic == topic


def test_a_new_subject_is_not_dragged_to_the_old_one(talk: Conversation):
    talk.ask("Comment faire un CV de community manager ?")
    assert talk.ask("Quel tarif journalier demander en freelance ?").topic == "freelance-rates"
    assert talk.ask("autre chose : c'est quoi le taux d'engagement ?").topic == "engagement-rate"


def test_a_follow_up_far_off_the_map_is_refused(talk: Conversation):
    talk.ask("Comment calculer le taux d'engagement ?")
    assert talk.ask("Quelle est la capitale de la Mongolie ?").kind == "unknown"


def test_a_return_to_an_earlier_subject_is_announced_at_the_opening(talk: Conversation):
    talk.ask("How do I set my freelance rates?")
    talk.ask("How do I stand out as a freelance?")
    assert talk.ask("ok, back to my rates: is there a formula?").topic == "freelance-rates"
    talk.ask("How do I stand out as a freelance?")
    assert talk.ask("should I give it up and go back to a salaried job?").topic != "freelance-rates"


@pytest.mark.parametrize(
    ("opening", "follow_up", "topic"),
    [
        ("Faut-il tenir un blog ?", "bon, j'en ouvre un comment ?", "start-blog"),
        ("Which KPIs should I follow?", "but with which tool?", "analytics-tools"),
        ("Comment me lancer en freelance ?", "combien je demande ?", "freelance-rates"),
        ("Where do I find my first freelance clients?", "and what do I charge them?", "freelance-rates"),
    ],
)
def test_few_words_lead_on_from_the_subject(talk: Conversation, opening: str, follow_up: str, topic: str):
    assert talk.ask(opening).topic != topic
    assert talk.ask(follow_up).topic == topic


def test_what_a_person_said_of_themselves_is_remembered(talk: Conversation):
    talk.ask("Je suis timide, comment me constituer un réseau ?")
    reply = talk.ask("Comment préparer un entretien d'embauche ?")
    assert any("timide" in passage.heading for passage in reply.passages)


def test_not_that_behind_several_answers_offers_neither_again(talk: Conversation):
    both = talk.ask("Comment faire un CV de CM ? Quel tarif journalier demander en freelance ?")
    assert (both.topic, both.also) == ("cv", ("freelance-rates",))
    assert talk.ask("non, pas ça").topic not in {"cv", "freelance-rates"}


def test_words_are_shown_as_typed_behind_an_announcement_too(talk: Conversation):
    talk.ask("Comment calculer le taux d'engagement ?")
    reply = talk.ask("Autre chose : comment négocier ma rémunération ?")
    assert reply.topic == "salary"
    assert "rémunération" in reply.because


def test_a_refusal_may_bring_what_was_meant(talk: Conversation):
    talk.ask("Comment calculer le taux d'engagement ?")
    assert talk.ask("non, pas ça, je voulais parler de mon tarif en freelance").topic == "freelance-rates"


def test_not_that_gives_the_next_best(talk: Conversation):
    first = talk.ask("Comment faire un CV de community manager ?")
    offered = [one.topic for one in first.alternatives]
    second = talk.ask("non, pas ça")
    assert second.topic != first.topic
    assert second.topic in offered
    third = talk.reject()
    assert third.topic not in (first.topic, second.topic)


@pytest.mark.parametrize("then", ["et ça coûte combien ?", "pas ça", "la deuxième", "et pour un junior ?", "la suite"])
def test_a_talk_that_is_taken_up_again_goes_on_as_it_would_have(advisor: Advisor, talk: Conversation, then: str):
    before = [talk.ask(question) for question in ("je suis timide", "comment faire un bon portfolio ?", "un exemple ?")]
    again = advisor.conversation()
    again.resume(before)
    assert again.ask(then) == talk.ask(then)


def test_what_was_turned_down_before_a_talk_was_left_is_not_offered_again(advisor: Advisor, talk: Conversation):
    before = [talk.ask("Comment faire un CV de community manager ?"), talk.ask("pas ça")]
    again = advisor.conversation()
    again.resume(before)
    assert again.ask("pas ça encore").topic not in {one.topic for one in before}


def test_a_topic_that_the_base_no_longer_has_is_passed_over(advisor: Advisor, talk: Conversation):
    kept = talk.ask("comment faire un bon portfolio ?")
    gone = replace(kept, topic="no-such-topic", offered=("no-such-topic",))
    again = advisor.conversation()
    again.resume([kept, gone, replace(kept, offered=("no-such-topic",))])
    assert again.ask("la première").kind == "unknown"
    again.resume([kept, gone])
    assert again.ask("un exemple ?").topic == kept.topic


def test_not_that_before_any_answer_says_so(talk: Conversation):
    assert talk.reject().kind == "unknown"


def test_choices_are_taken_by_their_place(talk: Conversation):
    reply = talk.ask("blog")
    assert reply.kind == "choices"
    assert 2 <= len(reply.offered) <= 4
    assert talk.ask("la deuxième").topic == reply.offered[1]


def test_small_talk_is_answered_and_does_not_change_the_subject(talk: Conversation):
    assert talk.ask("bonjour").topic == "greeting"
    talk.ask("Comment faire un portfolio ?")
    assert talk.ask("merci !").kind == "small_talk"
    assert talk.ask("et combien de temps ?").topic == "portfolio"


def test_a_neighbourhood_says_why_it_stays_out_and_where_to_ask(talk: Conversation):
    reply = talk.ask("Combien gagne une infirmière ?")
    assert reply.kind == "unknown"
    assert reply.neighbourhood == "other-jobs"
    assert len(reply.text.split("\n\n")) >= 3
    assert reply.alternatives


def test_an_unknown_question_names_the_nearest_things_known(talk: Conversation):
    reply = talk.ask("Quelle est la recette du tajine ?")
    assert reply.kind == "unknown"
    assert "Je ne sais pas" in reply.text


def test_the_reply_follows_the_language_of_each_question(talk: Conversation):
    assert talk.ask("Comment faire un CV ?").language == "fr"
    assert talk.ask("How do I start a blog?").language == "en"
    assert talk.ask("ok").language == "en"


def test_a_fixed_language_answers_in_it_whatever_is_asked(advisor: Advisor):
    talk = advisor.conversation("en")
    reply = talk.ask("Comment faire un CV de community manager ?")
    assert (reply.topic, reply.language) == ("cv", "en")


def test_tu_is_said_only_where_it_was_chosen(advisor: Advisor):
    formal = advisor.conversation("fr").ask("Comment faire un CV ?").text
    familiar = advisor.conversation("fr", "tu").ask("Comment faire un CV ?").text
    assert "Faites" in formal
    assert "Fais" in familiar
    assert "{" not in formal + familiar


def test_what_differs_for_a_person_is_shown_when_the_question_says_so(talk: Conversation):
    plain = talk.ask("Comment faire un CV de community manager ?")
    beginner = talk.ask("Comment faire un CV de community manager quand on débute, sans expérience ?")
    assert beginner.topic == plain.topic == "cv"
    assert len(beginner.passages) == len(plain.passages) + 1


@pytest.mark.parametrize("message", ["j'ai envie d'en finir", "I want to kill myself, no one hires me"])
def test_someone_in_danger_is_pointed_to_people(talk: Conversation, message: str):
    text = talk.ask(message).text
    assert any(number in text for number in ("3114", "116 123", "116\u202f123"))


def test_someone_in_distress_is_answered_and_pointed_to_people(talk: Conversation):
    reply = talk.ask("Je suis à bout, six mois de refus, je veux tout arrêter de chercher du travail")
    assert reply.care
    assert reply.text.startswith(reply.care)


def test_two_questions_in_one_message_are_both_answered_in_order(talk: Conversation):
    reply = talk.ask("Combien gagne un CM débutant ? Et comment faire un bon CV ?")
    assert [one.topic for one in reply.alternatives[:2]] == ["salary", "cv"]
    assert reply.topic == "salary"
    assert reply.text.index("### Le salaire") < reply.text.index("### Le CV")
    assert {source.id for source in reply.sources} >= {"JCM24", "PDME"}


def test_a_story_that_ends_with_a_question_is_one_question(talk: Conversation):
    reply = talk.ask(
        "J'ai 30 ans et je débute. Comment faire un CV de community manager quand on n'a rien à y mettre ?"
    )
    assert reply.topic == "cv"
    assert "###" not in reply.text


def test_what_decided_is_named_as_it_was_typed(talk: Conversation):
    assert "rémunération" in talk.ask("Comment négocier ma rémunération à l'embauche ?").because


@pytest.mark.parametrize(
    ("question", "decided"),
    [
        ("comment faire un cv", ("cv",)),
        ("how do I set my rates", ("rates",)),
        ("what does a community manager do", ("community", "what", "manager")),
    ],
)
def test_words_that_everybody_writes_are_named_only_where_no_other_decided(
    talk: Conversation, question: str, decided: tuple[str, ...]
):
    assert set(talk.ask(question).because) == set(decided)


def test_choosing_a_topic_that_does_not_exist_raises(talk: Conversation):
    with pytest.raises(KeyError):
        talk.choose("nothing-of-the-kind")


def test_what_is_named_is_come_back_to_though_it_was_turned_down(talk: Conversation):
    talk.ask("comment calculer le taux d'engagement ?")
    talk.ask("non, pas ça")
    talk.ask("comment faire un bon portfolio ?")
    talk.ask("quel salaire pour un community manager débutant ?")
    assert talk.ask("Revenons au taux d'engagement : comment on le calcule ?").topic == "engagement-rate"


def test_what_to_avoid_alone_answers_no_follow_up(talk: Conversation):
    talk.ask("comment écrire à un recruteur ?")
    reply = talk.ask("Et si personne ne répond, je relance quand ?")
    assert reply.topic == "contact-recruiter"
    assert [passage.part for passage in reply.passages if passage.asked] != ["mistakes"]


@pytest.mark.parametrize("message", ["bof", "jsp", "je sais pas trop", "on verra", "dunno", "maybe", "not sure"])
def test_who_does_not_know_gets_a_short_word_and_no_answer_again(advisor: Advisor, message: str):
    conversation = advisor.conversation(first_language="fr")
    answer = conversation.ask("comment faire un cv de community manager ?")
    reply = conversation.ask(message)
    assert (reply.topic, answer.topic) == (None, "cv")
    assert reply.text.startswith("Rien ne presse.")


def test_with_a_question_mark_what_would_acknowledge_asks(talk: Conversation):
    talk.ask("comment calculer le taux d'engagement ?")
    assert talk.ask("c'est bien").text.startswith("Très bien.")
    assert not talk.ask("c'est bien ?").text.startswith("Très bien.")


@pytest.mark.parametrize("message", ["trop long", "plus court", "shorter please", "can you repeat that"])
def test_who_finds_it_long_gets_the_point(advisor: Advisor, message: str):
    conversation = advisor.conversation(first_language="fr")
    conversation.ask("comment faire un cv de community manager ?")
    reply = conversation.ask(message)
    assert reply.topic == "cv"
    assert [passage.part for passage in reply.passages if passage.asked] == ["point"]


def test_behind_a_choice_that_was_not_it_the_others_that_were_offered_come_next(talk: Conversation):
    choices = talk.ask("blog")
    assert choices.kind == "choices"
    talk.ask("la première")
    others = [talk.ask("non, pas ça").topic for _ in choices.offered[1:]]
    assert sorted(others) == sorted(choices.offered[1:])


def test_who_is_in_distress_is_told_no_reason_of_a_neighbourhood(talk: Conversation):
    reply = talk.ask("personne m'aime")
    assert reply.care
    assert reply.neighbourhood is None


@pytest.mark.parametrize("message", ["ok merci bcp", "ok merci", "merci"])
def test_one_borrowed_word_does_not_change_the_language(advisor: Advisor, message: str):
    conversation = advisor.conversation(first_language="fr")
    conversation.ask("comment faire un cv de community manager ?")
    assert conversation.ask(message).language == "fr"


def test_of_two_questions_the_one_without_an_answer_is_not_passed_over(talk: Conversation):
    reply = talk.ask("Combien gagne un CM ? Comment aller à Mars en fusée ?")
    assert reply.topic == "salary"
    assert "### Comment aller à Mars en fusée ?\n\nJe ne sais pas répondre à cela." in reply.text
    reply = talk.ask("Comment aller à Mars en fusée ? Combien gagne un CM ?")
    assert reply.topic == "salary"
    assert reply.text.index("fusée") < reply.text.index("### Le salaire")


@pytest.mark.parametrize(
    ("message", "topics"),
    [
        ("How do I write a CV and what does a community manager earn?", ("cv", "salary")),
        ("Comment faire un CV de community manager et combien gagne un community manager ?", ("cv", "salary")),
        ("Combien gagne un community manager. Comment calculer le taux d'engagement", ("salary", "engagement-rate")),
    ],
)
def test_questions_joined_by_and_are_both_answered(talk: Conversation, message: str, topics: tuple[str, ...]):
    reply = talk.ask(message)
    assert (reply.topic, *reply.also) == topics


def test_one_question_with_an_and_is_one_question(talk: Conversation):
    reply = talk.ask("How do I write a CV and what should I put in it?")
    assert (reply.topic, reply.also) == ("cv", ())


def test_what_was_interrupted_is_come_back_to(talk: Conversation):
    talk.ask("comment trouver mes premiers clients en freelance ?")
    rates = talk.ask("combien facturer une journée en freelance ?")
    assert talk.ask("et la recette des crêpes ?").kind == "unknown"
    assert talk.ask("revenons à ce que je disais").topic == rates.topic


def test_the_last_topic_can_be_come_back_to_by_its_name(talk: Conversation):
    talk.ask("how do I find my first freelance clients?")
    rates = talk.ask("what day rate should I charge as a freelancer?")
    assert talk.ask("let's go back to my freelance rates").topic == rates.topic


@pytest.mark.parametrize("message", ["the second one", "not that"])
def test_a_move_in_the_other_language_changes_the_language(talk: Conversation, message: str):
    assert talk.ask("blog").language == "fr"
    assert talk.ask(message).language == "en"
