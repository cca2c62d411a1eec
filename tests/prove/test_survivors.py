"""A mutant that survives is shown with inputs that tell it apart, or may be accepted as no mistake, with a reason."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.prove.mutants import mutants_of

pytestmark = pytest.mark.every_core

ROOT = Path(__file__).parents[2]
LIST = "autograder/suites/equivalent_mutants.toml"
SURVIVES = re.compile(r"^(\w+): mutant (\w+) survives:\n((?:[-+] .*\n)+)((?:    .*\n)+)", re.MULTILINE)


@pytest.fixture(scope="module")
def course(plant, holes, tmp_path_factory):
    """Return a course with wrong answers that no check fails, and one with a line that nothing depends on."""
    root = plant(tmp_path_factory.mktemp("survivors"), {"weak": holes["survivor"], "idle": holes["sound"]})
    path = root / "solutions" / "adding.py"
    head = "def idle(a, b):\n    ### BEGIN SOLUTION\n"
    solution = path.read_text(encoding="utf-8").replace(head, f"{head}    c = abs(3)\n")
    path.write_text(solution, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def proof(course, autograder):
    return autograder("prove", cwd=course)


def survivors(proof):
    """Return what is said of each survivor, by its exercise and its diff."""
    return {(exercise, diff.strip()): (name, told) for exercise, name, diff, told in SURVIVES.findall(proof.stdout)}


def test_arguments_that_tell_it_apart_are_found_among_those_like_the_suites_own(proof):
    _, told = survivors(proof)["weak", "- return a + b\n+ return a * b"]
    assert "An answer with another operation at this place gets full marks." in told
    call = re.search(r"weak\((-?\d+), (-?\d+)\) is (-?\d+); the mutant gives (-?\d+)", told)
    a, b, right, wrong = map(int, call.groups())
    assert (a + b, a * b) == (right, wrong)


def test_a_mutant_that_is_wrong_in_the_second_call_is_told_apart_by_two(proof):
    _, told = survivors(proof)["weak", "+ weak = wrong_in_turn(weak, 2)"]
    first, second = re.findall(r"weak\(.*?\)", told)
    assert "after weak(" in told
    assert first == second


def test_a_mutant_without_such_arguments_may_be_equivalent_and_the_command_is_given(proof):
    name, told = survivors(proof)["idle", "- c = abs(3)\n+ c = 3"]
    assert "may be equivalent" in told
    assert f"autograder prove idle --accept-equivalent {name} --reason" in told


def test_the_diff_is_coloured_on_a_terminal(course):
    leader, follower = pty.openpty()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "autograder", "prove", "weak"]
    with subprocess.Popen(command, cwd=course, env=environment, stdout=follower, stderr=subprocess.DEVNULL):
        os.close(follower)
        shown = read_all(leader)
    assert "\x1b[31m- return a + b\x1b[0m" in shown
    assert "\x1b[32m+ return a * b\x1b[0m" in shown


def read_all(descriptor):
    """Return what was written to a terminal until its other end was closed."""
    parts = []
    while True:
        try:
            parts.append(os.read(descriptor, 1 << 16))
        except OSError:
            return b"".join(parts).decode()


@pytest.fixture
def copy(course, tmp_path):
    return shutil.copytree(course, tmp_path / "course")


def name_of(proof, exercise, diff):
    return survivors(proof)[exercise, diff][0]


def test_an_equivalent_mutant_is_accepted_with_its_reason_and_survives_no_more(proof, copy, autograder):
    name = name_of(proof, "idle", "- c = abs(3)\n+ c = 3")
    done = autograder("prove", "--accept-equivalent", name, "--reason", 'Nobody reads "c".', cwd=copy)
    assert (
        '[[idle]]\nbefore = "c = abs(3)"\nafter = "c = 3"\nreason = "Nobody reads \\"c\\"."\n'
        in (copy / LIST).read_text()
    )
    assert ("idle", "- c = abs(3)\n+ c = 3") not in survivors(done)
    assert "weak" not in done.stdout


def test_several_names_are_accepted_for_one_reason(proof, copy, autograder):
    diffs = "- c = abs(3)\n+ c = 3", "- c = abs(3)\n+ c = abs(4)"
    names = ",".join(name_of(proof, "idle", diff) for diff in diffs)
    autograder("prove", "--accept-equivalent", names, "--reason", "没有人读取它。", cwd=copy)
    assert (copy / LIST).read_text(encoding="utf-8").count('reason = "没有人读取它。"') == len(diffs)


@pytest.mark.parametrize("reason", [[], ["--reason", ""], ["--reason", "  "], ["--reason", "None really."]], ids=str)
def test_a_mutant_is_not_accepted_without_a_reason(proof, copy, autograder, reason):
    name = name_of(proof, "idle", "- c = abs(3)\n+ c = 3")
    refused(autograder("prove", "--accept-equivalent", name, *reason, cwd=copy), copy, "--reason")


def test_a_mutant_that_an_input_tells_apart_is_not_accepted_and_the_input_is_shown(proof, copy, autograder):
    name = name_of(proof, "weak", "- return a + b\n+ return a * b")
    done = autograder("prove", "--accept-equivalent", name, "--reason", "It is fine.", cwd=copy)
    refused(done, copy, f"Mutant {name} is not equivalent: weak(")


def test_a_mutant_that_a_check_fails_is_not_accepted(course, copy, autograder):
    solution = (course / "solutions" / "adding.py").read_text(encoding="utf-8")
    (killed,) = (one for one in mutants_of(solution, "weak") if one.after == "return a - b")
    done = autograder("prove", "--accept-equivalent", killed.name, "--reason", "It is fine.", cwd=copy)
    refused(done, copy, "does not survive: a check fails it.")


def test_a_name_that_no_mutant_has_is_refused(copy, autograder):
    done = autograder("prove", "--accept-equivalent", "nobody", "--reason", "It is fine.", cwd=copy)
    refused(done, copy, "No mutant has the name 'nobody'.")


def test_a_reason_without_a_mutant_is_refused(copy, autograder):
    refused(autograder("prove", "--reason", "It is fine.", cwd=copy), copy, "--accept-equivalent")


def refused(done, root, words):
    """Assert that a command was refused in one line with these words, and that the list is as it was."""
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert words in line
    assert (root / LIST).read_text(encoding="utf-8") == ""


def test_a_program_reads_all_that_in_one_line_of_json(course, autograder, proof):
    done = autograder("prove", "--json", cwd=course)
    document = json.loads(done.stdout)
    assert done.returncode == proof.returncode == 1
    assert (document["proven"], document["seeds"], document["left_out"]) == (False, ["proof"], [])
    weak, idle = document["exercises"]
    assert (weak["exercise"], weak["proven"], idle["exercise"]) == ("weak", False, "idle")
    hole = next(hole for hole in weak["holes"] if hole["diff"].endswith("* b"))
    assert hole["mutant"] == name_of(proof, "weak", hole["diff"])
    assert hole["told_apart_by"][0].startswith("weak(")
    assert hole["seeds"] == ["proof"]
    assert weak["counts"]["checks"] == 1
