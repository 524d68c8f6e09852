"""`advisor check` and `advisor templates` as they are called; what they find is tested beside the packs."""

import json

from calls import ON_SMALL, SMALL, Call, program, write_pack

BROKEN = (
    "topics:\n  - id: cv\n    titel: {fr: CV}\n    questions: {fr: [mon cv]}\n    answer: {fr: {point: Une page.}}\n"
)


def test_a_good_pack(call: Call):
    outcome = call("check", "--only", "--knowledge", str(SMALL))
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "aucune erreur, aucun conseil.\n")
    assert call("check", str(SMALL), *ON_SMALL).code == 0


def test_a_broken_pack_is_told_by_file_line_and_column(call: Call, tmp_path):
    pack = write_pack(tmp_path / "pack", BROKEN)
    outcome = call("check", str(pack), "--only", "--knowledge", str(pack))
    assert outcome.code == 1
    assert f"{pack.as_posix()}/base.yaml:3:5: E201" in outcome.out
    assert outcome.err == "2 erreurs, 1 conseil.\n"
    told = json.loads(call("check", "--json", "--only", "--knowledge", str(pack)).out)
    assert told["errors"] == len([one for one in told["findings"] if one["severity"] == "error"]) > 0
    assert {"file", "line", "column", "code", "message"} <= set(told["findings"][0])


def test_a_broken_pack_is_told_in_the_language_of_the_interface(call: Call, tmp_path, monkeypatch):
    pack = write_pack(tmp_path / "pack", BROKEN)
    alone = ("check", "--only", "--knowledge", str(pack))
    at = f"{pack.as_posix()}/base.yaml:3:5: E201"
    french = f"{at} le sujet n’a pas de clé `titel`\u202f; vouliez-vous dire `title`\u202f?"
    english = f"{at} the topic has no key `titel`; did you mean `title`?"
    assert french in call(*alone).out.splitlines()
    assert french in call(*alone, "--lang", "fr").out.splitlines()
    asked = call(*alone, "--lang", "en")
    assert english in asked.out.splitlines()
    assert (asked.code, asked.err) == (1, "2 errors, 1 warning.\n")
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert english in call(*alone).out.splitlines()
    refused = call("ask", "cv", "--only", "--knowledge", str(pack), "--lang", "fr")
    assert (refused.code, refused.out) == (1, "")
    assert "il manque dans le sujet" in refused.err
    assert refused.err.endswith(f"(+ 1 de plus ; lancez advisor check {pack})\n")


def test_the_built_in_knowledge_has_no_errors(call: Call):
    outcome = call("check")
    assert outcome.code == 0, outcome.out[:2000]


def test_no_directory(call: Call, tmp_path):
    assert call("check", str(tmp_path / "nowhere")).code == 1
    (tmp_path / "file").write_text("x", encoding="utf-8")
    outcome = call("check", str(tmp_path / "file"))
    assert outcome.code == 1
    assert outcome.err.count("\n") == 1


def test_templates(call: Call):
    outcome = call("templates", "{un|le} cv [réussi]")
    assert outcome.code == 0
    assert outcome.out.splitlines() == ["un cv réussi", "un cv", "le cv réussi", "le cv"]
    outcome = call("templates", "{un")
    assert (outcome.code, outcome.out) == (1, "")
    assert "^ `{` n'est jamais fermé" in outcome.err
    assert call("templates", str(SMALL)).code == 0
    assert program("templates", "{un|le} cv").out == "un cv\nle cv\n"
