"""What a package holds to grade one assignment: the engine, the course, the seed, and what has to be installed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from autograder.course.errors import UsageError
from autograder.course.layout import MANIFEST, OWN_COURSE, SUITES
from autograder.course.manifest import Course
from autograder.course.seed import FILE_NAME, course_seed
from autograder.course.suite_files import files_below

ENGINE = SUITES.parent
PROJECT, CONSTRAINTS, REQUIREMENTS = "pyproject.toml", "constraints.txt", "requirements.txt"


def package_files(course: Course) -> dict[str, bytes]:
    """Return every file by its name: `engine/`, `course/`, the requirements and the versions they are tested with.

    Raises `UsageError` where a file is missing.
    """
    try:
        files = {f"engine/{_name(path, ENGINE.parent)}": path.read_bytes() for path in files_below(ENGINE)}
        files |= {f"course/{_name(path, course.root)}": path.read_bytes() for path in _course_files(course)}
        files[CONSTRAINTS] = (OWN_COURSE / CONSTRAINTS).read_bytes()
        project = tomllib.loads((OWN_COURSE / PROJECT).read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{error.filename} cannot be read: {error.strerror}. A package needs it.") from None
    files[f"course/{FILE_NAME}"] = f"{course_seed(course.root)}\n".encode()  # so that everybody gets the same cases
    files[REQUIREMENTS] = "".join(f"{line}\n" for line in project["project"]["dependencies"]).encode()
    return dict(sorted(files.items()))


def _course_files(course: Course) -> Iterator[Path]:
    yield course.root / MANIFEST
    for name in course.assignments:
        yield from (course.solution(name), course.stub(name), course.public_cases(name), course.notebook(name))
    if course.suites != SUITES:
        yield from files_below(course.suites)


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
