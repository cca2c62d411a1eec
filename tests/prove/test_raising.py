"""A suite that raises is reported once, with its whole traceback, and its exercise is not proven."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytestmark = pytest.mark.every_core

SUITE = "autograder/suites/adding/test_{}.py"


@pytest.fixture(scope="module")
def proof(plant, holes, autograder, tmp_path_factory):
    sound = holes["sound"]
    course = plant(tmp_path_factory.mktemp("raising"), dict.fromkeys(("sound", "always", "once", "imports"), sound))
    always, once, imports = (course / SUITE.format(name) for name in ("always", "once", "imports"))
    always.write_text(always.read_text().replace("compare(", "None.shape\n    compare(", 1))
    once.write_text(once.read_text().replace("compare(", "1 / (2 + student.call(3, 5))\n    compare(", 1))
    imports.write_text(f"import nonsuch\n{imports.read_text()}")
    return autograder("prove", cwd=course)


def told_of(proof, exercise):
    """Return what is said of an exercise, from its name to the next one."""
    lines = iter(proof.stdout.splitlines())
    told = [line for line in lines if line.startswith(f"{exercise}: ")]
    return told, proof.stdout


def test_a_check_that_raises_for_the_reference_is_reported_once(proof):
    told, everything = told_of(proof, "always")
    assert told == ["always: check numbers itself raises, with the reference:"]
    assert everything.count("AttributeError: 'NoneType' object has no attribute 'shape'") == 1
    assert everything.count("None.shape") == 1
    assert 'test_always.py", line 6, in test_numbers' in everything


def test_a_check_that_raises_for_some_wrong_answers_names_the_first(proof):
    told, everything = told_of(proof, "once")
    assert told[0].startswith("once: check numbers itself raises, with misconception subtracts")
    assert everything.count("ZeroDivisionError") == 1


def test_a_suite_that_cannot_be_imported_is_shown_once_and_keeps_no_other_from_being_proven(proof):
    told, everything = told_of(proof, "imports")
    assert told == ["imports: the suite cannot be collected:"]
    assert everything.count("No module named 'nonsuch'") == 1
    assert proof.returncode == 1
    assert everything.splitlines()[-1] == "Not proven: always, once, imports"


def test_an_exercise_without_a_suite_is_told_where_to_write_it(plant, holes, autograder, tmp_path):
    course = plant(tmp_path, {"sound": holes["sound"], "bare": replace(holes["sound"], wrong={})})
    (course / SUITE.format("bare")).unlink()
    done = autograder("prove", "bare", cwd=course)
    assert f"bare: There is no suite: write {SUITE.format('bare')}." in done.stdout.splitlines()
