from pathlib import Path

import pytest
from good_pack import GOOD, checked, write

from advisor.pack.files import LARGEST_FILE
from advisor.pack.rules import RULES

ASKED = "questions: [d e, f g, h i]"
TOPIC = f"id: a\ntitle: b\nanswer: c\n{ASKED}\n"
TWO = f"- {{id: a, title: x, answer: c, {ASKED}}}\n- {{id: b, title: y, answer: c, questions: [%s, m n, o p]}}\n"

CASES: dict[str, tuple[dict[str, str | bytes], list[str]]] = {
    "E101": ({"x.yaml": b"a: caf\xe9\n"}, ["x.yaml:1:7: E101"]),
    "E102": ({"x.yaml": "a: b: c\n"}, ["x.yaml:1:5: E102"]),
    "E103": ({"x.yaml": "a:\n\tb: c\n"}, ["x.yaml:2:1: E103"]),
    "E104": (
        {"x.yaml": "\n".join(["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 20))])},
        ["x.yaml:16:18: E104"],
    ),
    "E105": ({"x.yaml": TOPIC + "#" * LARGEST_FILE}, ["x.yaml:1:1: E105"]),
    "E106": ({"x.yaml": f"{TOPIC}id: a\n"}, ["x.yaml:5:1: E106"]),
    "E107": ({"x.yaml": f"{TOPIC}<<: {{}}\n"}, ["x.yaml:5:1: E107"]),
    "E108": ({"x.yaml": TOPIC, "link.yaml -> ../outside.yaml": ""}, ["link.yaml:1:1: E108"]),
    "E109": ({"x.yaml": f"{TOPIC}---\n"}, ["x.yaml:5:1: E109"]),
    "E110": ({"x.yaml": "id: !!python/name:os.system a\n"}, ["x.yaml:1:5: E110"]),
    "E111": ({"x.yaml": "- " * 33 + "a\n"}, ["x.yaml:1:65: E111"]),
    "E112": ({}, [".:1:1: E112"]),
    "E201": ({"x.yaml": f"{TOPIC}tags: [a]\n"}, ["x.yaml:5:1: E201"]),
    "E202": ({"x.yaml": TOPIC.replace("answer: c\n", "")}, ["x.yaml:1:1: E202"]),
    "E203": ({"x.yaml": f"{TOPIC}related: b\n"}, ["x.yaml:5:10: E203"]),
    "E204": ({"x.yaml": TOPIC.replace("title: b", "title: 12:30")}, ["x.yaml:2:8: E204"]),
    "E205": ({"x.yaml": TOPIC.replace("title: b", "title:")}, ["x.yaml:2:7: E205"]),
    "E206": ({"x.yaml": TOPIC.replace("id: a", "id: A b")}, ["x.yaml:1:5: E206"]),
    "E207": ({"x.yaml": TOPIC.replace("d e", "d e, j k, {template: 'd {e'}")}, ["x.yaml:4:37: E207"]),
    "E208": ({"x.yaml": TOPIC.replace("title: b", "title: {de: b}")}, ["x.yaml:2:9: E208"]),
    "E209": ({"x.yaml": TOPIC.replace("answer: c", "answer: 'c {vous'")}, ["x.yaml:3:12: E209"]),
    "E301": ({"x.yaml": TOPIC, "y.yaml": TOPIC}, ["y.yaml:1:5: E301"]),
    "E302": ({"x.yaml": f"{TOPIC}related: [z]\n"}, ["x.yaml:5:11: E302"]),
    "E303": ({"x.yaml": f"{TOPIC}claims: [z]\n"}, ["x.yaml:5:10: E303"]),
    "E304": ({"x.yaml": f"{TOPIC}sources: [z]\n"}, ["x.yaml:5:11: E304"]),
    "E305": ({"x.yaml": f"{TOPIC}path: z\n"}, ["x.yaml:5:7: E305"]),
    "E306": ({**GOOD, "path.yaml": GOOD["path.yaml"].replace("needs: []", "needs: [P1]")}, ["path.yaml:8:9: E306"]),
    "E307": ({"x.yaml": f"{TOPIC}theme: z\n"}, ["x.yaml:5:8: E307"]),
    "E308": (
        {**GOOD, "path.yaml": GOOD["path.yaml"].replace("situations:\n", "situations:\n  z: {fr: a, en: b}\n")},
        ["path.yaml:28:3: E308"],
    ),
    "E310": ({"x.yaml": TWO % "F G"}, ["x.yaml:2:44: E310"]),
    "W401": (
        {"x.yaml": TWO % "k l", "y.yaml": "themes: {t: {fr: a, en: b}, u: {en: c}}\n"},
        ["x.yaml:1:8: W401", "x.yaml:2:8: W401", "y.yaml:1:29: W401"],
    ),
    "W402": (
        {"x.yaml": (TWO % "trouver son premier emploi").replace("d e", "trouver ton premier emploi")},
        ["x.yaml:2:44: W402"],
    ),
    "W403": ({"x.yaml": TOPIC.replace("h i", "h i, E D")}, ["x.yaml:4:28: W403"]),
    "W404": ({"x.yaml": TOPIC.replace(", h i", "")}, ["x.yaml:1:5: W404"]),
    "W405": ({"x.yaml": "claims: {A: {section: intro, fr: b}}\n"}, ["x.yaml:1:10: W405"]),
    "W406": ({"x.yaml": "sources: {A: {title: b}}\n"}, ["x.yaml:1:11: W406"]),
    "W407": ({"x.yaml": "aims: {a: b}\n"}, ["x.yaml:1:8: W407"]),
    "W408": (
        {"x.yaml": (TWO % "toujours publier chaque semaine").replace("d e", "publier chaque semaine")},
        ["x.yaml:2:44: W408"],
    ),
}
"""For each rule a pack that breaks it and no other; `name -> target` is a link."""


def test_every_rule_has_a_pack_that_breaks_it() -> None:
    assert [*CASES] == [*RULES]


@pytest.mark.parametrize("code", CASES)
def test_a_rule_is_told_where_it_is_broken(code: str, tmp_path: Path) -> None:
    files, expected = CASES[code]
    write(tmp_path, {"outside.yaml": TOPIC})
    pack = write(tmp_path / "pack", {name: text for name, text in files.items() if " -> " not in name})
    for name in files:
        if " -> " in name:
            (pack / name.partition(" -> ")[0]).symlink_to(name.partition(" -> ")[2])
    assert checked(pack) == expected
    assert {each.rpartition(" ")[2] for each in expected} == {code}


def test_codes_say_what_they_are() -> None:
    assert [*RULES] == sorted(RULES)
    for code, rule in RULES.items():
        assert rule.code == code
        assert rule.severity == {"E": "error", "W": "warning"}[code[0]]
        assert rule.summary
        assert not rule.summary.endswith(".")
