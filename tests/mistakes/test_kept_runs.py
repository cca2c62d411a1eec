"""What is found out about known-wrong answers is kept for later runs, and a file that is not sound is made anew."""

from __future__ import annotations

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


@pytest.fixture
def root(make_adding):
    """Return the folder of a course with two known mistakes."""
    return make_adding(EXERCISE, FILES)


@pytest.fixture
def graded(root, make_class, grade, tmp_path):
    """Return a function that grades a student whose answer subtracts, and returns the result without its duration."""
    folder = make_class(tmp_path / "class", {"Zoë Zimmer": {"adding.py": "def add(a, b):\n    return -b + a\n"}})

    def graded(seed="seed"):
        run = grade(folder, tmp_path / "out", "--fresh", "--allow-unsandboxed", seed=seed, cwd=root)
        assert run.code == 0, run.stderr
        record = run.records["Zoë Zimmer", "adding"]
        return {name: value for name, value in record.items() if name != "duration"}

    return graded


@pytest.fixture
def named(graded):
    """Return a function that grades the student, and returns the mistake that is named."""

    def named(seed="seed"):
        checks = graded(seed)["exercises"][0]["checks"]
        (name,) = {check["misconception"] for check in checks}
        return name

    return named


def files(root):
    return sorted(path for path in (root / KEPT).rglob("*") if path.is_file())


def contents(root):
    return {path: path.read_bytes() for path in files(root)}


def test_a_second_run_has_the_same_result_and_makes_no_file_anew(root, graded):
    first = graded()
    before = {path: path.stat().st_mtime_ns for path in files(root)}
    assert len(before) == 2
    assert graded() == first
    assert {path: path.stat().st_mtime_ns for path in files(root)} == before


def test_the_files_can_be_deleted_at_any_time(root, named):
    named()
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
    named()
    first = contents(root)
    for path, data in first.items():
        path.write_bytes(spoil(data))
    assert named() == "subtracts"
    assert contents(root) == first


def test_a_file_of_another_answer_is_not_taken_for_it(root, named):
    named()
    (one, other), (data, more) = files(root), contents(root).values()
    one.write_bytes(more)
    other.write_bytes(data)
    assert named() == "subtracts"


def test_what_is_kept_belongs_to_one_seed(root, named):
    named()
    first = set(files(root))
    assert named(seed="other") == "subtracts"
    assert len(set(files(root)) - first) == len(first)


def test_old_seeds_are_forgotten(root, named):
    for number in range(6):
        named(seed=f"seed {number}")
    assert len(list((root / KEPT / "add").iterdir())) < 6


def test_no_file_has_the_name_of_a_student(root, named):
    named()
    assert not any("Zoë".encode() in data or b"Zimmer" in data for data in contents(root).values())


def test_a_course_that_cannot_be_written_to_is_graded_all_the_same(root, named):
    (root / ".autograder").write_text("a file in the place of the folder", encoding="utf-8")
    assert named() == "subtracts"
