"""Courses that the tests begin with the commands, as an author would, and what an author then writes."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def last_word() -> Callable[..., None]:
    """Return a function that does everything that is marked in the places of a new exercise `last_word`."""
    spec = importlib.util.spec_from_file_location("last_word", HERE / "last_word.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    fill_in: Callable[..., None] = module.fill_in
    return fill_in


@pytest.fixture
def begin(autograder, tmp_path) -> Callable[..., Path]:
    """Begin a course with `autograder init` and these options; return its folder."""

    def begin(*options: str) -> Path:
        done = autograder("init", "my_course", *options, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        return tmp_path / "my_course"

    return begin


@pytest.fixture(scope="session")
def run(autograder) -> Callable[..., str]:
    """Run a command in a folder, which is to succeed; return what it says."""

    def run(folder: Path, *words: object) -> str:
        done = autograder(*words, cwd=folder)
        assert done.returncode == 0, done.stdout + done.stderr
        return str(done.stdout)

    return run
