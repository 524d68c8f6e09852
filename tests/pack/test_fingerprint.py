import os
from pathlib import Path

import pytest
from good_pack import GOOD, write

from advisor.errors import KnowledgeError
from advisor.pack.fingerprint import LENGTH, fingerprint


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write(tmp_path / "pack", GOOD)


def test_it_is_short_and_the_same_each_time(pack: Path) -> None:
    first = fingerprint([pack])
    assert first == fingerprint([pack])
    assert len(first) == LENGTH
    assert set(first) <= set("0123456789abcdef")


def test_it_is_the_same_wherever_the_pack_lies_and_however_it_is_named(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = write(tmp_path / "deep" / "er", {name: GOOD[name] for name in sorted(GOOD, reverse=True)})
    os.utime(elsewhere / "themes.yaml", (0, 0))
    monkeypatch.chdir(tmp_path)
    assert {fingerprint([each]) for each in (pack, elsewhere, Path("pack"), Path("deep/../pack"))} == {
        fingerprint([pack])
    }


@pytest.mark.parametrize(
    "change",
    [
        {"themes.yaml": GOOD["themes.yaml"] + "\n"},
        {"themes.yaml": GOOD["themes.yaml"].replace("Money", "money")},
        {"new.yaml": ""},
        {"sub/themes.yaml": GOOD["themes.yaml"]},
    ],
)
def test_it_changes_with_any_content_and_any_new_file(pack: Path, change: dict[str, str]) -> None:
    before = fingerprint([pack])
    assert fingerprint([write(pack, change)]) != before


def test_it_changes_when_a_file_is_renamed_or_removed(pack: Path) -> None:
    seen = {fingerprint([pack])}
    (pack / "themes.yaml").rename(pack / "theme.yaml")
    seen.add(fingerprint([pack]))
    (pack / "theme.yaml").unlink()
    seen.add(fingerprint([pack]))
    assert len(seen) == 3


def test_it_changes_when_content_moves_from_one_file_to_the_next(tmp_path: Path) -> None:
    one = write(tmp_path / "one", {"a.yaml": "xy", "b.yaml": "z"})
    two = write(tmp_path / "two", {"a.yaml": "x", "b.yaml": "yz"})
    assert fingerprint([one]) != fingerprint([two])


def test_it_does_not_change_with_what_is_no_knowledge(pack: Path) -> None:
    before = fingerprint([pack])
    write(pack, {"notes.txt": "x", ".hidden.yaml": "x", ".git/a.yaml": "x", "pack.schema.json": "{}"})
    assert fingerprint([pack]) == before


def test_the_order_of_packs_counts(pack: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "other", {"a.yaml": "x"})
    found = [[pack], [other], [pack, other], [other, pack], [pack, pack], []]
    assert len({fingerprint(each) for each in found}) == len(found)


def test_two_packs_are_not_one_with_the_files_of_both(tmp_path: Path) -> None:
    one = write(tmp_path / "one", {"a.yaml": "x", "b.yaml": "y"})
    two = [write(tmp_path / "two", {"a.yaml": "x"}), write(tmp_path / "three", {"b.yaml": "y"})]
    assert fingerprint([one]) != fingerprint(two)


def test_a_file_that_cannot_be_read_counts_as_such(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint([pack])
    monkeypatch.setattr(Path, "open", _refuse)
    assert fingerprint([pack]) not in {before, ""}


def _refuse(*_: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_a_broken_pack_has_one_and_a_missing_pack_has_none(tmp_path: Path) -> None:
    assert fingerprint([write(tmp_path / "broken", {"a.yaml": "a: ["})])
    with pytest.raises(KnowledgeError):
        fingerprint([tmp_path / "nowhere"])
