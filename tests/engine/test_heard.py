"""What people say in a talk that is no question of the map: despair, news, complaints, sources, a step by its number."""

import time
from dataclasses import replace

import pytest

from advisor.advice.advisor import Advisor
from advisor.library import Library
from advisor.match.matcher import Match, Matcher
from advisor.model import Language, Part
from advisor.reply import Alternative, Reply, first_parts
from advisor.talk.conversation import Conversation
from advisor.talk.decide import Thresholds, decide
from advisor.talk.found import BARE
from advisor.talk.subjects import Subjects
from advisor.text.fold import tokens
from advisor.text.names import names_in


@pytest.fixture
def talk(advisor: Advisor) -> Conversation:
    return advisor.conversation()


@pytest.mark.parametrize(
    ("message", "number"),
    [
        ("j'ai envie de disparaître", "3114"),
        ("jai envie de mourir", "3114"),
        ("ça sert à rien que je reste là, tout le monde serait mieux sans moi", "3114"),
        ("des fois je me dis que ce serait plus simple si j'étais plus là", "3114"),
        ("je pense à mourir", "3114"),
        ("j'ai pris des cachets", "3114"),
        ("i dont want to live", "988"),
        ("my wife left me and i dont want to live", "988"),
        ("whats the point of living", "988"),
        ("why am i even alive", "988"),
        ("no one would care if i was gone", "988"),
        ("je veux me flinguer", "3114"),
        ("jveu mourir", "3114"),
        ("je suis un fardeau pour tout le monde", "3114"),
        ("je veux en finir", "3114"),
        ("i want to sleep and not wake up", "988"),
        ("nobody would miss me", "988"),
        ("i want to kill myself", "988"),
    ],
)
@pytest.mark.parametrize("before", ["", "Comment faire un CV ?", "how do I write a CV?"])
def test_who_may_be_in_danger_is_sent_to_people_at_once(talk: Conversation, before: str, message: str, number: str):
    if before:
        talk.ask(before)
    reply = talk.ask(message)
    assert (reply.kind, reply.topic, reply.offered) == ("unknown", None, ())
    assert number in reply.text


@pytest.mark.parametrize(
    "message",
    [
        "le blog est mort ?",
        "je voudrais disparaître de Google",
        "est-ce que l'IA menace le métier ?",
        "what hit me most in the ads is the pay",
        "who runs the page if I'm not here?",
        "is it worth living in Paris to find a job",
        "pas au point de me jeter par la fenêtre",
        "mon patron va me tuer si je rate ce post",
        "je veux en finir avec ce CV",
        "I want to kill myself laughing",
        "this campaign is suicide",
        "a client left me a bad review in the comments",
    ],
)
def test_what_only_sounds_like_it_is_not_taken_for_despair(advisor: Advisor, message: str):
    reply = advisor.conversation().ask(message)
    assert not reply.care
    assert "3114" not in reply.text
    assert "988" not in reply.text


@pytest.mark.parametrize(
    ("message", "begin"),
    [
        ("chu pu capable", "Ce que vous décrivez pèse lourd"),
        ("mon chef me harcèle", "Ce que vous décrivez pèse lourd"),
        ("i feel so alone", "What you describe weighs a lot"),
        ("mon mari est mort en mars", "Je suis désolé"),
        ("my nan died on tuesday", "I’m so sorry"),
        ("my da's in hospital", "I’m so sorry"),
        ("mon mari me frappe", "Ce que vous décrivez n’est pas acceptable"),
        ("ma collègue veut se suicider, que faire", "Ce que vous décrivez n’est pas acceptable"),
        ("i was raped", "What you describe is not acceptable"),
    ],
)
@pytest.mark.parametrize("before", ["", "Comment faire un CV ?"])
def test_who_needs_a_kind_word_gets_it_and_no_list_of_topics(talk: Conversation, before: str, message: str, begin: str):
    if before:
        talk.ask(before)
    reply = talk.ask(message)
    assert reply.care.startswith(begin)
    assert reply.text.startswith(reply.care)
    assert (reply.kind, reply.neighbourhood, reply.offered) == ("unknown", None, ())
    assert "\n1. " not in reply.text


def test_who_has_lost_heart_in_the_search_gets_the_topic_as_well(talk: Conversation):
    reply = talk.ask("je craque, trente refus en deux mois, comment ne pas me décourager dans ma recherche ?")
    assert reply.care
    assert reply.topic == "persevere"


@pytest.mark.parametrize(
    ("message", "begin"),
    [
        ("je m'appelle Amandine, 24 ans, je sors d'un BTS à Limoges", "Enchanté"),
        ("mon bébé pleure je reviens", "J’entends"),
        ("I hate Mondays", "I hear you"),
    ],
)
def test_who_asks_nothing_is_not_told_that_the_answer_is_unknown(advisor: Advisor, message: str, begin: str):
    reply = advisor.conversation().ask(message)
    assert reply.kind == "unknown"
    assert reply.text.startswith(begin)


