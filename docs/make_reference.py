"""Writes the two pages of docs/reference that repeat a table of the program: `python docs/make_reference.py`."""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from advisor.commands import COMMANDS, Command, Place, all_spelt
from advisor.commands.eaten import EATEN
from advisor.model import LANGUAGES, Language, Words
from advisor.settings import TABLE, Settings, write_settings
from advisor.text.typography import typeset
from advisor.tui.keys import EACH_ITS_OWN

REFERENCE = Path(__file__).resolve().parent / "reference"
KEYS = REFERENCE / "keys-and-commands.md"
SETTINGS = REFERENCE / "settings.md"
HERE = "Don't edit this page: change `{source}`, then run `python docs/make_reference.py`. A test compares the two."

PLACES: dict[Place, dict[Language, str]] = {
    "talk": {"fr": "Dans la conversation", "en": "In the conversation"},
    "prompt": {"fr": "En écrivant une question", "en": "While writing a question"},
    "edit": {"fr": "Dans tout champ de saisie", "en": "In any field"},
    "choice": {"fr": "Sur un choix", "en": "On a choice"},
    "list": {"fr": "Dans une liste ou une page", "en": "In a list or a page"},
    "path": {"fr": "Sur un parcours", "en": "On a learning path"},
}
HEADS: dict[Language, list[str]] = {
    "fr": ["Id", "Touches", "Nom", "Mots simples", "Ce que cela fait"],
    "en": ["Id", "Keys", "Name", "Plain words", "What it does"],
}


def keys_page() -> str:
    """Every key and command, in both languages."""
    return "\n".join(
        [
            "# Touches et commandes · Keys and commands",
            "",
            HERE.format(source="advisor/commands"),
            "",
            "[Français](#français) · [English](#english)",
            "",
            *_keys(
                "fr",
                "Français",
                "Une commande se donne par une touche, par son nom derrière une barre oblique, ou par un mot simple quand ce "
                "mot est tout le message. Chaque nom vaut dans les deux langues, avec ou sans accents. "
                "Dans le programme, F1 montre cette liste.",
            ),
            *_keys(
                "en",
                "English",
                "A command is given by a key, by its name behind a slash, or by a plain word when that word is the whole "
                "message. Every name works in both languages, with or without accents. In the program, F1 shows this list.",
            ),
        ]
    )


def _keys(language: Language, title: str, opening: str) -> list[str]:
    lines = [f"## {title}", "", typeset(opening, language), ""]
    for place, named in PLACES.items():
        rows = [_row(command, language) for command in COMMANDS if command.place == place]
        lines += [f"### {named[language]}", "", *_table(HEADS[language], rows)]
    return lines


def _row(command: Command, language: Language) -> list[str]:
    other = LANGUAGES[1 - LANGUAGES.index(language)]
    names = [f"`/{name}`" for code in (language, other) for name in command.names.get(code, ())]
    if command.words:
        names[0] = f"`{command.call(language)}`"
    return [
        f"`{command.id}`",
        ", ".join(all_spelt(command, language)),
        ", ".join(dict.fromkeys(names)),
        ", ".join(command.aliases),
        typeset(command.help[language], language),
    ]


def settings_page() -> str:
    """The whole file, then every setting and where the file lies, in both languages."""
    return "\n".join(
        [
            "# Réglages · Settings",
            "",
            HERE.format(source="advisor/settings/table.py"),
            "",
            "[Français](#français) · [English](#english)",
            "",
            "`settings.toml`, en entier, avec les valeurs d’origine · in full, with the defaults:",
            "",
            "```toml",
            _whole_file().rstrip("\n"),
            "```",
            "",
            *_settings("fr"),
            *_settings("en"),
        ]
    )


def _settings(language: Language) -> list[str]:
    said = {key: typeset(words[language], language) for key, words in SAID.items()}
    rows = [
        [
            f"`{setting.key}`",
            f"`{_toml(setting.default)}`",
            ", ".join(f"`{_toml(choice)}`" for choice in setting.choices),
            typeset(setting.help[language], language),
        ]
        for setting in TABLE.values()
    ]
    variables = [[name, typeset(words[language], language)] for name, words in VARIABLES.items()]
    return [
        f"## {said['title']}",
        "",
        *_table(said["head"].split(" | "), rows),
        said["file"],
        "",
        *_table(["", "`settings.toml`", "`advisor.db`", "`faults.log`", said["indexes"]], PLACES_OF_FILES),
        said["wins"],
        "",
        *_table(said["variable_head"].split(" | "), variables),
        said["wrong"],
        "",
        f"### {said['keys_title']}",
        "",
        said["keys"].format(own=", ".join(f"`{id}`" for id in EACH_ITS_OWN)),
        "",
        *_table(said["eaten_head"].split(" | "), _eaten(language)),
    ]


def _eaten(language: Language) -> list[list[str]]:
    """The keys that don't arrive, those with one reason together."""
    by_reason: dict[str, list[str]] = {}
    for key, reason in EATEN.items():
        by_reason.setdefault(typeset(reason[language], language), []).append(f"`{key}`")
    return [[", ".join(keys), reason] for reason, keys in by_reason.items()]


def _whole_file() -> str:
    """The file as the program writes it, with nothing changed."""
    with tempfile.TemporaryDirectory() as room:
        file = Path(room) / "settings.toml"
        write_settings(file, Settings())
        return file.read_text(encoding="utf-8")


