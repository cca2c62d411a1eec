"""`autograder new` writes every place of an exercise or an assignment, and `prove` lists what is still to be done."""

from __future__ import annotations

import re

import pytest

from autograder.course.load import load_course
from autograder.course.todo import MARK, todos_of

LANGUAGES = ("en,zh", "en", *(pytest.param(one, marks=pytest.mark.slow) for one in ("zh,en", "zh")))


@pytest.fixture(params=LANGUAGES)
def course_root(request, begin):
    return begin("--languages", request.param)


def todos(root, name):
    """Return what is still to be done for an exercise, as a path and the line of its mark."""
    course = load_course(root)
    for assignment in course.assignments.values():
        for exercise in assignment.exercises:
            if exercise.name == name:
                return {
                    (one.path.relative_to(root).as_posix(), one.line) for one in todos_of(course, assignment, exercise)
                }
    return None


def marks(root):
    """Return every mark in a course, as a path and a line."""
    return {
        (path.relative_to(root).as_posix(), number)
        for path in root.rglob("*")
        if path.is_file() and path.name != "README.md" and "source/first_steps/" not in path.as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if MARK in line
    }


def test_a_new_exercise_builds_at_once_and_every_mark_in_it_is_listed(course_root, run):
    run(course_root, "new", "exercise", "shift", "--assignment", "first_steps", "--points", "10")
    found = marks(course_root)
    assert todos(course_root, "shift") == found
    languages = load_course(course_root).languages
    lessons = {f"source/first_steps.{language}.md" for language in languages}
    places = {"exercises.toml", "solutions/first_steps.py", "assignments/cases/first_steps.py", *lessons}
    assert {path for path, _ in found} - {path for path, _ in found if path.startswith("suites/")} == places
    assert {path.split("/")[1] for path, _ in found if path.startswith("suites/")} == {
        "first_steps",
        "right",
        "misconceptions",
    }
    run(course_root, "build")
    run(course_root, "build", "--check")


def test_what_is_to_be_done_for_an_exercise_is_no_matter_of_another_one(course_root, run):
    run(course_root, "new", "exercise", "shift", "--assignment", "first_steps", "--points", "10")
    assert todos(course_root, "count_word") == set()


def test_prove_lists_what_is_to_be_done_by_file_and_line(begin, run, autograder):
    root = begin("--languages", "en")
    run(root, "new", "exercise", "shift", "--assignment", "first_steps")
    run(root, "build")
    done = autograder("prove", "shift", "--jobs", 1, cwd=root)
    assert done.returncode == 1
    listed = re.findall(r"^shift: (\S+):(\d+): still to be done: \w", done.stdout, re.MULTILINE)
    assert {(path, int(line)) for path, line in listed} == todos(root, "shift")


def test_the_suite_of_a_new_exercise_fails_every_mutant(begin, run, autograder):
    root = begin("--languages", "en")
    run(root, "new", "exercise", "shift", "--assignment", "first_steps")
    run(root, "build")
    assert "survives" not in autograder("prove", "shift", "--jobs", 1, cwd=root).stdout


def test_a_title_that_is_given_is_not_to_be_done(begin, run):
    root = begin("--languages", "en")
    run(root, "new", "exercise", "shift", "--assignment", "first_steps", "--en", 'A "shift"')
    (exercise,) = [one for one in load_course(root).assignments["first_steps"].exercises if one.name == "shift"]
    assert exercise.title.en == 'A "shift"'
    assert "exercises.toml" not in {path for path, _ in todos(root, "shift")}


def test_the_points_are_what_the_assignment_lacks_to_100(begin, run):
    root = begin()
    run(root, "new", "assignment", "pooling")
    assert "is worth" not in run(root, "new", "exercise", "pool", "--assignment", "pooling", "--points", "30.5")
    said = run(root, "new", "exercise", "unpool", "--assignment", "pooling")
    assert "unpool is worth 69.5 points: what pooling lacked to 100." in said
    said = run(root, "new", "exercise", "pool_twice", "--assignment", "pooling")
    assert "pool_twice is worth 10 points: pooling has 100 already." in said
    assert [one.points for one in load_course(root).assignments["pooling"].exercises] == [30.5, 69.5, 10]


def test_a_new_assignment_builds_before_and_after_its_first_exercise(course_root, run):
    run(course_root, "new", "assignment", "pooling")
    run(course_root, "build")
    run(course_root, "new", "exercise", "max_pool", "--assignment", "pooling")
    run(course_root, "build")
    run(course_root, "build", "--check")
    of_assignment = {path for path, _ in todos(course_root, "max_pool")}
    assert {f"source/pooling.{language}.md" for language in load_course(course_root).languages} <= of_assignment
    assert todos(course_root, "count_word") == set()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("exercise", "shift", "--assignment", "zonk"), "exercises.toml has no assignment 'zonk'. There are: first_steps."),
        (("exercise", "count_word", "--assignment", "first_steps"), "count_word is the name of an exercise of first_steps already."),
        (("exercise", "shift", "--assignment", "first_steps", "--points", "0"), "The points of an exercise are more than 0."),
        (("assignment", "first_steps"), "first_steps is the name of an assignment already. Choose another name."),
        (("assignment", "class"), "class is a keyword of Python. Choose another name."),
    ],
)  # fmt: skip
def test_what_cannot_be_begun_is_refused_in_one_line_and_nothing_is_written(begin, autograder, words, said):
    root = begin()
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    done = autograder("new", *words, cwd=root)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert said in done.stderr
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_a_file_that_is_there_already_is_left_alone(begin, autograder):
    root = begin()
    suite = root / "suites" / "first_steps" / "test_shift.py"
    suite.write_text("mine", encoding="utf-8")
    done = autograder("new", "exercise", "shift", "--assignment", "first_steps", cwd=root)
    assert done.returncode == 2
    assert "test_shift.py is there already" in done.stderr
    assert suite.read_text(encoding="utf-8") == "mine"
    assert "shift" not in (root / "exercises.toml").read_text(encoding="utf-8")