def test_an_answer_is_told_again_in_the_language_asked_for(talk: Conversation):
    topic = talk.ask("Comment faire un CV ?").topic
    reply = talk.ask("en anglais stp")
    assert (reply.topic, reply.language) == (topic, "en")
    assert talk.ask("salary").language == "en"
    assert talk.ask("en français s'il vous plaît").language == "fr"


def test_what_was_next_best_by_a_hair_s_breadth_is_no_answer_behind_a_miss(talk: Conversation):
    unknown = talk.ask("combien charger une batterie de voiture")
    assert unknown.kind == "unknown"
    asked_for = {one.topic for one in unknown.alternatives if one.confidence >= 0.05} | set(unknown.offered)
    for _ in range(6):
        reply = talk.ask("c'est pas ce que j'ai demandé")
        assert reply.kind == "unknown" or reply.topic in asked_for


def test_sources_are_those_of_the_last_answer_behind_a_miss(talk: Conversation):
    topic = talk.ask("what is ROI?").topic
    talk.ask("zxqv")
    assert talk.ask("where's that from?").topic == topic


@pytest.mark.parametrize(
    ("message", "begin"),
    [
        ("j'ai eu le poste !!!", "Félicitations"),
        ("J'ai décroché mon CDI !", "Félicitations"),
        ("i got the job!!", "Congratulations"),
        ("tu te répètes", "Pardon"),
        ("you're repeating yourself mate", "Sorry"),
        ("vous avez raison", "Très bien"),
        ("lol ok", "Good"),
    ],
)
def test_news_complaints_and_nods_restart_no_answer(advisor: Advisor, message: str, begin: str):
    english = begin in ("Congratulations", "Sorry", "Good")
    talk = advisor.conversation()
    talk.ask("how do I prepare for an interview?" if english else "Comment préparer un entretien ?")
    reply = talk.ask(message)
    assert (reply.kind, reply.topic) == ("unknown", None)
    assert reply.text.startswith(begin)


def test_news_with_a_question_mark_is_a_question(talk: Conversation):
    talk.ask("Comment préparer un entretien ?")
    assert not talk.ask("j'ai réussi ?").text.startswith("Félicitations")


@pytest.mark.parametrize(
    ("question", "message"),
    [("C'est quoi le ROI ?", "D'où tenez-vous cela ?"), ("what is ROI?", "where did you get that from")],
)
def test_who_asks_for_sources_gets_those_of_the_last_answer(talk: Conversation, question: str, message: str):
    answer = talk.ask(question)
    reply = talk.ask(message)
    assert reply.topic == answer.topic
    opening = reply.passages[0]
    assert opening.asked
    assert all(source.title in opening.text and (source.url or "") in opening.text for source in answer.sources)
    assert reply.text.endswith(opening.text) or opening.text in reply.text
    assert answer.passages[0].text not in reply.text


def test_who_asks_for_sources_before_anything_is_told_where_they_stand(talk: Conversation):
    assert "références nommées" in talk.ask("quelles sont tes sources ?").text


@pytest.mark.parametrize(
    ("question", "message", "number"),
    [
        ("Comment faire mon CV ?", "étape 2", 2),
        ("Comment faire mon CV ?", "Pourriez-vous m'en dire davantage sur le premier point ?", 1),
        ("how do I write a CV?", "and step two", 2),
        ("how do I write a CV?", "tell me about step 3", 3),
    ],
)
def test_a_step_is_told_by_its_number(talk: Conversation, question: str, message: str, number: int):
    steps = next(one for one in talk.ask(question).passages if one.part == "steps").text.split("\n")
    reply = talk.ask(message)
    assert reply.passages[0].asked
    assert steps[number - 1] == f"{number}. {reply.passages[0].text}"


@pytest.mark.parametrize(
    "message",
    [
        "I've got three months of savings, what's the first step?",
        "What is the first step to become a freelancer?",
        "I want to be number one on Google",
        "quel est le premier conseil pour un entretien ?",
        "être numéro un sur Instagram",
    ],
)
def test_a_step_in_passing_asks_for_none(talk: Conversation, message: str):
    talk.ask("Is freelancing worth it?")
    assert not any(one.heading in ("Step 1", "Étape 1") for one in talk.ask(message).passages)


@pytest.mark.parametrize(
    "message", ["CV en anglais ?", "portfolio in English?", "Jobs in English", "contrat en français"]
)
def test_a_language_beside_another_word_asks_for_no_language(talk: Conversation, message: str):
    assert not talk.ask(message).text.startswith(("All right.", "D’accord."))


