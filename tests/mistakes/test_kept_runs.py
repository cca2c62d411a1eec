"""What is found out about known-wrong answers is kept for later runs, and a file that is not sound is made anew."""

from __future__ import annotations

import functools
import shutil
from pathlib import Path

import pytest

EXERCISE = 'add = { points = 2, title = { zh = "加法", en = "Adding" } }'
SUITE = """
from autograder.checks import check, compare


@check(points=1, zh="小", en="Small")
def test_small(student, reference):
    compare(student.call(1, 2), reference.call(1, 2))


@check(points=1, zh="大", en="Large")
def test_large(student, reference):
    compare(student.call(100, 20), reference.call(100, 20))
"""
WRONG = '"""{name} 的解释。\n\n{name} explained.\n\nCheck: small\n"""\n\n\ndef add(a, b):\n    return {value}\n'
FILES = {
    "solutions/adding.py": "def add(a, b):\n    ### BEGIN SOLUTION\n    return a + b\n    ### END SOLUTION\n",
    "autograder/suites/adding/test_add.py": SUITE,
    "autograder/suites/misconceptions/add/subtracts.py": WRONG.format(name="subtracts", value="a - b"),
    "autograder/suites/misconceptions/add/multiplies.py": WRONG.format(name="multiplies", value="a * b"),
}
KEPT = Path(".autograder") / "mistakes"


@pytest.fixture(scope="module")
def grade_one(make_class, grade, tmp_path_factory):
    """Return a function that grades a student whose answer subtracts, and returns the result without its duration."""
    answer = {"adding.py": "def add(a, b):\n    return -b + a\n"}
    folder = make_class(tmp_path_factory.mktemp("one") / "class", {"Zoë Zimmer": answer})

    def grade_one(root, seed="seed"):
        out = tmp_path_factory.mktemp("results")
        run = grade(folder, out, "--fresh", "--allow-unsandboxed", seed=seed, cwd=root)
        assert run.code == 0, run.stderr
        record = run.records["Zoë Zimmer", "adding"]
        return {name: value for name, value in record.items() if name != "duration"}

    return grade_one


@pytest.fixture
def fresh_root(make_adding):
    """Return the folder of a course with two known mistakes."""
    return make_adding(EXERCISE, FILES)


@pytest.fixture(scope="module")
def graded_once(make_adding, grade_one):
    """Return such a folder in which the student was graded, and the result."""
    root = make_adding(EXERCISE, FILES)
    return root, grade_one(root)


@pytest.fixture
def root(graded_once, tmp_path):
    """Return a copy of the folder in which the student was graded."""
    return shutil.copytree(graded_once[0], tmp_path / "course")


@pytest.fixture
def graded(root, grade_one):
    """Return a function that grades the student again."""
    return functools.partial(grade_one, root)


@pytest.fixture
def named(graded):
    """Return a function that grades the student again, and returns the mistake that is named."""

    def named(seed="seed"):
        checks = graded(seed)["exercises"][0]["checks"]
        (name,) = {check["misconception"] for check in checks}
        return name

    return named


def files(root):
    return sorted(path for path in (root / KEPT).rglob("*") if path.is_file())


def contents(root):
    return {path: path.read_bytes() for path in files(root)}


def test_a_second_run_has_the_same_result_and_makes_no_file_anew(root, graded, graded_once):
    before = {path: path.stat().st_mtime_ns for path in files(root)}
    assert len(before) == 2
    assert graded() == graded_once[1]
    assert {path: path.stat().st_mtime_ns for path in files(root)} == before


def test_the_files_can_be_deleted_at_any_time(root, named):
    first = contents(root)
    for path in first:
        path.unlink()
    assert named() == "subtracts"
    assert contents(root) == first


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"failed", b"passed"),
        lambda data: data[:0],
        lambda data: data + b"\0",
    ],
    ids=["cut", "changed", "empty", "longer"],
)
def test_a_file_that_is_not_sound_is_made_anew(root, named, spoil):
    first = contents(root)
    for path, data in first.items():
        path.write_bytes(spoil(data))
    assert named() == "subtracts"
    assert contents(root) == first


def test_a_file_of_another_answer_is_not_taken_for_it(root, named):
    (one, other), (data, more) = files(root), contents(root).values()
    one.write_bytes(more)
    other.write_bytes(data)
    assert named() == "subtracts"


def test_what_is_kept_belongs_to_one_seed(root, named):
    first = set(files(root))
    assert named(seed="other") == "subtracts"
    assert len(set(files(root)) - first) == len(first)


def test_old_seeds_are_forgotten(root, named):
    for number in range(5):
        named(seed=f"seed {number}")
    assert len(list((root / KEPT / "add").iterdir())) < 6


def test_no_file_has_the_name_of_a_student(root):
    assert not any("Zoë".encode() in data or b"Zimmer" in data for data in contents(root).values())


def test_a_course_that_cannot_be_written_to_is_graded_all_the_same(fresh_root, grade_one, graded_once):
    (fresh_root / ".autograder").write_text("a file in the place of the folder", encoding="utf-8")
    assert grade_one(fresh_root) == graded_once[1]