SAID: dict[str, Words] = {
    "title": {"fr": "Français", "en": "English"},
    "head": {"fr": "Clé | D'origine | Au choix | Ce que cela règle", "en": "Key | Default | Choices | What it sets"},
    "file": {
        "fr": "Le programme n'écrit ce fichier qu'au premier changement d'un réglage, puis n'y touche que la ligne de ce qui "
        "change : les remarques écrites à la main restent. Une clé absente garde sa valeur d'origine. Dans le programme, "
        "Ctrl+D ou `/réglages` montre et change tout cela, avec effet immédiat.",
        "en": "The program writes this file only when a setting is first changed, and from then on touches the line of what "
        "changes alone: remarks written by hand stay. A key that is missing keeps its default. In the program, Ctrl+D or "
        "`/settings` shows and changes all this, with immediate effect.",
    },
    "keys_title": {"fr": "Touches", "en": "Other keys"},
    "keys": {
        "fr": "Sous une ligne `[keys]`, l'id d'une [commande](keys-and-commands.md#français) reçoit une autre touche, "
        '`topics = "alt+t"`, ou plusieurs, `newline = ["ctrl+j", "alt+enter"]` ; `theme = []` n\'en laisse aucune à une '
        "commande qui a un nom. Une touche s'écrit comme sur le clavier, dans l'une des deux langues : `Maj+Entrée` vaut "
        "`shift+enter`. Pour {own}, dont chaque touche fait autre chose, il en faut autant qu'à l'origine, dans le même ordre. "
        "L'aide, la ligne des touches et les phrases du programme montrent les touches changées. Un id inconnu, une touche "
        "prise par une autre commande au même endroit ou une touche qui n'arrive pas est nommé au démarrage, et la touche "
        "d'origine sert à la place. Échap annule et ne peut pas quitter. N'arrivent pas partout :",
        "en": "Below a line `[keys]`, the id of a [command](keys-and-commands.md#english) is given another key, "
        '`topics = "alt+t"`, or several, `newline = ["ctrl+j", "alt+enter"]`; `theme = []` leaves none to a command that '
        "has a name. A key is written as on the keyboard, in either language: `Maj+Entrée` is as good as `shift+enter`. "
        "For {own}, whose keys each do something else, as many are needed as there were, in the same order. Help, the line of "
        "keys and the program's sentences show the keys that were changed. An unknown id, a key that another command has in "
        "the same place, or a key that doesn't arrive is named when the program opens, and the default serves instead. Esc "
        "cancels and can't leave. These don't arrive everywhere:",
    },
    "eaten_head": {"fr": "Touche | Pourquoi", "en": "Key | Why"},
    "indexes": {"fr": "index", "en": "indexes"},
    "wins": {
        "fr": "Une option de l'appel l'emporte sur l'environnement, l'environnement sur le fichier, le fichier sur la valeur "
        "d'origine.",
        "en": "An option of the call wins over the environment, the environment over the file, the file over the default.",
    },
    "variable_head": {"fr": "Variable, option | Ce qu'elle fait", "en": "Variable, option | What it does"},
    "wrong": {
        "fr": "Un fichier illisible compte pour vide ; une clé inconnue ou une valeur qui n'est pas au choix est laissée de "
        "côté. Une phrase le dit et nomme le fichier, avec la clé la plus proche ou les valeurs possibles. Rien dans ce "
        "fichier n'empêche le programme de s'ouvrir, et un fichier illisible n'est jamais remplacé.",
        "en": "A file that can't be read counts as empty; an unknown key, or a value that isn't among the choices, is left "
        "aside. A sentence says so and names the file, with the nearest key or the possible values. Nothing in this file "
        "keeps the program from opening, and a file that can't be read is never replaced.",
    },
}
PLACES_OF_FILES = (
    ["Linux", "`~/.config/advisor/`", "`~/.local/share/advisor/`", "`~/.local/state/advisor/`", "`~/.cache/advisor/`"],
    ["macOS", *["`~/Library/Application Support/advisor/`"] * 3, "`~/Library/Caches/advisor/`"],
    ["Windows", *[r"`%LOCALAPPDATA%\advisor\`"] * 3, r"`%LOCALAPPDATA%\advisor\Cache\`"],
    ["`--data DIR`, `ADVISOR_DATA`", "`DIR/config/`", "`DIR/data/`", "`DIR/state/`", "`DIR/cache/`"],
)
VARIABLES: dict[str, Words] = {
    "`ADVISOR_LANG`, `--lang`": {
        "fr": "`fr`, `en` ou `auto`, à la place du réglage `language`",
        "en": "`fr`, `en` or `auto`, in the place of the setting `language`",
    },
    "`ADVISOR_DATA`, `--data DIR`": {
        "fr": "le dossier des réglages, des questions gardées et des index",
        "en": "the directory of settings, questions kept and indexes",
    },
    "`ADVISOR_KNOWLEDGE`, `--knowledge DIR`": {
        "fr": "des dossiers de connaissances posés sur celles d'origine, séparés comme dans `PATH`",
        "en": "directories of knowledge laid over the built-in one, separated as in `PATH`",
    },
    "`NO_COLOR`": {"fr": "des gris à la place des couleurs", "en": "greys in the place of colours"},
    "`LC_ALL`, `LC_MESSAGES`, `LANG`": {
        "fr": "la langue de l'écran quand `language` vaut `auto` : français, sauf si une autre langue y est nommée",
        "en": "the language of the screen where `language` is `auto`: English, except where French or nothing is named",
    },
    "`SSH_CONNECTION`, `SSH_TTY`": {
        "fr": "présentes à travers ssh : pas de défilement animé quand `animation` vaut `auto`",
        "en": "present over ssh: no animated scrolling where `animation` is `auto`",
    },
}


def _toml(value: str | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    rule = ["---"] * len(head)
    return [*("| " + " | ".join(row) + " |" for row in (list(head), rule, *rows)), ""]


PAGES = {KEYS: keys_page, SETTINGS: settings_page}

if __name__ == "__main__":
    for file, page in PAGES.items():
        file.write_text(page(), encoding="utf-8")
