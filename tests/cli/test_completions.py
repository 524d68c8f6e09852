"""The scripts of shells, run by the shells: they complete what the program understands, and nothing else."""

import os
import select
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from calls import Call

from advisor.cli.completions import script
from advisor.cli.options import COMMANDS

SHELLS = ("bash", "zsh", "fish")
NAMES = [command.name for command in COMMANDS]


def needs(shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} isn't here")


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory with a file and a directory, and a home without anything."""
    room = tmp_path / "room"
    (room / "dossier à moi").mkdir(parents=True)
    (room / "questions.jsonl").write_text("", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(room)
    return room


def in_bash(*words: str) -> list[str]:
    """What bash offers for the last word; it takes `=` for a word of its own."""
    quoted = " ".join(f"'{word}'" for word in words)
    done = subprocess.run(
        ["bash", "--norc", "-c", f'{script("bash", "fr")}\nCOMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; '
         '_advisor; printf "%s\\n" "${COMPREPLY[@]}"'],
        capture_output=True, text=True, encoding="utf-8", timeout=30, check=True,
    )  # fmt: skip
    assert "compopt" not in done.stderr.replace("compopt: not currently executing completion function", "")
    return sorted(line for line in done.stdout.splitlines() if line)


def in_fish(line: str) -> list[str]:
    done = subprocess.run(
        ["fish", "--no-config", "-c", f"{script('fish', 'fr')}\ncomplete -C '{line}'"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    return sorted(found.split("\t")[0] for found in done.stdout.splitlines())


def own(command: str) -> set[str]:
    (found,) = (one for one in COMMANDS if one.name == command)
    return {name for option in found.understood for name in (option.name, option.short) if name}


def test_bash_completes_commands_options_values_files_and_directories(room: Path) -> None:
    needs("bash")
    assert in_bash("advisor", "") == sorted(NAMES)
    assert in_bash("advisor", "--lang", "en", "te") == ["templates"]
    assert in_bash("advisor", "completions", "") == sorted(SHELLS)
    assert in_bash("advisor", "completions", "bash", "") == []
    assert in_bash("advisor", "--lang", "") == ["auto", "en", "fr"]
    assert in_bash("advisor", "ask", "--lang", "=", "e") == ["en"]
    assert in_bash("advisor", "ask", "--lang", "=") == ["auto", "en", "fr"]
    assert in_bash("advisor", "check", "d") == ["dossier à moi"]
    assert in_bash("advisor", "--data", "") == ["dossier à moi"]
    assert in_bash("advisor", "eval", "q") == ["questions.jsonl"]
    assert in_bash("advisor", "eval", "--percentages", "") == []
    assert in_bash("advisor", "ask", "comment", "") == []
    for command in NAMES:
        assert set(in_bash("advisor", command, "-")) == own(command)


def test_fish_completes_commands_options_values_files_and_directories(room: Path) -> None:
    needs("fish")
    assert in_fish("advisor ") == sorted(NAMES)
    assert in_fish("advisor completions ") == sorted(SHELLS)
    assert in_fish("advisor data ") == ["delete", "export", "import", "path"]
    assert "questions.jsonl" in in_fish("advisor data import ")
    assert in_fish("advisor --lang ") == ["auto", "en", "fr"]
    assert in_fish("advisor check d") == ["dossier à moi/"]
    assert "questions.jsonl" in in_fish("advisor eval q")
    assert in_fish("advisor ask comment ") == []
    for command in NAMES:
        assert {name for name in own(command) if name.startswith("--")} == set(in_fish(f"advisor {command} --"))


class Zsh:
    """zsh as a person has it, on a terminal of its own."""

    def __init__(self, room: Path) -> None:
        import pty

        self._ours, theirs = pty.openpty()
        env = {"PATH": os.environ["PATH"], "HOME": str(room), "TERM": "dumb", "LANG": "C.UTF-8", "PS1": "ready> "}
        self._shell = subprocess.Popen(
            ["zsh", "-f", "-i"], stdin=theirs, stdout=theirs, stderr=theirs, env=env, cwd=room
        )
        os.close(theirs)
        self._seen = ""
        (room / ".script").write_text(script("zsh", "fr"), encoding="utf-8")
        self.type("unsetopt beep; autoload -U compinit; compinit -u -D; zstyle ':completion:*' list-prompt ''\n")
        self.type("source .script; print com''plete\n")
        self.wait_for("complete\r\n")

    def type(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def wait_for(self, *texts: str) -> str:
        """What was written until all texts were."""
        deadline = time.monotonic() + 30
        while not all(text in self._seen for text in texts):
            assert time.monotonic() < deadline, self._seen
            if select.select([self._ours], [], [], 1)[0]:
                self._seen += os.read(self._ours, 65536).decode(errors="replace")
        seen, self._seen = self._seen, ""
        return seen

    def close(self) -> None:
        self._shell.kill()
        self._shell.wait()
        os.close(self._ours)


def test_zsh_completes_commands_options_values_files_and_directories(room: Path) -> None:
    needs("zsh")
    zsh = Zsh(room)
    try:
        zsh.type("advisor templ\t")
        zsh.wait_for("templates")
        zsh.type("\x15advisor \t")
        listed = zsh.wait_for(*NAMES)
        assert "répond à une question" in listed
        zsh.type("\x15advisor --lang a\t")
        zsh.wait_for("auto")
        zsh.type("\x15advisor ask --conv\t")
        zsh.wait_for("--conversation")
        zsh.type("\x15advisor completions f\t")
        zsh.wait_for("fish")
        zsh.type("\x15advisor check d\t")
        zsh.wait_for("dossier\\ à\\ moi")
        zsh.type("\x15advisor eval q\t")
        zsh.wait_for("questions.jsonl")
    finally:
        zsh.close()


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_shell_reads_its_script(call: Call, shell: str, language: str) -> None:
    done = call("--lang", language, "completions", shell)
    assert (done.code, done.err) == (0, "")
    needs(shell)
    read = subprocess.run([shell, "-n"], input=done.out.encode(), capture_output=True, timeout=30, check=False)
    assert (read.returncode, read.stderr) == (0, b"")


def test_another_shell_is_refused_with_those_there_are(call: Call) -> None:
    done = call("completions", "tcsh")
    assert done.code == 2
    assert "completions ne connaît pas « tcsh » ; au choix : bash, zsh ou fish" in done.err
    assert "il manque un mot à completions" in call("completions").err
