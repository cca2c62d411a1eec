"""Which names a new exercise or assignment may have."""

from __future__ import annotations

import builtins
import importlib.util
import keyword
import re
import sys

from autograder.course.errors import UsageError
from autograder.course.manifest import Course, Exercise, Question
from autograder.course.suite_files import ANSWERS

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
RESERVED = frozenset(("cases", "check", "conftest", "helper_modules", "points", "set_language", *ANSWERS))


def require_free(name: str, course: Course) -> None:
    """Raise `UsageError` unless a new exercise or assignment of the course may have this name."""
    if taken := _taken(name, course):
        raise UsageError(f"{name} is the name of {taken} already. Choose another name.")
    require_usable(name, course.libraries)


def require_usable(name: str, libraries: tuple[str, ...] = ()) -> None:
    """Raise `UsageError` where a name cannot stand for a function and a file, or would hide something else."""
    if not NAME.fullmatch(name):
        raise UsageError(
            f"{name!r} is no name of a function. Choose English letters, digits and _, beginning with a letter."
        )
    if means := _meaning(name, libraries):
        raise UsageError(f"{name} is {means}. Choose another name.")


def _meaning(name: str, libraries: tuple[str, ...]) -> str:
    """Return what a name means to Python or to the engine, "" if nothing."""
    if keyword.iskeyword(name):
        return "a keyword of Python"
    if hasattr(builtins, name):
        return "what Python itself calls one of its own functions"
    if name in sys.stdlib_module_names:
        return "a module of Python's standard library"
    if name in RESERVED or name.startswith("test_"):
        return "a name that the grader or pytest uses itself"
    if name in libraries or importlib.util.find_spec(name):
        return "the name of a library"
    return ""


def _taken(name: str, course: Course) -> str:
    """Return what has a name in the course, "" if nothing."""
    if name in course.assignments:
        return "an assignment"
    for assignment in course.assignments.values():
        named: dict[str, tuple[Exercise | Question, ...]] = {
            "an exercise": assignment.exercises,
            "a written question": assignment.written,
        }
        for kind, entries in named.items():
            if name in {entry.name for entry in entries}:
                return f"{kind} of {assignment.name}"
        if name in assignment.given:
            return f"what {assignment.name} is given"
    return ""
