"""The files of the folder that students get: stubs, lessons, their own check, public tests and a README."""

from __future__ import annotations

from autograder.build.tree import generated_files
from autograder.course.errors import GraderError
from autograder.course.manifest import Course
from autograder.course.markers import BEGIN_HIDDEN, BEGIN_SCHEME, BEGIN_SOLUTION
from autograder.course.text import Language
from autograder.mistakes.public_replies import mistake_files
from autograder.release.lesson_text import lesson_text
from autograder.release.notebook import can_release, release_notebook
from autograder.release.readme import readme
from autograder.release.requirements import requirements

HIDDEN_MARKERS = (BEGIN_SOLUTION, BEGIN_HIDDEN, BEGIN_SCHEME)


def release_files(course: Course, language: Language) -> dict[str, str]:
    """Return the text of every file of the release, by name.

    Lessons are in `language`, as notebooks where nbgrader is installed and as Markdown otherwise; the README has both
    languages, this one first.
    Raises `UsageError` when a source is missing, and `GraderError` when a file would contain anything hidden.
    """
    generated = generated_files(course, language) | mistake_files(course)
    notebooks = can_release()
    files = {"README.md": readme(course, language, notebooks), "requirements.txt": requirements(course, notebooks)}
    for path, text in generated.items():
        if path.is_relative_to(course.check):
            files[path.relative_to(course.check.parent).as_posix()] = text
    for name in course.assignments:
        files[f"cases/{name}.py"] = course.public_cases(name).read_text(encoding="utf-8")
        files[f"{name}.py"] = generated[course.stub(name)]
        files[f"test_{name}.py"] = course.public_tests(name).read_text(encoding="utf-8")
        lesson = generated[course.notebook(name)]
        if notebooks:
            files[f"{name}.ipynb"] = release_notebook(lesson, course.root)
        else:
            files[f"{name}.md"] = lesson_text(lesson, name)
    for name, text in files.items():
        if any(marker in text for marker in HIDDEN_MARKERS):
            raise GraderError(f"{name} would show what is hidden. Nothing was written.")
    return files
