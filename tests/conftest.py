"""What several folders of tests share: the course, class runs through the production command, cores, and `--quick`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from autograder.course.load import load_course
from autograder.course.manifest import Course

ROOT = Path(__file__).parents[1]
CORES = sorted(os.sched_getaffinity(0))
ADDING = """
[course]
title = {{ zh = "加法", en = "Adding" }}
[limits]
load_seconds = 10
check_seconds = 2
timeouts = 2
memory_mb = 1024
file_mb = 16
source_mb = 10
reply_mb = 16
isolation = "process"
[assignments.adding]
title = {{ zh = "加法", en = "Adding" }}
[assignments.adding.exercises]
{exercises}
"""


settings.register_profile("thorough", deadline=None)  # the first call into torch is slow on any machine
settings.register_profile("quick", deadline=None, max_examples=10)
PROCESS_STARTS = {"os.fork", "os.forkpty", "os.posix_spawn", "os.system", "subprocess.Popen"}  # Python's audit events


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--quick", action="store_true", help="skip each test when it is about to start a process")


def pytest_configure(config: pytest.Config) -> None:
    os.environ["AUTOGRADER_UNPROVEN"] = "1"  # suites are tested before they are proven; test_record.py asks for proofs
    quick = config.getoption("--quick")
    settings.load_profile("quick" if quick else "thorough")
    if quick:
        sys.addaudithook(skip_at_a_process)
    os.sched_setaffinity(0, own_cores(config))  # before torch is imported, which starts a thread for each core


def own_cores(config: pytest.Config) -> list[int]:
    """Return the cores of this process of pytest-xdist, all where it is not in use.

    A class run pins its shards to the first cores it may use: without cores of their own, the runs of several such
    processes would all wait for the same one.
    """
    if not hasattr(config, "workerinput"):
        return CORES
    number, count = int(config.workerinput["workerid"].removeprefix("gw")), config.workerinput["workercount"]
    return CORES[number % len(CORES) :: count]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the files with tests that take minutes come first."""
    long = {item.path for item in items if item.get_closest_marker("minutes")}
    items.sort(key=lambda item: item.path not in long)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Give a test that is marked so all cores, with the fixtures that are made for it."""
    if item.get_closest_marker("every_core") is None:
        return (yield)
    os.sched_setaffinity(0, CORES)
    try:
        return (yield)
    finally:
        os.sched_setaffinity(0, own_cores(item.config))


def skip_at_a_process(event: str, _args: tuple[object, ...]) -> None:
    """Skip the test that is running, if any; a library may start a process when it is imported."""
    if event in PROCESS_STARTS and "PYTEST_CURRENT_TEST" in os.environ:
        pytest.skip("it starts a process, and --quick runs none that does")


@dataclass
class Run:
    """A finished run of `autograder`, and the results it wrote, by (student, assignment)."""

    code: int
    stdout: str
    stderr: str
    out: Path
    records: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)

    def exercise(self, student: str, assignment: str, name: str) -> dict[str, Any]:
        return next(e for e in self.records[student, assignment]["exercises"] if e["name"] == name)

    def messages(self, student: str, assignment: str, name: str) -> list[dict[str, str]]:
        return [check["message"] for check in self.exercise(student, assignment, name)["checks"]]


def run_autograder(*words: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "autograder", *map(str, words)]
    environment = {key: value for key, value in os.environ.items() if key != "AUTOGRADER_SEED"}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=280, check=False)


@pytest.fixture(scope="session")
def course() -> Course:
    return load_course(ROOT)


@pytest.fixture(scope="session")
def full_marks(course: Course) -> dict[str, float]:
    """Return the points of each assignment, which grow with its exercises."""
    return {name: float(assignment.points) for name, assignment in course.assignments.items()}


@pytest.fixture(scope="session")
def autograder() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the command line as a person would, from the repository root."""
    return run_autograder


@pytest.fixture(scope="session")
def grade() -> Callable[..., Run]:
    """Grade a class folder into `out` through the production command and read the results back."""

    def grade(folder: Path, out: Path, *options: object, seed: str = "test", cwd: Path = ROOT) -> Run:
        return read_back(run_autograder("grade", folder, "--out", out, "--seed", seed, *options, cwd=cwd), out)

    return grade


def read_back(done: subprocess.CompletedProcess[str], out: Path) -> Run:
    run = Run(done.returncode, done.stdout, done.stderr, out)
    for path in sorted(out.glob("*/*.json")):
        record = json.loads(path.read_bytes())
        if "student" in record:
            run.records[record["student"], record["assignment"]] = record
    return run


@pytest.fixture(scope="session")
def read_run() -> Callable[[subprocess.CompletedProcess[str], Path], Run]:
    """Return what a finished command wrote into `out`."""
    return read_back


@pytest.fixture(scope="session")
def make_class() -> Callable[[Path, dict[str, dict[str, bytes | str]]], Path]:
    """Write a class folder: student, file name, content."""

    def make_class(folder: Path, students: dict[str, dict[str, bytes | str]]) -> Path:
        for student, files in students.items():
            (folder / student).mkdir(parents=True)
            for name, content in files.items():
                path = folder / student / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return make_class


@pytest.fixture(scope="session")
def adding_manifest() -> Callable[[str], str]:
    """Return the manifest of a small course, one assignment `adding`, whose exercises are these lines of TOML."""
    return lambda exercises: ADDING.format(exercises=exercises)


@pytest.fixture(scope="session")
def make_adding(adding_manifest: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Write the small course with these exercises (lines of TOML) and files; its check has so many seconds."""

    def make_adding(
        exercises: str, files: dict[str, str], check_seconds: float = 2, libraries: Sequence[str] = ()
    ) -> Path:
        root = tmp_path_factory.mktemp("course")
        manifest = adding_manifest(exercises).replace("check_seconds = 2", f"check_seconds = {check_seconds}")
        if libraries:
            manifest = manifest.replace("[limits]", f"libraries = {list(libraries)}\n[limits]", 1)
        for name, text in {"exercises.toml": manifest, **files}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        return root

    return make_adding


@pytest.fixture(scope="session")
def copy_course(course: Course) -> Callable[[Path], Path]:
    """Copy what the course is built from and what is built into a new folder."""

    def copy_course(copy: Path) -> Path:
        copy.mkdir()
        shutil.copy(course.root / "exercises.toml", copy)
        for name in ("solutions", "assignments", "source"):
            shutil.copytree(course.root / name, copy / name)
        suites = copy / course.suites_folder
        shutil.copytree(course.suites, suites, ignore=shutil.ignore_patterns("__pycache__"))
        return copy

    return copy_course


@pytest.fixture
def course_copy(copy_course: Callable[[Path], Path], tmp_path: Path) -> Path:
    """Return a folder with a copy of the course, to be broken at will."""
    return copy_course(tmp_path / "course")


@pytest.fixture(scope="session")
def perfect() -> dict[str, str]:
    """Return a perfect submission's source, by assignment."""
    return {p.stem: p.read_text(encoding="utf-8") for p in (ROOT / "examples" / "class" / "王芳").glob("*.py")}


@pytest.fixture(scope="session")
def to_notebook() -> Callable[[list[str]], str]:
    """Return the JSON of a notebook with these code cells."""

    def to_notebook(cells: list[str]) -> str:
        code = [
            {"cell_type": "code", "id": f"c{i}", "metadata": {}, "execution_count": None, "outputs": [], "source": s}
            for i, s in enumerate(cells)
        ]
        return json.dumps({"cells": code, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})

    return to_notebook
