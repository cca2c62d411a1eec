"""What the course adds to every submission: its helper modules, and the functions that a stub gives."""

from __future__ import annotations

import ast
import functools
from dataclasses import replace
from pathlib import Path

from autograder.course.own_python import read_python
from autograder.submissions.read import Submission


def with_helper_modules(submission: Submission, folder: Path) -> Submission:
    """Add the course's helper modules that a submission names, except where it brings a module of that name itself."""
    taken = {Path(name).parts[0].removesuffix(".py") for name in submission.files}
    text = "\n".join(submission.cells).encode("utf-8", "replace") + b"\n".join(submission.files.values())
    ours = {
        name: data
        for name, data in helper_modules(folder).items()
        if (first := Path(name).parts[0].removesuffix(".py")) not in taken and first.encode() in text
    }
    return replace(submission, course_files=ours)


@functools.cache
def helper_modules(folder: Path) -> dict[str, bytes]:
    """Return the content of every helper module, by relative path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.py"))}


@functools.cache
def given_sources(solution: Path, names: tuple[str, ...]) -> dict[str, str]:
    """Return the source of the functions that an assignment gives to every submission."""
    text = read_python(solution)
    nodes = {node.name: node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)}
    return {name: ast.get_source_segment(text, nodes[name]) or "" for name in names}
