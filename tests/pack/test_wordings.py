"""What findings are told in: every wording in both languages, French as French is set, and nothing told in neither."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from good_pack import GOOD, write
from test_every_rule import CASES, TOPIC

from advisor.cli import check, templates
from advisor.errors import FAILED, KnowledgeError
from advisor.pack.entries import json_schema
from advisor.pack.files import LARGEST_FILE
from advisor.pack.load import check_packs, load_library
from advisor.pack.nodes import read_tree
from advisor.pack.phrase import Overheard
from advisor.pack.phrases import OVERHEARD, PHRASES
from advisor.pack.places import Place, finding
from advisor.pack.telling import told, worded
from advisor.pack.wordings import WORDINGS
from advisor.text.typography import typeset

Capture = pytest.CaptureFixture[str]
PACK = Path(check.__file__).parent.parent / "pack"
TEMPLATES = {
    **{(name, part): {lang: said[lang][part] for lang in said} for name, said in WORDINGS.items() for part in (0, 1)},
    **{(name, -1): said for name, said in PHRASES.items()},
}
"""Every template by language; a finding has two, a phrase one."""
LITERAL = re.compile(r"`[^`\n]*`|\"[^\"]*\"")
RULE = re.compile(r"[EW]\d{3}")
ENGLISH = re.compile(r"\b(the|is|are|isn't|can't|of|here|and|it|with|stands)\b")


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("key", TEMPLATES, ids=lambda key: f"{key[0]}-{key[1]}")
def test_a_wording_says_the_same_in_both_languages(key: tuple[str, int]) -> None:
    said = TEMPLATES[key]
    assert [*said] == ["fr", "en"]
    assert fields(said["fr"]) == fields(said["en"])
    assert bool(said["fr"]) == bool(said["en"])
    assert not said["fr"].endswith(".")
    words = re.sub(r"\{\w+[^}]*\}|`[^`]*`|\W", "", said["en"])
    assert not words or said["fr"] != said["en"], "left in English"


@pytest.mark.parametrize("key", TEMPLATES, ids=lambda key: f"{key[0]}-{key[1]}")
def test_french_is_set_as_french(key: tuple[str, int]) -> None:
    assert_french(typeset(TEMPLATES[key]["fr"], "fr"))
    assert not re.search("[’«»\u00a0\u202f]", TEMPLATES[key]["en"])


@pytest.mark.parametrize("english", OVERHEARD)
def test_what_others_say_is_set_as_french(english: str) -> None:
    assert_french(worded(Overheard(english), "fr"))
    assert worded(Overheard(english), "en") == english


def assert_french(text: str) -> None:
    text = LITERAL.sub("``", text)
    assert not re.search(r"'|\.\.\.|\"", text)
    assert not re.search(r"(?<![\u00a0\u202f])[;!?»]", text)
    assert not re.search(r"(?<!\u00a0):(\s|$)", text)
    assert not re.search(r"«(?!\u00a0)", text)


def used() -> Iterator[tuple[str, str, set[str]]]:
    """Every wording that the code names: what it is named to, its name, and the fields that are given."""
    for file in PACK.glob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name | ast.Attribute):
                continue
            name = call.func.id if isinstance(call.func, ast.Name) else call.func.attr
            at = {"phrase": 0, "finding": 2, "report": 2, "_beside": 3}.get(name)
            given = {each.arg for each in call.keywords if each.arg}
            if at is None or None in {each.arg for each in call.keywords}:
                continue
            for each in ast.walk(call.args[at]):
                if isinstance(each, ast.Constant) and isinstance(each.value, str) and not RULE.fullmatch(each.value):
                    yield name, each.value, given


def test_every_wording_that_is_named_exists_with_the_fields_it_is_given() -> None:
    named = list(used())
    assert len(named) > 80
    for by, name, given in named:
        known = PHRASES[name].values() if by == "phrase" else ["".join(said) for said in WORDINGS[name].values()]
        # a count chooses the wording too, and need not stand in it
        wanted = given - {"count"}
        assert by == "_beside" or all(wanted == fields(said) - {"count"} for said in known), name
    beside = {"question", "owner", "other", "its_owner", "place"}
    assert all(fields("".join(WORDINGS[name]["en"])) <= beside for by, name, _ in named if by == "_beside")


def test_no_wording_is_left_unused() -> None:
    named = {name for by, name, _ in used() if by != "phrase"}
    assert set(WORDINGS) == named


def test_every_kind_of_mapping_has_a_name() -> None:
    assert set(json_schema()["$defs"]) <= set(PHRASES)


def built(code: str, directory: Path) -> Path:
    """The pack that breaks a rule."""
    files = CASES[code][0]
    write(directory, {"outside.yaml": TOPIC})
    pack = write(directory / "pack", {name: text for name, text in files.items() if " -> " not in name})
    for name in files:
        if " -> " in name:
            (pack / name.partition(" -> ")[0]).symlink_to(name.partition(" -> ")[2])
    return pack


@pytest.mark.parametrize("code", CASES)
def test_each_rule_is_told_in_french_at_the_same_place(code: str, tmp_path: Path, capsys: Capture) -> None:
    pack = built(code, tmp_path)
    lines = {}
    for language in ("fr", "en"):
        check.run([pack], False, [], language)
        lines[language] = capsys.readouterr().out.splitlines()
    form = re.compile(rf"({re.escape(pack.as_posix())}/?\S*:\d+:\d+: {code}) (.+)")
    french, english = ([form.fullmatch(line) for line in lines[language]] for language in ("fr", "en"))
    assert None not in french
    assert [each and each[1] for each in french] == [each and each[1] for each in english]
    for told_in_french in french:
        assert told_in_french is not None
        said = told_in_french[2].replace(pack.as_posix(), "")
        assert_french(re.sub(r"/\S+:\d+:\d+", "", said))
        assert not ENGLISH.search(LITERAL.sub("", said)), said
    assert french


def test_json_is_in_the_language_too(tmp_path: Path, capsys: Capture) -> None:
    pack = write(tmp_path / "p", {"x.yaml": f"{TOPIC}taggs: [a]\nrelated: b\n"})
    said = {}
    for language in ("fr", "en"):
        assert check.run([pack], True, [], language) == FAILED
        said[language] = json.loads(capsys.readouterr().out)["findings"]
    kept = ("file", "line", "column", "severity", "code")
    assert [[each[key] for key in kept] for each in said["fr"]] == [[each[key] for key in kept] for each in said["en"]]
    assert [*said["fr"][0]] == [*said["en"][0]] == [*kept, "message", "mend"]
    assert [(each["message"], each["mend"][:18]) for each in said["fr"]] == [
        ("le fichier de sujet n’a pas de clé `taggs`", "les clés possibles"),
        ("il y a ici un texte\u202f; il faut une liste", ""),
    ]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "aucune erreur, aucun conseil."),
        ({"x.yaml": "sources: {A: {title: b}}\n"}, "aucune erreur, 1 conseil."),
        ({"x.yaml": f"{TOPIC}path: z\n"}, "1 erreur, aucun conseil."),
        (
            {"x.yaml": "sources: {A: {title: b}, C: {title: b}}\n", "y.yaml": TOPIC + "related: [z, y]\n"},
            "2 erreurs, 2 conseils.",
        ),
    ],
)
def test_the_summary_counts_in_french(files: dict[str, str], said: str, tmp_path: Path, capsys: Capture) -> None:
    check.run([write(tmp_path / "p", files or GOOD)], False, [], "fr")
    assert capsys.readouterr().err == f"{said}\n"


def test_faults_below_are_counted_in_french(tmp_path: Path, capsys: Capture) -> None:
    below = write(tmp_path / "below", {"x.yaml": f"{TOPIC}path: z\nrelated: [y]\n"})
    check.run([write(tmp_path / "p", GOOD)], False, [below], "fr")
    last = capsys.readouterr().err.splitlines()[-1]
    assert last == f"Les connaissances du dessous ont 2 erreurs\u00a0: lancez advisor check {below}"


def test_templates_are_refused_in_french(tmp_path: Path, capsys: Capture) -> None:
    assert templates.run("ab {c|d", "fr") == FAILED
    assert capsys.readouterr().err == "ab {c|d\n   ^ `{` n’est jamais fermé\n"
    text = "- {id: a, title: t, answer: c, questions: [{template: '{a'}]}\n"
    assert templates.run(str(write(tmp_path / "p", {"x.yaml": text})), "fr") == FAILED
    assert capsys.readouterr().err.endswith("x.yaml:1:56: E207 le modèle ne donne rien\u00a0: `{` n’est jamais fermé\n")


def test_a_pack_that_cannot_be_loaded_is_refused_in_both_languages(tmp_path: Path) -> None:
    pack = write(tmp_path / "p", {"x.yaml": f"{TOPIC}path: z\nrelated: [y]\n"})
    with pytest.raises(KnowledgeError) as caught:
        load_library([pack])
    place = f"{pack.as_posix()}/x.yaml:5:7: E305"
    assert caught.value.said("en") == f"{place} no path `z` exists (+ 1 more; run advisor check {pack})"
    assert caught.value.said("fr") == (
        f"{place} le parcours `z` n’existe pas (+ 1 de plus ; lancez advisor check {pack})"
    )


def test_french_groups_the_thousands_with_spaces() -> None:
    big = finding("E105", Place("x.yaml"), "file_too_large", size=12_345_678, most=LARGEST_FILE)
    assert told(big, "fr").message == (
        "le fichier fait 12\u202f345\u202f678 octets\u202f; la limite est de 2\u202f000\u202f000"
    )
    assert told(big, "en").message == "the file has 12,345,678 bytes; the limit is 2,000,000"


def test_the_parser_is_translated_where_it_says_something_common_and_quoted_elsewhere() -> None:
    assert told(read_tree(b"a: [b\n", "f")[1][0], "fr").message.startswith(
        "le YAML est mal formé ici\u00a0: une virgule ou `]` est attendue"
    )
    assert worded(Overheard("found a thing"), "fr") == "«\u00a0found a thing\u00a0»"


def test_what_is_put_in_is_never_set_nor_filled(tmp_path: Path) -> None:
    pack = write(tmp_path / "p", {"x.yaml": f'{TOPIC}path: "l\'ami {{id}} ; ..."\n'})
    said = [told(each, "fr").message for each in check_packs([pack])]
    assert said[0].startswith("`l'ami {id} ; ...` n’est pas un id")


def test_the_order_of_findings_is_that_of_either_language(tmp_path: Path) -> None:
    pack = write(tmp_path / "p", {"x.yaml": f"{TOPIC}related: [z, b]\nclaims: [z]\n"})
    found = check_packs([pack])
    assert [each.place for each in found] == sorted(each.place for each in found)
    assert len({told(each, "fr").message for each in found}) == len(found) == 3


@pytest.mark.parametrize(
    ("code", "unneeded"),
    [
        ("from advisor.pack.load import load_library as look", ("wordings", "phrases", "telling")),
        ("from advisor.pack.fingerprint import fingerprint as look", ("wordings", "phrases", "phrase", "rules")),
    ],
)
def test_wordings_are_loaded_only_where_something_is_wrong(
    code: str, unneeded: tuple[str, ...], tmp_path: Path
) -> None:
    pack = write(tmp_path / "p", GOOD)
    loaded = f"import sys, pathlib; {code}; look([pathlib.Path({str(pack)!r})]); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True, timeout=60)
    assert {"advisor.pack.places"} <= set(done.stdout.split())
    assert {f"advisor.pack.{name}" for name in unneeded}.isdisjoint(done.stdout.split())
