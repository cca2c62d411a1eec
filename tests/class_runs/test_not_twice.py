"""What is unchanged is not graded again: a result that is kept keeps its file as it is."""

from __future__ import annotations

import pytest

A = "image_convolution"


@pytest.fixture
def folder(make_class, perfect, course, tmp_path):
    stub = course.stub(A).read_text(encoding="utf-8")
    return make_class(tmp_path / "class", {"right": {f"{A}.py": perfect[A]}, "stub": {f"{A}.py": stub}})


@pytest.fixture
def graded_again(grade, folder, course_copy, tmp_path):
    """Grade twice, with a change in between, and return the students whose results were written anew."""

    def graded_again(change, *options):
        grade(folder, tmp_path / "out", cwd=course_copy)
        before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*/*.json")}
        assert len(before) == 2
        change()
        again = grade(folder, tmp_path / "out", *options, cwd=course_copy)
        assert again.code == 0, again.stderr
        return {path.parent.name for path, written in before.items() if path.stat().st_mtime_ns != written}

    return graded_again


def test_nothing_is_graded_again_when_nothing_has_changed(graded_again):
    assert graded_again(lambda: None) == set()


def test_a_changed_submission_is_graded_again_and_no_other(graded_again, folder):
    assert graded_again(lambda: (folder / "stub" / "notes.txt").write_text("I try again.")) == {"stub"}


def test_a_changed_solution_grades_everyone_again(graded_again, course_copy):
    solution = course_copy / "solutions" / f"{A}.py"
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
