"""What is proven, by digests: beside the suites for everybody, and in a file that git ignores for this machine.

The record beside the suites speaks of suites and solutions; the other one also of the engine and its libraries.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Mapping
from functools import partial
from pathlib import Path

from autograder.course.manifest import Assignment, Course, Exercise
from autograder.course.suite_files import COMMON_MISTAKES, EQUIVALENT_MUTANTS, PROVEN, files_below
from autograder.prove.suites import SuiteDigests
from autograder.results.digest import contents, digest, digest_of_checks

FILE_NAME = Path(".autograder") / "proven.json"
PROVE = Path(__file__).parent


def remember(course: Course, found: Mapping[str, bool]) -> None:
    """Note which of these exercises are proven as they are, and forget what is not so any more."""
    _update(course.root / FILE_NAME, _digests(course, partial(_digest_of_proof, course)), found)
    _update(course.suites / PROVEN, _digests(course, SuiteDigests(course).of), found)


def unproven(course: Course) -> list[str]:
    """Return the exercises that have no proof on this machine, or have changed since; the engine counts."""
    known = _read(course.root / FILE_NAME)
    return [
        name for name, proof in _digests(course, partial(_digest_of_proof, course)).items() if known.get(name) != proof
    ]


def unproven_suites(course: Course, assignments: Container[str]) -> list[str]:
    """Return the exercises of these assignments whose suite or solution is not the one that was proven anywhere."""
    known = _read(course.suites / PROVEN)
    digests = _digests(course, SuiteDigests(course).of, assignments)
    changed = {name for name, suite in digests.items() if known.get(name) != suite}
    return [name for name in unproven(course) if name in changed] if changed else []


def _update(path: Path, digests: Mapping[str, str], found: Mapping[str, bool]) -> None:
    kept = {name for name, proof in _read(path).items() if digests.get(name) == proof and found.get(name, True)}
    proven = sorted(kept | {name for name, holds in found.items() if holds})
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({name: digests[name] for name in proven}, indent=1) + "\n", encoding="utf-8")


def _digests(
    course: Course, digest_of: Callable[[Assignment, Exercise], str], names: Container[str] | None = None
) -> dict[str, str]:
    """Return the digest of each exercise, or of those of the named assignments."""
    return {
        exercise.name: digest_of(assignment, exercise)
        for assignment in course.assignments.values()
        if names is None or assignment.name in names
        for exercise in assignment.exercises
    }


def _digest_of_proof(course: Course, assignment: Assignment, exercise: Exercise) -> str:
    """Return the digest of what decides the exercise's results, and of what a proof uses besides."""
    return digest(
        digest_of_checks(course, assignment, [exercise]),
        *contents(PROVE, files_below(PROVE)),
        *contents(course.root, [course.stub(assignment.name)]),
        *contents(course.suites, [course.suites / COMMON_MISTAKES, course.suites / EQUIVALENT_MUTANTS]),
    )


def _read(path: Path) -> dict[str, str]:
    try:
        known = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}