def test_choices_are_offered_again_in_the_language_asked_for_and_after_a_complaint(talk: Conversation):
    choices = talk.ask("blog")
    assert choices.kind == "choices"
    again = talk.ask("in english please")
    assert (again.kind, again.language, again.offered) == ("choices", "en", choices.offered)
    assert talk.ask("that's not helpful").offered == choices.offered
    assert talk.ask("the first one").topic == choices.offered[0]


def test_an_answer_told_again_is_as_sure_as_before_and_can_be_turned_down(talk: Conversation):
    answer = talk.ask("Comment négocier mon salaire ?")
    again = talk.ask("in english please")
    assert (again.topic, again.confidence, again.sureness) == (answer.topic, answer.confidence, answer.sureness)
    assert again.alternatives == answer.alternatives
    assert talk.ask("no, not that").topic not in (None, answer.topic)


def test_a_number_of_a_list_behind_a_miss_is_of_that_list(talk: Conversation):
    talk.ask("Quel salaire pour un community manager ?")
    unknown = talk.ask("combien charger une batterie de voiture")
    assert unknown.kind == "unknown"
    assert unknown.offered
    assert talk.ask("le numéro 1").topic == unknown.offered[0]


def test_of_choices_a_number_is_the_choice(talk: Conversation):
    choices = talk.ask("blog")
    assert choices.kind == "choices"
    assert talk.ask("numéro 2").topic == choices.offered[1]


def test_a_step_that_there_is_not_is_no_step(talk: Conversation):
    steps = next(one for one in talk.ask("Comment monter un portfolio ?").passages if one.part == "steps")
    assert steps.text.count("\n") + 1 < 6
    assert not any(one.heading == "Étape 6" for one in talk.ask("étape 6").passages)


@pytest.mark.parametrize(
    ("question", "message", "part"),
    [
        ("Comment fixer mes tarifs en freelance ?", "c'est combien la journée ?", "detail"),
        ("Comment fixer mes tarifs en freelance ?", "combien ça coûte ?", "money"),
        ("Comment fixer mes tarifs en freelance ?", "combien de temps ça prend ?", "time"),
        ("Comment ouvrir un blog ?", "c'est combien ?", "money"),
    ],
)
def test_how_much_behind_a_topic_about_money_asks_for_the_topic(
    talk: Conversation, question: str, message: str, part: Part
):
    topic = talk.ask(question).topic
    reply = talk.ask(message)
    assert reply.topic == topic
    asked = [one.part for one in reply.passages if one.asked]
    assert part in asked
    assert ("money" in asked) == (part == "money")


def test_a_place_named_with_a_greeting_is_remembered(talk: Conversation):
    talk.ask("bonjour, je suis freelance à Dakar")
    assert "Hors de France" in [one.heading for one in talk.ask("quel tarif demander en freelance ?").passages]


def test_experience_that_an_ad_demands_is_not_the_person_s(talk: Conversation):
    talk.ask("on exige cinq ans d'expérience et je débute")
    headings = [one.heading for one in talk.ask("comment préparer un entretien ?").passages]
    assert "Pour qui débute" in headings
    assert "Avec de l’expérience" not in headings


def test_experience_that_a_person_has_is_theirs(talk: Conversation):
    talk.ask("j'ai dix ans d'expérience comme community manager")
    assert "Avec de l’expérience" in [one.heading for one in talk.ask("comment préparer un entretien ?").passages]


@pytest.mark.parametrize(
    ("spoken", "question", "message"),
    [
        ("fr", "quelle spécialité choisir ?", "feedback"),
        ("fr", "quelle spécialité choisir ?", "stop"),
        ("en", "linkedin", "€900"),
        ("en", "which KPIs should I follow?", "part"),
    ],
)
def test_a_word_that_both_languages_write_leaves_the_talk_in_its_own(
    advisor: Advisor, spoken: Language, question: str, message: str
):
    talk = advisor.conversation(first_language=spoken)
    assert talk.ask(question).language == spoken
    assert talk.ask(message).language == spoken


@pytest.mark.parametrize("before", ["Which KPIs should I follow?", "How do I keep going when I'm turned down?"])
def test_a_word_of_another_topic_is_answered_behind_any(talk: Conversation, before: str):
    talk.ask(before)
    assert talk.ask("salary").topic == "salary"


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("I am Chinedu, a community manager. How do I write my CV?", "Chinedu"),
        ("My hotel is in Kerry, how do I write my CV?", "Kerry"),
        ("Le Forem paie-t-il une formation de community manager ?", "Forem"),
    ],
)
def test_names_are_not_mended(talk: Conversation, question: str, name: str):
    assert name not in [one.typed for one in talk.ask(question).corrections]


