"""The libraries that students need, in the versions the course is tested with."""

from __future__ import annotations

import re
import sys

from autograder.course.manifest import Course

LIBRARIES = ("torch", "numpy", "matplotlib", "rich", "watchfiles", "pytest", "jupyterlab")
HEADER = "# 这些版本在 Python {python} 上测试过。 / These versions are tested with Python {python}.\n"


def requirements(course: Course) -> str:
    """Return the text of the `requirements.txt` that students get."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    lines = (f"{requirement(course, library)}\n" for library in LIBRARIES)
    return HEADER.format(python=python) + "".join(lines)


def requirement(course: Course, library: str) -> str:
    """Return a library in the version that the course's `constraints.txt` says, any version where it says none.

    A local version such as 2.13.0+cpu is not to be had everywhere, so its public part counts.
    """
    text = course.constraints.read_text(encoding="utf-8") if course.constraints.is_file() else ""
    found = re.search(rf"^{re.escape(library)}==([^\s+;#]+)", text, re.MULTILINE)
    return f"{library}=={found[1]}" if found else library
