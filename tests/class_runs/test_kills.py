"""Processes of a class run are killed with -9 at random moments: nothing is lost, nobody's marks change."""

from __future__ import annotations

import json
import random
import signal

import pytest

pytestmark = pytest.mark.every_core

A = "image_convolution"
STUDENTS = 14
COUNTS = """
calls = 0
def receptive_field(kernel_sizes):
    global calls
    calls += 1
    return calls, 1
"""


@pytest.fixture(scope="module")
def folder(make_class, perfect, course, tmp_path_factory):
    files = {f"s{number:02}": {f"{A}.py": perfect[A]} for number in range(STUDENTS)}
    files["s03"] = {f"{A}.py": course.stub(A).read_bytes()}
    files["s07"] = {f"{A}.py": perfect[A] + COUNTS}  # a worker put in the place of another must start from nothing
    files["s09"] = {f"{A}.py": "import os\ndef corr2d(X, K):\n    os._exit(0)\n"}
    return make_class(tmp_path_factory.mktemp("kills") / "class", files)


@pytest.fixture(scope="module")
def undisturbed(grade, folder, tmp_path_factory):
    run = grade(folder, tmp_path_factory.mktemp("undisturbed"), "--jobs", 2)
    assert run.code == 0, run.stderr
    return run.out


def assert_nothing_is_left(run, tmp_path):
    assert run.left_behind() == []
    assert list((tmp_path / "scratch").iterdir()) == []


@pytest.mark.parametrize("role", ["worker", "fork server", "server parent", "shard"])
@pytest.mark.slow
def test_a_killed_process_changes_no_result(start, folder, undisturbed, contents, tmp_path, role):
    chance = random.Random(role)
    run = start(folder, tmp_path / "out", "--jobs", 2)
    kills = 0
    for results in (0, 4, 9):
        run.wait_for(results)
        while run.process.poll() is None and not run.kill_one(role, chance):
            pass
        kills += run.process.poll() is None
    code, said = run.end()
    assert kills == 3
    assert (code, "Traceback" in said) == (0, False), said
    assert contents(tmp_path / "out") == contents(undisturbed)
    assert_nothing_is_left(run, tmp_path)


@pytest.mark.slow
def test_shards_that_lost_their_parent_go_on_and_are_replaced(start, folder, undisturbed, contents, tmp_path):
    chance = random.Random("shard parent")
    run = start(folder, tmp_path / "out", "--jobs", 2)
    for results in (0, 5):
        run.wait_for(results)
        while not (shards := run.members("shard")):
            assert run.process.poll() is None
        assert run.kill_one("shard parent", chance)
        run.wait_for(results + 1)
        shards[0].kill()
    code, said = run.end()
    assert (code, "Traceback" in said) == (0, False), said
    assert contents(tmp_path / "out") == contents(undisturbed)
    assert_nothing_is_left(run, tmp_path)


@pytest.mark.slow
def test_a_killed_grader_leaves_whole_files_and_is_resumed(start, folder, undisturbed, contents, tmp_path):
    chance = random.Random("grader")
    for kills in range(2):
        run = start(folder, tmp_path / "out", "--jobs", 2)
        run.wait_for(5 * kills + chance.randrange(4))
        run.process.send_signal(signal.SIGKILL)
        run.end()
        assert run.left_behind() == []
        for path in (tmp_path / "out").glob("*/*.json"):
            assert json.loads(path.read_bytes())["score"] is not None
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*/*.json")}
    assert 0 < len(before) < STUDENTS
    run = start(folder, tmp_path / "out", "--jobs", 2, "--resume")
    code, said = run.end()
    assert code == 0, said
    assert contents(tmp_path / "out") == contents(undisturbed)
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert_nothing_is_left(run, tmp_path)


def test_a_submission_that_kills_its_worker_every_time_fails_that_check_only(grade, make_class, tmp_path):
    source = "import os\ndef corr2d(X, K):\n    os.kill(os.getpid(), 9)\ndef edge_kernel():\n    import torch\n    return torch.tensor([[1.0, -1.0]])\n"
    run = grade(make_class(tmp_path / "class", {"a": {f"{A}.py": source}}), tmp_path / "out")
    assert run.code == 0, run.stderr
    assert run.exercise("a", A, "corr2d")["status"] == "failed"
    assert run.exercise("a", A, "edge_kernel")["score"] == 5.0
