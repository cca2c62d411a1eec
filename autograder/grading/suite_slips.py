"""Slips of the author of a suite that pytest tells in many lines, each told in one with its place."""

from __future__ import annotations

import ast
import inspect
import re
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from autograder.checks import check
from autograder.course.errors import GraderError
from autograder.course.nearest import nearest, unknown
from autograder.course.own_python import syntax_fault
from autograder.grading.check import PREFIX

FIXTURES = "student", "reference", "draw"
UNKNOWN_ARGUMENT = re.compile(r"check\(\) got an unexpected keyword argument '(\w+)'")


def require_known_fixtures(items: Iterable[pytest.Item]) -> None:
    """Raise `GraderError` where a check asks for a fixture that there is not."""
    for item in items:
        if isinstance(item, pytest.Function):
            info = item._fixtureinfo
            for name in info.argnames:
                if name not in info.name2fixturedefs and name != "request":
                    _, line, _ = item.location
                    raise GraderError(f"{item.path}:{(line or 0) + 1}: {unknown('fixture', name, FIXTURES)}")


def require_syntax(suites: Path, paths: Iterable[Path]) -> None:
    """Raise `GraderError` where one of these suites, which may be folders, or a helper has a syntax error."""
    for path in _python_files(suites, paths):
        try:
            ast.parse(path.read_bytes())
        except SyntaxError as error:
            raise GraderError(syntax_fault(path, error)) from None


def _python_files(suites: Path, paths: Iterable[Path]) -> Iterator[Path]:
    yield from sorted(suites.glob("*.py"))
    for path in paths:
        beside = sorted((path if path.is_dir() else path.parent).glob("*.py"))
        yield from (one for one in beside if path.is_dir() or one == path or not one.name.startswith(PREFIX))


def about_argument(error: BaseException) -> str:
    """Return the line on an argument that `check` does not have, "" for any other exception."""
    found = UNKNOWN_ARGUMENT.fullmatch(str(error)) if isinstance(error, TypeError) else None
    if found is None:
        return ""
    place = traceback.extract_tb(error.__traceback__)[-1]
    known = list(inspect.signature(check).parameters)
    near = nearest(found[1], known)
    meant = f"Did you mean {near}?" if near else f"It has: {', '.join(known)}."
    return f"{place.filename}:{place.lineno}: `check` has no argument {found[1]!r}. {meant}"
