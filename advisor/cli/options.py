"""What the command line understands: one table of commands and options, with a line of help each; does nothing itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.model import Language, Words

PROGRAM = "advisor"


@dataclass(frozen=True, slots=True, eq=False)
class Option:
    """One option; without a `value` it is a switch."""

    name: str
    help: Words
    value: Words | None = None
    """What stands for its value in the help; None for a switch."""
    choices: tuple[str, ...] = ()
    short: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Command:
    """One command; `words` stands in the help for what may follow its name."""

    name: str
    help: Words
    words: Words | None = None
    words_help: Words | None = None
    least: int = 0
    """Fewest words that must follow."""
    most: int | None = 0
    """Most words that may follow; None for as many as one likes."""
    choices: tuple[str, ...] = ()
    """The only words that may come first, where not everything may."""
    options: tuple[Option, ...] = ()
    """Those that only this command understands."""
    without: Mapping[str, Words] = field(default_factory=dict)
    """Names of shared options that make no sense here, each with what to do instead."""

    @property
    def understood(self) -> tuple[Option, ...]:
        """All options that may stand with it."""
        return (*self.options, *(option for option in SHARED if option.name not in self.without))


HELP = Option("--help", {"fr": "montre cette aide et se termine", "en": "shows this help and ends"}, short="-h")
VERSION = Option("--version", {"fr": "montre la version et se termine", "en": "shows the version and ends"})
LANG = Option(
    "--lang",
    {
        "fr": "langue des réponses et des messages ; auto : celle de chaque question pour les réponses",
        "en": "language of answers and messages; auto: each question's own for answers",
    },
    {"fr": "LANGUE", "en": "LANG"},
    ("fr", "en", "auto"),
)
JSON = Option("--json", {"fr": "écrit du JSON", "en": "writes JSON"})
KNOWLEDGE = Option(
    "--knowledge",
    {
        "fr": "un dossier de connaissances posé par-dessus celles d'origine ; peut se répéter",
        "en": "a directory of knowledge laid over the built-in one; may be repeated",
    },
    {"fr": "DOSSIER", "en": "DIR"},
)
ONLY = Option(
    "--only",
    {
        "fr": "les dossiers donnés remplacent les connaissances d'origine",
        "en": "the directories given replace the built-in knowledge",
    },
)
DATA = Option(
    "--data",
    {
        "fr": "le dossier où le programme garde réglages, historique et cache",
        "en": "the directory where the program keeps settings, history and cache",
    },
    {"fr": "DOSSIER", "en": "DIR"},
)
SHARED: tuple[Option, ...] = (HELP, LANG, JSON, KNOWLEDGE, ONLY, DATA, VERSION)
"""Every command understands these, before or behind its name."""

CONVERSATION = Option(
    "--conversation",
    {
        "fr": "les lignes forment une conversation ; une ligne vide en commence une autre",
        "en": "the lines are one conversation; an empty line starts another",
    },
)

HTML = Option(
    "--html",
    {"fr": "écrit aussi une page avec des graphiques", "en": "writes a page with charts, too"},
    {"fr": "FICHIER", "en": "FILE"},
)
COMPARE = Option(
    "--compare",
    {
        "fr": "compare avec un résultat enregistré par --json",
        "en": "compares with a run that was saved with --json",
    },
    {"fr": "FICHIER", "en": "FILE"},
)
PERCENTAGES = Option(
    "--percentages",
    {
        "fr": "courbe d'apprentissage : ne garde que ces parts des phrases, par exemple 10,25,50,100",
        "en": "learning curve: keeps only these shares of the phrasings, for example 10,25,50,100",
    },
    {"fr": "LISTE", "en": "LIST"},
)
CROSS_VALIDATE = Option(
    "--cross-validate",
    {
        "fr": "pose aussi chaque phrase des connaissances à un index qui n'a pas lu la main qui l'a écrite",
        "en": "asks each phrasing of the knowledge, too, of an index that hasn't read the hand that wrote it",
    },
)

SITUATION = Option(
    "--situation",
    {"fr": "conseille des parcours selon où l'on en est", "en": "advises paths by where one stands"},
    {"fr": "ID", "en": "ID"},
)
AIM = Option(
    "--aim",
    {"fr": "conseille des parcours selon ce que l'on cherche", "en": "advises paths by what one is after"},
    {"fr": "ID", "en": "ID"},
)
HOURS = Option(
    "--hours",
    {"fr": "les heures par semaine que l'on peut y consacrer", "en": "the hours a week that one can give to it"},
    {"fr": "NOMBRE", "en": "NUMBER"},
)
_STEP: Words = {"fr": "ÉTAPE", "en": "STEP"}
DONE_STEP = Option("--done", {"fr": "note une étape comme faite", "en": "marks a step as done"}, _STEP)
SKIP_STEP = Option("--skip", {"fr": "note une étape comme sautée", "en": "marks a step as skipped"}, _STEP)
KNOWN_STEP = Option("--known", {"fr": "note une étape comme déjà connue", "en": "marks a step as already known"}, _STEP)
REOPEN_STEP = Option("--reopen", {"fr": "rouvre une étape", "en": "opens a step again"}, _STEP)

YAML = Option(
    "--yaml",
    {
        "fr": "écrit un fichier à poser dans les connaissances, après relecture",
        "en": "writes a file to put into the knowledge, once it is read over",
    },
)

YES = Option("--yes", {"fr": "n'attend pas de confirmation", "en": "waits for no confirmation"})

COMMANDS: tuple[Command, ...] = (
    Command(
        "ask",
        {"fr": "répond à une question et se termine", "en": "answers one question and ends"},
        {"fr": "QUESTION", "en": "QUESTION"},
        {
            "fr": "la question, sans guillemets ; - : une question par ligne de l'entrée standard",
            "en": "the question, no quotes needed; -: one question a line from standard input",
        },
        most=None,
        options=(CONVERSATION,),
    ),
    Command(
        "chat",
        {
            "fr": "tient la même conversation ligne à ligne, sans plein écran",
            "en": "holds the same conversation line by line, with no full screen",
        },
        without={
            "--json": {
                "fr": "pour du JSON : advisor ask --json --conversation -",
                "en": "for JSON: advisor ask --json --conversation -",
            }
        },
    ),
    Command(
        "paths",
        {"fr": "montre les parcours d'apprentissage, ou l'un d'eux", "en": "shows the learning paths, or one of them"},
        {"fr": "ID", "en": "ID"},
        {"fr": "l'identifiant d'un parcours, par exemple P4", "en": "the id of a path, for example P4"},
        most=1,
        options=(SITUATION, AIM, HOURS, DONE_STEP, SKIP_STEP, KNOWN_STEP, REOPEN_STEP),
    ),
    Command(
        "check",
        {"fr": "vérifie un dossier de connaissances", "en": "checks a directory of knowledge"},
        {"fr": "DOSSIER", "en": "DIR"},
        {
            "fr": "le dossier à vérifier ; sans lui, les connaissances en usage",
            "en": "the directory to check; without one, the knowledge in use",
        },
        most=None,
    ),
    Command(
        "eval",
        {
            "fr": "mesure le conseiller sur des questions étiquetées",
            "en": "measures the advisor on labelled questions",
        },
        {"fr": "FICHIER", "en": "FILE"},
        {
            "fr": "un fichier de questions ou de dialogues étiquetés, un objet JSON par ligne",
            "en": "a file of labelled questions or dialogues, one JSON object a line",
        },
        most=None,
        options=(HTML, COMPARE, PERCENTAGES, CROSS_VALIDATE),
    ),
    Command(
        "gaps",
        {
            "fr": "rassemble les questions restées sans réponse, sans détails personnels",
            "en": "gathers the questions that went unanswered, without personal details",
        },
        {"fr": "FICHIER", "en": "FILE"},
        {
            "fr": "un fichier avec une question par ligne ; - : l'entrée standard ; sans lui, ce que le programme garde",
            "en": "a file with one question a line; -: standard input; without one, what the program keeps",
        },
        most=1,
        options=(YAML,),
    ),
    Command(
        "data",
        {
            "fr": "dit où sont vos données, les exporte, les importe ou les efface",
            "en": "says where your data lies, exports it, imports it or deletes it",
        },
        {"fr": "ACTION [FICHIER]", "en": "ACTION [FILE]"},
        {
            "fr": "path : où elles sont ; export : les écrit en JSON ; import : reprend un export ; delete : efface tout",
            "en": "path: where it lies; export: writes it as JSON; import: takes an export back; delete: deletes all of it",
        },
        most=2,
        choices=("path", "export", "import", "delete"),
        options=(YES,),
    ),
    Command(
        "templates",
        {
            "fr": "montre les questions que représente un modèle de phrase",
            "en": "lists the questions that a template stands for",
        },
        {"fr": "MODÈLE", "en": "TEMPLATE"},
        {"fr": "un modèle, un fichier ou un dossier", "en": "a template, a file or a directory"},
        least=1,
        most=1,
    ),
    Command(
        "completions",
        {
            "fr": "écrit le script qui complète les commandes dans un shell",
            "en": "writes the script that completes the commands in a shell",
        },
        {"fr": "SHELL", "en": "SHELL"},
        {"fr": "bash, zsh ou fish", "en": "bash, zsh or fish"},
        least=1,
        most=1,
        choices=("bash", "zsh", "fish"),
    ),
)
COMMAND: dict[str, Command] = {command.name: command for command in COMMANDS}

DESCRIPTION: dict[Language, str] = {
    "fr": "Conseils de carrière pour community managers. Sans commande : la conversation dans le terminal.",
    "en": "Career advice for community managers. Without a command: the conversation in the terminal.",
}
EXAMPLES: dict[Language, tuple[str, ...]] = {
    "fr": (
        "advisor",
        "advisor ask comment trouver un premier poste",
        "advisor ask --json 'combien coûte un blog ?'",
        "advisor chat",
        "advisor paths P4",
        "advisor check mon-dossier",
        'eval "$(advisor completions bash)"',
    ),
    "en": (
        "advisor",
        "advisor ask how do I find a first job",
        "advisor ask --json 'what does a blog cost?'",
        "advisor chat",
        "advisor paths P4",
        "advisor check my-folder",
        'eval "$(advisor completions bash)"',
    ),
}
