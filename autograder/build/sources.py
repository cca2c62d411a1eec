"""The hand-written sources that a notebook of an assignment is built from, except the lesson's text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from autograder.build.lesson import CodeCell, Slot, read_code
from autograder.build.python import definitions_of, imports_of, merge_imports
from autograder.course.errors import UsageError
from autograder.course.manifest import Assignment, Course
from autograder.course.own_python import require_python


@dataclass(frozen=True)
class Sources:
    """What fills the slots of an assignment's lesson, in any language.

    `definitions` has the source of the solution's functions by name, `code` the cells of the lesson's code file.
    `imports` is the source of the first cell, and `setup` the imports that the lesson's code needs besides.
    """

    assignment: Assignment
    definitions: dict[str, str]
    code: dict[str, CodeCell]
    imports: str
    setup: str

    def slots(self) -> list[Slot]:
        """Return the slots that a lesson of this assignment must have."""
        names = {
            "code": list(self.code),
            "given": list(self.assignment.given),
            "exercise": [exercise.name for exercise in self.assignment.exercises],
            "written": [question.name for question in self.assignment.written],
        }
        return [Slot(kind, name) for kind, of_kind in names.items() for name in of_kind]


def read_sources(course: Course, assignment: Assignment) -> Sources:
    """Read the solution and the lesson's code of an assignment; that its public cases are there is seen as well.

    Raises `UsageError` if one of them is missing or invalid, or if the solution defines something the notebook lacks.
    """
    name, exercises = assignment.name, [exercise.name for exercise in assignment.exercises]
    solution, lesson_code = course.solution(name), course.lesson_code(name)
    head, code = read_code(_read_python(lesson_code), lesson_code.name)
    _read_python(course.public_cases(name))
    source = _read_python(solution)
    definitions = definitions_of(source)
    if unplaced := sorted(definitions.keys() - {*exercises, *assignment.given}):
        raise UsageError(
            f"{solution.name}: the notebook has no place for {', '.join(unplaced)}. Name it under `given`."
        )
    needed = imports_of(source)
    extra = [line for line in head if line not in needed]
    return Sources(assignment, definitions, code, merge_imports(needed), merge_imports(extra))


def read_source(path: Path) -> str:
    """Return the text of a source file; raise `UsageError` if it is missing."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UsageError(f"{path} is missing; write it, or remove its assignment from the manifest.") from None


def _read_python(path: Path) -> str:
    source = read_source(path)
    require_python(path, source)
    return source
