"""The libraries that students need, in the versions the course is tested with."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from autograder.course.manifest import Course
from autograder.course.text import Text

TOOLS, NOTEBOOK_TOOLS = ("rich", "watchfiles", "pytest"), ("jupyterlab",)
HEADER = Text("这些版本在 Python {python} 上测试过。", "These versions are tested with Python {python}.")


def requirements(course: Course, notebooks: bool) -> str:
    """Return the text of the `requirements.txt` that students get, with Jupyter where they get `notebooks`."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    said = HEADER.format(python=python).in_languages(course.languages)
    libraries = dict.fromkeys((*course.libraries, *_imported(course), *TOOLS, *(NOTEBOOK_TOOLS if notebooks else ())))
    return "".join((f"# {said}\n", *(f"{requirement(course, library)}\n" for library in libraries)))


def _imported(course: Course) -> list[str]:
    """Return what lessons, solutions and public cases import, but for Python's own modules and those of the course."""
    own = {"check", "autograder", *course.assignments, *sys.stdlib_module_names}
    files = [
        file
        for name in course.assignments
        for file in (course.solution(name), course.lesson_code(name), course.public_cases(name))
    ]
    return sorted({module for file in files if file.is_file() for module in _modules(file)} - own)


def _modules(file: Path) -> Iterator[str]:
    """Yield the first name of each module that a file imports."""
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def requirement(course: Course, library: str) -> str:
    """Return a library in the version that the course's `constraints.txt` says, any version where it says none.

    A local version such as 2.13.0+cpu is not to be had everywhere, so its public part counts.
    """
    text = course.constraints.read_text(encoding="utf-8") if course.constraints.is_file() else ""
    name = _distribution(library)
    found = re.search(rf"^{re.escape(name)}==([^\s+;#]+)", text, re.MULTILINE)
    return f"{name}=={found[1]}" if found else name


def _distribution(library: str) -> str:
    """Return the name under which pip knows what is imported as `library`, where it is installed here."""
    names = packages_distributions().get(library, [library])
    return library if library in names else names[0]
