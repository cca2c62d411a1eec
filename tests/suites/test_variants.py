"""Through the production command: every misconception is named as itself, and no right variant is accused.

`autograder prove` shows the same, and more, for each exercise alone; here the whole way from a folder to JSON is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest


def variants(course) -> Iterator[tuple[str, str, Path]]:
    """Yield the assignment, the exercise and the file of every right variant and every misconception."""
    for assignment in course.assignments.values():
        for exercise in assignment.exercises:
            for fate in ("right", "misconceptions"):
                for path in sorted((course.suites / fate / exercise.name).glob("*.py")):
                    yield assignment.name, exercise.name, path


def student(path: Path) -> str:
    return " ".join((*path.parts[-3:-1], path.stem))


@pytest.fixture(scope="module")
def graded(grade, make_class, course, tmp_path_factory):
    """Return the exercise of each variant with its file, by fate."""
    found = list(variants(course))
    students = {student(path): {f"{name}.py": path.read_bytes()} for name, _, path in found}
    folder = make_class(tmp_path_factory.mktemp("variants") / "class", students)
    run = grade(folder, tmp_path_factory.mktemp("variant_results"), seed="variants")
    assert run.code == 0, run.stderr
    entries = [(path, run.exercise(student(path), name, exercise)) for name, exercise, path in found]
    return {fate: [entry for entry in entries if entry[0].parts[-3] == fate] for fate in ("right", "misconceptions")}


def test_every_exercise_has_three_misconceptions_and_four_right_variants(course):
    for assignment in course.assignments.values():
        for exercise in assignment.exercises:
            assert len(list((course.suites / "right" / exercise.name).glob("*.py"))) >= 4, exercise.name
            assert len(list((course.suites / "misconceptions" / exercise.name).glob("*.py"))) >= 3, exercise.name


@pytest.mark.slow
def test_every_misconception_handed_in_is_named(graded):
    wrong = {
        path.stem: names
        for path, exercise in graded["misconceptions"]
        if (names := {c["misconception"] for c in exercise["checks"] if c["status"] == "failed"}) != {path.stem}
    }
    assert wrong == {}


@pytest.mark.slow
def test_no_right_variant_loses_a_point_or_is_accused(graded):
    accused = [
        path.stem
        for path, exercise in graded["right"]
        if exercise["score"] != exercise["max_score"] or any(c["misconception"] for c in exercise["checks"])
    ]
    assert accused == []
