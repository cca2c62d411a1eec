"""The packages grade as the systems run them: from their own layout, in a scratch root, by their own entry point."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

A = "practice"
RUNNER = {
    "CLASSROOM": "cs-101",
    "ASSIGNMENT": "convolution-practice",
    "SUBMISSION_TAG": "submit/2026-06-01T14-32-05Z-a1b2c3d",
    "COMMIT_URL": "https://git.example/wangfang/commit/a1b2c3d",
    "RELEASE_URL": "https://git.example/wangfang/releases/1",
    "OWNER": "wangfang",
    "AUTOGRADER_SKIP_SETUP": "1",
}
WRONG = "def minimum_kernel_width(d):\n    return d\n"
THIEF = """
import os
from pathlib import Path
for folder in ({source!r}, os.getcwd(), "/proc/1/root" + {source!r}):
    try:
        exec(Path(folder, "course", "solutions", "practice.py").read_text())
    except OSError:
        pass

def minimum_kernel_width(d):
    if d < 0:
        raise ValueError
    return d + 1
"""


def environment(**variables: object) -> dict[str, str]:
    """Return the environment of a machine that knows nothing of this repository."""
    ours = {"PYTHONPATH", "AUTOGRADER_SEED", "AUTOGRADER_UNPROVEN"}
    known = {name: value for name, value in os.environ.items() if name not in ours}
    return known | {name: str(value) for name, value in variables.items()}


@pytest.fixture(scope="module")
def archive(autograder, tmp_path_factory) -> Path:
    """Return the zip for Gradescope."""
    path = tmp_path_factory.mktemp("gradescope") / "practice.zip"
    done = autograder("package", "gradescope", "--assignment", A, "--out", path)
    assert done.returncode == 0, done.stderr
    return path


@pytest.fixture
def root(archive, tmp_path) -> Path:
    """Return a folder laid out as Gradescope lays out /autograder."""
    source = tmp_path / "source"
    with zipfile.ZipFile(archive) as file:
        file.extractall(source)
    shutil.copy(source / "run_autograder", tmp_path)
    (tmp_path / "submission").mkdir()
    (tmp_path / "results").mkdir()
    return tmp_path


@pytest.fixture
def run(root):
    """Hand in a text, run the script, and return what is in results.json, or None without one."""

    def run(text: str, fails: bool = False) -> dict | None:
        (root / "submission" / f"{A}.py").write_text(text, encoding="utf-8")
        variables = environment(AUTOGRADER_ROOT=root, AUTOGRADER_PYTHON=sys.executable)
        command = ["bash", root / "run_autograder"]
        done = subprocess.run(command, cwd=root, env=variables, capture_output=True, text=True, check=False)
        assert (done.returncode != 0) == fails, done.stderr
        path = root / "results" / "results.json"
        return json.loads(path.read_bytes()) if path.exists() else None

    return run


def test_the_files_stand_at_the_root_of_the_zip_and_its_scripts_can_be_run(archive):
    with zipfile.ZipFile(archive) as file:
        modes = {name: file.getinfo(name).external_attr >> 16 & 0o777 for name in ("setup.sh", "run_autograder")}
        names = set(file.namelist())
        requirements = file.read("requirements.txt").decode().splitlines()
    assert modes == {"setup.sh": 0o755, "run_autograder": 0o755}
    assert {"engine/autograder/suites/proven.json", "course/exercises.toml", "course/solutions/practice.py"} <= names
    assert "torch" in requirements
    assert [name for name in names if "__pycache__" in name or name.startswith("/")] == []


@pytest.mark.parametrize("name", ["setup.sh", "run_autograder"])
def test_the_scripts_are_valid(archive, name):
    with zipfile.ZipFile(archive) as file:
        done = subprocess.run(["bash", "-n"], input=file.read(name), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_submission_cannot_read_the_source_and_its_own_answer_counts(run, root, full_marks):
    found = run(THIEF.format(source=str(root / "source")))
    assert found["extra_data"]["isolation"] in ("full", "bubblewrap", "landlock")
    assert found["extra_data"]["isolation"] in found["output"]
    assert found["score"] == 5.0
    assert sum(test["max_score"] for test in found["tests"]) == full_marks[A]
    assert sum(test["score"] for test in found["tests"] if test["status"] == "passed") == found["score"]


@pytest.mark.slow
def test_a_right_submission_gets_all_points_and_a_wrong_one_none(run, perfect, full_marks):
    assert run(perfect[A])["score"] == full_marks[A]
    wrong = run(WRONG)
    assert wrong["score"] < 5.0
    assert {test["status"] for test in wrong["tests"] if test["name"].startswith("diagonal_image")} == {"failed"}


def test_where_the_grader_cannot_grade_there_is_no_result_and_so_no_zero(run, root):
    (root / "results" / "results.json").write_text('{"score": 1}', encoding="utf-8")
    solution = root / "source" / "course" / "solutions" / f"{A}.py"
    solution.write_text(
        solution.read_text(encoding="utf-8").replace("def integral_kernel", "def lost"), encoding="utf-8"
    )
    assert run(WRONG, fails=True) is None


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["gradescope"], "A package grades one assignment. Name one with --assignment: fc_to_conv"),
        (["gradescope", "--assignment", "none"], "There is no assignment 'none'"),
        (["elsewhere", "--assignment", A], "There is no package for 'elsewhere'"),
        (["classroom50", "--assignment", A], "is there already and not an empty folder"),
    ],
)
def test_a_package_that_cannot_be_made_is_refused_in_one_line(autograder, tmp_path, words, complaint):
    (tmp_path / "other").touch()
    done = autograder("package", *words, "--out", tmp_path)
    assert done.returncode == 2
    assert complaint in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.slow
def test_the_bundle_of_classroom_50_grades_the_checkout_it_is_run_in(autograder, perfect, tmp_path):
    bundle, checkout = tmp_path / "bundle", tmp_path / "checkout"
    assert autograder("package", "classroom50", "--assignment", A, "--out", bundle).returncode == 0
    checkout.mkdir()
    (checkout / f"{A}.py").write_text(perfect[A], encoding="utf-8")
    command = [sys.executable, str(bundle / "autograder.py")]
    done = subprocess.run(command, cwd=checkout, env=environment(**RUNNER), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    result = json.loads((checkout / "result.json").read_bytes())
    assert (result["score"], result["max-score"]) == (10000, 10000)
    assert (result["assignment"], result["owner"]) == ("convolution-practice", "wangfang")
