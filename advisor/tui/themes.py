"""The four sets of colours, each with the names that texts use; knows no widget."""

from textual.app import App
from textual.theme import Theme


def _theme(
    name: str,
    *,
    dark: bool,
    ground: str,
    text: str,
    field: str,
    heading: str,
    quiet: str,
    code: str,
    code_ground: str,
    marked: str,
    warning: str,
) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=heading,
        secondary=heading,
        accent=heading,
        success=heading,
        warning=warning,
        error=warning,
        foreground=text,
        background=ground,
        surface=field,
        panel=field,
        boost=field,
        variables={
            "heading": heading,
            "quiet": quiet,
            "code-text": code,
            "code-ground": code_ground,
            "warned": warning,
            "marked": marked,
            "text": text,
            "text-muted": quiet,
            "text-disabled": quiet,
            "border": heading,
            "border-blurred": quiet,
            "block-cursor-foreground": ground,
            "block-cursor-background": heading,
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-foreground": ground,
            "block-cursor-blurred-background": heading,
            "block-cursor-blurred-text-style": "bold",
            "block-hover-background": marked,
            "input-cursor-foreground": ground,
            "input-cursor-background": text,
            "input-selection-foreground": text,
            "input-selection-background": marked,
            "screen-selection-foreground": text,
            "screen-selection-background": marked,
            "scrollbar": quiet,
            "scrollbar-hover": heading,
            "scrollbar-active": heading,
            "scrollbar-background": field,
            "scrollbar-background-hover": field,
            "scrollbar-background-active": field,
            "scrollbar-corner-color": field,
        },
    )


THEMES: tuple[Theme, ...] = (
    _theme(
        "dark",
        dark=True,
        ground="#15181d",
        text="#e8e8e6",
        field="#1f242b",
        heading="#8fc7ff",
        quiet="#a6b0bb",
        code="#f2cb8a",
        code_ground="#262c35",
        marked="#26405a",
        warning="#ffb3a1",
    ),
    _theme(
        "light",
        dark=False,
        ground="#fbfaf7",
        text="#1f2328",
        field="#f0ede6",
        heading="#0b4a82",
        quiet="#545c65",
        code="#743a00",
        code_ground="#ece8df",
        marked="#cfe2f5",
        warning="#9a2a12",
    ),
    _theme(
        "contrast-dark",
        dark=True,
        ground="#000000",
        text="#ffffff",
        field="#000000",
        heading="#ffe95c",
        quiet="#dcdcdc",
        code="#9dffb0",
        code_ground="#1a1a1a",
        marked="#003670",
        warning="#ffc2b3",
    ),
    _theme(
        "contrast-light",
        dark=False,
        ground="#ffffff",
        text="#000000",
        field="#ffffff",
        heading="#00316b",
        quiet="#303030",
        code="#4d0000",
        code_ground="#f2f2f2",
        marked="#ffe680",
        warning="#6b0f00",
    ),
)
"""In the order in which one key goes through them."""


def after(name: str) -> str:
    """The colours that come after some others; the first again after the last, or after unknown ones."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]


def wear(app: App[None], name: str) -> None:
    """Have a program that isn't on the screen yet open in a theme; setting it would read every style sheet twice."""
    app.set_reactive(App.theme, name)
    app.stylesheet.set_variables(app.get_css_variables())
    app.add_class(f"-theme-{name}", update=False)
    app.set_class(app.current_theme.dark, "-dark-mode", update=False)
    app.set_class(not app.current_theme.dark, "-light-mode", update=False)
