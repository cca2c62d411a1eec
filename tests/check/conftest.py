"""A student's folder as it is released, and what plain pytest says in it."""

from __future__ import annotations

import os
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.course.manifest import Course

collect_ignore = ["samples"]  # a course of its own, whose public tests are not tests of this repository


@pytest.fixture(scope="session")
def names_of() -> Callable[[str], dict[str, object]]:
    """Return a student's namespace, from the text of the answer."""

    def names_of(source: str) -> dict[str, object]:
        names: dict[str, object] = {"__name__": "answer"}
        exec("import torch\nfrom torch import nn\n" + source, names)
        return names

    return names_of


@pytest.fixture
def names_of_file(tmp_path: Path) -> Callable[[str], dict[str, object]]:
    """Return a student's namespace, from the text of an answer that stands in a file, where Python finds it."""

    def names_of_file(source: str) -> dict[str, object]:
        path = tmp_path / "answer.py"
        path.write_text("import torch\nfrom torch import nn\n" + source, encoding="utf-8")
        return runpy.run_path(str(path))

    return names_of_file


@pytest.fixture(scope="session")
def verdict_on(names_of) -> Callable[[str, str], object]:
    """Return the verdict on an exercise of `image_convolution`, from the text of the answer."""
    from check.verdicts import check_exercises

    def verdict_on(exercise: str, source: str, assignment: str = "image_convolution") -> object:
        (verdict,) = check_exercises(assignment, names_of(source), exercise)
        return verdict

    return verdict_on


@pytest.fixture
def student_folder(course: Course, tmp_path: Path) -> Path:
    """Return a copy of the folder of assignments, with untouched stubs."""
    folder = tmp_path / "student"
    shutil.copytree(course.check.parent, folder)
    return folder


@pytest.fixture(scope="session")
def plain_pytest() -> Callable[[Path, str], list[str]]:
    """Run plain `pytest` in a student's folder and return the lines it says."""

    def plain_pytest(folder: Path, file: str) -> list[str]:
        # pytest prints its summary in full where CI is set, as it is where these tests run without a student.
        environment = {key: value for key, value in os.environ.items() if key != "CI" and not key.startswith("PY")}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", file]
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
        )
        return done.stdout.splitlines()

    return plain_pytest
