"""The files that a new assignment adds to a course."""

from __future__ import annotations

from pathlib import Path

from autograder.course.errors import UsageError
from autograder.course.layout import MANIFEST
from autograder.course.manifest import Course
from autograder.course.text import Text
from autograder.scaffold.manifest_text import with_assignment
from autograder.scaffold.names import require_free
from autograder.scaffold.render import render
from autograder.scaffold.wording import words_for


def assignment_files(course: Course, name: str, title: Text, titled: bool) -> dict[Path, str]:
    """Return the text of every file that is to be written for a new assignment, which has no exercise yet.

    A title that is not `titled` is to be replaced. Raises `UsageError` where the name cannot be used.
    """
    require_free(name, course)
    values = words_for(course.languages) | {"name": name, "title": title, "titled": titled}
    paths = {
        course.solution(name): "solution.py",
        course.public_cases(name): "cases.py",
        course.public_tests(name): "public_tests.py",
        course.lesson_code(name): "lesson.py",
        course.suites / name / "__init__.py": "suites.py",
        **{course.lesson(name, language): f"lesson.{language}.md" for language in course.languages},
    }
    for path in paths:
        if path.exists():
            raise UsageError(f"{path} is there already. Move it away, or choose another name.")
    files = {path: render(f"assignment/{template}", **values) for path, template in paths.items()}
    manifest = course.root / MANIFEST
    entry = render("assignment/manifest.toml", **values)
    return files | {manifest: with_assignment(manifest.read_text(encoding="utf-8"), name, entry)}
