"""`advisor ask -`: a question a line, a reply a line, each before the next is read."""

import json
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from calls import Call, Outcome, command, environment


def questions(outcome: Outcome) -> list[str]:
    return [json.loads(line)["question"] for line in outcome.out.splitlines()]


@contextmanager
def running(*arguments: str) -> Iterator[tuple[subprocess.Popen[bytes], "queue.Queue[bytes]"]]:
    """The program at work, and the lines that come out of it."""
    process = subprocess.Popen(
        command(*arguments),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
        env=environment(),
    )
    assert process.stdin
    assert process.stdout
    assert process.stderr
    lines: queue.Queue[bytes] = queue.Queue()

    def listen() -> None:
        for line in process.stdout or ():
            lines.put(line)

    listener = threading.Thread(target=listen)
    listener.start()
    try:
        yield process, lines
    finally:
        process.kill()
        process.wait()
        listener.join()
        for stream in (process.stdin, process.stdout, process.stderr):
            stream.close()


@pytest.mark.parametrize("dash", [("-",), ()])
def test_each_reply_is_written_before_the_next_line_is_read(small, dash: tuple[str, ...]):
    with running("ask", "--only", "--json", *dash) as (process, lines):
        assert process.stdin
        for question, topic in (("comment faire un cv", "cv"), ("", None), ("ouvrir un blog", "blog")):
            process.stdin.write(f"{question}\n".encode())
            reply = json.loads(lines.get(timeout=30))
            assert (reply["question"], reply["topic"]) == (question, topic)
            assert lines.empty()
        process.stdin.write(b"que mettre dans mon cv")  # the last line needs no end
        process.stdin.close()
        assert json.loads(lines.get(timeout=30))["topic"] == "cv"
        assert process.wait(timeout=30) == 0


def test_as_text_too_a_reply_comes_before_the_next_line_is_read(small):
    with running("ask", "--only", "-") as (process, lines):
        assert process.stdin
        for question, first, last in (
            ("faire un cv", "Le CV (", "advisor paths P1"),
            ("bonjour", "Bonjour", "Faut-il un blog"),
        ):
            process.stdin.write(f"{question}\n".encode())
            reply = ""
            while last not in reply:
                reply += lines.get(timeout=30).decode()
            assert reply.strip().startswith(first)


def test_every_line_gets_its_reply_as_text_too(call: Call, small):
    outcome = call("ask", "--only", "-", feed=b"comment faire un cv\nbonjour\n")
    assert outcome.code == 0
    first, second = outcome.out.index("Une page suffit."), outcome.out.index("Que cherchez-vous")
    assert first < second
    assert "\n\nBonjour" in outcome.out


def topics(outcome: Outcome) -> list[str | None]:
    return [json.loads(line)["topic"] for line in outcome.out.splitlines()]


def test_lines_that_are_no_conversation_know_nothing_of_each_other(call: Call, small):
    lines = "comment faire un cv\npas ça\n".encode()
    alone = topics(call("ask", "--only", "--json", "-", feed=lines))
    together = topics(call("ask", "--only", "--json", "--conversation", "-", feed=lines))
    assert alone == ["cv", None]
    assert together[0] == "cv"
    assert together[1] in ("blog", "networking", "greeting")


def test_an_empty_line_starts_another_conversation(call: Call, small):
    lines = "comment faire un cv\n \npas ça\n".encode()
    outcome = call("ask", "--only", "--json", "--conversation", "-", feed=lines)
    assert questions(outcome) == ["comment faire un cv", "pas ça"]
    assert topics(outcome) == ["cv", None]


def test_without_conversation_an_empty_line_is_a_question(call: Call, small):
    assert questions(call("ask", "--only", "--json", "-", feed=b"cv\n\nblog\n")) == ["cv", "", "blog"]


def test_a_mark_at_the_start_and_returns_at_the_ends_are_no_part_of_a_question(call: Call, small):
    assert questions(call("ask", "--only", "--json", "-", feed=b"\xef\xbb\xbfcv\r\nblog\r\n")) == ["cv", "blog"]


def test_nothing_in_nothing_out(call: Call, small):
    assert call("ask", "--only", "-") == Outcome(0, "", "")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "la ligne 2 de l'entrée standard n'est pas en UTF-8 (octet 7)"),
        ("en", "line 2 of standard input isn't UTF-8"),
    ],
)
def test_bytes_that_are_no_text_end_it_after_the_replies_before(call: Call, small, language: str, said: str):
    feed = b"cv\n" + "salut \xe9".encode("latin-1") + b"\nblog\n"
    outcome = call("ask", "--only", "--json", "--lang", language, "-", feed=feed)
    assert outcome.code == 1
    assert questions(outcome) == ["cv"]
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


def test_no_standard_input_at_all(call: Call, small, monkeypatch: pytest.MonkeyPatch):
    """As when the program was started with its input closed."""
    from advisor.cli import ask

    monkeypatch.setattr(ask.sys, "stdin", None)
    from advisor.cli.main import main

    assert main(["ask", "--only", "cv"]) == 0
    assert main(["ask", "--only", "-"]) == 1
    assert main(["ask", "--only"]) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="signals are others there")
@pytest.mark.skipif(signal.getsignal(signal.SIGINT) is signal.SIG_IGN, reason="whoever runs this ignores interrupts")
def test_an_interrupt_while_it_waits_is_quiet(small):
    with running("ask", "--only", "--json", "-") as (process, lines):
        assert process.stdin
        assert process.stderr
        process.stdin.write(b"cv\n")
        lines.get(timeout=30)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert process.stderr.read() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
@pytest.mark.parametrize(
    "arguments", [("paths",), ("ask", "cv"), ("--help",), ("templates", "{un|le} cv"), ("ask", "-")]
)
def test_a_reader_that_has_gone_hears_nothing_and_sees_no_fault(small, arguments: tuple[str, ...]):
    process = subprocess.Popen(
        command("--only", *arguments),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdout
    process.stdout.close()
    _, err = process.communicate(b"cv\nblog\n" * 5000, timeout=60)
    assert err == b""
    assert process.returncode == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [("ask", "cv"), ("--help",), ("paths", "--json")])
def test_output_that_can_not_be_written_is_told_in_one_line(small, arguments: tuple[str, ...]):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            command("--only", "--lang", "en", *arguments),
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
            env=environment(),
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"advisor: the system refused: the disk is full")
    assert done.stderr.count(b"\n") == 1
