"""A proof lists what an exercise lacks; what its author has marked as to be done keeps it from being proven."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from autograder.build.stubs import make_stub
from autograder.course.load import load_course
from autograder.prove.missing import missing_parts

pytestmark = pytest.mark.every_core

SUITES = "autograder/suites"


@pytest.fixture(scope="module")
def course(plant, holes, tmp_path_factory):
    bare = replace(holes["sound"], wrong={})
    root = plant(tmp_path_factory.mktemp("missing"), {"bare": bare, "sound": holes["sound"]})
    for path in (root / SUITES / "right" / "bare").iterdir():
        path.unlink()
    suite = root / SUITES / "adding" / "test_sound.py"
    suite.write_text(f"# TODO(author): ask for large numbers\n{suite.read_text(encoding='utf-8')}", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def proof(course, autograder):
    return autograder("prove", cwd=course)


def test_what_is_missing_is_listed_with_its_place(proof):
    line = next(line for line in proof.stdout.splitlines() if line.startswith("    bare: "))
    assert line == (
        "    bare: a docstring (solutions/adding.py), a slot in the lesson (source/adding.zh.md), "
        "a slot in the lesson (source/adding.en.md), a right variant (autograder/suites/right/bare/), "
        "a named mistake (autograder/suites/misconceptions/bare.toml), a public case (assignments/cases/adding.py)"
    )


def test_a_mark_of_the_author_keeps_an_exercise_from_being_proven(proof):
    assert proof.returncode == 1
    place = f"{SUITES}/adding/test_sound.py:1"
    assert f"sound: {place}: still to be done: ask for large numbers" in proof.stdout.splitlines()
    assert "sound" in proof.stdout.splitlines()[-1]


def test_nothing_is_missing_in_the_course_of_this_repository():
    course = load_course(Path(__file__).parents[2])
    missing = [
        part
        for assignment in course.assignments.values()
        for exercise in assignment.exercises
        for part in missing_parts(course, assignment, exercise)
    ]
    assert missing == []


def test_a_solution_of_one_statement_is_proven(plant, holes, tmp_path, autograder):
    root = plant(tmp_path, {"sound": holes["sound"]})
    solution = (root / "solutions" / "adding.py").read_text(encoding="utf-8").replace("import math\n\n\n", "")
    (root / "solutions" / "adding.py").write_text(solution, encoding="utf-8")
    (root / "assignments" / "adding.py").write_text(make_stub(solution, "adding.py"), encoding="utf-8")
    done = autograder("prove", cwd=root)
    assert done.returncode == 0, done.stdout


def test_a_solution_that_does_not_define_the_exercise_is_named(plant, holes, tmp_path, autograder):
    root = plant(tmp_path, {"sound": holes["sound"]})
    solution = (root / "solutions" / "adding.py").read_text(encoding="utf-8").replace("def sound", "def other")
    (root / "solutions" / "adding.py").write_text(solution, encoding="utf-8")
    (root / "assignments" / "adding.py").write_text(make_stub(solution, "adding.py"), encoding="utf-8")
    done = autograder("prove", cwd=root)
    assert done.returncode == 1
    assert "sound: The solution does not define sound." in done.stdout
