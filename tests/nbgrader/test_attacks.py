"""Attacks that fool graders with tests in the student's kernel gain nothing in `nbgrader autograde` with our engine."""

from __future__ import annotations

import copy
import tomllib
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_output

pytestmark = pytest.mark.slow
A = "image_convolution"
EXERCISE = "edge_kernel"
WRONG = "def edge_kernel():\n    return torch.zeros(1, 2)\n"
ATTACKS = tomllib.loads(Path(__file__).with_name("attacks.toml").read_text(encoding="utf-8"))
COUNT = sum(map(len, ATTACKS.values()))


def with_attack(notebook, at, home: Path, attack: str, answer: str = WRONG):
    """Return the untouched release with a wrong answer, and an attack in the cell before it."""
    hostile = copy.deepcopy(notebook)
    index = at(hostile, EXERCISE)
    hostile.cells[index].source = answer
    hostile.cells.insert(index, new_code_cell(f"import torch\nHOME = {str(home)!r}\n{attack}"))
    return hostile


def with_forged_grade_cells(notebook, at):
    """Return notebooks whose grade cells were tampered with, by the kind of attack."""
    checks = at(notebook, f"{EXERCISE}_checks")
    hostile = {name: copy.deepcopy(notebook) for name in ATTACKS["test_cells"]}
    hostile["tagged"].cells[checks].metadata["tags"] = ["skip-execution"]
    result = new_output("execute_result", {"text/plain": "5.0"}, execution_count=1)
    hostile["stored"].cells[checks].outputs = [result]
    hostile["rewritten"].cells[checks].source = "5.0"
    hostile["worth_more"].cells[checks].metadata.nbgrader["points"] = 1000
    copied = copy.deepcopy(hostile["twice"].cells[checks])
    copied.source = "5.0"
    hostile["twice"].cells.append(copied)
    hostile["by_hand"].cells[checks].metadata.nbgrader.update(solution=True, locked=False)
    for one in hostile.values():
        one.cells[at(one, EXERCISE)].source = WRONG
    return hostile


@pytest.fixture(scope="module")
def graded(make_course, at):
    """A course whose class, attackers and an honest student at the end, was graded."""
    teacher = make_course("attacks")
    teacher.nbgrader("generate_assignment", A)
    released = teacher.released(A)
    class_ = {name: with_attack(released, at, teacher.home, cell) for name, cell in ATTACKS["cells"].items()}
    class_ |= {name: with_attack(released, at, teacher.home, "", answer) for name, answer in ATTACKS["answers"].items()}
    class_ |= with_forged_grade_cells(released, at)
    for student, notebook in class_.items():
        teacher.hand_in(student, A, notebook)
    fake = teacher.home / "submitted" / "tagged" / A / "autograder" / "nbgrader"
    fake.mkdir(parents=True)
    (fake / "kernel.py").write_text("def points(*words):\n    return 5.0\n", encoding="utf-8")
    teacher.hand_in("zz honest", A, teacher.solved(A))
    teacher.nbgrader("autograde", A)
    return teacher


def test_no_attack_gains_a_point(graded):
    scores = graded.gradebook(A)
    assert len(scores) == COUNT + 1
    assert {
        student: sum(points.values()) for student, points in scores.items() if student != "zz honest"
    } == dict.fromkeys(scores.keys() - {"zz honest"}, 0.0)


def test_the_honest_student_after_them_has_full_points(graded, full_marks):
    assert sum(graded.gradebook(A)["zz honest"].values()) == full_marks[A]


def test_no_attack_leaves_anything_in_the_course(graded):
    assert not (graded.home / "proof").exists()
    assert not list(graded.home.rglob("poison.py"))
    whole = [path.stat().st_size > 100 for path in graded.home.glob("autograded/*/*/*.ipynb")]
    assert whole == [True] * (COUNT + 1)
