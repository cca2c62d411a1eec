"""The holes that the public cases have: right answers are run on them by the students' own check."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from autograder.course.errors import GraderError, UsageError
from autograder.course.manifest import Assignment, Course
from autograder.course.suite_files import RIGHT
from autograder.mistakes.public_answers import Answer
from autograder.mistakes.public_faults import public_faults, references
from autograder.mistakes.run_public import run_public
from autograder.prove.proof import Hole, Task

Holes = Mapping[str, Sequence[Hole]]  # by the exercise


def public_holes(course: Course, tasks: Iterable[Task]) -> Holes:
    """Return what is wrong with the public cases of the exercises to be proven.

    An assignment without a file of cases, and a task for one mutant alone, are no matter here.
    """
    chosen: dict[str, list[str]] = defaultdict(list)
    for task in tasks:
        of_assignment = chosen[task.assignment.name]
        if not task.mutant and task.exercise.name not in of_assignment:
            of_assignment.append(task.exercise.name)
    found: dict[str, Sequence[Hole]] = {}
    for name, exercises in chosen.items():
        if exercises and course.public_cases(name).is_file():
            found |= _holes_of(course, course.assignments[name], exercises)
    return found


def _holes_of(course: Course, assignment: Assignment, exercises: Sequence[str]) -> Holes:
    right = _right_answers(course, assignment, exercises)
    try:
        run = run_public(course, [answer for _, answer in right])
    except (UsageError, GraderError) as problem:
        return {one: [_hole(line) for line in str(problem).splitlines()] for one in exercises}
    if assignment.name not in run.cases:
        return {}
    faults = public_faults(course, assignment, run.cases[assignment.name], right, run.replies)
    return {one: [_hole(line) for line in faults[one]] for one in exercises if one in faults}


def _hole(line: str) -> Hole:
    return Hole(line, public=True)


def _right_answers(course: Course, assignment: Assignment, exercises: Sequence[str]) -> list[tuple[str, Answer]]:
    """Return the reference and the right variants of some exercises; of those that do not parse the proof tells."""
    right = references(course, assignment, exercises)
    for exercise in exercises:
        for path in sorted((course.suites / RIGHT / exercise).glob("*.py")):
            source = path.read_text(encoding="utf-8")
            right.append((f"the right variant {path.stem}", Answer(assignment.name, exercise, source, right=True)))
    return [(title, answer) for title, answer in right if _is_read(answer.source)]


def _is_read(source: str) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True
