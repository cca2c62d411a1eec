"""Every benchmark runs, in its short form, and shows what it is about; its times are nobody's promise."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from autograder.sandbox import levels

pytestmark = pytest.mark.every_core

RUN_ELSEWHERE = {"bare.py": "by bench.py", "soak.py": "by tests/class_runs/test_soak.py"}
ROWS = [
    "(a) `nbgrader autograde`, stock `Execute`",
    "(b) `nbgrader autograde`, our preprocessor",
    "(c) `autograder grade --jobs 1`",
    "(c) `autograder grade --jobs 2`",
    "(c) with `--jobs 2`, half of the class wrong and 2 percent loops",
    "(c) with `--jobs 2`, start-up included",
    "(c) the same once more, nothing having changed",
    "(d) the same calls, warm, no isolation, no pytest",
    "(d) with reference and comparison",
    "fork, load, the same calls over a socket, kill",
]
CLASSES = [
    "six wrong notebooks, stock `nbgrader autograde`",
    "six wrong notebooks, `autograder grade`, nothing known of mistakes",
    "six wrong notebooks, `autograder grade`, once more",
    "`make grade`: 16 results",
    "`make grade` once more",
    "`import torch`",
]
COSTS_OF_LARGE_CLASSES = ROWS[2:5]  # the short form has none
SHORT_FORMS = {
    "bench.py": ["--quick"],
    "flat.py": ["20"],
    "hints.py": ["edge_kernel"],
    "isolation.py": ["1"],
    "latency.py": ["1"],
    "second_course.py": ["3"],
    "simulate.py": ["1000"],
}


@pytest.fixture
def benchmark(root):
    """Run the short form of a benchmark; return the lines it prints."""

    def benchmark(name):
        command = [sys.executable, root / "benchmarks" / name, *SHORT_FORMS[name]]
        environment = os.environ | {"PYTHONPATH": str(root)}
        done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.splitlines()

    return benchmark


def first_cells(lines):
    """Return what stands in the first column of tables, without their heads."""
    heads = {lines[number - 1] for number, line in enumerate(lines) if line.startswith("|---")}
    return [line.split(" | ")[0].removeprefix("| ") for line in lines if line.startswith("| ") and line not in heads]


def test_every_benchmark_is_run_by_a_test(root):
    texts = {path.name: path.read_text(encoding="utf-8") for path in (root / "benchmarks").glob("*.py")}
    scripts = {name for name, text in texts.items() if '\nif __name__ == "__main__":' in text}
    assert scripts == SHORT_FORMS.keys() | RUN_ELSEWHERE.keys()


@pytest.mark.slow
@pytest.mark.timeout(900)  # a minute on an idle machine
def test_the_benchmark_measures_every_way_of_grading(benchmark):
    lines = benchmark("bench.py")
    assert first_cells(lines) == [*ROWS, *CLASSES]
    not_measured = [row for row in ROWS if f"| {row} | not measured | | |" in lines]
    assert not_measured == COSTS_OF_LARGE_CLASSES
    targets = lines[lines.index("", lines.index("") + 1) + 1 :]
    assert {line.split()[0].rstrip(":") for line in targets} <= {"met", "MISSED", "not"}
    assert len(targets) > len(not_measured)


@pytest.mark.slow
def test_a_shard_is_measured_from_its_first_submissions_to_its_last(benchmark):
    lines = benchmark("flat.py")
    assert first_cells(lines) == ["4", "5", "10", "15", "20"]
    assert "memory of a shard has changed since submission 4 by" in lines[-2]
    assert "the last quarter costs as much as the first after warming up" in lines[-1]


@pytest.mark.slow
def test_every_level_of_isolation_of_this_machine_is_measured(benchmark):
    expected = [level.name for level in levels.LEVELS if levels.works(level)]
    assert [line.split()[0] for line in benchmark("isolation.py")] == expected


@pytest.mark.slow
def test_every_size_of_cluster_is_simulated(benchmark):
    lines = benchmark("simulate.py")
    assert lines[0].startswith("1000 submissions, ")
    assert first_cells(lines) == ["2", "16", "64", "256", "1024"]


@pytest.mark.slow
def test_the_answer_after_a_save_is_compared_with_importing_torch(benchmark):
    lines = benchmark("latency.py")
    assert [line.split("median")[0].strip() for line in lines[:2]] == ["`import torch`", "answer after a save"]
    assert "an answer after a save takes" in lines[2]


@pytest.mark.slow
def test_what_it_costs_to_look_for_relations_is_measured(benchmark):
    failed, passed = benchmark("hints.py")
    assert failed.startswith("failed checks of ")
    assert passed.startswith("exercises without a failed check: ")


@pytest.mark.slow
def test_the_second_course_is_measured_beside_this_one(benchmark):
    lines = benchmark("second_course.py")
    assert first_cells(lines)[:2] == ["this course (torch)", "the second course (NumPy)"]
    assert "| worker | numpy, torch | numpy |" in lines
    assert "a submission without torch costs" in lines[-2]
    assert "a run with one submission takes" in lines[-1]