def test_names_of_the_trade_are(talk: Conversation):
    corrections = talk.ask("que mettre sur mon compte Instagrm pour trouver un poste ?").corrections
    assert [(one.typed, one.read_as) for one in corrections] == [("Instagrm", "instagram")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("I work in Kerry. Where now?", {"i", "kerry"} - {"i"}),
        ("Le Forem il paie ?", {"forem"}),
        ("BONJOUR JE CHERCHE UN CDI", set()),
        ("How Do I Write My CV", set()),
        ("Hello. Tom asks why", set()),
        ("Im Jhen, VA from Cebu", {"jhen", "va", "cebu"}),
        ("chez Hermes", {"hermes"}),
        ("", set()),
    ],
)
def test_what_is_written_like_a_name(text: str, names: set[str]):
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("message", "begin"),
    [
        ("Karim, 34 ans, ex-boulanger", "Enchanté"),
        ("Good day. I am Chinedu from Lagos", "Pleased to meet you"),
        ("800 x 12 ça fait combien", "Je ne fais pas de calculs"),
        ("so if i ask 12 x 80 hours how much is that a month", "I don’t do sums"),
        ("et vous gardez ce que j'écris ?", "Rien ne part d’ici"),
        ("do you store what i type", "Nothing leaves this computer"),
        ("vous vous trompez souvent ?", "Je peux me tromper"),
        ("are you sure about that?", "I can be wrong"),
        ("mouais facile à dire", "J’entends"),
        ("easy for you to say", "I hear you"),
    ],
)
def test_what_is_no_question_of_the_map_gets_words_of_its_own(talk: Conversation, message: str, begin: str):
    reply = talk.ask(message)
    assert (reply.kind, reply.topic, reply.neighbourhood) == ("unknown", None, None)
    assert reply.text.startswith(begin)


@pytest.mark.parametrize(
    "message",
    [
        "c'est cher ?",
        "Is 24/7 on call normal for a CM?",
        "je travaille en 3x8, comment devenir community manager ?",
        "bac+3+2, est-ce que ça suffit pour devenir CM ?",
        "i post 2 x 3 stories a day and nobody engages, how do I raise engagement rate?",
    ],
)
def test_what_asks_something_is_no_reaction_and_no_sum(talk: Conversation, message: str):
    talk.ask("Comment ouvrir un blog ?")
    assert not talk.ask(message).text.startswith(("Je comprends", "Je ne fais pas de calculs", "I don’t do sums"))


@pytest.mark.parametrize("message", ["1" + " " * 20_000 + "b", "a" + " " * 20_000 + "b", "12 " * 7_000, "- " * 10_000])
def test_a_long_message_of_blanks_is_read_in_no_time(talk: Conversation, message: str):
    begun = time.thread_time()
    talk.ask(message)
    assert time.thread_time() - begun < 0.5


@pytest.mark.parametrize(
    "message",
    [
        "20,000 followers en moins, le support instagram ne répond plus",
        "former mon équipe aux extincteurs",
        "mon ancien patron me doit 3 mois de salaire, il refuse de payer",
        "50,000 euros à placer en bourse",
        "34 % de remise sur les pneus neige",
    ],
)
def test_who_does_not_introduce_themselves_is_not_met_as_if(talk: Conversation, message: str):
    assert not talk.ask(message).text.startswith(("Enchanté", "Pleased"))


@pytest.mark.parametrize(
    ("before", "reaction"), [("Comment faire un CV ?", "c'est dur"), ("how do I write a CV?", "that's hard")]
)
def test_a_reaction_behind_an_answer_is_met_and_yes_goes_on_from_there(talk: Conversation, before: str, reaction: str):
    topic = talk.ask(before).topic
    reply = talk.ask(reaction)
    assert reply.text.startswith(("Je comprends", "I understand"))
    further = talk.ask("oui" if reply.language == "fr" else "yes")
    assert (further.kind, further.topic) == ("answer", topic)
    assert [one for one in further.passages if one.asked]


def test_a_remark_keeps_the_choices_and_speaks_the_language_of_the_message(talk: Conversation):
    offered = talk.ask("formation").offered
    assert offered
    reply = talk.ask("do you store what i type")
    assert (reply.language, reply.offered) == ("en", offered)
    assert talk.ask("1").topic == offered[0]


def test_good_news_is_remembered_when_a_talk_is_taken_up(advisor: Advisor):
    talk = advisor.conversation()
    told = [talk.ask("got an interview!!! thursday")]
    again = advisor.conversation()
    again.resume(told)
    assert again.ask("what do they ask").topic == talk.ask("what do they ask").topic == "interview"


