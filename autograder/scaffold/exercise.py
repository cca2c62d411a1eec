"""The files that a new exercise adds to its assignment, and those that it changes."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from autograder.course.errors import UsageError
from autograder.course.layout import MANIFEST
from autograder.course.manifest import Assignment, Course
from autograder.course.suite_files import MISCONCEPTIONS, RIGHT
from autograder.course.text import Text
from autograder.scaffold.manifest_text import with_exercise
from autograder.scaffold.names import require_free
from autograder.scaffold.python_text import with_imports, with_item
from autograder.scaffold.render import render
from autograder.scaffold.wording import words_for

FULL, DEFAULT_POINTS = 100, 10
IN_CASES = (("check.asking", "call"), ("check.model", "Case"))
TEXT = "check.model", "Text"


class NewExercise(Struct, frozen=True):
    """What an author says of a new exercise; a title that is not `titled` is to be replaced."""

    name: str
    points: float
    title: Text
    titled: bool


def missing_points(assignment: Assignment) -> float:
    """Return the points that the exercises of an assignment lack to 100, or 10 where they lack none."""
    missing = FULL - assignment.points
    return missing if missing > 0 else DEFAULT_POINTS


def exercise_files(course: Course, assignment: Assignment, new: NewExercise) -> dict[Path, str]:
    """Return the text of every file that is to be written for a new exercise.

    Raises `UsageError` where its name cannot be used, or a file has no place for it.
    """
    require_free(new.name, course)
    values = words_for(course.languages) | _points(new.points)
    values |= {"name": new.name, "title": new.title, "titled": new.titled}
    return _added_files(course, assignment, new.name, values) | _changed_files(course, assignment, new.name, values)


def _points(points: float) -> dict[str, str]:
    """Return the points of an exercise and of its two checks, as Python and TOML write them."""
    public = max(1, round(points * 0.3)) if points >= 2 and points == int(points) else points / 2
    return {"points": f"{points:g}", "public_points": f"{public:g}", "hidden_points": f"{points - public:g}"}


def _added_files(course: Course, assignment: Assignment, name: str, values: dict[str, object]) -> dict[Path, str]:
    paths = {
        course.suites / assignment.name / f"test_{name}.py": "suite.py",
        course.suites / RIGHT / name / "another_way.py": "right.py",
        course.suites / MISCONCEPTIONS / name / "forgets_something.py": "mistake.py",
    }
    for path in paths:
        if path.exists():
            raise UsageError(f"{path} is there already. Move it away, or choose another name.")
    return {path: render(f"exercise/{template}", **values) for path, template in paths.items()}


def _changed_files(course: Course, assignment: Assignment, name: str, values: dict[str, object]) -> dict[Path, str]:
    def filled(template: str) -> str:
        return render(f"exercise/{template}", **values)

    manifest, cases = course.root / MANIFEST, course.public_cases(assignment.name)
    solution = course.solution(assignment.name)
    with_case = with_item(_read(cases), "CASES", filled("case.py"), str(cases.relative_to(course.root)))
    changed = {
        manifest: with_exercise(_read(manifest), assignment.name, name, filled("manifest.toml")),
        solution: _read(solution).rstrip() + "\n" + filled("solution.py"),
        cases: with_imports(with_case, IN_CASES if len(course.languages) == 1 else (*IN_CASES, TEXT)),
    }
    for language in course.languages:
        lesson = course.lesson(assignment.name, language)
        changed[lesson] = _read(lesson).rstrip() + "\n" + filled(f"lesson.{language}.md")
    return changed


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UsageError(f"{path} is missing; write it first, or `autograder new assignment` writes one.") from None
