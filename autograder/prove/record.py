"""What is proven: a digest for each exercise of all its proof depends on, in a file of the course that git ignores."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from autograder.course.manifest import Assignment, Course, Exercise
from autograder.course.suite_files import EQUIVALENT_MUTANTS, files_below
from autograder.results.digest import contents, digest, digest_of_checks

FILE_NAME = Path(".autograder") / "proven.json"
PROVE = Path(__file__).parent


def remember(course: Course, found: Mapping[str, bool]) -> None:
    """Note which of these exercises are proven as they are, and forget what is not so any more."""
    path, digests = course.root / FILE_NAME, _digests(course)
    kept = {name for name, proof in _read(path).items() if digests.get(name) == proof and found.get(name, True)}
    proven = sorted(kept | {name for name, holds in found.items() if holds})
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({name: digests[name] for name in proven}, indent=1), encoding="utf-8")


def unproven(course: Course) -> list[str]:
    """Return the exercises that have no proof, or have changed since it was made."""
    known = _read(course.root / FILE_NAME)
    return [name for name, proof in _digests(course).items() if known.get(name) != proof]


def _digests(course: Course) -> dict[str, str]:
    return {
        exercise.name: _digest_of_proof(course, assignment, exercise)
        for assignment in course.assignments.values()
        for exercise in assignment.exercises
    }


def _digest_of_proof(course: Course, assignment: Assignment, exercise: Exercise) -> str:
    """Return the digest of what decides the exercise's results, and of what a proof uses besides."""
    return digest(
        digest_of_checks(course, assignment, [exercise]),
        *contents(PROVE, files_below(PROVE)),
        *contents(course.root, [course.stub(assignment.name)]),
        *contents(course.suites, [course.suites / EQUIVALENT_MUTANTS]),
    )


def _read(path: Path) -> dict[str, str]:
    try:
        known = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}
