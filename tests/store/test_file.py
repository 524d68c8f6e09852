"""The file: its versions, its damage, its absence, and who else writes to it."""

import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Open
from samples import fill, reply

from advisor.model import Words
from advisor.settings import Places
from advisor.store.port import Store
from advisor.store.records import Everything
from advisor.store.sqlite import schema
from advisor.store.sqlite.database import Database


def changed_behind(file: Path, *statements: str) -> None:
    connection = sqlite3.connect(file, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


@pytest.fixture
def filled(here: Places, open_here: Open) -> Everything:
    """What a file holds that nobody has open."""
    store = open_here()
    fill(store, talks=30)
    held = store.everything()
    store.close()
    return held


@pytest.mark.parametrize("version", range(1, schema.VERSION))
def test_a_file_of_an_earlier_version_becomes_one_of_this_version(
    here: Places, open_here: Open, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.data.mkdir(parents=True)
    connection = sqlite3.connect(here.store_file, isolation_level=None)
    connection.execute("BEGIN")
    schema.MIGRATIONS[0](connection)
    connection.execute("PRAGMA user_version = 1")
    at = "2025-01-01T00:00:00.000000Z"
    connection.execute("INSERT INTO conversations VALUES (1, 'a', 'Été', 'fr', ?, ?)", (at, at))
    answer = '{"kind": "answer", "language": "fr", "text": "Le salaire à négocier"}'
    connection.execute("INSERT INTO turns VALUES (1, 'b', 'a', 1, 'Combien ?', ?, 'answer', 's', 0.5, ?)", (at, answer))
    connection.execute("INSERT INTO questions VALUES (1, 'c', 'Où ça ?', ?)", (at,))
    connection.execute("INSERT INTO unanswered VALUES (1, 'd', 'vélo', 'fr', '[]', ?)", (at,))
    with monkeypatch.context() as earlier:
        earlier.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:version])
        schema.bring_up(connection)
    connection.execute("COMMIT")
    assert schema.version_of(connection) == version
    connection.close()
    store = open_here()
    assert [found.turn for found in store.conversations.find("NEGOCIER")] == [1]
    assert [found.turn for found in store.conversations.find("ete")] == [0]
    assert store.questions.search("ou ca") == ("Où ça ?",)
    assert store.unanswered.all()[0].neighbourhood is None
    store.lessons.teach("la paie", "fr", "salary")
    assert store.drafts.take() == ""
    store.drafts.keep("Et si")
    assert [one.text for one in store.everything().drafts] == ["Et si"]
    store.close()
    made, walked = (sqlite3.connect(name) for name in (":memory:", here.store_file))
    schema.bring_up(made)
    columns = (
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY 1, 2"
    )
    assert made.execute(columns).fetchall() == walked.execute(columns).fetchall()
    assert walked.execute("PRAGMA foreign_key_check").fetchall() == []
    assert walked.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    made.close()
    walked.close()


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    here: Places, open_here: Open, filled: Everything, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(connection: sqlite3.Connection) -> None:
        connection.execute("DROP TABLE steps")
        raise sqlite3.OperationalError("no")

    before = here.store_file.read_bytes()
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, failing))
    monkeypatch.setattr("advisor.store.sqlite.database.VERSION", schema.VERSION + 1)
    with pytest.raises(sqlite3.OperationalError):
        open_here().steps.mark("P1.1", "open")
    monkeypatch.undo()
    monkeypatch.setenv("ADVISOR_DATA", str(here.data.parent))
    assert here.store_file.read_bytes()[100:] == before[100:]
    assert open_here().everything() == filled


def test_a_file_of_a_later_version_is_left_alone(
    here: Places, open_here: Open, filled: Everything, told: list[Words]
) -> None:
    changed_behind(here.store_file, f"PRAGMA user_version = {schema.VERSION + 1}")
    before = here.store_file.read_bytes()
    store = open_here()
    store.questions.add("une question")
    assert store.questions.latest() == ("une question",)
    assert not store.is_kept
    assert store.refused is not None
    store.close()
    assert here.store_file.read_bytes() == before
    (said,) = told
    assert "plus récente" in said["fr"]
    assert "later version" in said["en"]


