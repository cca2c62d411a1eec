"""What stands in the folder of results already, and where that folder may stand."""

from __future__ import annotations

import subprocess
import sys

import pytest

A = "practice"


@pytest.fixture
def folder(make_class, tmp_path):
    return make_class(tmp_path / "class", {"a": {f"{A}.py": "x = 1\n"}})


@pytest.mark.parametrize("place", ["results", ".", "a", "a/results"])
def test_results_among_the_students_are_refused_in_one_line(autograder, folder, place):
    before = sorted(folder.rglob("*"))
    done = autograder("grade", folder, "--out", folder / place)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "among the students. Choose another folder with --out." in done.stderr
    assert sorted(folder.rglob("*")) == before


def test_what_others_left_in_the_folder_of_results_stays(grade, folder, tmp_path):
    out = tmp_path / "out"
    for place in (out, out / "notes"):
        (place / ".folder.partial").mkdir(parents=True)
        (place / ".download.partial").write_text("half of something else")
        (place / ".deep.autograder-partial").mkdir()
    before = {path: path.is_file() and path.read_text() for path in out.rglob("*")}
    run = grade(folder, out)
    assert run.code == 0, run.stderr
    assert {path: path.is_file() and path.read_text() for path in before} == before


def test_a_student_called_as_a_file_of_ours_has_results(grade, make_class, tmp_path):
    run = grade(make_class(tmp_path / "class", {"run.json": {f"{A}.py": "x = 1\n"}}), tmp_path / "out")
    assert run.code == 0, run.stderr
    assert ("run.json", A) in run.records


# Where nothing can be written to /dev/shm, as in some containers.
READ_ONLY = 'mount -t tmpfs -o ro tmpfs /dev/shm || exit 77; exec "$@"'


def test_without_shared_memory_a_local_cluster_is_refused_in_one_line(course, folder, tmp_path):
    words = [sys.executable, "-m", "autograder", "grade", folder, "--out", tmp_path / "out", "--dask", "local"]
    own_mounts = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", READ_ONLY, "sh"]
    done = subprocess.run([*own_mounts, *map(str, words)], cwd=course.root, capture_output=True, text=True, timeout=120)
    if "unshare:" in done.stderr or done.returncode == 77:
        pytest.skip("this machine allows no mounts of one's own")
    assert done.returncode == 2
    assert "leave --dask out and use --jobs" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
