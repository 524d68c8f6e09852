"""Every setting with its values, one of them marked; choosing another changes it, the screen stays."""

from collections.abc import Sequence
from pathlib import Path

from textual.content import Content
from textual.widgets.option_list import Option

from advisor.settings import TABLE, Setting, Settings, Value
from advisor.tui.ink import HEADING, QUIET, visible
from advisor.tui.messages import SettingChosen
from advisor.tui.screens.listing import ListScreen, Row
from advisor.tui.words import Wording

CHOSEN, OTHER = "●", "○"


class SettingsScreen(ListScreen):
    """The list of values, by setting."""

    title_key = "settings_title"

    def __init__(self, wording: Wording, settings: Settings, file: Path) -> None:
        super().__init__(wording)
        self._settings = settings
        self._file = file

    def know(self, settings: Settings) -> None:
        """Show what is set now."""
        self._settings = settings
        self.fill_anew()

    def rows(self, wording: Wording) -> Sequence[Row]:
        """A row a value; what is written in the file finds it too."""
        return [
            Row(
                f"{setting.key}-{place}",
                f"{self._mark(setting, value)} {wording.of(words)}",
                group=wording.of(setting.title),
                also=f"{setting.key} {value}",
            )
            for setting in TABLE.values()
            for place, (value, words) in enumerate(setting.values.items())
        ]

    def _mark(self, setting: Setting, value: Value) -> str:
        return CHOSEN if getattr(self._settings, setting.key) == value else OTHER

    def _options(self, found: Sequence[Row]) -> list[Option]:
        """The rows, and at the end where all this is written."""
        options = super()._options(found)
        if options:
            where = self.wording("settings_file", file=self._file)
            options.append(Option(Content.styled(visible(where), QUIET), disabled=True))
        return options

    def heading(self, group: str) -> Option:
        """The setting, and what it is for."""
        help = next(one.help for one in TABLE.values() if self.wording.of(one.title) == group)
        about = (visible(self.wording.of(help)), QUIET)
        return Option(Content.assemble((group, HEADING), "\n", about), disabled=True)

    def choose(self, id: str) -> None:
        """Ask for the value, and stay."""
        key, _, place = id.rpartition("-")
        self.post_message(SettingChosen(key, TABLE[key].choices[int(place)]))
