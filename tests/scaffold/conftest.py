"""Courses that the tests begin with the commands, as an author would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def begin(autograder, tmp_path) -> Callable[..., Path]:
    """Begin a course with `autograder init` and these options; return its folder."""

    def begin(*options: str) -> Path:
        done = autograder("init", "my_course", *options, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        return tmp_path / "my_course"

    return begin


@pytest.fixture
def run(autograder) -> Callable[..., str]:
    """Run a command in a folder, which is to succeed; return what it says."""

    def run(folder: Path, *words: object) -> str:
        done = autograder(*words, cwd=folder)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run
