"""A small pack with every kind of entry and nothing wrong, and the ways to write, read and check packs in tests."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from advisor.pack.build import Entries
from advisor.pack.load import check_packs
from advisor.pack.places import Finding, in_order
from advisor.pack.reader import read_file

GOOD: Mapping[str, str] = {
    "themes.yaml": """\
themes:
  money: {fr: "L'argent", en: "Money"}
situations:
  new: {fr: "Je débute", en: "I am new"}
aims:
  job: {fr: "Un poste", en: "A job"}
""",
    "article.yaml": """\
claims:
  A1:
    section: intro
    fr: "Le métier change."
    en: "The job changes."
    topics: [pay]
sources:
  SURVEY:
    title: "A survey"
    url: "https://example.org/survey"
""",
    "topics/pay.yaml": """\
# yaml-language-server: $schema=../pack.schema.json
id: pay
theme: money
title:
  fr: "Le salaire"
  en: "Salary"
claims: [A1]
sources: [SURVEY]
related: [training]
path: P1
answer:
  fr:
    point: "{Comparez|Compare} dix annonces."
    detail: "Les montants varient."
    steps:
      - "{Notez|Note} les montants."
      - "Garder celui du milieu."
    mistakes: ["Mélanger brut et net."]
    example: |
      2 000 euros sur 12 mois.
      2 100 euros sur 13 mois.
    time: "Une soirée."
    money: "Rien."
    next: "La formation."
  en:
    point: "Compare ten advertisements."
    detail: "Figures vary."
    steps: ["Note the figures.", "Keep the middle one."]
    mistakes: ["Mixing gross and net."]
    example: "2,000 euros over 12 months."
    time: "An evening."
    money: "Nothing."
    next: "Training."
variants:
  - for: freelance
    fr: "Un tarif n'est pas un salaire."
    en: "A rate is no salary."
follow_ups:
  - topic: training
    fr: "Quelle formation suivre ensuite ?"
    en: "Which training comes next?"
questions:
  fr:
    anna:
      - "combien gagne un community manager"
      - template: "{quel|combien de} salaire [brut] demander"
    karim: ["ma paye est-elle normale", "fourchette de rémunération"]
  en:
    - "how much does the job pay"
    - "is my wage fair"
    - "salary range for beginners"
""",
    "topics/training.yaml": """\
kind: topic
id: training
title: {fr: "La formation", en: "Training"}
answer: {fr: "Les cours gratuits suffisent.", en: "Free courses will do."}
questions:
  fr: ["où me former gratuitement", "un diplôme est-il utile", "cours en ligne conseillés"]
  en: ["where can I study for free", "do I need a degree", "recommended online courses"]
""",
    "talk.yml": """\
small_talk:
  - id: hello
    title: {fr: "Bonjour", en: "Hello"}
    replies:
      fr: ["Bonjour !", "{Entrez|Entre}."]
      en: "Come in."
    follow_ups:
      - {topic: pay, fr: "Combien puis-je espérer ?", en: "What may I hope for?"}
    questions:
      fr: ["salut", "coucou toi", "bien le bonsoir"]
      en: ["hi there", "good evening", "hey you"]
neighbourhoods:
  - id: visas
    title: {fr: "Visas", en: "Visa papers"}
    what: "Permits."
    why: {fr: "Le droit change.", en: "The law changes."}
    instead: {fr: "Le consulat.", en: "The consulate."}
    nearest: [training]
    questions:
      fr: ["obtenir un visa de travail", "renouveler mon titre de séjour", "permis pour le Canada"]
      en: ["get a work permit", "renew my residence card", "moving to Canada papers"]
""",
    "path.yaml": """\
kind: path
id: P1
title: {fr: "Premiers pas", en: "First steps"}
summary: {fr: "Commencer.", en: "Begin."}
audience: {fr: "Tout le monde.", en: "Everybody."}
hours: 12
pace: {fr: "Un mois.", en: "A month."}
needs: []
claims: [A1]
steps:
  - id: P1.1
    title: {fr: "Lire", en: "Read"}
    outcome: {fr: "Savoir.", en: "Know."}
    practice: {fr: "Lire dix pages.", en: "Read ten pages."}
    proof: {fr: "Un résumé.", en: "A summary."}
    hours: 4
    topics: [pay]
    resources: [SURVEY]
    formerly: [P1.0]
  - id: P1.2
    title: {fr: "Faire", en: "Do"}
    outcome: {fr: "Pouvoir.", en: "Can."}
    practice: {fr: "Écrire.", en: "Write."}
    proof: {fr: "Un texte.", en: "A text."}
    hours: 8
    needs: [P1.1]
situations:
  new: {fr: "Il part de {vous|toi}.", en: "It begins with you."}
aims:
  job: {fr: "Il y mène.", en: "It leads there."}
""",
    "words/lexicon.yaml": """\
kind: lexicon
id: trade
abbreviations:
  fr: {slt: salut, bjr: bonjour}
synonyms:
  fr: [[salaire, paye, rémunération]]
  en: [[salary, pay, wage]]
translations:
  - {fr: salaire, en: [salary, pay]}
persons:
  freelance: {fr: ["à mon compte"], en: [self-employed]}
parts:
  time: {en: [how long]}
dialogue:
  more: {fr: ["dis-m'en plus"]}
""",
    "background.yaml": """\
kind: background
fr:
  cuisine: ["recette de crêpes", "cuisson du riz"]
en: ["how to cook rice"]
""",
    "trials.yaml": """\
language: en
trials:
  - question: "what salary should I ask for"
    expect: [pay]
  - {question: "quelle heure est-il", language: fr, expect: []}
dialogues:
  - turns:
      - {question: "hello", expect: [hello]}
      - {question: "my wage", expect: [pay, training]}
sequels:
  pay:
    fr:
      training: ["et ça s'apprend ?"]
      pay: ["même si j'ai peur"]
parts_asked:
  pay:
    fr: {steps: ["je demande à qui ?"]}
    en: {time: ["is that quick?", "by when?"]}
questions_by_part:
  pay:
    en: {ada: {point: ["what's the going wage here"], steps: ["how do i bring up my wage with the boss"]}}
""",
}


def write(directory: Path, files: Mapping[str, str | bytes]) -> Path:
    """A directory that holds these files."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return directory


def read(text: str | bytes) -> tuple[Entries, list[Finding]]:
    """What one file holds, and what is wrong with it."""
    entries = Entries()
    return entries, in_order(read_file(text.encode() if isinstance(text, str) else text, "f.yaml", entries))


def places(findings: Iterable[Finding]) -> list[str]:
    """The findings as `line:column: CODE`."""
    return [f"{each.place.line}:{each.place.column}: {each.code}" for each in findings]


def wrong_in(text: str | bytes) -> list[str]:
    """What is wrong with one file."""
    return places(read(text)[1])


def checked(*directories: Path, base: Iterable[Path] = ()) -> list[str]:
    """What is wrong with the packs, as `file:line:column: CODE` with the file relative to its pack."""
    found = []
    for each in check_packs(directories, tuple(base)):
        file = Path(each.place.file)
        roots = [root for root in (*directories, *base) if file.is_relative_to(root)]
        shown = file.relative_to(roots[0]).as_posix()
        found.append(f"{shown}:{each.place.line}:{each.place.column}: {each.code}")
    return found
