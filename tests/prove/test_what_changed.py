"""A proof leaves out what is proven and has not changed since, and says so."""

from __future__ import annotations

import shutil

import pytest

pytestmark = pytest.mark.every_core

SUITES = "autograder/suites"


@pytest.fixture(scope="module")
def proven(plant, holes, autograder, tmp_path_factory):
    """Return a course of two exercises that are proven."""
    root = plant(tmp_path_factory.mktemp("changed"), {"sound": holes["sound"], "fine": holes["sound"]})
    done = autograder("prove", cwd=root)
    assert done.returncode == 0, done.stdout
    return root


@pytest.fixture
def course(proven, tmp_path):
    """Return a copy of the course, to be changed at will."""
    return shutil.copytree(proven, tmp_path / "course")


def rows(done):
    """Return the exercises in the table of a proof."""
    words = [line.split() for line in done.stdout.splitlines()]
    return [row[0] for row in words if row[-1:] == ["yes"] or row[-2:-1] == ["no:"]]


def append(path, text):
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def test_nothing_is_run_where_nothing_has_changed(proven, autograder):
    done = autograder("prove", cwd=proven)
    assert done.returncode == 0
    assert "sound, fine are left out: nothing that the last proof depends on has changed." in done.stdout
    assert rows(done) == []


def test_a_named_exercise_is_left_out_as_well(proven, autograder):
    done = autograder("prove", "fine", cwd=proven)
    assert "fine is left out" in done.stdout
    assert "sound" not in done.stdout


@pytest.mark.parametrize("option", [["--all"], ["--seed", "another"], ["--costs", "costs.md"]], ids=str)
def test_everything_is_proven_where_all_of_it_is_asked_for(course, autograder, option):
    done = autograder("prove", *option, cwd=course)
    assert rows(done) == ["sound", "fine"]
    assert "left out" not in done.stdout


def test_the_exercise_whose_suite_has_changed_is_proven_and_no_other(course, autograder):
    append(course / SUITES / "adding" / "test_fine.py", "\n# changed\n")
    done = autograder("prove", cwd=course)
    assert done.returncode == 0, done.stdout
    assert rows(done) == ["fine"]
    assert "sound is left out" in done.stdout


def test_a_solution_that_has_changed_counts_for_all_its_exercises(course, autograder):
    append(course / "solutions" / "adding.py", "\n# changed\n")
    append(course / "assignments" / "adding.py", "\n# changed\n")
    assert rows(autograder("prove", cwd=course)) == ["sound", "fine"]


def test_a_listed_mutant_counts_for_its_exercise_alone(course, autograder):
    append(course / SUITES / "equivalent_mutants.toml", '[[fine]]\nbefore = "a"\nafter = "b"\nreason = "None."\n')
    done = autograder("prove", cwd=course)
    assert rows(done) == ["fine"]
    assert "lists a mutant that does not exist" in done.stdout


def test_an_exercise_that_is_not_proven_is_tried_again_and_keeps_the_release_back(course, autograder, tmp_path):
    suite = course / SUITES / "adding" / "test_fine.py"
    suite.write_text(suite.read_text(encoding="utf-8").replace("0, 7", "3, 5"), encoding="utf-8")
    tries = [autograder("prove", cwd=course) for _ in range(2)]
    assert [done.returncode for done in tries] == [1, 1]
    assert rows(tries[1]) == ["fine"]
    released = autograder("release", "--out", tmp_path / "release", cwd=course)
    assert released.stderr.splitlines() == [
        "autograder: Nothing was written. Not proven as they stand: fine. "
        "Run `autograder prove fine`, which takes about a minute."
    ]


def test_the_record_for_everybody_is_written_again_where_it_is_missing(course, autograder):
    record = course / SUITES / "proven.json"
    before = record.read_bytes()
    record.unlink()
    assert "left out" in autograder("prove", cwd=course).stdout
    assert record.read_bytes() == before