WRITING = """
import sys
from pathlib import Path
from advisor.reply import Reply
from advisor.settings import Settings, places
from advisor.store.opening import open_store
name, count = sys.argv[1], int(sys.argv[2])
told = []
store = open_store(places(), Settings(), told.append)
talk = store.conversations.begin("fr")
for number in range(count):
    store.conversations.add(talk, f"{name} {number}", Reply("q", "fr", "answer", "r"))
    store.questions.add(f"{name} {number}")
    store.steps.mark(f"{name}.{number}", "done")
assert store.is_kept and not told, told
store.close()
"""


def test_two_programs_that_begin_and_write_at_once_lose_nothing(open_here: Open, told: list[Words]) -> None:
    names = ("a", "b", "c")
    running = [subprocess.Popen([sys.executable, "-c", WRITING, name, "30"]) for name in names]
    assert [one.wait(120) for one in running] == [0, 0, 0]
    everything = open_here().everything()
    wanted = {f"{name} {number}" for name in names for number in range(30)}
    assert {turn.question for talk in everything.conversations for turn in talk.turns} == wanted
    assert sorted(question.text for question in everything.questions) == sorted(wanted)
    assert len(everything.steps) == 90
    assert told == []


def test_two_open_stores_see_what_the_other_wrote(open_here: Open) -> None:
    one, other = open_here(), open_here()
    one.questions.add("un")
    other.questions.add("deux")
    one.steps.mark("P1.1", "done")
    assert one.questions.latest() == other.questions.latest() == ("un", "deux")
    assert other.steps.marks()["P1.1"].state == "done"


