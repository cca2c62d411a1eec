"""A course is begun, proven, released and graded by commands alone; so is an exercise that an author adds to it."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.slow

LANGUAGES = ("zh,en", "en", "zh")
LIBRARIES = ("", "numpy", "torch")


def graded(root, grade, make_class, folder):
    """Grade a right answer, and the stub as students get it; return the run."""
    course_files = {"right": root / "solutions", "stub": root / "assignments"}
    students = {name: {"first_steps.py": (path / "first_steps.py").read_bytes()} for name, path in course_files.items()}
    return grade(make_class(folder / "class", students), folder / "results", "--allow-unsandboxed", cwd=root)


@pytest.mark.parametrize("libraries", LIBRARIES)
@pytest.mark.parametrize("languages", LANGUAGES)
def test_a_new_course_is_built_proven_released_and_graded_at_once(
    begin, run, grade, make_class, monkeypatch, tmp_path, languages, libraries
):
    monkeypatch.delenv("AUTOGRADER_UNPROVEN", raising=False)
    root = begin("--languages", languages, "--libraries", libraries)
    run(root, "build")
    run(root, "build", "--check")
    run(root, "prove")
    run(root, "release", "--out", "to-students")
    assert (root / "to-students" / "first_steps.py").is_file()
    found = graded(root, grade, make_class, tmp_path / "graded")
    assert found.code == 0, found.stderr
    assert {student: record["score"] for (student, _), record in found.records.items()} == {"right": 100, "stub": 0}


@pytest.mark.parametrize("languages", LANGUAGES)
def test_a_new_exercise_is_filled_in_and_proven(begin, run, autograder, last_word, languages):
    root = begin("--languages", languages)
    run(root, "new", "exercise", "last_word", "--assignment", "first_steps", "--points", 10)
    run(root, "build")
    assert "still to be done" in autograder("prove", "last_word", cwd=root).stdout
    last_word(root, "first_steps", public="4", hidden="6")
    run(root, "build")
    run(root, "prove", "last_word")


def test_a_new_assignment_is_filled_in_and_proven(begin, run, last_word):
    root = begin("--languages", "en")
    run(root, "new", "assignment", "words", "--en", "Words")
    run(root, "new", "exercise", "last_word", "--assignment", "words")
    last_word(root, "words", public="40", hidden="60")
    for path in (root / "source").glob("words.*"):
        text = path.read_text(encoding="utf-8")
        path.write_text("".join(line for line in text.splitlines(True) if "TODO(author)" not in line), encoding="utf-8")
    run(root, "build")
    run(root, "prove")
