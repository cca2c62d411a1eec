"""What an author misspells in a suite, or beside it, is told in one line with its place and what may be meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytestmark = pytest.mark.every_core

SUITES = "autograder/suites"
SUITE = f"{SUITES}/adding/test_{{}}.py"
SLIPS = {
    "argument": ("points=1", "point=1", "test_argument.py:4: `check` has no argument 'point'. Did you mean points?"),
    "fixture": ("(student", "(studnt", "test_fixture.py:4: There is no fixture 'studnt'. Did you mean student?"),
    "syntax": ("compare(student", "compare((student", "test_syntax.py:6: '(' was never closed."),
}


@pytest.fixture(scope="module")
def proof(plant, holes, autograder, tmp_path_factory):
    """Return what a proof says of a course whose suites each have another slip, and of folders of no exercise."""
    root = plant(tmp_path_factory.mktemp("slips"), dict.fromkeys(("sound", *SLIPS), holes["sound"]))
    for exercise, (right, wrong, _) in SLIPS.items():
        path = root / SUITE.format(exercise)
        path.write_text(path.read_text(encoding="utf-8").replace(right, wrong, 1), encoding="utf-8")
    (root / SUITES / "right" / "soundd").mkdir()
    return autograder("prove", cwd=root)


@pytest.mark.parametrize("exercise", SLIPS)
def test_a_slip_in_a_suite_is_told_in_one_line(proof, exercise):
    (line,) = [line for line in proof.stdout.splitlines() if line.startswith(f"{exercise}: ")]
    assert line.endswith(SLIPS[exercise][2])
    assert "Traceback" not in proof.stdout
    assert "_pytest" not in proof.stdout


def test_a_folder_of_answers_that_no_exercise_has_is_a_hole_of_the_nearest(proof):
    lines = proof.stdout.splitlines()
    assert f"sound: {SUITES}/right/soundd: There is no exercise 'soundd'. Did you mean sound?" in lines
    assert lines[-1].startswith("Not proven: sound, ")


def test_rounding_that_a_right_variant_fails_by_is_told_with_what_to_do(plant, holes, autograder, tmp_path):
    checks = {"numbers": "0.1, 0.2", "zero": "0, 7"}
    root = plant(tmp_path, {"sound": replace(holes["sound"], checks=checks, right="return (10 * a + 10 * b) / 10")})
    done = autograder("prove", cwd=root)
    assert "sound: right variant other_way loses points in: numbers (" in done.stdout
    assert "they differ by 5.6e-17: give `scale=` or `rtol=` to compare)" in done.stdout


def test_a_reference_that_loses_points_is_told_so(plant, holes, autograder, tmp_path):
    root = plant(tmp_path, {"sound": holes["sound"]})
    path = root / SUITE.format("sound")
    path.write_text(path.read_text(encoding="utf-8").replace("reference.call(3, 5)", "9"), encoding="utf-8")
    done = autograder("prove", cwd=root)
    assert any(line.startswith("sound: the reference loses points in: numbers (") for line in done.stdout.splitlines())


def test_an_exercise_that_there_is_not_is_refused_with_the_nearest(plant, holes, autograder, tmp_path):
    root = plant(tmp_path, {"bootstrap_se": holes["sound"]})
    done = autograder("prove", "bootstrap", cwd=root)
    assert done.stderr.splitlines() == ["autograder: There is no exercise 'bootstrap'. Did you mean bootstrap_se?"]
