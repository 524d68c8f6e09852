"""Settings in the conversation on lines: shown with their values, and kept as the full screen keeps them; knows no talk."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.model import Language
from advisor.reasons import reason_of
from advisor.text.typography import typeset, typeset_message

if TYPE_CHECKING:
    from advisor.cli.setting import Setting
    from advisor.settings import Value

SAID: dict[Language, dict[str, str]] = {
    "fr": {
        "row": "{title} : {value}",
        "how": "« langue », /vous et /tu changent ici ce qu'ils nomment ; tout s'écrit aussi à la main dans {file}.",
        "not_kept": "Ce réglage vaut pour cette conversation ; il n'a pas pu être gardé ({reason}).",
    },
    "en": {
        "row": "{title}: {value}",
        "how": "“language”, /formal and /familiar change here what they name; all can be written by hand too, in {file}.",
        "not_kept": "This holds for this conversation; it could not be kept ({reason}).",
    },
}


class Adjusting:
    """What is set, for a chat."""

    def __init__(self, setting: "Setting", show: Callable[[str], None]) -> None:
        self._settings = setting.settings
        self._file = setting.places.settings_file
        self._show = show

    def list(self, language: Language) -> None:
        """Say every setting with its value, and where they are written."""
        from advisor.settings import TABLE

        lines = []
        for key, one in TABLE.items():
            value = one.values[getattr(self._settings, key)]
            words = {"title": typeset(one.title[language], language), "value": typeset(value[language], language)}
            lines.append(_said("row", language, **words))
        self._show("\n".join([*lines, _said("how", language, file=self._file)]))

    def keep(self, key: str, value: "Value", language: Language) -> None:
        """Keep a setting, or say why it can't be."""
        from advisor.settings import keep_setting

        self._settings = replace(self._settings, **{key: value})  # type: ignore[arg-type]
        try:
            keep_setting(self._file, key, value)
        except OSError as error:
            self._show(_said("not_kept", language, reason=typeset_message(reason_of(error)[language], language)))


def _said(key: str, language: Language, **values: object) -> str:
    return typeset(SAID[language][key], language).format(**values)
