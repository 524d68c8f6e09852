"""The one table of what a person can tell the program to do, by key, by slash and by plain word; knows no screen.

Key bindings, the line of keys, help, completion and the command list are all made from it, so that none of
them can promise what another doesn't keep.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from advisor.model import Language, Words

Place = Literal["talk", "prompt", "choice", "list"]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do; keys are spelt as Textual spells them."""

    id: str
    place: Place
    """Where it applies: anywhere in the talk, while typing, on a choice, or in a list over the talk."""
    label: Words
    """One or two words, for the line of keys."""
    help: Words
    """One sentence."""
    keys: tuple[str, ...] = ()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Language to what follows the slash; the first name is the one that is shown."""
    aliases: tuple[str, ...] = ()
    """Plain words of either language that mean the command when they are the whole message."""
    rank: int = 0
    """Place in the line of keys, 1 first; 0 stays out of it."""

    def name(self, language: Language) -> str:
        """The slash name to show in a language, or nothing where the command has none."""
        names = self.names.get(language, ())
        return f"/{names[0]}" if names else ""


COMMANDS: tuple[Command, ...] = (
    Command(
        "help",
        "talk",
        {"fr": "Aide", "en": "Help"},
        {"fr": "Montre les touches et les commandes.", "en": "Shows the keys and the commands."},
        keys=("f1",),
        names={"fr": ("aide",), "en": ("help",)},
        aliases=("aide", "help"),
        rank=1,
    ),
    Command(
        "topics",
        "talk",
        {"fr": "Sujets", "en": "Topics"},
        {"fr": "Ouvre la liste de tous les sujets, par thème.", "en": "Opens the list of all topics, by theme."},
        keys=("f2",),
        names={"fr": ("sujets", "thèmes"), "en": ("topics",)},
        aliases=("sujets", "thèmes", "topics", "tous les sujets", "all topics"),
        rank=2,
    ),
    Command(
        "paths",
        "talk",
        {"fr": "Parcours", "en": "Paths"},
        {"fr": "Ouvre les parcours d'apprentissage, étape par étape.", "en": "Opens the learning paths, step by step."},
        keys=("f3",),
        names={"fr": ("parcours",), "en": ("paths",)},
        aliases=("parcours", "paths", "learning paths"),
        rank=3,
    ),
    Command(
        "language",
        "talk",
        {"fr": "English", "en": "Français"},
        {
            "fr": "Change de langue, français ou anglais, pour l'écran et les prochaines réponses.",
            "en": "Changes language, French or English, for the screen and the answers to come.",
        },
        keys=("f4",),
        names={"fr": ("langue",), "en": ("language",)},
        aliases=("langue", "language", "english", "français"),
        rank=5,
    ),
    Command(
        "theme",
        "talk",
        {"fr": "Couleurs", "en": "Colours"},
        {
            "fr": "Passe aux couleurs suivantes : sombre, claire, contraste fort sombre, contraste fort clair.",
            "en": "Goes on to the next colours: dark, light, high contrast dark, high contrast light.",
        },
        keys=("f8",),
        names={"fr": ("couleurs",), "en": ("colours", "theme")},
        aliases=("couleurs", "colours", "colors", "theme", "thème couleur", "colour theme"),
        rank=8,
    ),
    Command(
        "reject",
        "talk",
        {"fr": "Pas ça", "en": "Not that"},
        {
            "fr": "La réponse tombe à côté : donne la suivante.",
            "en": "The answer misses the point: gives the next best.",
        },
        keys=("ctrl+r",),
        names={"fr": ("autre",), "en": ("other",)},
        aliases=("pas ça", "non pas ça", "not that", "no not that"),
        rank=6,
    ),
    Command(
        "copy",
        "talk",
        {"fr": "Copier", "en": "Copy"},
        {"fr": "Copie la dernière réponse.", "en": "Copies the last answer."},
        keys=("ctrl+o",),
        names={"fr": ("copier",), "en": ("copy",)},
        aliases=("copier", "copy"),
        rank=7,
    ),
    Command(
        "new",
        "talk",
        {"fr": "Nouveau", "en": "New"},
        {
            "fr": "Commence une autre conversation ; l'historique des questions reste.",
            "en": "Starts another conversation; the history of questions stays.",
        },
        keys=("ctrl+l",),
        names={"fr": ("nouveau",), "en": ("new",)},
        aliases=("nouveau", "nouvelle conversation", "new", "new conversation"),
        rank=9,
    ),
    Command(
        "formal",
        "talk",
        {"fr": "Vouvoyer", "en": "Formal French"},
        {"fr": "Les prochaines réponses vouvoient.", "en": "The French answers to come say “vous”."},
        names={"fr": ("vous",), "en": ("formal",)},
        aliases=("vouvoyez-moi", "vouvoie-moi"),
    ),
    Command(
        "familiar",
        "talk",
        {"fr": "Tutoyer", "en": "Familiar French"},
        {"fr": "Les prochaines réponses tutoient.", "en": "The French answers to come say “tu”."},
        names={"fr": ("tu",), "en": ("familiar",)},
        aliases=("tutoyez-moi", "tutoie-moi"),
    ),
    Command(
        "commands",
        "talk",
        {"fr": "Commandes", "en": "Commands"},
        {"fr": "Cherche une commande par son nom.", "en": "Finds a command by its name."},
        keys=("ctrl+p",),
        names={"fr": ("commandes",), "en": ("commands",)},
        aliases=("commandes", "commands"),
        rank=10,
    ),
    Command(
        "quit",
        "talk",
        {"fr": "Quitter", "en": "Quit"},
        {"fr": "Quitte le programme.", "en": "Leaves the program."},
        keys=("ctrl+q",),
        names={"fr": ("quitter",), "en": ("quit",)},
        aliases=("quitter", "quit", "exit"),
        rank=4,
    ),
    Command(
        "send",
        "prompt",
        {"fr": "Envoyer", "en": "Send"},
        {"fr": "Envoie la question.", "en": "Sends the question."},
        keys=("enter",),
    ),
    Command(
        "newline",
        "prompt",
        {"fr": "Ligne", "en": "Line"},
        {
            "fr": "Passe à la ligne dans la question ; Maj+Entrée aussi, là où le terminal la transmet.",
            "en": "Starts a new line in the question; so does Shift+Enter where the terminal passes it on.",
        },
        keys=("ctrl+j", "shift+enter"),
    ),
    Command(
        "older",
        "prompt",
        {"fr": "Précédente", "en": "Previous"},
        {
            "fr": "Sur la première ligne, rappelle la question précédente.",
            "en": "On the first line, brings back the previous question.",
        },
        keys=("up",),
    ),
    Command(
        "newer",
        "prompt",
        {"fr": "Suivante", "en": "Next"},
        {
            "fr": "Sur la dernière ligne, revient vers le brouillon.",
            "en": "On the last line, comes back towards the draft.",
        },
        keys=("down",),
    ),
    Command(
        "complete",
        "prompt",
        {"fr": "Compléter", "en": "Complete"},
        {
            "fr": "Complète une commande qui commence par / ; sinon, va aux choix proposés.",
            "en": "Completes a command that begins with /; otherwise goes to the choices on offer.",
        },
        keys=("tab",),
    ),
    Command(
        "take",
        "prompt",
        {"fr": "Choisir", "en": "Choose"},
        {
            "fr": "Prend le choix de ce numéro, tant que la question est vide ; Alt+chiffre à tout moment.",
            "en": "Takes the choice of that number while the question is empty; Alt+digit at any time.",
        },
        keys=tuple("123456789") + tuple(f"alt+{digit}" for digit in "123456789"),
    ),
    Command(
        "page_up",
        "talk",
        {"fr": "Plus haut", "en": "Up"},
        {"fr": "Remonte d'une page dans la conversation.", "en": "Goes up the conversation by a page."},
        keys=("pageup",),
    ),
    Command(
        "page_down",
        "talk",
        {"fr": "Plus bas", "en": "Down"},
        {"fr": "Descend d'une page dans la conversation.", "en": "Goes down the conversation by a page."},
        keys=("pagedown",),
    ),
    Command(
        "cancel",
        "talk",
        {"fr": "Annuler", "en": "Cancel"},
        {
            "fr": "Ferme la complétion, ou reprend la question qui attend. Ne quitte jamais.",
            "en": "Closes the completion, or takes back the question that waits. Never quits.",
        },
        keys=("escape",),
    ),
    Command(
        "open",
        "choice",
        {"fr": "Ouvrir", "en": "Open"},
        {"fr": "Ouvre le choix sur lequel on se trouve.", "en": "Opens the choice that has the focus."},
        keys=("enter",),
        rank=1,
    ),
    Command(
        "previous",
        "choice",
        {"fr": "Choix précédent", "en": "Previous choice"},
        {"fr": "Va au choix précédent.", "en": "Goes to the previous choice."},
        keys=("up",),
    ),
    Command(
        "next",
        "choice",
        {"fr": "Choix suivant", "en": "Next choice"},
        {"fr": "Va au choix suivant.", "en": "Goes to the next choice."},
        keys=("down",),
    ),
    Command(
        "select",
        "list",
        {"fr": "Ouvrir", "en": "Open"},
        {"fr": "Ouvre la ligne choisie.", "en": "Opens the chosen line."},
        keys=("enter",),
        rank=1,
    ),
    Command(
        "back",
        "list",
        {"fr": "Retour", "en": "Back"},
        {"fr": "Revient à la conversation.", "en": "Comes back to the conversation."},
        keys=("escape",),
        rank=2,
    ),
)

BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}

_KEY_WORDS: Mapping[str, Words] = {
    "enter": {"fr": "Entrée", "en": "Enter"},
    "escape": {"fr": "Échap", "en": "Esc"},
    "tab": {"fr": "Tab", "en": "Tab"},
    "up": {"fr": "↑", "en": "↑"},
    "down": {"fr": "↓", "en": "↓"},
    "pageup": {"fr": "Page préc.", "en": "PgUp"},
    "pagedown": {"fr": "Page suiv.", "en": "PgDn"},
    "shift": {"fr": "Maj", "en": "Shift"},
    "ctrl": {"fr": "Ctrl", "en": "Ctrl"},
    "alt": {"fr": "Alt", "en": "Alt"},
}


def spelt(key: str, language: Language) -> str:
    """A key as keyboards name it: `ctrl+o` is Ctrl+O, `escape` is Échap in French."""
    return "+".join(
        _KEY_WORDS[part][language] if part in _KEY_WORDS else part.upper() if len(part) < 4 else part.title()
        for part in key.split("+")
    )


def plain(text: str) -> str:
    """A message reduced to what a name is compared by: lower case, no accents, single spaces, no closing marks."""
    spread = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    bare = "".join(c for c in spread if not unicodedata.combining(c))
    return re.sub(r"[\s,.;:!?…-]+", " ", bare).strip()


def _spellings() -> dict[str, Command]:
    found: dict[str, Command] = {}
    for command in COMMANDS:
        for names in command.names.values():
            found |= {f"/{plain(name)}": command for name in names}
        found |= {plain(alias): command for alias in command.aliases}
    return found


_SPELLINGS = _spellings()
_LONGEST = max(map(len, _SPELLINGS)) + 8


def meant(message: str) -> Command | None:
    """The command that a whole message means, by slash or by plain word; a question means none."""
    message = message.strip()
    if len(message) > _LONGEST or "\n" in message:
        return None
    if message.startswith("/"):
        return _SPELLINGS.get(f"/{plain(message[1:])}")
    return _SPELLINGS.get(plain(message))


def completions(typed: str, language: Language) -> list[tuple[str, Command]]:
    """Slash names that begin as typed, with their commands: those of the language first, no command twice."""
    if not typed.startswith("/"):
        return []
    beginning = plain(typed[1:])
    found: dict[str, tuple[str, Command]] = {}
    for tongue in sorted(("fr", "en"), key=lambda code: code != language):
        for command in COMMANDS:
            for name in command.names.get(tongue, ()):
                if plain(name).startswith(beginning):
                    found.setdefault(command.id, (f"/{name}", command))
    return list(found.values())
