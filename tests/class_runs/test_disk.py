"""Trouble with files during a class run: each ends in one clear line or a named outcome, never in half a file."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest

A = "image_convolution"


@pytest.fixture(scope="module")
def folder(make_class, perfect, tmp_path_factory):
    students = {f"s{number}": {f"{A}.py": perfect[A]} for number in range(5)}
    return make_class(tmp_path_factory.mktemp("disk") / "class", students)


def run_below(command, course, folder, out):
    """Grade a class with another command in front, which puts a limit on the run."""
    grade = [sys.executable, "-m", "autograder", "grade", folder, "--out", out, "--seed", "test", "--jobs", "1"]
    line = [*command, *map(str, grade)]
    return subprocess.run(line, cwd=course.root, capture_output=True, text=True, timeout=120, check=False)


def whole_results(out):
    paths = list(out.glob("*/*.json"))
    assert [path for path in out.rglob(".*") if path.is_file()] == []
    return [json.loads(path.read_bytes())["score"] for path in paths]


# A file system of 64 KiB, mounted over the output folder where only this run sees it; then what was written to it.
SMALL_DISK = """
mount -t tmpfs -o size=64k tmpfs "$1" || exit 77
out=$1 saved=$2; shift 2
"$@"
code=$?
cp -a "$out" "$saved"
exit $code
"""


def test_a_full_disk_ends_the_run_in_one_line_and_the_rest_is_done_later(
    course, grade, folder, tmp_path, contents, full_marks
):
    out, saved = tmp_path / "out", tmp_path / "saved"
    out.mkdir()
    own_mounts = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", SMALL_DISK, "sh", str(out), str(saved)]
    done = run_below(own_mounts, course, folder, out)
    if not saved.exists():
        pytest.skip("this machine allows no mounts of one's own")
    assert done.returncode == 3
    last = done.stderr.splitlines()[-1]
    assert "No space left on device" in last
    assert "--resume" in last
    assert "Traceback" not in done.stderr
    written = whole_results(saved)
    assert 0 < len(written) < 5
    assert set(written) == {full_marks[A]}
    resumed = grade(folder, saved, "--resume")
    assert resumed.code == 0, resumed.stderr
    grade(folder, tmp_path / "undisturbed")
    assert contents(saved) == contents(tmp_path / "undisturbed")


def test_a_file_that_may_not_grow_is_not_left_half_written(course, folder, tmp_path):
    done = run_below(["prlimit", "--fsize=8192"], course, folder, tmp_path / "out")
    assert done.returncode == 3
    assert "cannot be written: File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert whole_results(tmp_path / "out") == []


def test_an_output_folder_that_cannot_be_written_is_refused_before_grading(autograder, folder, tmp_path):
    (tmp_path / "file").write_text("in the way")
    done = autograder("grade", folder, "--out", tmp_path / "file" / "out")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "Choose another folder with --out" in done.stderr


def test_a_result_that_cannot_be_written_ends_the_run_in_one_line(grade, folder, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "s2").write_text("in the way")
    run = grade(folder, tmp_path / "out")
    assert run.code == 3
    assert "s2" in run.stderr.splitlines()[-1]
    assert "Traceback" not in run.stderr


def test_two_runs_do_not_write_into_one_folder(start, autograder, folder, tmp_path):
    run = start(folder, tmp_path / "out")
    while not (tmp_path / "out").exists():
        pass
    second = autograder("grade", folder, "--out", tmp_path / "out")
    code, _ = run.end()
    assert (code, second.returncode) == (0, 2)
    assert "Another run" in second.stderr


def test_a_submission_that_vanishes_during_the_run_is_said_to_be_gone(start, make_class, perfect, tmp_path, full_marks):
    folder = make_class(tmp_path / "class", {name: {f"{A}.py": perfect[A]} for name in ("a", "b", "c")})
    run = start(folder, tmp_path / "out", "--jobs", 1)
    while not run.members("shard"):
        assert run.process.poll() is None
    shutil.rmtree(folder / "c")
    code, said = run.end()
    assert code == 0, said
    record = json.loads((tmp_path / "out" / "c" / f"{A}.json").read_bytes())
    assert record["status"] == "not_gradable"
    assert "读不出来" in record["message"]["zh"]
    assert json.loads((tmp_path / "out" / "b" / f"{A}.json").read_bytes())["score"] == full_marks[A]
