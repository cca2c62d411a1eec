"""The archives that are published, built from a copy of the repository."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COPIED = ("autograder", "solutions", "source", "assignments", "examples", "tests/second_course")
BUILD = "import sys; from setuptools import build_meta; print(getattr(build_meta, sys.argv[1])(sys.argv[2]))"


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of what a checkout holds, in which building leaves its traces."""
    copy = tmp_path_factory.mktemp("checkout") / "repository"
    for name in COPIED:
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in filter(Path.is_file, ROOT.iterdir()):
        shutil.copy(path, copy)
    return copy


@pytest.fixture(scope="session")
def build(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return what builds `wheel` or `sdist` and gives the path of the archive."""

    def build(kind: str) -> Path:
        out = tmp_path_factory.mktemp(kind)
        command = [sys.executable, "-c", BUILD, f"build_{kind}", str(out)]
        done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        (archive,) = out.iterdir()
        return archive

    return build
