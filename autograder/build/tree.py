"""The text of every generated file of the course, and which of the files on the disk are stale."""

from __future__ import annotations

from pathlib import Path

from autograder.build.lesson_languages import require_same_slots
from autograder.build.notebook import make_notebook
from autograder.build.stubs import stub_of
from autograder.build.student_check import check_files
from autograder.course.manifest import Course
from autograder.course.text import Language


def generated_files(course: Course, language: Language | None = None) -> dict[Path, str]:
    """Return the text of every generated file of the course; raise `UsageError` when a source of one is missing.

    The language is that of the notebooks, by default the first of the course; stubs have all of them. The files of
    known mistakes are made in `mistakes/`.
    """
    files = {}
    for name, assignment in course.assignments.items():
        files[course.stub(name)] = stub_of(course, name)
        files[course.notebook(name)] = make_notebook(course, assignment, language or course.languages[0])
        require_same_slots(course, assignment)
    return files | check_files(course)


def stale_files(wanted: dict[Path, str]) -> list[Path]:
    """Return the files that are missing or differ from the text wanted."""
    return [path for path, text in wanted.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