def test_no_expression_stands_for_two_moves(library: Library):
    meant: dict[str, set[str]] = {}
    for move in BARE:
        for said in library.lexicon.dialogue.get(move, {}).values():
            for one in said:
                meant.setdefault(" ".join(tokens(one)), set()).add(move)
    assert {one: moves for one, moves in meant.items() if len(moves) > 1} == {}


def test_who_asks_while_introducing_themselves_is_answered(talk: Conversation):
    assert talk.ask("Karim, 34 ans, ex-boulanger : comment devenir community manager ?").kind != "unknown"


@pytest.mark.parametrize(
    "message",
    [
        "Dave here, i have been looking after the facebook of our club for 6 yrs and i want a real job out of it",
        "Sam here, i do tiktok for my uncle's garage and i like it more than the garage",
    ],
)
def test_who_tells_a_story_is_thanked_and_gets_choices(talk: Conversation, message: str):
    reply = talk.ask(message)
    assert reply.kind != "answer"
    assert reply.text.startswith("Thank you for telling me")
    assert len(reply.offered) > 1
    assert talk.ask("1").topic == reply.offered[0]


@pytest.mark.parametrize(
    ("message", "is_care"),
    [
        ("j'en peux plus", True),
        ("j'en peux plus de cette vie", True),
        ("j'en peux plus de souffrir", True),
        ("j'en peux plus de moi", True),
        ("Je n'en peux plus. Des fois je me demande pourquoi je me lève", True),
        ("i'm scared of myself", True),
        ("i'm scared to go home", True),
        ("je n'en peux plus des horaires", False),
        ("j'en peux plus de mon chef", False),
        ("i'm scared of the interview", False),
    ],
)
def test_who_is_only_tired_of_something_is_not_sent_to_a_doctor(talk: Conversation, message: str, is_care: bool):
    assert bool(talk.ask(message).care) == is_care


@pytest.mark.parametrize(
    ("message", "begin"),
    [
        ("je suis épuisée, je dors plus", "C’est beaucoup à porter"),
        ("im exhausted and i can't sleep", "That is a lot to carry"),
        ("j'ai peur", "Avoir peur est humain"),
        ("i'm scared", "Being afraid is human"),
    ],
)
def test_who_is_worn_out_or_afraid_gets_a_kind_word_and_no_helpline(talk: Conversation, message: str, begin: str):
    reply = talk.ask(message)
    assert reply.care.startswith(begin)
    assert not any(number in reply.text for number in ("3114", "988", "116 123", "116\u202f123"))


@pytest.mark.parametrize(
    "message",
    [
        "i want to go freelance but im scared to leave my salary",
        "im scared they wont even read my cv",
        "im not suicidal lol, just tired",
    ],
)
def test_ordinary_worry_is_no_distress(talk: Conversation, message: str):
    assert not any(number in talk.ask(message).text for number in ("3114", "988", "116 123", "116\u202f123"))


@pytest.mark.parametrize(
    "message",
    [
        "i'm not suicidal but i want to die",
        "je suis pas suicidaire mais j'ai envie de mourir",
        "i'm not suicidal, sometimes i want to kill myself",
        "im exhausted and i want to end it",
        "i'm scared i'll do something stupid",
        "i'm scared he'll kill me",
    ],
)
def test_what_is_said_beside_a_denial_or_a_fear_still_counts(talk: Conversation, message: str):
    assert any(number in talk.ask(message).text for number in ("3114", "988"))


@pytest.mark.parametrize("message", ["j'ai peur et je panique", "i'm scared and i'm panicking"])
def test_who_is_afraid_and_nothing_else_is_offered_no_topic(talk: Conversation, message: str):
    reply = talk.ask(message)
    assert reply.care
    assert not reply.offered


@pytest.mark.parametrize("message", ["mon téléphone est cramé, je fais quoi", "la batterie est cramée"])
def test_a_broken_thing_is_no_worn_out_person(talk: Conversation, message: str):
    assert not talk.ask(message).care


@pytest.mark.parametrize(
    ("message", "begin"), [("wish me luck!", "Good luck"), ("croise les doigts pour moi", "Bonne chance")]
)
def test_who_asks_for_luck_is_wished_it(talk: Conversation, message: str, begin: str):
    assert talk.ask(message).text.startswith(begin)


def test_good_news_is_what_the_talk_is_about_then(talk: Conversation):
    talk.ask("got an interview!!! thursday")
    reply = talk.ask("what do they ask")
    assert (reply.kind, reply.topic) == ("answer", "interview")
    assert not [one for one in reply.passages if one.asked]  # nothing was told of it yet


