"""The known mistakes of a course: each a wrong answer, explained to the student and owned by a check."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course.errors import GraderError
from autograder.course.manifest import Course
from autograder.course.suite_files import MISCONCEPTIONS
from autograder.course.text import LANGUAGES, Language, Text
from autograder.mistakes.base import read_base
from autograder.mistakes.edit import Edit, read_edits

OWNER = re.compile(r"Check: (\w+)(, no credit)?")
FORM = (
    "its docstring is to be the explanation in each language, Chinese first, and `Check: NAME` or "
    "`Check: NAME, no credit`, with blank lines between them"
)


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
    try:
        *explained, last = re.split(r"\n\s*\n", ast.get_docstring(ast.parse(source)) or "")
    except (SyntaxError, ValueError):
        explained, last = [], ""
    owner = OWNER.fullmatch(last)
    if owner is None or len(explained) not in (len(languages), len(LANGUAGES)):
        raise GraderError(f"{path}: {FORM}.")
    zh, en = explained[0].replace("\n", ""), " ".join(explained[-1].split())
    text = Text(zh, en).only_in(languages)
    return Misconception(path.stem, source, text, owner[1], not owner[2])


def read_edited_answers(course: Course, exercise: str, path: Path) -> list[Misconception]:
    """Make the edits in a file; raise `GraderError` with a line for each that does not apply."""
    edits = read_edits(path)
    bases = {variant: read_base(course, exercise, variant) for variant in {edit.base for edit in edits.values()}}
    found, problems = [], []
    for name, edit in edits.items():
        base = bases[edit.base]
        try:
            explanation = _explanation(edit, course.languages, f"{path}: [{name}]")
            found.append(Misconception(name, base.apply(edit), explanation, edit.check, edit.credit))
        except ValueError as problem:
            problems.append(f"{path}: [{name}] does not apply to {base.path}: {problem}.")
    if problems:
        raise GraderError("\n".join(problems))
    return found


def _explanation(edit: Edit, languages: Sequence[Language], entry: str) -> Text:
    """Return what an edit says to students; raise `GraderError` where a language is missing."""
    explanation = Text(edit.zh, edit.en)
    if missing := [language for language in languages if not explanation.in_language(language).strip()]:
        raise GraderError(f"{entry} has no `{missing[0]}`: explain the mistake in each language of the course.")
    return explanation.only_in(languages)
