"""What is proven: a digest for each exercise of all its proof depends on, in a file of the course that git ignores."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from autograder.course.manifest import Assignment, Course, Exercise
from autograder.mistakes.base import RIGHT
from autograder.mistakes.catalogue import FOLDER as MISCONCEPTIONS
from autograder.prove.equivalents import FILE_NAME as EQUIVALENTS

FILE_NAME = Path(".autograder") / "proven.json"
ENGINE = Path(__file__).parents[1]
LIBRARIES = ("torch", "numpy", "pytest")


def remember(course: Course, found: Mapping[str, bool]) -> None:
    """Note which of these exercises are proven as they are, and forget what is not so any more."""
    path, digests = course.root / FILE_NAME, _digests(course)
    kept = {name for name, digest in _read(path).items() if digests.get(name) == digest and found.get(name, True)}
    proven = sorted(kept | {name for name, holds in found.items() if holds})
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({name: digests[name] for name in proven}, indent=1), encoding="utf-8")


def unproven(course: Course) -> list[str]:
    """Return the exercises that have no proof, or have changed since it was made."""
    known = _read(course.root / FILE_NAME)
    return [name for name, digest in _digests(course).items() if known.get(name) != digest]


def _digests(course: Course) -> dict[str, str]:
    engine = _digest(path for path in ENGINE.rglob("*.py") if not path.is_relative_to(ENGINE / "suites"))
    return {
        exercise.name: hashlib.sha256(f"{engine}{_digest(_sources(course, assignment, exercise))}".encode()).hexdigest()
        for assignment in course.assignments.values()
        for exercise in assignment.exercises
    }


def _sources(course: Course, assignment: Assignment, exercise: Exercise) -> Iterator[Path]:
    """Yield every file that a proof depends on beside the engine; the suites' helpers count for all exercises."""
    yield from (course.root / "exercises.toml", course.solution(assignment.name), course.stub(assignment.name))
    yield from (course.suites / EQUIVALENTS, course.suites / assignment.name / f"test_{exercise.name}.py")
    for path in course.suites.rglob("*.py"):
        parts = path.relative_to(course.suites).parts
        if parts[0] in (MISCONCEPTIONS, RIGHT):
            if parts[1] == exercise.name:
                yield path
        elif not path.name.startswith("test_"):
            yield path


def _digest(paths: Iterable[Path]) -> str:
    """Return a digest of files by name and content, and of the versions of the libraries that decide results."""
    total = hashlib.sha256(repr([(name, version(name)) for name in LIBRARIES]).encode())
    for path in sorted(paths):
        content = path.read_bytes() if path.is_file() else b""
        total.update(f"{path.name}\0{hashlib.sha256(content).hexdigest()}\0".encode())
    return total.hexdigest()


def _read(path: Path) -> dict[str, str]:
    try:
        known = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}
