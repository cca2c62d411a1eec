"""`autograder grade` trusts suites and solutions that were proven as they are, and names the others."""

from __future__ import annotations

import json
import shutil

import pytest

from autograder.course.load import load_course
from autograder.prove.record import remember, unproven_suites

SUITES = "autograder/suites"
RIGHT = "def {name}(a, b):\n    return a + b\n"


@pytest.fixture(scope="module")
def proven(plant, holes, autograder, tmp_path_factory):
    """Return a course of two exercises, one of them proven, as a fresh clone has it: without what git ignores."""
    root = plant(tmp_path_factory.mktemp("record"), {"sound": holes["sound"], "unfair": holes["unfair"]})
    assert autograder("prove", "--jobs", 1, cwd=root).returncode == 1
    shutil.rmtree(root / ".autograder")
    return root


@pytest.fixture
def course_root(proven, tmp_path):
    """Return a copy of the course, to be changed at will."""
    return shutil.copytree(proven, tmp_path / "course")


@pytest.fixture
def grade_strictly(grade, make_class, monkeypatch, tmp_path):
    """Grade one student as an instructor does, who has not asked for unproven suites."""
    monkeypatch.delenv("AUTOGRADER_UNPROVEN", raising=False)

    def grade_strictly(root, *options):
        source = RIGHT.format(name="sound") + RIGHT.format(name="unfair")
        folder = make_class(tmp_path / f"class {len(list(tmp_path.iterdir()))}", {"a": {"adding.py": source}})
        return grade(folder, tmp_path / "out", "--allow-unsandboxed", *options, seed="0123456789abcdef", cwd=root)

    return grade_strictly


def accept_unfair(root):
    """Note that the second exercise is proven as well."""
    remember(load_course(root), {"sound": True, "unfair": True})
    shutil.rmtree(root / ".autograder")


def test_an_unproven_exercise_is_named_in_one_line_and_nobody_is_graded(grade_strictly, course_root):
    run = grade_strictly(course_root)
    assert run.code == 2
    assert run.stderr.splitlines() == [
        "autograder: Nobody was graded. Not proven as they stand: unfair. "
        "Run `autograder prove unfair`, which takes about a minute, or grade with --unproven."
    ]
    assert run.records == {}


def test_without_any_record_of_a_proof_nobody_is_graded(grade_strictly, course_root):
    (course_root / SUITES / "proven.json").unlink()
    run = grade_strictly(course_root)
    assert (run.code, run.records) == (2, {})
    assert "Not proven as they stand: sound, unfair. Run `autograder prove`," in run.stderr


def test_unproven_exercises_are_graded_when_asked_for_and_the_run_says_which(grade_strictly, course_root):
    run = grade_strictly(course_root, "--unproven")
    assert run.code == 0, run.stderr
    assert "warning: Not proven as they stand: unfair. Run `autograder prove unfair`," in run.stderr
    assert json.loads((run.out / "run.json").read_bytes())["unproven"] == ["unfair"]


def test_a_fresh_clone_of_a_proven_course_is_graded_without_a_word(grade_strictly, course_root):
    accept_unfair(course_root)
    run = grade_strictly(course_root)
    assert run.code == 0, run.stderr
    assert "proven" not in run.stderr


@pytest.mark.parametrize(
    ("changed", "stale"),
    [
        ("solutions/adding.py", ["sound", "unfair"]),
        (f"{SUITES}/adding/test_sound.py", ["sound"]),
        (f"{SUITES}/adding/helper.py", ["sound", "unfair"]),
        (f"{SUITES}/misconceptions/sound/subtracts.py", ["sound"]),
        (f"{SUITES}/right/unfair/other_way.py", ["unfair"]),
        (f"{SUITES}/equivalent_mutants.toml", []),
        ("assignments/adding.py", []),
    ],
)
def test_what_a_change_makes_unproven(course_root, changed, stale):
    accept_unfair(course_root)
    with open(course_root / changed, "a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    assert unproven_suites(load_course(course_root), ["adding"]) == stale


def without_an_end(solution):
    return solution.replace("    ### END SOLUTION\n", "", 1)


def with_more(solution):
    return f"{solution}\n\ndef another(a):\n    return a\n"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (without_an_end, "solutions/adding.py:5: this solution region goes on in line 10. Write `### END SOLUTION`"),
        (with_more, "run `autograder build`"),
    ],
)
def test_a_solution_that_its_stub_does_not_follow_from_is_not_proven(course_root, autograder, change, words):
    path = course_root / "solutions" / "adding.py"
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    done = autograder("prove", "sound", "--jobs", 1, cwd=course_root)
    assert done.returncode == 1
    assert words in done.stdout


def test_two_checks_of_one_name_are_told_in_one_line(course_root, autograder):
    suite = course_root / SUITES / "adding" / "test_sound.py"
    text = suite.read_text(encoding="utf-8")
    suite.write_text(text.replace("def test_zero(", "def test_numbers("), encoding="utf-8")
    done = autograder("prove", "sound", "--jobs", 1, cwd=course_root)
    assert done.returncode == 1
    said = (
        f"{SUITES}/adding/test_sound.py:10: test_numbers stands in line 5 already. Give each check a name of its own."
    )
    assert said in done.stdout


def test_the_record_of_this_course_is_up_to_date(course):
    stale = unproven_suites(course, course.assignments)
    assert stale == [], f"run `autograder prove {' '.join(stale)}` and commit {SUITES}/proven.json"
