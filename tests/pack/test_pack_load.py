import subprocess
import sys
from pathlib import Path

import pytest
from good_pack import GOOD, checked, write

from advisor.errors import KnowledgeError
from advisor.library import Library
from advisor.pack.load import check_over, check_packs, load_library


def test_no_pack_is_an_empty_library() -> None:
    assert load_library([]) == Library()


def test_the_first_error_is_the_message(tmp_path: Path) -> None:
    pack = write(tmp_path / "p", {"b.yaml": "id: a\ntitle: 12\nanswer: c\n"})
    with pytest.raises(KnowledgeError) as caught:
        load_library([pack])
    assert str(caught.value) == (
        f'{pack.as_posix()}/b.yaml:2:8: E204 YAML reads `12` as a number, not as text; quote it: "12"'
    )


def test_the_message_counts_the_other_errors_and_says_how_to_see_them(tmp_path: Path) -> None:
    base = write(tmp_path / "base", {"z.yaml": "id: a\ntitle: 12\nanswer: c\n"})
    above = write(tmp_path / "above", {"a.yaml": "id: B\ntitle: no\nanswer: c\n"})
    with pytest.raises(KnowledgeError) as caught:
        load_library([base, above])
    assert str(caught.value).startswith(f"{above.as_posix()}/a.yaml:1:5: E206 ")
    assert str(caught.value).endswith(f" (+ 2 more; run advisor check {base} {above})")
    assert str(caught.value).isprintable()


def test_warnings_keep_nothing_from_being_loaded(tmp_path: Path) -> None:
    pack = write(tmp_path / "p", {"a.yaml": "id: a\ntitle: b\nanswer: c\n"})
    assert checked(pack) == ["a.yaml:1:5: W404"]
    assert [*load_library([pack]).topics] == ["a"]


def test_what_a_broken_file_holds_is_not_missed_elsewhere(tmp_path: Path) -> None:
    files = {**GOOD, "topics/training.yaml": "kind: topic\nid: [\n"}
    assert checked(write(tmp_path / "broken", files)) == ["topics/training.yaml:3:1: E102"]
    files = {**GOOD, "topics/training.yaml": GOOD["topics/training.yaml"].replace("kind: topic", "kind: topik")}
    assert checked(write(tmp_path / "unknown", files)) == ["topics/training.yaml:1:7: E203"]
    files = {**GOOD, "topics/training.yaml": GOOD["topics/training.yaml"].replace("id: training", "id: 12")}
    assert checked(write(tmp_path / "nameless", files)) == ["topics/training.yaml:2:5: E204"]
    files = {**GOOD, "topics/training.yaml": GOOD["topics/training.yaml"].replace("answer:", "ansver:")}
    assert checked(write(tmp_path / "mistyped", files)) == [
        "topics/training.yaml:1:1: E202",
        "topics/training.yaml:4:1: E201",
    ]


def test_a_broken_file_hides_no_id_that_stands_twice_and_no_shared_question(tmp_path: Path) -> None:
    topic = "- {id: a, title: b, answer: c}\n"
    files = {"a.yaml": topic, "b.yaml": topic + topic.replace("id: a", "id: d"), "c.yaml": "a: ["}
    assert checked(write(tmp_path / "p", files)) == ["b.yaml:1:8: E301", "b.yaml:2:18: E310", "c.yaml:1:5: E102"]


def test_findings_come_once_and_in_order(tmp_path: Path) -> None:
    pack = write(tmp_path / "p", {"b.yaml": "no: 1\noui: x\n", "a/z.yaml": "no: 1\n", "a.yaml": "no: 1\n"})
    findings = check_packs([pack])
    assert findings == sorted(set(findings), key=lambda each: (each.place, each.code, each.message, each.mend))
    assert len(findings) == 4


def test_what_an_alias_repeats_is_told_once(tmp_path: Path) -> None:
    text = "- {id: a, title: &t 12, answer: c}\n- {id: d, title: *t, answer: e}\n"
    assert [each for each in checked(write(tmp_path, {"x.yaml": text})) if ": E" in each] == ["x.yaml:1:18: E204"]


def test_errors_of_the_base_are_counted_and_not_repeated(tmp_path: Path) -> None:
    base = write(tmp_path / "base", {"a.yaml": "id: A\ntitle: b\nanswer: c\n", "b.yaml": "id: c\nquestions: [x]\n"})
    above = write(tmp_path / "above", {"x.yaml": "id: x\ntitle: y\nanswer: z\nrelated: [nowhere]\n"})
    found = check_over([above], [base])
    assert found.errors_below == 2
    assert [each.code for each in found.findings if each.is_error] == ["E302"]
    assert check_packs([above], [base]) == found.findings


def test_a_pack_that_needs_the_base_is_wrong_alone(tmp_path: Path) -> None:
    base = write(tmp_path / "base", GOOD)
    above = write(tmp_path / "above", {"x.yaml": "id: pay\nquestions: [une autre question, encore une, la dernière]\n"})
    assert checked(above, base=[base]) == []
    assert checked(above) == ["x.yaml:1:5: E302"]


def test_a_missing_directory_is_told_by_both(tmp_path: Path) -> None:
    for tell in (load_library, check_packs):
        with pytest.raises(KnowledgeError, match="There is no directory"):
            tell([tmp_path / "nowhere"])
    with pytest.raises(KnowledgeError, match="There is no directory"):
        check_packs([write(tmp_path / "p", GOOD)], [tmp_path / "nowhere"])


def test_finding_files_and_naming_them_takes_no_yaml() -> None:
    program = (
        "import sys; import advisor.pack, advisor.pack.files, advisor.pack.fingerprint, advisor.pack.places; "
        "print([name for name in sys.modules if name.split('.')[0] in ('yaml', 'rapidfuzz', 'textual', 'numpy')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
