"""The questions that a person asked, kept in a file and walked with Up and Down; knows no screen and no answer."""

import contextlib
import os
from dataclasses import dataclass, field
from pathlib import Path

from advisor.settings import replace_file

MOST_KEPT = 1_000
"""Older questions go when a file is read that holds more."""


@dataclass(slots=True)
class QuestionHistory:
    """Questions, oldest first; without a file they are remembered until the program ends."""

    file: Path | None = None
    _questions: list[str] | None = field(default=None, repr=False)
    _position: int = field(default=0, repr=False)
    _draft: str = field(default="", repr=False)

    @property
    def questions(self) -> list[str]:
        """All that is kept; the file is read when it is first asked for."""
        if self._questions is None:
            self._questions = _kept(self.file) if self.file else []
            self._position = len(self._questions)
        return self._questions

    def remember(self, question: str) -> None:
        """Keep a question, on the disk before anything else happens to it; OSError where that can't be."""
        questions = self.questions
        if not questions or questions[-1] != question:
            questions.append(question)
            del questions[:-MOST_KEPT]
        self._position = len(questions)
        self._draft = ""
        if self.file is None:
            return
        self.file.parent.mkdir(parents=True, exist_ok=True)
        import json  # not before the first picture

        line = json.dumps({"question": question}, ensure_ascii=False) + "\n"
        with self.file.open("a+b") as stream:
            if stream.seek(0, os.SEEK_END) and (stream.seek(-1, os.SEEK_END), stream.read(1))[1] != b"\n":
                # A crash may have cut the last line short; the new question must not be glued to it.
                stream.write(b"\n")
            stream.write(line.encode("utf-8", "surrogatepass"))
            stream.flush()
            os.fsync(stream.fileno())

    def older(self, shown: str) -> str | None:
        """The question before the one shown, or None at the oldest; what was being typed is kept as the draft."""
        questions = self.questions
        if self._position == len(questions):
            self._draft = shown
        if self._position == 0:
            return None
        self._position -= 1
        return questions[self._position]

    def newer(self) -> str | None:
        """The question after the one shown, at last the draft; None when the draft is shown already."""
        questions = self.questions
        if self._position >= len(questions):
            return None
        self._position += 1
        return self._draft if self._position == len(questions) else questions[self._position]

    def leave(self) -> None:
        """Stop walking: the next step back starts from the newest question again."""
        self._position = len(self.questions)
        self._draft = ""


def _kept(file: Path) -> list[str]:
    import json

    try:
        lines = file.read_bytes().split(b"\n")
    except OSError:
        return []
    questions: list[str] = []
    for line in lines:
        question = _question(line)
        if question and (not questions or questions[-1] != question):
            questions.append(question)
    if len(lines) - 1 > MOST_KEPT:
        kept = (json.dumps({"question": question}, ensure_ascii=False) for question in questions[-MOST_KEPT:])
        with contextlib.suppress(OSError, UnicodeEncodeError):
            replace_file(file, "\n".join(kept) + "\n")
    return questions[-MOST_KEPT:]


def _question(line: bytes) -> str | None:
    import json

    try:
        read = json.loads(line)
    except ValueError:
        return None
    question = read.get("question") if isinstance(read, dict) else None
    return question if isinstance(question, str) else None