def test_who_goes_on_is_told_something_new_each_time(talk: Conversation):
    first = talk.ask("Comment se préparer à un entretien d'embauche ?")
    told = [first.passages[0].text]
    for message in ("ils vont me demander quoi", "et si on me parle de mes défauts", "et pour moi alors"):
        reply = talk.ask(message)
        assert (reply.kind, reply.topic) == ("answer", first.topic)
        opened = [one.text for one in reply.passages if one.asked]
        assert opened
        assert all(one in reply.text for one in opened)
        told += opened
    assert len(set(told)) == len(told)


def test_what_only_goes_on_says_so_and_what_answers_does_not(talk: Conversation):
    talk.ask("Comment se préparer à un entretien d'embauche ?")
    goes_on = "L’essentiel est dit plus haut"
    assert goes_on not in talk.ask("et si je leur dis que leur page est moche ?").text
    assert goes_on in talk.ask("la suite").text


def test_an_answer_that_was_told_in_all_its_parts_is_given_once_more(talk: Conversation):
    first = talk.ask("Comment se préparer à un entretien d'embauche ?")
    for _ in range(len(first.passages)):
        last = talk.ask("ils vont me demander quoi")
    assert last.topic == first.topic
    assert not [one for one in last.passages if one.asked]


def test_what_differs_for_a_person_comes_first_of_what_is_new(talk: Conversation):
    first = talk.ask("Comment se préparer à un entretien d'embauche ?")
    reply = talk.ask("et si on est timide comme moi, comment se préparer")
    assert reply.topic == first.topic
    assert next(one.heading for one in reply.passages if one.asked) == "Pour une personne timide"


def test_what_differs_for_a_person_comes_first_also_once_the_reasons_were_told(talk: Conversation):
    talk.ask("Comment se préparer à un entretien d'embauche ?")
    assert [one.part for one in talk.ask("pourquoi ?").passages if one.asked] == ["detail"]
    reply = talk.ask("et si on est timide comme moi, comment se préparer")
    assert next(one.heading for one in reply.passages if one.asked) == "Pour une personne timide"


def test_what_was_told_in_one_language_is_not_told_again_in_the_other(talk: Conversation):
    talk.ask("Comment se préparer à un entretien d'embauche ?")
    talk.ask("dis-m'en plus")
    further = talk.ask("what will they ask me in the interview?")
    assert (further.language, further.topic) == ("en", "interview")
    assert [one.part for one in further.passages if one.asked] not in ([], ["steps"])


def test_more_is_more_of_the_same_until_all_was_told(talk: Conversation):
    first = talk.ask("Comment se préparer à un entretien d'embauche ?")
    told = {first.passages[place].heading for place in first_parts(first)}
    for _ in range(len(first.passages) - len(told)):
        reply = talk.ask("dis-m'en plus")
        assert reply.topic == first.topic
        told |= {one.heading for one in reply.passages if one.asked}
    assert len(told) == len(first.passages)
    assert talk.ask("dis-m'en plus").topic == first.offered[0]


def test_a_source_told_tells_nothing_of_the_answer(talk: Conversation):
    talk.ask("j'ai décroché un entretien !!")
    talk.ask("quelles sont tes sources ?")
    reply = talk.ask("ils vont me demander quoi")
    assert reply.topic == "interview"
    assert "plus haut" not in reply.text


@pytest.mark.parametrize(
    ("message", "topic"),
    [
        (
            "Seven years in an agency and I'm burnt out. Is going freelance worth it or would I be daft?",
            "freelance-worth",
        ),
        ("burn-out depuis mars, comment négocier mon salaire à mon retour ?", "salary"),
    ],
)
def test_who_asks_beside_a_word_of_distress_gets_both(talk: Conversation, message: str, topic: str):
    reply = talk.ask(message)
    assert reply.care
    assert topic in (reply.topic, *reply.offered)


def test_who_says_again_who_they_are_is_told_again_what_differs_for_them(talk: Conversation):
    talk.ask("combien gagne un community manager ?")
    for message in ("et à Abidjan ?", "oui mais ici à Abidjan on gagne combien ?"):
        reply = talk.ask(message)
        assert reply.topic == "salary"
        assert next(one.heading for one in reply.passages if one.asked) == "Hors de France"


def test_what_is_on_offer_is_what_the_next_message_is_likeliest_about():
    spoken = Subjects()
    spoken.answered(Reply("q", "fr", "answer", "", topic="cv", confidence=0.9))
    choices = Reply(
        "q", "fr", "choices", "", offered=("blog", "portfolio"), alternatives=(Alternative("blog", "Le blog", 0.4),)
    )
    spoken.answered(choices)
    assert (spoken.likeliest.topic, spoken.likeliest.confidence) == ("blog", 0.4)
    assert spoken.topic == "cv"
    spoken.forget(("blog", "portfolio"))
    assert spoken.likeliest.topic == "cv"
    spoken.answered(choices)
    spoken.answered(Reply("q", "fr", "unknown", ""))
    assert spoken.likeliest.topic == "cv"


