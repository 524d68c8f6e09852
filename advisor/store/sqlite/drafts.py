"""What is being written, one draft for each running program, as a few statements on the database; knows no prompt."""

import sqlite3

from advisor.store.records import LONGEST_TEXT, Draft, clean, new_id, now
from advisor.store.sqlite.connection import beside
from advisor.store.sqlite.database import Database
from advisor.store.sqlite.holding import Holding
from advisor.store.sqlite.rows import records
from advisor.store.sqlite.talks import Keeping
from advisor.store.sqlite.whole import insert_record

WRITING = ".writing"


class Unsent:
    """The drafts of a database, and which of them is this program's."""

    def __init__(self, database: Database, keeping: Keeping) -> None:
        self._database = database
        self._keeping = keeping
        self._holding = Holding(beside(database.file, WRITING) if database.file else None)
        self._draft = Draft(new_id(), "", now())

    def take(self) -> str:
        """The latest draft that no running program is writing, which is this program's from here on."""
        if not self._keeping.questions:
            self.clear()
            return ""
        found = self._database.read(lambda connection: records(connection, "drafts", Draft))
        self._draft = next((one for one in reversed(found) if self._holding.hold(one.id)), self._draft)
        return self._draft.text

    def keep(self, text: str) -> None:
        """Keep what is being written in the place of what was; let go of it where that is nothing."""
        text = clean(text) if text.strip() and self._keeping.questions else ""
        if len(text) <= LONGEST_TEXT and text != self._draft.text:
            self._draft = Draft(self._draft.id, text, now())
            self._database.write(self._write)
            self._holding.hold(self._draft.id)

    def _write(self, connection: sqlite3.Connection) -> None:
        """Write the draft as it is by now: where this is done once more later, what was written before is nobody's wish."""
        draft = self._draft
        connection.execute("DELETE FROM drafts WHERE id = ?", (draft.id,))
        if draft.text:
            insert_record(connection, "drafts", draft)

    def clear(self) -> None:
        """Let go of all drafts, those of other programs too."""
        self._draft = Draft(self._draft.id, "", now())
        is_any = "SELECT 1 FROM drafts LIMIT 1"
        if self._database.read(lambda connection: connection.execute(is_any).fetchone()):
            self._database.write(lambda connection: connection.execute("DELETE FROM drafts"))

    def close(self) -> None:
        """Leave the draft to whichever program comes next."""
        self._holding.close()
