"""The known mistakes of a course: each a wrong answer, explained to the student and owned by a check."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course.errors import GraderError
from autograder.course.manifest import Course
from autograder.course.own_python import syntax_fault
from autograder.course.suite_files import MISCONCEPTIONS
from autograder.course.text import Language, Text
from autograder.mistakes.base import read_base
from autograder.mistakes.edit import read_edits

OWNER = re.compile(r"Check: (\w+)(, no credit)?")
FORM = "its docstring is to be {explanations} and `Check: NAME` or `Check: NAME, no credit`, a blank line between them"
EXPLANATIONS = {1: "the explanation", 2: "the Chinese explanation, the English one"}


@dataclass(frozen=True)
class Misconception:
    """A mistake with a name: an answer that makes it, what to tell the student, and the check that owns it.

    `credit` says whether an answer with this mistake keeps a part of the points of the checks that it fails.
    """

    name: str
    source: str
    explanation: Text
    check: str
    credit: bool = True


def load_misconceptions(course: Course, exercise: str) -> tuple[Misconception, ...]:
    """Return the misconceptions of an exercise, by name; raise `GraderError` where one is not in form."""
    folder = course.suites / MISCONCEPTIONS / exercise
    found = {path.stem: read_answer(path, course.languages) for path in folder.glob("*.py")}
    file = folder.with_suffix(".toml")
    for misconception in read_edited_answers(course, exercise, file):
        if misconception.name in found:
            raise GraderError(f"{file}: [{misconception.name}] is the name of a file in {folder} as well.")
        found[misconception.name] = misconception
    return tuple(found[name] for name in sorted(found))


def read_answer(path: Path, languages: Sequence[Language]) -> Misconception:
    """Read a misconception that is a whole answer; raise `GraderError` where its docstring is not in form."""
    source = path.read_text(encoding="utf-8")
    form = FORM.format(explanations=EXPLANATIONS[len(languages)])
    try:
        *said, last = re.split(r"\n\s*\n", ast.get_docstring(ast.parse(source)) or "")
    except SyntaxError as error:
        raise GraderError(syntax_fault(path, error)) from None
    except ValueError:
        raise GraderError(f"{path}: {form}.") from None
    owner = OWNER.fullmatch(last)
    if owner is None or len(said) not in (2, len(languages)):
        raise GraderError(f"{path}: {form}.")
    return Misconception(path.stem, source, _explanation(said, languages), owner[1], not owner[2])


def _explanation(said: Sequence[str], languages: Sequence[Language]) -> Text:
    """Return what is said in the one language of the course, or in Chinese and then in English."""
    zh, en = said[0].replace("\n", ""), " ".join(said[-1].split())
    return Text(zh, en).only_in(languages)


def read_edited_answers(course: Course, exercise: str, path: Path) -> list[Misconception]:
    """Make the edits in a file; raise `GraderError` with a line for each that does not apply."""
    edits = read_edits(path, course.languages)
    bases = {variant: read_base(course, exercise, variant) for variant in {edit.base for edit in edits.values()}}
    found, problems = [], []
    for name, edit in edits.items():
        base = bases[edit.base]
        try:
            explanation = Text(edit.zh, edit.en).only_in(course.languages)
            found.append(Misconception(name, base.apply(edit), explanation, edit.check, edit.credit))
        except ValueError as problem:
            problems.append(f"{path}: [{name}] does not apply to {base.path}: {problem}.")
    if problems:
        raise GraderError("\n".join(problems))
    return found
