"""A person's settings: one declared table, a small TOML file, and where on the system it lies; knows no screen."""

from advisor.settings.file import keep_setting, read_settings, write_settings
from advisor.settings.places import Places, places
from advisor.settings.replacing import replace_file
from advisor.settings.surroundings import animates, screen_language
from advisor.settings.table import TABLE, Setting, Settings, Value

__all__ = [
    "TABLE",
    "Places",
    "Setting",
    "Settings",
    "Value",
    "animates",
    "keep_setting",
    "places",
    "read_settings",
    "replace_file",
    "screen_language",
    "write_settings",
]
