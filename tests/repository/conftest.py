"""What the tests of the repository share: its Python files, and what each of them imports."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ANSWERS = [ROOT / "autograder" / "suites" / name for name in ("misconceptions", "right")]
ATTACKS = [folder for folder in (ROOT / "tests" / "hostile").iterdir() if folder.is_dir()]


def list_python_files(*folders: Path) -> list[Path]:
    submissions = [*ANSWERS, *ATTACKS]
    paths = sorted(path for folder in folders for path in folder.rglob("*.py"))
    return [path for path in paths if not any(path.is_relative_to(folder) for folder in submissions)]


def read_imports(path: Path, root: Path = ROOT) -> Iterator[str]:
    package = path.relative_to(root).with_suffix("").parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parts = (*package[: -node.level], *(node.module or "").split(".")) if node.level else (node.module,)
            yield from (".".join(filter(None, (*parts, alias.name))) for alias in node.names)


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def python_files() -> Callable[..., list[Path]]:
    """Return the Python files below some folders, but for answers and attacks, which are written as submissions."""
    return list_python_files


@pytest.fixture(scope="session")
def engine_files() -> list[Path]:
    """Return the Python files of the engine: all of autograder/ but the suites."""
    suites = ROOT / "autograder" / "suites"
    return [path for path in list_python_files(ROOT / "autograder") if not path.is_relative_to(suites)]


@pytest.fixture(scope="session")
def imported_modules() -> Callable[..., Iterator[str]]:
    """Yield the absolute name of every module a file imports, at any depth of its code, for type checkers or not."""
    return read_imports
