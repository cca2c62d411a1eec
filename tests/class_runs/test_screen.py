"""What an instructor sees of a run: who has no marks and why, each fault once, and how to go on after a stop."""

from __future__ import annotations

import csv
import shutil
import signal

import pytest

pytestmark = pytest.mark.every_core

A = "practice"
MANY = 61  # more than the screen has rows for


@pytest.fixture(scope="module")
def broken_course(course, tmp_path_factory):
    """Return a copy of the course with a reference that fails in one exercise."""
    copy = tmp_path_factory.mktemp("broken") / "course"
    copy.mkdir()
    shutil.copy(course.root / "exercises.toml", copy)
    for name in ("solutions", "assignments", "source"):
        shutil.copytree(course.root / name, copy / name)
    path = copy / "solutions" / f"{A}.py"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("return torch.ones", "torch.zonk\n    return torch.ones", 1), encoding="utf-8")
    return copy


@pytest.fixture(scope="module")
def run(broken_course, grade, make_class, tmp_path_factory):
    """Grade a large class of which three need a look: two whose work the grader fails at, and one with no file."""
    answered = "def integral_kernel(n):\n    return 1\n"
    students = {f"s{number:02}": {f"{A}.py": "x = 1\n"} for number in range(MANY)}
    students |= {"unlucky": {f"{A}.py": answered}, "unlucky too": {f"{A}.py": answered}, "lost": {"notes.txt": "?"}}
    folder = make_class(tmp_path_factory.mktemp("screen") / "class", students)
    return grade(folder, tmp_path_factory.mktemp("out"), "--assignment", A, cwd=broken_course)


def line_about(text, student):
    return next(line for line in text.splitlines() if line.startswith(f"  {student}, "))


def test_in_a_large_class_who_has_no_marks_stays_in_view_with_the_reason(run):
    assert run.code == 3
    assert "not gradable" in line_about(run.stdout, "lost")
    assert "notes.txt" in line_about(run.stdout, "lost")
    assert "grader error" in line_about(run.stdout, "unlucky too")
    assert "integral_kernel" in line_about(run.stdout, "unlucky too")
    assert "s07" not in run.stdout


def test_the_grades_say_grader_error_and_the_reason(run):
    with open(run.out / "grades.csv", encoding="utf-8", newline="") as file:
        rows = {row["student"]: (row["status"], row["score"], row["reason"]) for row in csv.DictReader(file)}
    assert rows["unlucky"][:2] == ("grader_error", "")
    assert "integral_kernel" in rows["unlucky"][2]
    assert rows["lost"][:2] == ("not_gradable", "0.0")
    assert "notes.txt" in rows["lost"][2]
    assert rows["s00"] == ("graded", "0.0", "")


def test_a_fault_is_shown_once_however_many_students_meet_it(run):
    assert run.stderr.count("has no attribute 'zonk'") == 1


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_run_that_is_stopped_says_what_is_done_and_how_to_go_on(start, make_class, perfect, tmp_path, number, code):
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip("the tests run in the background of a shell, which ignores Ctrl-C for them and what they start")
    folder = make_class(tmp_path / "class", {f"s{index}": {f"{A}.py": perfect[A]} for index in range(12)})
    run = start(folder, tmp_path / "out", "--jobs", 1)
    run.wait_for(2)
    run.process.send_signal(number)
    ended, said = run.end()
    assert ended == code, said
    results = run.results()
    assert 2 <= results < 12
    expected = (
        f"Stopped. {results} of 12 results are in {tmp_path / 'out'}. To go on, run the same command with --resume."
    )
    assert said.splitlines()[-1] == expected
    assert "Traceback" not in said
    assert run.left_behind() == []


@pytest.mark.parametrize(("seed", "warned"), [("spring-2027", True), ("0123456789abcdef", False)])
def test_a_seed_that_can_be_guessed_is_warned_of(grade, make_class, tmp_path, seed, warned):
    run = grade(make_class(tmp_path / "class", {"a": {f"{A}.py": "x = 1\n"}}), tmp_path / "out", seed=seed)
    assert run.code == 0
    assert [line for line in run.stderr.splitlines() if "may guess the seed" in line][1:] == []
    assert ("may guess the seed" in run.stderr) == warned


def test_the_seed_that_the_course_draws_is_not_warned_of(autograder, make_class, course_copy, tmp_path):
    folder = make_class(tmp_path / "class", {"a": {f"{A}.py": "x = 1\n"}})
    done = autograder("grade", folder, "--out", tmp_path / "out", cwd=course_copy)
    assert done.returncode == 0, done.stderr
    assert "guess" not in done.stderr
