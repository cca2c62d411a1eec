"""The class in figures: how often each status occurs, and the mean of the scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from autograder.course.manifest import Assignment, Course
from autograder.results.model import ExerciseResult, Result

SCHEMA = "autograder/summary/1"


class Figures(Struct, frozen=True):
    """How often each status occurs, the mean of the scores there are, and what can be scored."""

    statuses: dict[str, int]
    mean: float | None
    max_score: float


class AssignmentFigures(Figures, frozen=True):
    """The figures of an assignment, and those of its exercises by name."""

    exercises: dict[str, Figures]


class Summary(Struct, frozen=True, tag_field="schema", tag=SCHEMA):
    """One class run: its seed, how many results it has, and the figures of each assignment by name."""

    seed: str
    results: int
    assignments: dict[str, AssignmentFigures]


def summarize(results: Sequence[Result], course: Course, seed: str) -> Summary:
    """Return the figures of every assignment that has a result."""
    figures = {}
    for name, assignment in course.assignments.items():
        if graded := [result for result in results if result.assignment == name]:
            figures[name] = _assignment_figures(graded, assignment)
    return Summary(seed, len(results), figures)


def _assignment_figures(results: Sequence[Result], assignment: Assignment) -> AssignmentFigures:
    exercises = {
        exercise.name: Figures(*_figures([result.exercises[index] for result in results]))
        for index, exercise in enumerate(assignment.exercises)
    }
    return AssignmentFigures(*_figures(results), exercises)


def _figures(entries: Sequence[Result] | Sequence[ExerciseResult]) -> tuple[dict[str, int], float | None, float]:
    scores = [entry.score for entry in entries if entry.score is not None]
    statuses = dict(sorted(Counter(str(entry.status) for entry in entries).items()))
    return statuses, round(sum(scores) / len(scores), 4) if scores else None, entries[0].max_score
