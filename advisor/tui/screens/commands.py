"""Every command by its name; choosing one carries it out."""

from collections.abc import Sequence

from advisor.commands import COMMANDS, spelt
from advisor.tui.screens.listing import ListScreen, Row
from advisor.tui.words import Wording


class CommandsScreen(ListScreen):
    """The list of commands that have a name."""

    title_key = "commands_title"
    titles_first = True

    def rows(self, wording: Wording) -> Sequence[Row]:
        """A row a command, with its key and its slash name."""
        return [
            Row(
                command.id,
                " · ".join(
                    [
                        wording.label(command),
                        command.name(wording.language),
                        *(spelt(key, wording.language) for key in wording.bound(command).keys[:1]),
                    ]
                ),
                wording.help(command),
                also=" ".join(command.aliases),
            )
            for command in COMMANDS
            if command.names
        ]
