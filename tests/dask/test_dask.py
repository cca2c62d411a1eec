"""`autograder grade --dask`: the same bytes as a local run, whatever becomes of the workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from distributed import Client

from autograder.course.errors import GraderError
from autograder.results.digest import Fingerprints
from autograder.runs.dask.client import grade_with
from autograder.runs.dask.work import Order, grade_batch
from autograder.sandbox.levels import strongest
from autograder.submissions.contents import Contents
from autograder.submissions.handin import Handin

pytestmark = pytest.mark.every_core

A = "image_convolution"
POISON, FAULT = b"# poison", b"# fault"
# Loaded into a Dask worker: the hand-in that says so kills the worker itself, which no sandboxed code can.
PRELOAD = f"""
import os, signal
from autograder.runs.handle import Shard

def grade_or_die(self, handin, run=Shard.run):  # bound here, for a preload may be read twice
    if {FAULT!r} in handin.contents.data:
        raise RuntimeError("a fault of the worker")
    if {POISON!r} in handin.contents.data:
        with open("DEATHS", "a") as file:
            file.write("one\\n")
        os.kill(os.getpid(), signal.SIGKILL)
    return run(self, handin)

Shard.run = grade_or_die
"""
# The same, for a worker that is lost with each hand-in once, whatever is in it.
DIE_ONCE = """
import os, signal
from pathlib import Path
from autograder.runs.handle import Shard

def grade_the_second_time(self, handin, run=Shard.run):
    seen = Path("DEATHS", handin.student)
    if not seen.exists():
        seen.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return run(self, handin)

