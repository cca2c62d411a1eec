"""Through the production command: every misconception is named as itself, and no right variant is accused.

`autograder prove` shows the same, and more, for each exercise alone; here the whole way from a folder to JSON is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from autograder.mistakes.catalogue import load_misconceptions

pytestmark = pytest.mark.every_core


class Variant(NamedTuple):
    """A known answer to an exercise."""

    assignment: str
    exercise: str
    fate: str
    name: str
    source: str

    @property
    def student(self) -> str:
        return f"{self.fate} {self.exercise} {self.name}"


def variants(course) -> Iterator[Variant]:
    """Yield every right variant and every misconception."""
    for assignment in course.assignments.values():
        for exercise in assignment.exercises:
            for path in sorted((course.suites / "right" / exercise.name).glob("*.py")):
                yield Variant(assignment.name, exercise.name, "right", path.stem, path.read_text(encoding="utf-8"))
            for known in load_misconceptions(course, exercise.name):
                yield Variant(assignment.name, exercise.name, "wrong", known.name, known.source)


@pytest.fixture(scope="module")
def graded(grade, make_class, course, tmp_path_factory):
    """Return each variant with the result of its exercise."""
    found = list(variants(course))
    students = {variant.student: {f"{variant.assignment}.py": variant.source} for variant in found}
    folder = make_class(tmp_path_factory.mktemp("variants") / "class", students)
    run = grade(folder, tmp_path_factory.mktemp("variant_results"), seed="variants")
    assert run.code == 0, run.stderr
    return [(variant, run.exercise(variant.student, variant.assignment, variant.exercise)) for variant in found]


def test_every_exercise_has_three_misconceptions_and_four_right_variants(course):
    found = list(variants(course))
    for assignment in course.assignments.values():
        for exercise in assignment.exercises:
            fates = [variant.fate for variant in found if variant.exercise == exercise.name]
            assert fates.count("right") >= 4, exercise.name
            assert fates.count("wrong") >= 3, exercise.name


@pytest.mark.slow
def test_every_misconception_handed_in_is_named(graded):
    named = {
        variant: {check["misconception"] for check in exercise["checks"] if check["status"] == "failed"}
        for variant, exercise in graded
        if variant.fate == "wrong"
    }
    assert [variant.student for variant, names in named.items() if names != {variant.name}] == []


@pytest.mark.slow
def test_no_right_variant_loses_a_point_or_is_accused(graded):
    accused = [
        variant.student
        for variant, exercise in graded
        if variant.fate == "right"
        and (exercise["score"] != exercise["max_score"] or any(c["misconception"] for c in exercise["checks"]))
    ]
    assert accused == []
