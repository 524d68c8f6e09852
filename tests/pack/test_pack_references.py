from collections.abc import Callable
from pathlib import Path

import pytest
from good_pack import GOOD, checked, write

from advisor.pack.load import check_packs
from advisor.pack.telling import told

Planted = Callable[[str, str, str], list[str]]


@pytest.fixture
def planted(tmp_path: Path) -> Planted:
    """The errors of the good pack in one of whose files a text stands for another."""

    def errors(file: str, old: str, new: str) -> list[str]:
        assert GOOD[file].count(old) == 1, old
        found = checked(write(tmp_path / "p", {**GOOD, file: GOOD[file].replace(old, new)}))
        return [each for each in found if ": E" in each]

    return errors


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("topics/pay.yaml", "theme: money", "theme: monney", ["topics/pay.yaml:3:8: E307"]),
        ("topics/pay.yaml", "claims: [A1]", "claims: [A1, A2]", ["topics/pay.yaml:7:14: E303"]),
        ("topics/pay.yaml", "sources: [SURVEY]", "sources: [survey]", ["topics/pay.yaml:8:11: E304"]),
        ("topics/pay.yaml", "related: [training]", "related: [training, hello]", ["topics/pay.yaml:9:21: E302"]),
        ("topics/pay.yaml", "path: P1", "path: P1.1", ["topics/pay.yaml:10:7: E305"]),
        ("topics/pay.yaml", "- topic: training", "- topic: trainings", ["topics/pay.yaml:39:12: E302"]),
        ("talk.yml", "topic: pay,", "topic: hello,", ["talk.yml:8:17: E302"]),
        ("talk.yml", "nearest: [training]", "nearest: [visas]", ["talk.yml:18:15: E302"]),
        ("article.yaml", "topics: [pay]", "topics: [pay, 'no']", ["article.yaml:6:19: E302"]),
        ("path.yaml", "needs: []", "needs: [P2]", ["path.yaml:8:9: E305"]),
        ("path.yaml", "needs: []", "needs: [P1.1]", ["path.yaml:8:9: E305"]),
        ("path.yaml", "claims: [A1]", "claims: [B1]", ["path.yaml:9:10: E303"]),
        ("path.yaml", "topics: [pay]", "topics: [visas]", ["path.yaml:17:14: E302"]),
        ("path.yaml", "resources: [SURVEY]", "resources: [BOOK]", ["path.yaml:18:17: E304"]),
        ("path.yaml", "needs: [P1.1]", "needs: [P1.3]", ["path.yaml:26:13: E305"]),
        ("path.yaml", "id: P1.2", "id: P1.1", ["path.yaml:20:9: E301"]),
        ("path.yaml", "formerly: [P1.0]", "formerly: [P1.2]", ["path.yaml:19:16: E301"]),
        ("path.yaml", "formerly: [P1.0]", "formerly: [P1.1]", ["path.yaml:19:16: E301"]),
        ("path.yaml", "needs: [P1.1]", "formerly: [P1.0]", ["path.yaml:26:16: E301"]),
        ("path.yaml", '  new: {fr: "Il', '  nw: {fr: "Il', ["path.yaml:28:3: E308"]),
        ("path.yaml", "  job: {fr", "  new: {fr", ["path.yaml:30:3: E308"]),
        ("trials.yaml", "expect: [pay]", "expect: [pay, visas]", ["trials.yaml:4:19: E302"]),
        ("trials.yaml", "expect: [pay, training]", "expect: [paye]", ["trials.yaml:9:40: E302"]),
        ("trials.yaml", "sequels:\n  pay:", "sequels:\n  paye:", ["trials.yaml:11:3: E302"]),
        ("trials.yaml", "      training: [", "      trainings: [", ["trials.yaml:13:7: E302"]),
        ("trials.yaml", "parts_asked:\n  pay:", "parts_asked:\n  paye:", ["trials.yaml:16:3: E302"]),
        ("trials.yaml", "by_part:\n  pay:", "by_part:\n  paye:", ["trials.yaml:20:3: E302"]),
    ],
)
def test_an_id_that_leads_nowhere_is_told_where_it_stands(
    planted: Planted, file: str, old: str, new: str, expected: list[str]
) -> None:
    assert planted(file, old, new) == expected