Shard.run = grade_the_second_time
"""


@pytest.fixture(scope="module")
def folder(make_class, perfect, course, tmp_path_factory):
    students = {f"s{number:02}": {f"{A}.py": perfect[A]} for number in range(18)}
    students["s03"] = {f"{A}.py": course.stub(A).read_bytes()}
    students["s05"] = {"nothing.txt": "no such file"}
    students["s07"] = {f"{A}.py": b"\xff\xfe\x00"}
    return make_class(tmp_path_factory.mktemp("dask") / "class", students)


@pytest.fixture(scope="module")
def local(grade, folder, tmp_path_factory):
    run = grade(folder, tmp_path_factory.mktemp("local"), "--jobs", 2)
    assert run.code == 0, run.stderr
    return run


@pytest.mark.slow
def test_a_worker_killed_in_mid_run_loses_nothing_and_changes_no_byte(cluster, grade, folder, local, same, tmp_path):
    for _ in range(2):
        cluster.start_worker()
    out, killed = tmp_path / "out", []

    def strike():
        while len(list(out.glob("*/*.json"))) < 4:
            time.sleep(0.02)
        killed.append(cluster.pids()[0])
        os.kill(killed[0], signal.SIGKILL)

    threading.Thread(target=strike, daemon=True).start()
    run = grade(folder, out, "--dask", cluster.address)
    assert run.code == 0, run.stderr
    assert len(killed) == 1
    assert same(run.out, local.out)


@pytest.mark.slow
@pytest.mark.parametrize("threads", [1, 3])
def test_a_submission_that_kills_dask_workers_does_so_twice_and_costs_nobody_else(
    threads, cluster, grade, make_class, perfect, tmp_path, full_marks
):
    (tmp_path / "preload.py").write_text(PRELOAD.replace("DEATHS", str(tmp_path / "deaths")))
    for _ in range(2):
        cluster.start_worker("--preload", tmp_path / "preload.py", "--nthreads", threads)
    students = {f"s{number:02}": {f"{A}.py": perfect[A]} for number in range(16)}
    students["s04"] = {f"{A}.py": perfect[A].encode() + POISON}
    run = grade(make_class(tmp_path / "class", students), tmp_path / "out", "--dask", cluster.address)
    assert run.code == 3
    assert "s04" in run.stderr
    scores = {student: record["score"] for (student, _), record in run.records.items()}
    assert scores == dict.fromkeys(students, full_marks[A]) | {"s04": None}
    assert (tmp_path / "deaths").read_text().count("one") == 2


@pytest.mark.slow
def test_a_submission_that_was_at_work_on_a_killed_worker_alone_is_graded_all_the_same(
    cluster, grade, make_class, perfect, tmp_path, full_marks
):
    (tmp_path / "deaths").mkdir()
    (tmp_path / "preload.py").write_text(DIE_ONCE.replace("DEATHS", str(tmp_path / "deaths")))
    cluster.start_worker("--preload", tmp_path / "preload.py")
    students = {f"s{number}": {f"{A}.py": perfect[A]} for number in range(3)}
    run = grade(make_class(tmp_path / "class", students), tmp_path / "out", "--dask", cluster.address)
    assert run.code == 0, run.stderr
    assert [record["score"] for record in run.records.values()] == [full_marks[A]] * 3
    assert len(list((tmp_path / "deaths").iterdir())) == 3


@pytest.mark.slow
def test_a_batch_whose_results_were_lost_after_it_was_graded_is_graded_again(cluster, course, perfect, full_marks):
    cluster.start_worker()
    rules = Fingerprints(course, "seed", strongest().name).rules(A)
    handin = Handin("s", A, Path(f"{A}.py"), contents=Contents(perfect[A].encode()))
    once = ("ticket", Order("seed", ((A, rules),)), [handin])
    runs = [cluster.client.submit(grade_batch, *once, pure=False).result() for _ in range(2)]
    assert [[result.score for result, _ in run] for run in runs] == [[full_marks[A]], [full_marks[A]]]


@pytest.mark.slow
def test_a_fault_on_a_worker_ends_the_run_in_one_line(cluster, grade, make_class, perfect, tmp_path):
    (tmp_path / "preload.py").write_text(PRELOAD)
    cluster.start_worker("--preload", tmp_path / "preload.py")
    folder = make_class(tmp_path / "class", {"a": {f"{A}.py": perfect[A].encode() + FAULT}})
    run = grade(folder, tmp_path / "out", "--dask", cluster.address)
    assert run.code == 3
    assert "lost a batch: RuntimeError: a fault of the worker" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.slow
def test_a_worker_that_would_grade_by_other_rules_is_refused(cluster, grade, folder, course_copy, tmp_path):
    path = course_copy / "solutions" / f"{A}.py"
    path.write_text(path.read_text(encoding="utf-8") + "\n# another edition\n", encoding="utf-8")
    cluster.start_worker(cwd=course_copy)
    run = grade(folder, tmp_path / "out", "--dask", cluster.address)
    assert run.code == 3
    assert f"would grade {A} by other rules" in run.stderr
    assert "Traceback" not in run.stderr
    assert run.records == {}


@pytest.mark.slow
def test_a_local_cluster_gives_the_same_bytes(grade, folder, local, same, tmp_path):
    run = grade(folder, tmp_path / "out", "--dask", "local", "--jobs", 2)
    assert run.code == 0, run.stderr
    assert same(run.out, local.out)


def test_a_scheduler_that_does_not_answer_is_named_in_one_line(autograder, folder, tmp_path):
    done = autograder("grade", folder, "--out", tmp_path / "out", "--dask", "tcp://127.0.0.1:1")
    assert done.returncode == 2
    assert "No Dask scheduler answers at tcp://127.0.0.1:1" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_dask_the_command_says_how_to_get_it(folder, course, tmp_path):
    without = "import sys; sys.modules['distributed'] = None; from autograder.__main__ import main; main()"
    words = ["grade", str(folder), "--out", str(tmp_path / "out"), "--dask", "local"]
    done = subprocess.run([sys.executable, "-c", without, *words], cwd=course.root, capture_output=True, text=True)
    assert done.returncode == 2
    assert "pip install dask distributed" in done.stderr


@pytest.mark.slow
def test_a_scheduler_that_goes_away_ends_the_run_in_one_line_with_the_way_to_go_on(
    cluster, folder, local, same, grade, tmp_path
):
    cluster.start_worker()
    out = tmp_path / "out"

    def strike():
        while len(list(out.glob("*/*.json"))) < 2:
            time.sleep(0.02)
        cluster.kill_scheduler()

    threading.Thread(target=strike, daemon=True).start()
    run = grade(folder, out, "--dask", cluster.address)
    assert run.code == 3, run.stderr
    *_, last = run.stderr.splitlines()
    assert "scheduler" in last
    assert "--resume" in last
    assert "Traceback" not in run.stderr
    assert 2 <= len(run.records) < 18
    assert grade(folder, out, "--resume").code == 0
    assert same(out, local.out)


class Unaware:
    """A client that takes its scheduler for alive, as one does for a moment after it was lost."""

    status = "running"

    def __init__(self, client):
        self._client = client

    def __getattr__(self, name):
        return getattr(self._client, name)


@pytest.mark.slow
def test_a_scheduler_that_is_gone_though_the_client_does_not_know_it_is_told_in_the_same_words(
    cluster, perfect, course
):
    cluster.start_worker()
    handins = [Handin(f"s{n}", A, Path(f"{A}.py"), contents=Contents(perfect[A].encode())) for n in range(30)]
    with Client(cluster.address, set_as_default=True) as client:
        graded = grade_with(Unaware(client), course, handins, "seed")
        next(graded)
        cluster.kill_scheduler()
        with pytest.raises(GraderError, match="--resume"):
            list(graded)
