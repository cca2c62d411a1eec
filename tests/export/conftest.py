"""What the tests of exports share: a small course with results, written by hand, and the command."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from autograder.__main__ import app

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def here() -> Path:
    """Return the folder that holds the course, its results, files as platforms export them, and the golden files."""
    return HERE


@pytest.fixture
def export(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run `autograder export` in the small course, on its results or on others; what it refuses is an exception."""
    monkeypatch.chdir(HERE / "course")

    def export(system: str, out: Path, *options: object, results: Path = HERE / "results") -> Result:
        words = ["export", results, "--to", system, "--out", out, *options]
        return CliRunner().invoke(app, list(map(str, words)))

    return export


@pytest.fixture
def results(tmp_path: Path) -> Path:
    """Return a copy of the results, to be changed at will."""
    return shutil.copytree(HERE / "results", tmp_path / "results")
