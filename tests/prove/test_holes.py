"""Every kind of hole in a suite is reported by the exercise it is in, and makes the proof fail."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.every_core

REPORTS = {
    "survivor": " survives:\n- return a + b\n+ return a * b\n    An answer with another operation",
    "unrepeated": " survives:\n+ unrepeated = wrong_in_turn(unrepeated, 2)\n    An answer that does this",
    "needless": "check more_numbers is not needed",
    "unowned": "misconception forgets_second passes zero, which owns it; it fails numbers",
    "ownerless": "misconception doubles is owned by nowhere, which is no check of this exercise",
    "alike": "misconception takes_away cannot be told from subtracts",
    "harmless": "misconception turns_around has full marks",
    "endless": "misconception loops is not recognised",
    "killed": "lists as equivalent fails numbers, zero:\n- return a + b\n+ return a - b",
    "gone": "lists a mutant that does not exist:\n- return a + b\n+ return a / b",
    "unfair": "right variant other_way loses points in: numbers",
    "formless": "formless.py: its docstring is to be",
}


@pytest.fixture(scope="module")
def proof(plant, holes, autograder, tmp_path_factory):
    course = plant(tmp_path_factory.mktemp("holes"), holes)
    return course, autograder("prove", "--jobs", 2, cwd=course)


@pytest.mark.parametrize("hole", REPORTS)
def test_a_hole_is_reported(proof, hole):
    assert f"{hole}: " in proof[1].stdout
    assert REPORTS[hole] in proof[1].stdout


def test_the_proof_fails_and_names_every_unproven_exercise_and_no_other(proof):
    assert proof[1].returncode == 1, proof[1].stderr
    *_, last = proof[1].stdout.splitlines()
    assert last == f"Not proven: {', '.join(REPORTS)}"


def test_only_proven_exercises_are_remembered(proof):
    remembered = (proof[0] / ".autograder" / "proven.json").read_text(encoding="utf-8")
    assert '"sound"' in remembered
    assert not any(f'"{hole}"' in remembered for hole in REPORTS)
