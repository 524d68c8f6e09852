"""The help, made from the table of commands."""

from collections.abc import Sequence

from textual.content import Content

from advisor.commands import BY_ID, COMMANDS, Command, Place, all_spelt
from advisor.tui.ink import HEADING, QUIET
from advisor.tui.markdown import read_markdown
from advisor.tui.page import Block, Paragraph
from advisor.tui.screens.reading import ReadingScreen
from advisor.tui.words import Wording

_PLACES: tuple[Place, ...] = ("talk", "prompt", "choice", "list", "path", "edit")
_GAP = Paragraph(Content())


class HelpScreen(ReadingScreen):
    """Every command with its keys, its names and its sentence."""

    def blocks(self, wording: Wording) -> Sequence[Block]:
        """An introduction, then a section a place."""
        language = wording.language
        intro = wording("help_intro", send=wording.key("send"), help_name=BY_ID["help"].name(language))
        blocks: list[Block] = [
            Paragraph(Content.styled(wording("help_title"), HEADING)),
            _GAP,
            *read_markdown(intro),
            *read_markdown(wording("help_mouse", copy=wording.key("interrupt"))),
        ]
        for place in _PLACES:
            blocks += [_GAP, Paragraph(Content.styled(wording(f"help_{place}"), HEADING)), _GAP]
            blocks += [_entry(command, wording) for command in COMMANDS if command.place == place]
        return blocks


def _entry(command: Command, wording: Wording) -> Paragraph:
    keys = ", ".join(all_spelt(wording.bound(command), wording.language))
    name = command.call(wording.language)
    ways = Content(" · ").join([Content.styled(text, HEADING) for text in (keys, name) if text])
    words = wording("plain_words", list=", ".join(command.aliases)) if command.aliases else ""
    return Paragraph(
        Content.assemble(ways, "  ", wording.help(command), (f"  {words}" if words else "", QUIET)),
        hang=Content("    "),
    )
