"""The store over a database: hands each kind of record to the part that keeps it; knows no statement of SQL."""

from advisor.errors import AdvisorError
from advisor.store.port import Conversations, Drafts, Lessons, Questions, Steps, Unanswered
from advisor.store.records import Everything, Merged
from advisor.store.sqlite.database import Database
from advisor.store.sqlite.drafts import Unsent
from advisor.store.sqlite.learnt import Gaps, Progress, Reactions
from advisor.store.sqlite.talks import History, Keeping, Talks
from advisor.store.sqlite.whole import everything, merge


class DatabaseStore:
    """All that is kept of a person, in one database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._keeping = Keeping()
        self._talks = Talks(database, self._keeping)
        self._history = History(database, self._keeping)
        self._progress = Progress(database)
        self._reactions = Reactions(database, self._keeping)
        self._gaps = Gaps(database, self._keeping)
        self._unsent = Unsent(database, self._keeping)

    @property
    def conversations(self) -> Conversations:
        """The talks."""
        return self._talks

    @property
    def questions(self) -> Questions:
        """The history."""
        return self._history

    @property
    def steps(self) -> Steps:
        """Progress on learning paths."""
        return self._progress

    @property
    def lessons(self) -> Lessons:
        """Feedback, rejections, own phrasings."""
        return self._reactions

    @property
    def unanswered(self) -> Unanswered:
        """The gaps."""
        return self._gaps

    @property
    def drafts(self) -> Drafts:
        """What is being written."""
        return self._unsent

    @property
    def is_kept(self) -> bool:
        """Whether what is written now lasts longer than the program."""
        return self._database.is_kept

    @property
    def refused(self) -> AdvisorError | None:
        """Why the file isn't used at all, where it isn't."""
        return self._database.refused

    def keep(self, *, questions: bool, conversations: bool) -> None:
        """Keep these from here on, or no longer."""
        self._keeping.questions = questions
        self._keeping.conversations = conversations

    def everything(self) -> Everything:
        """All that is kept."""
        return self._database.read(everything)

    def merge(self, more: Everything) -> Merged:
        """Add what isn't there yet, all of it or nothing."""
        return self._database.write(lambda connection: merge(connection, more))

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()
        self._unsent.close()
