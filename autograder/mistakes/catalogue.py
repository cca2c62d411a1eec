"""The known-wrong answers of a course: one small file each, explained to the student and owned by a check."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

from autograder.course.errors import GraderError
from autograder.course.suite_files import MISCONCEPTIONS
from autograder.course.text import Text

OWNER = re.compile(r"Check: (\w+)")
FORM = "its docstring is to be the Chinese explanation, the English one and `Check: NAME`, a blank line between them"


@dataclass(frozen=True)
class Misconception:
    """A mistake with a name: an answer that makes it, what to tell the student, and the check that owns it."""

    name: str
    source: str
    explanation: Text
    check: str


def load_misconceptions(suites: Path, exercise: str) -> tuple[Misconception, ...]:
    """Return the misconceptions of an exercise, by name; raise `GraderError` where a file is not in form."""
    return tuple(map(read_misconception, sorted((suites / MISCONCEPTIONS / exercise).glob("*.py"))))


def read_misconception(path: Path) -> Misconception:
    """Read one file; raise `GraderError` where its docstring is not in form."""
    source = path.read_text(encoding="utf-8")
    try:
        zh, en, last = re.split(r"\n\s*\n", ast.get_docstring(ast.parse(source)) or "")
    except (SyntaxError, ValueError):
        raise GraderError(f"{path}: {FORM}.") from None
    owner = OWNER.fullmatch(last)
    if owner is None:
        raise GraderError(f"{path}: {FORM}.")
    return Misconception(path.stem, source, Text(zh.replace("\n", ""), " ".join(en.split())), owner[1])
