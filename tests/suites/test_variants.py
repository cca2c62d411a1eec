"""The suites judge right: every right variant has full marks, every known-wrong answer loses a point."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

SUITES = Path(__file__).parents[2] / "autograder" / "suites"
VARIANTS = sorted((*SUITES.glob("right/*/*.py"), *SUITES.glob("misconceptions/*/*.py")))


def assignment_of(course, exercise: str) -> str:
    return next(name for name, a in course.assignments.items() if exercise in {e.name for e in a.exercises})


def students(course) -> Iterator[tuple[str, dict[str, str]]]:
    for path in VARIANTS:
        fate, exercise = path.parts[-3:-1]
        name = f"{assignment_of(course, exercise)}.py"
        yield f"{fate} {exercise} {path.stem}", {name: path.read_text(encoding="utf-8")}


@pytest.fixture(scope="module")
def run(grade, make_class, course, tmp_path_factory):
    folder = make_class(tmp_path_factory.mktemp("variants") / "class", dict(students(course)))
    return grade(folder, tmp_path_factory.mktemp("variant_results"), seed="variants")


def judged(run, course, path: Path):
    fate, exercise = path.parts[-3:-1]
    return run.exercise(f"{fate} {exercise} {path.stem}", assignment_of(course, exercise), exercise)


def test_every_exercise_has_variants_of_both_kinds(course):
    for assignment in course.assignments.values():
        for exercise in assignment.exercises:
            assert len(list((SUITES / "right" / exercise.name).glob("*.py"))) >= 3, exercise.name
            assert len(list((SUITES / "misconceptions" / exercise.name).glob("*.py"))) >= 3, exercise.name


def test_right_variants_have_full_marks(run, course):
    below = {
        path.stem: [check["message"]["en"] for check in exercise["checks"] if check["status"] != "passed"]
        for path in VARIANTS
        if path.parts[-3] == "right" and (exercise := judged(run, course, path))["score"] != exercise["max_score"]
    }
    assert below == {}


def test_known_wrong_answers_lose_a_point(run, course):
    full = [
        f"{path.parent.name}/{path.stem}"
        for path in VARIANTS
        if path.parts[-3] == "misconceptions"
        and (exercise := judged(run, course, path))["score"] == exercise["max_score"]
    ]
    assert full == []


def test_no_variant_breaks_the_grader(run):
    assert run.code == 0, run.stderr
