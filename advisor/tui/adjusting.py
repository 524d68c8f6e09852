"""Settings as they change while the program runs: at once on the screen, then in the file; knows no knowledge."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.settings import Places, Settings, Value, animates, keep_setting, screen_language
from advisor.tui.messages import NotKept, SettingChosen
from advisor.tui.over import OverTalkApp
from advisor.tui.screens.worded import WordedScreen
from advisor.tui.themes import after
from advisor.tui.words import Wording

if TYPE_CHECKING:
    from advisor.model import Address, Language
    from advisor.tui.engine import Engine
    from advisor.tui.record import Record
    from advisor.tui.screens.talk import TalkScreen


class AdjustingApp(OverTalkApp, inherit_bindings=False):
    """An application with settings; its heir holds the engine and the record that some of them are for."""

    _settings: Settings
    _places: Places
    _wording: Wording
    _answers_in: Language | None
    _engine: Engine
    _record: Record
    _talk: TalkScreen

    def change_setting(self, key: str, value: Value) -> None:
        """Have a setting take effect, then keep it."""
        self._settings = replace(self._settings, **{key: value})  # type: ignore[arg-type]
        if key == "language":
            self._speak_language(self._settings.language)
        elif key == "address":
            self._speak(replace(self._wording, address="tu" if value == "tu" else "vous"))
        elif key == "theme":
            self.theme = self._settings.theme
        elif key == "animation":
            self.animation_level = "full" if animates(self._settings.animation) else "none"
        elif key == "answers":
            self._talk.shows_all = value == "whole"
        else:
            self._record.keep_kinds(questions=self._settings.history, conversations=self._settings.conversations)
        self._keep(key, value)

    def _keep(self, key: str, value: Value) -> None:
        try:
            keep_setting(self._places.settings_file, key, value)
        except OSError as error:
            from advisor.reasons import reason_of  # mostly nothing goes wrong

            self.post_message(NotKept(reason_of(error)))

    def _speak_language(self, chosen: str) -> None:
        language = screen_language(chosen)
        self._answers_in = None if chosen == "auto" else language
        self._speak(replace(self._wording, language=language))

    def _speak(self, wording: Wording) -> None:
        self._wording = wording
        self._engine.speak(self._answers_in, wording.address)
        for screen in self.screen_stack:
            if isinstance(screen, WordedScreen):
                screen.wording = wording

    # By command

    def _do_language(self) -> None:
        self.change_setting("language", "en" if self._wording.language == "fr" else "fr")
        self.tell(self._wording("language_is"))

    def _do_formal(self) -> None:
        self._address("vous")

    def _do_familiar(self) -> None:
        self._address("tu")

    def _address(self, address: Address) -> None:
        self.change_setting("address", address)
        self.tell(self._wording(f"address_is_{address}"))

    def _do_theme(self) -> None:
        from advisor.settings import TABLE

        self.change_setting("theme", after(self.theme))
        self.tell(self._wording("theme_is", theme=self._wording.of(TABLE["theme"].values[self.theme])))

    # On their screen

    def _do_settings(self) -> None:
        from advisor.tui.screens.settings import SettingsScreen

        self._open_over(SettingsScreen(self._wording, self._settings, self._places.settings_file))

    def on_setting_chosen(self, event: SettingChosen) -> None:
        """Change a setting, and show it."""
        from advisor.tui.screens.settings import SettingsScreen

        self.change_setting(event.key, event.value)
        for screen in self.screen_stack:
            if isinstance(screen, SettingsScreen):
                screen.know(self._settings)
