"""The commands that take along what was said: copies of it, and files."""

from advisor.commands.command import Command

TAKE: tuple[Command, ...] = (
    Command(
        "copy_model",
        "talk",
        {"fr": "Copier le modèle", "en": "Copy the model"},
        {
            "fr": "Copie le texte modèle de la dernière réponse, message ou ligne de CV, ou laisse choisir entre plusieurs.",
            "en": "Copies the model text of the last answer, a message or a line of a CV, or lets you choose between several.",
        },
        keys=("ctrl+g",),
        names={"fr": ("modèle",), "en": ("model",)},
        aliases=("copier le modèle", "copier le message", "copy the model", "copy the message"),
        words={"fr": "NUMÉRO", "en": "NUMBER"},
    ),
    Command(
        "copy_all",
        "talk",
        {"fr": "Tout copier", "en": "Copy all"},
        {"fr": "Copie toute la conversation.", "en": "Copies the whole conversation."},
        names={"fr": ("tout-copier",), "en": ("copy-all",)},
        aliases=("tout copier", "copier tout", "copy all", "copier la conversation", "copy the conversation"),
    ),
    Command(
        "export",
        "talk",
        {"fr": "Exporter", "en": "Export"},
        {
            "fr": "Enregistre la conversation dans un fichier : Markdown, page HTML ou texte.",
            "en": "Saves the conversation in a file: Markdown, HTML page or text.",
        },
        keys=("ctrl+s",),
        names={"fr": ("exporter",), "en": ("export",)},
        aliases=("exporter", "export", "exporter la conversation", "export the conversation"),
        words={"fr": "FORMAT FICHIER", "en": "FORMAT FILE"},
        after_alias=("en", "as", "to", "markdown", "md", "html", "text", "texte", "txt"),
    ),
)