def test_who_takes_a_choice_is_told_what_they_asked_for_and_no_point_twice(talk: Conversation):
    talk.choose("career-change")
    question = "mes 9 ans de parfumerie"
    reply = talk.ask(question)
    choices = Reply(question, "fr", "choices", "", offered=("career-change", "cv"), alternatives=reply.alternatives)
    talk.resume([choices])
    taken = talk.ask("1")
    assert (taken.topic, taken.sureness) == ("career-change", "sure")
    assert [one.part for one in taken.passages if one.asked] not in ([], ["point"])
    assert taken.text != talk.choose("career-change").text


@pytest.mark.parametrize(
    ("asked", "corrected", "topic", "part"),
    [
        ("gratuit ou payant, le premier blog ?", "je parlais de l'atelier", "share-passion", "money"),
        ("how long does it take to make a blog?", "i meant the portfolio", "portfolio", "time"),
    ],
)
def test_who_says_what_a_question_was_about_is_answered_that_question(
    talk: Conversation, asked: str, corrected: str, topic: str, part: Part
):
    talk.ask(asked)
    reply = talk.ask(corrected)
    assert reply.topic == topic
    assert part in [one.part for one in reply.passages if one.asked or one.likely]


@pytest.mark.parametrize(
    ("topic", "message", "heading"),
    [
        ("salary", "en belgique ça marche pareil ?", "Hors de France"),
        ("cv", "hors de france ?", "Hors de France"),
        ("certifications", "fine but in india?", "Outside France"),
    ],
)
def test_who_names_a_place_behind_an_answer_asks_what_differs_there(
    talk: Conversation, topic: str, message: str, heading: str
):
    talk.choose(topic)
    reply = talk.ask(message)
    assert reply.topic == topic
    assert heading in [one.heading for one in reply.passages if one.asked]


@pytest.mark.parametrize(
    ("message", "topics"),
    [
        (
            "Deux questions : une certif Google pour être pris au sérieux, et un portfolio quand on a jamais eu de client",
            {"certifications", "portfolio"},
        ),
        (
            "Two questions: a Google certificate, worth it or not; a portfolio without clients",
            {"certifications", "portfolio"},
        ),
        ("2 questions: what is ROI, how do I make a portfolio?", {"roi-definition", "portfolio"}),
    ],
)
def test_two_questions_that_are_announced_are_both_answered(talk: Conversation, message: str, topics: set[str]):
    reply = talk.ask(message)
    assert {reply.topic, *reply.also} == topics


def test_of_two_questions_what_repeats_a_word_of_the_answer_is_about_that(talk: Conversation):
    talk.ask("Peut-on devenir CM sans diplôme ?")
    reply = talk.ask("des preuves de quel genre alors ? un portfolio ça suffit ?")
    assert (reply.topic, reply.also) == ("no-degree", ("portfolio",))
    shown = [reply.passages[place] for place in sorted(first_parts(reply))]
    assert shown[0].heading.startswith("Devenir CM sans diplôme · ")  # its point was told
    assert "portfolio" in shown[-1].heading.lower()
    assert shown[-1].part == "point"


@pytest.mark.parametrize(
    ("question", "echo"),
    [
        ("Les CDI sont-ils rares ?", "quels autres intitulés je tape alors"),
        ("Peut-on devenir CM sans diplôme ?", "des preuves de quoi ?"),
        ("How do I turn my internship into a job?", "early, how early"),
    ],
)
def test_who_repeats_a_word_of_an_answer_asks_of_it(talk: Conversation, question: str, echo: str):
    first = talk.ask(question)
    assert talk.ask(echo).topic == first.topic


def test_who_asks_for_tu_is_said_tu_from_then_on(talk: Conversation):
    assert "vous" in talk.ask("Comment faire un CV ?").text
    assert talk.ask("tu peux me tutoyer").text == "D’accord, on se tutoie."
    assert "Prépare cinq récits" in talk.ask("Comment se préparer à un entretien d'embauche ?").text
    reply = talk.ask("vous pouvez me vouvoyer hein. Comment construire un réseau ?")
    assert reply.topic == "how-to-network"
    assert "Partez" in reply.text


def test_who_wants_both_choices_gets_both(talk: Conversation):
    offered = talk.ask("alternance").offered
    reply = talk.ask("les deux")
    assert (reply.topic, *reply.also) == offered[:2]
    assert reply.text.startswith("Voici les deux")
    assert talk.ask("les deux").also == ()  # nothing is on offer any more


