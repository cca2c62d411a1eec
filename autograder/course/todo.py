"""What an author of a course has marked as still to be done, and to which exercise it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from autograder.course.layout import MANIFEST
from autograder.course.manifest import Assignment, Course, Exercise
from autograder.course.suite_files import suite_files
from autograder.course.text import LANGUAGES

MARK = "TODO(author)"
MARKED = re.compile(r"TODO\(author\)(?: (?P<of>\w+))?[:：]?\s*(?P<what>.*?)\s*(?:\"{3}|-->|$)")


class Todo(Struct, frozen=True):
    """One mark: the file, the line that begins with 1, and what is to be done; `of` is what the mark names, or ""."""

    path: Path
    line: int
    of: str
    what: str

    def said(self, root: Path) -> str:
        """Return the line that tells an author of it; the path is the one below the folder of the course."""
        path = self.path.relative_to(root) if self.path.is_relative_to(root) else self.path
        return f"{path}:{self.line}: still to be done: {self.what}"


def todos_of(course: Course, assignment: Assignment, exercise: Exercise) -> list[Todo]:
    """Return what is still to be done for an exercise: in its own files, and in those that it shares.

    A mark such as `TODO(author) NAME: …` belongs to the exercise or the assignment of that name alone; one without
    a name belongs to every exercise that the file matters to.
    """
    exercises = {one.name for other in course.assignments.values() for one in other.exercises}
    others = (exercises | course.assignments.keys()) - {exercise.name, assignment.name}
    files = [*_shared_files(course, assignment), *suite_files(course, assignment, [exercise])]
    return [todo for path in files for todo in _todos_in(path) if todo.of not in others]


def _shared_files(course: Course, assignment: Assignment) -> list[Path]:
    """Return the hand-written files outside the suites that an assignment is made from."""
    name = assignment.name
    lessons = [course.lesson(name, language) for language in LANGUAGES]
    sources = [course.solution(name), course.public_cases(name), course.lesson_code(name), *lessons]
    return [course.root / MANIFEST, *(path for path in sources if path.is_file())]


def _todos_in(path: Path) -> Iterator[Todo]:
    text = path.read_text(encoding="utf-8", errors="replace")
    for number, line in enumerate(text.splitlines() if MARK in text else (), start=1):
        for found in MARKED.finditer(line):
            yield Todo(path, number, found["of"] or "", found["what"])
