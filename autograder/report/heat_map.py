"""Every student by every exercise of an assignment: which share of its points each one earned."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.course.outcome import WORDS, Outcome
from autograder.course.text import Text
from autograder.report.attention import POSITIONS, STATUSES
from autograder.report.class_results import ClassResults
from autograder.report.table import Column, Table, choice_column, column, words
from autograder.results.model import ExerciseResult, ExerciseStatus, Result
from autograder.results.status import status_of

SIGNS = {ExerciseStatus.NOT_ATTEMPTED: "n", ExerciseStatus.NOT_RUN: "r", ExerciseStatus.GRADER_ERROR: "e"}
LEGEND = (
    ("0", "0", Text("0 分", "nothing")),
    ("1", "1", Text("1-24%", "1-24%")),
    ("2", "25", Text("25-49%", "25-49%")),
    ("3", "50", Text("50-74%", "50-74%")),
    ("4", "75", Text("75-99%", "75-99%")),
    ("5", "100", Text("满分", "full marks")),
    ("n", "·", WORDS[Outcome.NOT_ATTEMPTED]),
    ("r", "×", WORDS[Outcome.NOT_RUN]),
    ("e", "!", WORDS[Outcome.GRADER_ERROR]),
)


def heat_map(found: ClassResults, assignment: str) -> Table:
    """Return a row for each student who has a result for an assignment, the lowest scores first."""
    results = sorted(found.by_assignment[assignment], key=_order)
    names = list(dict.fromkeys(exercise.name for result in results for exercise in result.exercises))
    sections = sorted({_section(result) for result in results})
    columns = [
        column("学生", "student", "person"),
        *([choice_column("班", "section", [Text(one, one) for one in sections])] if any(sections) else []),
        choice_column("状态", "status", STATUSES.values()),
        column("得分", "score", "number", digits=1),
        *(_column(found.title(assignment, name), name) for name in names),
    ]
    rows = [_row(found, result, names, sections) for result in results]
    return Table(f"students-{found.assignments[assignment]}", tuple(columns), rows, drawing=True)


def _column(title: Text, name: str) -> Column:
    return Column((name, name), "heat", note=words(title))


def _order(result: Result) -> tuple[bool, float, str]:
    return result.score is not None, result.score or 0.0, result.student


def _row(found: ClassResults, result: Result, names: Sequence[str], sections: Sequence[str]) -> list[object]:
    exercises = {exercise.name: exercise for exercise in result.exercises}
    section = [sections.index(_section(result))] if any(sections) else []
    heat = [_heat(exercises[name]) if name in exercises else None for name in names]
    return [found.people[result.student], *section, POSITIONS[status_of(result)], result.score, *heat]


def _heat(exercise: ExerciseResult) -> int | str:
    if exercise.status in SIGNS and not exercise.score:
        return SIGNS[exercise.status]
    return round(100 * (exercise.score or 0.0) / exercise.max_score)


def _section(result: Result) -> str:
    return result.person.section if result.person else ""
