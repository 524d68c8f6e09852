"""What to take along, and how: the format and the name of a file, and which of several model texts."""

from collections.abc import Callable, Sequence
from datetime import datetime

from advisor.export.file import FORMATS, Wish, named, wish
from advisor.export.models import Model
from advisor.export.said import say
from advisor.tui.screens.listing import ListScreen, Row, Search
from advisor.tui.words import Wording


class ExportScreen(ListScreen):
    """The formats, each with the file that would be written; what is typed is the file's name and hides no row."""

    title_key = "export_title"

    def __init__(self, wording: Wording, began: datetime, save: Callable[[Wish], None]) -> None:
        """Have what was chosen saved by `save`; who does that closes this once the file is written."""
        super().__init__(wording)
        self._began = began
        self._save = save
        self._is_saving = False
        self._file_name = ""

    def reword(self, wording: Wording) -> None:
        """Ask for a name."""
        super().reword(wording)
        self.query_exactly_one(Search).placeholder = wording("file_name")

    def rows(self, wording: Wording) -> Sequence[Row]:
        """A row a format; the one that the name's ending asks for comes first."""
        self._file_name = self.query_exactly_one(Search).value
        first = wish(self._file_name).format
        formats = sorted(FORMATS, key=lambda format: format != first)
        return [
            Row(
                format,
                say(format, wording.language),
                str(named(self.wish_for(format), self._began)),
                also=self._file_name,
            )
            for format in formats
        ]

    def choose(self, id: str) -> None:
        """Have it saved, and stay: should that fail, the name that was typed is still there."""
        if not self._is_saving:
            self._is_saving = True
            self._save(self.wish_for(id))

    def try_again(self) -> None:
        """Take another choice, as the last one came to nothing."""
        self._is_saving = False

    def wish_for(self, format: str) -> Wish:
        """What a row stands for, with the name that was typed."""
        return Wish(next(one for one in FORMATS if one == format), wish(self._file_name).name)


class ModelsScreen(ListScreen):
    """The model texts of an answer; gives the place of the one chosen."""

    title_key = "models_title"

    def __init__(self, wording: Wording, models: Sequence[Model]) -> None:
        super().__init__(wording)
        self._models = models

    def rows(self, wording: Wording) -> Sequence[Row]:  # noqa: ARG002 - model texts stay in the language of their answer
        """A row a text, under its label, with how it begins."""
        return [
            Row(str(place), model.label, model.text.strip().split("\n")[0]) for place, model in enumerate(self._models)
        ]
