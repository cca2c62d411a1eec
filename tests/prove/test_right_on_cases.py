"""A proof runs right answers on the public cases, as students do, and fails where one of them does not pass."""

from __future__ import annotations

from dataclasses import replace

import pytest

from autograder.course.load import load_course
from autograder.prove.record import proof_digests

pytestmark = pytest.mark.every_core

CASES = "assignments/cases/adding.py"
HEAD = "from check.asking import call\nfrom check.model import Case\n\n"


def write_cases(root, *cases):
    """Write public cases, one on each line from the fifth on."""
    lines = "".join(f"    {case},\n" for case in cases)
    (root / CASES).parent.mkdir(parents=True, exist_ok=True)
    (root / CASES).write_text(f"{HEAD}CASES = (\n{lines})\n", encoding="utf-8")


def case(name, right=8):
    return f'Case("{name}", "two numbers", call("{name}", 3, 5), {right})'


@pytest.fixture
def course(plant, holes, tmp_path):
    """Return a course of two exercises whose suites are sound, with a right case of each."""
    root = plant(tmp_path / "course", {"sound": holes["sound"], "fine": holes["sound"]})
    write_cases(root, case("sound"), case("fine"))
    return root


def test_a_case_that_the_reference_does_not_pass_keeps_its_exercise_from_being_proven(course, autograder):
    assert autograder("prove", cwd=course).returncode == 0
    write_cases(course, case("sound"), case("fine", right=9))
    done = autograder("prove", "--public-cases", "page.md", cwd=course)
    assert done.returncode == 1
    assert f'fine: {CASES}:6: the case "two numbers" expects 9; the reference gives 8.' in done.stdout.splitlines()
    assert "Not proven: fine" in done.stdout.splitlines()
    assert not (course / "page.md").exists()
    assert "page.md is not written" in done.stdout


def test_a_right_variant_has_to_pass_as_well(plant, holes, tmp_path, autograder):
    variant = "return a + b if a != 4 else 0"
    root = plant(tmp_path, {"sound": replace(holes["sound"], right=variant)})
    write_cases(root, 'Case("sound", "a four", call("sound", 4, 5), 9)')
    done = autograder("prove", cwd=root)
    assert f'sound: {CASES}:5: the case "a four" expects 9; the right variant other_way gives 0.' in done.stdout


def test_a_case_with_a_misspelt_name_is_a_hole_of_the_nearest_exercise(course, autograder):
    write_cases(course, case("sound"), case("fine").replace('"fine"', '"fin"', 1))
    done = autograder("prove", cwd=course)
    assert f"fine: {CASES}:6: There is no exercise 'fin'. Did you mean fine?" in done.stdout
    assert "Not proven: fine" in done.stdout.splitlines()


def test_cases_that_cannot_be_run_are_a_hole_of_every_exercise(course, autograder):
    write_cases(course, case("sound"), case("fine", right="numbr"))
    done = autograder("prove", cwd=course)
    assert f"sound: {CASES}:6: NameError: name 'numbr' is not defined." in done.stdout
    assert "Not proven: sound, fine" in done.stdout.splitlines()


def test_a_proof_depends_on_the_cases_of_its_exercise_and_on_no_other(course):
    before = proof_digests(load_course(course))
    write_cases(course, case("sound"), case("fine", right=9))
    after = proof_digests(load_course(course))
    assert [name for name in before if before[name] != after[name]] == ["fine"]
