"""Which files of the students' package run answers on the public cases."""

from __future__ import annotations

import ast
import functools
from pathlib import Path

from autograder.build.student_check import PACKAGE

RUNNER = "run_answers"  # the module of the package that runs answers


@functools.cache
def runner_files() -> tuple[Path, ...]:
    """Return the files of the students' package with which answers are run on the public cases."""
    return tuple(sorted(_imported(RUNNER, set())))


def _imported(module: str, found: set[Path]) -> set[Path]:
    """Return the files of the students' package that a module of it needs, its own among them."""
    path = (PACKAGE / module.replace(".", "/")).with_suffix(".py")
    if path.is_file() and path not in found:
        found.add(path)
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.ImportFrom) and node.level:
                folder = module.split(".")[: -node.level]
                module_of = [*folder, node.module] if node.module else folder
                _imported(".".join(module_of), found)
                for alias in node.names:
                    _imported(".".join([*module_of, alias.name]), found)
    return found
