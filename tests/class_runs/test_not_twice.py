"""What is unchanged is not graded again: a result that is kept keeps its file as it is."""

from __future__ import annotations

import shutil

import pytest

A = "image_convolution"


@pytest.fixture(scope="module")
def graded_once(grade, make_class, copy_course, perfect, course, tmp_path_factory):
    """Return a folder with a course, a class and the results of grading it."""
    around = tmp_path_factory.mktemp("once")
    stub = course.stub(A).read_text(encoding="utf-8")
    folder = make_class(around / "class", {"right": {f"{A}.py": perfect[A]}, "stub": {f"{A}.py": stub}})
    run = grade(folder, around / "out", cwd=copy_course(around / "course"))
    assert len(run.records) == 2
    return around


@pytest.fixture
def around(graded_once, tmp_path):
    """Return a copy of the folder, in which everything may be changed."""
    return shutil.copytree(graded_once, tmp_path / "around")


@pytest.fixture
def folder(around):
    return around / "class"


@pytest.fixture
def graded_again(grade, folder, around):
    """Grade again after a change, and return the students whose results were written anew."""

    def graded_again(change, *options):
        before = {path: path.stat().st_mtime_ns for path in (around / "out").glob("*/*.json")}
        assert len(before) == 2
        change()
        again = grade(folder, around / "out", *options, cwd=around / "course")
        assert again.code == 0, again.stderr
        return {path.parent.name for path, written in before.items() if path.stat().st_mtime_ns != written}

    return graded_again


def test_nothing_is_graded_again_when_nothing_has_changed(graded_again):
    assert graded_again(lambda: None) == set()


def test_a_changed_submission_is_graded_again_and_no_other(graded_again, folder):
    assert graded_again(lambda: (folder / "stub" / "notes.txt").write_text("I try again.")) == {"stub"}


def test_a_changed_solution_grades_everyone_again(graded_again, around):
    solution = around / "course" / "solutions" / f"{A}.py"
    assert graded_again(lambda: solution.write_text(solution.read_text() + "# better\n")) == {"right", "stub"}


def test_another_seed_grades_everyone_again(graded_again):
    assert graded_again(lambda: None, "--seed", "another") == {"right", "stub"}


def test_fresh_grades_everyone_again(graded_again):
    assert graded_again(lambda: None, "--fresh") == {"right", "stub"}


def test_without_a_seed_the_course_has_one_that_stays(autograder, folder, course_copy, tmp_path):
    runs = [autograder("grade", folder, "--out", tmp_path / "out", cwd=course_copy) for _ in range(2)]
    assert [run.returncode for run in runs] == [0, 0]
    seed = (course_copy / ".autograder-seed").read_text().strip()
    assert [f"seed {seed}" in run.stdout for run in runs] == [True, True]
