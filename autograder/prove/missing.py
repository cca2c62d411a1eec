"""What an exercise still lacks that students or authors need, whether or not its suite is proven."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from autograder.course.errors import GraderError
from autograder.course.manifest import Assignment, Course, Exercise
from autograder.course.suite_files import MISCONCEPTIONS, RIGHT
from autograder.mistakes.catalogue import load_misconceptions


def missing_parts(course: Course, assignment: Assignment, exercise: Exercise) -> Iterator[str]:
    """Yield each part of an exercise that is not there: what it is, and where it belongs."""
    name, suites = exercise.name, course.suites
    if not _has_docstring(course.solution(assignment.name), name):
        yield f"a docstring ({_below(course, course.solution(assignment.name))})"
    for language in course.languages:
        lesson = course.lesson(assignment.name, language)
        if f'exercise="{name}"' not in _text(lesson):
            yield f"a slot in the lesson ({_below(course, lesson)})"
    if not any((suites / RIGHT / name).glob("*.py")):
        yield f"a right variant ({_below(course, suites / RIGHT / name)}/)"
    if not _has_mistake(course, name):
        yield f"a named mistake ({_below(course, suites / MISCONCEPTIONS / name)}.toml)"
    cases = course.public_cases(assignment.name)
    if not cases.is_file():  # a file that has no case of it is a matter of the proof
        yield f"a public case ({_below(course, cases)})"


def _has_docstring(solution: Path, exercise: str) -> bool:
    """Tell whether students read in the stub what an exercise asks for; a solution that does not parse is no matter."""
    try:
        nodes = ast.parse(_text(solution)).body
    except SyntaxError:
        return True
    found = [node for node in nodes if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and node.name == exercise]
    return all(ast.get_docstring(node) for node in found)


def _has_mistake(course: Course, exercise: str) -> bool:
    try:
        return bool(load_misconceptions(course, exercise))
    except GraderError:  # which the proof tells
        return True


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def _below(course: Course, path: Path) -> str:
    return path.relative_to(course.root).as_posix()