def test_a_missing_id_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    pack = write(tmp_path / "p", {**GOOD, "x.yaml": "id: x\ntitle: y\nanswer: z\nrelated: [trainings]\n"})
    found = [told(each, "en").sentence for each in check_packs([pack]) if each.code == "E302"]
    assert found == ["no topic `trainings` exists; did you mean `training`?"]


def paths(**needs: str) -> str:
    """A pack of paths of one step each, which need what is said."""
    words = "title: a, summary: b, audience: c, pace: d"
    step = "title: a, outcome: b, practice: c, proof: d, hours: 1"
    lines = [
        f"  - {{id: {name}, {words}, hours: 1, needs: [{needed}], steps: [{{id: {name}1, {step}, needs: [{inner}]}}]}}"
        for name, (needed, inner) in ((name, [*given.split("/"), ""][:2]) for name, given in needs.items())
    ]
    return "\n".join(["paths:", *lines, ""])


@pytest.mark.parametrize(
    ("needs", "circles"),
    [
        ({"P": "", "Q": "P", "R": "P, Q"}, []),
        ({"P": "", "Q": "P/P1", "R": "/Q, Q1, P"}, []),
        ({"P": "P"}, ["P → P"]),
        ({"P": "/P1"}, ["P1 → P1"]),
        ({"P": "/P"}, ["P → P1 → P"]),
        ({"P": "Q", "Q": "P"}, ["P → Q → P"]),
        ({"P": "Q", "Q": "R", "R": "P"}, ["P → Q → R → P"]),
        ({"P": "Q", "Q": "/P1"}, []),
        ({"P": "/Q1", "Q": "/P1"}, ["P1 → Q1 → P1"]),
        ({"P": "/Q", "Q": "/P"}, ["P → P1 → Q → Q1 → P"]),
        ({"P": "P, P", "Q": "P, Q"}, ["P → P", "P → P", "Q → Q"]),
        ({"P": "Q, R", "Q": "P", "R": "P"}, ["P → Q → P", "P → R → P"]),
        # entered by a need for the step: the circle closes at the path's own step, which isn't a need
        ({"A": "/P1", "P": "/P"}, ["P1 → P → P1"]),
    ],
)
def test_circles_are_told_once_at_a_need(tmp_path: Path, needs: dict[str, str], circles: list[str]) -> None:
    text = paths(**needs)
    pack = write(tmp_path / "p", {"x.yaml": text})
    found = [each for each in check_packs([pack]) if each.code == "E306"]
    assert [each.message.partition(": ")[2] for each in found] == circles
    lines = text.splitlines()
    for each in found:
        before = lines[each.place.line - 1][: each.place.column - 1]
        assert before.rpartition("[")[0].endswith("needs: "), before


def test_a_need_for_a_path_that_holds_the_step_in_need_is_a_circle_only_if_it_comes_back(tmp_path: Path) -> None:
    text = paths(P="Q", Q="/P1")
    assert [each for each in checked(write(tmp_path / "p", {"x.yaml": text})) if ": E" in each] == []


def test_a_chain_of_five_thousand_steps_is_walked(tmp_path: Path) -> None:
    step = "title: a, outcome: b, practice: c, proof: d, hours: 1"
    count = 5_000
    lines = [f"  - {{id: S{n}, {step}, needs: [S{(n + 1) % count}]}}" for n in range(count)]
    text = "kind: path\nid: P\ntitle: a\nsummary: b\naudience: c\npace: d\nhours: 1\nsteps:\n" + "\n".join(lines)
    found = checked(write(tmp_path / "p", {"x.yaml": text}))
    assert [each.rpartition(" ")[2] for each in found if ": E" in each] == ["E306"]


def test_what_a_pack_above_takes_away_is_missed_where_it_was_named(tmp_path: Path) -> None:
    base = write(tmp_path / "base", GOOD)
    above = write(tmp_path / "above", {"p.yaml": GOOD["path.yaml"].replace("P1", "P2").replace("id: P2\n", "id: P1\n")})
    assert [each for each in checked(above, base=[base]) if ": E" in each] == []
    more = GOOD["path.yaml"].replace("id: P1\n", "id: P3\n").replace("P1.1", "P3.1").replace("P1.2", "P3.2")
    middle = write(tmp_path / "middle", {"p.yaml": more.replace("needs: []", "needs: [P1]").replace("P3.1]", "P1.1]")})
    found = checked(above, base=[base, middle])
    assert [each for each in found if ": E" in each] == ["p.yaml:26:13: E305"]
