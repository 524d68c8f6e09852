"""Replies and whole stores to keep."""

from advisor.reply import Alternative, Correction, Passage, Reply, Source
from advisor.store.port import Store


def reply(question: str = "Combien gagne-t-on ?", text: str = "Entre 28 000 et 35 000 €.", **changed: object) -> Reply:
    return Reply(question, "fr", "answer", text, **({"topic": "salary", "confidence": 0.75} | changed))  # type: ignore[arg-type]


FULL = Reply(
    "Combien gagne-t-on ? [b]",
    "fr",
    "answer",
    "Entre **28 000** et 35 000 €.",
    topic="salary",
    confidence=0.8125,
    alternatives=(Alternative("salary", "Le salaire", 0.8125), Alternative("cv", "Le CV", 0.1)),
    sources=(Source("intro", "Introduction"), Source("A", "Une enquête", "https://example.org")),
    because=("gagne", "combien"),
    corrections=(Correction("gagn", "gagne"),),
    path="P1",
    follow_ups=("Et à Paris ?",),
    title="Le salaire",
    passages=(Passage("point", "", "Entre 28 000 et 35 000 €."), Passage("steps", "Étapes", "1. Comparer", asked=True)),
    offered=("cv",),
    sureness="sure",
    care="Prenez soin de vous.",
)


def fill(store: Store, talks: int = 3) -> None:
    """Something of every kind."""
    for number in range(talks):
        talk = store.conversations.begin("fr")
        turn = store.conversations.add(talk, f"Question {number} à l'œuvre ?", FULL)
        store.conversations.add(talk, f"Et ensuite, {number} ?", reply(text=f"La suite numéro {number}."))
        store.questions.add(f"Question {number} à l'œuvre ?")
        store.lessons.judge(FULL, "down" if number else "up", "trop long", turn)
    store.steps.mark("P1.1", "done")
    store.steps.mark("P1.2", "skipped")
    store.unanswered.add("comment réparer un vélo", "fr", ("cv", "salary"), "repairs")
    rejection = store.lessons.reject("le fixe", "fr", "cv")
    store.lessons.choose(rejection, "salary")
    store.lessons.teach("la paie", "fr", "salary")
    store.drafts.keep("Et si je\nnégociais")
