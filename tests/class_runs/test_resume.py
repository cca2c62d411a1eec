"""What decides a run is on disk before its first result, and `--resume` takes it from there and nothing else."""

from __future__ import annotations

import json
import shutil

import pytest

from autograder.sandbox.levels import strongest

A = "practice"
SEED, OTHER = "a seed drawn by nobody", "another seed by nobody"


@pytest.fixture(scope="module")
def folder(make_class, perfect, tmp_path_factory):
    students = {"a": {f"{A}.py": perfect[A]}, "b": {f"{A}.py": "x = 1\n"}}
    return make_class(tmp_path_factory.mktemp("resume") / "class", students)


@pytest.fixture(scope="module")
def run_without_results(grade, folder, copy_course, tmp_path_factory):
    """Return the output folder of a run with `SEED` that ended before its first result."""
    around = tmp_path_factory.mktemp("interrupted")
    manifest = copy_course(around / "course") / "exercises.toml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("integral_kernel = { points = 5", "integral_kernel = { points = 6"))
    assert grade(folder, around / "out", seed=SEED, cwd=around / "course").code == 3
    assert list((around / "out").glob("*/*.json")) == []
    return around / "out"


@pytest.fixture
def interrupted(run_without_results, tmp_path):
    return shutil.copytree(run_without_results, tmp_path / "out")


@pytest.fixture(scope="module")
def whole_run(grade, folder, tmp_path_factory):
    run = grade(folder, tmp_path_factory.mktemp("whole"), seed=SEED)
    assert run.code == 0, run.stderr
    return run


@pytest.fixture
def out(whole_run, tmp_path):
    """Return a copy of the output folder of a run with `SEED`."""
    return shutil.copytree(whole_run.out, tmp_path / "out")


def seeds_in(out):
    return {json.loads(path.read_bytes())["seed"] for path in out.glob("*/*.json")}


def test_a_run_that_ended_before_its_first_result_is_resumed_with_its_own_seed(
    interrupted, autograder, folder, course_copy
):
    done = autograder("grade", folder, "--out", interrupted, "--resume", cwd=course_copy)
    assert done.returncode == 0, done.stderr
    assert seeds_in(interrupted) == {SEED}


def test_resuming_with_another_seed_is_refused_in_one_line(interrupted, autograder, folder, course_copy):
    done = autograder("grade", folder, "--out", interrupted, "--resume", "--seed", OTHER, cwd=course_copy)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        f"autograder: {interrupted} was graded with another seed. Go on without --seed, or grade without --resume."
    ]
    assert seeds_in(interrupted) == set()


def test_resuming_with_the_same_seed_goes_on(interrupted, grade, folder, course_copy):
    assert grade(folder, interrupted, "--resume", seed=SEED, cwd=course_copy).code == 0
    assert seeds_in(interrupted) == {SEED}


def test_results_without_a_description_of_their_run_are_not_mixed_with_another_seed(grade, folder, out):
    (out / "run.json").unlink()
    assert grade(folder, out, "--resume", seed=OTHER).code == 2
    assert grade(folder, out, "--resume", seed="").code == 0
    assert seeds_in(out) == {SEED}


def test_the_description_of_a_run_says_what_decides_its_results(whole_run):
    written = json.loads((whole_run.out / "run.json").read_bytes())
    assert (written["schema"], written["seed"]) == ("autograder/run/1", SEED)
    assert written["isolation"] == strongest().name
    assert written["assignments"].keys() == {A}


def test_a_level_of_isolation_that_is_gone_is_not_resumed_at_another(grade, folder, out):
    path = out / "run.json"
    path.write_text(path.read_text().replace(strongest().name, "of another machine"))
    run = grade(folder, out, "--resume", seed=SEED)
    assert run.code == 2
    assert "Grade without --resume." in run.stderr


@pytest.mark.parametrize("text", ["", "{}", '{"schema": "autograder/run/9"}'])
def test_a_broken_description_is_named_in_one_line(grade, folder, tmp_path, text):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "run.json").write_text(text)
    run = grade(folder, tmp_path / "out", "--resume", seed=SEED)
    assert run.code == 2
    assert run.stderr.count("\n") == 1
    assert "run.json cannot be used to go on" in run.stderr
