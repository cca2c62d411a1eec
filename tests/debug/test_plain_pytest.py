"""Plain `pytest` runs the suites of a course, and changes nothing where there are none."""

from __future__ import annotations

import tomllib

import pytest


def collected(done):
    """Return the checks that pytest listed, as (exercise, check)."""
    lines = [line for line in done.stdout.splitlines() if "::" in line]
    return [(line.rpartition("/")[2].partition(".py")[0], line.partition("::")[2]) for line in lines]


def test_an_editor_finds_every_check_of_this_course(course, plain_pytest):
    done = plain_pytest(course.suites, "--collect-only", "-q")
    assert done.returncode == 0, done.stdout + done.stderr
    exercises = {one.name for assignment in course.assignments.values() for one in assignment.exercises}
    assert {name.removeprefix("test_") for name, _ in collected(done)} == exercises
    assert "deselected" not in done.stdout


def test_the_reference_of_another_course_passes(adding, plain_pytest):
    done = plain_pytest(adding / "autograder" / "suites" / "adding")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 passed" in done.stdout
    assert done.stdout.count("the reference runs in this process") == 1


@pytest.mark.slow
def test_one_check_runs_by_its_name(adding, plain_pytest):
    done = plain_pytest(adding, "autograder/suites/adding/test_add.py::test_large")
    assert "1 passed" in done.stdout


def test_a_file_runs_in_the_sandbox(adding, plain_pytest, tmp_path):
    answer = tmp_path / "answer.py"
    answer.write_text("def add(a, b):\n    return a - b\n", encoding="utf-8")
    done = plain_pytest(adding, "autograder/suites", "--student", answer)
    assert done.returncode == 1
    assert "answer.py runs in a worker" in done.stdout
    assert "expected: 4000\ngot: -2000" in done.stdout


@pytest.mark.slow
def test_a_hand_in_is_refused_in_this_process(adding, plain_pytest, tmp_path):
    answer = tmp_path / "adding.py"
    answer.write_text("def add(a, b):\n    return a - b\n", encoding="utf-8")
    done = plain_pytest(adding, "autograder/suites", "--student", answer, "--student-here")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "may be what a student handed in" in done.stderr


@pytest.mark.slow
def test_a_stub_does_not_pass(adding, plain_pytest, tmp_path):
    answer = tmp_path / "answer.py"
    answer.write_text("def add(a, b):\n    pass\n", encoding="utf-8")
    done = plain_pytest(adding, "autograder/suites", "--student", answer)
    assert done.returncode == 1
    assert "4 skipped" in done.stdout


@pytest.mark.slow
def test_tests_outside_of_the_suites_know_no_student(own_adding, plain_pytest):
    (own_adding / "test_other.py").write_text("def test_it(student):\n    pass\n", encoding="utf-8")
    assert "fixture 'student' not found" in plain_pytest(own_adding, "test_other.py").stdout


@pytest.mark.slow
def test_tests_beside_a_broken_manifest_run(own_adding, plain_pytest):
    (own_adding / "exercises.toml").write_text("[", encoding="utf-8")
    (own_adding / "test_other.py").write_text("def test_it():\n    pass\n", encoding="utf-8")
    assert plain_pytest(own_adding, "test_other.py").returncode == 0


def test_the_tests_of_this_repository_are_in_its_folder_tests(course):
    settings = tomllib.loads((course.root / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["tool"]["pytest"]["ini_options"]["testpaths"] == ["tests"]
