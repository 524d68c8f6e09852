"""An advisor without knowledge: a few topics, replies of every kind, and a door that the test opens."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from advisor.guide.confidence import Bin, Promise, Reliability
from advisor.library import Path, Step
from advisor.model import Address, Claim, Language, Reference, Topic, Words
from advisor.reply import Alternative, Correction, Passage, Reply, Source
from advisor.tui.ports import Progress


@dataclass(frozen=True)
class Head:
    id: str
    theme: str
    title: Words


THEMES: Mapping[str, Words] = {
    "job": {"fr": "Le métier", "en": "The job"},
    "market": {"fr": "Le marché et l'embauche", "en": "The market and getting hired"},
}
TOPICS = (
    Head("salary", "market", {"fr": "Le salaire", "en": "Pay"}),
    Head("cv", "market", {"fr": "Le CV [sobre]", "en": "The CV [sober]"}),
    Head("ai-impact", "job", {"fr": "L'IA et le métier", "en": "AI and the job"}),
    Head("role", "job", {"fr": "Définir le rôle du métier", "en": "What the job is"}),
)
PATHS = (
    Path(
        "P1",
        {"fr": "Se spécialiser dans le mobile", "en": "Specialise in mobile"},
        {"fr": "À la fin, {vous savez|tu sais} faire.", "en": "By the end you can do it."},
        {"fr": "Pour les curieux.", "en": "For the curious."},
        30,
        {"fr": "Six semaines.", "en": "Six weeks."},
        (
            Step(
                "P1.1",
                {"fr": "Dresser la carte", "en": "Draw the map"},
                {"fr": "{Vous savez|Tu sais} lire une carte.", "en": "You can read a map."},
                {"fr": "Tracer un tableau.", "en": "Draw a table."},
                {"fr": "La carte, sur une page.", "en": "The map, on one page."},
                12,
                topics=("salary",),
            ),
            Step(
                "P1.2",
                {"fr": "Examiner des sites", "en": "Audit sites"},
                {"fr": "Vous repérez ce qui gêne.", "en": "You spot what hampers."},
                {"fr": "Choisir dix sites.", "en": "Pick ten sites."},
                {"fr": "Dix fiches.", "en": "Ten sheets."},
                18,
                needs=("P1.1",),
                resources=("SURVEY",),
            ),
        ),
        needs=("F",),
        situations={"new": {"fr": "Il part de zéro.", "en": "It starts from nothing."}},
        aims={"hired": {"fr": "Il mène à un poste.", "en": "It leads to a job."}},
    ),
    Path(
        "F",
        {"fr": "Les bases", "en": "The basics"},
        {"fr": "Commencer.", "en": "Begin."},
        {"fr": "Pour tous.", "en": "For all."},
        10,
        {"fr": "Deux semaines.", "en": "Two weeks."},
        (),
    ),
)
FULL_TOPICS = tuple(
    Topic(head.id, head.title, {}, claims=claims, path="P1" if head.id == "salary" else None)
    for head, claims in zip(TOPICS, (("A1", "A2"), ("A2",), (), ("A2", "A1")), strict=True)
)
CLAIMS = (
    Claim("A2", "direction", {"fr": "{Apprenez|Apprends} à compter.", "en": "Learn to count."}),
    Claim("A1", "intro", {"fr": "Le métier est récent.", "en": "The job is recent."}),
)
REFERENCES = {"SURVEY": Reference("SURVEY", "Une enquête [2024]", "https://example.org/survey")}
SITUATIONS: Mapping[str, Words] = {
    "new": {"fr": "Je débute", "en": "I am starting out"},
    "old": {"fr": "J'ai de l'expérience", "en": "I have experience"},
}
AIMS: Mapping[str, Words] = {"hired": {"fr": "Trouver un poste", "en": "Find a job"}}
COUNTED = Reliability(
    200,
    150,
    (Promise("sure", 0.95, 120, 0.975), Promise("think", 0.8, 30, 0.9), Promise("hesitate", None, 0, None)),
    (Bin(0.5, 0.6, 20, 0.55, 0.5), Bin(0.9, 1.0, 120, 0.97, 0.975)),
)
WORDS: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "point": "Entre **28 000 et 35 000 €** bruts par an au début.",
        "detail": "La fourchette dépend de la ville et de la taille de l'entreprise. " * 3,
        "steps": "1. Comparer trois offres.\n2. Noter l'écart.\n3. Demander le haut de la fourchette.",
    },
    "en": {
        "point": "Between **28,000 and 35,000 €** gross a year to begin with.",
        "detail": "The range depends on the town and on the size of the company. " * 3,
        "steps": "1. Compare three offers.\n2. Note the gap.\n3. Ask for the top of the range.",
    },
}
HEADINGS = {"fr": {"detail": "En détail", "steps": "Les étapes"}, "en": {"detail": "In detail", "steps": "Steps"}}


@dataclass
class FakeConversation:
    """Answers by words in the question: choisir, inconnu, bonjour, panne, suite; anything else is about pay."""

    language: Language | None
    address: Address
    first_language: Language
    asked: list[str] = field(default_factory=list)
    gate: threading.Event | None = None

    def ask(self, question: str) -> Reply:
        if self.gate is not None:
            self.gate.wait(10)
        self.asked.append(question)
        if "panne" in question:
            raise RuntimeError("[a fault]")
        language = self.language or self.first_language
        if "choisir" in question:
            return Reply(
                question,
                language,
                "choices",
                "De quoi parlez-vous ?\n\n1. Le salaire\n2. Le CV [sobre]",
                alternatives=(Alternative("salary", "Le salaire", 0.4), Alternative("cv", "Le CV [sobre]", 0.3)),
                follow_ups=("Combien gagne-t-on ?", "Comment écrire un CV ?"),
                offered=("salary", "cv"),
                sureness="hesitate",
            )
        if "inconnu" in question:
            return Reply(question, language, "unknown", "Je ne sais pas.")
        if "bonjour" in question:
            return Reply(question, language, "small_talk", "Bonjour !", topic="greeting", title="Bonjour")
        reply = answer(question, language)
        if "net" in question:
            others = (Alternative("salary", "Le salaire", 0.9), Alternative("cv", "Le CV [sobre]", 0.16))
            return replace(
                reply, because=("salaire", "net"), alternatives=(*others, Alternative("hello", "Bonjour", 0.01))
            )
        if "deux questions" in question:
            return replace(reply, also=("cv",))
        if "deux sources" in question:
            two = (Source("A", "Une enquête", "https://example.org/a"), Source("B", "Une autre [2024]"))
            return replace(reply, sources=two)
        if "sans source" in question:
            return replace(reply, sources=())
        if "suite" in question:
            passages = tuple(replace(one, asked=one.part == "steps") for one in reply.passages)
            return replace(reply, passages=passages)
        return reply

    def choose(self, topic: str, question: str = "") -> Reply:
        self.asked.append(f"choose {topic}")
        language = self.language or self.first_language
        return replace(answer(question, language), topic=topic, title=topic)

    def resume(self, replies: Sequence[Reply]) -> None:
        self.asked += [f"resume {one.topic}" for one in replies]

    def reject(self) -> Reply:
        self.asked.append("reject")
        return replace(answer("", self.language or self.first_language), title="Autre sujet", sureness="hesitate")


def answer(question: str, language: Language) -> Reply:
    words = WORDS[language]
    passages = tuple(
        Passage(part, HEADINGS[language].get(part, ""), words[part])  # type: ignore[arg-type]
        for part in ("point", "detail", "steps")
    )
    return Reply(
        question,
        language,
        "answer",
        "\n\n".join(one.text for one in passages),
        topic="salary",
        title="Le salaire",
        confidence=0.9,
        sources=(Source("intro", "Introduction de l'article"),),
        corrections=(Correction("salair", "salaire"),) if "salair " in f"{question} " else (),
        path="P1",
        follow_ups=("Comment négocier [bien] ?", "Et en [b]région[/b] ?"),
        offered=("cv", "role"),
        passages=passages,
        sureness="sure",
    )


@dataclass
class FakeAdvisor:
    notices: Sequence[Words] = ()
    talks: list[FakeConversation] = field(default_factory=list)
    gate: threading.Event | None = None

    def conversation(
        self, language: Language | None = None, address: Address = "vous", first_language: Language = "fr"
    ) -> FakeConversation:
        self.talks.append(FakeConversation(language, address, first_language, gate=self.gate))
        return self.talks[-1]

    def topics(self) -> Sequence[Head]:
        return TOPICS

    def themes(self) -> Mapping[str, Words]:
        return THEMES

    def paths(self) -> Sequence[Path]:
        return PATHS

    def topic(self, id: str) -> Topic | None:
        return next((topic for topic in FULL_TOPICS if topic.id == id), None)

    def claims(self) -> Sequence[Claim]:
        return CLAIMS

    def reference(self, id: str) -> Reference | None:
        return REFERENCES.get(id)

    def situations(self) -> Mapping[str, Words]:
        return SITUATIONS

    def aims(self) -> Mapping[str, Words]:
        return AIMS

    def reliability(self) -> Reliability | None:
        return COUNTED


@dataclass
class Door:
    """Opens the advisor when the test lets it; `error` is raised instead."""

    advisor: FakeAdvisor = field(default_factory=FakeAdvisor)
    shut: bool = False
    error: Exception | None = None
    _opened: threading.Event = field(default_factory=threading.Event)

    def open(self) -> None:
        self._opened.set()

    def __call__(self, progress: Progress) -> FakeAdvisor:
        progress("index")
        if self.shut:
            self._opened.wait(10)
        if self.error is not None:
            raise self.error
        return self.advisor

    @property
    def talk(self) -> FakeConversation:
        return self.advisor.talks[-1]
