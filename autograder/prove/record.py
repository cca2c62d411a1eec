"""What is proven, by digests: beside the suites for everybody, and in a file that git ignores for this machine.

The record beside the suites speaks of suites and solutions; the other one also of the engine and its libraries.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Container, Mapping
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from autograder.build.student_check import PACKAGE
from autograder.course.manifest import Assignment, Course, Exercise
from autograder.course.suite_files import COMMON_MISTAKES, EQUIVALENT_MUTANTS, PROVEN, files_below
from autograder.course.todo import todos_of
from autograder.mistakes.runner_files import runner_files
from autograder.prove.own_cases import own_cases
from autograder.prove.suites import SuiteDigests
from autograder.results.digest import contents, digest, digest_of_checks

FILE_NAME = Path(".autograder") / "proven.json"
PROVE = Path(__file__).parent


def proof_digests(course: Course) -> dict[str, str]:
    """Return for each exercise the digest of all that its proof depends on, the engine and its libraries included."""
    return _digests(course, partial(_digest_of_proof, course))


def remember(course: Course, found: Mapping[str, bool], before: Mapping[str, str] | None = None) -> None:
    """Note which of these exercises are proven as they are, and forget what is not so any more.

    `before` has the digests from when their proof began: what has changed meanwhile is not proven as it is now.
    """
    now = proof_digests(course)
    holds = {name: proven and (before is None or before.get(name) == now[name]) for name, proven in found.items()}
    _update(course.root / FILE_NAME, now, holds)
    _update(course.suites / PROVEN, _digests(course, SuiteDigests(course).of), holds)


def unproven(course: Course, now: Mapping[str, str] | None = None) -> list[str]:
    """Return the exercises that have no proof on this machine, or have changed since; the engine counts.

    `now` has the digests of their proofs where they are known.
    """
    known = _read(course.root / FILE_NAME)
    return [name for name, proof in (proof_digests(course) if now is None else now).items() if known.get(name) != proof]


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
    others = {one.name for one in assignment.exercises} - {exercise.name}
    return digest(
        digest_of_checks(course, replace(assignment, exercises=(exercise,)), [exercise]),
        *contents(PROVE, files_below(PROVE)),
        *contents(PACKAGE, runner_files()),
        *contents(course.root, [course.stub(assignment.name)]),
        own_cases(course.public_cases(assignment.name), others),
        *(todo.said(course.root) for todo in todos_of(course, assignment, exercise)),
        *(_entries(course.suites / name, exercise.name) for name in (COMMON_MISTAKES, EQUIVALENT_MUTANTS)),
    )


def _entries(path: Path, exercise: str) -> str:
    """Return what a table of the suites says of an exercise, or all that it says where it is not readable."""
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    try:
        return repr(tomllib.loads(text).get(exercise))
    except tomllib.TOMLDecodeError:
        return text


def _read(path: Path) -> dict[str, str]:
    try:
        known = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}
