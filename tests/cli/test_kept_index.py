"""The index in the cache: kept, used again, built anew where it doesn't serve, done without where it can't be kept."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from calls import ON_SMALL, SMALL, Call, Outcome, write_pack

from advisor.advice import ready
from advisor.index import store
from advisor.settings import Places

BUILDING = "Première ouverture"
REBUILT = "L'index gardé était abîmé ou d'une autre version : il vient d'être reconstruit."
NOT_KEPT = "L'index ne peut pas être gardé ("


def kept(here: Places) -> Path:
    (path,) = here.cache.glob("*.index")
    return path


def cv(call: Call) -> Outcome:
    outcome = call("ask", "--json", *ON_SMALL, "comment faire un cv")
    assert outcome.code == 0, outcome.err
    assert json.loads(outcome.out)["topic"] == "cv"
    return outcome


def test_an_index_is_built_once_and_the_building_told(call: Call, here: Places):
    assert BUILDING in cv(call).err
    first = kept(here).stat()
    assert cv(call).err == ""
    assert kept(here).stat().st_mtime_ns == first.st_mtime_ns


def foreign(raw: bytes) -> bytes:
    return b"PK\x03\x04 something else entirely" * 100


def truncated(raw: bytes) -> bytes:
    return raw[: len(raw) // 2]


def empty(raw: bytes) -> bytes:
    return b""


def of_another_format(raw: bytes) -> bytes:
    changed = raw.replace(b'"format": %d' % store.FORMAT, b'"format": %d' % (store.FORMAT + 1), 1)
    assert changed != raw
    return changed


def of_another_version(raw: bytes) -> bytes:
    changed = raw.replace(b'{"version":"0', b'{"version":"9', 1)
    assert changed != raw
    return changed


def of_other_knowledge(raw: bytes) -> bytes:
    at = raw.index(b'"knowledge": "') + len(b'"knowledge": "')
    return raw[:at] + (b"0" if raw[at : at + 1] != b"0" else b"1") + raw[at + 1 :]


def scrambled(raw: bytes) -> bytes:
    changed = raw.replace(b'{"version":', b'["version":', 1)
    assert changed != raw
    return changed


@pytest.mark.parametrize(
    "damage", [foreign, truncated, empty, of_another_format, of_another_version, of_other_knowledge, scrambled]
)
def test_an_index_that_does_not_serve_is_built_again_and_that_is_told_once(
    call: Call, small, here: Places, damage: Callable[[bytes], bytes]
):
    path = kept(here)
    path.write_bytes(damage(path.read_bytes()))
    outcome = cv(call)
    assert outcome.err.count(REBUILT) == 1
    assert BUILDING in outcome.err
    assert cv(call).err == ""


def test_changed_knowledge_is_learnt_again(call: Call, tmp_path: Path):
    pack = write_pack(tmp_path / "pack", (SMALL / "base.yaml").read_text(encoding="utf-8"))
    arguments = ("ask", "--only", "--knowledge", str(pack), "comment faire un cv")
    assert "Une page suffit." in call(*arguments).out
    file = pack / "base.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("Une page suffit.", "Trois pages."), encoding="utf-8")
    outcome = call(*arguments)
    assert "Trois pages." in outcome.out
    assert BUILDING in outcome.err
    assert REBUILT not in outcome.err


def test_touched_but_unchanged_knowledge_is_not(call: Call, small, tmp_path: Path):
    pack = write_pack(tmp_path / "pack", (SMALL / "base.yaml").read_text(encoding="utf-8"))
    (pack / "talk.yaml").write_bytes((SMALL / "talk.yaml").read_bytes())
    outcome = call("ask", "--only", "--knowledge", str(pack), "comment faire un cv")
    assert outcome.err == "", "the same contents at another place are the same knowledge"
    os.utime(pack / "base.yaml", (1, 1))
    assert call("ask", "--only", "--knowledge", str(pack), "comment faire un cv").err == ""


def test_code_that_learns_otherwise_learns_again(call: Call, small, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ready, "edition", lambda: "0.1.0-1-00000000")
    assert BUILDING in cv(call).err


def test_a_damaged_note_of_what_a_pack_was_costs_nothing(call: Call, small, here: Places):
    cv(call)
    (note,) = [path for path in here.cache.glob("*.pack") if str(SMALL) in path.read_text(encoding="utf-8")]
    for damage in (b"", b"[]", b"\xff", b'{"stamp": [], "knowledge": "../../x"}'):
        note.write_bytes(damage)
        assert cv(call).err == ""
    assert json.loads(note.read_text(encoding="utf-8"))["knowledge"] == kept(here).name.split("-")[0]


def test_only_so_many_are_kept(call: Call, here: Places, small):
    for number in range(ready.MOST_KEPT + 3):
        (here.cache / f"{number}.index").write_bytes(b"old")
        os.utime(here.cache / f"{number}.index", (number, number))
    (ours,) = here.cache.glob("*-*.index")
    ours.unlink()
    cv(call)
    left = {path.name for path in here.cache.glob("*.index")}
    assert len(left) == ready.MOST_KEPT
    assert ours.name in left
    assert "0.index" not in left


def test_a_cache_that_can_not_be_written_is_done_without(call: Call, here: Places):
    here.cache.parent.mkdir(parents=True)
    here.cache.write_text("a file where a directory should be", encoding="utf-8")
    for _ in range(2):
        outcome = cv(call)
        assert outcome.err.count(NOT_KEPT) == 1
        assert outcome.err.count(BUILDING) == 1, "built once, not once for each try"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a directory where nobody may write")
def test_a_directory_where_nothing_can_be_written_is_found_out_before_anything_is_learnt(call: Call, here: Places):
    here.cache.parent.mkdir(parents=True)
    here.cache.symlink_to("/proc/self")
    outcome = cv(call)
    assert outcome.err.count(NOT_KEPT) == 1
    assert outcome.err.count(BUILDING) == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may write everywhere")
def test_a_cache_that_may_not_be_written_is_done_without(call: Call, here: Places):
    here.cache.mkdir(parents=True)
    here.cache.chmod(0o500)
    outcome = cv(call)
    here.cache.chmod(0o700)
    assert outcome.err.count(NOT_KEPT) == 1
    assert outcome.err.count(BUILDING) == 1


def test_a_data_directory_that_is_none_is_done_without(call: Call, tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    outcome = call("ask", "--json", *ON_SMALL, "--data", str(tmp_path / "file"), "comment faire un cv")
    assert outcome.code == 0
    assert outcome.err.count(NOT_KEPT) == 1


def test_no_room_at_all_is_told_in_one_line(call: Call, here: Places, monkeypatch: pytest.MonkeyPatch):
    here.cache.parent.mkdir(parents=True)
    here.cache.write_text("", encoding="utf-8")
    monkeypatch.setattr("tempfile.tempdir", str(here.cache))
    outcome = call("ask", *ON_SMALL, "cv")
    assert (outcome.code, outcome.out) == (1, "")
    assert "place pour un index" in outcome.err
    assert outcome.err.count("\n") == 1


def test_data_lies_where_the_option_says_before_the_variable(call: Call, tmp_path: Path, here: Places):
    outcome = call("ask", *ON_SMALL, "--data", str(tmp_path / "mine"), "cv")
    assert outcome.code == 0
    assert list((tmp_path / "mine" / "cache").glob("*.index"))
    assert not here.cache.exists()
