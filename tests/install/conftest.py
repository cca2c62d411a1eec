"""The archives that are published, built from a copy of the repository, and an engine installed from one."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COPIED = ("autograder", "solutions", "source", "assignments", "examples")
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


@pytest.fixture(scope="session")
def outside(build: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder outside of the repository, with an environment in which nothing but the wheel is installed."""
    folder = tmp_path_factory.mktemp("outside")
    venv.create(folder / "env", with_pip=True)
    command = ["python", "-m", "pip", "install", "--quiet", "-c", ROOT / "constraints.txt", build("wheel")]
    done = run_in(folder, folder, *command)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def run_outside(outside: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return what runs a command of the environment in a folder."""
    return lambda folder, *command: run_in(outside, folder, *command)


def run_in(outside: Path, folder: Path, *command: object) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder; no variable leads it to a checkout, and it leaves nothing in the home of the user."""
    kept = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "HTTP", "SSL_", "LANG"))}
    path = os.pathsep.join([str(outside / "env" / "bin"), "/usr/bin", "/bin"])
    environment = kept | {"PATH": path, "HOME": str(outside), "PYTHONDONTWRITEBYTECODE": "1"}
    program = shutil.which(str(command[0]), path=path)
    words = [program or command[0], *command[1:]]
    return subprocess.run(
        list(map(str, words)), cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="session")
def last_word() -> Callable[..., None]:
    """Return what does everything that is marked in the places of a new exercise `last_word`."""
    spec = importlib.util.spec_from_file_location("last_word", ROOT / "tests" / "scaffold" / "last_word.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    fill_in: Callable[..., None] = module.fill_in
    return fill_in