def test_a_call_for_a_part_is_about_what_was_told_whatever_stands_beside(talk: Conversation):
    talk.ask("comment montrer un ROI quand on ne vend rien en ligne ?")
    reply = talk.ask("un exemple je veux bien, genre pour une expo")
    assert reply.topic == "roi-without-sales"
    assert "example" in [one.part for one in reply.passages if one.asked]


def test_a_remark_before_a_question_is_passed_over(talk: Conversation):
    talk.ask("Comment faire un CV ?")
    reply = talk.ask("croisez les doigts ! au fait je m'habille comment pour l'entretien")
    assert reply.topic == "interview"
    assert talk.ask("croisez les doigts !").topic is None
    message = "croisez les doigts ! comment je m'habille pour l'entretien ?"
    matched = talk._understanding.match(message, talk._moves.read(message), "fr", goes_on=True)
    assert matched.question == "comment je m'habille pour l'entretien ?"


@pytest.mark.parametrize(
    ("message", "part", "is_call"),
    [
        ("give me the steps please, its in 5 weeks", "steps", True),
        ("un exemple s'il vous plaît, je suis nulle en maths", "example", True),
        ("an example? what do recruiters earn?", "example", False),
        ("how long does it take, a website", "time", False),
    ],
)
def test_a_call_for_steps_or_an_example_is_one_whatever_is_told_beside(talk: Conversation, message, part, is_call):
    moves = talk._moves.read(message)
    assert (moves.part, moves.bare) == (part, is_call)


def test_a_lone_word_that_is_likelier_refused_is_no_topics_own(advisor: Advisor):
    matched = Matcher(advisor.index).match("infirmière", spoken="fr")
    entries = advisor.index.entries
    topic, refused = (next(n for n, one in enumerate(entries) if one.id == id) for id in ("cv", "other-jobs"))
    for chance, kind in ((0.6, "unknown"), (0.01, "answer")):
        found = (
            Match(entries[refused], refused, chance, 0.0, 0.0, -1),
            Match(entries[topic], topic, 0.02, 0.0, 0.0, -1),
        )
        few = replace(matched, matches=found, in_scope=0.04, shares={topic: 0.6}, telling=1)
        assert decide(few, Thresholds.of(advisor.index.meta["thresholds"])).kind == kind


def test_of_two_questions_one_may_be_about_the_subject(talk: Conversation):
    talk.ask("should i keep a blog?")
    reply = talk.ask("how long does it take? and how much does a junior cm earn?")
    assert (reply.topic, reply.also) == ("why-blog", ("salary",))
    assert reply.passages[0].part == "time" or "time" in [one.part for one in reply.passages if one.asked]


def test_what_goes_on_about_a_question_is_no_second_one(talk: Conversation):
    talk.ask("un blog aide à être recruté ?")
    reply = talk.ask("Et je parlerais de quoi ? Du journalisme, de ma région, du métier ?")
    assert (reply.topic, reply.also) == ("blog-topics", ())
    assert "ne sais pas" not in reply.text


def test_a_part_that_is_denied_is_not_what_is_asked_for(talk: Conversation):
    talk.ask("how do i write a CV?")
    reply = talk.ask("not how long, an example")
    assert reply.topic == "cv"
    assert [one.part for one in reply.passages if one.asked] == ["example"]


@pytest.mark.parametrize("message", ["What would I earn at the start? UK", "combien gagne un cm ? Belgique"])
def test_a_place_in_passing_tells_what_differs_there(talk: Conversation, message: str):
    reply = talk.ask(message)
    assert reply.topic == "salary"
    assert [reply.passages[place].part for place in sorted(first_parts(reply))][:2] == ["point", "detail"]


@pytest.mark.parametrize(
    ("question", "message", "topic"),
    [
        (
            "80 candidatures, 3 réponses, j'en ai marre",
            "merci c'est gentil mais mon cv fait 2 pages, trop long ?",
            "cv",
        ),
        ("How do I start a blog?", "thanks that helps but how often should i publish on it?", "blog-frequency"),
    ],
)
def test_thanks_that_turn_to_a_question_are_no_goodbye(talk: Conversation, question: str, message: str, topic: str):
    talk.ask(question)
    assert talk.ask(message).topic == topic


def test_who_comes_back_to_a_subject_by_name_is_there_again(talk: Conversation):
    talk.ask("Comment faire un CV ?")
    talk.ask("combien gagne un CM ?")
    assert talk.ask("retour au cv, c'est payant ?").topic == "cv"


def test_a_wish_for_tu_holds_in_a_talk_that_is_taken_up(advisor: Advisor):
    before, later = advisor.conversation(), advisor.conversation()
    later.resume([before.ask(message) for message in ("Comment faire un CV ?", "tu peux me tutoyer")])
    assert "Prépare cinq récits" in later.ask("Comment se préparer à un entretien d'embauche ?").text