DRAFTING = """
import sys
from advisor.settings import Settings, places
from advisor.store.opening import open_store
store = open_store(places(), Settings(), print)
print(repr(store.drafts.take()), flush=True)
for line in sys.stdin:
    store.drafts.keep(line.strip())
    print("kept", flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="there, another program's draft can't be told from one that was left")
def test_a_draft_is_its_programs_until_that_ends_be_it_killed(open_here: Open, told: list[Words]) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", DRAFTING], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as writing:
        assert writing.stdin is not None
        assert writing.stdout is not None
        assert writing.stdout.readline() == "''\n"
        writing.stdin.write("la leur\n")
        assert writing.stdout.readline() == "kept\n"
        mine = open_here()
        assert mine.drafts.take() == ""
        mine.drafts.keep("la mienne")
        writing.stdin.write("la leur encore\n")
        assert writing.stdout.readline() == "kept\n"
        assert [one.text for one in mine.everything().drafts] == ["la mienne", "la leur encore"]
        mine.drafts.keep("")
        mine.close()
        writing.kill()
        writing.wait()
    assert open_here().drafts.take() == "la leur encore"
    assert told == []


@pytest.mark.parametrize("damage", [b"\0" * 100, b"\xff" * 4096], ids=["no header", "no first page"])
def test_a_draft_in_a_damaged_file_is_recovered_as_one(
    here: Places, open_here: Open, filled: Everything, damage: bytes
) -> None:
    with here.store_file.open("r+b") as stream:
        stream.write(damage)
    store = open_here()
    assert store.drafts.take() == filled.drafts[0].text
    assert store.everything().drafts == filled.drafts
    assert store.everything().questions == filled.questions


DAMAGES = {
    "no header": (0, b"\0" * 100),
    "no first page": (0, b"\xff" * 4096),
    "a page in the middle": (4096 * 9, b"\xaa" * 4096),
    "two pages": (4096 * 5, b"\0" * 8192),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_file_is_set_aside_and_what_can_be_read_recovered(
    here: Places, open_here: Open, filled: Everything, told: list[Words], damage: tuple[int, bytes]
) -> None:
    place, junk = damage
    with here.store_file.open("r+b") as stream:
        stream.seek(place)
        stream.write(junk)
    broken = here.store_file.read_bytes()
    store = open_here()
    everything = store.everything()
    wanted = {turn.id for talk in filled.conversations for turn in talk.turns}
    found = {turn.id: turn for talk in everything.conversations for turn in talk.turns}
    assert found.keys() <= wanted
    assert len(found) >= len(wanted) * 0.7
    for talk in filled.conversations:
        for turn in talk.turns:
            assert found.get(turn.id, turn) == turn
    (aside,) = here.data.glob("*.damaged-*.db")
    assert aside.read_bytes() == broken
    (said,) = told
    assert str(aside) in said["fr"]
    assert str(aside) in said["en"]
    store.questions.add("après")
    assert store.is_kept
    assert open_here().questions.latest()[-1] == "après"
    assert len(told) == 1


@pytest.mark.parametrize("held", [b"no database at all", b"SQLite format 3\0", b"\0" * 10_000])
def test_a_file_that_is_none_of_ours_is_set_aside(
    here: Places, open_here: Open, told: list[Words], held: bytes
) -> None:
    here.data.mkdir(parents=True)
    here.store_file.write_bytes(held)
    store = open_here()
    store.questions.add("une question")
    assert store.is_kept
    assert [one.read_bytes() for one in here.data.glob("*.damaged-*.db")] == [held]
    assert len(told) == 1


def test_a_conversation_of_which_no_answer_can_be_read_does_not_come_back_and_is_counted(
    here: Places, open_here: Open, filled: Everything, told: list[Words], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, *others = filled.conversations
    half = replace(filled, conversations=(whole, *(replace(one, turns=()) for one in others)))
    monkeypatch.setattr("advisor.store.sqlite.mending.salvaged", lambda _file: half)
    with here.store_file.open("r+b") as stream:
        stream.write(b"\xff" * 4096)
    store = open_here()
    assert [talk.id for talk in store.everything().conversations] == [whole.id]
    (said,) = told
    assert f"1 conversation et {len(whole.turns)} réponses ; {len(others)} conversations dont aucune" in said["fr"]
    assert f"1 conversation and {len(whole.turns)} answers among them; {len(others)} conversations of" in said["en"]


def test_a_file_cut_short_keeps_its_beginning(
    here: Places, open_here: Open, filled: Everything, told: list[Words]
) -> None:
    size = here.store_file.stat().st_size
    os.truncate(here.store_file, size * 2 // 3)
    kept = open_here().everything()
    assert kept.questions
    assert all(talk.turns for talk in kept.conversations)
    assert {talk.id for talk in kept.conversations} <= {talk.id for talk in filled.conversations}
    assert len(told) == 1


def test_an_empty_file_is_as_good_as_none(here: Places, open_here: Open, told: list[Words]) -> None:
    here.data.mkdir(parents=True)
    here.store_file.touch()
    store = open_here()
    assert store.everything() == Everything()
    store.questions.add("q")
    assert store.is_kept
    assert told == []


@pytest.fixture
def no_room(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """A disk that is full while the list says so."""
    full = [True]
    opened = Database._obtain

    def obtain(self: Database, file: Path, *, writes: bool) -> sqlite3.Connection:
        if full and writes:
            fault = sqlite3.OperationalError("database or disk is full")
            fault.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise fault
        return opened(self, file, writes=writes)

    monkeypatch.setattr(Database, "_obtain", obtain)
    monkeypatch.setattr("advisor.store.sqlite.database.SECONDS_BETWEEN_TRIES", 0.0)
    return full


def test_where_there_is_no_room_all_goes_on_in_memory_and_is_kept_when_there_is(
    here: Places, open_here: Open, filled: Everything, told: list[Words], no_room: list[bool]
) -> None:
    store = open_here()
    store.questions.add("une")
    store.steps.mark("P9.1", "done")
    assert not store.is_kept
    assert store.questions.latest()[-1] == "une"
    assert len(store.conversations.latest()) == len(filled.conversations)
    assert len(told) == 1
    assert "le disque est plein" in told[0]["fr"]
    assert "the disk is full" in told[0]["en"]
    no_room.clear()
    store.questions.add("deux")
    assert store.is_kept
    assert len(told) == 2
    assert open_here().questions.latest()[-2:] == ("une", "deux")
    assert "P9.1" in open_here().steps.marks()


def test_of_a_draft_that_waits_in_memory_the_last_is_written(open_here: Open, no_room: list[bool]) -> None:
    store = open_here()
    for length in range(1, 9):
        store.drafts.keep("x" * length)
    assert len(store._database._owed) == 1  # type: ignore[attr-defined]
    no_room.clear()
    store.close()
    assert open_here().drafts.take() == "x" * 8


def test_what_waited_in_memory_is_tried_once_more_at_the_end(
    open_here: Open, told: list[Words], no_room: list[bool]
) -> None:
    store = open_here()
    store.questions.add("une")
    no_room.clear()
    store.close()
    assert open_here().questions.latest() == ("une",)


def test_a_disk_that_is_really_full_loses_nothing_that_is_there(
    here: Places, open_here: Open, filled: Everything, told: list[Words]
) -> None:
    store = open_here()
    assert store.everything() == filled
    # The file may not grow by a page: what SQLite says then is what it says of a full disk.
    database = store._database  # type: ignore[attr-defined]
    (pages,) = database.read(lambda connection: connection.execute("PRAGMA page_count").fetchone())
    database.read(lambda connection: connection.execute(f"PRAGMA max_page_count = {pages}").fetchone())
    for number in range(20):
        store.conversations.add(store.conversations.begin("fr"), f"pleine {number}", reply(text="long " * 2_000))
    assert not store.is_kept
    assert len([one for one in told if "full" in one["en"]]) == 1
    assert len(store.conversations.find("pleine")) == 20
    store.close()
    assert {talk.id for talk in open_here().everything().conversations} >= {talk.id for talk in filled.conversations}


def test_a_directory_that_cannot_be_written_is_told_once(here: Places, open_here: Open, told: list[Words]) -> None:
    here.data.parent.mkdir(parents=True)
    here.data.write_text("a file where a directory should be")
    store = open_here()
    for question in ("une", "deux"):
        store.questions.add(question)
    assert store.questions.latest() == ("une", "deux")
    assert not store.is_kept
    (said,) = told
    assert f"({here.store_file} : le fichier ne peut pas être écrit)" in said["fr"]
    assert "the file can't be written to" in said["en"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="whoever may do anything writes anywhere")
def test_a_read_only_file_is_read_and_not_written(
    here: Places, open_here: Open, filled: Everything, told: list[Words]
) -> None:
    here.store_file.chmod(0o400)
    here.data.chmod(0o500)
    try:
        store = open_here()
        store.questions.add("une")
        assert len(store.conversations.latest()) == len(filled.conversations)
        assert store.questions.latest()[-1] == "une"
        assert len(told) == 1
    finally:
        here.data.chmod(0o700)


def test_a_file_that_is_deleted_or_replaced_meanwhile_is_let_go_of(
    here: Places, open_here: Open, filled: Everything, told: list[Words]
) -> None:
    store = open_here()
    store.questions.add("avant")
    for file in here.data.iterdir():
        file.unlink()
    store.questions.add("après")
    assert store.questions.latest() == ("après",)
    assert open_here().questions.latest() == ("après",)
    assert told == []


def test_a_file_mended_before_the_power_went_is_put_in_its_place(
    here: Places, open_here: Open, filled: Everything
) -> None:
    shutil.move(here.store_file, here.store_file.with_name(here.store_file.name + ".mended"))
    here.store_file.write_bytes(b"the damaged one")
    assert open_here().everything() == filled


def test_what_is_deleted_leaves_no_trace_in_the_file(here: Places, store: Store) -> None:
    talk = store.conversations.begin("fr")
    store.conversations.add(talk, "zanzibar", reply("zanzibar", "zanzibar"))
    store.questions.add("zanzibar")
    store.conversations.delete(talk)
    store.close()
    assert all(b"zanzibar" not in file.read_bytes() for file in here.data.iterdir())


def test_the_file_alone_holds_everything_once_the_store_is_closed(
    here: Places, open_here: Open, filled: Everything, tmp_path: Path
) -> None:
    other = open_here()
    assert other.questions.latest()  # somebody else has it open, and so its log
    store = open_here()
    store.questions.add("et seul ?")
    store.close()
    shutil.copy(here.store_file, tmp_path / "copy.db")
    copied = sqlite3.connect(tmp_path / "copy.db")
    assert copied.execute("SELECT count(*) FROM questions").fetchone() == (len(filled.questions) + 1,)
    copied.close()
