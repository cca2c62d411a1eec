"""What an instructor sees of a run: who has no marks and why, each fault once, and how to go on after a stop."""

from __future__ import annotations

import csv
import shutil
import signal

import pytest

pytestmark = pytest.mark.every_core

A = "practice"
MANY = 25  # more than the screen has rows for


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


def test_of_a_large_class_the_lowest_are_shown_and_the_figures_stand_below(run):
    assert [name for name in (f"s{number:02}" for number in range(MANY)) if name in run.stdout] == [
        f"s{number:02}" for number in range(10)
    ]
    assert "the 10 lowest of 28 results; --table shows every row" in run.stdout
    order = ["s09", "lost, practice", "weakest exercises", "28 results in", "Next:"]
    assert sorted(order, key=run.stdout.index) == order
    assert "s09" not in run.stdout.partition("weakest exercises")[2]


def test_the_end_names_the_commands_that_go_on(run):
    steps = run.stdout.partition("Next:\n")[2].splitlines()
    assert [step.split()[1] for step in steps] == ["feedback", "report", "export"]
    assert f"  autograder report {run.out} --out report.html" in steps[1]
    assert f"  autograder export {run.out} --to nbgrader" in steps[-1]


def test_table_shows_every_row_of_a_large_class(broken_course, make_class, grade, tmp_path):
    students = {f"s{number:02}": {f"{A}.py": "x = 1\n"} for number in range(MANY)}
    done = grade(make_class(tmp_path / "class", students), tmp_path / "out", "--table", cwd=broken_course)
    assert [name for name in students if name not in done.stdout] == []
    assert "--table shows" not in done.stdout


def test_the_commonest_mistakes_are_named_with_how_many_made_them(grade, make_class, tmp_path):
    flipped = """
import torch

def corr2d(X, K):
    h, w = K.shape
    rows, columns = X.shape[0] - h + 1, X.shape[1] - w + 1
    flipped = K.flip(0, 1)
    return torch.stack([
        torch.stack([(X[i:i + h, j:j + w] * flipped).sum() for j in range(columns)]) for i in range(rows)
    ])
"""
    students = {name: {"image_convolution.py": flipped} for name in "abc"} | {"d": {"image_convolution.py": "x = 1\n"}}
    said = grade(make_class(tmp_path / "class", students), tmp_path / "out").stdout
    (line,) = [line for line in said.splitlines() if "corr2d: flips_kernel" in line]
    assert line.split()[0] == "3"
    assert "You flipped the kernel" in line


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
